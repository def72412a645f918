"""What the store keeps of a listing, and what that says of its next answer. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from corpus.archive import Locator
from corpus.store.articles import dump_listing, load_listing
from corpus.store.keep import NewCapture
from corpus.store.locators import dump_locator, load_locator
from crawler.ask import Ask, validators_of
from crawler.lists.places import main_place
from crawler.policy import Fetched
from parsers.addresses.page_numbers import (
    pager_parameters,
    values_of,
    without_parameters,
)
from parsers.model import Listing

#: So many items are no flood, however few were usual.
_SMALL = 10


def original_of(ask: Ask) -> Locator | None:
    """Return the capture that an answer may repeat."""
    held = ask.item.listing.get("held") if ask.item else None
    return load_locator(held["locator"]) if held else None


def said_before(
    ask: Ask, answer: Fetched, capture: NewCapture, *, reader: Sequence[Any]
) -> Listing | None:
    """Return what was read before from the very page that answers now."""
    kept = ask.item.listing if ask.item else {}
    is_same = kept.get("held") and (
        answer.last.status == 304 or capture.digest == kept["held"]["locator"]["digest"]
    )
    if not is_same or kept.get("read_by") != reader:
        return None
    return load_listing(kept["said"])


def state_of(
    ask: Ask,
    listing: Listing,
    answer: Fetched,
    capture: NewCapture,
    *,
    marks: list[str],
    is_as_before: bool,
    run_id: int,
    reader: Sequence[Any],
) -> dict[str, Any]:
    """Return what the store keeps of a listing, or what of that is new."""
    count, row = len(listing.items), ask.item
    state: dict[str, Any] = {
        "item_count": count,
        "usual_count": usual_count(count, row.usual_count if row else None),
        "seen_run": run_id,
    }
    held = row.listing.get("held") if row else None
    if answer.last.status != 304:
        held = _held(answer, capture, held)
    before = row.listing if is_as_before else None
    if before and held == before["held"] and marks == before.get("marks"):
        return state
    state["listing"] = {
        "next_url": listing.onward_url,
        "pagination": listing.pagination,
        "kind": listing.kind,
        "held": held,
        "said": None if listing.problem else dump_listing(listing),
        "read_by": None if listing.problem else reader,
        "marks": marks,
        "place": "" if listing.problem else main_place(listing.items),
    }
    return state


def usual_count(count: int, before: float | None) -> float:
    """Return how many items a listing shows as a rule, now that it shows so many.

    A night on which it showed thousands must not make all others too few.

    >>> usual_count(8, None), usual_count(10, 20), usual_count(9000, 20)
    (8.0, 18.0, 24.0)
    """
    if before is None:
        return float(count)
    return before + (min(count, max(2 * before, _SMALL)) - before) / 5


def marks_of(listing: Listing, ask: Ask, begin: str) -> frozenset[str]:
    """Return the parameters that number the pages of a listing, now or ever before.

    ``begin`` is where the list begins: the last page may lead to no other.
    """
    others = [begin, *listing.pages, *filter(None, [listing.onward_url])]
    row = ask.item
    return pager_parameters(ask.url, others).union(
        row.listing.get("marks", ()) if row is not None else ()
    )


def without_marks(listing: Listing, names: frozenset[str]) -> Listing:
    """Return a listing whose items do not carry the number of their page.

    A box beside the list may link to one of its items without that number. What says
    otherwise there than on the page is the item's own.
    """
    urls = [item.url for item in listing.items]
    bare = [without_parameters(url, names) for url in urls]
    called = {(u, item.title) for u, item in zip(bare, listing.items, strict=True)}
    is_told_apart = len(called) == len(set(bare)) and 2 * len(called) >= len(set(urls))
    if bare == urls or not is_told_apart:
        return listing  # what tells items apart numbers no pages
    here = values_of(listing.url.partition("?")[2])
    plain = [without_parameters(url, _numbers_in(url, here, names)) for url in urls]
    return replace(
        listing,
        items=tuple(
            replace(item, url=url)
            for item, url in zip(listing.items, plain, strict=True)
        ),
    )


def _numbers_in(
    url: str, here: Mapping[str, str], names: frozenset[str]
) -> frozenset[str]:
    """Return what in an item's address numbers the page: as that one is, or the first.

    ``here`` is what the page is asked with; the first may have no number.
    """
    said = values_of(url.partition("?")[2])
    return frozenset(
        name
        for name in names & said.keys()
        if (said[name] == here[name] if name in here else said[name] in _FIRST)
    )


#: How the first page of a list is numbered.
_FIRST = frozenset(["", "0", "1"])


def _held(
    answer: Fetched, capture: NewCapture, before: dict[str, Any] | None
) -> dict[str, Any]:
    """Return what the next request and a 304 to it need; as before if all is so."""
    seen = validators_of(answer)
    validators = {
        "etag": seen["etag"] or "",
        "last_modified": seen["last_modified"] or "",
        "url": answer.url,
    }
    if before and before["locator"]["digest"] == capture.digest:
        return {**before, "validators": validators}
    return {"validators": validators, "locator": dump_locator(capture)}

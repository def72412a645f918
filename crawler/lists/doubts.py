"""Whether a listing is to be believed, and what of one that is not. Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from corpus.store.articles import load_listing
from crawler.ask import Ask
from crawler.lists.reach import elsewhere
from parsers.model import Listing, Problem, ProblemKind
from parsers.urls import item_key

#: A listing that shows less than this share of its usual items is not believed,
#: nor one that shows less than that and does not lead on any more.
FEW, FEWER = 0.3, 0.7


def doubt_listing(ask: Ask, listing: Listing, seeds: Sequence[str]) -> Problem | None:
    """Return why a listing is not believed: it shows nothing, or far too little.

    Of a day there may be one item or none, and on a last page one, whatever others
    had. A seed whose items lie on other sites shows nothing of its own.
    """
    count, row = len(listing.items), ask.item
    is_last = listing.onward_url is None and listing.kind != "sitemap"
    if ask.depth > 0 and (row is None or is_last):
        return None
    if count == 0 and (ask.depth == 0 or row.usual_count >= 1):
        was_index = row is None or row.usual_count < 1
        if listing.sections or (listing.is_index and was_index):
            return None
        if listing.pagination == "days":
            return None
        return Problem(
            kind=ProblemKind.EMPTY,
            detail="no items are found in this listing",
            url=ask.url,
        )
    if ask.depth == 0 and (where := elsewhere(listing.items, seeds)):
        return Problem(kind=ProblemKind.EMPTY, detail=where, url=ask.url)
    if row is None or row.usual_count < 5 or listing.pagination == "days":
        return None
    least = FEWER if listing.onward_url is None and _led_on(row) else FEW
    if count < least * row.usual_count:
        return Problem(
            kind=ProblemKind.EXTRACTOR,
            detail=f"{count} items are found where {row.usual_count:.0f} are usual",
            url=ask.url,
        )
    return None


def _led_on(row: Any) -> bool:
    """Tell whether a listing had further pages when it was last believed."""
    said = row.listing.get("said")
    return bool(said and load_listing(said).onward_url)


def only_alike(listing: Listing, row: Any) -> Listing:
    """Return a listing with the items that stand where those before them stood."""
    said = row.listing.get("said") if row is not None else None
    if not said:
        return listing
    homes = {_home(item.url) for item in load_listing(said).items}
    items = tuple(item for item in listing.items if _home(item.url) in homes)
    return replace(listing, items=items)


def _home(url: str) -> str:
    """Return the folder in which an address lies, whatever the day in it."""
    return re.sub(r"\d+", "0", item_key(url).partition("?")[0].rpartition("/")[0])

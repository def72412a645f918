"""What a listing's answer comes to: items that are new, and where the walk goes on."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from corpus.archive import ArchiveError, Locator
from corpus.store.articles import dump_listing, dump_teaser, load_listing
from corpus.store.items import add_items, set_items
from corpus.store.keep import Look, NewCapture
from corpus.store.places import dump_place, load_place
from crawler.ask import Ask, as_capture, validators_of
from crawler.policy import Fetched, FetchProblem, Validators
from crawler.site import is_scope
from parsers.model import ItemStatus, Listing, Problem, ProblemKind, Teaser
from parsers.places import place_parameters, without_places
from parsers.reader import READER
from parsers.urls import (
    item_key,
    pager_parameters,
    plain_url,
    without_parameters,
)

if TYPE_CHECKING:
    from crawler.crawl import Crawl

#: A listing that shows less than this share of its usual items is not believed,
#: nor one that shows less than that and does not lead on any more.
FEW, FEWER = 0.3, 0.7
#: A server that answers so has no such page.
GONE = (404, 410)


class ListingReader:
    """Reads the listings of one run."""

    def __init__(self, crawl: "Crawl") -> None:
        self._crawl = crawl
        self._site_id = crawl.lease.site_id

    def ask(self, url: str, depth: int) -> Ask:
        """Return the request for a listing, with what its last answer said."""
        row = self._crawl.store.listing(self._site_id, url)
        held = row.listing.get("held") if row else None
        return Ask(
            url=url,
            role="listing",
            depth=depth,
            item=row,
            validators=Validators(**held["validators"]) if held else None,
        )

    def answered(self, ask: Ask, answer: Fetched | FetchProblem) -> list[Ask]:
        """Take a listing's answer, keep what it came to, return what to ask next."""
        if isinstance(answer, FetchProblem):
            captures = self._crawl.keeper.archived(answer)
            is_forbidden = answer.problem.kind == ProblemKind.ROBOTS
            return self._failed(ask, answer.problem, captures, is_for_good=is_forbidden)
        captures = self._crawl.keeper.archived(answer, original=self._original(ask))
        try:
            said = self._said(ask, answer, captures[-1])
            parsed = said or self._parse(ask, answer)
        except ArchiveError as error:
            return [self._ask_again(ask, error, captures)]
        if isinstance(parsed, Problem):
            is_gone = answer.last.status in GONE
            parsed = replace(parsed, url=ask.url)
            return self._failed(ask, parsed, captures, is_for_good=is_gone)
        marks = _marks(parsed, ask)
        if doubt := self._doubt(ask, parsed):
            # what a doubtful listing does show is read all the same, but no menu
            parsed = _only_alike(parsed, ask.item)
            self._doubted(ask, doubt, captures)
        else:
            self._crawl.dead_ends.reads(ask.url)
            self._crawl.keeper.keep(
                Look(
                    url=ask.url,
                    at=self._crawl.now(),
                    outcome="listings",
                    captures=captures,
                    listing=self._state(
                        ask,
                        parsed,
                        answer,
                        captures[-1],
                        marks=sorted(marks),
                        is_as_before=bool(said),
                    ),
                )
            )
        if parsed.problem:
            broken = replace(parsed.problem, url=ask.url)
            self._crawl.keeper.problem(broken, now=self._crawl.now())
            self._crawl.walk.broke(ask.url)
        parsed = self._without_places(_without_marks(parsed, marks))
        if not said:  # what shows the same has lost nothing
            self._note_listed(ask, parsed)
        asks, new_count = self._take_items(parsed)
        follow = self._crawl.walk.go_on(
            parsed, url=ask.url, depth=ask.depth, new_count=new_count
        )
        return [self.ask(url, ask.depth + 1) for url in follow] + asks

    def _ask_again(
        self, ask: Ask, error: ArchiveError, captures: tuple[NewCapture, ...]
    ) -> Ask:
        """Return the request for the whole of what the archive cannot give back."""
        self._crawl.keeper.keep(
            Look(
                url=ask.url,
                at=self._crawl.now(),
                outcome="problems",
                captures=captures,
                problems=(
                    Problem(kind=ProblemKind.STORAGE, detail=str(error), url=ask.url),
                ),
            )
        )
        return replace(ask, item=None, validators=None)

    def _said(self, ask: Ask, answer: Fetched, capture: NewCapture) -> Listing | None:
        """Return what was read before from the very page that answers now."""
        kept = ask.item.listing if ask.item else {}
        is_same = kept.get("held") and (
            answer.last.status == 304
            or capture.digest == kept["held"]["locator"]["digest"]
        )
        is_ours = is_scope(self._crawl.site, answer.url)
        if not is_same or not is_ours or kept.get("read_by") != self._reader():
            return None
        return load_listing(kept["said"])

    def _reader(self) -> list[Any]:
        """Return what decides how a listing is read, beside its page."""
        return [READER, repr(self._crawl.site.rules)]

    def _parse(self, ask: Ask, answer: Fetched) -> Listing | Problem:
        if answer.last.status in GONE:
            return Problem(
                kind=ProblemKind.HTTP_STATUS,
                detail=f"the listing answers {answer.last.status}",
            )
        if answer.last.status == 304:
            original = self._original(ask)
            if original is None:
                return Problem(
                    kind=ProblemKind.HTTP_STATUS,
                    detail="the listing answers 304 to a request without conditions",
                )
            capture = self._crawl.archive.read(original)
        else:
            capture = as_capture(answer)
        if not is_scope(self._crawl.site, capture.url):
            return Problem(
                kind=ProblemKind.REDIRECT,
                detail=f"the listing leads to another site: {capture.url}",
            )
        from crawler.worker import parse_listing  # an ordinary night reads no page

        return parse_listing(
            capture, profile=self._crawl.learner.profile, rules=self._crawl.site.rules
        )

    def _original(self, ask: Ask) -> Locator | None:
        held = ask.item.listing.get("held") if ask.item else None
        return load_place(held["locator"]) if held else None

    def _failed(
        self,
        ask: Ask,
        problem: Problem,
        captures: tuple[NewCapture, ...],
        *,
        is_for_good: bool,
    ) -> list[Ask]:
        """Keep why a listing could not be read; return the request for a way round."""
        walk, now = self._crawl.walk, self._crawl.now()
        around = walk.way_round(ask.url, is_for_good=is_for_good)
        # a list ends before a further page that was never read and never can be
        is_further = ask.depth > 0 and ask.item is None
        is_lasting = is_further and self._crawl.dead_ends.fails(ask.url, now=now)
        is_dead_end = is_further and (is_for_good or is_lasting)
        if not (around and is_for_good):
            walk.broke(ask.url, is_dead_end=is_dead_end)
        self._keep_problem(ask, problem, captures)
        return [self.ask(url, ask.depth) for url in around]

    def _doubted(
        self, ask: Ask, doubt: Problem, captures: tuple[NewCapture, ...]
    ) -> None:
        """Keep why a listing is not believed."""
        self._crawl.walk.broke(ask.url)
        self._keep_problem(ask, doubt, captures)

    def _keep_problem(
        self, ask: Ask, problem: Problem, captures: tuple[NewCapture, ...]
    ) -> None:
        self._crawl.keeper.keep(
            Look(
                url=ask.url,
                at=self._crawl.now(),
                outcome="problems",
                captures=captures,
                problems=(problem,),
            )
        )

    def _doubt(self, ask: Ask, listing: Listing) -> Problem | None:
        """Return why a listing is not believed: it shows nothing, or far too little."""
        count, row = len(listing.items), ask.item
        if ask.depth > 0 and (row is None or listing.onward_url is None):
            return None
        if count == 0 and (ask.depth == 0 or row.usual_count >= 1):
            if listing.sections:
                return None
            return Problem(
                kind=ProblemKind.EMPTY,
                detail="no items are found in this listing",
                url=ask.url,
            )
        if row is None or row.usual_count < 5:
            return None
        least = FEWER if listing.onward_url is None and _led_on(row) else FEW
        if count < least * row.usual_count:
            return Problem(
                kind=ProblemKind.EXTRACTOR,
                detail=f"{count} items are found where {row.usual_count:.0f} are usual",
                url=ask.url,
            )
        return None

    def _take_items(self, listing: Listing) -> tuple[list[Ask], int]:
        """Keep what a listing shows of items; return requests for the unread ones.

        The number is that of the items no walk that came to its end had shown.
        """
        teasers = self._own_teasers(listing.items)
        store, keeper = self._crawl.store.items, self._crawl.keeper
        shown = store.shown(self._site_id, teasers)
        first = {row.id for row in shown.values() if not keeper.is_listed(row)}
        # what a killed run took from a first page must still lead on to the second
        unwalked = sum(item_id > self._crawl.walked_to for item_id in first)
        changed = {
            row.id: {"teaser": teaser}
            for key, row in shown.items()
            if (teaser := self._shown(row, teasers[key])) != row.teaser
        }
        keeper.keep_listed(first)
        new = [key for key in teasers if key not in shown]
        if new or changed:
            self._keep_items({key: teasers[key] for key in new}, changed)
        wanted = [
            key
            for key in teasers
            if key not in shown
            or shown[key].revision_id is None
            or shown[key].status == ItemStatus.REMOVED
        ]
        known = store.known(self._site_id, wanted) if wanted else {}
        asks = [
            Ask(url=known[key].url, role="item", item=known[key])
            for key in wanted
            if not self._crawl.asked_before(known[key].id)
        ]
        return asks, len(new) + unwalked

    def _note_listed(self, ask: Ask, listing: Listing) -> None:
        """Remember what a page of a list showed before, and what it shows now."""
        said = ask.item.listing.get("said") if ask.item else None
        was = self._without_places(load_listing(said)) if said else None
        self._crawl.items.identity.note_listed(
            self._crawl.walk.begin_of(ask.url),
            before=_keys(was) if was else (),
            now=_keys(listing),
        )

    def _without_places(self, listing: Listing) -> Listing:
        """Return a listing whose items are not told apart by where they stand in it."""
        names = self._crawl.place_names
        names |= place_parameters([item.url for item in listing.items])
        if not names:
            return listing
        items = (
            replace(item, url=without_places(item.url, names)) for item in listing.items
        )
        return replace(listing, items=tuple(items))

    def _keep_items(
        self, new: Mapping[str, Teaser], changed: Mapping[int, Mapping[str, Any]]
    ) -> None:
        """Keep new items, which are pending, and what is shown of known ones."""
        now = self._crawl.now()
        with self._crawl.writing() as connection:
            add_items(
                connection,
                [
                    {
                        "site_id": self._site_id,
                        "key": key,
                        "url": plain_url(teaser.url),
                        "is_baseline": self._crawl.is_baseline,
                        "first_seen": now,
                        "teaser": dump_teaser(teaser),
                        "listed_run": self._crawl.run_id,
                    }
                    for key, teaser in new.items()
                ],
            )
            set_items(connection, changed)

    def _shown(self, row: Any, teaser: Teaser) -> dict[str, Any]:
        """Return what listings show of an item, with the date that one of them gives.

        A box of links may show an item before the list does, and without its date.
        """
        shown, held = dump_teaser(teaser), row.teaser or {}
        had, has = held.get("published"), shown["published"]
        if self._crawl.keeper.is_listed(row) and (had or not has):
            return held
        return shown if has else {**shown, "published": had}

    def _own_teasers(self, items: Iterable[Teaser]) -> dict[str, Teaser]:
        """Return the teasers of this site's items by key, first one first."""
        found: dict[str, Teaser] = {}
        for teaser in items:
            if not is_scope(
                self._crawl.site, teaser.url
            ) or self._crawl.walk.is_listing(teaser.url):
                continue
            found.setdefault(item_key(teaser.url), teaser)
        return found

    def _state(
        self,
        ask: Ask,
        listing: Listing,
        answer: Fetched,
        capture: NewCapture,
        *,
        marks: list[str],
        is_as_before: bool,
    ) -> dict[str, Any]:
        """Return what the store keeps of a listing, or what of that is new."""
        count, row = len(listing.items), ask.item
        usual = float(count) if row is None else row.usual_count
        state: dict[str, Any] = {
            "item_count": count,
            "usual_count": usual + (count - usual) / 5,
            "seen_run": self._crawl.run_id,
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
            "read_by": None if listing.problem else self._reader(),
            "marks": marks,
        }
        return state


def _keys(listing: Listing) -> list[str]:
    return [item_key(item.url) for item in listing.items]


def _marks(listing: Listing, ask: Ask) -> frozenset[str]:
    """Return the parameters that number the pages of a listing, now or ever before."""
    others = [*listing.pages, *filter(None, [listing.onward_url])]
    row = ask.item
    return pager_parameters(ask.url, others).union(
        row.listing.get("marks", ()) if row is not None else ()
    )


def _without_marks(listing: Listing, names: frozenset[str]) -> Listing:
    """Return a listing whose items do not carry the number of their page."""
    urls = [item.url for item in listing.items]
    plain = [without_parameters(url, names) for url in urls]
    if plain == urls or len(set(plain)) < len(set(urls)):
        return listing  # what tells items apart numbers no pages
    return replace(
        listing,
        items=tuple(
            replace(item, url=url)
            for item, url in zip(listing.items, plain, strict=True)
        ),
    )


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
    return {"validators": validators, "locator": dump_place(capture)}


def _led_on(row: Any) -> bool:
    """Tell whether a listing had further pages when it was last believed."""
    said = row.listing.get("said")
    return bool(said and load_listing(said).onward_url)


def _only_alike(listing: Listing, row: Any) -> Listing:
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

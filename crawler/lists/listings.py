"""What a listing's answer comes to: items that are new, and where the walk goes on."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from corpus.archive import ArchiveError
from corpus.store.articles import load_listing
from corpus.store.keep import Look, NewCapture
from crawler.ask import Ask, as_capture
from crawler.lists.doubts import doubt_listing, only_alike
from crawler.lists.listed import Listed
from crawler.lists.other_ways import OtherWays
from crawler.lists.places import main_place
from crawler.lists.state import (
    marks_of,
    original_of,
    said_before,
    state_of,
    usual_count,
)
from crawler.policy import Fetched, FetchProblem, Validators
from crawler.site import is_scope
from parsers.model import Listing, Problem, ProblemKind
from parsers.reader import READER
from parsers.urls import plain_url

if TYPE_CHECKING:
    from crawler.crawl import Crawl

#: A server that answers so has no such page.
GONE = (404, 410)


class ListingReader:
    """Reads the listings of one run."""

    def __init__(self, crawl: "Crawl") -> None:
        self._crawl = crawl
        self._listed = Listed(crawl)
        #: What decides how a listing is read, beside its page.
        self._reader = [READER, repr(crawl.site.rules)]
        #: By a page to be read: where the list stood on the page that led to it.
        self._stood: dict[str, str] = {}
        self._ways = OtherWays(crawl)
        #: What was received as a listing in this run, byte for byte.
        self.digests: set[str] = set()
        #: Pages that wait until all items were asked for.
        self._passed_over: list[Ask] = []

    def is_at_home(self, item_id: int) -> bool:
        """Tell whether a list of this run shows an item at its own address."""
        return item_id in self._listed.at_home

    def ask(self, url: str, depth: int) -> Ask:
        """Return the request for a listing, with what its last answer said.

        Each visit of some sites gives the pages of a list other addresses.
        """
        row = self._crawl.store.listing(self._crawl.lease.site_id, plain_url(url))
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
        self._crawl.asked_last.note(plain_url(ask.url), answer)
        if isinstance(answer, FetchProblem):
            captures = self._crawl.keeper.archived(answer)
            is_forbidden = answer.problem.kind == ProblemKind.ROBOTS
            return self._failed(ask, answer.problem, captures, is_for_good=is_forbidden)
        captures = self._crawl.keeper.archived(answer, original=original_of(ask))
        if answer.last.status not in GONE:
            self.digests.add(captures[-1].digest)
        try:
            said = self._said(ask, answer, captures[-1])
            parsed = said or self._parse(ask, answer)
        except ArchiveError as error:
            return [self._ask_again(ask, error, captures)]
        if isinstance(parsed, Problem):
            is_gone = answer.last.status in GONE
            parsed = replace(parsed, url=ask.url)
            feeds = [self.ask(u, 1) for u in self._ways.feeds(ask, answer, parsed)]
            return feeds + self._failed(ask, parsed, captures, is_for_good=is_gone)
        if self._ways.is_of_others(ask.url, parsed):
            self._look_past(ask, captures)
            return []
        marks = marks_of(parsed, ask, self._crawl.walk.begin_of(ask.url))
        if doubt := doubt_listing(ask, parsed, self._crawl.site.seeds):
            # what a doubtful listing does show is read all the same, but no menu
            parsed = only_alike(parsed, ask.item)
            self._doubted(ask, doubt, captures, count=len(parsed.items))
        else:
            self._crawl.dead_ends.reads(plain_url(ask.url))
            self._crawl.keeper.keep(
                Look(
                    url=plain_url(ask.url),
                    at=self._crawl.now(),
                    outcome="listings",
                    captures=captures,
                    listing=state_of(
                        ask,
                        parsed,
                        answer,
                        captures[-1],
                        marks=sorted(marks),
                        is_as_before=bool(said),
                        run_id=self._crawl.run_id,
                        reader=self._reader,
                    ),
                )
            )
        if parsed.problem:
            broken = replace(parsed.problem, url=ask.url)
            self._crawl.keeper.problem(broken, now=self._crawl.now())
            self._crawl.walk.broke(ask.url)
        parsed = self._listed.plain(parsed, marks)
        if not said:  # what shows the same has lost nothing
            self._listed.note(ask, parsed, marks)
        if parsed.onward_url and (place := main_place(parsed.items)):
            self._stood[plain_url(parsed.onward_url)] = place
        asks, new_count = self._listed.take(parsed, ask.url)
        follow = self._crawl.walk.go_on(
            parsed, url=ask.url, depth=ask.depth, new_count=new_count
        )
        if trap := self._crawl.walk.trap:
            problem = Problem(kind=ProblemKind.TRAP, detail=trap, url=ask.url)
            self._crawl.keeper.problem(problem, now=self._crawl.now())
        follow += self._ways.later(ask, parsed.later)
        further = [self.ask(url, ask.depth + 1) for url in follow]
        return [way for page in further for way in self._now_or_last(page)] + asks

    def _look_past(self, ask: Ask, captures: tuple[NewCapture, ...]) -> None:
        """Keep what was received, and no more."""
        look = Look(url=plain_url(ask.url), at=self._crawl.now(), outcome="unchanged")
        self._crawl.keeper.keep(replace(look, captures=captures))

    def _now_or_last(self, ask: Ask) -> list[Ask]:
        """Return the request for a further page; for one to come last, a way round."""
        if not self._crawl.asked_last.comes_last(plain_url(ask.url)):
            return [ask]
        self._passed_over.append(ask)
        walk = self._crawl.walk
        walk.broke(ask.url)
        around = walk.way_round(ask.url, is_for_good=False)
        return [self.ask(url, ask.depth) for url in around]

    async def ask_last(self) -> None:
        """See whether pages that were passed over answer again: the next run reads."""
        for ask in self._passed_over:
            if not self._crawl.may_ask():
                return
            with self._crawl.survive(ask.url):
                url, answer = plain_url(ask.url), await self._crawl.fetch(ask.url, None)
                self._crawl.asked_last.note(url, answer)
                if isinstance(answer, FetchProblem):
                    captures = self._crawl.keeper.archived(answer)
                    self._failed(ask, answer.problem, captures, is_for_good=False)
                else:
                    self._crawl.put_aside(url, answer)

    def _ask_again(
        self, ask: Ask, error: ArchiveError, captures: tuple[NewCapture, ...]
    ) -> Ask:
        """Return the request for the whole of what the archive cannot give back."""
        lost = Problem(kind=ProblemKind.STORAGE, detail=str(error), url=ask.url)
        self._keep_problem(ask, lost, captures)
        return replace(ask, item=None, validators=None)

    def _said(self, ask: Ask, answer: Fetched, capture: NewCapture) -> Listing | None:
        """Return what was read before from the very page that answers now."""
        if not is_scope(self._crawl.site, answer.url):
            return None
        return said_before(ask, answer, capture, reader=self._reader)

    def _parse(self, ask: Ask, answer: Fetched) -> Listing | Problem:
        if answer.last.status in GONE:
            return Problem(
                kind=ProblemKind.HTTP_STATUS,
                detail=f"the listing answers {answer.last.status}"
                + self._ways.told_of_news(ask, answer),
            )
        if answer.last.status == 304:
            original = original_of(ask)
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
            capture,
            rules=self._crawl.site.rules,
            places=self._places(ask),
        )

    def _places(self, ask: Ask) -> Sequence[str]:
        """Return where lists stand: after a first run, by what that one showed.

        In a first one, where the page before this one had its own: the last may show
        less than the menu beside it.
        """
        places = self._crawl.list_places
        kept = ask.item.listing if ask.item is not None and ask.depth == 0 else {}
        if not places.known and kept.get("place"):
            self._listed.learn(load_listing(kept["said"]), kept["place"])
        before = self._stood.get(plain_url(ask.url))
        return places.known or ([before] if before else ())

    def _failed(
        self,
        ask: Ask,
        problem: Problem,
        captures: tuple[NewCapture, ...],
        *,
        is_for_good: bool,
    ) -> list[Ask]:
        """Keep why a listing could not be read; return the request for a way round.

        A year that has begun may have no list yet, and a feed was only tried.
        """
        walk, now = self._crawl.walk, self._crawl.now()
        if ask.item is None and self._ways.is_tried(ask.url):
            self._look_past(ask, captures)
            return []
        around = walk.way_round(ask.url, is_for_good=is_for_good)
        around += self._ways.later(ask, ())
        # a list ends before a further page that never can be read, or no more
        is_further = ask.depth > 0
        is_lasting = is_further and self._crawl.dead_ends.fails(
            plain_url(ask.url), now=now
        )
        is_missing = is_further and ask.item is None and is_for_good
        since = ask.item.seen_run if ask.item else 0
        if not (around and is_for_good):
            walk.broke(ask.url, is_dead_end=is_missing or is_lasting, since=since)
        self._keep_problem(ask, problem, captures)
        return [self.ask(url, ask.depth) for url in around]

    def _doubted(
        self,
        ask: Ask,
        doubt: Problem,
        captures: tuple[NewCapture, ...],
        *,
        count: int,
    ) -> None:
        """Keep why a listing is not believed; one that stays short becomes usual."""
        self._crawl.walk.broke(ask.url)
        usual = usual_count(count, ask.item.usual_count) if ask.item and count else None
        self._keep_problem(
            ask, doubt, captures, listing={"usual_count": usual} if usual else None
        )

    def _keep_problem(
        self,
        ask: Ask,
        problem: Problem,
        captures: tuple[NewCapture, ...],
        *,
        listing: Mapping[str, Any] | None = None,
    ) -> None:
        self._crawl.keeper.keep(
            Look(
                url=plain_url(ask.url),
                listing=listing,
                at=self._crawl.now(),
                outcome="problems",
                captures=captures,
                problems=(problem,),
            )
        )

"""What an item's answer comes to: a revision, nothing new, perhaps gone, a problem."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from corpus.archive import ArchiveError, Locator
from corpus.store.articles import as_listed, load_teaser
from corpus.store.keep import Look, NewCapture
from corpus.store.locators import locator_of, original_of
from crawler.ask import as_capture, validators_of
from crawler.items.doubts import PERHAPS_GONE, Doubts
from crawler.items.identity import Identity
from crawler.items.judge import alive_values, gone_values
from crawler.items.parts import Parts, PartsProblem
from crawler.items.refresh import follow_refresh
from crawler.items.revisions import Revisions, is_sought
from crawler.lists.front_page import FrontPage
from crawler.policy import Fetched, FetchProblem
from crawler.site import is_scope
from parsers.model import Article, Capture, Problem, ProblemKind
from parsers.urls import item_key, plain_url

if TYPE_CHECKING:
    from crawler.crawl import Crawl


_SHOWS_A_LIST = Problem(
    kind=ProblemKind.REDIRECT,
    detail="shows a list in its place, and a listing still shows it",
)


class ItemReader:
    """Reads the items of one run."""

    def __init__(self, crawl: "Crawl") -> None:
        self._crawl = crawl
        self._site_id = crawl.lease.site_id
        self._parts = Parts(crawl)
        self._front_page = FrontPage(crawl)
        self.doubts = Doubts(crawl, self)
        self.identity = Identity(crawl)
        self.revisions = Revisions(crawl, self)

    async def answered(self, item: Any, answer: Fetched | FetchProblem) -> None:
        """Take an item's answer, and keep what it came to."""
        self._crawl.asked_last.note(item.url, answer)
        if isinstance(answer, Fetched):
            answer = await follow_refresh(self._crawl, answer)
        if isinstance(answer, FetchProblem):
            self._failed(item, answer)
            return
        answer = await self._at_home(item, answer)
        captures = self._crawl.keeper.archived(answer, original=_original(item))
        status = answer.last.status
        if status in (404, 410):
            self.gone(item, str(status), captures)
            return
        where = self._where(item, answer)
        if isinstance(where, Problem):
            self.problem(item, where, captures)
        elif where == "listing":
            self.doubts.add(item, _led_away(answer), as_capture(answer), captures)
        elif status == 304 or (where == "here" and captures[-1].digest == item.digest):
            if item.parts and await self._parts_changed(item, answer, captures):
                return
            if status != 304 and (item.etag or item.last_modified):
                self._crawl.validation.audited()
            self._as_before(item, answer, captures)
        elif captures[-1].digest in self._crawl.listings.digests:
            self.doubts.add(item, _SHOWS_A_LIST, as_capture(answer), captures)
        else:
            await self._read(item, answer, captures)

    async def _at_home(self, item: Any, answer: Fetched) -> Fetched:
        """Return what an item's own address answers again, if a list shows it there.

        It was not found for a night, and was asked for at another address that it has:
        it has not moved there.
        """
        if item.gone_at is None or not self._crawl.listings.is_at_home(item.id):
            return answer
        if not (is_sought(item, as_capture(answer)) and self._crawl.may_ask()):
            return answer
        own = await self._crawl.fetch(item.url, None)
        is_there = isinstance(own, Fetched) and own.last.status == 200
        self._crawl.put_aside(item.url, answer if is_there else own)
        return own if isinstance(own, Fetched) and is_there else answer

    def _where(self, item: Any, answer: Fetched) -> str | Problem:
        is_own = item_key(answer.url) in (item.key, item_key(item.url))
        if answer.last.status == 304 or is_own:
            return "here"
        if self._crawl.walk.is_listing(answer.url):
            return "listing"
        if self._crawl.store.listing(self._site_id, plain_url(answer.url)):
            return "listing"
        if item.revision_id is not None and self._front_page.is_at(answer.url):
            return "listing"
        if not is_scope(self._crawl.site, answer.url, item_url=item.url):
            return Problem(
                kind=ProblemKind.REDIRECT,
                detail=f"leads to another site: {answer.url}",
                url=item.url,
            )
        return "elsewhere"

    async def _read(
        self, item: Any, answer: Fetched, captures: tuple[NewCapture, ...]
    ) -> None:
        capture = as_capture(answer)
        article = self._parse(item, capture)
        if isinstance(article, Problem):
            if article.kind in PERHAPS_GONE:
                self.doubts.add(item, article, capture, captures)
            else:
                self.problem(item, replace(article, url=item.url), captures)
            return
        parts: tuple[NewCapture, ...] = ()
        part_values: tuple[Mapping[str, Any], ...] = ()
        if article.page_urls:
            try:
                read = await self._parts.read(item, article)
            except PartsProblem as error:
                self.problem(item, error.problem, captures)
                return
            pages = [article, *(self._parse(item, c) for c in read.captures)]
            if bad := next((p for p in pages if isinstance(p, Problem)), None):
                self.problem(item, replace(bad, url=item.url), captures)
                return
            from parsers.article import join_pages  # an ordinary night reads no page

            article = join_pages([p for p in pages if isinstance(p, Article)])
            parts, part_values = read.kept, read.values
        look = self.revisions.look_of(item, article, answer, captures)
        look = replace(look, parts=parts, part_values=part_values)
        if self.revisions.judge(item, article, capture, look):
            self._crawl.lessons.learn(item.id, capture, article)

    def _parse(self, item: Any, capture: Capture) -> Article | Problem:
        from crawler.worker import parse_article  # an ordinary night reads no page

        teaser = load_teaser(item.teaser) if item.teaser else None
        article = parse_article(
            capture,
            profile=self._crawl.lessons.profile,
            rules=self._crawl.site.rules,
            teaser=teaser,
        )
        if isinstance(article, Problem):
            return article
        return as_listed(article, item.teaser, self._claimed_teaser(item, article))

    def _claimed_teaser(self, item: Any, article: Article) -> Mapping[str, Any] | None:
        """Return what a list says of the address that an undated page claims."""
        if article.published is not None or not article.canonical_url:
            return None
        key = item_key(article.canonical_url)
        if key == item.key:
            return None
        known = self._crawl.store.items.known(self._site_id, [key])
        return known[key].teaser if key in known else None

    def alive(self, item: Any, *, published_on: str | None) -> dict[str, Any]:
        """Return the columns of an item that answered as an article."""
        return alive_values(
            item,
            now=self._crawl.now(),
            run_id=self._crawl.run_id,
            published_on=published_on,
        )

    def _as_before(
        self, item: Any, answer: Fetched, captures: tuple[NewCapture, ...]
    ) -> None:
        values = self.alive(item, published_on=item.published_on)
        if answer.last.status != 304:
            values |= validators_of(answer)
        self._keep(item, "unchanged", captures, values)

    def gone(self, item: Any, how: str, captures: tuple[NewCapture, ...]) -> None:
        """Keep that an item was found gone; nothing is proven yet."""
        values = gone_values(
            item, how=how, now=self._crawl.now(), run_id=self._crawl.run_id
        )
        self._keep(item, "pending", captures, values)

    def _failed(self, item: Any, failure: FetchProblem) -> None:
        captures = self._crawl.keeper.archived(failure)
        problem = failure.problem
        if problem.kind == ProblemKind.ROBOTS and item.revision_id is None:
            values = {"looked_run": self._crawl.run_id}
            self._keep(item, "skipped", captures, values)
            return
        self.problem(item, problem, captures)

    def problem(
        self,
        item: Any,
        problem: Problem,
        captures: tuple[NewCapture, ...],
        values: Mapping[str, Any] | None = None,
    ) -> None:
        """Keep that an answer is not believed; the item stays what it was.

        It is due in the next run all the same, behind what has waited for longer: a
        budget that went to what fails every night would leave nothing for the others.
        """
        kept: dict[str, Any] = {"looked_run": self._crawl.run_id}
        if item.due_at is not None:
            kept["due_at"] = self._crawl.now()
        kept.update(values or {})
        self._keep(item, "problems", captures, kept, (problem,))

    def _keep(
        self,
        item: Any,
        outcome: str,
        captures: tuple[NewCapture, ...],
        values: Mapping[str, Any],
        problems: tuple[Problem, ...] = (),
    ) -> None:
        self._crawl.keeper.keep(
            Look(
                url=item.url,
                at=self._crawl.now(),
                outcome=outcome,
                captures=captures,
                item_id=item.id,
                item=values,
                problems=problems,
            )
        )

    async def _parts_changed(
        self, item: Any, answer: Fetched, captures: tuple[NewCapture, ...]
    ) -> bool:
        """Look at the further pages of an item whose first page is as before."""
        try:
            read = await self._parts.check(item)
        except PartsProblem as error:
            self.problem(item, error.problem, captures)
            return True
        if not read.is_changed:
            return False
        first = (
            self.last_good(item) if answer.last.status == 304 else as_capture(answer)
        )
        if first is None:
            return False
        await self._read(item, replace_payload(answer, first), captures)
        return True

    def last_good(self, item: Any) -> Capture | None:
        """Return the last good capture of an item, if the archive can be read."""
        if item.file is None:
            return None
        try:
            return self._crawl.archive.read(locator_of(item))
        except ArchiveError:
            return None


def replace_payload(answer: Fetched, capture: Capture) -> Fetched:
    """Return a 304 answer with the payload that it stands for."""
    last = replace(
        answer.last, payload=capture.payload, headers=capture.headers, status=200
    )
    return replace(answer, exchanges=(*answer.exchanges[:-1], last))


def _led_away(answer: Fetched) -> Problem:
    return Problem(
        kind=ProblemKind.REDIRECT,
        detail=f"leads away, and a listing still shows it: {answer.url}",
    )


def _original(item: Any) -> Locator | None:
    """Return the capture that an answer may repeat."""
    return None if item.file is None else original_of(item)

"""What an item's answer comes to: a revision, nothing new, perhaps gone, a problem."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from corpus.archive import ArchiveError, Locator
from corpus.store.articles import dump_article, load_teaser
from corpus.store.items import add_alias
from corpus.store.keep import Look, NewCapture, NewRevision, merge_item
from crawler.ask import as_capture, validators, validators_of
from crawler.doubts import PERHAPS_GONE, Doubts
from crawler.habits import has_end, has_its_letters
from crawler.identity import Identity, is_called_so
from crawler.judge import alive_values, doubt_edit, gone_values, is_garbled
from crawler.parts import Parts, PartsProblem
from crawler.policy import Fetched, FetchProblem
from crawler.site import is_scope
from parsers.fingerprint import fingerprint, minor_fingerprint
from parsers.model import Article, Capture, Problem, ProblemKind
from parsers.reader import READER
from parsers.urls import item_key

if TYPE_CHECKING:
    from crawler.crawl import Crawl


#: Items that fail one after the other before the others are left for the next run.
CLOSED = 5
#: How a server fails that is down, or asks to be left alone.
CLOSING = frozenset(
    {ProblemKind.HTTP_STATUS, ProblemKind.NETWORK, ProblemKind.TIMEOUT, ProblemKind.TLS}
)


class ItemReader:
    """Reads the items of one run."""

    def __init__(self, crawl: "Crawl") -> None:
        self._crawl = crawl
        self._site_id = crawl.lease.site_id
        self._parts = Parts(crawl)
        self._doubts = Doubts(crawl, self)
        self._identity = Identity(crawl)

    async def look_again(self) -> None:
        """Ask for every known item that is due, then settle what was doubtful."""
        crawl = self._crawl
        crawl.keeper.flush()
        await self._look_at(crawl.due())
        await self._look_at(self._identity.namesakes())
        await self._doubts.settle()

    async def _look_at(self, known: Iterable[Any]) -> None:
        """Ask for known items, each once in a run, while the site lets us."""
        crawl = self._crawl
        failed = 0
        for item in known:
            if crawl.asked_before(item.id):
                continue
            with crawl.survive(item.url):
                if failed == CLOSED and await self._is_closed():
                    self._leave(item)
                    return
            if not crawl.may_ask():
                return
            with crawl.survive(item.url):
                answer = await self._fetch(item)
                failed = failed + 1 if _is_closing(answer) else 0
                await self.answered(item, answer)
                if _may_not_ask(answer):
                    return

    async def _is_closed(self) -> bool:
        """Tell whether the site's first page fails as well as its items."""
        seed = self._crawl.site.seeds[0]
        return self._crawl.walk.is_broken(seed) or _is_closing(await self.aside(seed))

    def _leave(self, item: Any) -> None:
        """Tell that a site which failed so often is not asked for the rest."""
        detail = (
            f"the site's first page and {CLOSED} known items in a row failed; this "
            "item and those after it wait for the next run"
        )
        problem = Problem(kind=ProblemKind.BLOCKED, detail=detail, url=item.url)
        self._crawl.keeper.problem(problem, now=self._crawl.now())

    async def aside(self, url: str) -> Fetched | FetchProblem | None:
        """Ask for what is no item, only to learn how the site answers."""
        crawl = self._crawl
        if not crawl.may_ask():
            return None
        answer = await crawl.fetch(url, None)
        captures = crawl.keeper.archived(answer)
        crawl.keeper.keep(
            Look(url=url, at=crawl.now(), outcome="skipped", captures=captures)
        )
        return answer

    async def _fetch(self, item: Any) -> Fetched | FetchProblem:
        asked = self._crawl.validation.is_conditional(item.id)
        return await self._crawl.fetch(item.url, validators(item) if asked else None)

    async def answered(self, item: Any, answer: Fetched | FetchProblem) -> None:
        """Take an item's answer, and keep what it came to."""
        if isinstance(answer, FetchProblem):
            self._failed(item, answer)
            return
        captures = self._crawl.keeper.archived(answer, original=_original(item, answer))
        status = answer.last.status
        if status in (404, 410):
            self.gone(item, str(status), captures)
            return
        where = self._where(item, answer)
        if isinstance(where, Problem):
            self.problem(item, where, captures)
        elif where == "listing":
            self.gone(item, "led_away", captures)
        elif status == 304 or captures[-1].digest == item.digest:
            if item.parts and await self._parts_changed(item, answer, captures):
                return
            if status != 304 and (item.etag or item.last_modified):
                self._crawl.validation.audited()
            self._as_before(item, answer, captures)
        else:
            await self._read(item, answer, captures)

    def _where(self, item: Any, answer: Fetched) -> str | Problem:
        if answer.last.status == 304 or not answer.exchanges[:-1]:
            return "here"
        key = item_key(answer.url)
        if key in (item.key, item_key(item.url)):
            return "here"
        if self._crawl.walk.is_listing(answer.url):
            return "listing"
        if self._crawl.store.listing(self._site_id, answer.url):
            return "listing"
        if not is_scope(self._crawl.site, answer.url):
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
                self._doubts.add(item, article, capture, captures)
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
        self._crawl.learn(item.id, capture)
        look = self._look_of(item, article, answer, captures)
        self._judge(
            item, article, capture, replace(look, parts=parts, part_values=part_values)
        )

    def _parse(self, item: Any, capture: Capture) -> Article | Problem:
        from crawler.worker import parse_article  # an ordinary night reads no page

        teaser = load_teaser(item.teaser) if item.teaser else None
        article = parse_article(
            capture,
            profile=self._crawl.learner.profile,
            rules=self._crawl.site.rules,
            teaser=teaser,
        )
        if isinstance(article, Article) and article.published is None and teaser:
            return replace(article, published=teaser.published)
        return article

    def _look_of(
        self,
        item: Any,
        article: Article,
        answer: Fetched,
        captures: tuple[NewCapture, ...],
    ) -> Look:
        now = self._crawl.now()
        published = article.published
        values = self._alive(
            item,
            published_on=published.day.isoformat() if published else None,
            edited_at=item.edited_at,
        )
        values |= validators_of(answer)
        revision = NewRevision(
            fingerprint=fingerprint(article),
            minor_fingerprint=minor_fingerprint(article),
            words=words_of(article),
            article=dump_article(article),
            reader=READER,
            profile_version=self._crawl.learner.version,
        )
        return Look(
            url=item.url,
            at=now,
            outcome="revisions",
            captures=captures,
            item_id=item.id,
            item=values,
            as_item=True,
            revision=revision,
        )

    def _judge(self, item: Any, article: Article, capture: Capture, look: Look) -> None:
        if broken := self._breaks_habit(item, article, capture):
            self._doubts.add(item, broken, capture, look.captures, look)
            return
        if item.revision_id is None:
            self._first_reading(item, article, capture, look)
            return
        revision = _revision(look)
        is_same = revision.fingerprint == item.fingerprint
        if self._is_led_on(item, capture):
            moved = self._moved(item, capture, look, is_same=is_same)
            if isinstance(moved, Problem):
                self.problem(item, moved, look.captures)
                return
            look = moved
        if not is_same:
            self._crawl.validation.note(
                item, etag=look.item["etag"], last_modified=look.item["last_modified"]
            )
        elif item.etag or item.last_modified:
            self._crawl.validation.audited()
        if is_same and revision.minor_fingerprint == item.minor_fingerprint:
            values = self._alive(
                item,
                published_on=look.item["published_on"],
                edited_at=item.edited_at,
            )
            self._crawl.keeper.keep(
                replace(
                    look,
                    outcome="unchanged",
                    revision=None,
                    item={**look.item, **values},
                )
            )
        elif not is_same and (doubt := self._doubt(item, article, revision)):
            self._doubts.add(item, doubt, capture, look.captures, look)
        else:
            self._crawl.keeper.keep(look)

    def _breaks_habit(
        self, item: Any, article: Article, capture: Capture
    ) -> Problem | None:
        """Return why a page is not as all others of its site are."""
        if item.revision_id is None and is_garbled(f"{article.title} {article.body}"):
            return Problem(
                kind=ProblemKind.ENCODING,
                detail="the text is damaged by a wrong encoding",
            )
        habits = self._crawl.habits
        if habits.is_broken("ends", has_end(capture.payload)):
            return Problem(
                kind=ProblemKind.TRUNCATED,
                detail="the page has no end, as all others of the site do",
            )
        if habits.is_broken("letters", has_its_letters(capture.payload)):
            return Problem(
                kind=ProblemKind.ENCODING,
                detail="letters of the page are lost, as on no other of the site",
            )
        is_dateless = habits.is_broken("dates", article.published is not None)
        if is_dateless and item.revision_id is None:
            return Problem(
                kind=ProblemKind.EXTRACTOR,
                detail="has no date, as all other items of the site have",
            )
        called = is_called_so(item, article)
        if called is not None and habits.is_broken("names", called):
            return Problem(
                kind=ProblemKind.MISMATCH,
                detail="is not called as its listing says, as all other items are",
            )
        return None

    def _doubt(
        self, item: Any, article: Article, revision: NewRevision
    ) -> Problem | None:
        before = self._crawl.store.items.article(item.revision_id)
        if before is None:
            return None
        if revision.words != item.words and self._identity.is_anothers(
            item, article, before
        ):
            return _anothers()
        return doubt_edit(before, article)

    def _moved(
        self, item: Any, capture: Capture, look: Look, *, is_same: bool
    ) -> Look | Problem:
        """Return the look at an item that led to another address, or why not."""
        key = item_key(capture.url)
        other = self._crawl.store.items.known(self._site_id, [key]).get(key)
        is_own = other is not None and other.id == item.id
        if is_own or (not capture.moved_for_good and is_same):
            if other is None:
                self._alias(item.id, key, capture.url)
            return look
        if not capture.moved_for_good:
            return Problem(
                kind=ProblemKind.REDIRECT,
                detail=f"leads for the time being to {capture.url}",
                url=item.url,
            )
        is_reported = other is not None and other.first_seen < self._crawl.started_at
        if is_reported and other and other.words != item.words and not is_same:
            return Problem(
                kind=ProblemKind.MISMATCH,
                detail=f"leads to another item: {capture.url}",
                url=item.url,
            )
        moved = {"url": capture.url, "key": key, "run": self._crawl.run_id}
        return replace(look, item={**look.item, "moved_to": moved})

    def _first_reading(
        self, item: Any, article: Article, capture: Capture, look: Look
    ) -> None:
        key = item_key(capture.url)
        if key != item.key:
            other = self._crawl.store.items.known(self._site_id, [key]).get(key)
            if other is not None and other.id != item.id:
                self._merge(item, other, look)
                return
            self._alias(item.id, key, capture.url)
        if self._identity.is_called_otherwise(item, article):
            self._doubts.add(item, _anothers(), capture, look.captures, look)
            return
        if twin := self._identity.twin(item, article, _revision(look).words):
            self._merge(item, twin, look)
            return
        if not item.is_baseline and article.title:
            self._identity.note(article.title)
        self._crawl.keeper.keep(look)

    def _merge(self, item: Any, other: Any, look: Look) -> None:
        """Make an unread item an alias of a known one."""
        self._crawl.keeper.keep(
            Look(url=look.url, at=look.at, outcome="unchanged", captures=look.captures)
        )
        self._crawl.keeper.flush()
        with self._crawl.writing() as connection:
            merge_item(connection, from_id=item.id, into_id=other.id)

    def _alias(self, item_id: int, key: str, url: str) -> None:
        with self._crawl.writing() as connection:
            add_alias(
                connection, site_id=self._site_id, item_id=item_id, key=key, url=url
            )

    def _alive(
        self, item: Any, *, published_on: str | None, edited_at: datetime | None
    ) -> dict[str, Any]:
        return alive_values(
            item,
            now=self._crawl.now(),
            run_id=self._crawl.run_id,
            published_on=published_on,
            edited_at=edited_at,
        )

    def _as_before(
        self, item: Any, answer: Fetched, captures: tuple[NewCapture, ...]
    ) -> None:
        values = self._alive(
            item, published_on=item.published_on, edited_at=item.edited_at
        )
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
        """Keep that an answer is not believed; the item stays what it was."""
        self._keep(
            item,
            "problems",
            captures,
            {"looked_run": self._crawl.run_id, **(values or {})},
            (problem,),
        )

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

    def _is_led_on(self, item: Any, capture: Capture) -> bool:
        if not capture.redirected_from:
            return False
        return item_key(capture.url) not in (item.key, item_key(item.url))


def _is_closing(answer: Fetched | FetchProblem | None) -> bool:
    return isinstance(answer, FetchProblem) and answer.problem.kind in CLOSING


def _may_not_ask(answer: Fetched | FetchProblem) -> bool:
    """Tell whether robots.txt itself failed, or asks too much: all the rest waits."""
    if not isinstance(answer, FetchProblem):
        return False
    return answer.problem.url.endswith("/robots.txt")


def words_of(article: Article) -> str:
    """Return what tells whether two items have the same title and body."""
    return fingerprint(Article(url="", title=article.title, body=article.body))


def _anothers() -> Problem:
    return Problem(kind=ProblemKind.MISMATCH, detail="shows another item's text")


def replace_payload(answer: Fetched, capture: Capture) -> Fetched:
    """Return a 304 answer with the payload that it stands for."""
    last = replace(
        answer.last, payload=capture.payload, headers=capture.headers, status=200
    )
    return replace(answer, exchanges=(*answer.exchanges[:-1], last))


def _revision(look: Look) -> NewRevision:
    assert look.revision is not None
    return look.revision


def locator_of(item: Any) -> Locator:
    """Return where a row with the columns of a capture says that it lies."""
    return Locator(
        file=item.file, offset=item.offset, length=item.length, digest=item.digest
    )


def _original(item: Any, answer: Fetched) -> Locator | None:
    """Return the capture that an answer may repeat."""
    if item.file is None:
        return None
    return locator_of(item)

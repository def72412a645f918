"""The further pages of an article of several pages: asked for, kept, put together."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from corpus.archive import ArchiveError, Locator
from corpus.store.keep import Look, NewCapture
from corpus.store.locators import dump_locator, load_locator
from crawler.ask import as_capture, validators, validators_of
from crawler.policy import Fetched, FetchProblem
from crawler.site import is_scope
from parsers.model import Article, Capture, Problem, ProblemKind

if TYPE_CHECKING:
    from crawler.crawl import Crawl

#: Pages of one article that are read at most.
MOST_PARTS = 60


class PartsProblem(Exception):
    """A further page cannot be had, so the article cannot be read whole."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.detail)
        self.problem = problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """The further pages of one article: captures, and what the store keeps of them."""

    captures: tuple[Capture, ...] = ()
    kept: tuple[NewCapture, ...] = ()
    values: tuple[Mapping[str, Any], ...] = ()
    is_changed: bool = False


class Parts:
    """Reads further pages, conditionally where one is held."""

    def __init__(self, crawl: "Crawl") -> None:
        self._crawl = crawl

    async def read(self, item: Any, first: Article) -> Read:
        """Return all further pages of an article; raise ``PartsProblem``."""
        from crawler.worker import parse_article  # an ordinary night reads no page

        held = {part["url"]: part for part in item.parts or ()}
        waiting, read = list(first.page_urls), Read()
        seen = {item.url, first.url}
        while waiting:
            url = waiting.pop(0)
            is_own = is_scope(self._crawl.site, url, item_url=item.url)
            if url in seen or not is_own:
                continue
            if len(seen) > MOST_PARTS:
                break
            seen.add(url)
            read, capture = await self._one(url, held.get(url), read)
            article = parse_article(capture, profile=self._crawl.lessons.profile)
            if isinstance(article, Article):
                waiting += [u for u in article.page_urls if u not in seen]
        return read

    async def check(self, item: Any) -> Read:
        """Ask for the pages that are held, and tell whether one of them changed."""
        read = Read()
        for part in item.parts:
            read, _ = await self._one(part["url"], part, read)
        return read

    async def _one(
        self, url: str, part: Mapping[str, Any] | None, read: Read
    ) -> tuple[Read, Capture]:
        """Ask for one further page; return what is read with it, and its capture."""
        crawl = self._crawl
        if not crawl.may_ask():
            told = "the run ended before the article's last page"
            raise _problem(ProblemKind.BUDGET, told, url)
        held = validators(SimpleNamespace(**part)) if part else None
        answer = await crawl.fetch(url, held)
        original = load_locator(part["locator"]) if part else None
        captures = crawl.keeper.archived(answer, original=original)
        if isinstance(answer, FetchProblem):
            self._keep(url, ())
            raise PartsProblem(replace(answer.problem, url=url))
        self._keep(url, captures[:-1])
        status = answer.last.status
        if status in (404, 410):
            told = f"a further page of the article answers {status}: {url}"
            raise _problem(ProblemKind.TRUNCATED, told, url)
        capture = self._capture(url, answer, original)
        is_same = part is not None and (
            status == 304 or captures[-1].digest == part["digest"]
        )
        values = _values(url, captures[-1], answer.url, part, validators_of(answer))
        now = Read(
            captures=(*read.captures, capture),
            kept=(*read.kept, captures[-1]),
            values=(*read.values, values),
            is_changed=read.is_changed or not is_same,
        )
        return now, capture

    def _capture(self, url: str, answer: Fetched, original: Locator | None) -> Capture:
        """Return what a page says: what is held of it, where it was not modified."""
        if answer.last.status != 304 or original is None:
            return as_capture(answer)
        try:
            return self._crawl.archive.read(original)
        except ArchiveError as error:
            raise _problem(ProblemKind.STORAGE, str(error), url) from error

    def _keep(self, url: str, captures: tuple[NewCapture, ...]) -> None:
        # a further page has no revision of its own
        self._crawl.keeper.keep(
            Look(url=url, at=self._crawl.now(), outcome="unchanged", captures=captures)
        )


def _problem(kind: ProblemKind, detail: str, url: str) -> PartsProblem:
    return PartsProblem(Problem(kind=kind, detail=detail, url=url))


def _values(
    url: str,
    capture: NewCapture,
    capture_url: str,
    part: Mapping[str, Any] | None,
    seen: Mapping[str, str | None],
) -> dict[str, Any]:
    """Return what the store keeps of a further page, to ask for it next time."""
    is_304 = capture.status == 304 and part is not None
    locator = part["locator"] if is_304 and part is not None else dump_locator(capture)
    return {
        "url": url,
        "capture_url": capture_url,
        "digest": locator["digest"],
        "locator": locator,
        "etag": seen["etag"] or (part["etag"] if is_304 and part else None),
        "last_modified": seen["last_modified"]
        or (part["last_modified"] if is_304 and part else None),
    }

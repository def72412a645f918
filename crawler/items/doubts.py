"""Answers that want a second look at the end of a run: gone, news, or neither."""

import re
import secrets
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit, urlunsplit

from corpus.store.articles import load_teaser
from corpus.store.keep import Look, NewCapture, NewRevision
from crawler.ask import as_capture
from crawler.items.called import is_one_title
from crawler.items.judge import AGREEING_RUNS, agreeing_runs, suspect_values
from crawler.policy import Fetched
from parsers.model import Capture, Problem, ProblemKind

if TYPE_CHECKING:
    from crawler.crawl import Crawl
    from crawler.items.items import ItemReader

#: Kinds of problem that a page which is no article any more may have.
PERHAPS_GONE = frozenset(
    {ProblemKind.SOFT_404, ProblemKind.EMPTY, ProblemKind.EXTRACTOR}
)
#: Kinds that a page has which is there, but came out wrong.
DAMAGES = frozenset({ProblemKind.TRUNCATED, ProblemKind.ENCODING, ProblemKind.BLOCKED})
#: Kinds that stay what they are, however often they are seen.
_LASTING = frozenset({ProblemKind.ENCODING, ProblemKind.BLOCKED})
#: So many items of a site have altogether other texts in one night.
_FEW = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubtful:
    """An answer that is not believed yet; ``look`` is what it would come to."""

    item: Any
    problem: Problem
    capture: Capture
    captures: tuple[NewCapture, ...]
    look: Look | None
    is_article: bool

    @property
    def reading(self) -> NewRevision | None:
        """What an item's text for certain, though perhaps another's, was read as."""
        return self.look.revision if self.look and self.is_article else None


class Doubts:
    """The doubtful answers of one run."""

    def __init__(self, crawl: "Crawl", items: "ItemReader") -> None:
        self._crawl = crawl
        self._items = items
        self._waiting: list[Doubtful] = []
        self._not_found: dict[str, Capture | None] = {}

    def add(
        self,
        item: Any,
        problem: Problem,
        capture: Capture,
        captures: tuple[NewCapture, ...],
        look: Look | None = None,
        *,
        is_article: bool = False,
    ) -> None:
        """Put an answer aside until the rest of the run is known.

        ``is_article`` if it is an item's text for certain, though perhaps another's.
        """
        self._waiting.append(
            Doubtful(
                item=item,
                problem=replace(problem, url=item.url),
                capture=capture,
                captures=captures,
                look=look,
                is_article=is_article,
            )
        )

    async def settle(self) -> None:
        """Decide what was put aside: the site's not-found page, news, or neither."""
        waiting, self._waiting = self._waiting, []
        exchanged = self._exchanged(waiting)
        if waiting:
            self._crawl.keeper.flush()  # what this run found to be gone
        vouched = self._vouched(waiting)
        for doubtful in waiting:
            item, look = doubtful.item, doubtful.look
            if how := await self._how_gone(doubtful):
                self._items.gone(item, how, doubtful.captures)
            elif look is None:
                self._items.problem(item, doubtful.problem, doubtful.captures)
            else:
                is_sure = item.id in exchanged | vouched or self._has_left(item, look)
                self._settle_reading(doubtful, look, is_sure=is_sure)
        self._crawl.keeper.flush()

    def _exchanged(self, waiting: Iterable[Doubtful]) -> set[int]:
        """Return the items that show each other's texts, all of a ring of them.

        A mistake shows one text twice, or goes on being listed as before; where none
        is missing, they were put in order.
        """
        shown = [(d, d.reading) for d in waiting if d.reading]
        count = Counter(reading.words for _, reading in shown)
        by_words = {doubtful.item.words: doubtful for doubtful, _ in shown}
        ways = {doubtful.item.words: reading.words for doubtful, reading in shown}
        exchanged: set[int] = set()
        for ring in _rings(ways):
            each = [by_words[words] for words in ring]
            if any(count[words] > 1 for words in ring):
                continue
            called = [self._listed_as(doubtful, doubtful.reading) for doubtful in each]
            if (True, False) not in called:
                exchanged.update(doubtful.item.id for doubtful in each)
        return exchanged

    def _vouched(self, waiting: Iterable[Doubtful]) -> set[int]:
        """Return the items whose lists call them by the titles of the texts they show.

        The newest bulletin may always stand at one address. Where more than a few have
        other texts, the site has another reason: one night it speaks another language.
        """
        vouched = {
            doubtful.item.id
            for doubtful in waiting
            if doubtful.problem.kind == ProblemKind.MISMATCH
            and not doubtful.is_article
            and doubtful.look is not None
            and self._listed_as(doubtful, doubtful.look.revision) == (False, True)
        }
        return vouched if len(vouched) <= _FEW else set()

    def _listed_as(
        self, doubtful: Doubtful, shown: NewRevision | None
    ) -> tuple[bool, bool]:
        """Tell whether lists of this run call an item as it was, and as it shows."""
        store, item_id = self._crawl.store.items, doubtful.item.id
        item = store.by_id([item_id]).get(item_id)
        before = store.article(doubtful.item.revision_id)
        if not (item and item.teaser and before and shown):
            return False, False
        if not self._crawl.keeper.is_listed(item):
            return False, False
        listed = load_teaser(item.teaser).title
        was, now = before["title"], shown.article["title"]
        return is_one_title(listed, was), is_one_title(listed, now)

    def _has_left(self, item: Any, look: Look) -> bool:
        """Tell whether the item whose words an unread one shows is no longer there.

        It has moved, and its list may show it under another day.
        """
        if item.revision_id is not None or look.revision is None:
            return False
        site_id, words = self._crawl.lease.site_id, look.revision.words
        rows = self._crawl.store.items.same_words(site_id, words)
        return any(row.gone_at is not None for row in rows if row.id != item.id)

    def _settle_reading(self, doubtful: Doubtful, look: Look, *, is_sure: bool) -> None:
        """Believe a reading that enough runs in a row saw; else keep it aside."""
        assert look.revision is not None
        seen = look.revision.fingerprint
        # a text that is damaged or hidden stays so, however often it is seen; but a
        # page that never was whole is all there is
        was_whole = doubtful.item.revision_id is not None
        is_damaged = was_whole and doubtful.problem.kind in _LASTING
        if is_sure or (self._is_agreed(doubtful.item, seen) and not is_damaged):
            if self._items.revisions.first.merged(
                doubtful.item, doubtful.capture, look
            ):
                return
            self._crawl.keeper.keep(look)
            self._crawl.lessons.learn(doubtful.item.id, doubtful.capture)
        else:
            self._keep_aside(doubtful, seen)

    def _is_agreed(self, item: Any, fingerprint: str) -> bool:
        """Tell whether this run is one of enough that saw the same."""
        seen = agreeing_runs(item, fingerprint, now=self._crawl.now())
        return seen + 1 >= AGREEING_RUNS

    def _keep_aside(self, doubtful: Doubtful, fingerprint: str) -> None:
        values = suspect_values(
            doubtful.item,
            fingerprint=fingerprint,
            problem=doubtful.problem,
            run_id=self._crawl.run_id,
            now=self._crawl.now(),
        )
        self._items.problem(doubtful.item, doubtful.problem, doubtful.captures, values)

    async def _how_gone(self, doubtful: Doubtful) -> str:
        """Return how a page says that the item is not there, if it does.

        What leads to a listing is there no more, unless one of this run shows it.
        """
        kind = doubtful.problem.kind
        if kind == ProblemKind.REDIRECT:
            return "" if self._is_listed(doubtful.item) else "led_away"
        if kind == ProblemKind.SOFT_404:
            return "soft_404"
        is_there = doubtful.is_article or kind in DAMAGES
        if is_there or not doubtful.capture.payload:
            return ""
        return "soft_404" if await self._is_not_found(doubtful) else ""

    def _is_listed(self, item: Any) -> bool:
        """Tell whether a listing of this run shows an item, read before it or after."""
        rows = self._crawl.store.items.by_id([item.id])
        return any(map(self._crawl.keeper.is_listed, rows.values()))

    async def _is_not_found(self, doubtful: Doubtful) -> bool:
        """Tell whether a page is what a made-up address of the site shows."""
        url = doubtful.item.url
        way = "query" if has_number(url) else "path"
        if way not in self._not_found:
            self._not_found[way] = await self._ask(make_up(url))
        not_found = self._not_found[way]
        if not_found is None:
            return False
        # imported here: an ordinary night reads no page
        from parsers.not_found import is_not_found

        return is_not_found(
            doubtful.capture,
            not_found=not_found,
            ordinary=self._items.last_good(doubtful.item),
        )

    async def _ask(self, made_up: str) -> Capture | None:
        """Ask for an address that cannot exist, once a run for each way to make one."""
        answer = await self._crawl.aside(made_up)
        return as_capture(answer) if isinstance(answer, Fetched) else None


def _rings(shown: Mapping[str, str]) -> Iterator[list[str]]:
    """Yield the rings of texts of which each stands where the next one stood.

    >>> list(_rings({"fog": "pier", "pier": "fog", "quay": "ferry", "rain": "pier"}))
    [['fog', 'pier']]
    """
    seen: set[str] = set()
    for words in shown:
        way: dict[str, None] = {}
        while words in shown and words not in seen:
            seen.add(words)
            way[words] = None
            words = shown[words]
        if words in way:
            ring = list(way)
            yield ring[ring.index(words) :]


def has_number(url: str) -> bool:
    """Tell whether a number in the query names the item.

    >>> has_number("https://h.example/show?id=7"), has_number("https://h.example/7?q=a")
    (True, False)
    """
    return _NUMBER.search(urlsplit(url).query) is not None


def make_up(url: str) -> str:
    """Return an address that cannot exist, made as those of items are.

    >>> make_up("https://h.example/show?id=418&lang=ar").partition("lang")[::2]
    ... # doctest: +ELLIPSIS
    ('https://h.example/show?id=...&', '=ar')
    >>> MADE_UP.sub("", make_up("https://h.example/show?id=418&lang=ar"))
    'https://h.example/show?id=&lang=ar'
    >>> make_up("https://h.example/news/fog/")  # doctest: +ELLIPSIS
    'https://h.example/news/no-such-page-...'
    """
    if not has_number(url):
        return urljoin(url.rstrip("/"), f"no-such-page-{secrets.token_hex(4)}")
    parts = urlsplit(url)
    number = str(10**9 + secrets.randbelow(10**9))
    return urlunsplit(parts._replace(query=_NUMBER.sub(number, parts.query)))


#: What is drawn by lot in a made-up address.
MADE_UP = re.compile(r"(?<=no-such-page-)[0-9a-f]{8}$|(?<==)1\d{9}(?=&|$)")
#: A number that is all of a value in a query.
_NUMBER = re.compile(r"(?<==)\d+(?=&|$)")

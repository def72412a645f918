"""A run made again from the archive: what was answered then is answered now.

The run is the ordinary one; only its fetcher, its clock and its writer are others. So
what it keeps is what it kept, as far as today's parsers read the pages as they did.
"""

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from corpus.archive import (
    Archive,
    ArchivedExchange,
    ArchiveError,
    Kept,
    Locator,
    Writer,
)
from corpus.exchange import Exchange
from corpus.store.keep import NewCapture, keep_captures
from crawler.crawl import Crawl
from crawler.items.doubts import MADE_UP
from crawler.keeper import new_capture
from crawler.net.hops import REDIRECTS, check_status, find_target, next_target
from crawler.patience import Stopped
from crawler.policy import Fetched, FetchProblem, Policy, Validators
from parsers.model import ProblemKind
from parsers.urls import item_key

_ROBOTS = re.compile(r"https?://[^/]+/robots\.txt")


@dataclass(slots=True)
class Answer:
    """What one request came to: all hops, the answer last, and robots.txt before."""

    hops: list[Kept]
    robots: list[Kept] = field(default_factory=list)


class Replay:
    """Answers the requests of one run from the archive; a fetcher.

    ``is_item`` tells the addresses of known items: what was not asked for then is left
    alone, as if the run had been stopped, while a listing without an answer is one
    that failed.
    """

    def __init__(
        self,
        archive: Archive,
        site: str,
        run: int,
        *,
        on_damage: Callable[[ArchiveError], None],
    ) -> None:
        self._archive = archive
        self._on_damage = on_damage
        self._answers: dict[str, deque[Answer]] = {}
        self._at: datetime | None = None
        self.is_item: Callable[[str], bool] = lambda url: False
        for answer in _group(archive.kept(site, run, on_damage=on_damage)):
            first = answer.hops[0]
            self._answers.setdefault(first.url, deque()).append(answer)
            self._at = min(self._at, first.at) if self._at else first.at

    @property
    def is_empty(self) -> bool:
        """Whether the run left nothing."""
        return self._at is None

    def now(self) -> datetime:
        """Return the time of the newest answer so far."""
        assert self._at is not None
        return self._at

    def urls(self) -> list[str]:
        """Return the addresses whose answers nobody has asked for yet."""
        return [answer.hops[0].url for answer in self._left()]

    async def fetch(
        self, url: str, *, policy: Policy, validators: Validators | None = None
    ) -> Fetched:
        """Return what was answered then; ``FetchProblem`` or ``Stopped`` if nothing."""
        url = find_target(url).url
        waiting = self._answers.get(url) or self._made_up(url)
        if not waiting:
            raise self._nothing(url)
        answer = waiting.popleft()
        try:
            hops = tuple(self._archive.exchange(kept) for kept in answer.hops)
            robots = tuple(self._archive.exchange(kept) for kept in answer.robots)
        except ArchiveError as error:
            self._on_damage(error)
            raise self._nothing(url) from error
        last = hops[-1]
        self._at = max(self.now(), last.fetched_at)
        end = _end(last, policy)
        try:
            if end is None:
                _check(last, self.now())
        except FetchProblem as problem:
            problem.exchanges, problem.robots = hops, robots
            raise
        return Fetched(
            url=end or last.url,
            exchanges=hops,
            robots=robots,
            moved_for_good=answer.hops[-1].moved_for_good,
        )

    async def close(self) -> None:
        """Close nothing: no connection was made."""

    def take_left(self) -> Iterator[NewCapture]:
        """Yield the captures that nobody asked for, each once."""
        for answer in self._left():
            for kept in (*answer.robots, *answer.hops):
                try:
                    found = self._archive.exchange(kept)
                    yield new_capture(found, found.locator, kept.redirected_from)
                except ArchiveError as error:
                    self._on_damage(error)
        self._answers.clear()

    def _left(self) -> Iterator[Answer]:
        for waiting in self._answers.values():
            yield from waiting

    def _made_up(self, url: str) -> deque[Answer] | None:
        """Return the answer to another address that was made up in this way."""
        made_up = MADE_UP.search(url)
        if not made_up or self.is_item(url):
            return None
        for asked, waiting in self._answers.items():
            other = MADE_UP.search(asked)
            is_alike = other and len(other[0]) == len(made_up[0])
            if waiting and is_alike and not self.is_item(asked):
                return waiting
        return None

    def _nothing(self, url: str) -> Exception:
        if self.is_item(url):
            return Stopped(url)
        detail = "the archive holds no answer to this address"
        return FetchProblem(ProblemKind.NETWORK, detail, url=url)


class ReplayedArchive(Archive):
    """The archive for a replayed run: it is read, and nothing is added."""

    def writer(self, site: str, **options: Any) -> Writer:
        """Return what says of each exchange where it lies already."""
        return _Echo(self._root, site, **options)


class ReplayedCrawl(Crawl):
    """A run whose answers come from the archive."""

    def __init__(self, *, replay: Replay, **options: Any) -> None:
        super().__init__(
            fetcher=replay,
            now=replay.now,
            archive=ReplayedArchive(options["home"].archive),
            delay=0.0,
            **options,
        )
        self._replay = replay
        replay.is_item = self._is_item

    def due(self) -> Iterator[Any]:
        """Yield the known items that were asked for then, and all that are due.

        So a run that had more to ask for than it might ends as it did.
        """
        keys = dict.fromkeys(map(item_key, self._replay.urls()))
        yield from self.store.items.known(self.lease.site_id, keys).values()
        yield from super().due()

    def close(self) -> None:
        """Keep also what the run asked for and has no use for today."""
        left = list(self._replay.take_left())
        if left:
            with self.writing() as connection:
                keep_captures(connection, self.lease.site_id, self.run_id, left)
        super().close()

    def _is_item(self, url: str) -> bool:
        key = item_key(url)
        return key in self.store.items.known(self.lease.site_id, [key])


class _Echo(Writer):
    """A writer that writes nothing: what it is given is in the archive already."""

    def add(self, exchange: Exchange, **_: Any) -> Locator:
        assert isinstance(exchange, ArchivedExchange)
        return exchange.locator


def _group(found: Iterable[Kept]) -> Iterator[Answer]:
    """Put the hops of one request together, and each robots.txt before the next."""
    robots: list[Kept] = []
    answer: Answer | None = None
    for kept in found:
        if answer and kept.redirected_from:
            before = answer.hops[-1]
            if kept.redirected_from == (*before.redirected_from, before.url):
                answer.hops.append(kept)
                continue
        if answer:
            yield answer
            answer = None
        if _ROBOTS.fullmatch(kept.url):
            robots.append(kept)
        else:
            answer, robots = Answer(hops=[kept], robots=robots), []
    if answer:
        yield answer
    yield from (Answer(hops=[kept]) for kept in robots)


def _end(last: Exchange, policy: Policy) -> str | None:
    """Return where a redirect leads that need not be followed."""
    if last.status not in REDIRECTS:
        return None
    with suppress(FetchProblem):
        url = next_target(last, {last.url}, 1).url
        return url if policy.ends(url) else None
    return None


def _check(last: Exchange, now: datetime) -> None:
    """Raise the ``FetchProblem`` that such an answer is."""
    if last.status in REDIRECTS:
        raise FetchProblem(
            ProblemKind.REDIRECT, "redirects, and was not followed", url=last.url
        )
    check_status(last, {"If-None-Match": "any"}, now)

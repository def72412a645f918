"""What a walk has still to ask for: listings first, no more at once than allowed."""

import asyncio
import functools
from collections import deque
from collections.abc import Iterable
from typing import TYPE_CHECKING

from corpus.loading import for_good
from crawler.ask import Ask
from crawler.patience import Stopped
from parsers.urls import host_port

if TYPE_CHECKING:
    from crawler.crawl import Crawl


class Frontier:
    """The asks of one run that wait."""

    def __init__(self, crawl: "Crawl") -> None:
        self._crawl = crawl
        self._listings: deque[Ask] = deque()
        self._items: deque[Ask] = deque()

    async def walk(self) -> None:
        """Ask for the seeds, and for all that follows from the answers."""
        policy = self._crawl.policy
        most = policy.parallel * len({host_port(seed) for seed in policy.seeds})
        self._add(self._crawl.seeds())
        asking: set[asyncio.Task[list[Ask]]] = set()
        try:
            while asking or self._listings or self._items:
                while len(asking) < most and (ask := self._next()):
                    asking.add(asyncio.create_task(self._answer(ask)))
                done, asking = await asyncio.wait(
                    asking, return_when=asyncio.FIRST_COMPLETED
                )
                for task in done:
                    self._add(task.result())
        finally:
            for task in asking:
                task.cancel()

    def _add(self, asks: Iterable[Ask]) -> None:
        for ask in asks:
            (self._listings if ask.role == "listing" else self._items).append(ask)

    def _next(self) -> Ask | None:
        waiting = self._listings or self._items
        return waiting.popleft() if waiting else None

    async def _answer(self, ask: Ask) -> list[Ask]:
        """Return what follows from the answer to an ask, or from its failure."""
        if not self._crawl.goes_on():
            return await self._crawl.answered(ask, Stopped(ask.url))
        if ask.role != "listing" or ask.item is None:
            _load_readers()
        try:
            answer = await self._crawl.fetch(ask.url, ask.validators)
        except Exception as error:
            return await self._crawl.answered(ask, error)
        return await self._crawl.answered(ask, answer)


@functools.cache
def _load_readers() -> None:
    """Import what reads pages, once in a process.

    It costs as much as a whole night in which nothing is new.
    """
    with for_good():
        from crawler import learner, worker  # noqa: F401

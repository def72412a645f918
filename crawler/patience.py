"""Fetches that end soon after the run was told to stop."""

import asyncio
from typing import Any, Protocol

from crawler.policy import Fetched, Policy, Validators

#: Seconds that an answer which is on its way may still take.
GRACE = 2.0


class Stopped(Exception):
    """The run was told to stop before the answer came."""


class Fetches(Protocol):
    """What a run fetches with: the network's fetcher, or the archive."""

    async def fetch(
        self, url: str, *, policy: Policy, validators: Validators | None = None
    ) -> Fetched:
        """Return an answer, or raise ``FetchProblem``."""

    async def close(self) -> None:
        """Let go of all connections."""


class Patience:
    """A fetcher for one run: patient until ``end``, then hardly at all."""

    def __init__(self, fetcher: Fetches) -> None:
        self._fetcher = fetcher
        self._waiting: set[asyncio.Task[Any]] = set()
        self._is_ended = self._is_over = False

    async def fetch(
        self, url: str, *, policy: Policy, validators: Validators | None = None
    ) -> Fetched:
        """Fetch as ``Fetcher.fetch`` does; raise ``Stopped`` after the end."""
        if self._is_ended:
            raise Stopped(url)
        task = asyncio.current_task()
        assert task is not None
        self._waiting.add(task)
        try:
            return await self._fetcher.fetch(url, policy=policy, validators=validators)
        except asyncio.CancelledError:
            if not self._is_over or task.uncancel() > 0:
                raise  # somebody else wants the task to end
            raise Stopped(url) from None
        finally:
            self._waiting.discard(task)

    def end(self) -> None:
        """Begin nothing new, and wait no longer than the grace."""
        if self._is_ended:
            return
        self._is_ended = True
        asyncio.get_running_loop().call_later(GRACE, self._give_up)

    def _give_up(self) -> None:
        self._is_over = True
        for task in self._waiting:
            task.cancel()

    async def close(self) -> None:
        """Close the fetcher; for whoever opened it for this run alone."""
        await self._fetcher.close()

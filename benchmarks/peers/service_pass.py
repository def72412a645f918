"""Crawls the named sites of a home at once, or in turn, in one loop."""

import asyncio
import sys
from collections.abc import Sequence
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from pathlib import Path

from corpus.home import Home
from corpus.store import Store
from crawler.agent import new_fetcher
from crawler.site import find_site
from scheduler.jobs import crawl_site


class Pass:
    """A store and a fetcher that stay open from crawl to crawl."""

    def __init__(self, root: Path) -> None:
        self._home = Home(root)
        self._stack = AsyncExitStack()

    async def __aenter__(self) -> "Pass":
        self._store = Store(self._home.store)
        self._stack.callback(self._store.close)
        self._fetcher = await self._stack.enter_async_context(new_fetcher(_now))
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._stack.aclose()

    async def crawl(self, names: Sequence[str]) -> None:
        """Crawl the sites at once."""
        await asyncio.gather(*map(self._crawl, names))

    async def _crawl(self, name: str) -> None:
        report = await crawl_site(
            home=self._home,
            store=self._store,
            site=find_site(self._home, name),
            fetcher=self._fetcher,
            now=_now,
        )
        assert report.run is not None
        assert report.run.status in ("ok", "problems")


def _now() -> datetime:
    return datetime.now(UTC)


async def main() -> None:
    """Crawl what the command line names."""
    words = sys.argv[1:]
    in_turn = words[0] == "--in-turn"
    root, *names = words[in_turn:]
    async with Pass(Path(root)) as this:
        for group in [[name] for name in names] if in_turn else [names]:
            await this.crawl(group)


if __name__ == "__main__":
    asyncio.run(main())

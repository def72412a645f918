"""Runs crawls: in this process and loop, or for ``scrapy crawl``."""

import asyncio
import contextlib
import functools
import os
from collections import deque
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from corpus.clock import clock
from corpus.home import Home
from corpus.loading import for_good
from corpus.store import Lease, LeaseLost, Store, StoreError
from crawler.agent import new_fetcher
from crawler.ask import Ask
from crawler.crawl import Crawl
from crawler.fetch import Fetcher
from crawler.site import Site, find_site

if TYPE_CHECKING:
    from scrapy.crawler import AsyncCrawlerRunner

#: Seconds between two heartbeats of a lease while nothing else beats it.
HEARTBEAT = 15.0


class Busy(Exception):
    """Another process crawls the site now."""


async def run_crawl(crawl: Crawl) -> None:
    """Crawl one site to its end; the crawl is closed whatever happens.

    What is known is asked for directly; what is new, by Scrapy.
    """
    loop = asyncio.get_running_loop()
    scraping: list[AsyncCrawlerRunner] = []
    ends: list[asyncio.Task[None]] = []

    def end() -> None:
        crawl.fetcher.end()
        ends.extend(loop.create_task(runner.stop()) for runner in scraping)

    heart = asyncio.create_task(_beat(crawl))
    # a signal may come at any moment, in the middle of anything
    crawl.on_stop = partial(loop.call_soon_threadsafe, end)
    try:
        if crawl.stopped is None:
            asks = await _walk_known(crawl)
            if not asks:
                await crawl.after_walk()
            elif not crawl.was_told_to_stop:
                scrapy = _load_scrapy()
                scraping.append(scrapy.new_runner())
                await scraping[0].crawl(scrapy.SiteSpider, crawl=crawl, asks=asks)
        await asyncio.gather(*ends)
    finally:
        heart.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await heart
        crawl.close()


@functools.cache
def _load_scrapy() -> ModuleType:
    """Import what asks for new pages and reads them, once in a process.

    It costs more than a whole night in which nothing is new.
    """
    with for_good():
        from crawler import learner, scraping, worker  # noqa: F401

        return scraping


async def _walk_known(crawl: Crawl) -> list[Ask]:
    """Ask for the listings that are known already; return what else the walk wants."""
    waiting, others = deque(crawl.seeds()), []
    while waiting:
        ask = waiting.popleft()
        if ask.role != "listing" or ask.item is None:
            others.append(ask)
            continue
        try:
            answer = await crawl.fetch(ask.url, ask.validators)
        except Exception as error:
            following = await crawl.answered(ask, error)
        else:
            following = await crawl.answered(ask, answer)
        waiting.extend(following)
    return others


async def _beat(crawl: Crawl) -> None:
    while True:
        await asyncio.sleep(HEARTBEAT)
        try:
            crawl.store.leases.renew(crawl.lease)
        except (LeaseLost, StoreError) as error:
            crawl.fail(error)
            return


@dataclass
class Opened:
    """A run that ``scrapy crawl`` opened for itself."""

    crawl: Crawl
    store: Store
    lease: Lease
    fetcher: Fetcher

    async def close(self) -> None:
        """End the run and give the site back."""
        await self.fetcher.close()
        self.crawl.close()
        self.store.leases.release(self.lease)
        self.store.close()


def open_for_scrapy(name: str, settings: Any) -> Opened:
    """Open a run for a spider that Scrapy itself started."""
    folder = settings.get("PRESSWATCH_HOME") or os.environ.get("PRESSWATCH_HOME")
    home = Home(Path(folder or "output"))
    site = find_site(home, name)
    store = Store(home.store)
    now = clock()
    lease = take_lease(store, site, now=now())
    fetcher = new_fetcher(now)
    fetcher.open()
    crawl = Crawl(
        home=home, store=store, site=site, lease=lease, fetcher=fetcher, now=now
    )
    return Opened(crawl=crawl, store=store, lease=lease, fetcher=fetcher)


def take_lease(store: Store, site: Site, *, now: datetime) -> Lease:
    """Take a site for one run; raise ``Busy`` while another process has it."""
    site_id = store.sites.add(site.name, now=now.astimezone(UTC))
    lease = store.leases.acquire(site_id)
    if lease is None:
        raise Busy(f"{site.name}: another run of this site is going on")
    return lease

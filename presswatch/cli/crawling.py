"""One pass over several sites: side by side, each with its own end, in one process."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from corpus.archive import Archive
from corpus.home import Home
from crawler.agent import new_fetcher
from crawler.fetch import Fetcher
from crawler.site import Site, write_site
from parsers.urls import is_front
from presswatch.cli.endings import BUG, BUSY, PROBLEMS, STOPPED, WELL, status_of
from presswatch.cli.run import keep_trace
from presswatch.cli.showing.meter import metered
from presswatch.cli.showing.screen import say
from presswatch.cli.taking.options import Clock
from scheduler.alerting.file import Alerts, open_channels
from scheduler.jobs import Progress, Report, crawl_site, stopping

if TYPE_CHECKING:
    from corpus.store import Store

#: Sites crawled side by side; the pause between requests is kept per host.
SIDE_BY_SIDE = 16
#: Seconds that a pass waits for receivers that take no alert, and for all that do.
DELIVERY_SECONDS, MOST_DELIVERY_SECONDS = 10.0, 600.0

_STATUSES = {"ok": WELL, "problems": PROBLEMS, "stopped": STOPPED, "failed": PROBLEMS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pass:
    """What a pass over any site needs; ``added`` names those that are new."""

    home: Home
    store: "Store"
    alerts: Alerts
    now: Clock
    delay: float | None = None
    everything: bool = False
    wait: bool = False
    added: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """How the run of one site ended: its report, or the error that ended it."""

    site: Site
    status: int
    report: Report | None = None
    error: str = ""


async def run_pass(
    this: Pass, sites: Sequence[Site], tell: Callable[[Ended], None]
) -> list[int]:
    """Crawl the sites, some at a time, and tell how each ended; return statuses.

    What ends one of them ends no other.
    """
    progress = Progress()
    places = asyncio.Semaphore(SIDE_BY_SIDE)
    async with new_fetcher(this.now) as fetcher:
        with stopping(progress) as signals:

            async def one(site: Site) -> int:
                async with places:
                    if signals:
                        return STOPPED
                    ended = await _crawl(this, site, fetcher, progress)
                tell(ended)
                return ended.status

            async with metered(progress):
                return list(await asyncio.gather(*map(one, sites)))


def deliver_due(this: Pass) -> None:
    """Send the alerts that are due; what is not taken now goes out later."""
    if not this.alerts.channels:
        return
    # imported here: many have no alert file
    from scheduler.alerting.delivery import Place
    from scheduler.outbox import Deliverer

    channels, faults = open_channels(this.alerts, Place(home=this.home.root))
    deliverer = Deliverer(this.store, channels, now=this.now, faults=faults)
    deliverer.start_due()
    deliverer.wait(step_s=DELIVERY_SECONDS, most_s=MOST_DELIVERY_SECONDS)
    deliverer.stop()
    for name, error in deliverer.tally.errors.items():
        say(f"channel {name}: {error}; see presswatch alerts pending")


async def _crawl(this: Pass, site: Site, fetcher: Fetcher, progress: Progress) -> Ended:
    crawl = partial(
        crawl_site,
        home=this.home,
        store=this.store,
        fetcher=fetcher,
        now=this.now,
        alerts=this.alerts,
        delay=this.delay,
        everything=this.everything,
        wait=this.wait,
        progress=progress,
    )
    is_new = site.name in this.added
    try:
        _say_lost(this, site)
        if is_new and is_front(site.seeds[0]):
            site = await _led_to_news(this, site, fetcher)
        report = await crawl(site=site)
        if is_new and report.run and not report.run.revisions:
            led = await _led_to_news(this, site, fetcher)
            if led != site:
                site, report = led, await crawl(site=led)
    except Exception as error:
        return _failed(this, site, error)
    if report.is_busy:
        told = report.error or "another run of this site is going on"
        return Ended(site=site, status=BUSY, report=report, error=told)
    if report.is_stopped:
        return Ended(site=site, status=STOPPED, report=report)
    return Ended(site=site, status=_STATUSES[report.run.status], report=report)


def _say_lost(this: Pass, site: Site) -> None:
    """Tell of an archive beside a lost store: what it holds seems to be gone."""
    row = this.store.sites.get(site.name)
    is_known = row is not None and this.store.runs.last(row.id) is not None
    if not is_known and Archive(this.home.archive).runs(site.name):
        say(
            f"{site.name}: the archive holds captures that the store knows nothing of; "
            "if the store was lost, move the new one away and call presswatch archive "
            "restore"
        )


async def _led_to_news(this: Pass, site: Site, fetcher: Fetcher) -> Site:
    """Return a new site with the list or feed of news that its only page leads to."""
    # imported here: on most nights no site is new
    from crawler.survey import find_seeds

    seeds = await find_seeds(site, fetcher=fetcher, delay=this.delay)
    if seeds == site.seeds:
        return site
    say(f"{site.name}: {site.seeds[0]} leads to its news: {seeds[-1]}")
    write_site(this.home, site.name, seeds, is_anew=True)
    return replace(site, seeds=seeds)


def _failed(this: Pass, site: Site, error: Exception) -> Ended:
    if (status := status_of(error)) != BUG:
        return Ended(site=site, status=status, error=str(error))
    trace = keep_trace(error, this.home.root)
    told = f"a bug in presswatch ({type(error).__name__}: {error}), trace in {trace}"
    return Ended(site=site, status=BUG, error=told)

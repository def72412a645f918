"""The jobs that come due: one run over one site, from its lease to its last alert."""

import asyncio
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from types import FrameType
from typing import Any

from corpus.archive import Archive
from corpus.home import Home
from corpus.store import Lease, LeaseLost, Store, StoreError
from crawler.crawl import Crawl
from crawler.fetch import Fetcher
from crawler.net.certificates import Certificate
from crawler.run import Busy, run_crawl, take_lease
from crawler.site import Site
from scheduler.alerting.file import Alerts
from scheduler.changes import Settlement
from scheduler.health import Keep, check_site, keep_none
from scheduler.kept_pages import keep_pages
from scheduler.settling.teller import SettlementStopped
from scheduler.timing.planning import plan_next


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What one run did: its row in the store, and the ids of its changes."""

    site: str
    run: Any = None
    change_ids: Sequence[int] = ()
    is_busy: bool = False
    is_stopped: bool = False
    error: str = ""


@dataclass(slots=True)
class Progress:
    """The crawls that are going on, for whoever shows how far they are."""

    crawls: dict[str, Crawl] = field(default_factory=dict)
    is_stopping: bool = False

    def stop_all(self) -> None:
        """Tell every crawl to ask for nothing more; what is owed can wait."""
        self.is_stopping = True
        for crawl in list(self.crawls.values()):
            crawl.tell_to_stop()


async def crawl_site(
    *,
    home: Home,
    store: Store,
    site: Site,
    fetcher: Fetcher,
    now: Callable[[], datetime],
    alerts: Alerts | None = None,
    delay: float | None = None,
    everything: bool = False,
    wait: bool = False,
    progress: Progress | None = None,
) -> Report:
    """Crawl one site and settle what the run owes; a busy site is a report too."""
    progress = progress or Progress()
    lease = await _lease(store, site, now=now, wait=wait, progress=progress)
    if lease is None:
        is_stopped = progress.is_stopping
        return Report(site=site.name, is_busy=not is_stopped, is_stopped=is_stopped)
    try:
        settler = Settler(
            home=home,
            store=store,
            site=site,
            lease=lease,
            now=now,
            alerts=alerts,
            progress=progress,
        )
        early = settler.settle_left_over()
        crawl = Crawl(
            home=home,
            store=store,
            site=site,
            lease=lease,
            fetcher=fetcher,
            now=now,
            delay=delay,
            everything=everything,
        )
        await _run(crawl, progress)
        if crawl.was_told_to_stop:  # its sums tell nothing of the site
            run = store.runs.get(crawl.run_id)
            return Report(site=site.name, run=run, change_ids=early, is_stopped=True)
        found = settler.settle(crawl.run_id)
        run = store.runs.get(crawl.run_id)
        shown = [fetcher.certificate(seed) for seed in site.seeds]
        settler.look_back(
            run.started_at,
            certificates=[one for one in shown if one],
            keep=partial(keep_pages, home, store, site),
        )
        return Report(site=site.name, run=run, change_ids=[*early, *found])
    except SettlementStopped as stopped:
        run = store.runs.get(stopped.run_id)
        return Report(
            site=site.name, run=run, change_ids=stopped.change_ids, is_stopped=True
        )
    except LeaseLost as lost:
        return Report(site=site.name, is_busy=True, error=str(lost))
    finally:
        with suppress(StoreError):  # it runs out by itself
            store.leases.release(lease)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settler:
    """Settles runs of one site, under its lease."""

    home: Home
    store: Store
    site: Site
    lease: Lease
    now: Callable[[], datetime]
    alerts: Alerts | None
    progress: Progress

    def settle_left_over(self) -> list[int]:
        """Compare what an earlier run ended without comparing; return the changes."""
        last = self.store.runs.last(self.lease.site_id)
        if last is None or not self.store.owed.unsettled(self.lease.site_id):
            return []
        return self.settle(last.id)

    def settle(self, run_id: int) -> list[int]:
        """Compare what a run captured; return the changes."""
        return Settlement(
            store=self.store,
            archive=Archive(self.home.archive),
            site=self.site,
            lease=self.lease,
            run_id=run_id,
            now=self.now,
            alerts=self.alerts,
            is_stopping=lambda: self.progress.is_stopping,
        ).run()

    def look_back(
        self,
        started_at: datetime,
        *,
        certificates: Sequence[Certificate] = (),
        keep: Keep = keep_none,
    ) -> None:
        """Tell whether the site left its normal in a run, and plan the next one."""
        check_site(
            self.store,
            self.site,
            now=self.now(),
            alerts=self.alerts,
            certificates=certificates,
            keep=keep,
        )
        plan_next(self.store, self.site, started_at=started_at, now=self.now())


async def _run(crawl: Crawl, progress: Progress) -> None:
    """Crawl one site to its end, where whoever stops all crawls finds it."""
    progress.crawls[crawl.site.name] = crawl
    if progress.is_stopping:
        crawl.tell_to_stop()
    try:
        await run_crawl(crawl)
    finally:
        progress.crawls.pop(crawl.site.name, None)


async def _lease(
    store: Store,
    site: Site,
    *,
    now: Callable[[], datetime],
    wait: bool,
    progress: Progress,
) -> Lease | None:
    while not progress.is_stopping:
        with suppress(Busy):
            return take_lease(store, site, now=now())
        if not wait:
            return None
        await asyncio.sleep(0.5)
    return None


@contextmanager
def stopping(progress: Progress) -> Iterator[list[int]]:
    """Let SIGTERM and SIGINT end all crawls in order, and a second one at once.

    The loop's own handlers would wait until a long comparison has ended.
    """
    seen: list[int] = []

    def stop(number: int, frame: FrameType | None) -> None:
        if seen:
            os._exit(5)
        seen.append(number)
        progress.stop_all()

    before = {
        number: signal.signal(number, stop)
        for number in (signal.SIGTERM, signal.SIGINT)
    }
    try:
        yield seen
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)

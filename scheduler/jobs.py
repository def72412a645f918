"""The jobs that come due: one run over one site, from its lease to its last alert."""

import asyncio
import signal
from collections.abc import Callable, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from corpus.archive import Archive
from corpus.home import Home
from corpus.store import Lease, LeaseLost, Store
from crawler.crawl import Crawl
from crawler.fetch import Fetcher
from crawler.run import Busy, run_crawl, take_lease
from crawler.site import Site
from scheduler.alert_rules import Alerts
from scheduler.changes import Settlement


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What one run did: its row in the store, and the ids of its changes."""

    site: str
    run: Any = None
    change_ids: Sequence[int] = ()
    is_busy: bool = False
    error: str = ""


@dataclass(slots=True)
class Progress:
    """The crawls that are going on, for whoever shows how far they are."""

    crawls: dict[str, Crawl] = field(default_factory=dict)

    def stop_all(self) -> None:
        """Tell every crawl to ask for nothing more."""
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
    lease = await _lease(store, site, now=now, wait=wait)
    if lease is None:
        return Report(site=site.name, is_busy=True)
    try:
        early = settle_left_over(
            home=home, store=store, site=site, lease=lease, now=now, alerts=alerts
        )
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
        if progress is not None:
            progress.crawls[site.name] = crawl
        try:
            await run_crawl(crawl)
        finally:
            if progress is not None:
                progress.crawls.pop(site.name, None)
        found = Settlement(
            store=store,
            archive=Archive(home.archive),
            site=site,
            lease=lease,
            run_id=crawl.run_id,
            now=now,
            alerts=alerts,
        ).run()
        return Report(
            site=site.name,
            run=store.runs.get(crawl.run_id),
            change_ids=[*early, *found],
        )
    except LeaseLost as lost:
        return Report(site=site.name, is_busy=True, error=str(lost))
    finally:
        store.leases.release(lease)


def settle_left_over(
    *,
    home: Home,
    store: Store,
    site: Site,
    lease: Lease,
    now: Callable[[], datetime],
    alerts: Alerts | None,
) -> list[int]:
    """Compare what an earlier run ended without comparing; return the changes."""
    last = store.runs.last(lease.site_id)
    if last is None or not store.owed.unsettled(lease.site_id):
        return []
    return Settlement(
        store=store,
        archive=Archive(home.archive),
        site=site,
        lease=lease,
        run_id=last.id,
        now=now,
        alerts=alerts,
    ).run()


async def _lease(
    store: Store, site: Site, *, now: Callable[[], datetime], wait: bool
) -> Lease | None:
    while True:
        with suppress(Busy):
            return take_lease(store, site, now=now())
        if not wait:
            return None
        await asyncio.sleep(0.5)


@contextmanager
def stopping(progress: Progress) -> Any:
    """Let SIGTERM and SIGINT end all crawls in order, and a second one at once."""
    loop = asyncio.get_running_loop()
    seen: list[int] = []

    def stop(number: int) -> None:
        if seen:
            raise SystemExit(5)
        seen.append(number)
        progress.stop_all()

    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop, number)
    try:
        yield seen
    finally:
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.remove_signal_handler(number)

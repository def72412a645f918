"""The service: one loop that crawls what is due, tells, and says how it is, for years.

The only importer of APScheduler, which is the clock and nothing more: what is due, what
ran and who holds what stands in the store.
"""

import asyncio
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

from corpus.home import Home
from corpus.log import Log
from corpus.store import Store
from corpus.store.wakes import is_late
from crawler.agent import new_fetcher
from crawler.site import Site
from scheduler.alerting.delivery import DeliveryError
from scheduler.files import AlertFile, SiteFiles
from scheduler.jobs import Progress, Report, crawl_site
from scheduler.outbox import Deliverer
from scheduler.vitals import (
    Vitals,
    describe,
    make_pages,
    notify,
    ping,
    resident_bytes,
    serve_pages,
)
from scheduler.watch import AT_ONCE, Ended, Watch

#: Seconds between two looks at the book, at the outbox, and at the clock on the wall.
TICK_S, POST_S, CLOCK_S = 10.0, 5.0, 20.0
#: Seconds between two pings of the dead man's switch.
SWITCH_S = 300.0
#: A service that has not looked at its book for so long is not well.
SILENT_S = 120.0
#: A wall clock that moved by so much more or less than time did has been set.
JUMP_S = 5.0
#: Seconds that runs get to end by themselves, and deliveries; ten in all.
RUNS_END_S, POST_END_S = 6.0, 2.0
#: Bytes above which the service starts itself anew between crawls.
MOST_RESIDENT = 512 * 2**20

log = Log()


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How a person wants the service; ``port`` 0 serves no pages."""

    at_once: int = AT_ONCE
    port: int = 0
    switch_url: str | None = None
    most_resident: int = MOST_RESIDENT
    delay: float | None = None


class Service:
    """Everything the service holds; ``run`` ends when it is told to, or has grown."""

    def __init__(
        self,
        home: Home,
        store: Store,
        *,
        now: Callable[[], datetime],
        options: Options | None = None,
        told: Callable[[Site, Report], None] = lambda *_: None,
    ) -> None:
        self._home, self._store, self._now = home, store, now
        self._options, self._told = options or Options(), told
        self._files, self._book = SiteFiles(home), AlertFile(home)
        self._progress, self._vitals = Progress(), Vitals()
        self._deliverer = Deliverer(store, {}, now=now)
        self._watch = Watch(
            store,
            now=now,
            crawl=self._crawl,
            recipe=self._files.recipe,
            ended=self._ended,
            at_once=self._options.at_once,
        )
        self._fetcher: Any = None
        self._over = asyncio.Event()
        self._why = "stopped"
        self._signals = 0
        self._ticked_at: tuple[float, datetime] | None = None

    async def run(self) -> str:
        """Serve until a signal comes; return ``stopped``, or ``grown`` to be restarted.

        ``AlertsError`` if the alert file is broken at the start.
        """
        self._book.refresh(self._deliverer.use)
        pages = await self._serve()
        clock = AsyncIOScheduler(timezone=UTC)
        try:
            async with new_fetcher(self._now) as self._fetcher:
                self._listen()
                self._start(clock)
                notify("READY=1")
                log.info("watching", home=str(self._home.root))
                await self._over.wait()
                clock.shutdown(wait=False)
                await self._end()
        finally:
            if pages is not None:
                await pages.cleanup()
        return self._why

    def stop(self, *_: object) -> None:
        """End in order: runs are told to stop, and what they kept stays."""
        self._signals += 1
        if self._signals > 1:
            raise SystemExit(5)
        self._over.set()

    def _listen(self) -> None:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self.stop)

    def _start(self, clock: AsyncIOScheduler) -> None:
        # the library forgets a job that is a second late, unless told otherwise
        options = {
            "misfire_grace_time": None,
            "coalesce": True,
            "max_instances": 1,
            "next_run_time": datetime.now(UTC),
        }
        jobs: list[tuple[Callable[..., Any], float]] = [
            (self._tick, TICK_S),
            (self._deliver, POST_S),
        ]
        if self._options.switch_url:
            jobs.append((self._ping, SWITCH_S))
        for job, seconds in jobs:
            clock.add_job(job, IntervalTrigger(seconds=int(seconds)), **options)
        clock.start()
        self._clock_task = asyncio.create_task(self._mind_clock(clock))

    async def _tick(self) -> None:
        self._files.add_new(self._store, now=self._now())
        self._book.refresh(self._deliverer.use)
        self._watch.tick()
        self._ticked_at = time.monotonic(), self._now()
        self._measure()
        notify("WATCHDOG=1")

    async def _deliver(self) -> None:
        await asyncio.to_thread(self._deliverer.start_due)

    async def _ping(self) -> None:
        if not self._health()[0] or not self._options.switch_url:
            return
        try:
            await asyncio.to_thread(ping, self._options.switch_url)
        except DeliveryError as error:
            log.warning("dead man's switch", fault=str(error))

    async def _mind_clock(self, clock: AsyncIOScheduler) -> None:
        """Wake the clock when the one on the wall was set: its jobs hang on that."""
        was = _wall_ahead()
        while True:
            await asyncio.sleep(CLOCK_S)
            ahead = _wall_ahead()
            if abs(ahead - was) > JUMP_S:
                log.warning("clock jumped", seconds=round(ahead - was))
                for job in clock.get_jobs():
                    job.modify(next_run_time=datetime.now(UTC))
            was = ahead

    async def _crawl(self, name: str) -> str:
        site = self._files.site(name)
        if site is None:
            return "failed"
        report = await crawl_site(
            home=self._home,
            store=self._store,
            site=site,
            fetcher=self._fetcher,
            now=self._now,
            alerts=self._book.alerts,
            delay=self._options.delay,
            progress=self._progress,
        )
        if report.is_busy:
            return "busy"
        self._vitals.changes.inc(len(report.change_ids))
        outcome = "stopped" if report.is_stopped else _outcome(report.run)
        if report.run is not None:
            self._told(site, report)
        log.info("run ended", site=name, status=outcome, changes=len(report.change_ids))
        return outcome

    def _ended(self, ended: Ended) -> None:
        if ended.outcome not in {"busy", "stopped"}:
            self._vitals.runs.labels(ended.outcome).inc()
            self._vitals.last_run.labels(ended.site).set(self._now().timestamp())
            self._vitals.late.inc(is_late(ended.wake))
        if self._over.is_set():
            return
        if resident_bytes() > self._options.most_resident:
            log.warning("memory has grown", resident=resident_bytes())
            self._watch.is_resting = True
        if self._watch.is_resting and not self._watch.running:
            self._why = "grown"
            self._over.set()

    def _measure(self) -> None:
        self._vitals.sites.set(self._watch.site_count)
        self._vitals.running.set(len(self._watch.running))
        self._vitals.resident.set(resident_bytes())
        self._vitals.last_tick.set(time.time())

    def _health(self) -> tuple[bool, dict[str, Any]]:
        at = self._ticked_at
        is_well = at is not None and time.monotonic() - at[0] < SILENT_S
        facts = {
            "sites": self._watch.site_count,
            "running": sorted(self._watch.running),
            "faults": [*self._files.faults.values(), *self._book.faults.values()],
        }
        return is_well, describe(at[1] if at else None, facts)

    async def _serve(self) -> Any:
        if not self._options.port:
            return None

        def measure_outbox() -> None:
            for state, count in self._store.outbox.count().items():
                self._vitals.outbox.labels(state).set(count)

        return await serve_pages(
            make_pages(self._vitals, self._health, before=measure_outbox),
            self._options.port,
        )

    async def _end(self) -> None:
        """End runs and deliveries side by side, in time for whoever counts to ten."""
        notify("STOPPING=1")
        self._clock_task.cancel()
        self._watch.is_resting = True
        self._progress.stop_all()
        await asyncio.gather(
            self._watch.stop(wait_s=RUNS_END_S),
            asyncio.to_thread(self._deliverer.stop, wait_s=POST_END_S),
        )
        log.info("stopped", why=self._why)


def _wall_ahead() -> float:
    return time.time() - time.monotonic()


def _outcome(run: Any) -> str:
    """Return how a run ended; one to which nothing was answered has failed."""
    is_mute = run.requested and not run.listings and run.problems >= run.requested
    return "failed" if is_mute else str(run.status)

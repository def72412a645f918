"""Starts what is due: each site once at a time, every time it is due, booked."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from corpus.log import Log
from corpus.store import Store
from corpus.store.wakes import Wake, is_late
from scheduler.timing.cadence import Due, Schedule, look_up
from scheduler.timing.planning import next_run

#: Sites crawled at the same time: what they wait for is mostly their own delay.
AT_ONCE = 40
#: A clock that went back by more than that has been set.
SET_BACK = timedelta(minutes=1)
#: A run that failed is tried again so much later, so often; then it waits its turn.
AGAIN = (timedelta(minutes=10), timedelta(hours=1), timedelta(hours=3))

log = Log()


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """What the watch must know of a site: its schedule, and the zone it is meant in."""

    schedule: Schedule
    zone: ZoneInfo


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """How a run ended: ok, problems or failed; busy and stopped ones run again."""

    site: str
    wake: Wake
    outcome: str


Crawl = Callable[[str], Awaitable[str]]


class Watch:
    """Looks at the book at every tick, and starts a run for each site that is due."""

    def __init__(
        self,
        store: Store,
        *,
        now: Callable[[], datetime],
        crawl: Crawl,
        recipe: Callable[[str], Recipe | None],
        ended: Callable[[Ended], None] = lambda _: None,
        at_once: int = AT_ONCE,
    ) -> None:
        self._store, self._now, self._crawl = store, now, crawl
        self._recipe, self._ended, self._at_once = recipe, ended, at_once
        self._checked: dict[int, tuple[datetime, Recipe]] = {}
        self._ticked_at: datetime | None = None
        #: How often each site failed in a row, and when last.
        self._failing = store.wakes.failing()
        self.running: dict[str, asyncio.Task[None]] = {}
        self.site_count = 0
        self.is_resting = False

    def tick(self) -> int:
        """Start what is due; return how many runs were started."""
        now = self._now()
        if self._ticked_at is not None and now < self._ticked_at - SET_BACK:
            log.warning("clock set back", was=self._ticked_at, now=now)
            self._checked.clear()
        self._ticked_at = now
        rows = self._store.wakes.watched()
        self.site_count = len(rows)
        return sum(self._look(row.id, row.name, row.due_at, now) for row in rows)

    def _look(
        self, site_id: int, name: str, due_at: datetime | None, now: datetime
    ) -> bool:
        recipe = None if name in self.running else self._recipe(name)
        if recipe is None:
            return False
        if due_at is not None and due_at > now:
            again = self._again_at(site_id)
            is_waiting = again is None or again > now
            if is_waiting and self._checked.get(site_id) == (due_at, recipe):
                return False
            self._checked[site_id] = (due_at, recipe)
        due = look_up(recipe.schedule, due_at=due_at, now=now, zone=recipe.zone)
        planned: datetime | None = None
        if not due.is_due and (again := self._again_at(site_id)) and again <= now:
            # another service may have run it since
            if self._store.wakes.failing(site_id) != {site_id: self._failing[site_id]}:
                del self._failing[site_id]
                return False
            due, planned = Due(due_at=again, is_due=True), due.due_at
        if not due.is_due:
            if due.due_at != due_at:
                self._store.wakes.plan(site_id, due.due_at, was=due_at)
            return False
        if self.is_resting or len(self.running) >= self._at_once:
            return False
        wake = self._store.wakes.begin(
            site_id, due.due_at, was=due_at, now=now, missed=due.missed
        )
        if wake is None:
            return False
        if is_late(wake):
            log.warning("run late", site=name, due=wake.due_at, missed=wake.missed)
        self.running[name] = asyncio.create_task(self._run(name, wake, recipe, planned))
        return True

    def _again_at(self, site_id: int) -> datetime | None:
        """Return when a failed run is tried again; nothing if it waits its turn."""
        count, last = self._failing.get(site_id, (0, None))
        return last + AGAIN[count - 1] if last and count <= len(AGAIN) else None

    async def _run(
        self, name: str, wake: Wake, recipe: Recipe, planned: datetime | None
    ) -> None:
        outcome = "stopped"
        try:
            outcome = await self._crawl(name)
        except Exception:  # what ends one run must end no other
            log.exception("run failed", site=name)
            outcome = "failed"
        finally:
            self._close(name, wake, recipe, outcome, planned)

    def _close(
        self,
        name: str,
        wake: Wake,
        recipe: Recipe,
        outcome: str,
        planned: datetime | None,
    ) -> None:
        """Book the end, and plan the next run; a run that was stopped is still due.

        One that was tried again takes the place of no other: the next one stays where
        it was ``planned``, or a clock that was set back would call for it twice.
        """
        self.running.pop(name, None)
        if outcome in {"busy", "stopped"}:
            self._store.wakes.give_back(wake)
        else:
            now = self._now()
            next_at = next_run(
                self._store,
                wake.site_id,
                schedule=recipe.schedule,
                zone=recipe.zone,
                started_at=wake.started_at,
                now=now,
            )
            if planned is not None:
                next_at = max(next_at, planned)
            self._store.wakes.end(wake, now=now, outcome=outcome, next_at=next_at)
            self._note(wake.site_id, now, is_failed=outcome == "failed")
        self._ended(Ended(site=name, wake=wake, outcome=outcome))

    def _note(self, site_id: int, now: datetime, *, is_failed: bool) -> None:
        count, _ = self._failing.pop(site_id, (0, now))
        if is_failed:
            self._failing[site_id] = (count + 1, now)
            if again := self._again_at(site_id):
                log.warning("tried again", site_id=site_id, at=again)

    async def stop(self, *, wait_s: float) -> None:
        """Wait for the runs to end by themselves, then end them; all stay due."""
        tasks = list(self.running.values())
        if not tasks:
            return
        _, slow = await asyncio.wait(tasks, timeout=wait_s)
        for task in slow:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

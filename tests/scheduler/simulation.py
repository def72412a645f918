"""Years of the watch in minutes: clock and machine are played, the store is real."""

import asyncio
import heapq
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from corpus.store import Store
from corpus.store.database import PRAGMAS, Database
from corpus.store.wakes import Wakes
from scheduler.timing.cadence import read_schedule
from scheduler.watch import Recipe, Watch

ZONES = (
    "UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe",
    "America/Santiago", "Asia/Kolkata", "Africa/Casablanca", "Pacific/Auckland",
)  # fmt: skip
TICK = timedelta(minutes=10)
START = datetime(2026, 3, 1, 12, tzinfo=UTC)


@dataclass(slots=True)
class Run:
    """One run as the machine really did it, in real time."""

    site: str
    began: timedelta
    ended: timedelta | None = None
    is_done: bool = False


@dataclass(slots=True)
class Machine:
    """A machine with a clock that may be wrong, and services that may die."""

    home: Path
    chance: random.Random
    real: timedelta = timedelta(0)
    wrong: timedelta = timedelta(0)
    #: The share of runs that fail.
    failing: float = 0.02
    runs: list[Run] = field(default_factory=list)
    off: list[tuple[timedelta, timedelta]] = field(default_factory=list)
    recipes: dict[str, Recipe] = field(default_factory=dict)
    watches: list[Watch] = field(default_factory=list)
    _sleepers: list[tuple[timedelta, int, asyncio.Future[None]]] = field(
        default_factory=list
    )
    _dead: set[str] = field(default_factory=set)
    _stores: dict[int, Store] = field(default_factory=dict)
    _tasks: list[asyncio.Task[None]] = field(default_factory=list)

    def now(self) -> datetime:
        """Return what the machine's clock shows."""
        return START + self.real + self.wrong

    def add_sites(self, *, nightly: int, auto: int) -> None:
        """Put sites on nightly schedules in many zones, and on their own rhythm."""
        store = self._store()
        for number in range(nightly + auto):
            is_nightly = number < nightly
            name = f"{'nightly' if is_nightly else 'auto'}-{number}.example"
            hour, minute = self.chance.randrange(24), self.chance.randrange(0, 60, 5)
            text = f"{minute} {hour} * * *" if is_nightly else "auto"
            zone = ZoneInfo(ZONES[number % len(ZONES)])
            self.recipes[name] = Recipe(schedule=read_schedule(text), zone=zone)
            site_id = store.sites.add(name, now=self.now())
            first = START + timedelta(minutes=number % 7)
            due_at = first if is_nightly else None
            store.sites.set(site_id, due_at=due_at, baseline_at=START)
        store.close()

    def start(self) -> Watch:
        """Start a service."""
        store = self._store()
        watch = Watch(store, now=self.now, crawl=self._crawl, recipe=self.recipes.get)
        self._stores[id(watch)] = store
        self.watches.append(watch)
        return watch

    async def kill(self, watch: Watch) -> None:
        """End a service without a word to the store."""
        self.watches.remove(watch)
        store = self._stores.pop(id(watch))
        self._dead.add(store.wakes.holder)
        watch._store = _Gone()  # type: ignore[assignment]
        tasks = list(watch.running.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        store.close()

    async def stop(self, watch: Watch) -> None:
        """End a service in order."""
        self.watches.remove(watch)
        await watch.stop(wait_s=0.001)
        self._stores.pop(id(watch)).close()

    async def turn_off(self, how_long: timedelta) -> None:
        """Stop the machine, and all that runs on it, for a while."""
        for watch in list(self.watches):
            await self.kill(watch)
        self.off.append((self.real, self.real + how_long))
        self.real += how_long
        self.start()

    async def work(self, how_long: timedelta) -> None:
        """Let the machine run."""
        ends_at = self.real + how_long
        while self.real < ends_at:
            for watch in self.watches:
                watch.tick()
            self.real += TICK
            while self._sleepers and self._sleepers[0][0] <= self.real:
                sleeper = heapq.heappop(self._sleepers)[2]
                if not sleeper.done():
                    sleeper.set_result(None)
            for _ in range(4):
                await asyncio.sleep(0)

    async def _crawl(self, site: str) -> str:
        run = Run(site, self.real)
        self.runs.append(run)
        long = timedelta(minutes=self.chance.choice([3, 8, 20, 55]))
        sleeper: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._sleepers, (self.real + long, len(self.runs), sleeper))
        try:
            await sleeper
            run.is_done = True
        finally:
            run.ended = self.real
        if self.chance.random() < self.failing:
            raise RuntimeError("a crawl that fails")
        return "ok"

    def _store(self) -> Store:
        store = Store(self.home / "presswatch.sqlite")
        # the simulation is about the book, not about the disk
        database = Database(store.path, (*PRAGMAS, "synchronous=OFF"))
        store.wakes = Wakes(database, is_dead=self._dead.__contains__)
        return store

    def of(self, site: str) -> Iterator[Run]:
        """Yield the runs of a site."""
        return (run for run in self.runs if run.site == site)


class _Gone:
    """What a killed process can still do with its store: nothing."""

    def __getattr__(self, name: str) -> Callable[..., None]:
        raise RuntimeError("killed")

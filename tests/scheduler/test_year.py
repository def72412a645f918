"""A week, or a year, of 200 sites: no run lost, none doubled, none overlapping."""

import asyncio
import os
import random
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise, takewhile
from pathlib import Path
from typing import Any

import pytest
import structlog

from corpus.store import Store
from scheduler.timing.rhythm import LONGEST
from scheduler.watch import AGAIN
from tests.scheduler.simulation import START, TICK, Machine, Run

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
DAYS = [
    pytest.param(7, id="days"),
    pytest.param(366, id="year", marks=pytest.mark.soak),
]


@pytest.fixture(autouse=True)
def _quiet() -> Iterator[None]:
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(50))
    yield
    structlog.reset_defaults()


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    seed = int(os.environ.get("PRESSWATCH_SEED", time.time_ns() % 10**9))
    print(f"seed {seed}")
    return Machine(tmp_path, random.Random(seed))


@pytest.mark.promise("R16")
@pytest.mark.parametrize("days", DAYS)
def test_every_night_of_every_site_has_exactly_one_run(
    machine: Machine, days: int
) -> None:
    """Through restarts, kills, two services at once, stops and changes of clocks."""
    asyncio.run(_live(machine, days))
    _check_no_overlap(machine)
    count = 0
    store = Store(machine.home / "presswatch.sqlite")
    for row in store.sites.all():
        wakes = store.wakes.history(row.id)
        done = [wake for wake in wakes if wake.ended_at is not None]
        real = [run for run in machine.of(row.name) if run.is_done]
        assert len(done) == len(real)
        if row.name.startswith("nightly"):
            count += _check_nights(machine, row, done)
        _check_gaps(real, machine.off)
    print(
        f"{len(machine.runs)} runs, {count} nights told for, "
        f"{len(machine.off)} stops of the machine"
    )


@pytest.mark.promise("R16")
def test_a_clock_that_jumps_by_days_loses_no_night_for_long(machine: Machine) -> None:
    """It was set wrong, and it was set right again."""
    asyncio.run(_jump(machine))
    _check_no_overlap(machine)
    for name in machine.recipes:
        starts = [run.began for run in machine.of(name) if run.is_done]
        assert all(later - earlier <= 2 * DAY for earlier, later in pairwise(starts))
        if name.startswith("nightly"):
            # eight jumps: each may bring one run more, none may bring a storm
            assert 20 <= len(starts) <= 31 + 8


@pytest.mark.promise("R16")
def test_a_run_that_was_killed_before_a_long_stop_stands_for_all_of_it(
    machine: Machine,
) -> None:
    """What is told as missed must be all that was missed."""

    async def live() -> None:
        machine.add_sites(nightly=20, auto=0)
        machine.start()
        await machine.work(6 * HOUR)
        for _ in range(8):
            while not machine.watches[0].running:
                await machine.work(TICK)
            await machine.turn_off(3 * DAY)
        await machine.work(30 * HOUR)
        await machine.stop(machine.watches[0])

    asyncio.run(live())
    store = Store(machine.home / "presswatch.sqlite")
    for row in store.sites.all():
        wakes = store.wakes.history(row.id)
        _check_nights(machine, row, [wake for wake in wakes if wake.ended_at])


@pytest.mark.promise("R16")
@pytest.mark.parametrize("is_anew", [False, True])
def test_a_run_that_failed_is_tried_again_before_its_next_night(
    machine: Machine, is_anew: bool
) -> None:
    """A server that was down at three is mostly up at four; one that is dead waits."""
    machine.failing = 1.0
    machine.add_sites(nightly=5, auto=0)

    async def live() -> None:
        machine.start()
        for _ in range(10):
            await machine.work(6 * HOUR)
            if is_anew:  # what is known of failures is kept over a restart
                await machine.stop(machine.watches[0])
                machine.start()
        machine.failing = 0.0
        await machine.work(2 * DAY)
        await machine.stop(machine.watches[0])

    asyncio.run(live())
    store = Store(machine.home / "presswatch.sqlite")
    for row in store.sites.all()[1:]:  # the first is due at once, whenever its night is
        wakes = store.wakes.history(row.id)
        first = [
            _is_again(machine, row.name, wakes[:n], wake)
            for n, wake in enumerate(wakes)
        ][:5]
        assert first == [False, True, True, True, False]
        ended = [wake for wake in wakes if wake.ended_at]  # the stop may cut a last one
        _check_nights(machine, row, ended)
        assert ended[-1].outcome == "ok"
    assert store.wakes.failing() == {}


@pytest.mark.promise("R16")
def test_a_run_tried_again_under_a_clock_set_back_takes_no_nights_place(
    machine: Machine,
) -> None:
    """It comes before the very time it was due for, which must not come due again."""
    machine.add_sites(nightly=1, auto=0)

    async def live() -> None:
        machine.start()
        for _ in range(8):
            await machine.work(20 * HOUR)
            while not machine.watches[0].running:
                await machine.work(TICK)
            machine.wrong, machine.failing = timedelta(minutes=-40), 1.0
            while machine.watches[0].running:
                await machine.work(TICK)
            machine.failing = 0.0
            await machine.work(2 * HOUR)
            machine.wrong = timedelta(0)
        await machine.work(6 * HOUR)
        await machine.stop(machine.watches[0])

    asyncio.run(live())
    store = Store(machine.home / "presswatch.sqlite")
    (row,) = store.sites.all()
    wakes = store.wakes.history(row.id)
    assert "failed" in [wake.outcome for wake in wakes]
    _check_nights(machine, row, [wake for wake in wakes if wake.ended_at])


async def _live(machine: Machine, days: int) -> None:
    chance = machine.chance
    machine.add_sites(nightly=160, auto=40)
    machine.start()
    await machine.work(6 * HOUR)
    while machine.real < days * DAY:
        what = chance.random()
        if what < 0.15:
            await machine.turn_off(chance.choice([HOUR, 8 * HOUR, 30 * HOUR, 3 * DAY]))
        elif what < 0.35:
            await machine.kill(machine.watches[0])
            machine.start()
        elif what < 0.5:
            await machine.stop(machine.watches[0])
            machine.start()
        elif what < 0.65 and len(machine.watches) == 1:
            machine.start()  # a second service on the same home
        elif what < 0.8 and len(machine.watches) == 2:
            await machine.kill(machine.watches[chance.randrange(2)])
        elif what < 0.9:
            machine.wrong += chance.choice([-1, 1]) * timedelta(minutes=40)
            machine.wrong = max(min(machine.wrong, HOUR), -HOUR)
        await machine.work(chance.uniform(2, 40) * HOUR)
    machine.wrong = timedelta(0)
    await machine.work(6 * HOUR)
    for watch in list(machine.watches):
        await machine.stop(watch)


async def _jump(machine: Machine) -> None:
    machine.add_sites(nightly=30, auto=10)
    machine.start()
    await machine.work(36 * HOUR)
    for jump in (20 * DAY, -20 * DAY, -400 * DAY, 400 * DAY):
        await _set_clock(machine, jump)
    for jump in (2 * DAY, -2 * DAY, -9 * HOUR, 9 * HOUR):
        await _set_clock(machine, jump)
    for watch in list(machine.watches):
        await machine.stop(watch)


async def _set_clock(machine: Machine, jump: timedelta) -> None:
    """Let the clock jump between two looks, with nothing due left unstarted."""
    for watch in machine.watches:
        watch.tick()
    machine.wrong += jump
    await machine.work(3 * DAY)


def _check_no_overlap(machine: Machine) -> None:
    for name in machine.recipes:
        for earlier, later in pairwise(machine.of(name)):
            assert earlier.ended is not None
            assert earlier.ended <= later.began


def _check_nights(machine: Machine, row: Any, done: Sequence[Any]) -> int:
    """Check that the runs stand for every night, each for one, in order."""
    told: list[datetime] = []
    for number, wake in enumerate(done):
        is_again = _is_again(machine, row.name, done[:number], wake, told)
        told += _nights(machine, row.name, wake.due_at, wake.missed + (not is_again))
    first = done[0].due_at
    expected = list(_nights(machine, row.name, first, len(told)))
    assert told == expected
    # and the next one that is planned follows the last that was told for
    (following,) = _nights(machine, row.name, told[-1] + timedelta(seconds=1), 1)
    # unless a run that failed was being tried again when all was stopped
    assert row.due_at in (following, _again_at(done))
    assert following > machine.now() - 6 * HOUR
    return len(told)


def _is_again(
    machine: Machine,
    name: str,
    before: Sequence[Any],
    wake: Any,
    told: Sequence[datetime] = (),
) -> bool:
    """Tell whether a run is one that failed, tried again, which stands for no night.

    Where it falls on the moment of a night that is not told for yet, it is the night's.
    """
    is_night = wake.due_at in _nights(machine, name, wake.due_at, 1)
    if is_night and wake.due_at not in told:
        return False
    return bool(wake.due_at == _again_at(before))


def _again_at(done: Sequence[Any]) -> datetime | None:
    """Return when the last run is tried again, if it failed and may be."""
    failed = list(takewhile(lambda one: one.outcome == "failed", reversed(done)))
    if not 0 < len(failed) <= len(AGAIN):
        return None
    moment: datetime = failed[0].ended_at + AGAIN[len(failed) - 1]
    return moment


def _nights(machine: Machine, name: str, since: datetime, count: int) -> list[datetime]:
    """Return the times of a nightly schedule, by the calendar and nothing else.

    The first one ever is when the site was added, whatever its schedule.
    """
    recipe = machine.recipes[name]
    assert recipe.schedule.cron is not None
    minute, hour = (int(part) for part in recipe.schedule.cron.split()[:2])
    nights = [since] if since - START < timedelta(minutes=7) else []
    day = since.astimezone(recipe.zone).date() - DAY
    while len(nights) < count:
        local = datetime(day.year, day.month, day.day, hour, minute, tzinfo=recipe.zone)
        moment = local.astimezone(UTC)
        if moment >= since and moment not in nights:
            nights.append(moment)
        day += DAY
    return nights


def _check_gaps(
    real: Sequence[Run], off: Sequence[tuple[timedelta, timedelta]]
) -> None:
    """Check that no site was left alone for over a day, the machine's stops apart."""
    for earlier, later in pairwise(real):
        start, end = earlier.began, later.began
        stopped = sum(
            (min(end, b) - max(start, a) for a, b in off if a < end and b > start),
            timedelta(0),
        )
        # an hour for a change of clocks, two for clocks that were set, one for the run
        assert end - start - stopped <= LONGEST + 4 * HOUR + 2 * TICK

"""Killed at any moment, a crawl loses nothing and doubles nothing (R1, R2)."""

import random
import shutil
import time
from pathlib import Path

import pytest

from tests.fixtures.living.world import World
from tests.killing import (
    EVENTS,
    Held,
    Lives,
    crawl_words,
    held_in,
    lives,
    seed_of_this_run,
    sums_of,
    write_sites,
)
from tests.killing_process import POINTS, find_step

pytestmark = [pytest.mark.promise("R1"), pytest.mark.promise("R2")]

KILLED = -9
#: Kills on one day at most, so that edits and removals come under them too.
PER_DAY = 10


@pytest.mark.parametrize("name", POINTS)
def test_each_step_that_a_run_may_be_killed_at_is_there(name: str) -> None:
    """Some are drawn by lot, and one that was renamed would be missed only then."""
    owner, attribute = find_step(name)
    assert callable(getattr(owner, attribute))


@pytest.mark.parametrize(
    "kills", [6, pytest.param(100, marks=pytest.mark.soak)], ids=["6", "100"]
)
def test_killed_at_random_moments_a_crawl_ends_like_one_never_disturbed(
    tmp_path: Path, kills: int
) -> None:
    """Machines lose power at night, and nobody is there to clean up."""
    seed = seed_of_this_run()
    chance = random.Random(seed)
    family = chance.choice(("bitrix", "wordpress"))
    world = World(seed % 1000, families=(family,), items=20, tricks=EVENTS)
    calm, wild = tmp_path / "calm", tmp_path / "wild"
    with world.serve() as hosts, lives(tmp_path) as started:
        for home in (calm, wild):
            write_sites(home, hosts)
        while started.kill_count < kills:
            if world.day or calm.joinpath("presswatch.sqlite").exists():
                world.advance()
            began = time.monotonic()
            _finish(started, calm, world)
            lasts = min(time.monotonic() - began, 2.0)
            status, most = KILLED, min(kills, started.kill_count + PER_DAY)
            while started.kill_count < most and status == KILLED:
                moment = chance.random() * lasts
                status = started.run(wild, *crawl_words(world), kill_after=moment)
            if status == KILLED:
                _finish(started, wild, world)
            _check(held_in(calm), wild, f"seed {seed}, day {world.day}")
        _verify(started, wild)
    print(f"{started.kill_count} kills on {world.day + 1} days: none lost or doubled")


@pytest.mark.parametrize(
    "most", [8, pytest.param(1000, marks=pytest.mark.soak)], ids=["some", "all"]
)
def test_killed_between_any_two_steps_the_next_start_completes_the_rest(
    tmp_path: Path, most: int
) -> None:
    """Random moments seldom hit the narrow gaps; these are all of them."""
    seed = seed_of_this_run()
    chance = random.Random(seed)
    world = World(seed % 1000, families=("wordpress",), items=9, tricks=EVENTS)
    missed, calm = [], tmp_path / "calm0"
    gaps = [(point, after) for point in POINTS for after in ("", "+")]
    with world.serve() as hosts, lives(tmp_path) as started:
        write_sites(tmp_path / "before0", hosts)
        for day in (0, 1):
            before, calm = tmp_path / f"before{day}", tmp_path / f"calm{day}"
            shutil.copytree(before, calm)
            _finish(started, calm, world)
            for point, after in chance.sample(gaps, min(most // 2, len(gaps))):
                wild = tmp_path / f"{day}{point}{after}"
                shutil.copytree(before, wild)
                nth = chance.choice((1, 1, 1, 2))
                words = crawl_words(world)
                status = started.run(wild, *words, point=point + after, nth=nth)
                assert status in (0, 3, KILLED), started.said
                if status != KILLED:
                    missed.append((day, point, nth))
                _finish(started, wild, world)
                where = f"seed {seed}, day {day}, {nth}. {point}{after}"
                _check(held_in(calm), wild, where)
                _verify(started, wild)
            shutil.copytree(calm, tmp_path / "before1", dirs_exist_ok=True)
            world.advance(days=2)
    print(f"{started.kill_count} kills; not reached: {missed}")
    assert started.kill_count


def _finish(started: Lives, home: Path, world: World) -> None:
    """Crawl to the end, undisturbed."""
    assert started.run(home, *crawl_words(world)) in (0, 3), started.said


def _check(calm: Held, home: Path, where: str) -> None:
    differences = calm.differences(held_in(home))
    for line in differences[:6]:
        print(line[:600])
    assert not differences, f"{where}: {len(differences)} differences"
    for run in sums_of(home):
        parts = (run.listings, run.revisions, run.unchanged, run.pending)
        assert run.requested == sum(parts) + run.problems + run.skipped
    assert not [run for run in sums_of(home)[-1:] if not run.is_settled]


def _verify(started: Lives, home: Path) -> None:
    """Check every byte and reference; no file may be left open."""
    assert started.run(home, "archive", "verify", "--json") == 0, started.said
    assert not list(home.rglob("*.open"))

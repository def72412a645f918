"""The main job, as a user has it: an address, a pass a day, and what it tells."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from corpus.store.runs import PARTS
from tests.fixtures.living import World
from tests.fixtures.living.month import Look, play

FAMILIES = ("bitrix", "wordpress", "tables")


def _presswatch(home: Path, *words: str) -> list[dict[str, Any]]:
    done = subprocess.run(
        [sys.executable, "-m", "presswatch", *words, "--home", str(home), "--json"],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[1],
        env={**os.environ, "NO_COLOR": "1"},
        check=False,
    )
    assert done.returncode in (0, 3), done.stderr[-2000:]
    return [json.loads(line) for line in done.stdout.splitlines()]


def _look(home: Path) -> Look:
    def look(name: str, address: str, now: datetime) -> Iterable[Mapping[str, Any]]:
        words = ("--all", "--delay", "0", "--now", now.isoformat())
        return _presswatch(home, "crawl", address, *words)

    return look


def _play(home: Path, *, seed: int, days: int) -> None:
    print(f"seed {seed}")
    world = World(seed=seed, families=FAMILIES)
    with world.serve():
        scores = play(world, _look(home), days=days, late=1)
    wrong = {
        name: {"missed": score.missed, "false": score.false}
        for name, score in scores.items()
        if score.missed or score.false
    }
    assert not wrong
    for run in _presswatch(home, "runs"):
        assert run["requested"] == sum(run[part] for part in PARTS)
    assert not _presswatch(home, "archive", "verify")


@pytest.mark.promise("R31")
def test_a_week_is_told_and_nothing_else(tmp_path: Path) -> None:
    """Every change once, a removal one pass later, through the noise of three makes."""
    _play(tmp_path, seed=7, days=6)


@pytest.mark.soak
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_month_is_told_and_nothing_else(tmp_path: Path, seed: int) -> None:
    """The same over thirty days and three seeds."""
    _play(tmp_path, seed=seed, days=30)

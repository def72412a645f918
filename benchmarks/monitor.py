"""A scoreboard for monitors: what one tells over a month of living sites; its price.

    python benchmarks/monitor.py [--days 30] [--seed 1 --seed 2] [--families bitrix,…]
                                 [--tricks all] [--monitor presswatch] [--json]

Each monitor gets nothing but the address of each site, and looks once a simulated day.
A monitor is one file in ``benchmarks/monitors/`` and one line in its table.
"""

import argparse
import json
import resource
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.monitors import MONITORS, Monitor
from tests.fixtures.living import FAMILIES, World
from tests.fixtures.living.families import Family
from tests.fixtures.living.month import play, requests_per_least
from tests.fixtures.living.score import KINDS, Score

#: Ourselves, by the name in the table.
OURS = "presswatch"


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """What one monitor did in one world."""

    scores: Mapping[str, Score]
    ratios: Mapping[str, float]
    requests: int
    bytes: int
    cpu_s: float
    days: int


def main() -> None:
    """Play the months that were asked for, and print the table."""
    options = _options()
    rows = []
    for name in options.monitor or list(MONITORS):
        months = [
            watch(name, _world(seed, options), days=options.days)
            for seed in options.seed or [int(time.time())]
        ]
        rows.append(row_of(name, months))
        if options.detail:
            print_wrong(name, months)
    if options.json:
        for row in rows:
            print(json.dumps(row))
        return
    _table(rows)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--days", type=int, default=30)
    parser.add_argument("--seed", type=int, action="append")
    parser.add_argument("--families", default=",".join(FAMILIES))
    parser.add_argument("--tricks", default="all")
    parser.add_argument("--monitor", action="append", choices=list(MONITORS))
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--detail", action="store_true", help="each miss and false one")
    return parser.parse_args()


def _world(seed: int, options: argparse.Namespace) -> World:
    return World(
        seed=seed,
        families=tuple(options.families.split(",")),
        tricks=tuple(options.tricks.split(",")),
    )


def watch(name: str, world: World, *, days: int) -> Month:
    """Let a monitor watch a world for some days."""
    with tempfile.TemporaryDirectory() as folder, world.serve():
        monitor = MONITORS[name](Path(folder))
        began = _cpu()
        spent = [0.0]
        scores = play(world, _timed(monitor, spent), days=days)
        used = _cpu() - began
        print(f"{name}, seed {world.seed}: {used:.0f} s of CPU", file=sys.stderr)
        log = [r for site in world.sites for r in world.requests(site)]
        return Month(
            scores=scores,
            ratios={site: requests_per_least(world, site) for site in world.sites},
            requests=len(log),
            bytes=sum(r.sent_bytes for r in log),
            cpu_s=spent[0],
            days=days,
        )


def play_make(family: type[Family], *, seed: int, days: int) -> Month:
    """Let Presswatch watch one site of a make, whatever table that stands in."""
    FAMILIES[family.name] = family
    world = World(seed=seed, families=(family.name,), tricks=("all",))
    return watch(OURS, world, days=days)


def figures(row: Mapping[str, Any], names: Iterable[str]) -> str:
    """Return some figures of a monitor in one line."""
    return "".join(f"{name.replace('_', ' '):>22} {row[name]:.3f}" for name in names)


def _timed(monitor: Monitor, spent: list[float]) -> Any:
    def look(site: str, address: str, now: datetime) -> Iterable[Mapping[str, Any]]:
        began = _cpu()
        found = list(monitor.look(site, address, now))
        spent[0] += _cpu() - began
        return found

    return look


def _cpu() -> float:
    mine = resource.getrusage(resource.RUSAGE_SELF)
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return mine.ru_utime + mine.ru_stime + children.ru_utime + children.ru_stime


def row_of(name: str, months: list[Month]) -> dict[str, Any]:
    """Return the figures of a monitor over some months."""
    total = Score()
    for month in months:
        for score in month.scores.values():
            total = total.add(score)
    site_days = sum(len(m.scores) * m.days for m in months)
    ratios = [r for m in months for r in m.ratios.values()]
    right = sum(total.right.values())
    return {
        "monitor": name,
        "f1": total.f1(),
        **{
            f"{kind} {what}": getattr(total, what)(kind)
            for kind in KINDS
            for what in ("precision", "recall")
        },
        "fields_exact": total.fields_exact(),
        "false_per_site_day": len(total.false) / site_days,
        **{f"{n}_exact": total.exactness(n) for n in ("title", "date", "body")},
        "requests_per_least": sum(ratios) / len(ratios),
        "requests_per_change": sum(m.requests for m in months) / max(right, 1),
        "kilobytes_per_change": sum(m.bytes for m in months) / 1000 / max(right, 1),
        "cpu_ms_per_request": 1000
        * sum(m.cpu_s for m in months)
        / sum(m.requests for m in months),
    }


def _table(rows: list[dict[str, Any]]) -> None:
    names = [key for key in rows[0] if key != "monitor"]
    width = max(map(len, names))
    print(" " * width, *(f"{row['monitor']:>18}" for row in rows))
    for name in names:
        print(f"{name:<{width}}", *(f"{row[name]:>18.3f}" for row in rows))


def print_wrong(name: str, months: list[Month]) -> None:
    """Print each miss and each false or inexact change."""
    for month in months:
        for site, score in month.scores.items():
            for word in ("missed", "false", "fields_wrong", "inexact"):
                for change in getattr(score, word):
                    told = json.dumps(change, ensure_ascii=False)[:400]
                    print(name, site, word, told, file=sys.stderr)


if __name__ == "__main__":
    main()

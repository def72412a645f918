"""Run programs by turns and say what each costs: CPU of its process tree, and memory.

Start-up counts. The site that both ask is a process of its own and counts for nobody.
"""

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]


class Failed(Exception):
    """A program that is measured did not end as it must."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one run of a program took: seconds of CPU, megabytes at its peak."""

    cpu_seconds: float
    peak_mb: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Racer:
    """A program: its command, what to do before each run, how it may end."""

    command: Sequence[str]
    before: Callable[[], object] = lambda: None
    statuses: Sequence[int] = (0,)


@dataclass(slots=True)
class Costs:
    """The runs of one program."""

    runs: list[Cost] = field(default_factory=list)

    @property
    def cpu_seconds(self) -> float:
        """The median."""
        return statistics.median(run.cpu_seconds for run in self.runs)

    @property
    def peak_mb(self) -> float:
        """The median."""
        return statistics.median(run.peak_mb for run in self.runs)


def measure(racer: Racer) -> Cost:
    """Run a program to its end; raise ``Failed`` unless that was a good one."""
    racer.before()
    with subprocess.Popen(
        [sys.executable, *racer.command],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=_environment(),
    ) as process:
        assert process.stderr is not None
        told = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in racer.statuses:
        lines = told.decode(errors="replace").splitlines()[-20:]
        raise Failed(
            f"{' '.join(racer.command)}: {process.returncode}\n" + "\n".join(lines)
        )
    return Cost(
        cpu_seconds=usage.ru_utime + usage.ru_stime, peak_mb=usage.ru_maxrss / 1024
    )


def _environment() -> dict[str, str]:
    """Return the environment of a program: what it compiled once stays compiled."""
    left = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return left | {"PYTHONPATH": str(ROOT)}


def race(racers: Mapping[str, Racer], *, rounds: int) -> dict[str, Costs]:
    """Run programs by turns, so that what else the machine does falls on all."""
    costs = {name: Costs() for name in racers}
    for _ in range(rounds):
        for name, racer in racers.items():
            costs[name].runs.append(measure(racer))
    return costs


@contextmanager
def living_site(family: str, *, item_count: int) -> Iterator[str]:
    """Serve a living site from another process; give the address to be watched.

    Pages are made and compressed when first asked for, and then kept.
    """
    words = ["--families", family, "--items", str(item_count), "--tricks", ""]
    with subprocess.Popen(
        [sys.executable, "-m", "tests.fixtures.living", *words],
        cwd=ROOT,
        stdout=subprocess.PIPE,
    ) as process:
        try:
            assert process.stdout is not None
            yield json.loads(process.stdout.readline())["sites"][family]
        finally:
            process.terminate()


def watched(home: Path, url: str) -> str:
    """Write the file of a site that may be asked without a pause; return its name."""
    name = "harbour"
    (home / "sites").mkdir(parents=True, exist_ok=True)
    (home / "sites" / f"{name}.toml").write_text(f'seeds = ["{url}"]\ndelay = 0\n')
    return name

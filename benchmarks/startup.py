"""What it costs to start: CPU of short commands, against ``python -c pass`` (1.0)."""

import resource
import statistics
import subprocess
import sys

ROUNDS = 15
COMMANDS = {
    "--version": (3.0, ["--version"]),
    "--help": (3.0, ["--help"]),
    "status": (14.0, ["status"]),
}


def cpu_seconds(arguments: list[str]) -> float:
    """Return what one run of a command costs, its own start-up included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, *arguments], capture_output=True, stdin=subprocess.DEVNULL
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> int:
    """Measure interleaved, print ratios of medians; fail over the bound."""
    floor: list[float] = []
    costs: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(ROUNDS):
        floor.append(cpu_seconds(["-c", "pass"]))
        for name, (_, words) in COMMANDS.items():
            costs[name].append(cpu_seconds(["-m", "presswatch", *words]))
    failed = 0
    for name, (bound, _) in COMMANDS.items():
        ratio = statistics.median(costs[name]) / statistics.median(floor)
        failed += ratio > bound
        print(f"start-up of {name:<10} {ratio:5.1f} × python -c pass (at most {bound})")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

"""What the service costs: a thousand idle sites, fifty crawls in a row, forty at once.

Crawls are measured against one subprocess per crawl, and forty sites at once against
the same sites in turn: the same pages, read the same way. The sites that are asked are
a process of their own.
"""

import argparse
import asyncio
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psutil

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.peers.race import Racer, measure  # noqa: E402

IDLE_SITES, IDLE_SECONDS = 1_000, 600
MOST_CORE, MOST_MB, MOST_GROWTH_MB = 0.01, 150.0, 5.0
MOST_OF_SUBPROCESS, MOST_AT_ONCE = 0.4, 1.1
CRAWLS, AT_ONCE, ITEMS = 50, 40, 25

_HOSTS = """
import json, sys, threading
from contextlib import ExitStack
from tests.fixtures.living.world import World
with ExitStack() as stack:
    urls = []
    for items in json.loads(sys.argv[1]):
        world = World(7, ["bitrix"], items=items, tricks=[])
        urls.append(stack.enter_context(world.serve())["bitrix"])
    print(json.dumps(urls), flush=True)
    threading.Event().wait()
"""


def main() -> int:
    """Measure, print, and fail over the bounds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=IDLE_SECONDS)
    parser.add_argument("--crawls", type=int, default=CRAWLS)
    parser.add_argument("--at-once", type=int, default=AT_ONCE)
    parser.add_argument("--part", choices=["idle", "crawls", "at-once"])
    arguments = parser.parse_args()
    parts = {
        "idle": lambda: idle(arguments.seconds),
        "crawls": lambda: crawls(arguments.crawls),
        "at-once": lambda: at_once(arguments.at_once),
    }
    chosen = [arguments.part] if arguments.part else list(parts)
    passed = {name: parts[name]() for name in chosen}  # all of them, good or bad
    return int(not all(passed.values()))


def idle(seconds: int) -> bool:
    """Measure a service that has nothing to do for a thousand sites."""
    with tempfile.TemporaryDirectory(prefix="presswatch-bench-") as folder:
        home = Path(folder)
        _fill(home, IDLE_SITES)
        with subprocess.Popen(
            [sys.executable, "-m", "presswatch", "watch", "--home", folder],
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ) as process:
            time.sleep(5)
            service = psutil.Process(process.pid)
            before, began = service.cpu_times(), time.monotonic()
            time.sleep(seconds)
            after, took = service.cpu_times(), time.monotonic() - began
            resident = service.memory_info().rss / 2**20
            process.terminate()
    cpu = after.user + after.system - before.user - before.system
    core = cpu / took
    print(
        f"{IDLE_SITES} idle sites   {core:.2%} of a core (at most {MOST_CORE:.0%}), "
        f"{resident:.0f} MB (at most {MOST_MB:.0f}), over {took:.0f} s"
    )
    return core <= MOST_CORE and resident <= MOST_MB


def crawls(count: int) -> bool:
    """Measure memory and CPU of crawls in one process, and in one process each."""
    with _hosts([ITEMS]) as (url,), _home({"one": url}) as home:
        resident, cpu = asyncio.run(_crawl_often(home, count))
    with _hosts([ITEMS]) as (url,), _home({"one": url}) as home:
        words = ["-m", "presswatch", "crawl", "--home", str(home), "one"]
        racer = Racer(command=words, statuses=(0, 3))
        measure(racer)
        alone = sorted(measure(racer).cpu_seconds for _ in range(5))[2]
    growth, ratio = (resident[-1] - resident[1]) / 2**20, cpu / alone
    print(
        f"crawl {count} less crawl 2   {growth:+.1f} MB "
        f"(at most {MOST_GROWTH_MB:.0f})\n"
        f"a crawl of {ITEMS} pages    {ratio:.2f} of one in a subprocess "
        f"(at most {MOST_OF_SUBPROCESS}), {cpu * 1000:.0f} ms"
    )
    return growth <= MOST_GROWTH_MB and ratio <= MOST_OF_SUBPROCESS


def at_once(count: int) -> bool:
    """Measure many sites crawled at once against the same ones in turn."""
    ratios, extras = [], []
    sizes = [ITEMS] * count
    for _ in range(3):
        many, more = _cost(sizes)
        turns, less = _cost(sizes, "--in-turn")
        ratios.append(many / turns)
        extras.append((more - less) / count)
    one, _ = _cost([ITEMS * count])
    ratio = sorted(ratios)[1]
    print(
        f"{count} sites at once     {ratio:.2f} of the same in turn "
        f"(at most {MOST_AT_ONCE}), {sorted(extras)[1]:+.1f} MB a site\n"
        f"                     {many / one:.2f} of one site of as many pages, whose "
        "reader is learned once"
    )
    return ratio <= MOST_AT_ONCE


def _cost(sizes: list[int], *how: str) -> tuple[float, float]:
    with _hosts(sizes) as urls:
        names = {f"site-{place}": url for place, url in enumerate(urls)}
        with _home(names) as home:
            module = "benchmarks.peers.service_pass"
            cost = measure(Racer(command=["-m", module, *how, str(home), *names]))
    return cost.cpu_seconds, cost.peak_mb


async def _crawl_often(home: Path, count: int) -> tuple[list[int], float]:
    """Crawl one site again and again; return memory after each, CPU of the median."""
    from benchmarks.peers.service_pass import Pass

    resident, costs = [], []
    async with Pass(home) as this:
        for _ in range(count):
            before = time.process_time()
            await this.crawl(["one"])
            costs.append(time.process_time() - before)
            resident.append(psutil.Process().memory_info().rss)
    return resident, sorted(costs[1:])[len(costs) // 2]


@contextmanager
def _hosts(sizes: list[int]) -> Iterator[list[str]]:
    """Serve living sites of so many items from another process."""
    with subprocess.Popen(
        [sys.executable, "-c", _HOSTS, json.dumps(sizes)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            assert process.stdout is not None
            yield json.loads(process.stdout.readline())
        finally:
            process.terminate()


@contextmanager
def _home(sites: dict[str, str]) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="presswatch-bench-") as folder:
        (Path(folder) / "sites").mkdir()
        for name, url in sites.items():
            text = f'seeds = ["{url}"]\ndelay = 0\n'
            (Path(folder) / "sites" / f"{name}.toml").write_text(text)
        yield Path(folder)


def _fill(home: Path, count: int) -> None:
    """Keep sites whose night is half a day away."""
    from corpus.store import Store

    (home / "sites").mkdir()
    due_at = datetime.now(UTC).replace(minute=0, second=0, microsecond=0)
    due_at += timedelta(hours=12)
    store = Store(home / "presswatch.sqlite")
    for number in range(count):
        name = f"press-{number}.example"
        text = f'seeds = ["https://{name}/"]\nschedule = "0 {due_at.hour} * * *"\n'
        (home / "sites" / f"{name}.toml").write_text(text)
        store.sites.set(store.sites.add(name, now=datetime.now(UTC)), due_at=due_at)
    store.close()


if __name__ == "__main__":
    sys.exit(main())

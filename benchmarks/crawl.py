"""What a first crawl costs, against a bare Scrapy spider that follows the same links.

Ours is the whole job, command line included: fetch, archive, parse, learn, compare,
keep. Targets 1 and 2 of 2,000 pages of the living site, by turns, median of five.
"""

import argparse
import json
import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.peers.race import Costs, Racer, living_site, race, watched

PAGES, ROUNDS = 2_000, 5
FAMILY, PER_LISTING = "bitrix", 20
#: The items and the pages of the listing, and nothing else.
LINKS = r"/en/news/(\?PAGEN_1=\d+$|(news|press|speeches)/[^/?]+/$)"
MUST_CPU, AIM_CPU = 1.0, 0.7
MUST_PEAK, AIM_PEAK = 1.25, 1.1


def main() -> int:
    """Measure and print; fail over the bounds, if all pages were asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=PAGES)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--json", action="store_true", dest="as_json")
    arguments = parser.parse_args()
    items = round(arguments.pages * PER_LISTING / (PER_LISTING + 1))
    with (
        tempfile.TemporaryDirectory(prefix="presswatch-bench-") as folder,
        living_site(FAMILY, item_count=items) as url,
    ):
        costs = race(_racers(Path(folder), url), rounds=arguments.rounds)
    ours, scrapy = costs["presswatch"], costs["scrapy"]
    cpu, peak = ours.cpu_seconds / scrapy.cpu_seconds, ours.peak_mb / scrapy.peak_mb
    if arguments.as_json:
        print(json.dumps({"pages": arguments.pages, "cpu": cpu, "peak": peak}))
    else:
        _show(ours, scrapy, arguments.pages)
    is_small = arguments.pages < PAGES
    return 0 if is_small or (cpu <= MUST_CPU and peak <= MUST_PEAK) else 1


def _racers(folder: Path, url: str) -> dict[str, Racer]:
    home = folder / "home"
    crawl = ["-m", "presswatch", "crawl", "harbour", "--home", str(home)]

    def begin_anew() -> None:
        shutil.rmtree(home, ignore_errors=True)
        watched(home, url)

    return {
        "scrapy": Racer(command=["-m", "benchmarks.peers.follow", url, LINKS]),
        "presswatch": Racer(command=crawl, before=begin_anew),
    }


def _show(ours: Costs, scrapy: Costs, pages: int) -> None:
    print(f"first crawl of {pages} pages    CPU s  peak MB")
    for name, cost in (("bare Scrapy", scrapy), ("presswatch", ours)):
        print(f"  {name:<24} {cost.cpu_seconds:7.2f}  {cost.peak_mb:7.1f}")
    cpu, peak = ours.cpu_seconds / scrapy.cpu_seconds, ours.peak_mb / scrapy.peak_mb
    print(f"  {'ratio':<24} {cpu:7.2f}  {peak:7.2f}")
    print(
        f"  must (aim)               {MUST_CPU} ({AIM_CPU})  {MUST_PEAK} ({AIM_PEAK})"
    )


if __name__ == "__main__":
    sys.exit(main())

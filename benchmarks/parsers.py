"""What reading a page costs, in parses of the same bytes by ``lxml.html`` (1.0).

    python -m benchmarks.parsers FOLDER [--pages 150] [--rounds 3]

FOLDER holds pages (``*.html``, ``*.html.gz``), read as those of unknown sites. By a
sure profile pages of living sites are read, with all their noise, once others of the
same site have taught it; the same pages too as those of an unknown site. Each page is
read by all readers in turn, on one core, and CPU time is counted; a page's cost is the
least of its rounds, in each of which a reader meets it for the first time. The memory
is what a process of its own grows by while it reads a page of 50 MB.
"""

import argparse
import gzip
import multiprocessing
import random
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import lxml.html

from parsers.article import parse_article
from parsers.model import Capture
from parsers.profile import Profile, learn
from tests.fixtures.living.families import FAMILIES
from tests.fixtures.living.http import Request
from tests.fixtures.living.noise import fill
from tests.fixtures.living.world import World

UNKNOWN, SURE = 2.5, 1.5
#: Every so many makes of living sites; pages of each that teach, and that are read.
_MAKES, _TAUGHT, _READ = 3, 40, 12
Reader = Callable[[], Any]
#: Pages of one site, and the profile that others taught.
Lesson = tuple[Profile | None, list[Capture]]


def load(folder: Path, most: int) -> list[Capture]:
    """Return pages of a folder, evenly chosen."""
    paths = sorted(folder.rglob("*.html")) + sorted(folder.rglob("*.html.gz"))
    step = max(1, len(paths) // most)
    found = []
    for path in paths[::step][:most]:
        data = path.read_bytes()
        payload = gzip.decompress(data) if path.suffix == ".gz" else data
        url = f"https://{path.parent.name}.example/{path.name.partition('.')[0]}"
        found.append(Capture(url=url, payload=payload))
    return found


def living() -> Iterator[Lesson]:
    """Yield what pages of living sites teach, and others of the same sites."""
    for make in list(FAMILIES)[::_MAKES]:
        world = World(families=(make,), items=_TAUGHT + _READ, tricks=("noise",))
        site, chance = world.sites[make], random.Random(make)
        captures = [
            Capture(
                url=site.address + item.path,
                payload=fill(answer.body, chance),
                headers=(("content-type", answer.kind),),
                captured_at=site.now,
            )
            for item in site.listed()
            if (answer := site.answer(Request(target=item.path))).status == 200
        ]
        profile = learn(captures[:-_READ])
        if profile.is_sure:
            yield profile, captures[-_READ:]


def readers(capture: Capture, profile: Profile | None) -> dict[str, Reader]:
    """Return what is measured on one page, by name; the floor first."""
    floor: dict[str, Reader] = {
        "lxml.html": lambda: lxml.html.fromstring(capture.payload)
    }
    if profile is not None:  # what the second meets in caches, the first has paid for
        return floor | {
            "sure profile": lambda: parse_article(capture, profile=profile),
            "the same, unknown": lambda: parse_article(capture),
        }
    return floor | {"unknown page": lambda: parse_article(capture)} | peers(capture)


def peers(capture: Capture) -> dict[str, Reader]:
    """Return what others read of a page, if they are installed."""
    text = capture.payload.decode("utf-8", "replace")
    found: dict[str, Reader] = {}
    try:
        import trafilatura  # type: ignore[import-untyped,unused-ignore]

        found["trafilatura"] = lambda: trafilatura.bare_extraction(
            text, with_metadata=True
        )
    except ImportError:
        pass
    try:
        from resiliparse.extract.html2text import (  # type: ignore[import-untyped,unused-ignore]
            extract_plain_text,
        )

        found["resiliparse (text alone)"] = lambda: extract_plain_text(
            text, main_content=True
        )
    except ImportError:
        pass
    return found


def cost(reader: Reader) -> float | None:
    """Return the CPU seconds of one reading; nothing where it fails."""
    start = time.process_time()
    try:
        reader()
    except Exception:  # a peer may fail on a page; ours does not (see tests)
        return None
    return time.process_time() - start


def forget() -> None:
    """Let the parsers forget what they keep from page to page."""
    for name, module in list(sys.modules.items()):
        for value in list(vars(module).values()) if name[:8] == "parsers." else ():
            if clear := getattr(value, "cache_clear", None):
                clear()


def measure(
    lessons: Sequence[Lesson], rounds: int
) -> dict[str, list[tuple[float, float]]]:
    """Return for each reader and page its seconds and those of the floor.

    One page of each site is read before, as many are in a crawl.
    """
    best: dict[tuple[str, int, int], float] = {}
    for _ in range(rounds):
        forget()
        for site, (profile, captures) in enumerate(lessons):
            for page, capture in enumerate((captures[-1], *captures[:-1])):
                for title, reader in readers(capture, profile).items():
                    seconds = cost(reader)
                    if page and seconds is not None:
                        key = title, site, page
                        best[key] = min(best.get(key, seconds), seconds)
    found: dict[str, list[tuple[float, float]]] = {}
    for (title, site, page), seconds in best.items():
        if floor := best.get(("lxml.html", site, page)):
            found.setdefault(title, []).append((seconds, floor))
    return found


def growth(row: bytes) -> float:
    """Return the MB a process grows by while it reads 50 MB of a row of a page."""
    page = row * (50_000_000 // len(row))
    capture = Capture(url="https://rows.example/1", payload=page)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    parse_article(capture)
    return (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024


def show(found: Mapping[str, Sequence[tuple[float, float]]]) -> int:
    """Print a table; return how many bounds of our own are passed."""
    failed = 0
    bounds = {"unknown page": UNKNOWN, "sure profile": SURE}
    print(f"{'reader':<26}{'pages':>6}{'ms a page':>11}{'of lxml':>9}{'median':>8}")
    for title, costs in found.items():
        seconds = sum(own for own, _ in costs)
        ratio = seconds / sum(floor for _, floor in costs)
        median = statistics.median(own / floor for own, floor in costs)
        bound = bounds.get(title)
        failed += bound is not None and ratio > bound
        said = f"  (at most {bound})" if bound else ""
        each = 1000 * seconds / len(costs)
        print(
            f"{title:<26}{len(costs):>6}{each:>11.2f}{ratio:>9.2f}{median:>8.2f}{said}"
        )
    return failed


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print tables; fail where a bound of our own is passed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=150)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args(arguments)
    failed = show(measure([(None, load(asked.folder, asked.pages))], asked.rounds))
    failed += show(measure(list(living()), asked.rounds))
    with multiprocessing.get_context("spawn").Pool(1, maxtasksperchild=1) as pool:
        rows = [
            b"<div><p>The ferry <a href=/x>left</a> late.</p></div>",
            b"It is late. ",
        ]
        tags, text = pool.map(growth, rows, chunksize=1)
    print(f"memory for 50 MB of tags {tags:.0f} MB, of text {text:.0f} MB")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

"""What reading a page costs, in parses of the same bytes by ``lxml.html`` (1.0).

    python -m benchmarks.parsers FOLDER [--pages 150] [--rounds 3]

FOLDER holds pages (``*.html``, ``*.html.gz``), one folder a site or make. Each page is
read by all readers in turn, on one core, and CPU time is counted; a page's cost is the
least of its rounds. A sure profile is learned from up to twelve pages of a folder. The
memory is what a process of its own grows by while it reads a page of 50 MB.
"""

import argparse
import gzip
import multiprocessing
import resource
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import lxml.html

from parsers.article import parse_article
from parsers.model import Capture
from parsers.profile import Profile, learn

UNKNOWN, SURE = 2.5, 1.5
_LESSON = 12
Reader = Callable[[], Any]


def load(folder: Path, most: int) -> list[tuple[str, Capture]]:
    """Return pages of a folder with the name of what they lie in, evenly chosen."""
    paths = sorted(folder.rglob("*.html")) + sorted(folder.rglob("*.html.gz"))
    step = max(1, len(paths) // most)
    found = []
    for path in paths[::step][:most]:
        data = path.read_bytes()
        payload = gzip.decompress(data) if path.suffix == ".gz" else data
        url = f"https://{path.parent.name}.example/{path.name.partition('.')[0]}"
        found.append((path.parent.name, Capture(url=url, payload=payload)))
    return found


def readers(capture: Capture, profile: Profile | None) -> dict[str, Reader]:
    """Return what is measured on one page, by name; the floor first."""
    text = capture.payload.decode("utf-8", "replace")
    found: dict[str, Reader] = {
        "lxml.html": lambda: lxml.html.fromstring(capture.payload),
        "unknown page": lambda: parse_article(capture),
    }
    if profile is not None and profile.is_sure:
        found["sure profile"] = lambda: parse_article(capture, profile=profile)
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


def measure(
    pages: Sequence[tuple[str, Capture]], rounds: int
) -> dict[str, list[tuple[float, float]]]:
    """Return for each reader and page its seconds and those of the floor."""
    profiles = {
        name: learn([c for n, c in pages if n == name][:_LESSON])
        for name in {name for name, _ in pages}
    }
    for _, capture in pages[:5]:
        parse_article(capture)
    found: dict[str, list[tuple[float, float]]] = {}
    for name, capture in pages:
        chosen = readers(capture, profiles[name])
        best: dict[str, float] = {}
        for _ in range(rounds):
            for title, reader in chosen.items():
                if (seconds := cost(reader)) is not None:
                    best[title] = min(best.get(title, seconds), seconds)
        floor = best.get("lxml.html")
        if floor:
            for title, seconds in best.items():
                found.setdefault(title, []).append((seconds, floor))
    return found


def growth(row: bytes) -> float:
    """Return the MB a process grows by while it reads 50 MB of a row of a page."""
    page = row * (50_000_000 // len(row))
    capture = Capture(url="https://rows.example/1", payload=page)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    parse_article(capture)
    return (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print a table; fail where a bound of our own is passed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=150)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args(arguments)
    found = measure(load(asked.folder, asked.pages), asked.rounds)
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

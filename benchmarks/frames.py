"""How a monitor does on sites that live in the frames of real article pages.

    python -m benchmarks.frames FOLDER [--days 5] [--seed 3] [--sites 20] [--each 1]
                                [--pages ID …] [--json] [--detail] [--check]

FOLDER holds ``truth.jsonl``: of each page ``id``, ``site``, ``url``, ``html_file``,
``title``, ``date`` and ``body``, its paragraphs divided by an empty line. Headline,
day, writer and text are cut out of a page and replaced by those of a living site, its
links to other items show the newest of these, and its lists are in the markup of its
teasers. The monitor gets an address, looks once a simulated day, and every trick is
played. Pages of which leftovers of the old item would stay are not used, and told with
the reason. ``--sites`` sites are played, ``--each`` pages of each (0: all); ``--check``
tells only which can be.
"""

import argparse
import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.framing.cut import cut
from benchmarks.framing.frame import Frame, UnfitError
from benchmarks.framing.living import family_of
from benchmarks.monitor import OURS, figures, play_make, print_wrong, row_of
from parsers.model import Capture

_SHOWN = ("f1", "title_exact", "date_exact", "body_exact", "requests_per_least")
Row = Mapping[str, Any]


def main() -> None:
    """Play the pages that were asked for, and print a line for each."""
    options = _options()
    months = []
    left_out: dict[str, list[str]] = defaultdict(list)
    for ident, frame in _frames(options, left_out):
        if options.check:
            print(ident, frame.tongue.code, flush=True)
            continue
        family = family_of(frame, ident)
        month = play_make(family, seed=options.seed, days=options.days)
        months.append(month)
        row = row_of(OURS, [month])
        if options.json:
            print(json.dumps({"id": ident, **row}), flush=True)
        else:
            print(f"{ident:<56}{figures(row, _SHOWN)}", flush=True)
        if options.detail:
            print_wrong(ident, [month])
    for reason, idents in sorted(left_out.items(), key=lambda pair: -len(pair[1])):
        told = f"left out, {reason}: {len(idents)} ({', '.join(idents)})"
        print(told, file=sys.stderr)
    if months and not options.json:
        print(f"{f'all {len(months)}':<56}{figures(row_of(OURS, months), _SHOWN)}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--days", type=int, default=5)
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--sites", type=int, default=20)
    parser.add_argument("--each", type=int, default=1)
    parser.add_argument("--pages", nargs="*", help="these alone")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--detail", action="store_true", help="each miss and false one")
    parser.add_argument("--check", action="store_true", help="play nothing")
    return parser.parse_args()


def _frames(
    options: argparse.Namespace, left_out: dict[str, list[str]]
) -> Iterator[tuple[str, Frame]]:
    """Yield the frames to be played, and note of which pages none can be cut."""
    done: Counter[str] = Counter()
    for row in _rows(options.folder, options.pages or ()):
        site = row.get("site") or row["id"]
        is_known = site in done
        if options.each and done[site] >= options.each:
            continue
        if not options.pages and not is_known and len(done) >= options.sites:
            continue
        try:
            frame = cut(row, _capture(options.folder, row))
        except UnfitError as reason:
            left_out[str(reason)].append(row["id"])
            continue
        done[site] += 1
        yield row["id"], frame


def _rows(folder: Path, idents: Sequence[str]) -> Iterator[Row]:
    for line in (folder / "truth.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        has_all = all(row.get(name) for name in ("title", "date", "body"))
        if has_all and (not idents or row["id"] in idents):
            yield row


def _capture(folder: Path, row: Row) -> Capture:
    data = (folder / row["html_file"]).read_bytes()
    payload = gzip.decompress(data) if row["html_file"].endswith(".gz") else data
    return Capture(url=row.get("url") or "", payload=payload)


if __name__ == "__main__":
    main()

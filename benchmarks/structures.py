"""How small pages of every shape a press site gives its items are read and compared.

    python -m benchmarks.structures [SORT …] [--languages en,de,…] [--share 0.1]
                                    [--detail] [--json]

Sorts: ``texts`` of all structures, read word for word; ``edits`` of each of their
parts, which must be told, and ``noise`` around them, which must not; ``lists`` of
items; ``days`` in boxes; ``titles`` of pages; ``files`` that come and go. Of each sort
are told how many were tried and how many were wrong, by everything they were made of;
``alone`` is a page that nothing is known of, ``learned`` one of a site of which eight
pages are.
``--share`` is the share of all that is tried, the same in each run; 1 takes hours, and
without it all sorts together take less than two minutes.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from benchmarks.building import days, edits, files, lists, noise, texts, titles
from benchmarks.building.trial import Trial, Trials, drawing
from tests.fixtures.living.prose import TONGUES

#: What tries each sort, and the share of it that takes some seconds.
SORTS: dict[str, tuple[Trials, float]] = {
    "texts": (texts.trials, 0.006),
    "edits": (edits.trials, 0.0015),
    "noise": (noise.trials, 0.002),
    "lists": (lists.trials, 0.2),
    "days": (days.trials, 0.5),
    "titles": (titles.trials, 0.2),
    "files": (files.trials, 0.01),
}
_WIDTH = 44
Figures = dict[tuple[str, str, str], Counter[str]]


def main() -> None:
    """Try what was asked for, and print a table of each sort."""
    options = _options()
    for sort in options.sorts or SORTS:
        trials, share = SORTS[sort]
        is_drawn = drawing(share if options.share is None else options.share)
        figures: Figures = {}
        for language in options.languages.split(","):
            count(_watched(sort, trials(language, is_drawn), options), figures)
        if options.json:
            print(json.dumps(row_of(sort, figures), ensure_ascii=False), flush=True)
        else:
            print(table(sort, figures), flush=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("sorts", nargs="*", metavar="SORT", help=", ".join(SORTS))
    parser.add_argument("--languages", default=",".join(TONGUES))
    parser.add_argument("--share", type=float, help="without it, some seconds' worth")
    parser.add_argument("--detail", action="store_true", help="each that is wrong")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    unknown = {*options.sorts} - {*SORTS} or {*options.languages.split(",")} - {
        *TONGUES
    }
    if unknown:
        parser.error(f"unknown: {', '.join(sorted(unknown))}")
    return options


def _watched(
    sort: str, trials: Iterable[Trial], options: argparse.Namespace
) -> Iterable[Trial]:
    for trial in trials:
        if trial.wrong and options.detail:
            marks = ", ".join(trial.marks.values())
            print(f"{sort} {trial.group}: {marks}\n    ", end="", file=sys.stderr)
            print(trial.wrong.replace("\n", "\n    "), file=sys.stderr, flush=True)
        yield trial


def count(trials: Iterable[Trial], figures: Figures) -> None:
    """Count what was tried and what was wrong, by group, name and value of a mark."""
    for trial in trials:
        for name, value in {"": "", **trial.marks}.items():
            found = figures.setdefault((trial.group, name, value), Counter())
            found["tried"] += 1
            found["wrong"] += bool(trial.wrong)


def row_of(sort: str, figures: Figures) -> Mapping[str, Any]:
    """Return the figures of a sort, to be kept and compared."""
    return {
        "sort": sort,
        "figures": [
            {"group": group, "mark": name, "value": value, **found}
            for (group, name, value), found in figures.items()
        ],
    }


def table(sort: str, figures: Figures) -> str:
    """Return what was tried and wrong: of each group, then of each mark's values."""
    lines = []
    in_order = sorted(figures.items(), key=lambda one: one[0][1])
    for (group, name, _), found in figures.items():
        if not name:
            share = found["wrong"] / found["tried"]
            lines.append(_line(f"{sort}, {group}", found) + f"{share:>10.4f}")
            lines += [
                _line(f"  {own_name} {own_value}", own)
                for (own_group, own_name, own_value), own in in_order
                if own_group == group and own_name and own["wrong"]
            ]
    head = f"{'':{_WIDTH}}{'tried':>8}{'wrong':>8}{'share':>10}"
    return "\n".join([head, *lines])


def _line(words: str, found: Mapping[str, int]) -> str:
    return f"{words:{_WIDTH}}{found['tried']:>8}{found['wrong']:>8}"


if __name__ == "__main__":
    main()

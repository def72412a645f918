"""How pages are read whose layout is drawn at random: every seed makes another one.

    python -m benchmarks.layouts [SORT …] [--seeds 0-200] [--detail] [--json]

Sorts: ``lists`` of items, whose addresses, titles and days must be read; ``articles``
of a site of eight items, each read alone and by what the site teaches; ``changes`` of
such articles: ``noise`` around a text, which must not be told, and ``edits``, which
must. Of each sort are told how many were tried and how many were wrong, then the
choices that were wrong most often (``--json``: all of them). The same seed makes the
same page; without ``--seeds`` all sorts together take less than a minute.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping

from benchmarks.building.trial import Trial
from benchmarks.drawing import articles, changes, lists
from benchmarks.structures import Figures, count, row_of, table

#: A choice tells something if it is wrong so often, and so many times as often as all.
_LEAST, _TIMES = 2, 2
#: So many choices of a group are told.
_TOLD = 8
#: What tries the pages of a seed, and how many seeds take some seconds.
SORTS: dict[str, tuple[Callable[[int], Iterable[Trial]], int]] = {
    "lists": (lists.trials, 300),
    "articles": (articles.trials, 120),
    "changes": (changes.trials, 20),
}


def main() -> None:
    """Try what was asked for, and print a table of each sort."""
    options = _options()
    for sort in options.sorts or SORTS:
        trials, usual = SORTS[sort]
        figures: Figures = {}
        for seed in range(usual) if options.seeds is None else options.seeds:
            count(_watched(f"{sort} {seed}", trials(seed), options), figures)
        if options.json:
            print(json.dumps(row_of(sort, figures), ensure_ascii=False), flush=True)
        else:
            print(table(sort, telling(figures)), flush=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("sorts", nargs="*", metavar="SORT", help=", ".join(SORTS))
    parser.add_argument(
        "--seeds", type=seeds, help="0-200, or one; without it, some seconds' worth"
    )
    parser.add_argument("--detail", action="store_true", help="each that is wrong")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if unknown := {*options.sorts} - {*SORTS}:
        parser.error(f"unknown: {', '.join(sorted(unknown))}")
    return options


def seeds(text: str) -> range:
    """Return the seeds from one up to another, or a single one.

    >>> seeds("0-200"), seeds("7")
    (range(0, 200), range(7, 8))
    """
    first, _, end = text.partition("-")
    return range(int(first), int(end) if end else int(first) + 1)


def telling(figures: Figures) -> Figures:
    """Return the figures of all groups, and of the choices that may be the cause."""
    wholes = {key: found for key, found in figures.items() if not key[1]}
    kept = dict(wholes)
    for group, _, _ in wholes:
        whole = _share(figures[group, "", ""])
        own = [
            key
            for key, found in figures.items()
            if key[0] == group and key[1] and found["wrong"] >= _LEAST
        ]
        own.sort(key=lambda key: _share(figures[key]), reverse=True)
        odd = [key for key in own if _share(figures[key]) >= _TIMES * whole]
        kept |= {key: figures[key] for key in odd[:_TOLD]}
    return kept


def _share(found: Mapping[str, int]) -> float:
    return found["wrong"] / found["tried"]


def _watched(
    name: str, trials: Iterable[Trial], options: argparse.Namespace
) -> Iterator[Trial]:
    for trial in trials:
        if trial.wrong and options.detail:
            marks = (f"{mark}={value}" for mark, value in trial.marks.items())
            lines = trial.wrong.replace("\n", "\n    ")
            print(
                f"{name}, {trial.group}: {' '.join(marks)}\n    {lines}",
                file=sys.stderr,
                flush=True,
            )
        yield trial


if __name__ == "__main__":
    main()

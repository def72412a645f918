"""How a monitor does on living sites whose pages are drawn at random from a seed.

    python -m benchmarks.sites [--seeds 0-20] [--days 6] [--json] [--detail]

Each seed is another site: the layouts of its lists and of its articles are those of
``benchmarks.layouts``, without what may be read with a text or not. The monitor gets an
address, looks once a simulated day, and every trick is played. A line a site is told:
its figures, and the choices that made it.
"""

import argparse
import json

from benchmarks.drawing.living import family_of
from benchmarks.layouts import seeds
from benchmarks.monitor import Month, print_wrong, row_of, watch
from tests.fixtures.living import FAMILIES, World

MONITOR = "presswatch"
_SHOWN = (
    "f1", "fields_exact", "title_exact", "date_exact", "body_exact",
    "requests_per_least",
)  # fmt: skip


def main() -> None:
    """Play the sites that were asked for, and print a line for each."""
    options = _options()
    months = []
    for seed in options.seeds:
        month = play(seed, days=options.days)
        months.append(month)
        _tell(f"{seed}", [month], options)
    if not options.json:
        _tell(f"all {len(months)}", months, options)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seeds", type=seeds, default=range(20), help="0-20, or one")
    parser.add_argument("--days", type=int, default=6)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--detail", action="store_true", help="each miss and false one")
    return parser.parse_args()


def play(seed: int, *, days: int) -> Month:
    """Return what the monitor does at the site of a seed."""
    family = family_of(seed)
    FAMILIES[family.name] = family
    world = World(seed=seed, families=(family.name,), tricks=("all",))
    return watch(MONITOR, world, days=days)


def _tell(name: str, months: list[Month], options: argparse.Namespace) -> None:
    row = row_of(MONITOR, months)
    if options.json:
        print(json.dumps({"seed": name, **row}), flush=True)
    else:
        print(f"{name:<8}{_figures(row)}", flush=True)
    if options.detail and len(months) == 1:
        print_wrong(name, months)


def _figures(row: dict[str, float]) -> str:
    return "  ".join(f"{name.replace('_', ' ')} {row[name]:.3f}" for name in _SHOWN)


if __name__ == "__main__":
    main()

"""How a monitor does on living sites whose pages are drawn at random from a seed.

    python -m benchmarks.sites [--seeds 0-20] [--days 6] [--json] [--detail]

Each seed is another site: the layouts of its lists and of its articles are those of
``benchmarks.layouts``, without what may be read with a text or not, and so is what else
it is made of: sections, a front page, feeds and sitemaps, where it says its days, how
it goes on and is encoded (``drawing/site_layouts.py``). The monitor gets an address,
looks once a simulated day, and every trick is played: half a minute a site.
"""

import argparse
import json

from benchmarks.drawing.living import family_of
from benchmarks.layouts import seeds
from benchmarks.monitor import OURS, Month, figures, play_make, print_wrong, row_of

_SHOWN = (
    "f1", "fields_exact", "title_exact", "date_exact", "body_exact",
    "requests_per_least",
)  # fmt: skip


def main() -> None:
    """Play the sites that were asked for, and print a line for each."""
    options = _options()
    months = []
    for seed in options.seeds:
        months.append(play_make(family_of(seed), seed=seed, days=options.days))
        _tell(f"{seed}", months[-1:], options)
    if not options.json:
        _tell(f"all {len(months)}", months, options)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seeds", type=seeds, default=range(20), help="0-20, or one")
    parser.add_argument("--days", type=int, default=6)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--detail", action="store_true", help="each miss and false one")
    return parser.parse_args()


def _tell(name: str, months: list[Month], options: argparse.Namespace) -> None:
    row = row_of(OURS, months)
    if options.json:
        print(json.dumps({"seed": name, **row}), flush=True)
    else:
        print(f"{name:<8}{figures(row, _SHOWN)}", flush=True)
    if options.detail and len(months) == 1:
        print_wrong(name, months)


if __name__ == "__main__":
    main()

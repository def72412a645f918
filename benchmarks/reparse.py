"""What reading all that is held again costs, and whether its memory grows with it.

A site of real pages is crawled once; then its store holds so many items as are asked
for, each with the record of one of those pages. ``reparse --dry-run`` reads them all:
CPU for each revision, start-up apart, and the peak of memory.
"""

import argparse
import json
import sqlite3
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.peers.race import Cost, Racer, living_site, measure, watched
from corpus.home import Home

#: Pages that are really crawled, and items held.
PAGES, HELD = 200, (1_000, 10_000)
#: Megabytes that ten times as many items may cost.
MOST_GROWTH_MB = 4.0


def main() -> int:
    """Measure and print; fail if memory grows, if all were asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=PAGES)
    parser.add_argument("--held", type=int, nargs=2, default=HELD)
    parser.add_argument("--json", action="store_true", dest="as_json")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="presswatch-bench-") as folder:
        found = reread(Path(folder), arguments.pages, arguments.held)
    if arguments.as_json:
        print(json.dumps(found))
    else:
        for name, value in found.items():
            print(f"{name:>24} {value:10.2f}")
    is_good = found["growth_mb"] <= MOST_GROWTH_MB
    return 0 if is_good or arguments.held[1] < HELD[1] else 1


def reread(home: Path, pages: int, held: tuple[int, int]) -> dict[str, float]:
    """Return the cost of a reparse of each so many items."""
    with living_site("drupal", item_count=pages) as url:
        site = watched(home, url)
        measure(Racer(command=["-m", "presswatch", "crawl", site, "--home", str(home)]))
    again = Racer(command=["-m", "presswatch", "reparse", "--dry-run", "--home", home])
    costs: list[Cost] = []
    found: dict[str, float] = {}
    for count in held:
        has = fill(Home(home), count)
        cost = measure(again)
        costs.append(cost)
        found[f"{has} peak_mb"] = cost.peak_mb
        found[f"{has} cpu_seconds"] = cost.cpu_seconds
    few, many = costs
    between = held[1] - held[0]
    found["ms per revision"] = (many.cpu_seconds - few.cpu_seconds) / between * 1000
    found["growth_mb"] = many.peak_mb - few.peak_mb
    return found


def fill(home: Home, count: int) -> int:
    """Let the store hold so many items with a revision: copies of those it has."""
    with sqlite3.connect(home.store) as store:
        rows = "SELECT count(*) FROM items WHERE revision_id IS NOT NULL"
        while (has := store.execute(rows).fetchone()[0]) < count:
            _copy(store, count - has)
    return has


def _copy(store: sqlite3.Connection, most: int) -> None:
    """Copy at most so many items, each with its newest revision."""
    item, revision = (
        store.execute(f"SELECT max(id) FROM {table}").fetchone()[0]
        for table in ("items", "revisions")
    )
    chosen = "SELECT id FROM items WHERE revision_id IS NOT NULL ORDER BY id LIMIT ?"
    for table, anew in (
        ("revisions", {"id": f"id + {revision}", "item_id": f"item_id + {item}"}),
        (
            "items",
            {
                "id": f"id + {item}",
                "revision_id": f"revision_id + {revision}",
                "key": f"key || '?{item}'",
            },
        ),
    ):
        of = "item_id" if table == "revisions" else "id"
        names = [row[1] for row in store.execute(f"PRAGMA table_info({table})")]
        values = ", ".join(anew.get(name, name) for name in names)
        quoted = ", ".join(f'"{name}"' for name in names)
        store.execute(
            f"INSERT INTO {table} ({quoted}) SELECT {values} FROM {table} "
            f"WHERE {of} IN ({chosen})",
            (most,),
        )


if __name__ == "__main__":
    sys.exit(main())

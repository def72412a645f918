"""What a night costs in which nothing changed, and whether memory grows with holdings.

With validators: the pages answer 304, against a default Scrapy spider that makes the
same conditional requests. Without: they answer as before, against one that fetches and
hashes. Targets 3 and 4 over 2,000 known pages, by turns, median of five. Then the same
night over stores that hold 10,000 and 1,000,000 items, most of them not due.
"""

import argparse
import hashlib
import json
import sqlite3
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.peers.race import Racer, living_site, measure, race, watched
from corpus.archive import Archive, Locator
from corpus.home import Home

PAGES, ROUNDS = 2_000, 5
HELD = (10_000, 1_000_000)
#: Megabytes that a hundred times as many items may cost.
MOST_GROWTH_MB = 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Night:
    """One kind of site: its family, how many items a listing shows, the bars."""

    family: str
    per_listing: int
    must: float
    aim: float


NIGHTS = {
    "304": Night(family="drupal", per_listing=12, must=0.25, aim=0.10),
    "200": Night(family="bitrix", per_listing=20, must=0.35, aim=0.20),
}


def main() -> int:
    """Measure and print; fail over the bounds, if all pages were asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=PAGES)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--held", type=int, nargs=2, default=HELD)
    parser.add_argument("--part", choices=[*NIGHTS, "held"])
    parser.add_argument("--json", action="store_true", dest="as_json")
    arguments = parser.parse_args()
    parts = [arguments.part] if arguments.part else [*NIGHTS, "held"]
    nights = {name: night for name, night in NIGHTS.items() if name in parts}
    found: dict[str, float] = {}
    with tempfile.TemporaryDirectory(prefix="presswatch-bench-") as folder:
        for name, night in nights.items():
            home = Path(folder) / name
            found |= compare(name, night, home, arguments.pages, arguments.rounds)
        if "held" in parts:
            found |= hold(Path(folder) / "held", arguments.held)
    if arguments.as_json:
        print(json.dumps(found))
    else:
        _show(found, arguments.pages, arguments.held)
    is_good = found.get("growth_mb", 0.0) <= MOST_GROWTH_MB and all(
        found[f"{name} ratio"] <= night.must for name, night in nights.items()
    )
    return 0 if is_good or arguments.pages < PAGES else 1


def compare(
    name: str, night: Night, home: Path, pages: int, rounds: int
) -> dict[str, float]:
    """Crawl a site once, then measure nights in which nothing changed."""
    items = round(pages * night.per_listing / (night.per_listing + 1))
    with living_site(night.family, item_count=items) as url:
        site = watched(home, url)
        crawl = ["-m", "presswatch", "crawl", site, "--home", str(home)]
        measure(Racer(command=crawl))
        known = home / "known.jsonl"
        write_known(Home(home), known)
        costs = race(
            {
                "scrapy": Racer(command=["-m", "benchmarks.peers.recheck", str(known)]),
                "presswatch": Racer(command=[*crawl, "--all"]),
            },
            rounds=rounds,
        )
    ours, scrapy = costs["presswatch"], costs["scrapy"]
    return {
        f"{name} ours": ours.cpu_seconds,
        f"{name} scrapy": scrapy.cpu_seconds,
        f"{name} ratio": ours.cpu_seconds / scrapy.cpu_seconds,
    }


def write_known(home: Home, file: Path) -> None:
    """Write what the other program must know: each page, its ETag, its hash."""
    archive = Archive(home.archive)
    query = """
        SELECT url, json_extract(listing, '$.held.validators.etag'),
               json_extract(listing, '$.held.locator.file'),
               json_extract(listing, '$.held.locator.offset'),
               json_extract(listing, '$.held.locator.length'),
               json_extract(listing, '$.held.locator.digest')
        FROM listings
        UNION ALL
        SELECT items.url, items.etag, file, offset, length, captures.digest
        FROM items JOIN captures ON captures.id = items.capture_id
    """
    with sqlite3.connect(home.store) as store, file.open("w", encoding="utf-8") as out:
        for url, etag, name, offset, length, digest in store.execute(query):
            capture = archive.read(
                Locator(file=name, offset=offset, length=length, digest=digest)
            )
            hashed = hashlib.sha256(capture.payload).hexdigest()
            out.write(json.dumps({"url": url, "etag": etag, "digest": hashed}) + "\n")


def hold(home: Path, held: tuple[int, int]) -> dict[str, float]:
    """Return what a night costs over stores that hold so many items."""
    found: dict[str, float] = {}
    with living_site("drupal", item_count=30) as url:
        site = watched(home, url)
        crawl = ["-m", "presswatch", "crawl", site, "--home", str(home)]
        measure(Racer(command=crawl))
        for count in held:
            fill(Home(home), count)
            cost = measure(Racer(command=crawl))
            found[f"{count} peak_mb"] = cost.peak_mb
            found[f"{count} cpu"] = cost.cpu_seconds
    few, many = (found[f"{count} peak_mb"] for count in held)
    return found | {"growth_mb": many - few}


def fill(home: Home, count: int) -> None:
    """Let the site's store hold so many items: copies of one, looked at, not due."""
    with sqlite3.connect(home.store) as store:
        columns = [row[1] for row in store.execute("PRAGMA table_info(items)")]
        held, first, one = store.execute(
            "SELECT count(*), max(id), min(id) FROM items"
        ).fetchone()
        anew = {
            "id": ":first + n",
            "key": "'held/' || (:first + n)",
            "url": "url || '?held=' || n",
        }
        anew["due_at"] = "'9999-01-01T00:00:00.000000Z'"
        values = ", ".join(anew.get(name, name) for name in columns)
        store.execute(
            f"""
            WITH RECURSIVE counter(n) AS (
                SELECT 1 UNION ALL SELECT n + 1 FROM counter WHERE n < :more
            )
            INSERT INTO items ({", ".join(columns)})
            SELECT {values} FROM counter JOIN items ON items.id = :one
            """,
            {"more": count - held, "first": first, "one": one},
        )


def _show(found: dict[str, float], pages: int, held: tuple[int, int]) -> None:
    print(f"unchanged night over {pages} pages    Scrapy s  ours s  ratio  must (aim)")
    for name, night in NIGHTS.items():
        if f"{name} ratio" not in found:
            continue
        print(
            f"  {name:<32} {found[f'{name} scrapy']:8.2f} {found[f'{name} ours']:7.2f}"
            f" {found[f'{name} ratio']:6.2f}  {night.must} ({night.aim})"
        )
    for count in held if "growth_mb" in found else ():
        print(
            f"  with {count:>9} items held: {found[f'{count} cpu']:.2f} s of CPU, "
            f"{found[f'{count} peak_mb']:.1f} MB at the peak"
        )


if __name__ == "__main__":
    sys.exit(main())

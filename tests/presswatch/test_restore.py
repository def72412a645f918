"""A lost store is made again from the archive: the same of everything, and no alert."""

import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from tests.fixtures.living.world import World
from tests.presswatch.calling import Ended, call_here
from tests.presswatch.small_site import small_site

ALERTS = """
[channel.file]
type = "atom"
[[rule]]
name = "all"
channels = ["file"]
"""
#: What must come back as it was, told by what a person knows it by. A removal is told
#: at the moment its answer was read, which is not the very one in which it came.
HELD = {
    "items": "SELECT key, url, status, is_baseline, digest, etag FROM items",
    "aliases": "SELECT key, url FROM aliases",
    "captures": """
        SELECT run_id, url, status, captured_at, digest, file, "offset", length,
        redirected_from FROM captures
    """,
    "revisions": """
        SELECT key, captured_at, captures.digest, fingerprint, minor_fingerprint,
        article, cause, is_compared FROM revisions
        JOIN items ON items.id = item_id
        JOIN captures ON captures.id = revisions.capture_id
    """,
    "changes": """
        SELECT key, kind, changes.run_id, changes.url, title, date, body, fields,
        weight, baseline, substr(captured_at, 1, 16) FROM changes
        JOIN items ON items.id = item_id
    """,
    "runs": """
        SELECT id, status, is_complete, is_settled, requested, listings, revisions,
        unchanged, pending, problems, skipped, changes FROM runs
    """,
}


def held(home: Path) -> dict[str, list[Any]]:
    """Return all that a store holds, in an order of its own."""
    with sqlite3.connect(home / "presswatch.sqlite") as store:
        return {
            name: sorted(store.execute(query).fetchall(), key=repr)
            for name, query in HELD.items()
        }


@pytest.mark.promise("R35")
@pytest.mark.parametrize(
    ("family", "limits"),
    [("wordpress", ""), ("bitrix", ""), ("tables", "[limits]\nrequests = 9\n")],
)
def test_a_lost_store_comes_back_from_the_archive(
    tmp_path: Path, family: str, limits: str
) -> None:
    """Edits, removals and all, each at its own time; and it goes on as it would have.

    Runs that came to the end of their budget are among them.
    """
    home, other = tmp_path / "home", tmp_path / "other"
    home.mkdir()
    (home / "alerts.toml").write_text(ALERTS)
    world = World(seed=4, families=(family,), items=10)

    def run(*words: str, below: Path = home) -> Ended:
        return call_here(*words, "--home", below)

    def crawl(below: Path) -> list[Any]:
        moment = world.now.isoformat()
        ended = run("crawl", "--delay", "0", "--now", moment, "--json", below=below)
        assert ended.status in (0, 3), ended.err
        moving = ("id", "captured_at")
        return [{k: v for k, v in r.items() if k not in moving} for r in ended.rows]

    with world.serve() as addresses:
        run("add", addresses[family], "--delay", "0", "--name", "harbour")
        with (home / "sites" / "harbour.toml").open("a") as file:
            file.write(limits)
        for _ in range(5):
            crawl(home)
            world.advance()
        shutil.copytree(home, other)
        for path in home.glob("presswatch.sqlite*"):
            path.unlink()
        asked = len(world.requests(family))
        restored = run("archive", "restore", "--json")
        assert restored.status == 0, restored.err
        assert len(world.requests(family)) == asked
        assert restored.rows[0]["runs"] == 5
        was, now = held(other), held(home)
        assert {change[1] for change in was["changes"]} >= {"new", "edited"}
        for name, rows in was.items():
            assert set(now[name]) ^ set(rows) == set(), name
            assert len(now[name]) == len(rows), name
        with sqlite3.connect(home / "presswatch.sqlite") as store:
            assert store.execute("SELECT count(*) FROM outbox").fetchone() == (0,)
        assert run("archive", "verify").status == 0
        assert crawl(home) == crawl(other)


def test_what_cannot_come_back_is_told_and_the_rest_comes(tmp_path: Path) -> None:
    """A damaged record costs its page; a site without its file waits for that."""
    home = tmp_path / "home"
    world = World(seed=4, families=("wordpress", "tables"), items=6, tricks=())

    def run(*words: str) -> Ended:
        return call_here(*words, "--home", home)

    assert run("archive", "restore").status == 2
    with world.serve() as addresses:
        run("add", addresses["wordpress"], "--delay", "0", "--name", "harbour")
        run("add", addresses["tables"], "--delay", "0", "--name", "canal")
        run("crawl", "--delay", "0")
    assert run("archive", "restore").status == 2, "over a store that is there"
    count = len(run("items", "harbour", "--json").rows)
    with sqlite3.connect(home / "presswatch.sqlite") as store:
        file, offset = store.execute(
            """SELECT file, "offset" FROM captures JOIN items
            ON items.capture_id = captures.id WHERE file LIKE 'harbour/%'"""
        ).fetchone()
    damaged = bytearray((home / "archive" / file).read_bytes())
    damaged[offset + 300] ^= 1
    (home / "archive" / file).write_bytes(damaged)
    (home / "presswatch.sqlite").unlink()
    (home / "sites" / "canal.toml").unlink()
    ended = run("archive", "restore")
    assert ended.status == 3
    assert "canal.toml is gone; put it back" in ended.err
    assert f"{file}: at byte {offset}" in ended.err
    items = run("items", "--json").rows
    assert {item["site"] for item in items} == {"harbour"}
    assert len([item for item in items if item["body"]]) == count - 1


def test_a_crawl_beside_the_archive_of_a_lost_store_says_so_once(
    tmp_path: Path,
) -> None:
    """It began a new baseline without a word: what was held seemed to be gone."""
    with small_site() as site:
        told = []
        for day in (1, 2, 3):
            if day == 2:
                for file in tmp_path.glob("presswatch.sqlite*"):
                    file.unlink()
            now = f"2026-03-{day:02}T06:00:00Z"
            options = ("--home", tmp_path, "--delay", "0", "--now", now)
            told.append("archive restore" in call_here("crawl", site.url, *options).err)
    assert told == [False, True, False]

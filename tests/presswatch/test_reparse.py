"""A better reader improves what is held already, and alerts nobody of it."""

import json
import sqlite3
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from parsers.reader import READER
from presswatch.cli.run import call
from tests.fixtures.living.world import World

#: The last reading of each state of each item: its number, and its words.
_STATES = """
    SELECT max(id), json_extract(article, '$.body') FROM revisions
    GROUP BY item_id, capture_id
"""
ALERTS = """
[channel.file]
type = "atom"
[[rule]]
name = "all"
channels = ["file"]
"""
#: What an older reader would have kept: half of the words, under its own number.
_OLDER = """
    UPDATE revisions SET reader = 0, fingerprint = 'older', article =
    json_set(article, '$.body', substr(json_extract(article, '$.body'), 1, 60))
"""
#: What readers kept that did not look under pictures.
_WITHOUT_CAPTIONS = """
    UPDATE revisions SET reader = ?, fingerprint = 'older', article =
    json_remove(article, '$.captions')
"""


def test_a_better_reader_reads_the_past_anew_and_is_no_change(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """When our reading moves, the site did not: the next crawl must say nothing."""
    home = str(tmp_path)
    world = World(seed=5, families=("wordpress",), items=6, tricks=())
    with world.serve() as addresses:

        def run(*words: str) -> list[dict[str, Any]]:
            timed = () if words[0] in ("items", "changes") else ("--now", _now(world))
            pause = ("--delay", "0") if words[0] in ("add", "crawl") else ()
            assert call(*words, "--home", home, "--json", *timed, *pause) == 0
            return [json.loads(line) for line in capsys.readouterr().out.splitlines()]

        run("add", addresses["wordpress"])
        run("crawl")
        with sqlite3.connect(tmp_path / "presswatch.sqlite") as store:
            store.execute(_OLDER)
        changes = run("changes")
        dry = run("reparse", "--dry-run")
        assert dry
        assert {tuple(row["fields"]) for row in dry} == {("body",)}
        assert run("reparse") == dry
        assert run("reparse") == []
        for item in run("items"):
            assert [r["cause"] for r in item["revisions"]] == ["crawl", "reparse"]
            assert item["body"] == item["revisions"][-1]["body"]
            assert len(item["body"]) > len(item["revisions"][0]["body"])
        world.advance()
        assert run("crawl") == []
        assert run("changes") == changes


def test_every_revision_is_read_again_and_keeps_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An edit of last week is read by a better reader too; its alert was sent then."""
    home = str(tmp_path)
    (tmp_path / "alerts.toml").write_text(ALERTS)
    world = World(seed=7, families=("wordpress",), items=12)
    with world.serve() as addresses:

        def run(*words: str) -> list[dict[str, Any]]:
            call(*words, "--home", home, "--json")
            return [json.loads(line) for line in capsys.readouterr().out.splitlines()]

        for number in range(6):
            if number == 0:
                run("add", addresses["wordpress"], "--delay", "0")
            run("crawl", "--all", "--delay", "0", "--now", _now(world))
            world.advance()
    # the first pages were read before the site's make was learned
    run("reparse")
    assert run("reparse", "--dry-run") == []
    with sqlite3.connect(tmp_path / "presswatch.sqlite") as store:
        states = dict(store.execute(_STATES))
        newest = {row[0] for row in store.execute("SELECT revision_id FROM items")}
        told = store.execute("SELECT count(*) FROM outbox").fetchall()
        store.execute(_OLDER)
    assert len(states) > len(newest), "nothing was edited"
    dry = run("reparse", "--dry-run")
    assert len({(row["key"], row["captured_at"]) for row in dry}) == len(states)
    assert len(dry) == len(states)
    assert run("reparse") == dry
    assert run("reparse") == []
    with sqlite3.connect(tmp_path / "presswatch.sqlite") as store:
        now = dict(store.execute(_STATES))
        assert store.execute("SELECT count(*) FROM outbox").fetchall() == told
    assert sorted(now.values()) == sorted(states.values())
    past = states.keys() - newest
    assert {number: now[number] for number in past} == {n: states[n] for n in past}
    assert not now.keys() & newest


def _now(world: World) -> str:
    return world.now.isoformat()


@pytest.mark.parametrize("reader", [READER, READER - 1])
def test_a_reader_that_looks_under_pictures_tells_what_was_edited_there_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], reader: int
) -> None:
    """States kept without those lines raise no alert; one edited that night does."""
    home = str(tmp_path)
    world = World(seed=5, families=("builder",), items=5, tricks=())
    with world.serve() as addresses:

        def crawl(*words: str) -> list[dict[str, Any]]:
            options = ("--home", home, "--json", "--delay", "0", "--now", _now(world))
            assert call(*words, *options) == 0
            return [json.loads(line) for line in capsys.readouterr().out.splitlines()]

        crawl("add", addresses["builder"])
        crawl("crawl")
        with sqlite3.connect(tmp_path / "presswatch.sqlite") as store:
            store.execute(_WITHOUT_CAPTIONS, (reader,))
        world.advance()
        assert crawl("crawl", "--all") == []
        site = world.sites["builder"]
        item = site.items[2]
        site.edit(item, replace(item.record, caption="Ada Quay (photo: press desk)"))
        world.advance()
        (told,) = crawl("crawl", "--all")
        assert (told["kind"], list(told["fields"])) == ("edited", ["body"])
        assert "Ada Quay" in told["fields"]["body"]["new"]

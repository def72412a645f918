"""``presswatch status``: is everything all right?"""

import json
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from presswatch.cli.run import run
from scheduler.alerting.rules import read_alerts
from scheduler.health import note_trouble
from tests.scheduler.samples import NOON, SITE, Corpus, make_trouble

ALERTS = read_alerts(
    '[channel.desk]\ntype = "console"\n[[rule]]\nname = "r"\nchannels = ["desk"]\n'
)
LATER = "2026-03-03T12:10:00Z"


def _status(home: Path, capsys: Any, now: str = LATER) -> tuple[int, dict[str, Any]]:
    status = run(["status", "--home", str(home), "--now", now, "--json"])
    return status, json.loads(capsys.readouterr().out)


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    corpus = Corpus(tmp_path)
    run_id = corpus.run()
    corpus.change(corpus.item("a"), ALERTS, run_id=run_id)
    from corpus.store.runs import set_run

    with corpus.store.write() as connection:
        set_run(connection, run_id, ended_at=NOON, status="ok", requested=3)
    (tmp_path / "sites").mkdir()
    (tmp_path / "sites" / f"{SITE}.toml").write_text(f'seeds = ["https://{SITE}/"]\n')
    corpus.store.sites.set(
        corpus.site_id, baseline_at=NOON, due_at=NOON + timedelta(hours=1)
    )
    return corpus


def test_a_quiet_night_is_well_and_says_what_it_did(
    corpus: Corpus, tmp_path: Path, capsys: Any
) -> None:
    """The screen that is looked at every morning."""
    status, told = _status(tmp_path, capsys)
    assert (status, told["well"], told["faults"]) == (0, True, [])
    (site,) = told["sites"]
    assert (site["name"], site["state"], site["changes"]) == (SITE, "watched", 1)
    assert site["last_run"]["status"] == "ok"
    assert told["outbox"]["pending"] == 1
    assert told["trend"][-1] == 1
    assert run(["status", "--home", str(tmp_path), "--now", LATER]) == 0
    assert "all is well" in capsys.readouterr().out


def test_a_broken_site_file_is_told_before_the_next_run(
    corpus: Corpus, tmp_path: Path, capsys: Any
) -> None:
    """Somebody wrote it after the last run: the site would not be crawled again."""
    file = tmp_path / "sites" / f"{SITE}.toml"
    file.write_text('seeds = ["https://press.harbour.example/"]\ncolour = 1\n')
    status, told = _status(tmp_path, capsys)
    assert (status, told["well"]) == (3, False)
    assert f"{file}:2: colour: unknown key" in told["faults"][0]


def test_a_site_file_that_is_gone_is_told_with_what_to_do(
    corpus: Corpus, tmp_path: Path, capsys: Any
) -> None:
    """Each run is refused without it, while the screen said that all is well."""
    (tmp_path / "sites" / f"{SITE}.toml").unlink()
    status, told = _status(tmp_path, capsys)
    assert (status, told["well"]) == (3, False)
    assert f"presswatch remove {SITE}" in told["faults"][0]


def test_each_thing_to_look_at_is_named_with_what_to_do(
    corpus: Corpus, tmp_path: Path, capsys: Any
) -> None:
    """A red lamp without a word helps nobody."""
    with corpus.store.write() as connection:
        note_trouble(connection, make_trouble(), None, site_id=corpus.site_id)
    capsys.readouterr()  # the line of the log
    status, told = _status(tmp_path, capsys, "2026-03-03T20:00:00Z")
    assert status == 3
    said = "\n".join(told["faults"])
    assert "parse --explain" in said  # the trouble's next step
    assert "presswatch watch" in said  # it is overdue
    assert "alerts pending" in said  # an alert waits for eight hours


def test_nothing_held_is_no_fault(tmp_path: Path, capsys: Any) -> None:
    """The first call of a new user."""
    assert run(["status", "--home", str(tmp_path / "none")]) == 0
    assert "presswatch add" in capsys.readouterr().out
    assert not (tmp_path / "none").exists()


def test_a_look_loads_neither_store_nor_crawler() -> None:
    """It is called in a loop, and by prompts."""
    code = (
        "import sys, presswatch.cli.status as s\n"
        "heavy = {'sqlalchemy', 'scrapy', 'aiohttp', 'apscheduler', 'lxml'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"

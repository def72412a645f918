"""Files that people edit while the service runs."""

import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.home import Home
from corpus.store import Store
from scheduler.alerting.file import AlertsError
from scheduler.alerting.toml_lines import find_line
from scheduler.files import AlertFile, SiteFiles
from tests.scheduler.samples import NOON

GOOD = '[channel.{0}]\ntype = "console"\n[[rule]]\nname = "r"\nchannels = ["{0}"]\n'


def _write(path: Path, text: str, second: int) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    os.utime(path, (second, second))


def test_an_alert_file_is_used_as_soon_as_it_is_saved(tmp_path: Path) -> None:
    """Nobody restarts a service for a word in a rule."""
    home, used = Home(tmp_path), []
    book = AlertFile(home)

    def refresh() -> None:
        book.refresh(lambda channels, _: used.append(sorted(channels)))

    _write(home.alerts, GOOD.format("desk"), 1)
    refresh()
    refresh()
    _write(home.alerts, GOOD.format("hook"), 2)
    refresh()
    assert used == [["desk"], ["hook"]]


def test_a_file_broken_while_the_service_runs_leaves_the_rules_as_they_were(
    tmp_path: Path,
) -> None:
    """A half-saved file must not silence a night."""
    home = Home(tmp_path)
    book = AlertFile(home)
    _write(home.alerts, GOOD.format("desk"), 1)
    book.refresh(lambda *_: None)
    _write(home.alerts, "[[rule]\n", 2)
    book.refresh(lambda *_: None)
    assert [rule.name for rule in book.alerts.rules] == ["r"]
    assert "alerts.toml:1" in book.faults["alerts.toml"]
    _write(home.alerts, GOOD.format("hook"), 3)
    book.refresh(lambda *_: None)
    assert (book.faults, list(book.alerts.channels)) == ({}, ["hook"])


def test_a_file_that_is_broken_at_the_start_ends_it(tmp_path: Path) -> None:
    """There are no rules to go on with."""
    _write(tmp_path / "alerts.toml", "[[rule]\n", 1)
    with pytest.raises(AlertsError):
        AlertFile(Home(tmp_path)).refresh(lambda *_: None)


def test_a_site_file_is_read_again_when_it_changes_and_only_then(
    tmp_path: Path,
) -> None:
    """A thousand files every ten seconds would be a thousand parses."""
    home = Home(tmp_path)
    files, path = SiteFiles(home), home.site_file("a.example")
    _write(path, 'seeds = ["https://a.example/"]\nschedule = "every 1h"\n', 1)
    first = files.recipe("a.example")
    assert first is files.recipe("a.example")
    _write(path, 'seeds = ["https://a.example/"]\nschedule = "every 2h"\n', 2)
    second = files.recipe("a.example")
    assert first is not None
    assert second is not None
    assert first.schedule != second.schedule
    _write(path, "seeds = 1\n", 3)
    assert files.recipe("a.example") is None
    assert "a.example.toml:1: seeds" in files.faults["a.example"]


def test_a_file_put_into_the_folder_is_a_site_that_is_watched(tmp_path: Path) -> None:
    """A folder of files is how many people keep their sites."""
    home = Home(tmp_path)
    store, files = Store(home.store), SiteFiles(home)
    files.add_new(store, now=NOON)
    _write(home.site_file("a.example"), 'seeds = ["https://a.example/"]\n', 1)
    files.add_new(store, now=NOON)
    assert [row.name for row in store.wakes.watched()] == ["a.example"]


paths = st.lists(st.one_of(st.text(max_size=5), st.integers(0, 3)), max_size=4)


@given(st.text(max_size=200), paths)
def test_any_text_has_a_line_for_any_key(text: str, path: Any) -> None:
    """A message about a broken file must not break itself."""
    assert 1 <= find_line(text, path) <= text.count("\n") + len(text.splitlines()) + 1

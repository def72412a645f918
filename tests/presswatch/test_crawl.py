"""How a crawl ends: its exit status, and what it says of what went wrong."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from corpus.home import Home
from corpus.store import Store
from crawler.run import take_lease
from crawler.site import Site
from tests.fixtures.living.world import World
from tests.presswatch.calling import Ended, call_here


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Serve a small site that changes nothing."""
    world = World(seed=3, families=("wordpress",), items=4, tricks=())
    with world.serve() as addresses:
        yield addresses["wordpress"]


def _crawl(home: Path, *words: str) -> Ended:
    return call_here("crawl", *words, "--home", home, "--delay", "0", "--json")


@pytest.mark.promise("R7")
def test_an_address_of_no_site_is_added_and_crawled(
    address: str, tmp_path: Path
) -> None:
    """One command is enough to begin."""
    ended = _crawl(tmp_path, address)
    assert ended.status == 0, ended.err
    assert len(ended.rows) >= 4
    again = _crawl(tmp_path, address)
    assert again.status == 0
    assert again.rows == []
    assert len(list((tmp_path / "sites").iterdir())) == 1


@pytest.mark.promise("R7")
def test_an_unreachable_host_is_a_problem_told(tmp_path: Path) -> None:
    """The site is at fault, not the caller; the next run may find it well."""
    ended = _crawl(tmp_path, "http://127.0.0.1:9/news/")
    assert ended.status == 3
    assert "network" in ended.err
    told = call_here("problems", "--home", tmp_path, "--json")
    assert [row["kind"] for row in told.rows] == ["network"]
    assert told.rows[0].keys() == {"kind", "detail", "url", "site", "run", "at"}


@pytest.mark.promise("R7")
def test_a_site_that_is_being_crawled_is_busy(address: str, tmp_path: Path) -> None:
    """Two runs of one site would tell everything twice."""
    assert _crawl(tmp_path, address).status == 0
    store = Store(Home(tmp_path).store)
    (row,) = store.sites.all()
    site = Site(name=row.name, seeds=(address,))
    lease = take_lease(store, site, now=datetime.now(UTC))
    ended = _crawl(tmp_path, row.name)
    assert ended.status == 4
    assert "another run" in ended.err
    store.leases.release(lease)
    assert _crawl(tmp_path, row.name).status == 0
    store.close()


@pytest.mark.promise("R7")
def test_a_broken_site_file_is_told_and_the_others_are_crawled(
    address: str, tmp_path: Path
) -> None:
    """One typing error must not blind the whole desk."""
    sites = tmp_path / "sites"
    sites.mkdir()
    (sites / "good.toml").write_text(f'seeds = ["{address}"]\n')
    (sites / "bad.toml").write_text(f'seeds = ["{address}"]\n\ncolour = "red"\n')
    ended = _crawl(tmp_path)
    assert ended.status == 2
    assert "bad.toml:3: colour: unknown key; one of " in ended.err
    assert len(ended.rows) >= 4


@pytest.mark.promise("R7")
def test_a_broken_alert_file_is_told_before_anything_is_asked(tmp_path: Path) -> None:
    """A change that is found while no rule can be read would be told to nobody."""
    (tmp_path / "alerts.toml").write_text('[[rule]]\nname = "x"\nchanels = ["desk"]\n')
    ended = _crawl(tmp_path, "http://127.0.0.1:9/news/")
    assert ended.status == 2
    assert "alerts.toml:3" in ended.err
    assert not (tmp_path / "presswatch.sqlite").exists()


@pytest.mark.promise("R5")
def test_a_signal_ends_a_crawl_in_order(address: str, tmp_path: Path) -> None:
    """What was read before the signal is kept, and the next run goes on from there."""
    words = ["crawl", address, "--home", str(tmp_path), "--delay", "0.5", "--json"]
    process = subprocess.Popen(
        [sys.executable, "-m", "presswatch", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ.copy(),
    )
    _wait_for_a_request(tmp_path)
    process.send_signal(signal.SIGTERM)
    sent_at = time.monotonic()
    process.communicate(timeout=20)
    assert process.returncode == 5
    assert time.monotonic() - sent_at < 10
    (run,) = call_here("runs", "--home", tmp_path, "--json").rows
    assert run["status"] == "stopped"
    assert _crawl(tmp_path, address).status == 0
    (held,) = call_here("sites", "--home", tmp_path, "--json").rows
    assert held["items"]["live"] >= 4


def test_a_paused_site_is_left_alone_until_resumed(
    address: str, tmp_path: Path
) -> None:
    """A person may know why a site must rest for a week."""
    assert _crawl(tmp_path, address).status == 0
    (name,) = (path.stem for path in (tmp_path / "sites").iterdir())
    assert call_here("pause", name, "--home", tmp_path).status == 0
    _crawl(tmp_path)
    assert len(call_here("runs", "--home", tmp_path, "--json").rows) == 1
    assert call_here("resume", name, "--home", tmp_path).status == 0
    _crawl(tmp_path)
    assert len(call_here("runs", "--home", tmp_path, "--json").rows) == 2


def test_a_removed_site_keeps_what_was_collected(address: str, tmp_path: Path) -> None:
    """To stop watching is not to forget."""
    assert _crawl(tmp_path, address).status == 0
    before = call_here("items", "--home", tmp_path, "--json").rows
    (name,) = (path.stem for path in (tmp_path / "sites").iterdir())
    ended = call_here("remove", name, "--home", tmp_path)
    assert ended.status == 0
    assert str(tmp_path) in ended.err
    assert call_here("sites", "--home", tmp_path, "--json").rows == []
    assert call_here("items", "--home", tmp_path, "--json").rows == before
    _crawl(tmp_path)
    assert len(call_here("runs", "--home", tmp_path, "--json").rows) == 1


def _wait_for_a_request(home: Path) -> None:
    """Wait until the archive has begun to grow."""
    for _ in range(200):
        if any((home / "archive").rglob("*.open")):
            time.sleep(0.7)
            return
        time.sleep(0.05)
    raise AssertionError("the crawl did not begin")

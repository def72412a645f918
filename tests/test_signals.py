"""A run that is told to stop, is not alone, or was asleep for too long (R5, R6)."""

import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from crawler.keeper import BEAT
from tests.fixtures.living.world import World
from tests.killing import held_in, write_sites
from tests.presswatch.calling import Ended, call

Process = subprocess.Popen[str]


@pytest.fixture
def world() -> World:
    return World(5, families=("bitrix",), items=12, tricks=())


@pytest.mark.promise("R5")
@pytest.mark.promise("R7")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_a_run_soon_and_keeps_its_work(
    tmp_path: Path, world: World, number: signal.Signals
) -> None:
    """Machines are restarted while a run goes on; it must neither hang nor lose."""
    calm, wild = tmp_path / "calm", tmp_path / "wild"
    # long enough that the first batch is kept well before the end
    with world.serve(latency=0.25) as hosts:
        for home in (calm, wild):
            write_sites(home, hosts)
        process = _start(wild, world)
        _wait_for(process, lambda: _count(wild, "revisions") > 0)
        process.send_signal(number)
        asked_at = time.monotonic()
        _, said = process.communicate(timeout=30)
        assert time.monotonic() - asked_at < 10
        world.latency = 0
        assert process.returncode == 5, said
        kept = _count(wild, "revisions")
        assert kept > 0
        assert not list(wild.rglob("*.open"))
        assert _crawl(wild, world).status == 0
        assert _crawl(calm, world).status == 0
        assert not held_in(calm).differences(held_in(wild))
        assert call("archive", "verify", "--home", wild).status == 0


@pytest.mark.promise("R5")
def test_a_signal_ends_a_run_that_waits_for_its_turn(
    tmp_path: Path, world: World
) -> None:
    """The longest polite pause must not keep a machine from shutting down."""
    with world.serve() as hosts:
        write_sites(tmp_path, hosts)
        process = _start(tmp_path, world, "--delay", "50")
        _wait_for(process, lambda: _count(tmp_path, "runs") > 0)
        process.send_signal(signal.SIGTERM)
        _, said = process.communicate(timeout=10)
        assert process.returncode == 5, said


@pytest.mark.promise("R5")
def test_a_second_signal_ends_a_run_at_once(tmp_path: Path, world: World) -> None:
    """Who presses the keys twice means it."""
    with world.serve(latency=20) as hosts:
        write_sites(tmp_path, hosts)
        process = _start(tmp_path, world)
        _wait_for(process, lambda: _count(tmp_path, "runs") > 0)
        time.sleep(0.2)
        process.send_signal(signal.SIGTERM)
        process.send_signal(signal.SIGINT)  # before it has ended in order
        process.communicate(timeout=20)
        assert process.returncode == 5
        assert _count(tmp_path, "runs WHERE ended_at IS NULL") == 1  # not in order


@pytest.mark.promise("R6")
@pytest.mark.promise("R7")
def test_a_site_that_is_crawled_is_busy_for_others(
    tmp_path: Path, world: World
) -> None:
    """Two runs at once would ask twice and tell twice."""
    with world.serve(latency=0.3) as hosts:
        write_sites(tmp_path, hosts)
        process = _start(tmp_path, world)
        _wait_for(process, lambda: _count(tmp_path, "runs") > 0)
        second = _crawl(tmp_path, world)
        assert second.status == 4
        assert "bitrix: another run of this site is going on" in second.err
        assert not second.out
        waiting = _start(tmp_path, world, "--wait")
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=10)
        world.latency = 0
        assert waiting.wait(timeout=60) == 0
        waiting.communicate()


@pytest.mark.promise("R6")
def test_a_holder_that_was_asleep_writes_nothing(tmp_path: Path, world: World) -> None:
    """A machine that slept through its lease must not write beside its successor."""
    with world.serve(latency=0.2) as hosts:
        write_sites(tmp_path, hosts)
        process = _start(tmp_path, world)
        # it has archived something, and has most before it
        _wait_for(process, lambda: any(tmp_path.rglob("*.open")))
        _wait_for(process, lambda: _let_its_lease_end_asleep(process, tmp_path))
        time.sleep(BEAT)  # longer than that, and a writer looks at its lease first
        world.latency = 0
        assert _crawl(tmp_path, world).status == 0
        before = _dump(tmp_path)
        process.send_signal(signal.SIGCONT)
        _, said = process.communicate(timeout=20)
        assert process.returncode == 4, said
        assert "took over" in said
        assert _dump(tmp_path) == before
        assert _crawl(tmp_path, world).status == 0  # closes what the sleeper left
        assert call("archive", "verify", "--home", tmp_path).status == 0


def _let_its_lease_end_asleep(process: Process, home: Path) -> bool:
    """Tell whether it sleeps and its lease is over, not so while it was writing."""
    if psutil.Process(process.pid).status() != psutil.STATUS_SLEEPING:
        return False  # it is amid a record: only one that waits looks first
    process.send_signal(signal.SIGSTOP)
    time.sleep(0.3)
    store = sqlite3.connect(home / "presswatch.sqlite", timeout=0.1)
    try:
        with store:
            store.execute("UPDATE leases SET expires_at = 1")
    except sqlite3.OperationalError:
        process.send_signal(signal.SIGCONT)
        return False
    finally:
        store.close()
    return True


def _start(home: Path, world: World, *more: str) -> Process:
    return subprocess.Popen(
        [sys.executable, "-m", "presswatch", *_words(home, world), *more],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def _crawl(home: Path, world: World) -> Ended:
    return call(*_words(home, world))


def _words(home: Path, world: World) -> list[str]:
    return ["crawl", "--json", "--home", str(home), "--now", world.now.isoformat()]


def _wait_for(process: Process, is_so: Callable[[], bool]) -> None:
    until = time.monotonic() + 60
    while not is_so():
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < until
        time.sleep(0.05)


def _count(home: Path, table: str) -> int:
    """Return how many rows a table has; 0 where there is none yet."""
    path = home / "presswatch.sqlite"
    if not path.exists():
        return 0
    store = sqlite3.connect(path)
    try:
        return int(store.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
    except sqlite3.OperationalError:
        return 0
    finally:
        store.close()


def _dump(home: Path) -> tuple[list[str], dict[str, bytes]]:
    """Return all that a home holds: every row, every byte of the archive."""
    store = sqlite3.connect(home / "presswatch.sqlite")
    rows = list(store.iterdump())
    store.close()
    files = {str(p): p.read_bytes() for p in (home / "archive").rglob("*.*z*")}
    return rows, files

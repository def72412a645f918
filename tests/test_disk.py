"""A disk that is full, or refuses otherwise, costs nothing that was kept (R3, R4)."""

import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.fixtures.living.world import World
from tests.killing import held_in, write_sites
from tests.presswatch.calling import Ended, call

#: Bytes of the small disk: enough for the store, not for a whole crawl.
SMALL = 2 * 2**20


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Give a folder on a disk of its own; where none can be mounted, skip."""
    folder = tmp_path / "small"
    folder.mkdir()
    options = ["-t", "tmpfs", "-o", f"size={SMALL}", "tmpfs", str(folder)]
    mounted = subprocess.run(["mount", *options], capture_output=True, check=False)
    if mounted.returncode:
        reason = mounted.stderr.decode(errors="replace").strip()
        pytest.skip(f"needs a small disk, and none can be mounted here: {reason}")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=False)


@pytest.fixture
def world() -> World:
    return World(5, families=("bitrix",), items=60, tricks=())


@pytest.mark.promise("R4")
def test_a_run_begins_nothing_while_too_little_is_free(
    small_disk: Path, world: World
) -> None:
    """What is left of a disk belongs to the files that must be closed."""
    with world.serve() as hosts:
        write_sites(small_disk, hosts)
        ended = _crawl(small_disk, world)
        assert ended.status == 3
        assert "disk" in ended.err
        assert "free_bytes" in ended.err
        told = call("problems", "--json", "--home", small_disk)
        assert [row["kind"] for row in told.rows] == ["disk"]
        assert world.requests("bitrix") == []


@pytest.mark.promise("R3")
@pytest.mark.promise("R7")
def test_a_full_disk_is_told_and_the_next_run_with_room_completes(
    small_disk: Path, tmp_path: Path, world: World
) -> None:
    """It happens at night, by another program's fault; a day later all is well."""
    calm, floor = tmp_path / "calm", "limits.free_bytes = 0\n"
    with world.serve() as hosts:
        write_sites(calm, hosts)
        write_sites(small_disk, hosts, floor)
        ended = _crawl(small_disk, world)
        assert ended.status == 3
        assert "disk" in ended.err.lower()
        assert "Traceback" not in ended.err
        assert "bug" not in ended.err
        _resize(small_disk, 20 * SMALL)
        _check_completes(small_disk, calm, world)


@pytest.mark.promise("R4")
def test_a_disk_that_fills_up_meanwhile_ends_the_run_with_room_left(
    small_disk: Path, tmp_path: Path, world: World
) -> None:
    """The floor is looked at while a run goes on, not only before it."""
    _resize(small_disk, 20 * SMALL)
    floor = f"limits.free_bytes = {6 * SMALL}\n"
    with world.serve(latency=0.25) as hosts:
        write_sites(small_disk, hosts, floor)
        process = subprocess.Popen(
            [sys.executable, "-m", "presswatch", *_words(small_disk, world)],
            stderr=subprocess.PIPE,
            text=True,
        )
        while not list((small_disk / "archive").rglob("*.open")):
            assert process.poll() is None
        taken = shutil.disk_usage(small_disk).free - 5 * SMALL
        (small_disk / "another").write_bytes(bytes(taken))
        _, said = process.communicate(timeout=60)
        world.latency = 0
        assert process.returncode == 3, said
        assert "free_bytes" in said
        assert not list(small_disk.rglob("*.open"))
        (small_disk / "another").unlink()
        calm = tmp_path / "calm"
        write_sites(calm, hosts)
        _check_completes(small_disk, calm, world)


def _limit_size() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))


def _limit_files() -> None:
    resource.setrlimit(resource.RLIMIT_NOFILE, (11, 11))


@pytest.mark.promise("R3")
@pytest.mark.parametrize("limit", [_limit_size, _limit_files])
def test_a_process_that_may_not_write_loses_nothing(
    tmp_path: Path, world: World, limit: Callable[[], None]
) -> None:
    """Operators set such limits; a run under one must end in order."""
    calm, wild = tmp_path / "calm", tmp_path / "wild"
    with world.serve() as hosts:
        for home in (calm, wild):
            write_sites(home, hosts)
        ended = subprocess.run(
            [sys.executable, "-m", "presswatch", *_words(wild, world)],
            preexec_fn=limit,
            capture_output=True,
            text=True,
            timeout=100,
            check=False,
        )
        assert ended.returncode == 3, ended.stderr
        assert ended.stderr.strip()
        assert "Traceback" not in ended.stderr
        assert "bug" not in ended.stderr
        _check_completes(wild, calm, world)


def _crawl(home: Path, world: World) -> Ended:
    return call(*_words(home, world))


def _words(home: Path, world: World) -> list[str]:
    return ["crawl", "--json", "--home", str(home), "--now", world.now.isoformat()]


def _check_completes(home: Path, calm: Path, world: World) -> None:
    """Crawl again, with room: the result is that of a run never disturbed."""
    again = _crawl(home, world)
    assert again.status == 0, again.err
    assert _crawl(calm, world).status == 0
    assert not held_in(calm).differences(held_in(home))
    assert call("archive", "verify", "--home", home).status == 0
    assert not list(home.rglob("*.open"))


def _resize(folder: Path, size: int) -> None:
    options = ["-o", f"remount,size={size}", str(folder)]
    subprocess.run(["mount", *options], check=True)

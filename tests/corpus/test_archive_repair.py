"""What a crash leaves is cut back to its last whole record and closed (R1, R33)."""

import os
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from corpus.archive import Archive, Damage, Locator, StorageError
from corpus.archive.disk import Disk
from tests.corpus.exchanges import (
    SITE,
    QuickDisk,
    fill,
    make_exchange,
    not_modified,
    the_file,
    writer,
)

pytestmark = pytest.mark.promise("R33")


class Killed(BaseException):
    """The process ended here."""


def crash(root: Path, *, count: int = 3) -> list[Locator]:
    """Write some captures and leave the file open, as a killed process does."""
    out = writer(root)
    found = [out.add(make_exchange(n, payload=b"page %d" % n)) for n in range(count)]
    out.add(not_modified(0), revisit_of=found[0])
    out.sync()
    assert out._file
    os.close(out._file.number)
    return found


def test_a_cut_at_every_byte_of_the_last_records_is_repaired(tmp_path: Path) -> None:
    """The records before the cut stay, and nothing else is there."""
    captures = crash(tmp_path / "whole")
    data = the_file(tmp_path / "whole").read_bytes()
    name = the_file(tmp_path / "whole").name
    starts = [i for i in range(len(data)) if data[i : i + 8] == data[:8]]
    assert len(starts) == 9
    for end in range(starts[-2], len(data) + 1):
        root = tmp_path / str(end)
        (root / SITE).mkdir(parents=True)
        (root / SITE / name).write_bytes(data[:end])
        archive = Archive(root, disk=QuickDisk())
        assert archive.repair(SITE) == (captures[0].file,)
        whole = [start for start in starts if start <= end]
        kept = whole[-1] if end < len(data) and whole[-1] != end else end
        repaired = the_file(root).read_bytes()
        assert the_file(root).name == name.removesuffix(".open")
        assert repaired[:kept] == data[:kept]
        assert list(archive.verify(captures)) == []
        (file,) = archive.files()
        assert file.records == sum(start < kept for start in starts) + 1
        assert archive.repair(SITE) == ()
        assert the_file(root).read_bytes() == repaired
        shutil.rmtree(root)


def test_a_file_without_a_capture_is_removed(tmp_path: Path) -> None:
    """A crash right at the start leaves nothing behind."""
    crash(tmp_path, count=1)
    path = the_file(tmp_path)
    data = path.read_bytes()
    second = data.index(data[:8], 8)
    for end in range(second + 9):
        path.write_bytes(data[:end])
        assert Archive(tmp_path).repair(SITE) == ()
        assert not path.exists()


def test_rubbish_behind_the_last_record_is_cut_off(tmp_path: Path) -> None:
    """A power failure may leave blocks of zeros or of another file."""
    captures = crash(tmp_path)
    path = the_file(tmp_path)
    for rubbish in (bytes(5000), b"\x1f\x8b\x08\x00" * 500, os.urandom(3000)):
        root = tmp_path / rubbish[:3].hex()
        (root / SITE).mkdir(parents=True)
        (root / SITE / path.name).write_bytes(path.read_bytes() + rubbish)
        archive = Archive(root)
        archive.repair(SITE)
        assert list(archive.verify(captures)) == []


def test_a_damaged_record_does_not_cost_those_behind_it(tmp_path: Path) -> None:
    """What the store refers to is never cut off; the damage is named."""
    captures = crash(tmp_path)
    path = the_file(tmp_path)
    data = bytearray(path.read_bytes())
    data[captures[1].offset + 50] ^= 4
    path.write_bytes(data)
    archive = Archive(tmp_path)
    assert archive.repair(SITE) == (captures[0].file,)
    assert archive.read(captures[2]).payload == b"page 2"
    assert {damage.offset for damage in archive.verify()} == {captures[1].offset}


def test_a_file_in_use_is_left_alone(tmp_path: Path) -> None:
    """Another process may be writing it, whatever a lease says."""
    archive = Archive(tmp_path)
    with writer(tmp_path) as out:
        locator = out.add(make_exchange())
        assert archive.repair(SITE) == ()
        assert the_file(tmp_path).name.endswith(".open")
    assert archive.read(locator).payload == make_exchange().payload


def test_a_closed_file_is_never_touched(tmp_path: Path) -> None:
    """Not even when an open one of its name turns up."""
    fill(tmp_path)
    path = the_file(tmp_path)
    data = path.read_bytes()
    path.with_name(path.name + ".open").write_bytes(data)
    with pytest.raises(StorageError):
        Archive(tmp_path).repair(SITE)
    assert path.read_bytes() == data


def test_two_repairs_at_once_do_no_harm(tmp_path: Path) -> None:
    """Each start repairs, and two may start at once (R6)."""
    for _ in range(20):
        captures = crash(tmp_path)
        path = the_file(tmp_path)
        path.write_bytes(path.read_bytes()[:-9])
        archive = Archive(tmp_path)
        with ThreadPoolExecutor(2) as pool:
            done = list(pool.map(archive.repair, [SITE, SITE]))
        assert sorted(done) == [(), (captures[0].file,)]
        assert list(archive.verify(captures)) == []
        the_file(tmp_path).unlink()


@pytest.mark.promise("R1")
def test_a_repair_may_be_killed_at_any_moment(tmp_path: Path) -> None:
    """The next one goes on where it stopped."""
    captures = crash(tmp_path / "crashed")
    path = the_file(tmp_path / "crashed")
    path.write_bytes(path.read_bytes()[:-20])
    for moment in range(1, 40):
        root = tmp_path / str(moment)
        shutil.copytree(tmp_path / "crashed", root)
        try:
            Archive(root, disk=_KilledDisk(moment)).repair(SITE)
        except Killed:
            pass
        else:
            break
        archive = Archive(root)
        archive.repair(SITE)
        assert not list(root.rglob("*.open"))
        assert list(archive.verify(captures)) == []
        (file,) = archive.files()
        assert file.records == 9
    else:
        pytest.fail("the repair was never left alone")
    assert moment > 5


class _KilledDisk(QuickDisk):
    """Ends the process in the middle of the N-th call."""

    def __init__(self, moment: int) -> None:
        self._left = moment

    def write(self, number: int, data: bytes) -> None:
        self._tick(lambda: Disk.write(self, number, data[: len(data) // 2]))
        super().write(number, data)
        self._tick()

    def sync(self, number: int) -> None:
        self._tick()
        super().sync(number)

    def cut(self, number: int, size: int) -> None:
        self._tick()
        super().cut(number, size)
        self._tick()

    def rename(self, path: Path, new: Path) -> None:
        self._tick()
        super().rename(path, new)
        self._tick()

    def _tick(self, half: Callable[[], object] = lambda: None) -> None:
        self._left -= 1
        if self._left == 0:
            half()
            raise Killed


def test_damage_says_where_it_is() -> None:
    """A line for a person."""
    damage = Damage(file="a/b.warc.gz", offset=7, what="it is gone")
    assert str(damage) == "a/b.warc.gz: at byte 7: it is gone"

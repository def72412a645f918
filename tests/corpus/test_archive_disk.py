"""Every failing write is survived and told (R3)."""

import errno
import os
import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from corpus.archive import Archive, Locator, StorageError
from corpus.archive.disk import Disk
from tests.corpus.exchanges import NOW, SITE, QuickDisk, make_exchange, the_file

pytestmark = pytest.mark.promise("R3")

ERRORS = (errno.ENOSPC, errno.EIO, errno.EFBIG)
CALLS = (
    "make_folder",
    "create",
    "write",
    "sync",
    "cut",
    "rename",
    "sync_folder",
    "remove",
)


class FailingDisk(QuickDisk):
    """Fails the N-th call of a kind, once or from then on; writes stop half-way."""

    def __init__(self, call: str, at: int, error: int, *, for_good: bool) -> None:
        self._call, self._at, self._error = call, at, error
        self._for_good = for_good
        self._count = 0

    def _tick(self, call: str) -> None:
        if call != self._call:
            return
        self._count += 1
        if self._count == self._at or (self._for_good and self._count > self._at):
            raise OSError(self._error, os.strerror(self._error))

    @property
    def has_failed(self) -> bool:
        return self._count >= self._at

    def make_folder(self, folder: Path) -> None:
        self._tick("make_folder")
        super().make_folder(folder)

    def create(self, path: Path) -> int:
        self._tick("create")
        return super().create(path)

    def write(self, number: int, data: bytes) -> None:
        try:
            self._tick("write")
        except OSError:
            super().write(number, data[: len(data) // 2])
            raise
        super().write(number, data)

    def sync(self, number: int) -> None:
        self._tick("sync")
        super().sync(number)

    def cut(self, number: int, size: int) -> None:
        self._tick("cut")
        super().cut(number, size)

    def rename(self, path: Path, new: Path) -> None:
        self._tick("rename")
        super().rename(path, new)

    def remove(self, path: Path) -> None:
        self._tick("remove")
        super().remove(path)

    def sync_folder(self, folder: Path) -> None:
        self._tick("sync_folder")


def run(root: Path, disk: Disk) -> tuple[list[Locator], list[StorageError]]:
    """Crawl like a run does: add, sync, refer; go on after what fails; close."""
    archive = Archive(root, disk=disk)
    told: list[StorageError] = []
    safe: list[Locator] = []
    out = archive.writer(SITE, run=1, now=lambda: NOW, max_bytes=12_000)
    for number in range(12):
        try:
            locator = out.add(make_exchange(number, payload=b"page %d" % number))
            out.sync()
        except StorageError as error:
            told.append(error)
        else:
            safe.append(locator)
    try:
        out.close()
    except StorageError as error:
        told.append(error)
    return safe, told


@pytest.mark.parametrize("for_good", [False, True])
@pytest.mark.parametrize("call", CALLS)
def test_the_nth_call_fails(tmp_path: Path, call: str, for_good: bool) -> None:
    """One call after the other, until a run passes; what was synced is there."""
    for at in range(1, 100):
        error = ERRORS[at % len(ERRORS)]
        disk = FailingDisk(call, at, error, for_good=for_good)
        root = tmp_path / str(at)
        safe, told = run(root, disk)
        if not disk.has_failed:
            break
        assert told
        assert {problem.errno for problem in told} == {error}
        archive = Archive(root)
        archive.repair(SITE)
        assert not list(root.rglob("*.open"))
        assert list(archive.verify(safe)) == []
        for locator in safe:
            assert archive.read(locator).payload.startswith(b"page ")
        more, told = run(root, QuickDisk())
        assert len(more) == 12
        assert told == []
        assert list(archive.verify((*safe, *more))) == []
    else:
        pytest.fail("no run ever passed")


@pytest.mark.parametrize("call", ["write", "sync", "cut", "rename", "remove"])
def test_a_repair_that_fails_is_told_and_done_again(tmp_path: Path, call: str) -> None:
    """A full disk is no reason to lose what a crash left."""
    safe, _ = run(tmp_path, FailingDisk("rename", 1, errno.EIO, for_good=True))
    path = next(tmp_path.rglob("*.open"))
    path.write_bytes(path.read_bytes()[:-9])
    empty = path.with_name("20260102030405-000001-00099.warc.gz.open")
    empty.write_bytes(b"")
    failing = Archive(tmp_path, disk=FailingDisk(call, 1, errno.ENOSPC, for_good=True))
    with pytest.raises(StorageError) as caught:
        failing.repair(SITE)
    assert caught.value.errno == errno.ENOSPC
    archive = Archive(tmp_path)
    archive.repair(SITE)
    assert not list(tmp_path.rglob("*.open"))
    assert list(archive.verify(safe)) == []


def test_after_a_failing_sync_nothing_is_promised(tmp_path: Path) -> None:
    """The kernel reports a lost write once; a second sync would say all is well."""
    disk = FailingDisk("sync", 1, errno.EIO, for_good=False)
    out = Archive(tmp_path, disk=disk).writer(SITE, run=1, now=lambda: NOW)
    out.add(make_exchange())
    for call in (out.sync, out.sync, lambda: out.add(make_exchange())):
        with pytest.raises(StorageError):
            call()
    out.close()
    assert the_file(tmp_path).name.endswith(".open")


def test_a_file_into_which_nothing_went_is_removed(tmp_path: Path) -> None:
    """A disk that was full all the time leaves no empty file behind."""
    disk = FailingDisk("write", 2, errno.ENOSPC, for_good=True)
    out = Archive(tmp_path, disk=disk).writer(SITE, run=1, now=lambda: NOW)
    for _ in range(2):
        with pytest.raises(StorageError):
            out.add(make_exchange())
    out.close()
    assert list(Archive(tmp_path).files()) == []


@contextmanager
def file_limit(size: int) -> Iterator[None]:
    """Let no file grow beyond a size (EFBIG)."""
    kept = resource.getrlimit(resource.RLIMIT_FSIZE)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, kept[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, kept)


def test_a_real_limit_is_survived(tmp_path: Path) -> None:
    """Here the system itself refuses, half-way through a write."""
    archive = Archive(tmp_path)
    out = archive.writer(SITE, run=1, now=lambda: NOW)
    safe = [out.add(make_exchange(1))]
    out.sync()
    limit = the_file(tmp_path).stat().st_size + 1000
    with file_limit(limit), pytest.raises(StorageError) as caught:
        out.add(make_exchange(2))
    assert caught.value.errno == errno.EFBIG
    assert "cannot write the archive" in str(caught.value)
    safe.append(out.add(make_exchange(3)))
    out.close()
    assert list(archive.verify(safe)) == []
    (file,) = archive.files()
    assert file.records == 6

"""Close what a crash left open: cut back to the last whole record, seal, rename.

It may itself be killed at any moment and be run again.
"""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from corpus.archive import build
from corpus.archive.disk import Disk, is_at, lock
from corpus.archive.names import OPEN
from corpus.archive.values import StorageError
from corpus.archive.walk import Found, files_of, walk


def repair(root: Path, site: str, disk: Disk) -> tuple[str, ...]:
    """Close a site's left-over files; return the names of those that hold captures.

    A file that a living process writes is locked and passed over.
    """
    closed = []
    for path in files_of(root, site):
        if path.name.endswith(OPEN):
            try:
                is_kept = _close(path, disk)
            except OSError as error:
                raise StorageError(error, str(path)) from error
            if is_kept:
                closed.append(f"{site}/{path.name.removesuffix(OPEN)}")
    return tuple(closed)


def _close(path: Path, disk: Disk) -> bool:
    try:
        number = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CLOEXEC)
    except FileNotFoundError:  # another process repairs too
        return False
    try:
        if not lock(number) or not is_at(number, path):
            return False
        whole = _look(path)
        if whole.count == whole.info_count:
            disk.remove(path)
            disk.sync_folder(path.parent)
            return False
        if whole.end < os.fstat(number).st_size:
            disk.cut(number, whole.end)
        if not whole.is_sealed:
            disk.write(number, _seal(path, whole))
        disk.sync(number)
        disk.rename(path, path.with_name(path.name.removesuffix(OPEN)))
        disk.sync_folder(path.parent)
        return True
    finally:
        disk.close(number)


@dataclass(slots=True)
class _Whole:
    """What a left-over file holds up to the end of its last whole record."""

    id: str = ""
    date: str = ""
    header: bytes = b""
    count: int = 0
    info_count: int = 0
    end: int = 0
    is_sealed: bool = False


def _look(path: Path) -> _Whole:
    """Find the whole records of a file.

    What is damaged between two of them stays: those behind it may be needed, and
    their places are known to the store. ``verify`` names it.
    """
    whole = _Whole()
    with path.open("rb") as file:
        for found in walk(file, path.stat().st_size):
            if not isinstance(found, Found):
                continue
            if not whole.count:
                whole.id = found.record.id
                whole.date = found.record.get("WARC-Date")
                whole.header = found.member.header
            whole.count += 1
            whole.info_count += found.record.kind == "warcinfo"
            whole.end = found.end
            whole.is_sealed = found.is_seal
    return whole


def _seal(path: Path, whole: _Whole) -> bytes:
    with path.open("rb") as file:
        hashed = hashlib.file_digest(file, "sha256").hexdigest()
    return build.seal_record(
        about=whole.id,
        date=whole.date,
        header=whole.header,
        hashed="sha256:" + hashed,
        size=whole.end,
        count=whole.count,
    )

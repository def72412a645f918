"""Close what a crash left open: cut back to the last whole record, seal, rename.

It may itself be killed at any moment and be run again.
"""

import hashlib
import os
from pathlib import Path

from corpus.archive import build
from corpus.archive.disk import Disk, lock
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
    number = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CLOEXEC)
    try:
        if not lock(number) or os.fstat(number).st_nlink == 0:
            return False
        records, end = _whole(path)
        if sum(1 for found in records if found.record.kind != "warcinfo") == 0:
            disk.remove(path)
            disk.sync_folder(path.parent)
            return False
        if end < os.fstat(number).st_size:
            disk.cut(number, end)
        if not records[-1].is_seal:
            disk.write(number, _seal(path, records, end))
        disk.sync(number)
        disk.rename(path, path.with_name(path.name.removesuffix(OPEN)))
        disk.sync_folder(path.parent)
        return True
    finally:
        disk.close(number)


def _whole(path: Path) -> tuple[list[Found], int]:
    """Return the whole records of a file and where the last one ends.

    What is damaged between two whole records stays: those behind it may be needed,
    and their places are known to the store. ``verify`` names it.
    """
    with path.open("rb") as file:
        pieces = walk(file, path.stat().st_size)
        records = [_without_data(f) for f in pieces if isinstance(f, Found)]
    return records, records[-1].end if records else 0


def _without_data(found: Found) -> Found:
    """Return what ``repair`` needs of a record, without its bytes."""
    member, record = found.member, found.record
    return Found(
        type(member)(member.offset, member.length, member.header, b""),
        type(record)(record.fields, b""),
    )


def _seal(path: Path, records: list[Found], end: int) -> bytes:
    first = records[0]
    with path.open("rb") as file:
        hashed = hashlib.file_digest(file, "sha256").hexdigest()
    return build.seal_record(
        about=first.record.id,
        date=first.record.get("WARC-Date"),
        header=first.member.header,
        hashed="sha256:" + hashed,
        size=end,
        count=len(records),
    )

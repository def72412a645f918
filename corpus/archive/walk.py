"""Walk through a WARC file record by record, past whatever is damaged in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from corpus.archive.members import MAGIC, Member, read_members
from corpus.archive.names import OPEN, is_file_name, sort_key
from corpus.archive.records import BadRecord, Record, parse_record

#: The seal is shorter than this.
_SEAL_ROOM = 2**11
_SEALED = re.compile(rb"^records: (\d{1,18})\r$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Found:
    """A whole record, and the gzip member that holds it."""

    member: Member
    record: Record

    @property
    def end(self) -> int:
        """Where the next member begins."""
        return self.member.offset + self.member.length

    @property
    def is_seal(self) -> bool:
        """Whether this is the last record of a closed file."""
        record = self.record
        return record.kind == "metadata" and not record.get("WARC-Concurrent-To")


@dataclass(frozen=True, slots=True)
class Flaw:
    """A place where no whole record begins; ``is_cut`` if the file ended too early."""

    offset: int
    what: str
    is_cut: bool = False


def walk(file: BinaryIO, size: int, *, start: int = 0) -> Iterator[Found | Flaw]:
    """Yield each record of a file's first ``size`` bytes, and each flaw in between."""
    for member in read_members(file, size, start=start):
        if not isinstance(member, Member):
            offset, bad = member
            yield Flaw(offset, str(bad), bad.is_cut)
            continue
        try:
            record = parse_record(member.data)
        except BadRecord as bad_record:
            yield Flaw(member.offset, str(bad_record))
        else:
            yield Found(member, record)


def count_records(path: Path) -> int:
    """Return how many whole records a file holds; a closed file's seal says it."""
    with path.open("rb") as file:
        size = path.stat().st_size
        start = max(size - _SEAL_ROOM, 0)
        file.seek(start)
        at = file.read().rfind(MAGIC)
        for found in walk(file, size, start=start + at) if at >= 0 else ():
            if isinstance(found, Found) and found.is_seal and found.end == size:
                says = _SEALED.search(found.record.block)
                return int(says[1]) + 1 if says else 1
            break
        return sum(isinstance(found, Found) for found in walk(file, size))


def sites_of(root: Path) -> list[str]:
    """Return the names of the sites that have a folder, in order."""
    if not root.is_dir():
        return []
    return sorted(path.name for path in root.iterdir() if path.is_dir())


def files_of(root: Path, site: str) -> list[Path]:
    """Return a site's WARC files, open ones among them, in the order of writing."""
    folder = root / site
    if not folder.is_dir():
        return []
    paths = [p for p in folder.iterdir() if is_file_name(p.name.removesuffix(OPEN))]
    return sorted(paths, key=lambda path: sort_key(path.name))

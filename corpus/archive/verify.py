"""Check every byte of the archive, and that what refers to a record finds it."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from corpus.archive.build import seal_record
from corpus.archive.http import parse_response
from corpus.archive.names import OPEN, resolve
from corpus.archive.reader import (
    REFERS_TO,
    REFERS_TO_DATE,
    REFERS_TO_FILE,
    REFERS_TO_OFFSET,
    REFERS_TO_URI,
    Reader,
)
from corpus.archive.records import Record, digest
from corpus.archive.values import ArchiveError, Damage, Locator
from corpus.archive.walk import Flaw, Found, files_of, sites_of, walk

#: For each file, where the store says that captures lie, and of which digest.
References = dict[str, dict[int, tuple[int, str]]]


def verify(root: Path, references: Iterable[Locator] = ()) -> Iterator[Damage]:
    """Yield each damage in the files of all sites, and each reference to nothing."""
    wanted = _by_file(references)
    original = lru_cache(maxsize=4096)(_Originals(Reader(root)))
    for site in sites_of(root):
        for path in files_of(root, site):
            name = f"{site}/{path.name.removesuffix(OPEN)}"
            yield from _File(path, name, original).check(wanted.pop(name, {}))
    for name, places in wanted.items():
        what = f"the file is missing; captures that the store has there: {len(places)}"
        try:
            resolve(root, name)
        except ValueError:
            what = "the store refers to what cannot be a file of the archive"
        yield Damage(file=name, offset=0, what=what)


class _Originals:
    """Looks up what revisits refer to."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def __call__(self, file: str, offset: int) -> Record | ArchiveError:
        try:
            return self._reader.record(
                Locator(file=file, offset=offset, length=0, digest="")
            )
        except ArchiveError as error:
            return error


class _File:
    """One file under examination."""

    def __init__(
        self,
        path: Path,
        name: str,
        original: Callable[[str, int], Record | ArchiveError],
    ) -> None:
        self._path = path
        self._name = name
        self._original = original
        self._is_open = path.name.endswith(OPEN)

    def check(self, wanted: dict[int, tuple[int, str]]) -> Iterator[Damage]:
        """Yield what is wrong with the file and with what the store wants of it."""
        try:
            yield from self._records(wanted)
        except OSError as error:
            yield self._damage(0, f"cannot be read: {error.strerror}")
        for offset in wanted:
            what = "the store refers to a capture that is not here"
            yield self._damage(offset, what)

    def _records(self, wanted: dict[int, tuple[int, str]]) -> Iterator[Damage]:
        size = self._path.stat().st_size
        last: Found | None = None
        count, header, held = 0, b"", None
        with self._path.open("rb") as file:
            for found in walk(file, size):
                if held:
                    yield self._damage(held.offset, held.what)
                    held = None
                if isinstance(found, Flaw):
                    held = found
                    continue
                header = header or found.member.header
                if last and last.is_seal:
                    what = "a record behind the end of the file"
                    yield self._damage(found.member.offset, what)
                for what in self._wrongs(found, header, is_first=count == 0):
                    yield self._damage(found.member.offset, what)
                place = wanted.pop(found.member.offset, None)
                seen = found.record.get("WARC-Payload-Digest")
                if place and place != (found.member.length, seen):
                    what = "the store refers to another record at this place"
                    yield self._damage(found.member.offset, what)
                last, count = found, count + 1
        # An open file may end in a record that is being written, or that a crash cut.
        if held and not (self._is_open and held.is_cut):
            yield self._damage(held.offset, held.what)
        if not self._is_open:
            yield from self._seal(last, size, count)

    def _wrongs(self, found: Found, header: bytes, *, is_first: bool) -> Iterator[str]:
        """Yield what is wrong with one record."""
        record = found.record
        if found.member.header != header:
            yield "gzip header is not that of this file"
        if is_first and (
            record.kind != "warcinfo"
            or _nonce(record) != found.member.header[4:8].hex()
        ):
            yield "the file does not begin with its warcinfo record"
        if digest(record.block) != record.get("WARC-Block-Digest"):
            yield "block does not match its digest"
        if record.kind == "revisit":
            yield from self._revisit(record)
        elif record.kind != "warcinfo" and digest(_payload(record)) != record.get(
            "WARC-Payload-Digest"
        ):
            yield "payload does not match its digest"
        if record.kind == "response":
            try:
                parse_response(record.block)
            except ValueError as error:
                yield str(error)

    def _revisit(self, record: Record) -> Iterator[str]:
        """Yield what is wrong with a revisit's reference."""
        file, offset = record.get(REFERS_TO_FILE), record.get(REFERS_TO_OFFSET)
        if not offset.isdecimal():
            yield "revisit does not say where its original lies"
            return
        original = self._original(file, int(offset))
        if isinstance(original, ArchiveError):
            yield f"revisit of {file} at byte {offset}: {original.what}"
            return
        pairs = (
            (REFERS_TO, "WARC-Record-ID"),
            (REFERS_TO_URI, "WARC-Target-URI"),
            (REFERS_TO_DATE, "WARC-Date"),
            ("WARC-Payload-Digest", "WARC-Payload-Digest"),
        )
        for name, theirs in pairs:
            if record.get(name) != original.get(theirs):
                yield f"revisit of {file} at byte {offset}: {theirs} is another"

    def _seal(self, last: Found | None, size: int, count: int) -> Iterator[Damage]:
        """Yield what is wrong with the end of a closed file, or with any bit of it."""
        if not last or not last.is_seal:
            yield self._damage(size, "the file ends without its seal")
            return
        start = last.member.offset
        hashed = hashlib.sha256()
        with self._path.open("rb") as file:
            left = start
            while left and (piece := file.read(min(left, 2**20))):
                hashed.update(piece)
                left -= len(piece)
            found = file.read()
        expected = seal_record(
            about=last.record.get("WARC-Refers-To"),
            date=last.record.get("WARC-Date"),
            header=last.member.header,
            hashed="sha256:" + hashed.hexdigest(),
            size=start,
            count=count - 1,
        )
        if found != expected:
            yield self._damage(start, "the file's bytes do not match its seal")

    def _damage(self, offset: int, what: str) -> Damage:
        return Damage(file=self._name, offset=offset, what=what)


def _by_file(references: Iterable[Locator]) -> References:
    found: References = {}
    for locator in references:
        places = found.setdefault(locator.file, {})
        places[locator.offset] = (locator.length, locator.digest)
    return found


def _payload(record: Record) -> bytes:
    if record.get("Content-Type").startswith("application/http"):
        return record.block.partition(b"\r\n\r\n")[2]
    return record.block


def _nonce(record: Record) -> str:
    """Return what a file's gzip headers carry: the beginning of its warcinfo's id."""
    return record.id.removeprefix("<urn:uuid:")[:8]

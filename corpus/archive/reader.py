"""Read captures back from where their locators say they are."""

from collections.abc import Sequence
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO, cast

from corpus.archive import build
from corpus.archive.http import Message, parse_response, safe_url
from corpus.archive.members import BadMember, Member, read_member
from corpus.archive.names import OPEN, resolve
from corpus.archive.records import (
    BadRecord,
    Fields,
    Record,
    digest,
    field_lines,
    parse_record,
    stamp,
)
from corpus.archive.values import (
    ArchivedExchange,
    ArchiveError,
    Kept,
    Locator,
    Original,
)
from corpus.coding import CodingError, decode
from parsers.model import Capture

#: What a payload may unfold to; the fetch layer's limit was lower when it came.
MAX_PAYLOAD = 2**27

REFERS_TO = "WARC-Refers-To"
REFERS_TO_URI = "WARC-Refers-To-Target-URI"
REFERS_TO_DATE = "WARC-Refers-To-Date"
#: As in the crawlers and replay tools of the Internet Archive; not in the standard.
REFERS_TO_FILE = "WARC-Refers-To-Filename"
REFERS_TO_OFFSET = "WARC-Refers-To-File-Offset"

_METADATA_HINT = 2048


class Reader:
    """Reads records by locator."""

    def __init__(self, root: Path, *, max_payload: int = MAX_PAYLOAD) -> None:
        self._root = root
        self._max_payload = max_payload

    def read(self, locator: Locator) -> Capture:
        """Return the capture at a locator, its digest checked, its payload decoded.

        A revisit gets its payload from the original. One that says "not modified"
        also gets the original's status and headers: that is what the page still was.
        """
        answer, about = self._records(locator, with_metadata=True)
        return self.capture(answer, about, locator)

    def capture(
        self, answer: Record, about: Record | None, locator: Locator
    ) -> Capture:
        """Return the capture that a record read already makes, with its metadata."""
        message = self._message(answer, locator)
        if answer.kind == "revisit":
            original = self._original(answer, locator)
            if answer.get("WARC-Profile") == build.NOT_MODIFIED:
                message = original
            message = Message(message.status, message.headers, original.body)
        if digest(message.body) != locator.digest:
            raise _error(locator, "payload does not match its digest")
        try:
            payload = decode(
                message.encodings, message.body, max_bytes=self._max_payload
            )
            captured_at = answer.date
        except (CodingError, BadRecord) as error:
            raise _error(locator, str(error)) from None
        facts = _facts(about)
        return Capture(
            url=answer.get("WARC-Target-URI"),
            status=message.status,
            headers=message.headers,
            payload=payload,
            captured_at=captured_at,
            redirected_from=tuple(v for k, v in facts if k == build.REDIRECTED_FROM),
            moved_for_good=(build.MOVED_FOR_GOOD, "true") in facts,
        )

    def kept(self, answer: Record, about: Record | None, locator: Locator) -> Kept:
        """Return where an exchange lies, and the way that led to it."""
        facts = _facts(about)
        try:
            at = answer.date
        except BadRecord as error:
            raise _error(locator, str(error)) from None
        return Kept(
            url=answer.get("WARC-Target-URI"),
            at=at,
            locator=locator,
            redirected_from=tuple(v for k, v in facts if k == build.REDIRECTED_FROM),
            moved_for_good=(build.MOVED_FOR_GOOD, "true") in facts,
        )

    def exchange(self, kept: Kept) -> ArchivedExchange:
        """Return an exchange as it was fetched: a revisit with what it stands for."""
        record = self.record(kept.locator)
        message = self._message(record, kept.locator)
        payload = b""
        if message.status != 304:
            payload = self.capture(record, None, kept.locator).payload
        return ArchivedExchange(
            url=kept.url,
            status=message.status,
            headers=message.headers,
            payload=payload,
            fetched_at=kept.at,
            locator=kept.locator,
        )

    def record(self, locator: Locator) -> Record:
        """Return the record at a locator, whatever its type."""
        return self._records(locator, with_metadata=False)[0]

    def reference(self, locator: Locator) -> tuple[str, str]:
        """Return payload digest and the lines by which a revisit refers to a record.

        A revisit of a revisit refers to what that one refers to.
        """
        record = self.record(locator)
        seen = record.get("WARC-Payload-Digest")
        if seen != locator.digest:
            raise _error(locator, "record does not have the digest of its locator")
        if record.kind == "revisit":
            names = (
                REFERS_TO,
                REFERS_TO_URI,
                REFERS_TO_DATE,
                REFERS_TO_FILE,
                REFERS_TO_OFFSET,
            )
            return seen, field_lines((name, record.get(name)) for name in names)
        url, date = record.get("WARC-Target-URI"), record.get("WARC-Date")
        return seen, _refers_to(locator, record.id, url, date)

    def _original(self, revisit: Record, locator: Locator) -> Message:
        """Return the answer that a revisit refers to."""
        file, offset = revisit.get(REFERS_TO_FILE), revisit.get(REFERS_TO_OFFSET)
        if not (file and offset.isdecimal() and len(offset) < 19):
            raise _error(locator, "revisit does not say where its original lies")
        place = Locator(file=file, offset=int(offset), length=0, digest="")
        record, _ = self._records(place, with_metadata=False)
        if record.kind != "response" or record.id != revisit.get(REFERS_TO):
            raise _error(place, "not the record that a revisit refers to")
        return self._message(record, place)

    def _message(self, record: Record, locator: Locator) -> Message:
        if record.kind not in ("response", "revisit"):
            raise _error(locator, "no response or revisit record begins here")
        try:
            return parse_response(record.block)
        except ValueError as error:
            raise _error(locator, str(error)) from None

    def _records(
        self, locator: Locator, *, with_metadata: bool
    ) -> tuple[Record, Record | None]:
        """Return the record at a locator, and the metadata record behind it."""
        try:
            found = self._members(locator, with_metadata=with_metadata)
            record = parse_record(found[0].data)
        except (BadMember, BadRecord, OSError, ValueError) as error:
            raise _error(locator, str(error)) from error
        if len(found) < 2:
            return record, None
        try:
            about = parse_record(found[1].data)
        except BadRecord:
            return record, None
        is_its_own = about.get("WARC-Concurrent-To") == record.id
        return record, about if is_its_own else None

    def _members(self, locator: Locator, *, with_metadata: bool) -> Sequence[Member]:
        with self._open(locator) as file:
            hint = locator.length or 2**16
            first = read_member(file, locator.offset, hint=hint)
            if not with_metadata:
                return (first,)
            try:
                behind = first.offset + first.length
                return first, read_member(file, behind, hint=_METADATA_HINT)
            except BadMember:
                return (first,)

    def _open(self, locator: Locator) -> BinaryIO:
        """Open the file of a locator: closed, still written, or closed just now."""
        path = _path_of(self._root, locator.file)
        for attempt in (path, path + OPEN, path):
            with suppress(FileNotFoundError):
                return cast(BinaryIO, open(attempt, "rb", buffering=0))
        raise ValueError("the file is missing")


def reference_to(original: Original) -> str:
    """Return the lines by which a revisit refers to a response that is known."""
    url, date = safe_url(original.url), stamp(original.at)
    return _refers_to(original, original.record_id, url, date)


def _refers_to(locator: Locator, record_id: str, url: str, date: str) -> str:
    return field_lines(
        (
            (REFERS_TO, record_id),
            (REFERS_TO_URI, url),
            (REFERS_TO_DATE, date),
            (REFERS_TO_FILE, locator.file),
            (REFERS_TO_OFFSET, str(locator.offset)),
        )
    )


@lru_cache(maxsize=64)
def _path_of(root: Path, file: str) -> str:
    """Return where a file of the archive lies; most of a night's are the same few."""
    return str(resolve(root, file))


def _facts(about: Record | None) -> Fields:
    if about is None or about.kind != "metadata":
        return ()
    lines = about.block.decode(errors="replace").split("\r\n")
    pairs = (line.partition(": ") for line in lines)
    return tuple((name, value) for name, colon, value in pairs if colon)


def _error(locator: Locator, what: str) -> ArchiveError:
    return ArchiveError(file=locator.file, offset=locator.offset, what=what)

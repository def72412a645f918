"""WARC 1.1 records: their header, their block, their digests; built and parsed. Pure.

Built here and not by warcio: warcio escapes what it cannot put into ASCII, so headers
would not stay as received, and takes line ends inside values as they come. Its checker
and its reader, and those of fastwarc, read what is built here in the tests.
"""

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

VERSION = b"WARC/1.1"
END = b"\r\n\r\n"

Fields = tuple[tuple[str, str], ...]


class BadRecord(Exception):
    """Bytes that are no whole WARC record of ours."""


@dataclass(frozen=True, slots=True)
class Record:
    """One parsed record: its named fields, and its block."""

    fields: Fields
    block: bytes

    def get(self, name: str) -> str:
        """Return the value of the first field of that name, or ``""``."""
        for key, value in self.fields:
            if key == name:  # as we write them ourselves
                return value
        name = name.lower()
        return next((v for k, v in self.fields if k.lower() == name), "")

    @property
    def kind(self) -> str:
        """The record's type: response, revisit, request, metadata, warcinfo."""
        return self.get("WARC-Type")

    @property
    def id(self) -> str:
        """The record's own urn, in angle brackets."""
        return self.get("WARC-Record-ID")

    @property
    def date(self) -> datetime:
        """When the exchange took place, aware, in UTC."""
        try:
            return datetime.fromisoformat(self.get("WARC-Date")).astimezone(UTC)
        except ValueError:
            raise BadRecord("WARC-Date is no date") from None


def new_id() -> str:
    """Return a record id nobody can foresee: a random UUID (RFC 9562, version 4).

    Put together here, since three are needed for each exchange and ``uuid4`` costs as
    much as the rest of a record's header.

    >>> len(new_id()), new_id()[24]
    (47, '4')
    """
    text = os.urandom(16).hex()
    return (
        f"<urn:uuid:{text[:8]}-{text[8:12]}-4{text[13:16]}-a{text[17:20]}-{text[20:]}>"
    )


def digest(*parts: bytes) -> str:
    """Return the labelled SHA-256 of parts, in lower-case base 16.

    So the community's notes on WARC 1.1 recommend it for SHA-256 (base 32 would need
    padding, which the field's grammar does not allow).

    >>> digest(b"fog")[:19]
    'sha256:b04216546057'
    """
    hashed = hashlib.sha256()
    for part in parts:
        hashed.update(part)
    return "sha256:" + hashed.hexdigest()


def stamp(moment: datetime) -> str:
    """Return a time as WARC-Date has it.

    >>> stamp(datetime(2026, 1, 2, 3, 4, 5, 6, tzinfo=UTC))
    '2026-01-02T03:04:05.000006Z'
    """
    if moment.tzinfo is not UTC:
        moment = moment.astimezone(UTC)
    return moment.isoformat(timespec="microseconds")[:-6] + "Z"


def field_lines(fields: Iterable[tuple[str, str]]) -> str:
    r"""Return named fields as the lines of a record's head.

    >>> field_lines([("WARC-Target-URI", "https://a.example/\r\nWARC-Type: response")])
    Traceback (most recent call last):
    ValueError: a line end inside a field of a record
    """
    lines = [f"{name}: {value}\r\n" for name, value in fields]
    text = "".join(lines)
    if text.count("\n") != len(lines) or text.count("\r") != len(lines):
        raise ValueError("a line end inside a field of a record")
    return text


def record_head(fields: Iterable[tuple[str, str]]) -> bytes:
    r"""Return a record's version line and named fields.

    >>> record_head([("WARC-Type", "metadata")])
    b'WARC/1.1\r\nWARC-Type: metadata\r\n\r\n'
    """
    return f"WARC/1.1\r\n{field_lines(fields)}\r\n".encode()


def parse_head(data: bytes) -> Record:
    """Return a record's fields, without its block, from bytes that it begins with."""
    end = data.find(END)
    if end < 0 or not data.startswith(VERSION + b"\r\n"):
        raise BadRecord("no WARC 1.1 header")
    try:
        lines = data[len(VERSION) + 2 : end].decode().split("\r\n")
    except UnicodeDecodeError:
        raise BadRecord("WARC header is not UTF-8") from None
    fields = []
    for line in lines:
        name, colon, value = line.partition(":")
        if not colon or not name:
            raise BadRecord(f"WARC header has a line that is no field: {line[:60]!r}")
        fields.append((name, value.strip()))
    return Record(tuple(fields), b"")


def parse_record(data: bytes) -> Record:
    """Return the record that these bytes are, whole and nothing else."""
    record = parse_head(data)
    record = Record(record.fields, data[data.find(END) + len(END) : -len(END)])
    if record.get("Content-Length") != str(len(record.block)):
        raise BadRecord("Content-Length does not match the record's length")
    if not data.endswith(END):
        raise BadRecord("record does not end in two empty lines")
    return record

"""Exchanges of an invented press site, and what the tests of the archive share."""

import zlib
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import brotli

from corpus.archive import Archive, Locator, Writer
from corpus.archive.disk import Disk
from corpus.exchange import Exchange

SITE = "press.harbour.example"
NOW = datetime(2026, 1, 2, 3, 4, 5, 678901, tzinfo=UTC)

PAGE = "".join(
    f"<p>Ferry {n} left at {n % 24}:{n * 7 % 60:02d} in fog, the office said.</p>"
    for n in range(300)
).encode()


def gzipped(data: bytes) -> bytes:
    """Return what a server sends under ``Content-Encoding: gzip``."""
    return zlib.compress(data, wbits=31)


def make_exchange(number: int = 1, **fields: Any) -> Exchange:
    """Return the exchange of one article, sent gzipped and in chunks."""
    page = fields.pop("payload", b"<h1>Notice %d</h1>" % number + PAGE)
    known: dict[str, Any] = {
        "url": f"https://{SITE}/news/notice-{number}.html",
        "request_headers": (
            ("Host", SITE),
            ("User-Agent", "presswatch/0.1.0"),
            ("Accept-Encoding", "gzip, br"),
        ),
        "request_line_target": f"/news/notice-{number}.html",
        "status": 200,
        "reason": "OK",
        "headers": (
            ("Server", "harbour"),
            ("Content-Type", "text/html; charset=utf-8"),
            ("content-encoding", "gzip"),
            ("Transfer-Encoding", "chunked"),
            ("Set-Cookie", "seen=1"),
            ("Set-Cookie", "seen=2"),
        ),
        "body": gzipped(page),
        "payload": page,
        "fetched_at": NOW + timedelta(seconds=number),
        "ip": "192.0.2.7",
    }
    return Exchange(**known | fields)


def not_modified(number: int = 1) -> Exchange:
    """Return the answer to a conditional request for an article."""
    return make_exchange(
        number,
        status=304,
        reason="Not Modified",
        headers=(("ETag", '"7"'),),
        body=b"",
        payload=b"",
    )


VARIETY = {
    "gzip": make_exchange(2),
    "br": make_exchange(
        3,
        headers=(("Content-Encoding", "br"),),
        body=bytes(brotli.compress(PAGE)),
        payload=PAGE,
    ),
    "plain": make_exchange(4, headers=(), body=PAGE, payload=PAGE),
    "picture": make_exchange(
        5, headers=(("Content-Type", "image/png"),), body=PAGE, payload=PAGE
    ),
    "large": make_exchange(
        6,
        headers=(("Content-Type", "image/png"),),
        body=bytes(range(256)) * 700,
        payload=bytes(range(256)) * 700,
    ),
    "empty": make_exchange(7, status=204, headers=(), body=b"", payload=b""),
    "moved": make_exchange(
        8, status=301, headers=(("Location", "/x"),), body=b"", payload=b""
    ),
    "version 6 address": make_exchange(9, ip="2001:db8::7"),
}


class QuickDisk(Disk):
    """The disk, but for the waiting: no test can see the difference."""

    def sync(self, number: int) -> None:
        """Do not wait."""


def writer(root: Path, *, run: int = 1, **known: Any) -> Writer:
    """Return a writer with a clock that stands still."""
    return Archive(root, disk=QuickDisk()).writer(
        SITE, run=run, now=lambda: NOW, **known
    )


def fill(root: Path, *, run: int = 1) -> list[Locator]:
    """Write one closed file with every kind of record; return its captures."""
    with writer(root, run=run) as out:
        found = [
            out.add(exchange, metadata={"fetchTimeMs": 12})
            for exchange in VARIETY.values()
        ]
        found.append(out.add(VARIETY["gzip"], revisit_of=found[0]))
        found.append(out.add(not_modified(2), revisit_of=found[-1]))
    return found


def the_file(root: Path) -> Path:
    """Return the only file of an archive."""
    (path,) = (path for path in root.rglob("*") if path.is_file())
    return path

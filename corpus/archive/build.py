"""The records of one exchange, and of a file itself, as gzip members. Pure."""

import ipaddress
import re
import uuid
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import lru_cache

from corpus.archive.http import request_head, response_head, safe_url, safe_value
from corpus.archive.members import compressed_member, member, stored_member
from corpus.archive.records import (
    END,
    Fields,
    digest,
    field_lines,
    new_id,
    record_head,
    stamp,
)
from corpus.coding import codings
from corpus.exchange import Exchange

SAME_PAYLOAD = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"

#: Metadata that the archive itself gives and reads.
REDIRECTED_FROM = "redirectedFrom"
MOVED_FOR_GOOD = "movedForGood"
TLS_UNVERIFIED = "tlsUnverified"

#: Payload types and first bytes of what is compressed already.
_COMPRESSED = ("image/", "video/", "audio/", "application/zip", "application/pdf")
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9-]*", re.ASCII)
_EMPTY = digest(b"")


class ExchangeRecords:
    """The records of one exchange, as members with the header of one file.

    Their heads are put together as text: a night writes thousands of them.
    """

    def __init__(self, exchange: Exchange, *, header: bytes) -> None:
        self._exchange = exchange
        self._header = header
        #: The id of the response or revisit.
        self.id = new_id()
        self._about = field_lines(_about(exchange))

    def request(self) -> bytes:
        """Return the record of what was asked."""
        head = request_head(self._exchange)
        fields = (
            "WARC-Type: request\r\n"
            f"WARC-Record-ID: {new_id()}\r\n"
            f"WARC-Concurrent-To: {self.id}\r\n"
            "Content-Type: application/http; msgtype=request\r\n"
            f"WARC-Block-Digest: {digest(head)}\r\n"
            f"WARC-Payload-Digest: {_EMPTY}\r\n"
        )
        # half of it is names and digests; what little could be saved is not worth it
        return stored_member(self._header, self._head(fields, len(head)) + head + END)

    def response(self) -> tuple[bytes, str]:
        """Return the record of the whole answer, and the digest of its payload."""
        head, body = response_head(self._exchange), self._exchange.body
        payload_digest = digest(body) if body else _EMPTY
        fields = (
            "WARC-Type: response\r\n"
            f"WARC-Record-ID: {self.id}\r\n"
            "Content-Type: application/http; msgtype=response\r\n"
            f"WARC-Block-Digest: {digest(head, body)}\r\n"
            f"WARC-Payload-Digest: {payload_digest}\r\n"
        )
        head = self._head(fields, len(head) + len(body)) + head
        if not body:
            record = member(self._header, head + END)
        elif _is_compressed(self._exchange):
            record = member(self._header, head, body + END)
        else:
            record = compressed_member(self._header, b"".join((head, body, END)))
        return record, payload_digest

    def revisit(self, *, seen: str, refers_to: str) -> bytes:
        """Return the record of an answer's headers, its payload being known.

        ``seen`` is the payload's digest, ``refers_to`` the lines that say where it is.
        """
        head = response_head(self._exchange)
        profile = NOT_MODIFIED if self._exchange.status == 304 else SAME_PAYLOAD
        fields = (
            "WARC-Type: revisit\r\n"
            f"WARC-Record-ID: {self.id}\r\n"
            f"WARC-Profile: {profile}\r\n"
            f"{refers_to}"
            "Content-Type: application/http; msgtype=response\r\n"
            f"WARC-Block-Digest: {digest(head)}\r\n"
            f"WARC-Payload-Digest: {seen}\r\n"
        )
        return member(self._header, self._head(fields, len(head)) + head + END)

    def metadata(
        self,
        *,
        redirected_from: Sequence[str],
        moved_for_good: bool,
        facts: Mapping[str, object],
    ) -> bytes:
        """Return the record of what we know beside the bytes; ``b""`` for nothing."""
        lines = [(REDIRECTED_FROM, safe_url(url)) for url in redirected_from]
        if moved_for_good:
            lines.append((MOVED_FOR_GOOD, "true"))
        if self._exchange.tls_unverified:
            lines.append((TLS_UNVERIFIED, "true"))
        lines.extend((_fact(name), safe_value(str(v))) for name, v in facts.items())
        if not lines:
            return b""
        block = _warc_fields(lines)
        block_digest = digest(block)
        fields = (
            "WARC-Type: metadata\r\n"
            f"WARC-Record-ID: {new_id()}\r\n"
            f"WARC-Concurrent-To: {self.id}\r\n"
            "Content-Type: application/warc-fields\r\n"
            f"WARC-Block-Digest: {block_digest}\r\n"
            f"WARC-Payload-Digest: {block_digest}\r\n"
        )
        # little more than names drawn at random: next to nothing to compress
        return stored_member(self._header, self._head(fields, len(block)) + block + END)

    def _head(self, fields: str, size: int) -> bytes:
        """Return a record's head, with what all records of the exchange say."""
        text = f"WARC/1.1\r\n{fields}Content-Length: {size}\r\n{self._about}\r\n"
        return text.encode()


def warcinfo_record(
    *, record_id: str, name: str, now: datetime, software: str
) -> bytes:
    """Return the first record of a file, not compressed yet."""
    block = _warc_fields(
        (
            ("software", software),
            ("format", "WARC File Format 1.1"),
            (
                "conformsTo",
                "http://iipc.github.io/warc-specifications/specifications/"
                "warc-format/warc-1.1/",
            ),
        )
    )
    fields = (
        ("WARC-Type", "warcinfo"),
        ("WARC-Record-ID", record_id),
        ("WARC-Date", stamp(now)),
        ("WARC-Filename", name),
        ("Content-Type", "application/warc-fields"),
        ("WARC-Block-Digest", digest(block)),
        ("Content-Length", str(len(block))),
    )
    return b"".join((record_head(fields), block, END))


def seal_record(
    *, about: str, date: str, header: bytes, hashed: str, size: int, count: int
) -> bytes:
    """Return the last record of a closed file: the hash of all bytes before it.

    Record digests see what a member holds; some bits of a member hold nothing (what
    pads a byte, or one of two ways to say the same). Nothing here is drawn or dated
    anew and nothing is compressed, so there is one right form, to be compared whole.
    """
    block = _warc_fields(
        (("sealed", hashed), ("bytes", str(size)), ("records", str(count)))
    )
    block_digest = digest(block)
    fields = (
        ("WARC-Type", "metadata"),
        ("WARC-Record-ID", _seal_id(about)),
        ("WARC-Date", date),
        ("WARC-Refers-To", about),
        ("Content-Type", "application/warc-fields"),
        ("WARC-Block-Digest", block_digest),
        ("WARC-Payload-Digest", block_digest),
        ("Content-Length", str(len(block))),
    )
    return stored_member(header, b"".join((record_head(fields), block, END)))


def _seal_id(warcinfo_id: str) -> str:
    """Return the id of a file's seal, made from that of its warcinfo record."""
    return f"<urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, warcinfo_id)}>"


def _about(exchange: Exchange) -> Fields:
    fields = (
        ("WARC-Target-URI", safe_url(exchange.url)),
        ("WARC-Date", stamp(exchange.fetched_at)),
    )
    address = _address(exchange.ip) if exchange.ip else ""
    return (*fields, ("WARC-IP-Address", address)) if address else fields


@lru_cache(maxsize=256)
def _address(ip: str) -> str:
    """Return an IP address as a field has it, or ``""``."""
    try:
        return str(ipaddress.ip_address(ip.partition("%")[0]))
    except ValueError:
        return ""


def _is_compressed(exchange: Exchange) -> bool:
    return bool(codings(exchange.header("Content-Encoding"))) or exchange.header(
        "Content-Type"
    ).lower().startswith(_COMPRESSED)


def _warc_fields(facts: Iterable[tuple[str, str]]) -> bytes:
    lines = "".join(f"{name}: {value}\r\n" for name, value in facts)
    return lines.encode(errors="replace")


def _fact(name: str) -> str:
    if not _NAME.fullmatch(name):
        raise ValueError(f"{name!r} cannot name a field of metadata")
    return name

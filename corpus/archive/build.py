"""The records of one exchange, and of a file itself, as gzip members. Pure."""

import ipaddress
import re
import uuid
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import lru_cache

from corpus.archive.http import request_head, response_head, safe_url, safe_value
from corpus.archive.members import compressed_member, member, stored_member
from corpus.archive.records import END, Fields, digest, new_id, record_head, stamp
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


def response_record(
    exchange: Exchange, *, record_id: str, header: bytes
) -> tuple[bytes, str]:
    """Return a response record and the digest of its payload."""
    head, body = response_head(exchange), exchange.body
    payload_digest = digest(body) if body else _EMPTY
    fields = record_head(
        (
            ("WARC-Type", "response"),
            ("WARC-Record-ID", record_id),
            *_about(exchange),
            ("Content-Type", "application/http; msgtype=response"),
            ("WARC-Block-Digest", digest(head, body)),
            ("WARC-Payload-Digest", payload_digest),
            ("Content-Length", str(len(head) + len(body))),
        )
    )
    if body and not _is_compressed(exchange):
        record = compressed_member(header, b"".join((fields, head, body, END)))
    elif body:
        record = member(header, fields + head, body + END)
    else:
        record = member(header, fields + head + END)
    return record, payload_digest


def revisit_record(
    exchange: Exchange,
    *,
    record_id: str,
    header: bytes,
    digest_seen: str,
    refers_to: Fields,
) -> bytes:
    """Return a revisit record: the answer's headers, and where its payload lies."""
    head = response_head(exchange)
    is_unmodified = exchange.status == 304
    fields = (
        ("WARC-Type", "revisit"),
        ("WARC-Record-ID", record_id),
        *_about(exchange),
        ("WARC-Profile", NOT_MODIFIED if is_unmodified else SAME_PAYLOAD),
        *refers_to,
        ("Content-Type", "application/http; msgtype=response"),
        ("WARC-Block-Digest", digest(head)),
        ("WARC-Payload-Digest", digest_seen),
        ("Content-Length", str(len(head))),
    )
    return member(header, b"".join((record_head(fields), head, END)))


def request_record(exchange: Exchange, *, concurrent_to: str, header: bytes) -> bytes:
    """Return the record of what was asked."""
    head = request_head(exchange)
    fields = (
        ("WARC-Type", "request"),
        ("WARC-Record-ID", new_id()),
        *_about(exchange),
        ("WARC-Concurrent-To", concurrent_to),
        ("Content-Type", "application/http; msgtype=request"),
        ("WARC-Block-Digest", digest(head)),
        ("WARC-Payload-Digest", _EMPTY),
        ("Content-Length", str(len(head))),
    )
    return member(header, b"".join((record_head(fields), head, END)))


def metadata_record(
    exchange: Exchange,
    *,
    concurrent_to: str,
    header: bytes,
    redirected_from: Sequence[str],
    moved_for_good: bool,
    metadata: Mapping[str, object],
) -> bytes:
    """Return the record of what we know of an exchange beside its bytes."""
    facts = [(REDIRECTED_FROM, safe_url(url)) for url in redirected_from]
    if moved_for_good:
        facts.append((MOVED_FOR_GOOD, "true"))
    if exchange.tls_unverified:
        facts.append((TLS_UNVERIFIED, "true"))
    facts.extend((_fact(name), safe_value(str(v))) for name, v in metadata.items())
    block = _warc_fields(facts)
    block_digest = digest(block)
    fields = (
        ("WARC-Type", "metadata"),
        ("WARC-Record-ID", new_id()),
        ("WARC-Target-URI", safe_url(exchange.url)),
        ("WARC-Date", stamp(exchange.fetched_at)),
        ("WARC-Concurrent-To", concurrent_to),
        ("Content-Type", "application/warc-fields"),
        ("WARC-Block-Digest", block_digest),
        ("WARC-Payload-Digest", block_digest),
        ("Content-Length", str(len(block))),
    )
    return member(header, b"".join((record_head(fields), block, END)))


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

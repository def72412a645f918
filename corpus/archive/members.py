"""Gzip members, one to a record: made here at little cost, read back one by one.

A member is ten bytes of header, the record, and a trailer (RFC 1952). The header's
time field carries four bytes drawn for each file: after damage only what carries them
is taken for a record, so a body that holds records of its own cannot pass for one.
"""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

#: No record of ours comes near this; a member that unfolds further is damage.
MAX_RECORD = 2**28
HEADER_SIZE = 10

_CHUNK = 2**16
_HINT = 2**14
_STORED = 2**16 - 1
_pack_block = struct.Struct("<BHH").pack
_pack_trailer = struct.Struct("<II").pack
MAGIC = b"\x1f\x8b\x08\x00"


class BadMember(Exception):
    """A gzip member is cut (``is_cut``: the file ends inside it) or corrupt."""

    def __init__(self, what: str, *, is_cut: bool = False) -> None:
        super().__init__(what)
        self.is_cut = is_cut


@dataclass(frozen=True, slots=True)
class Member:
    """One gzip member of a file: where it lies, its header and what it holds."""

    offset: int
    length: int
    header: bytes
    data: bytes


def member_header(nonce: bytes) -> bytes:
    """Return the header of a file's members: deflate, nonce, fastest, no system."""
    return MAGIC + nonce + b"\x04\xff"


def member(header: bytes, head: bytes, body: bytes = b"") -> bytes:
    """Return a member that holds a head, compressed, and a body, compressed already.

    The body is laid into stored blocks (RFC 1951, 3.2.4) behind the compressed head:
    compressing it anew costs much and gains nothing. The head is small, so level 1
    does as well as 9, and a small window with small tables keeps zlib from clearing
    256 KB each time.

    >>> made = member(member_header(b"abcd"), b"head ", b"body")
    >>> zlib.decompress(made, wbits=31)
    b'head body'
    """
    deflate = zlib.compressobj(1, zlib.DEFLATED, -12, 4)
    if not body:
        packed = deflate.compress(head) + deflate.flush()
        return b"".join((header, packed, _trailer(zlib.crc32(head), len(head))))
    parts = [header, deflate.compress(head), deflate.flush(zlib.Z_SYNC_FLUSH)]
    parts.extend(_stored(body))
    parts.append(_trailer(zlib.crc32(body, zlib.crc32(head)), len(head) + len(body)))
    return b"".join(parts)


def compressed_member(header: bytes, data: bytes) -> bytes:
    """Return a member with everything compressed at level 1, for bodies sent plain."""
    deflate = zlib.compressobj(1, zlib.DEFLATED, -15)
    parts = (header, deflate.compress(data), deflate.flush())
    return b"".join(parts) + _trailer(zlib.crc32(data), len(data))


def stored_member(header: bytes, data: bytes) -> bytes:
    """Return a member with nothing compressed: the same bytes give the same member."""
    return b"".join((header, *_stored(data), _trailer(zlib.crc32(data), len(data))))


def read_member(file: BinaryIO, offset: int, *, hint: int = _HINT) -> Member:
    """Return the member that begins at ``offset``, or raise ``BadMember``.

    ``hint`` is how many bytes to read at first: the member's length, if known.
    """
    file.seek(offset)
    chunk = file.read(hint)
    header = chunk[:HEADER_SIZE]
    if not MAGIC.startswith(header[:4]):
        raise BadMember("no gzip member begins here")
    inflate = zlib.decompressobj(31)
    parts: list[bytes] = []
    room = MAX_RECORD
    length = 0
    while chunk:
        length += len(chunk)
        try:
            piece = inflate.decompress(chunk, room + 1)
        except zlib.error as error:
            raise BadMember(f"gzip member is corrupt ({error})") from None
        parts.append(piece)
        room -= len(piece)
        if room < 0:
            raise BadMember(f"record is larger than {MAX_RECORD} bytes")
        if inflate.eof:
            length -= len(inflate.unused_data)
            return Member(offset, length, header, b"".join(parts))
        chunk = file.read(_CHUNK)
    raise BadMember("file ends inside a record", is_cut=True)


def read_members(
    file: BinaryIO, size: int, *, start: int = 0
) -> Iterator[Member | tuple[int, BadMember]]:
    """Yield the members of a file one after the other, and its damage in between.

    After damage the next member is looked for whose header has the nonce of the file.
    """
    file.seek(start)
    first = file.read(HEADER_SIZE)
    known = first if first[:4] == MAGIC else MAGIC
    offset = start
    while offset < size:
        try:
            found = read_member(file, offset)
        except BadMember as bad:
            yield offset, bad
            offset = _next_header(file, offset + 1, known)
        else:
            yield found
            offset += found.length
            known = found.header


def _next_header(file: BinaryIO, offset: int, known: bytes) -> int:
    """Return where the next member's header stands, or where the file ends."""
    file.seek(offset)
    window, start = file.read(_CHUNK), offset
    while True:
        at = window.find(known)
        if at >= 0:
            return start + at
        more = file.read(_CHUNK)
        if not more:
            return start + len(window)
        keep = window[-len(known) + 1 :]
        start += len(window) - len(keep)
        window = keep + more


def _stored(data: bytes) -> Iterator[bytes]:
    view, size = memoryview(data), len(data)
    for start in range(0, size, _STORED):
        piece = view[start : start + _STORED]
        is_last = start + _STORED >= size
        length = len(piece)
        yield _pack_block(is_last, length, length ^ 0xFFFF)
        yield bytes(piece) if length < size else data


def _trailer(crc: int, size: int) -> bytes:
    return _pack_trailer(crc, size & 0xFFFFFFFF)

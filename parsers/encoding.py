"""Bytes to text as browsers do, flagged where bytes and label disagree. Pure.

Order as in the WHATWG standards: byte-order mark, transport header, ``<meta>``, then
detection over the whole body.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from parsers.encodings.detection import detect
from parsers.encodings.labels import CODECS, CONTROLS, ENCODINGS

#: How far a ``<meta>`` is looked for; browsers start over when they meet a late one.
HEAD_BYTES = 65_536


class Decoded(NamedTuple):
    """Text, the encoding it was read with, and what was wrong with it."""

    text: str
    encoding: str
    flags: tuple[str, ...]


def decode(payload: bytes, content_type: str = "") -> Decoded:
    r"""Decode a payload as a browser would.

    >>> decode(b"<meta charset=latin1>caf\xe9 \x96").text[-6:]
    'café –'
    >>> decode(b"caf\xc3\xa9", "text/html; charset=windows-1252")
    Decoded(text='cafÃ©', encoding='windows-1252', flags=())
    """
    for mark, name in _MARKS:
        if payload.startswith(mark):
            return _read(payload[len(mark) :], name)
    header, meta = encoding_of(_charset(content_type)), None
    if declared := header or (meta := find_meta(payload)):
        first = _read(payload, declared)
        if not _fails(first, payload):
            return first
    else:
        return _detect(payload)
    if header and (meta := find_meta(payload)) and meta != header:
        second = _read(payload, meta)
        if not _fails(second, payload):
            return second._replace(flags=("mislabelled", *second.flags))
    found = _detect(payload)
    if "replaced" in found.flags or found.encoding == first.encoding:
        return first
    return found._replace(flags=("mislabelled", *found.flags))


def encoding_of(label: str) -> str | None:
    """Return the name of the encoding a label means, or nothing.

    >>> encoding_of(" Latin1 "), encoding_of("x-klingon")
    ('windows-1252', None)
    """
    return ENCODINGS.get(label.strip(" \t\n\f\r").lower())


def find_meta(head: bytes) -> str | None:
    """Return the encoding that the first ``<meta>`` with a known one declares.

    >>> find_meta(b"<!-- <meta charset=koi8-r> --><meta charset='utf-16'>")
    'utf-8'
    """
    head = head[:HEAD_BYTES]
    position = 0
    while found := _COMMENT_OR_META.search(head, position):
        if found[0] == b"<!--":
            position = head.find(b"-->", found.start() + 2) + 3
            if position < 3:
                return None
            continue
        end = head.find(b">", found.end())
        position = end if end >= 0 else len(head)
        if name := _named_by(head[found.end() : min(position, found.end() + 2000)]):
            return name
    return None


def _named_by(attributes: bytes) -> str | None:
    """Return the encoding that the attributes of a ``<meta>`` declare."""
    found = {m["name"].lower(): m for m in _ATTRIBUTE.finditer(attributes)}
    label = _value(found.get(b"charset"))
    if not label and b"content-type" in _value(found.get(b"http-equiv")).lower():
        label = _charset(_value(found.get(b"content")).decode("latin-1")).encode()
    name = encoding_of(label.decode("latin-1")) if label else None
    return _META_MEANS.get(name, name) if name else None


@lru_cache(maxsize=64)
def _charset(content_type: str) -> str:
    found = _CHARSET.search(content_type[:1000])
    return (found[1] or found[2] or found[3] or "") if found else ""


def _value(attribute: re.Match[bytes] | None) -> bytes:
    if not attribute:
        return b""
    return attribute["double"] or attribute["single"] or attribute["bare"] or b""


def _read(payload: bytes, name: str) -> Decoded:
    """Decode with one encoding; what it cannot read becomes U+FFFD and a flag."""
    if name == "replacement":
        return Decoded("\ufffd" if payload else "", name, ("replaced",))
    if name in CONTROLS:
        text = payload.decode("latin-1").translate(
            _single_bytes(CODECS.get(name, name))
        )
        return Decoded(text, name, ("replaced",) if "\ufffd" in text else ())
    codec = CODECS.get(name, name)
    try:
        return Decoded(payload.decode(codec), name, ())
    except UnicodeDecodeError as error:
        text = payload.decode(codec, "replace")
        is_cut = error.end >= len(payload) and error.reason.startswith(_ENDS_EARLY)
        return Decoded(text, name, ("cut",) if is_cut else ("replaced",))


@lru_cache
def _single_bytes(codec: str) -> dict[int, int]:
    """Map bytes 0x80 to 0xFF, those that Python leaves undefined to themselves."""
    table = {}
    for byte in range(0x80, 0x100):
        text = bytes([byte]).decode(codec, "replace")
        table[byte] = byte if text == "\ufffd" and byte < 0xA0 else ord(text)
    return table


def _fails(decoded: Decoded, payload: bytes) -> bool:
    """Say whether an encoding is clearly not the one the bytes are in.

    Text that is UTF-8 through and through is nothing else by accident.
    """
    if decoded.encoding == "replacement":
        return False
    if decoded.encoding == "utf-8" and "replaced" not in decoded.flags:
        return False
    if decoded.encoding in _TWO_BYTES:
        # each "<" of a page in it has one, and one without is read as letters of China
        return b"</" in payload and b"\0" not in payload
    high = len(payload) - len(payload.translate(None, _HIGH))
    if decoded.encoding != "utf-8" and high > _CHANCE and _is_utf8(payload):
        return True
    lost = decoded.text.count("\ufffd") if "replaced" in decoded.flags else 0
    return lost * 5 > high


def _is_utf8(payload: bytes) -> bool:
    """Say whether bytes are UTF-8, perhaps cut in its last character."""
    try:
        payload.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start > len(payload) - 4
    return True


def _detect(payload: bytes) -> Decoded:
    """Find the encoding of bytes that nothing, or nothing true, is declared of."""
    utf8 = _read(payload, "utf-8")
    if not _fails(utf8, payload):
        return utf8
    return _read(payload, detect(payload))


_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xfe\xff", "utf-16be"),
    (b"\xff\xfe", "utf-16le"),
)
_TWO_BYTES = frozenset({"utf-16be", "utf-16le"})
#: A ``<meta>`` that can be read is not UTF-16.
_META_MEANS = {
    "utf-16be": "utf-8",
    "utf-16le": "utf-8",
    "x-user-defined": "windows-1252",
}
#: Fewer high bytes may look like UTF-8 by chance.
_CHANCE = 12
_HIGH = bytes(range(0x80, 0x100))
_ENDS_EARLY = ("unexpected end", "incomplete", "truncated")
_CHARSET = re.compile(r"""charset\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s;"']+))""", re.I)
_COMMENT_OR_META = re.compile(rb"<!--|<meta(?=[\s/])", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    rb"""(?P<name>[^\s=/>"']{1,40})\s*=\s*"""
    rb"""(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s>"']+))"""
)

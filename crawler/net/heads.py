"""Heads of answers that are not as they ought to be, as browsers read them. Pure."""

import re

_TOKEN = re.compile(rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_LINE_END = re.compile(rb"\r?\n")
_HEAD_END = re.compile(rb"\r?\n\r?\n")


def end_of_head(data: bytes | bytearray, since: int) -> int:
    """Return where a head ends, its empty line included; -1 while it goes on.

    It has not ended before ``since``.
    """
    found = _HEAD_END.search(data, since)
    return found.end() if found else -1


def mended(head: bytes) -> bytes:
    r"""Return a head without lines that are no fields and lengths that say nothing.

    A name with a blank in it is none. How the body ends is said by its coding before
    its length; a length may be told twice, and one that is no number says nothing.

    >>> mended(b"HTTP/1.1 200 OK\r\nX Frame: no\r\nServer : old\r\nlate\r\n\r\n")
    b'HTTP/1.1 200 OK\r\nServer: old\r\n\r\n'
    >>> mended(b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n")
    b'HTTP/1.1 200 OK\r\n\r\n'
    """
    first, *lines = _LINE_END.split(head.rstrip(b"\r\n"))
    fields = [field for line in lines if (field := _field(line))]
    told = {name.lower(): value.lower() for name, value in fields}
    coding = told.get(b"transfer-encoding")
    needless = b"transfer-encoding" if coding == b"identity" else b"content-length"
    if coding is not None:
        fields = [field for field in fields if field[0].lower() != needless]
    whole = dict.fromkeys((name, _once(name, value)) for name, value in fields)
    whole = {field: None for field in whole if not _is_no_length(*field)}
    return b"\r\n".join([first, *(b"%b: %b" % field for field in whole), b"", b""])


def _field(line: bytes) -> tuple[bytes, bytes] | None:
    name, colon, value = line.partition(b":")
    name = name.rstrip(b" \t")
    return (name, value.strip(b" \t")) if colon and _TOKEN.fullmatch(name) else None


def _is_no_length(name: bytes, value: bytes) -> bool:
    """Tell whether a field calls something the length that is not even numbers."""
    is_length = name.lower() == b"content-length"
    return is_length and re.fullmatch(rb"[\d, \t]+", value) is None


def _once(name: bytes, value: bytes) -> bytes:
    """Return a length that is told several times in one line, once."""
    if name.lower() != b"content-length":
        return value
    lengths = {length.strip() for length in value.split(b",")}
    return lengths.pop() if len(lengths) == 1 else value

"""Percent-escapes and dot segments of addresses, written in one way. Pure."""

import re

_UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
_PATH = _UNRESERVED + "!$&'()*+,;=:@/"


def _not_in(plain: str) -> re.Pattern[bytes]:
    """Return what finds escapes, and octets that may not stand as they are."""
    return re.compile(rb"%([0-9A-Fa-f]{2})?|[^%" + re.escape(plain.encode()) + rb"]")


#: What is written anew in a path, and in a query.
IN_PATH = _not_in(_PATH)
IN_QUERY = _not_in(_PATH + "?")


def escape(text: str, written: re.Pattern[bytes]) -> str:
    """Write percent-escapes in one way; stray percent signs become ``%25``.

    >>> escape("/%7Efog bank%2f100%", IN_PATH)
    '/~fog%20bank%2F100%25'
    """
    return written.sub(_escaped, text.encode("utf-8", "replace")).decode()


def _escaped(found: re.Match[bytes]) -> bytes:
    if found[0] == b"%":
        return b"%25"
    octet = ord(found[0]) if found[1] is None else int(found[1], 16)
    if found[1] is not None and chr(octet) in _UNRESERVED:
        return bytes([octet])
    return b"%%%02X" % octet


def without_dots(path: str) -> str:
    """Remove dot segments (RFC 3986, 5.2.4)."""
    if "/." not in path:
        return path
    kept: list[str] = []
    segments = path.split("/")[1:]
    for segment in segments:
        if segment == "..":
            if kept:
                kept.pop()
        elif segment != ".":
            kept.append(segment)
    if segments[-1] in {".", ".."}:
        kept.append("")
    return "/" + "/".join(kept)


def query_in(text: str, encoding: str) -> str:
    """Escape a query's letters as the page's encoding writes them."""
    head, mark, query = text.partition("?")
    try:
        "".encode(encoding)
    except LookupError:
        return text
    return head + mark + "".join(_letter_in(letter, encoding) for letter in query)


def _letter_in(letter: str, encoding: str) -> str:
    if letter.isascii():
        return letter
    try:
        octets = letter.encode(encoding)
    except UnicodeError:
        return f"%26%23{ord(letter)}%3B"
    return "".join(f"%{octet:02X}" for octet in octets)

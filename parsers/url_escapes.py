"""Percent-escapes and dot segments of addresses, written in one way. Pure."""

import re

_UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
#: Octets that stand as they are in a path, and in a query.
IN_PATH = frozenset((_UNRESERVED + "!$&'()*+,;=:@/").encode())
IN_QUERY = IN_PATH | frozenset(b"?")
_ESCAPES = re.compile(rb"%([0-9A-Fa-f]{2})?|[^%]")


def escape(text: str, allowed: frozenset[int]) -> str:
    """Write percent-escapes in one way; stray percent signs become ``%25``."""
    octets = text.encode("utf-8", "replace")

    def one(found: re.Match[bytes]) -> str:
        if found[0] == b"%":
            return "%25"
        if found[1] is None:
            octet = found[0][0]
            return chr(octet) if octet in allowed else f"%{octet:02X}"
        octet = int(found[1], 16)
        return chr(octet) if chr(octet) in _UNRESERVED else f"%{octet:02X}"

    return "".join(map(one, _ESCAPES.finditer(octets.replace(b"\n", b"%0A"))))


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

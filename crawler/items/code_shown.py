"""What a page shows of the code that makes it, in the place of its words. Pure.

A page that is about code shows some too: this is a reason to look again, no more.
"""

import re

from parsers.text import same_words

#: Tags, references and short codes that were not read, and fields that were not filled.
_CODE = re.compile(
    r"</?(?:p|br|div|span|strong|em|h[1-6]|ul|li)(?:\s[^<>]{0,200})?/?>"
    r"|&(?:[A-Za-z]{2,8}|#\d{2,5}|#x[0-9A-Fa-f]{2,4});"
    r"|\[/?(?:vc_\w{1,40}|et_pb_\w{1,40}|caption|gallery)(?:\s[^\[\]]{0,300})?\]"
    r"|\{\{[^{}]{1,60}\}\}|\$\{[^{}]{1,60}\}|<%[^<>%]{1,60}%>|\[object Object\]",
    re.IGNORECASE,
)
#: What stands where a program found no title.
_NOTHING = frozenset(("undefined", "null", "nan", "untitled"))
#: A first text with fewer of them is believed: it may well have meant them.
_MANY = 2
#: UTF-8 in the letters of a single-byte encoding.
_MISREAD = re.compile(
    "[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192"
    "\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{1,3}"
)
#: A body whose chunks were put into chunks once more.
_CHUNK = re.compile(rb"\s*[0-9a-fA-F]{1,8}\r\n\s*<[!?a-zA-Z]")


def code_in(title: str, text: str) -> list[str]:
    """Return what looks like code in a title and a text.

    >>> code_in("{{ title }}", "Caf&eacute; at the pier.</p>")
    ['{{ title }}', '&eacute;', '</p>']
    >>> code_in("undefined", "Fog."), code_in("Q&A: {fog}; a < b", "[sic] R&D; $5")
    (['undefined'], [])
    """
    found = [mark[0] for mark in _CODE.finditer(f"{title}\n{text}")]
    return [title, *found] if same_words(title) in _NOTHING else found


def shows_code(title: str, text: str) -> bool:
    """Tell whether a page shows so much code that it may have come out wrong.

    >>> shows_code("Fog", "Caf&eacute;</p>"), shows_code("Fog", "Use &amp; for it")
    (True, False)
    """
    return len(code_in(title, text)) >= _MANY or bool(code_in(title, ""))


def is_misread(new: str, old: str) -> bool:
    """Tell whether a text has letters of the one before it, each read as two or three.

    >>> is_misread("The cafÃ© shut.", "The café opened."), is_misread("café", "café")
    (True, False)
    >>> is_misread("The cafÃ© shut.", "The office opened.")
    False
    """
    pieces = {mark[0] for mark in _MISREAD.finditer(new)}
    return any(_undone(piece) in old for piece in pieces if piece not in old)


def is_in_chunks(payload: bytes) -> bool:
    r"""Tell whether the sizes of chunks stand in a page.

    >>> is_in_chunks(b"1f4\r\n<!doctype html>"), is_in_chunks(b"404\r\nNo <b>")
    (True, False)
    """
    return _CHUNK.match(payload) is not None


def _undone(piece: str) -> str:
    """Return a letter that was read as several, or the piece where it was not."""
    try:
        return b"".join(map(_byte, piece)).decode()
    except UnicodeError:
        return piece


def _byte(sign: str) -> bytes:
    try:
        return sign.encode("cp1252")
    except UnicodeError:  # five bytes have no letter there
        return sign.encode("latin-1")

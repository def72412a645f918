"""The bytes of a page as its tree builder gets them. Pure."""

import re
from itertools import islice

#: What is read of a page; what goes beyond is left out, and that is told.
MAX_BYTES = 16 * 2**20
MAX_TAGS = 400_000
_CLOSED_AT_ONCE = re.compile(
    rb"<(script|title|textarea|style|iframe|noscript|div|span|p|a)(\s[^<>]{0,2000})?/>"
)
#: Of the last two end tags of a page nothing is missing but their sign.
_TAG_BEGINS = re.compile(rb"</(?!(?:html|body)\s*$)[a-z]|<[a-z]|<!", re.IGNORECASE)
#: Where the tree builder ends, and what else says that a page is over.
_END = re.compile(rb"</[hH][tT][mM][lL]\s*>")
_ENDS = re.compile(rb"</(?:html|body)\s*>", re.IGNORECASE)
_NESTING = re.compile(
    rb"<(?P<end>/?)(?!area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)"
    rb"[a-zA-Z][^<>]{0,2000}>"
)
_DEEPEST = 300
_TAG_NAME = re.compile(rb"<[a-zA-Z][a-zA-Z0-9:-]{0,40}")
_ATTRIBUTE = re.compile(
    rb"""[^\s"'>/=]+(?:\s{0,9}=\s{0,9}(?:"[^"]*"?|'[^']*'?|[^\s"'>]+))?"""
)
_WINDOW, _MOST_ATTRIBUTES = 4000, 2000


def bounded(payload: bytes) -> tuple[bytes, bool]:
    """Return what is read of a payload, and whether something was left out."""
    kept = payload[:MAX_BYTES]
    if len(kept) > 2 * MAX_TAGS and kept.count(b"<") > MAX_TAGS:
        starts = re.finditer(b"<", kept)
        kept = kept[: next(m.start() for n, m in enumerate(starts) if n == MAX_TAGS)]
    return kept, len(kept) < len(payload)


def clean(source: bytes, content_type: str) -> bytes:
    """Drop what the tree builder stumbles over and no browser shows."""
    if b"\0" in source:
        source = source.replace(b"\0", b"")
    if (end := _END.search(source)) and _TAG_BEGINS.search(source, end.end()):
        source = _ENDS.sub(b"", source)  # what follows is read (HTML, 13.2.6.4.23)
    source = _without_endless_tags(source)
    if "xhtml" in content_type:
        source = _CLOSED_AT_ONCE.sub(rb"<\1\2></\1>", source)
    return source


def _without_endless_tags(source: bytes) -> bytes:
    """Strip tags of thousands of attributes: libxml2 takes quadratic time for them.

    A tag of twice ``_WINDOW`` leaves one window without a ``>``; only there we look.
    """
    kept: list[bytes] = []
    done = start = 0
    while start < len(source):
        if source.find(b">", start, start + _WINDOW) >= 0:
            start += _WINDOW
            continue
        # The window before has a ``>``, and no tag begins before that.
        begin = source.rfind(b"<", max(done, start - _WINDOW), start + 1)
        end = source.find(b">", start)
        start = end + 1 if end >= 0 else len(source)
        tag = source[begin : end if end >= 0 else None] if begin >= 0 else b""
        name = _TAG_NAME.match(tag)
        if not name or b">" in tag or b"<" in tag[1:]:
            continue
        attributes = islice(_ATTRIBUTE.finditer(tag), _MOST_ATTRIBUTES + 1)
        if sum(1 for _ in attributes) > _MOST_ATTRIBUTES:
            kept += [source[done:begin], name[0]]
            done = begin + len(tag)
    return b"".join([*kept, source[done:]]) if kept else source


def flattened(source: bytes) -> bytes:
    """Drop tags below a depth that no reader needs; the text stays."""
    kept: list[bytes] = []
    done = depth = 0
    for tag in _NESTING.finditer(source):
        depth += -1 if tag["end"] else 1
        if depth > _DEEPEST:
            kept += [source[done : tag.start()], b" "]
            done = tag.end()
        depth = max(depth, 0)
    return b"".join([*kept, source[done:]])


def ends_in_tag(source: bytes) -> bool:
    """Say whether a page breaks off within a tag."""
    tail = source[-2000:]
    start = tail.rfind(b"<")
    return start > tail.rfind(b">") and bool(_TAG_BEGINS.match(tail, start))

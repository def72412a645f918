"""XML from anyone: no entities, no network, bounded, read past its mistakes. Pure."""

import re
import zlib
from html.entities import html5
from typing import Any

from lxml import etree

from parsers.encoding import decode

#: What is read of a feed or sitemap, after unzipping.
MAX_BYTES = 32 * 2**20

#: Levels of a document that are told as data.
_DEEPEST = 12
_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{0,31});")
_LONE = re.compile(r"&(?!#?\w{1,32};)")
_OWN = frozenset(["amp", "lt", "gt", "quot", "apos"])
#: Characters that XML 1.0 forbids; libxml2 would stop at the first one.
FORBIDDEN = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])


def read_xml(
    payload: bytes, content_type: str = ""
) -> tuple[etree._Element | None, bool]:
    """Return the root of a document, and whether it is whole.

    What a document broken in the middle holds before the break is returned.
    """
    text = without_doctype(xml_text(payload, content_type))
    text = _LONE.sub("&amp;", _ENTITY.sub(_character, text))
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        recover=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        encoding="utf-8",
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None, False
    broken = any(error.level >= etree.ErrorLevels.FATAL for error in parser.error_log)
    return root, not broken


def xml_text(payload: bytes, content_type: str = "") -> str:
    """Return a document as text, by its mark, its sender's label or its own word.

    Where nothing, or nothing true, is said of its bytes, these tell.
    """
    payload = unzipped(payload)[:MAX_BYTES]
    for mark, name in _MARKS:
        if payload.startswith(mark):
            return _plain(payload.decode(name, "replace"))
    labels = [found[1] for found in (_CHARSET.search(content_type),) if found]
    if own := _DECLARED.search(payload[:1000]):
        labels.append(own[1].decode("ascii"))
    for label in labels or ["utf-8"]:
        try:
            return _plain(payload.decode(label))
        except (LookupError, UnicodeError):
            continue
    if not labels:
        return _plain(decode(payload).text)
    return _plain(payload.decode(_known(labels), "replace"))


def unzipped(payload: bytes) -> bytes:
    """Return a payload out of its gzip file, as far as it goes and as we read."""
    if not payload.startswith(b"\x1f\x8b"):
        return payload
    unzip = zlib.decompressobj(wbits=31)
    try:
        return unzip.decompress(payload, MAX_BYTES)
    except zlib.error:
        return b""


def local_name(element: etree._Element) -> str:
    """Return an element's name in lower case, whatever its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def as_data(element: etree._Element, depth: int = 0) -> Any:
    """Return an element as JSON would tell it: its text, or its children by name.

    >>> as_data(etree.fromstring("<list><a><b>1</b><c x='2'/></a><a>3</a></list>"))
    {'a': [{'b': '1', 'c': {'x': '2'}}, '3']}
    """
    text = (element.text or "").strip()
    held: dict[str, Any] = {}
    if not text:
        held.update((str(name), value) for name, value in element.items())
    for child in element if depth < _DEEPEST else ():
        name, value = local_name(child), as_data(child, depth + 1)
        if name not in held:
            held[name] = value
        elif isinstance(held[name], list):
            held[name].append(value)
        else:
            held[name] = [held[name], value]
    return held or text


def _known(labels: list[str]) -> str:
    for label in labels:
        try:
            b"<".decode(label, "replace")  # of no bytes Python looks up nothing
        except (LookupError, UnicodeError):
            continue
        return label
    return "utf-8"


def _plain(text: str) -> str:
    text = text.lstrip("\ufeff \t\r\n")
    if text.startswith("<?xml"):
        text = text[text.find("?>") + 2 :] if "?>" in text[:300] else text
    return text.translate(FORBIDDEN)


def without_doctype(text: str) -> str:
    """Drop the document type with all the entities it declares."""
    start = text[:2000].upper().find("<!DOCTYPE")
    if start < 0:
        return text
    end, inner = text.find(">", start), text.find("[", start)
    if 0 <= inner < end:
        end = text.find("]", inner)
        close = re.compile(r"\]\s*>").search(text, inner)
        end = close.end() - 1 if close else end
    return text[:start] + (text[end + 1 :] if end >= 0 else "")


def _character(found: re.Match[str]) -> str:
    """Return the character an HTML entity stands for; feeds use them undeclared."""
    name = found[1]
    if name in _OWN:
        return found[0]
    return html5.get(f"{name};", "")


_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)

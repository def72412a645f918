"""A capture as a page: decoded once, parsed once, its base address known. Pure."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal
from urllib.parse import urljoin, urlsplit

from lxml import etree
from lxml.html import HtmlElement

from parsers.encoding import decode
from parsers.files import is_file
from parsers.model import Capture
from parsers.urls import resolve
from parsers.xml_tree import FORBIDDEN

#: What is read of a page; what goes beyond is left out, and that is told.
MAX_BYTES = 16 * 2**20
MAX_TAGS = 400_000


#: What an element is noted as.
Kind = Literal["head", "heading", "link", "time", "input", "noscript", "template"]
Noted = Mapping[Kind, Sequence[HtmlElement]]


@dataclass(slots=True)
class Page:
    """A page ready to be read.

    ``root`` is always an element, perhaps with nothing in it. ``flags`` tell what was
    wrong with the bytes: empty, cut, long (its end was left out), replaced,
    mislabelled, repaired. ``language`` is the tag the page declares (``en-GB``), if it
    does. ``noted`` are the elements that finders ask for wherever they stand, by what
    they are: one look through the tree instead of one for each.
    """

    capture: Capture
    url: str
    base_url: str
    root: HtmlElement
    noted: Noted
    encoding: str
    flags: tuple[str, ...] = ()
    language: str | None = None

    def resolve(self, href: str) -> str | None:
        """Return where a link of the page leads, normalized, if to a web page."""
        return resolve(self.base_url, href, encoding=self.encoding)


def read_page(capture: Capture) -> Page:
    """Decode and parse a capture; any bytes whatever give a page.

    >>> page = read_page(Capture(url="https://a.example/", payload=b"<p>Fog"))
    >>> page.root.text_content(), page.encoding
    ('Fog', 'utf-8')
    """
    payload, is_left_out = _bounded(capture.payload)
    if is_file(payload):  # no word of it is one that a page shows
        payload = b""
    content_type = capture.header("content-type")
    text, encoding, flags = decode(payload, content_type)
    if encoding == "utf-8" and not flags and not payload.startswith(b"\xef\xbb\xbf"):
        source = payload
    else:
        source = text.encode("utf-8", "replace")
    source = _clean(source, content_type)
    root = _parse(source)
    if _is_too_deep():
        root, flags = _parse(_flattened(source)), (*flags, "repaired")
    if root is None and source.strip():
        root, flags = _repair(text), (*flags, "repaired")
    if root is None:
        root = _empty()
        flags = (*flags, "empty")
    _part_head(root)
    if _ICON_FONT in source:
        _drop_icon_words(root)
    if _RANKED in source:
        _name_headings(root)
    if is_left_out:
        flags = (*flags, "long")
    elif _ends_in_tag(source) and "cut" not in flags:
        flags = (*flags, "cut")
    noted = _note(root)
    _show_shadows(noted["template"])
    _drop_written_markup(noted["noscript"])
    return Page(
        capture=capture,
        url=capture.url,
        base_url=_base_url(noted["head"], capture.url),
        root=root,
        noted=noted,
        encoding=encoding,
        flags=flags,
        language=_language(root, noted["head"]),
    )


def add_box(page: Page, box: HtmlElement, *, behind: HtmlElement | None) -> None:
    """Put a box into a page that was read, and note what it holds.

    It stands last in what holds the element ``behind`` which it is to stand, if that is
    part of the page: a headline's lead and byline come first.
    """
    body = page.root.find("body")
    last = page.root if body is None else body
    around = behind.getparent() if behind is not None else None
    if around is not None and around.tag == "header":
        around = around.getparent()
    if behind is None or around is None:
        last.append(box)
    elif around.tag in ("html", "body"):
        behind.addnext(box)
    else:
        around.append(box)
    page.noted = _note(page.root)


def _bounded(payload: bytes) -> tuple[bytes, bool]:
    """Return what is read of a payload, and whether something was left out."""
    kept = payload[:MAX_BYTES]
    if len(kept) > 2 * MAX_TAGS and kept.count(b"<") > MAX_TAGS:
        starts = re.finditer(b"<", kept)
        kept = kept[: next(m.start() for n, m in enumerate(starts) if n == MAX_TAGS)]
    return kept, len(kept) < len(payload)


def _clean(source: bytes, content_type: str) -> bytes:
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


def _parse(source: bytes) -> HtmlElement | None:
    try:
        root = etree.fromstring(source, _PARSER)
    except (etree.LxmlError, ValueError, AssertionError):
        return None
    return root if isinstance(root, HtmlElement) else None


def _is_too_deep() -> bool:
    """Say whether the tree builder gave up on nesting, and left out what followed."""
    last = _PARSER.error_log.last_error
    return last is not None and last.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT


def _flattened(source: bytes) -> bytes:
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


def _repair(source: str) -> HtmlElement | None:
    """Let BeautifulSoup make sense of what lxml could not; rare, so loaded late."""
    from bs4 import BeautifulSoup
    from bs4.exceptions import ParserRejectedMarkup

    try:
        mended = str(BeautifulSoup(source[:_REPAIRED_CHARS], "html.parser"))
        return _parse(mended.encode("utf-8", "replace"))
    except (ParserRejectedMarkup, RecursionError, ValueError, AssertionError):
        return None


def _empty() -> HtmlElement:
    root: HtmlElement = etree.fromstring(b"<html><body></body></html>", _PARSER)
    return root


def _part_head(root: HtmlElement) -> None:
    """Begin the body where a page that leaves out its tags shows something.

    The tree builder takes what HTML 5 added for parts of the head (HTML, 13.2.6.4.4).
    """
    parts = {part.tag: part for part in root}
    head, body = parts.get("head"), parts.get("body")
    if head is None:
        return
    shown = next((n for n, one in enumerate(head) if one.tag not in _IN_HEAD), None)
    if shown is None:
        return
    if body is None:
        body = etree.SubElement(root, "body")
    elements = head[shown:]
    before = (elements[-1].tail or "") + (body.text or "")
    elements[-1].tail, body.text = before.translate(FORBIDDEN), None
    body[:0] = elements


def _show_shadows(templates: Iterable[HtmlElement]) -> None:
    """Make a box of each template that browsers show at once (HTML, 4.12.3)."""
    for template in templates:
        if template.get("shadowrootmode") is not None:
            template.tag = "div"


def _name_headings(root: HtmlElement) -> None:
    """Make headings of the components that say which one they draw.

    ``<gov-heading tag="h2">``: browsers show no more than that heading.
    """
    for element in root.iter(etree.Element):
        if _HEADING_TAG.fullmatch(element.tag):
            rank = next((v for v in element.values() if v in _RANKS), None)
            element.tag = rank or element.tag


def _drop_icon_words(root: HtmlElement) -> None:
    """Take the words out of icons: the font draws a picture for ``calendar_today``."""
    for element in root.iter("i", "span", "mat-icon"):
        names = (element.get("class") or "").split()
        if any(map(_ICON.fullmatch, names)) and _WORD.fullmatch(element.text or ""):
            element.text = None


def _ends_in_tag(source: bytes) -> bool:
    """Say whether a page breaks off within a tag."""
    tail = source[-2000:]
    start = tail.rfind(b"<")
    return start > tail.rfind(b">") and bool(_TAG_BEGINS.match(tail, start))


def _note(root: HtmlElement) -> Noted:
    """Return the elements that are asked for again and again, in page order."""
    found: dict[Kind, list[HtmlElement]] = {kind: [] for kind in _NOTED.values()}
    for element in root.iter(*_NOTED):
        found[_NOTED[element.tag]].append(element)
    return found


def _drop_written_markup(elements: Sequence[HtmlElement]) -> None:
    """Drop text that is markup: a browser had scripts, and saved it so."""
    for element in elements:
        if not len(element) and (element.text or "").lstrip()[:1] == "<":
            element.text = None


def _base_url(head: Sequence[HtmlElement], url: str) -> str:
    """Return what relative addresses on the page start from."""
    for base in head:
        href = (base.get("href") or "").strip() if base.tag == "base" else ""
        if not href:
            continue
        try:
            joined = urljoin(url, href)
            if urlsplit(joined).scheme in ("http", "https"):
                return str(joined)
        except ValueError:
            pass
        break
    return url


def _language(root: HtmlElement, head: Sequence[HtmlElement]) -> str | None:
    """Return the language tag the page declares."""
    html = next(root.iter("html"), root)
    tags = [html.get("lang"), html.get("xml:lang"), html.get(_XML_LANG)]
    if not any(tags):
        tags = [
            meta.get("content")
            for meta in head
            if meta.tag == "meta"
            and _says_language(meta.get("http-equiv") or meta.get("name") or "")
        ]
    found = (_LANGUAGE_TAG.match(tag.strip()) for tag in tags if tag)
    return next((m[0].replace("_", "-") for m in found if m), None)


def _says_language(name: str) -> bool:
    return name.strip().lower() in ("content-language", "language")


_PARSER = etree.HTMLParser(
    encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True
)
# One class for all elements: lxml.html's own choice among six is a call in Python
# for every element that is looked at.
_PARSER.set_element_class_lookup(etree.ElementDefaultClassLookup(element=HtmlElement))
_NOTED: dict[str, Kind] = {
    **dict.fromkeys(("base", "meta", "link", "script", "title"), "head"),
    **dict.fromkeys(("h1", "h2", "h3"), "heading"),
    "a": "link",
    **{tag: tag for tag in ("time", "input", "noscript", "template")},
}
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
#: How components are called that draw a heading, and how they say which.
_RANKED = b'="h'
_RANKS = frozenset("h1 h2 h3 h4 h5 h6".split())
_HEADING_TAG = re.compile(r"[a-z][\w.]*-(?:[\w.]+-)*(?:heading|headline|title)")
#: What icon fonts call themselves, and the words that they draw.
_ICON_FONT = b"material"
_ICON = re.compile(r"material-(?:icons|symbols)(?:-\w+)*|mat-icon", re.IGNORECASE)
_WORD = re.compile(r"\s*[a-z][a-z0-9]*(?:_[a-z0-9]+)*\s*")
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}(?=$|[,; ])")
_CLOSED_AT_ONCE = re.compile(
    rb"<(script|title|textarea|style|iframe|noscript|div|span|p|a)(\s[^<>]{0,2000})?/>"
)
_IN_HEAD = frozenset(
    "base basefont bgsound link meta noscript script style template title".split()
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
#: BeautifulSoup is slow: it gets no more than this.
_REPAIRED_CHARS = 20_000

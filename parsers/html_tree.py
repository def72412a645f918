"""A page's tree as browsers would have it: the parts that they show. Pure."""

import re
from collections.abc import Iterable, Sequence

from lxml import etree
from lxml.html import HtmlElement

from parsers.xml_tree import FORBIDDEN

_IN_HEAD = frozenset(
    "base basefont bgsound link meta noscript script style template title".split()
)
#: How components are called that draw a heading, and how they say which.
_RANKED = b'="h'
_RANKS = frozenset("h1 h2 h3 h4 h5 h6".split())
_HEADING_TAG = re.compile(r"[a-z][\w.]*-(?:[\w.]+-)*(?:heading|headline|title)")
#: What icon fonts call themselves, and the words that they draw.
_ICON_FONT = b"material"
_ICON = re.compile(r"material-(?:icons|symbols)(?:-\w+)*|mat-icon", re.IGNORECASE)
_WORD = re.compile(r"\s*[a-z][a-z0-9]*(?:_[a-z0-9]+)*\s*")


def mend_tree(root: HtmlElement, source: bytes) -> None:
    """Make of a tree what a browser makes of its source."""
    _part_head(root)
    if _ICON_FONT in source:
        _drop_icon_words(root)
    if _RANKED in source:
        _name_headings(root)


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


def show_shadows(templates: Iterable[HtmlElement]) -> None:
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


def drop_written_markup(elements: Sequence[HtmlElement]) -> None:
    """Drop text that is markup: a browser had scripts, and saved it so."""
    for element in elements:
        if not len(element) and (element.text or "").lstrip()[:1] == "<":
            element.text = None

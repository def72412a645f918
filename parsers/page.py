"""A capture as a page: decoded once, parsed once, its base address known. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urljoin, urlsplit

from lxml import etree
from lxml.html import HtmlElement

from parsers.encoding import decode
from parsers.files import is_file
from parsers.html_source import bounded, clean, ends_in_tag, flattened
from parsers.html_tree import drop_written_markup, mend_tree, show_shadows
from parsers.model import Capture
from parsers.urls import resolve

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
    payload, is_left_out = bounded(capture.payload)
    if is_file(payload):  # no word of it is one that a page shows
        payload = b""
    content_type = capture.header("content-type")
    text, encoding, flags = decode(payload, content_type)
    if encoding == "utf-8" and not flags and not payload.startswith(b"\xef\xbb\xbf"):
        source = payload
    else:
        source = text.encode("utf-8", "replace")
    source = clean(source, content_type)
    root = _parse(source)
    if _is_too_deep():
        root, flags = _parse(flattened(source)), (*flags, "repaired")
    if root is None and source.strip():
        root, flags = _repair(text), (*flags, "repaired")
    if root is None:
        root = _empty()
        flags = (*flags, "empty")
    mend_tree(root, source)
    if is_left_out:
        flags = (*flags, "long")
    elif ends_in_tag(source) and "cut" not in flags:
        flags = (*flags, "cut")
    noted = _note(root)
    show_shadows(noted["template"])
    drop_written_markup(noted["noscript"])
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


def _note(root: HtmlElement) -> Noted:
    """Return the elements that are asked for again and again, in page order."""
    found: dict[Kind, list[HtmlElement]] = {kind: [] for kind in _NOTED.values()}
    for element in root.iter(*_NOTED):
        found[_NOTED[element.tag]].append(element)
    return found


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
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}(?=$|[,; ])")
#: BeautifulSoup is slow: it gets no more than this.
_REPAIRED_CHARS = 20_000

"""Feeds as listings: RSS 0.9 to 2.0, Atom, JSON Feed. Pure."""

import html
import json
import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from typing import Any

from lxml import etree

from parsers.dates import parse_date, parse_machine_date
from parsers.model import Capture, Listing, Printed, Problem, ProblemKind, Teaser
from parsers.page import Page
from parsers.text import normal_text
from parsers.urls import resolve
from parsers.xml_tree import local_name, read_xml

#: Entries read of one feed, feeds taken from one page, length of a summary.
MAX_ENTRIES, MAX_FEEDS, MAX_SUMMARY = 10_000, 20, 1_000

ROOTS = frozenset(["rss", "feed", "rdf"])
_TYPES = re.compile(
    r"application/(?:rss|atom|rdf)\+xml|application/feed\+json", re.IGNORECASE
)
_COMMENTS = re.compile(r"/comments/feed/?$|[?&]feed=comments|kommentar", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>|<!--.{0,2000}?-->", re.DOTALL)
_PUBLISHED = (
    "pubdate",
    "published",
    "issued",
    "date",
    "created",
    "updated",
    "modified",
)
_SUMMARIES = ("summary", "description", "subtitle", "encoded", "content")


def read_feed(capture: Capture) -> Listing | Problem:
    """Return a feed's entries as items; a broken feed gives those before the break."""
    root, is_whole = read_xml(capture.payload, capture.header("content-type"))
    if root is None or local_name(root) not in ROOTS:
        return _problem(capture, "the feed cannot be read as XML")
    base = resolve(capture.url, root.get(_XML_BASE) or "") or capture.url
    items = [
        item
        for count, entry in enumerate(_entries(root))
        if count < MAX_ENTRIES and (item := _item(entry, base))
    ]
    if not items and not is_whole:
        return _problem(capture, "the feed breaks off before its first entry")
    return Listing(
        url=capture.url,
        items=tuple(items),
        next_url=_next(root, base),
        pagination="feed" if _next(root, base) else "",
        kind="feed",
        language=_language(root),
        problem=None if is_whole else _problem(capture, "the feed breaks off"),
    )


def read_json_feed(capture: Capture, data: dict[str, Any]) -> Listing:
    """Return the items of a JSON Feed (jsonfeed.org, version 1 and 1.1)."""
    entries = data.get("items")
    found = []
    for entry in entries[:MAX_ENTRIES] if isinstance(entries, list) else []:
        if not isinstance(entry, dict):
            continue
        url = resolve(capture.url, str(entry.get("url") or entry.get("id") or ""))
        if url is None or url == capture.url:
            continue
        content = entry.get("summary") or entry.get("content_text")
        found.append(
            Teaser(
                url=url,
                title=plain(entry.get("title")),
                published=read_time(str(entry.get("date_published") or "")),
                summary=plain(content or entry.get("content_html"))[:MAX_SUMMARY],
            )
        )
    more = data.get("next_url")
    next_url = resolve(capture.url, more) if isinstance(more, str) and more else None
    language = data.get("language")
    return Listing(
        url=capture.url,
        items=tuple(found),
        next_url=next_url,
        pagination="feed" if next_url else "",
        kind="feed",
        language=language if isinstance(language, str) else None,
    )


def announced_feeds(page: Page) -> tuple[str, ...]:
    """Return the feeds a page announces in its head, comments left out."""
    found: list[str] = []
    for count, link in enumerate(page.root.iter("link")):
        if count >= 500 or len(found) >= MAX_FEEDS:
            break
        rel = (link.get("rel") or "").lower().split()
        if "alternate" not in rel or not _TYPES.match((link.get("type") or "").strip()):
            continue
        url = resolve(page.base_url, link.get("href") or "")
        if url and url != page.url and not _COMMENTS.search(url):
            found.append(url)
    return tuple(dict.fromkeys(found))


def plain(value: object) -> str:
    """Return a text of a feed without the markup that may stand in it.

    >>> plain("Fog &amp;amp; <b>ice</b>")
    'Fog & ice'
    """
    text = value if isinstance(value, str) else ""
    text = text[:50_000]
    for _ in range(2):
        if "&" in text:
            text = html.unescape(text)
        if "<" in text:
            text = _TAG.sub(" ", text)
    return normal_text(text)


def read_time(text: str) -> Printed | None:
    """Return the date of a feed's entry, whatever form it has.

    >>> read_time("Wed, 08 Dec 2021 16:42:00 +0300").iso
    '2021-12-08T16:42:00+03:00'
    """
    text = text.strip()[:80]
    if not text:
        return None
    if machine := parse_machine_date(text):
        return machine
    try:
        at = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return parse_date(text, languages=["en"])
    return Printed(day=at.date(), at=at, text=text)


def _entries(root: etree._Element) -> Iterator[etree._Element]:
    return (e for e in root.iter() if local_name(e) in {"item", "entry"})


def _item(entry: etree._Element, base: str) -> Teaser | None:
    fields: dict[str, etree._Element] = {}
    links: list[etree._Element] = []
    own = _space(entry)
    # what a picture is called stands at times before the entry's own title
    for child in sorted(entry, key=lambda child: _space(child) != own):
        name = local_name(child)
        if name == "link":
            links.append(child)
        elif name and (name not in fields or not _text(fields[name])):
            fields[name] = child
    url = _address(entry, links, fields, base)
    if url is None:
        return None
    day = next((fields[n] for n in _PUBLISHED if n in fields), None)
    words = (plain(_text(fields[n])) for n in _SUMMARIES if n in fields)
    return Teaser(
        url=url,
        title=plain(_text(fields.get("title")))[:500],
        published=read_time(_text(day)),
        summary=next(filter(None, words), "")[:MAX_SUMMARY],
    )


def _space(element: etree._Element) -> str:
    """Return the namespace of an element: an extension of the feed has another."""
    tag = element.tag
    return tag.rpartition("}")[0] if isinstance(tag, str) else ""


def _address(
    entry: etree._Element,
    links: list[etree._Element],
    fields: dict[str, etree._Element],
    base: str,
) -> str | None:
    base = resolve(base, entry.get(_XML_BASE) or "") or base
    hrefs = [
        link.get("href") or _text(link)
        for link in sorted(links, key=lambda link: link.get("type") not in _HTML)
        if (link.get("rel") or "alternate") == "alternate"
    ]
    guid = fields.get("guid", fields.get("id"))
    if guid is not None and guid.get("ispermalink", guid.get("isPermaLink")) != "false":
        hrefs.append(_text(guid))
    hrefs.append(entry.get(_ABOUT) or "")
    found = (resolve(base, href) for href in hrefs if href.strip())
    return next((url for url in found if url), None)


def _text(element: etree._Element | None) -> str:
    if element is None:
        return ""
    pieces = (p for p in element.itertext() if isinstance(p, str))
    return "".join(pieces).strip()


def _next(root: etree._Element, base: str) -> str | None:
    for count, element in enumerate(root.iter()):
        if count > 200:
            break
        if local_name(element) == "link" and element.get("rel") == "next":
            return resolve(base, element.get("href") or "")
    return None


def _language(root: etree._Element) -> str | None:
    if tag := root.get(_XML_LANG):
        return tag[:20]
    for count, element in enumerate(root.iter()):
        if count > 40:
            break
        if local_name(element) == "language":
            return _text(element)[:20] or None
    return None


def read_json(payload: bytes) -> Any:
    """Return what a JSON document holds, or ``None`` where it is none."""
    try:
        return json.loads(payload[:20_000_000].decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError):
        return None


def _problem(capture: Capture, detail: str) -> Problem:
    return Problem(kind=ProblemKind.FEED, detail=detail, url=capture.url)


_HTML = {"text/html", "application/xhtml+xml", None}
_XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"

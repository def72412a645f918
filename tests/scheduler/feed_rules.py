"""Which rules of their formats feeds break: Atom (RFC 4287), JSON Feed 1.1.

Every MUST that a file alone can break; each is told with the number of its section.
"""

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

_ATOM = "{http://www.w3.org/2005/Atom}"
_DIV = "{http://www.w3.org/1999/xhtml}div"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
#: RFC 3339, with the upper-case letters that RFC 4287 asks for.
_TIME = re.compile(
    r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
    r"T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)"
)
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
_ONCE = {
    "feed": ("id", "title", "updated"),
    "entry": ("id", "title", "updated"),
}
_AT_MOST_ONCE = {
    "feed": ("generator", "icon", "logo", "rights", "subtitle"),
    "entry": ("content", "published", "rights", "source", "summary"),
}
_TEXTS = ("title", "subtitle", "summary", "rights")
_JSON_FEED = {
    "version": str,
    "title": str,
    "home_page_url": str,
    "feed_url": str,
    "description": str,
    "icon": str,
    "favicon": str,
    "language": str,
    "expired": bool,
    "authors": list,
    "items": list,
}
_JSON_ITEM = {
    "id": str,
    "url": str,
    "external_url": str,
    "title": str,
    "content_html": str,
    "content_text": str,
    "summary": str,
    "image": str,
    "date_published": str,
    "date_modified": str,
    "language": str,
    "authors": list,
    "tags": list,
    "attachments": list,
}


def atom_faults(raw: bytes) -> list[str]:
    """Return the rules of RFC 4287 that a feed breaks; none if it is valid."""
    try:
        feed = ET.fromstring(raw)
    except ET.ParseError as error:
        return [f"2: not well-formed: {error}"]
    if feed.tag != f"{_ATOM}feed":
        return ["4.1.1: the root is no feed"]
    return list(_feed(feed))


def _feed(feed: ET.Element) -> Iterator[str]:
    entries = feed.findall(f"{_ATOM}entry")
    yield from _container(feed, "feed")
    for entry in entries:
        yield from _container(entry, "entry")
        yield from _content(entry)
    has_author = feed.find(f"{_ATOM}author") is not None
    if not has_author and any(e.find(f"{_ATOM}author") is None for e in entries):
        yield "4.1.1: an entry has no author, and the feed has none"
    for node in feed.iter():
        if not _LANGUAGE.fullmatch(node.get(_LANG, "und")):
            yield f"2: the language {node.get(_LANG)!r} is no tag"
    if sum(link.get("rel") == "self" for link in feed.findall(f"{_ATOM}link")) != 1:
        yield "4.1.1: the feed does not say once where it stands itself"
    seen = [(_text(e, "id"), _text(e, "updated")) for e in entries]
    if len(seen) != len(set(seen)):
        yield "4.1.1: two entries have one id and one time"
    if feed.findall(f"{_ATOM}entry") and feed[-1].tag != f"{_ATOM}entry":
        yield "4.1.1: metadata follows an entry"


def _container(node: ET.Element, name: str) -> Iterator[str]:
    for tag in _ONCE[name]:
        if len(node.findall(_ATOM + tag)) != 1:
            yield f"4.1: {name} has not exactly one {tag}"
    for tag in _AT_MOST_ONCE[name]:
        if len(node.findall(_ATOM + tag)) > 1:
            yield f"4.1: {name} has more than one {tag}"
    if not _is_absolute(_text(node, "id")):
        yield f"4.2.6: {_text(node, 'id')!r} is no absolute IRI"
    for tag in ("updated", "published"):
        for date in node.findall(_ATOM + tag):
            if not _TIME.fullmatch(date.text or ""):
                yield f"3.3: {date.text!r} is no date"
    for person in (
        *node.findall(f"{_ATOM}author"),
        *node.findall(f"{_ATOM}contributor"),
    ):
        if len(person.findall(f"{_ATOM}name")) != 1:
            yield "3.2.1: a person has not exactly one name"
    for tag in _TEXTS:
        for text in node.findall(_ATOM + tag):
            yield from _text_construct(text)
    yield from _links(node)


def _text_construct(text: ET.Element) -> Iterator[str]:
    kind = text.get("type", "text")
    if kind not in ("text", "html", "xhtml"):
        yield f"3.1.1: a text of type {kind!r}"
    if kind == "xhtml" and [child.tag for child in text] != [_DIV]:
        yield "3.1.1.3: a text of type 'xhtml' is not one div"
    if kind in ("text", "html") and len(text):
        yield f"3.1.1: a text of type {kind!r} has child elements"


def _links(node: ET.Element) -> Iterator[str]:
    alternates = []
    for link in node.findall(f"{_ATOM}link"):
        if not _is_absolute(link.get("href", "")):
            yield f"4.2.7.1: {link.get('href')!r} is no absolute IRI"
        if link.get("rel", "alternate") == "alternate":
            alternates.append((link.get("type"), link.get("hreflang")))
    if len(alternates) != len(set(alternates)):
        yield "4.1: two alternate links of one type and language"


def _content(entry: ET.Element) -> Iterator[str]:
    content = entry.find(f"{_ATOM}content")
    if content is None:
        links = entry.findall(f"{_ATOM}link")
        if all(link.get("rel", "alternate") != "alternate" for link in links):
            yield "4.1.2: an entry without content has no alternate link"
        return
    if content.get("src") is None:
        yield from _text_construct(content)
    elif content.text or len(content):
        yield "4.1.3.2: content with an address is not empty"


def json_feed_faults(raw: bytes) -> list[str]:
    """Return the rules of JSON Feed 1.1 that a feed breaks; none if it is valid."""
    try:
        feed = json.loads(raw.decode("utf-8"))
    except ValueError as error:
        return [f"not JSON in UTF-8: {error}"]
    return list(_json_feed(feed)) if isinstance(feed, dict) else ["not an object"]


def _json_feed(feed: dict[str, Any]) -> Iterator[str]:
    if feed.get("version") != "https://jsonfeed.org/version/1.1":
        yield f"the version is {feed.get('version')!r}"
    yield from _members(feed, _JSON_FEED, needed=("version", "title", "items"))
    items = [one for one in feed.get("items") or () if isinstance(one, dict)]
    ids = [one.get("id") for one in items]
    if len(ids) != len(set(map(str, ids))):
        yield "two items have one id"
    for item in items:
        yield from _members(item, _JSON_ITEM, needed=("id",))
        if "content_html" not in item and "content_text" not in item:
            yield "an item has no content"
        for name in ("date_published", "date_modified"):
            if name in item and not _TIME.fullmatch(str(item[name])):
                yield f"{item[name]!r} is no date"
        for one in item.get("attachments") or ():
            if not {"url", "mime_type"} <= set(one):
                yield "an attachment has no url, or no mime_type"


def _members(
    found: dict[str, Any], known: dict[str, type], *, needed: tuple[str, ...]
) -> Iterator[str]:
    for name in needed:
        if not found.get(name) and found.get(name) != []:
            yield f"no {name}"
    for name, value in found.items():
        if name.startswith("_"):
            if not isinstance(value, dict):
                yield f"the extension {name} is no object"
        elif name not in known:
            yield f"{name!r} is no member, and no extension begins so"
        elif not isinstance(value, known[name]):
            yield f"{name} is a {type(value).__name__}"
        elif name.endswith("url") and not _is_absolute(value):
            yield f"{name} {value!r} is not absolute"
        elif name == "language" and not _LANGUAGE.fullmatch(value):
            yield f"the language {value!r} is no tag"


def _text(node: ET.Element, tag: str) -> str:
    return node.findtext(_ATOM + tag) or ""


def _is_absolute(iri: str) -> bool:
    """Tell whether an IRI names its scheme, and holds nothing that none may hold."""
    if not iri or re.search(r"[\s<>\"{}|\\^`]", iri):
        return False
    try:
        parts = urlsplit(iri)
    except ValueError:
        return False
    return bool(parts.scheme and (parts.netloc or parts.path))

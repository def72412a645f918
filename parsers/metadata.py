"""What a page says of itself to machines, with the place it says it. Pure.

JSON-LD, OpenGraph, Dublin Core and other ``<meta>``, microdata. Nothing is decided
here: finders rank the claims.
"""

import html
import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple, cast

from lxml import etree
from lxml.html import HtmlElement

from parsers.addresses.shared import shared_address
from parsers.linked_data import read_linked_data
from parsers.metadata_names import ARTICLE_TYPES, MICRODATA, RDFA, field_of
from parsers.microdata import marked_value, of_article, own_properties
from parsers.page import Page
from parsers.text import normal_text
from parsers.urls import resolve

#: A claim longer than this is no title, date, name or address.
MAX_CHARS = 2000
#: No more is taken of a text that a page tells machines.
MAX_TEXT = 200_000


class Claim(NamedTuple):
    """A value as the page gives it, and where: ``meta og:title``, ``ld headline``."""

    value: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """Claims of one page, in the order of the page."""

    titles: tuple[Claim, ...] = ()
    window_title: str = ""
    published: tuple[Claim, ...] = ()
    modified: tuple[Claim, ...] = ()
    authors: tuple[Claim, ...] = ()
    summaries: tuple[Claim, ...] = ()
    canonical_url: str | None = None
    languages: tuple[Claim, ...] = ()
    sections: tuple[Claim, ...] = ()
    keywords: tuple[Claim, ...] = ()
    site_names: tuple[Claim, ...] = ()
    kinds: tuple[Claim, ...] = ()
    images: tuple[Claim, ...] = ()
    addresses: tuple[Claim, ...] = ()
    is_paywalled: bool | None = None
    told_text: str = ""

    @property
    def is_article(self) -> bool:
        """Whether the page says it is one article, or when that was published."""
        return any(
            claim.value in ARTICLE_TYPES or claim.value.lower() == "article"
            for claim in self.kinds
        ) or any(
            claim.source == "meta article:published_time" for claim in self.published
        )


def read_metadata(page: Page) -> Metadata:
    """Collect what a page claims about itself.

    >>> from parsers.model import Capture
    >>> from parsers.page import read_page
    >>> head = b'<title>Fog - News</title><meta property="og:title" content="Fog">'
    >>> data = read_metadata(read_page(Capture(url="https://a.example/", payload=head)))
    >>> data.window_title, data.titles
    ('Fog - News', (Claim(value='Fog', source='meta og:title'),))
    """
    claims: dict[str, list[Claim]] = {field: [] for field in _FIELDS}
    facts: dict[str, Any] = {}
    scripts = []
    for element in page.noted["head"]:
        tag = element.tag
        if tag == "meta":
            _read_meta(element, claims)
        elif tag == "script":
            if "ld+json" in (element.get("type") or ""):
                scripts.append(element)
        elif tag == "title":
            if "window_title" not in facts and not _in_picture(element):
                facts["window_title"] = _clean(element.text or "")
        elif (
            tag == "link" and "canonical" in (element.get("rel") or "").lower().split()
        ):
            href = (element.get("href") or "").strip()
            facts.setdefault("canonical_url", href and resolve(page.base_url, href))
    for node in _about_page(read_linked_data(scripts), page, facts):
        _read_node(node, claims, facts)
    _read_microdata(page, claims, _addresses_of(page, facts))
    if _RDFA in page.capture.payload:
        _read_rdfa(page.root, claims)
    facts.update((name, tuple(found)) for name, found in claims.items())
    return Metadata(**facts)


def _in_picture(element: HtmlElement) -> bool:
    return next(element.iterancestors("svg", "symbol"), None) is not None


def _clean(value: str) -> str:
    """Undo what templates do to values: entities twice, markup, white space."""
    value = value[:MAX_CHARS]
    if "&" in value:
        value = html.unescape(html.unescape(value))
    return normal_text(_TAG.sub(" ", value) if "</" in value else value)


def _read_meta(element: HtmlElement, claims: dict[str, list[Claim]]) -> None:
    for key in ("property", "name", "itemprop", "http-equiv"):
        name = element.get(key)
        field = field_of(name) if name else None
        if name and field:
            if value := _clean(element.get("content") or element.get("value") or ""):
                claims[field].append(Claim(value, f"meta {name.strip().lower()}"))
            return


def _about_page(
    nodes: list[dict[str, Any]], page: Page, facts: dict[str, Any]
) -> Iterator[dict[str, Any]]:
    """Yield the objects about this page: of several articles, the one that is it."""
    articles = [node for node in nodes if _types(node) & ARTICLE_TYPES]
    if len(articles) > 1:
        here = _addresses_of(page, facts)
        named = [node for node in articles if here & set(_addresses(node))]
        headlines = {str(node.get("headline") or "") for node in articles} - {""}
        window = facts.get("window_title", "").casefold()
        titled = [
            node
            for node in articles
            if (line := _clean(str(node.get("headline") or "")).casefold())
            and line in window
        ]
        if named:
            articles = named
        elif len(headlines) > 1:
            articles = titled
    rest = [node for node in nodes if not _types(node) & ARTICLE_TYPES]
    yield from articles
    yield from rest


def _addresses_of(page: Page, facts: dict[str, Any]) -> set[str]:
    return set(map(shared_address, (page.url, facts.get("canonical_url") or ""))) - {""}


def _types(node: dict[str, Any]) -> set[str]:
    value = node.get("@type") or ("Article" if "headline" in node else "")
    values = value if isinstance(value, list) else [value]
    return {str(kind).rpartition("/")[2].rpartition(":")[2] for kind in values}


def _addresses(node: dict[str, Any]) -> Iterator[str]:
    for key in ("url", "mainEntityOfPage", "@id"):
        for value in _strings(node.get(key)):
            yield shared_address(value)


def _read_node(
    node: dict[str, Any], claims: dict[str, list[Claim]], facts: dict[str, Any]
) -> None:
    """Take the claims of one JSON-LD object."""
    kinds = _types(node)
    is_article = bool(kinds & ARTICLE_TYPES)
    is_page = bool(kinds & _PAGE_TYPES)
    if not (is_article or is_page):
        return
    place = "ld" if is_article else "ld-page"
    claims["kinds"] += [Claim(kind, place) for kind in sorted(kinds)]
    for key, field in _LD.items():
        if key in node:
            values = (_clean(value) for value in _strings(node[key]))
            claims[field] += [
                Claim(value, f"{place} {key}") for value in values if value
            ]
    if is_article and isinstance(text := node.get("articleBody"), str):
        facts.setdefault("told_text", _as_lines(text[:MAX_TEXT]))
    if is_article and "isAccessibleForFree" in node:
        free = str(node["isAccessibleForFree"]).lower()
        facts["is_paywalled"] = free in ("false", "0", "no")


def _strings(value: Any) -> Iterator[str]:
    """Yield the texts a JSON-LD value gives: itself, its name or its address."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield str(value)
    elif isinstance(value, list):
        for part in value[:50]:
            if not isinstance(part, list):
                yield from _strings(part)
    elif isinstance(value, dict):
        for key in ("name", "@value", "url", "@id"):
            if isinstance(value.get(key), str | list):
                yield from _strings(
                    value[key]
                    if isinstance(value[key], str)
                    else [v for v in value[key] if isinstance(v, str)]
                )
                return


def _as_lines(text: str) -> str:
    r"""Return a told text with a line for each paragraph.

    >>> _as_lines("<p>The <b>fog</b> came.</p><p>It stayed &amp; grew.</p>").split("\n")
    ['', 'The fog came.', '', 'It stayed & grew.', '']
    """
    if "</" in text or "<br" in text:
        text = _TAG.sub("", _LINE_TAG.sub("\n", text))
    return html.unescape(text) if "&" in text else text


def _read_microdata(
    page: Page, claims: dict[str, list[Claim]], here: Collection[str]
) -> None:
    """Take the claims of microdata; a day or a writer only if not another item's."""
    of_items: dict[str, list[tuple[HtmlElement, Claim]]] = {n: [] for n in _OF_ITEMS}
    for names in _ITEM_NAMES(page.root):
        for name in (names,) if names in MICRODATA else names.lower().split():
            field = MICRODATA.get(name)
            if not field:
                continue
            element = names.getparent()
            if element.tag == "meta" and field != "published":
                continue
            value = marked_value(element)
            if value and len(value) < MAX_CHARS:
                claim = Claim(_clean(value), f"item {name.lower()}")
                if field in of_items:
                    of_items[field].append((element, claim))
                else:
                    claims[field].append(claim)
    for field, told in of_items.items():
        own = own_properties([element for element, _ in told], page, here)
        if field == "authors":
            own = of_article([element for element, _ in told if element in own])
        claims[field] += [claim for element, claim in told if element in own]


def _read_rdfa(root: HtmlElement, claims: dict[str, list[Claim]]) -> None:
    """Take the days that RDFa tells, in whichever vocabulary."""
    for names in _PROPERTIES(root):
        known = (name.rpartition(":")[2].lower() for name in names.split())
        name = next((name for name in known if name in RDFA), "")
        element = names.getparent()
        value = (element.get("content") or "") if name else ""
        if value and len(value) < MAX_CHARS and not _is_reader_s(element):
            claims["published"].append(Claim(_clean(value), f"rdfa {name}"))


def _is_reader_s(element: HtmlElement) -> bool:
    return any("Comment" in (e.get("typeof") or "") for e in element.iterancestors())


_FIELDS = (
    "titles published modified authors summaries languages sections keywords"
    " site_names kinds images addresses"
).split()
_LD = {
    "headline": "titles",
    "datePublished": "published",
    "dateCreated": "published",
    "dateModified": "modified",
    "author": "authors",
    "creator": "authors",
    "description": "summaries",
    "inLanguage": "languages",
    "articleSection": "sections",
    "keywords": "keywords",
}
_PAGE_TYPES = frozenset({"WebPage", "VideoObject", "Product", "Review", "Event"})
_TAG = re.compile(r"<[^<>]{0,1000}>")
_LINE_TAG = re.compile(r"</?(?:p|br|div|li|ul|ol|h[1-6])\b[^<>]{0,300}>", re.IGNORECASE)
#: What other items in boxes of a page have too.
_OF_ITEMS = ("published", "authors")
_ITEM_NAMES = cast(
    Callable[[HtmlElement], list[Any]],
    etree.XPath("descendant-or-self::*/@itemprop"),
)
#: What a page with RDFa has somewhere, and its properties.
_RDFA = b" typeof="
_PROPERTIES = cast(
    Callable[[HtmlElement], list[Any]],
    etree.XPath("descendant-or-self::*[not(self::meta)]/@property"),
)

"""What "load more" answers with: JSON that holds HTML, or items themselves. Pure."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from parsers.feeds import plain, read_time
from parsers.model import BY_NAME, Capture, Teaser
from parsers.page import Page
from parsers.urls import resolve

#: What every page has, and no rows that a button fetches; it stands near its beginning.
_FRAME, _BEGINNING = re.compile(rb"<(?:html|head|body|title|h1)\b", re.IGNORECASE), 4096
#: Values of a document that are looked at, items taken from it.
MAX_VALUES, MAX_ITEMS = 50_000, 5_000

_TITLES = tuple(
    """
    title headline name caption casename subject titulo título titular titre titel
    titolo tytul baslik judul
    """.split()
)
_URLS = ("url", "link", "href", "permalink", "detailpageurl", "path")
#: Names of titles, addresses and days that sites make up; they count where all is told.
_TITLE = re.compile(r"\w+(?:title|headline)")
_URL = re.compile(
    r"(?!image|img|thumb|icon|logo|photo|picture|video|avatar|author|api|self|next|prev)"
    r"\w+(?:url|link|href)"
)
_DAY = re.compile(
    r"(?:publi\w*|filed|filing|issued?|decision|opinion|posted|created)date"
    r"|date(?:filed|issued|released|posted|decided)"
    r"|(?:fecha|datum|tarih|tanggal)\w*|data(?:de)?publica[cç][aã]o|datapubblicazione"
)
_DATES = (
    "datepublished",
    "publishedat",
    "publishedon",
    "publisheddate",
    "published",
    "publishdate",
    "publishedtime",
    "pubdate",
    "publicationdate",
    "firstpublishedat",
    "releasedate",
    "postdate",
    "newsdate",
    "displaydate",
    "date",
    "createdat",
    "datetime",
    "activefrom",
)
_SUMMARIES = tuple(
    """
    summary description excerpt previewtext lead teaser bajada resumen resumo
    extracto sommario
    """.split()
)
_NEXT = (
    "next",
    "next_url",
    "nexturl",
    "next_page",
    "nextpage",
    "next_page_url",
    "nextpageurl",
    "more_url",
)

#: The folder of an address that answers scripts, and what an item is called in its own.
_API = re.compile(r"/api(?:/v\d[\w.]*)?(?=/\w)")
_SLUG = re.compile(r"[\w.~%-]{3,300}")

_ADDRESS = re.compile(r"https?://|[/?.]|[^\s/]+[/?]")


def is_bare(page: Page) -> bool:
    """Tell whether a page is but rows of a list, with nothing of a page around them."""
    return _FRAME.search(page.capture.payload[:_BEGINNING]) is None


def html_of(capture: Capture, data: Any) -> Capture | None:
    """Return the HTML in a JSON answer as a capture of its own, if there is any."""
    pieces = [
        value
        for _, value in values_of(data)
        if isinstance(value, str) and "<" in value and "href" in value.lower()
    ]
    if not pieces:
        return None
    page = "<!doctype html><meta charset=utf-8>" + "\n".join(pieces)
    headers = (("content-type", "text/html; charset=utf-8"),)
    return replace(capture, payload=page.encode("utf-8", "replace"), headers=headers)


def items_of(capture: Capture, data: Any) -> tuple[Teaser, ...]:
    """Return the items of a JSON answer that lists them with titles and addresses."""
    found: dict[str, Teaser] = {}
    for _, value in values_of(data):
        if not isinstance(value, dict) or len(found) >= MAX_ITEMS:
            continue
        item = _teaser(capture.url, {name_of(k): v for k, v in value.items()})
        if item:
            found.setdefault(item.url, item)
    return tuple(found.values())


def next_of(capture: Capture, data: Any) -> str | None:
    """Return where a JSON answer says its list goes on."""
    for name, value in values_of(data):
        if name.lower() in _NEXT and isinstance(value, str) and _ADDRESS.match(value):
            url = resolve(capture.url, value)
            if url and url != capture.url:
                return url
    return None


def _teaser(base: str, entry: dict[str, Any]) -> Teaser | None:
    title, href = _first(entry, _TITLES), _first(entry, _URLS)
    day = read_time(_first(entry, _DATES) or _first(entry, _like(entry, _DAY)))
    if day is not None:
        title = title or _first(entry, _like(entry, _TITLE))
        href = href or _first(entry, _like(entry, _URL))
    is_named = day is not None and not href
    if is_named:
        href = _named(base, _first(entry, ("slug",)))
    if not title or not href or " " in href.strip():
        return None
    url = resolve(base, href)
    if url is None or url == base:
        return None
    return Teaser(
        url=url,
        title=title[:500],
        published=day,
        summary=_first(entry, _SUMMARIES)[:1_000],
        place=BY_NAME if is_named else "",
    )


def _named(base: str, slug: str) -> str:
    """Return where an item lies whose data give but its name, or nothing.

    Pages lie as what answers their scripts does; it is for a crawl to doubt that.

    >>> _named("https://h.example/api/v1/news?offset=9", "fog-7")
    'https://h.example/news/fog-7'
    >>> _named("https://h.example/news", "fog-7")
    ''
    """
    folder = base.partition("?")[0].rstrip("/")
    pages = _API.sub("", folder, count=1)
    return f"{pages}/{slug}" if pages != folder and _SLUG.fullmatch(slug) else ""


def name_of(key: object) -> str:
    """Return a name without the signs that sites divide its words by."""
    return str(key).lower().replace("_", "").replace("-", "")


def _like(entry: dict[str, Any], made: re.Pattern[str]) -> Iterator[str]:
    return (name for name in entry if made.fullmatch(name))


def _first(entry: dict[str, Any], names: Iterable[str]) -> str:
    for name in names:
        value = entry.get(name)
        if isinstance(value, dict):
            value = value.get("rendered")
        if isinstance(value, str | int) and not isinstance(value, bool) and value:
            return plain(str(value))
    return ""


def values_of(data: Any) -> Iterator[tuple[str, Any]]:
    """Yield the values of a document with their names, outer ones first, in order."""
    waiting: list[tuple[str, Any]] = [("", data)]
    for place, (name, value) in enumerate(waiting):
        if place >= MAX_VALUES:
            return
        yield name, value
        if isinstance(value, dict):
            waiting.extend((str(key), inner) for key, inner in value.items())
        elif isinstance(value, list):
            waiting.extend((name, inner) for inner in value)

"""Captures read as listings: pages, feeds, sitemaps, JSON, told by content. Pure."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from parsers import feeds, sitemaps
from parsers.block_walk import walk
from parsers.data import read_data
from parsers.lists.inner_pages import inner_urls, large_frames
from parsers.lists.past_lists import past_urls
from parsers.lists.sections import find_sections, without_folders
from parsers.lists.strips import find_strips
from parsers.lists.time_indexes import index_urls
from parsers.model import INDEX, Capture, Listing, Problem, ProblemKind, Teaser
from parsers.page import Page, read_page
from parsers.pagination import (
    Pagination,
    counted,
    days,
    find_pagination,
    find_ruled,
    months,
)
from parsers.pagination.later import later_urls
from parsers.problem import find_problem, find_wall
from parsers.rules import ListingSelects, Rules
from parsers.templates import embedded, find_items, fragment, ruled
from parsers.urls import is_front, normalize
from parsers.xml_tree import unzipped, without_doctype

#: How far the root of a document is looked for.
_HEAD = 16_000
_ROOT = re.compile(
    r"(?:\s|<\?[^>]{0,500}>|<!--.{0,2000}?-->)*"
    r"<(?:[\w.-]{1,20}:)?([a-zA-Z][\w.-]{0,30})",
    re.DOTALL,
)
#: The declaration of an XML document, and the name of its root.
_DECLARED = re.compile(
    rb"<\?xml\s[^>]{0,200}\?>(?:\s|<\?[^>]{0,500}>|<!--.{0,2000}?-->)*"
    rb"<(?:[\w.-]{1,20}:)?([a-zA-Z][\w.-]{0,30})",
    re.DOTALL,
)
#: A box beside a list that stands in a frame shows no more items.
_FEW = 10
#: What a page is that only leads on to others.
_SAYS_NOTHING = frozenset((ProblemKind.EMPTY, ProblemKind.SCRIPT))
#: Stands for the address of a page that came without one.
_NOWHERE = "http://unknown.invalid/"
_MARKS = "\ufeff\u00ef\u00bb\u00bf\u00fe\u00ff \t\r\n"


def parse_listing(
    capture: Capture | Page,
    *,
    rules: Rules | None = None,
    places: Collection[str] = (),
) -> Listing | Problem:
    """Return the items of a listing, where it goes on, and which feeds it announces.

    ``places`` are where the lists of this site are known to show their items
    (``Teaser.place``), which tells a list of one from a link.

    >>> page = b"<urlset><url><loc>https://h.example/news/1</loc></url></urlset>"
    >>> parse_listing(Capture(url="https://h.example/sitemap.xml", payload=page)).kind
    'sitemap'
    """
    source = _from_declaration(
        capture.capture if isinstance(capture, Page) else capture
    )
    head = _head(source.payload)
    root = _ROOT.match(head)
    name = root[1].lower() if root else ""
    if name in feeds.ROOTS:
        return feeds.read_feed(source)
    if name in sitemaps.ROOTS:
        return sitemaps.read_sitemap(source)
    data = read_data(source, head, name)
    if isinstance(data, dict | list):
        return _parse_json(source, data, rules)
    if not name and sitemaps.is_text_sitemap(unzipped(source.payload)):
        return sitemaps.read_text_sitemap(source)
    if not source.payload.strip(b"\xef\xbb\xbf\0 \t\r\n\f"):
        detail = "the answer has no bytes"
        return Problem(kind=ProblemKind.EMPTY, detail=detail, url=source.url)
    if source.payload.startswith(b"\x1f\x8b"):
        detail = "the gzip file holds no feed and no sitemap"
        return Problem(kind=ProblemKind.FEED, detail=detail, url=source.url)
    page = capture if isinstance(capture, Page) else read_page(source)
    if _is_address(page.url):
        return _parse_page(page, rules, places)
    return _without_base(_parse_page(with_address(page), rules, places), source.url)


def with_address(page: Page) -> Page:
    """Return a page that came without an address with one that stands for it."""
    if _is_address(page.url):
        return page
    base = page.base_url if _is_address(page.base_url) else _NOWHERE
    return replace(page, url=_NOWHERE, base_url=base)


def _is_address(url: str) -> bool:
    try:
        return bool(normalize(url))
    except ValueError:
        return False


def _without_base(listing: Listing | Problem, url: str) -> Listing | Problem:
    """Return a listing of a page whose address nobody knows: paths are all there is."""
    if isinstance(listing, Problem):
        return replace(listing, url=url)
    items = (replace(item, url=_path(item.url)) for item in listing.items)
    return replace(
        listing,
        url=url,
        items=tuple(items),
        next_url=_path(listing.next_url) if listing.next_url else None,
        older_url=_path(listing.older_url) if listing.older_url else None,
        pages=tuple(map(_path, listing.pages)),
        feeds=tuple(map(_path, listing.feeds)),
        archives=tuple(map(_path, listing.archives)),
        later=tuple(map(_path, listing.later)),
    )


def _path(url: str) -> str:
    return url.removeprefix(_NOWHERE[:-1])


def _head(payload: bytes) -> str:
    """Return where a document begins, as far as its root is told by it."""
    head = unzipped(payload[: 4 * _HEAD])[:_HEAD].replace(b"\0", b"")
    return without_doctype(head.decode("latin-1").lstrip(_MARKS))


def _from_declaration(capture: Capture) -> Capture:
    """Return a feed or sitemap without what its server printed before it."""
    found = _DECLARED.search(capture.payload[:_HEAD])
    if found is None or not found.start():
        return capture
    root = found[1].decode().lower()
    if root not in feeds.ROOTS and root not in sitemaps.ROOTS:
        return capture
    return replace(capture, payload=capture.payload[found.start() :])


def _parse_page(
    page: Page, rules: Rules | None, places: Collection[str] = ()
) -> Listing | Problem:
    if wall := find_wall(page):
        return wall
    selects = _selects(page.capture, rules)
    pagination = find_ruled(page, selects) or find_pagination(page)
    items = ruled.find(page, selects) if selects.item else ()
    if not selects.item:
        items, way = _items(page, pagination, places)
        if way == "embedded" and not pagination.next_url:
            pagination = _with_next(pagination, embedded.next_url(page), "load-more")
    older_url, archive = pagination.older_url, ""
    if not pagination.pages and not pagination.style:
        next_url = counted.following_url(page, items)
        pagination = _with_next(pagination, next_url, "counted")
    # what counts days, not pages; or the year ends here, and the list does not
    is_calendar = all(map(_is_of_calendar, pagination.pages))
    is_last = not (older_url or pagination.next_url)
    if is_calendar or (is_last and months.is_page_of_span(page)):
        older_url, archive = _older(page, items)
    index = () if pagination.pages or selects.item else index_urls(page)
    is_only = set(index).issuperset(item.url for item in items)
    if index and (is_only or not (older_url or is_front(page.url))):
        items, older_url, archive = () if is_only else items, index[0], INDEX
    is_paged = bool(pagination.pages or older_url)
    if not items and not is_paged:
        blocks = walk(page)
        problem = find_problem(page, None, blocks=blocks)
        says_nothing = problem is None or problem.kind in _SAYS_NOTHING
        if says_nothing and (inner := inner_urls(page, blocks)):
            return Listing(url=page.url, sections=inner, language=page.language)
        if problem:
            return problem
    sections = () if is_paged or selects.item else _sections(page, items)
    if items:  # a list that shows nothing may be broken
        sections = tuple(dict.fromkeys((*sections, *past_urls(page, items))))
    own = without_folders([item for item in items if item.url not in sections])
    return Listing(
        url=page.url,
        items=own or items,
        next_url=pagination.next_url,
        older_url=older_url,
        leads_back=pagination.leads_back or months.is_later(page, pagination.next_url),
        pages=pagination.pages,
        pagination=archive or pagination.style,
        feeds=feeds.announced_feeds(page),
        sections=sections,
        archives=months.archive_urls(page) if pagination.next_url else index,
        later=later_urls(page),
        language=page.language,
    )


def _items(
    page: Page, pagination: Pagination, places: Collection[str]
) -> tuple[tuple[Teaser, ...], str]:
    """Return the items of a page and the way; what is called by a month is none.

    Unless there is nothing else below the page: the issues of a bulletin.
    """
    pages = pagination.pages
    if not pages and (turns := days.turns(page)):
        return find_items(page, pages=turns, places=places)
    if not pages and (archive := months.named_urls(page)):
        folder = archive[0].rpartition("/")[0] + "/"
        items, way = find_items(page, pages=archive, places=places)
        if any(item.url.startswith(folder) for item in items):
            return items, way
    return find_items(page, pages=pages, places=places)


def _is_of_calendar(url: str) -> bool:
    return days.day_of(url) is not None or months.asks_month(url)


def _sections(page: Page, items: Sequence[Teaser]) -> tuple[str, ...]:
    if found := find_sections(page, items) or find_strips(page, items):
        return found
    return large_frames(page) if len(items) <= _FEW else ()


def _older(page: Page, items: Sequence[Teaser]) -> tuple[str | None, str]:
    """Return where the archive of a list goes on that is cut by time, and how."""
    for style, module in (("months", months), ("days", days)):
        if url := module.older_url(page, items):
            return url, style
    return None, ""


def _with_next(pagination: Pagination, next_url: str | None, style: str) -> Pagination:
    if next_url is None:
        return pagination
    pages = (*pagination.pages, next_url)
    return replace(pagination, next_url=next_url, pages=pages, style=style)


def _parse_json(
    capture: Capture, data: dict[str, Any] | list[Any], rules: Rules | None
) -> Listing:
    if isinstance(data, dict) and "jsonfeed.org" in str(data.get("version")):
        return feeds.read_json_feed(capture, data)
    listing: Listing | Problem = Listing(url=capture.url)
    if page := fragment.html_of(capture, data):
        listing = _parse_page(read_page(page), rules)
    if isinstance(listing, Problem) or not listing.items:
        items = fragment.items_of(capture, data)
        listing = Listing(url=capture.url, items=items)
    more = fragment.next_of(capture, data)
    if more is None and listing.next_url is None:
        more = counted.after_full(capture.url, len(listing.items))
    if more is None or listing.next_url:
        return listing
    pages = (*listing.pages, more)
    return replace(listing, next_url=more, pages=pages, pagination="load-more")


def _selects(capture: Capture, rules: Rules | None) -> ListingSelects:
    if rules is None:
        return ListingSelects()
    day: date | None = capture.captured_at.date() if capture.captured_at else None
    return rules.listing.on(day)

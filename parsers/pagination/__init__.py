"""Ways through a listing: what comes next, and every pagination link of a page. Pure.

A style is one module with a ``next_url`` and one line in ``STYLES``.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from parsers.page import Page
from parsers.pagination import (
    labelled,
    load_more,
    numbered,
    pagen,
    rel_next,
    written,
)
from parsers.pagination.links import Pager, read_pager
from parsers.rules import ListingSelects, select

#: Ways to the next page, surest first; the first that answers wins.
STYLES: dict[str, Callable[[Pager], str | None]] = {
    "pagen": pagen.next_url,
    "rel-next": rel_next.next_url,
    "labelled": labelled.next_url,
    "numbered": numbered.next_url,
    "written": written.next_url,
    "load-more": load_more.next_url,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pagination:
    """Where a listing goes on, all its pagination links, and the style that told.

    ``leads_back`` if what the page calls its next are newer items.
    """

    next_url: str | None = None
    older_url: str | None = None
    leads_back: bool = False
    pages: tuple[str, ...] = ()
    style: str = ""


def find_ruled(page: Page, selects: ListingSelects) -> Pagination | None:
    """Return the pagination that a site file's rules find, if it has any."""
    if not selects.next and not selects.pagination:
        return None
    found = find_pagination(page)
    if selects.pagination:
        style = STYLES.get(selects.pagination)
        next_url = style(read_pager(page)) if style else None
        return replace(found, next_url=next_url, style=selects.pagination)
    hrefs = (link.get("href") for link in select(page.root, selects.next))
    urls = (page.resolve(href) for href in hrefs if href)
    next_url = next((url for url in urls if url), None)
    pages = dict.fromkeys((*found.pages, *([next_url] if next_url else ())))
    return replace(
        found, next_url=next_url, older_url=None, pages=tuple(pages), style="rules"
    )


def find_pagination(page: Page) -> Pagination:
    """Return the pagination of a page; without a pager, an empty one."""
    pager = read_pager(page)
    next_url, style = None, ""
    for style, find in STYLES.items():  # noqa: B007
        if next_url := find(pager):
            break
    pages = [link.url for link in pager.links()]
    pages += [url for url in rel_next.heads(pager) if url]
    if next_url:
        pages.append(next_url)
    return Pagination(
        next_url=next_url,
        older_url=labelled.older_url(pager),
        leads_back=next_url is not None and next_url == labelled.newer_url(pager),
        pages=tuple(dict.fromkeys(pages)),
        style=style if next_url else "",
    )

"""Ways through a listing: what comes next, and every pagination link of a page. Pure.

A style is one module with a ``next_url`` and one line in ``STYLES``.
"""

from collections.abc import Callable
from dataclasses import dataclass

from parsers.page import Page
from parsers.pagination import labelled, load_more, numbered, pagen, rel_next
from parsers.pagination.links import Pager, read_pager

#: Ways to the next page, surest first; the first that answers wins.
STYLES: dict[str, Callable[[Pager], str | None]] = {
    "pagen": pagen.next_url,
    "rel-next": rel_next.next_url,
    "labelled": labelled.next_url,
    "numbered": numbered.next_url,
    "load-more": load_more.next_url,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pagination:
    """Where a listing goes on, all its pagination links, and the style that told."""

    next_url: str | None = None
    older_url: str | None = None
    pages: tuple[str, ...] = ()
    style: str = ""


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
        pages=tuple(dict.fromkeys(pages)),
        style=style if next_url else "",
    )

"""Captures read as listings: HTML, feeds and sitemaps, told apart by content. Pure."""

from collections.abc import Callable

from parsers.model import Capture, Listing, Problem
from parsers.page import Page, read_page
from parsers.pagination import find_pagination
from parsers.profile import Profile
from parsers.rules import Rules
from parsers.templates import find_items


def parse_listing(
    capture: Capture | Page,
    *,
    profile: Profile | None = None,
    rules: Rules | None = None,
    known: Callable[[str], bool] | None = None,
) -> Listing | Problem:
    """Return the items of a page, where it goes on, and which feeds it announces."""
    page = capture if isinstance(capture, Page) else read_page(capture)
    pagination = find_pagination(page)
    items, _ = find_items(page, has_pager=bool(pagination.pages))
    return Listing(
        url=page.url,
        items=items,
        next_url=pagination.next_url,
        older_url=pagination.older_url,
        pages=pagination.pages,
        pagination=pagination.style,
        language=page.language,
    )

"""Links that say nothing we know and lead on by just the items shown. Pure."""

from collections.abc import Sequence

from parsers.model import Teaser
from parsers.page import Page
from parsers.pagination.belief import SIZES
from parsers.pagination.candidates import MAX_LINKS
from parsers.pagination.numbering import is_page_name, moving, value_of
from parsers.urls import resolve

#: A list of fewer items than this has no second page that is told by their count.
_LEAST_ITEMS = 5


def following_url(page: Page, items: Sequence[Teaser]) -> str | None:
    """Return the one link by whose number alone the list goes on where it ends.

    The number is the next page's, or grows by the count of items shown. Where several
    links fit, none is believed.
    """
    listed = {item.url for item in items}
    found: dict[str, None] = {}
    for count, element in enumerate(page.root.iter("a")):
        if count >= MAX_LINKS:
            break
        href = element.get("href") or ""
        if "=" not in href:
            continue
        url = resolve(page.base_url, href, encoding=page.encoding)
        if url and url not in listed and _follows(url, page.url, len(items)):
            found[url] = None
    return next(iter(found)) if len(found) == 1 else None


def _follows(url: str, page_url: str, count: int) -> bool:
    name = moving([page_url, url])
    there = value_of(url, name) if name else None
    if name is None or there is None or SIZES.fullmatch(name):
        return False
    here = value_of(page_url, name)
    if is_page_name(name) and there == (here or 1) + 1:
        return True
    return count >= _LEAST_ITEMS and there - (here or 0) == count

"""Shapes of listings: each finds the items of a page, or passes. Pure.

A template is one module with a ``find`` and one line in ``TEMPLATES``; ``ruled`` comes
before all where a site file has rules, ``fragment`` reads what is no page at all.
"""

from collections.abc import Callable, Collection
from dataclasses import replace

from parsers.model import Teaser
from parsers.page import Page
from parsers.templates import embedded, linked, repeated

#: Ways to a page's items, surest first; the first that answers wins.
TEMPLATES: dict[
    str, Callable[[Page, Collection[str], Collection[str]], tuple[Teaser, ...]]
] = {
    "repeated": repeated.find,
    "linked": linked.find_titled,
    "embedded": embedded.find,
}


def find_items(
    page: Page, *, pages: Collection[str] = (), places: Collection[str] = ()
) -> tuple[tuple[Teaser, ...], str]:
    """Return the items of a page and the template that found them.

    ``pages`` are the pagination links: no items, and where there are any the page is
    a listing, however much it says besides. ``places`` are where lists of the site are
    known to show their items, be it a single one. What the page tells machines of an
    item fills what it does not show.
    """
    for name, find in TEMPLATES.items():
        if items := find(page, pages, places):
            return _filled(page, items), name
    return (), ""


def _filled(page: Page, items: tuple[Teaser, ...]) -> tuple[Teaser, ...]:
    told = linked.find(page)
    if not told:
        return items
    return tuple(
        replace(
            item,
            published=item.published or told[item.url].published,
            summary=item.summary or told[item.url].summary,
        )
        if item.url in told
        else item
        for item in items
    )

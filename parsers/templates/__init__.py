"""Shapes of listings: each finds the items of a page, or passes. Pure.

A template is one module with a ``find`` and one line in ``TEMPLATES``.
"""

from collections.abc import Callable

from parsers.model import Teaser
from parsers.page import Page
from parsers.templates import repeated

#: Ways to a page's items, surest first; the first that answers wins.
TEMPLATES: dict[str, Callable[[Page, bool], tuple[Teaser, ...]]] = {
    "repeated": repeated.find,
}


def find_items(
    page: Page, *, has_pager: bool = False
) -> tuple[tuple[Teaser, ...], str]:
    """Return the items of a page and the template that found them.

    Where a pager leads on, the page is a listing, however much it says besides.
    """
    for name, find in TEMPLATES.items():
        if items := find(page, has_pager):
            return items, name
    return (), ""

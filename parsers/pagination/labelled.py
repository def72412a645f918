"""A link that says it is the next page: by word, arrow or class. Pure."""

from parsers.pagination import numbered
from parsers.pagination.candidates import Group, PageLink
from parsers.pagination.links import Pager
from parsers.pagination.numbering import continues, number_in, numbers
from parsers.pagination.words import arrow_role, label_role


def next_url(pager: Pager) -> str | None:
    """Return where the first link called "next" leads, this listing's own before all.

    Items of several pages may show a pager of theirs.
    """
    found = [url for group in pager.groups if (url := next_in(group, pager.page_url))]
    own = (url for url in found if continues(url, pager.page_url))
    return next(own, found[0] if found else None)


def next_in(group: Group, page_url: str) -> str | None:
    """Return where the link called "next" of one pager leads.

    A bare arrow that leads past the next number leads to the end.
    """
    link = next((link for link in group.links if link.role == "next"), None)
    if link is None:
        return None
    near = numbered.next_in(group, page_url) if arrow_role(link.text) else None
    return near if near and _is_past(link, near) else link.url


def _is_past(link: PageLink, near: str) -> bool:
    """Tell whether a link leads farther on by the number that another address has."""
    there = dict(numbers(link.url))
    return any(there.get(place, 0) > number for place, number in numbers(near))


def older_url(pager: Pager) -> str | None:
    """Return where older items follow if the page calls that its previous page.

    Some makes turn pages like a book read from its end: "previous" is older.
    """
    for link in pager.links():
        if link.role == "prev" and link.is_older:
            return link.url
    back = [link for link in pager.links() if link.role == "prev"]
    ahead = [link for link in pager.links() if link.role == "next"]
    is_first = number_in(pager.page_url) is None
    if is_first and back and not ahead and (number_in(back[0].url) or 0) > 1:
        return back[0].url
    return None


def newer_url(pager: Pager) -> str | None:
    """Return where newer items stand if the page calls that its next page."""
    for link in pager.links():
        if link.role == "next" and label_role(link.text) == "newer":
            return link.url
    return None

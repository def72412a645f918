"""A link that says it is the next page: by word, arrow or class. Pure."""

from parsers.pagination.candidates import Group
from parsers.pagination.links import Pager
from parsers.pagination.numbering import continues, number_in


def next_url(pager: Pager) -> str | None:
    """Return where the first link called "next" leads, this listing's own before all.

    Items of several pages may show a pager of theirs.
    """
    found = [url for group in pager.groups if (url := next_in(group))]
    own = (url for url in found if continues(url, pager.page_url))
    return next(own, found[0] if found else None)


def next_in(group: Group) -> str | None:
    """Return where the link called "next" of one pager leads."""
    return next((link.url for link in group.links if link.role == "next"), None)


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

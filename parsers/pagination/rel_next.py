"""``rel=next``, on a link of the page or in its head. Pure."""

from parsers.pagination.candidates import PageLink
from parsers.pagination.links import Pager
from parsers.pagination.numbering import continues


def next_url(pager: Pager) -> str | None:
    """Return what the page itself names as its next page.

    A head may name the next article instead, so its word counts only where the
    address goes on from this one, or a pager of the page leads there too.
    """
    for link in pager.links():
        rel = (link.element.get("rel") or "").lower().split()
        if link.role == "next" and "next" in rel:
            return link.url
    return next((link.url for link in _sure(pager) if link.role == "next"), None)


def heads(pager: Pager) -> list[str]:
    """Return the neighbors that the head names, as far as they can be believed."""
    return [link.url for link in _sure(pager)]


def _sure(pager: Pager) -> list[PageLink]:
    """Return the head's neighbors, unless the pager that readers see knows better."""
    shown = {link.url for link in pager.links()}
    return [
        link
        for link in pager.heads
        if link.url in shown or (not shown and continues(link.url, pager.page_url))
    ]

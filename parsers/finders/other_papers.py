"""Links to papers that are items themselves, in lists of news beside a text. Pure."""

from itertools import islice

from lxml.html import HtmlElement

from parsers.body.read_also import READ_ALSO
from parsers.finders.attachments import may_be_file
from parsers.templates.beside import says_news
from parsers.visible import visible_text

#: A list has no more entries that are looked at; its head stands so far above.
_MOST, _HEADED = 40, 2
_HEADS = frozenset(["h2", "h3", "h4", "h5", "h6"])


def is_of_others(link: HtmlElement) -> bool:
    """Tell whether a link leads to another item that happens to be a paper.

    A line bids to read it, or it stands in a list of which most link pages, or which
    is called news.
    """
    box = link.getparent()
    if box is None:
        return False
    said = visible_text(link)
    before = visible_text(box).partition(said)[0].strip(" :：.…") if said else ""
    if before and READ_ALSO.fullmatch(before):
        return True
    entry = next(link.iterancestors("li"), None)
    entries = entry.getparent() if entry is not None else None
    if entries is None:
        return False
    linked = [
        href
        for one in islice(entries.iterchildren("li"), _MOST)
        if (href := next((a.get("href") for a in one.iter("a")), None))
    ]
    pages = [href for href in linked if not may_be_file(href)]
    return 2 * len(pages) >= len(linked) or says_news(_head_over(entries))


def _head_over(entries: HtmlElement) -> str:
    """Return the heading right above a list, or above the box that holds it."""
    box: HtmlElement | None = entries
    for _ in range(_HEADED):
        if box is None:
            break
        before = box.getprevious()
        if before is not None:
            return visible_text(before) if before.tag in _HEADS else ""
        box = box.getparent()
    return ""

"""Strips of a page, each with a link to where all of it is listed. Pure."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import islice
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from parsers.model import Teaser
from parsers.page import Page
from parsers.pagination.candidates import short_text
from parsers.pagination.load_more import says_more
from parsers.pagination.words import label_role
from parsers.templates.address_shapes import shape_of
from parsers.urls import is_front, plain_url

#: A strip shows so many items at least; there are so many strips, of this share of all.
#: Some items stand in two of them, and some above them alone: what is featured.
_ITEMS, _LEAST, _MOST, _SHARE = 2, 2, 16, 2 / 3
#: A strip is a box so far above its links; what leads to all of it says little.
_BOXES, _LABEL = 8, 32
_MOST_LINKS = 5000
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])


def find_strips(page: Page, items: Sequence[Teaser]) -> tuple[str, ...]:
    """Return where the heading of each strip, or "View all" at its end, leads.

    Items and sections of some suites are one page and a number, so that addresses say
    nothing. The front page of a whole site has strips of much that is no news, unless
    all of it is made alike.
    """
    shapes = {shape_of(item.url) for item in items}
    if is_front(page.url) and (len(shapes) > 1 or "" in shapes):
        return ()
    titles = {plain_url(item.url): item.title for item in items}
    held: defaultdict[HtmlElement, set[str]] = defaultdict(set)
    leading: list[tuple[HtmlElement, str]] = []
    for link in islice(page.root.iter("a"), _MOST_LINKS):
        href = link.get("href")
        url = page.resolve(href) if href else None
        # each link to one item may name a visit of its own
        plain = plain_url(url) if url else ""
        if plain in titles and not _heads_rows(link, titles[plain]):
            for box in islice(link.iterancestors(), _BOXES):
                held[box].add(plain)
        elif url and _is_near(url, page.url) and _leads_to_all(link):
            leading.append((link, url))
    found: dict[HtmlElement, str] = {}
    for link, url in leading:
        boxes = islice(link.iterancestors(), _BOXES)
        strip = next((box for box in boxes if len(held[box]) >= _ITEMS), None)
        if strip is not None:
            found.setdefault(strip, url)
    around = {box for strip in found for box in strip.iterancestors()}
    found = {strip: url for strip, url in found.items() if strip not in around}
    shown = set[str]().union(*(held[strip] for strip in found))
    are_apart = len(shown) >= _SHARE * sum(len(held[strip]) for strip in found)
    are_all = len(shown) >= _SHARE * len(titles)
    is_whole = are_apart and are_all and _LEAST <= len(found) <= _MOST
    return tuple(dict.fromkeys(found.values())) if is_whole else ()


def _heads_rows(link: HtmlElement, title: str) -> bool:
    """Tell whether a link that was taken for an item's heads a strip of them.

    Rows whose titles are no links begin with the heading above them.
    """
    text = short_text(link, _LABEL)
    return _is_heading(link) and bool(text) and not title.startswith(text)


def _is_near(url: str, page_url: str) -> bool:
    """Tell whether an address is another one of the same host."""
    return url != page_url and urlsplit(url).netloc == urlsplit(page_url).netloc


def _leads_to_all(link: HtmlElement) -> bool:
    """Tell whether a link heads a strip, or asks for all or more of it."""
    text = short_text(link, _LABEL)
    if not text or len(text) > _LABEL:
        return False
    if label_role(text) == "all" or says_more(text):
        return True
    return _is_heading(link)


def _is_heading(link: HtmlElement) -> bool:
    return any(box.tag in _HEADINGS for box in islice(link.iterancestors(), 2))

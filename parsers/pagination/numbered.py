"""Numbered links without a word for "next": from one, zero, or by offset. Pure."""

import re
from itertools import pairwise

from lxml.html import HtmlElement

from parsers.pagination.candidates import Group, PageLink
from parsers.pagination.links import Pager
from parsers.pagination.numbering import continues, numbers, shape

_DATES = re.compile(r"\d{1,4}([-./])\d{1,2}\1\d{1,4}")
_NUMBERS = re.compile(r"(?<![\d.,])\d{1,6}(?![\d.,])")


def next_url(pager: Pager) -> str | None:
    """Return the page after this one in the first numbered pager of this listing."""
    for group in pager.groups:
        goes_on = any(
            continues(link.url, pager.page_url)
            or shape(link.url) == shape(pager.page_url)
            for link in group.links
        )
        if goes_on and (url := next_in(group, pager.page_url)):
            return url
    return None


def next_in(group: Group, page_url: str) -> str | None:
    """Return the page after this one in one pager, whichever way it counts."""
    links = [link for link in group.links if link.number is not None]
    if not links:
        return None
    here = dict(numbers(page_url))
    for link in links:
        for place, _ in numbers(link.url):
            if place in here and (value := here[place]) is not None:
                return _after(links, place, value, is_down=_counts_down(group))
    step = -1 if _counts_down(group) else 1
    shown = _shown(group, links)
    return next((x.url for x in links if x.number == shown + step), None)


def _after(
    links: list[PageLink], place: str, value: int, *, is_down: bool
) -> str | None:
    places = [
        (there, link.url)
        for link in links
        if (there := dict(numbers(link.url)).get(place)) is not None
    ]
    if is_down:
        return max((p for p in places if p[0] < value), default=(0, None))[1]
    return min((p for p in places if p[0] > value), default=(0, None))[1]


def _counts_down(group: Group) -> bool:
    """Tell whether the newest page has the highest number."""
    words = _NUMBERS.findall(_pieces(group.box))
    shown = [int(word) for word in words]
    falls = sum(b == a - 1 for a, b in pairwise(shown))
    return falls > sum(b == a + 1 for a, b in pairwise(shown))


def _pieces(box: HtmlElement) -> str:
    """Return the text of a box with a blank between its pieces: "1", "2" is no 12."""
    kept, length = [], 0
    for piece in box.itertext():
        kept.append(piece[:320])
        length += len(piece)
        if length > 1_000:
            break
    return " ".join(kept)


def _shown(group: Group, links: list[PageLink]) -> int:
    """Return the number of this page: the one that is not a link, else 1."""
    linked = {link.number for link in links}
    words = _NUMBERS.findall(_DATES.sub(" ", _pieces(group.box)))
    shown = [int(word) for word in words]
    places = [at for at, number in enumerate(shown) if number in linked]
    wanted = [
        (min(abs(at - place) for place in places), at, number)
        for at, number in enumerate(shown)
        if places and number not in linked and {number - 1, number + 1} & linked
    ]
    return min(wanted)[2] if wanted else 1

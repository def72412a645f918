"""Numbered links without a word for "next": from one, zero, or by offset. Pure."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from lxml.html import HtmlElement

from parsers.pagination.candidates import Group, PageLink
from parsers.pagination.links import Pager
from parsers.pagination.numbering import (
    adds_to,
    continues,
    extends,
    is_below,
    moving,
    numbers,
    shape,
    value_of,
)

#: A pager by offsets has at least so many items a page.
_LEAST_STEP = 5
_DATES = re.compile(r"\d{1,4}([-./])\d{1,2}\1\d{1,4}")
_NUMBERS = re.compile(r"(?<![\d.,])\d{1,6}(?![\d.,])")


def next_url(pager: Pager) -> str | None:
    """Return the page after this one in the first numbered pager of this listing."""
    for group in pager.groups:
        goes_on = any(
            continues(link.url, pager.page_url)
            or shape(link.url) == shape(pager.page_url)
            or (link.number is not None and extends(link.url, pager.page_url))
            for link in group.links
        )
        if not (
            goes_on
            or ("?" not in pager.page_url and _says_its_numbers(group))
            or _counter(_numbered(group), pager.page_url) is not None
        ):
            continue
        if url := next_in(group, pager.page_url):
            return url
    return None


def _says_its_numbers(group: Group) -> bool:
    """Tell whether each link of what is called a pager asks for the page it shows.

    The list of a board may have another address than its pages: /press, and
    /index.php?mid=press&page=2.
    """
    links = _numbered(group)
    asked = [dict(numbers(link.url)).get("?page") for link in links]
    is_said = [link.number for link in links] == asked
    return group.is_named and len(group.links) > 1 and bool(links) and is_said


def next_in(group: Group, page_url: str) -> str | None:
    """Return the page after this one in one pager, whichever way it counts."""
    links = _numbered(group)
    if not links:
        return None
    is_down = _counts_down(group)
    is_first = any(is_below(link.url, page_url) for link in links)
    here = {
        place: value
        for place, value in (() if is_first else numbers(page_url))
        if any(dict(numbers(link.url)).get(place) != value for link in links)
    }
    for link in links:
        for place, _ in numbers(link.url):
            if (value := here.get(place)) is not None:
                values = (
                    (dict(numbers(x.url)).get(place), x.url)
                    for x in links
                    if place != "/" or not _is_folder_of(x.url, page_url)
                )
                return _after(values, value, is_down=is_down)
    name = _counter(links, page_url)
    if name and (at := value_of(page_url, name)) is not None:
        values = ((value_of(x.url, name), x.url) for x in links)
        return _after(values, at, is_down=is_down)
    shown = _shown(group, links) + (-1 if is_down else 1)
    found = next((x.url for x in links if x.number == shown), None)
    other = _newest if is_down else _first_offset
    return found or other(group, links)


def _newest(group: Group, links: Sequence[PageLink]) -> str | None:
    """Return the page of the highest number where each is a link, this page's too.

    That is this page once more, by its number, or the next one. Years end at no one.
    """
    shown = set(map(int, _NUMBERS.findall(_pieces(group.box))))
    linked = {link.number or 0: link.url for link in links}
    is_whole = 1 in linked and shown <= linked.keys()
    return linked[max(linked)] if is_whole else None


def _is_folder_of(url: str, page_url: str) -> bool:
    """Tell whether an address is a folder of a page: a number in it is no page's.

    >>> _is_folder_of("https://h.example/desk/4321", "https://h.example/desk/4321/30")
    True
    """
    return page_url.partition("?")[0].startswith(
        url.partition("?")[0].rstrip("/") + "/"
    )


def _numbered(group: Group) -> list[PageLink]:
    return [link for link in group.links if link.number is not None]


def _counter(links: Sequence[PageLink], page_url: str) -> str | None:
    """Return the parameter by which a pager counts, whatever it is called.

    What else the links say, the page's own address may leave out.
    """
    urls = [link.url for link in links]
    if not urls:
        return None
    named = (place[1:] for place, _ in numbers(urls[0]) if place[0] == "?")
    names = (moving(urls), *named)
    fitting = (n for n in names if n and adds_to(urls[0], page_url, n))
    return moving([page_url, *urls]) or next(fitting, None)


def _first_offset(group: Group, links: Sequence[PageLink]) -> str | None:
    """Return the second page where a pager shows how many items precede each.

    On the first page nothing is left out: "0 | 10 | 20", or "1 | 11 | 21".
    """
    first = min(links, key=lambda link: link.number or 0)
    shown = {int(word) for word in _NUMBERS.findall(_pieces(group.box))}
    for base in shown & {0, 1}:
        step = (first.number or 0) - base
        rests = {((link.number or 0) - base) % step for link in links if step}
        if step >= _LEAST_STEP and rests == {0}:
            return first.url
    return None


def _after(
    values: Iterable[tuple[int | None, str]], value: int, *, is_down: bool
) -> str | None:
    places = [(there, url) for there, url in values if there is not None]
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
    """Return the number of this page: the one that is not a link, else 1.

    What is around the links tells first: a short list in the same box has its numbers.
    """
    found = (_shown_in(box, links) for box in _boxes(group))
    return next((number for number in found if number is not None), 1)


def _boxes(group: Group) -> Iterator[HtmlElement]:
    """Yield what holds all links of a pager, from the nearest on, to its box."""
    first, last = ([*group.links[n].element.iterancestors()] for n in (0, -1))
    if group.box in first:
        yield from (box for box in first[: first.index(group.box)] if box in last)
    yield group.box


def _shown_in(box: HtmlElement, links: Sequence[PageLink]) -> int | None:
    linked = {link.number for link in links}
    words = _NUMBERS.findall(_DATES.sub(" ", _pieces(box)))
    shown = [int(word) for word in words]
    places = [at for at, number in enumerate(shown) if number in linked]
    wanted = [
        (min(abs(at - place) for place in places), at, number)
        for at, number in enumerate(shown)
        if places and number not in linked and {number - 1, number + 1} & linked
    ]
    return min(wanted)[2] if wanted else None

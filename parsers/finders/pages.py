"""The further pages of an article that is divided into several. Pure."""

import re
from collections.abc import Iterator
from itertools import chain, islice
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from parsers.addresses.page_numbers import NAMES
from parsers.blocks import Block
from parsers.finders.body import Body
from parsers.pagination.written import part_urls
from parsers.reading import Reading
from parsers.text import has_digit
from parsers.visible import visible_text

#: More pages than these are a catalogue.
MOST_PAGES = 60
#: How many lines before and after the text its pager may stand, and how many of those
#: that stand in one box with the text, and were not taken for it.
_AROUND, _WITHIN = 8, 24
#: What names an item has a figure, and as many characters.
_NAME = 4
#: How far around the text's last line a pager that is a ``nav`` may stand.
_LEVELS = 3
_QUERY = re.compile(rf"(?:{NAMES})=(\d{{1,2}})", re.IGNORECASE)
_PATH = re.compile(
    rf"(?P<stem>.*?)(?:[/_,.-](?:(?:{NAMES})[/_,-]?)?)(?P<number>\d{{1,2}})"
    r"(?P<end>/|\.\w{3,5})?",
    re.IGNORECASE,
)
#: ``/news/page,1,2,551-fog.html``: the number stands before the item's own name.
_AHEAD = re.compile(
    rf"(?P<folder>.*/)(?:{NAMES})[_,-](?:\d{{1,3}},)?(?P<number>\d{{1,2}})[_,-]"
    r"(?P<name>[^/]*[^\W\d_][^/]*)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?:[_,.-]\d{1,2})?(?:\.\w{3,5})?$")
_END = re.compile(r"(/|\.[a-z]{3,5})$", re.IGNORECASE)


def find_pages(
    reading: Reading, body: Body, claimed: str | None = None
) -> tuple[str, ...]:
    """Return the addresses of an article's further pages, as its pager links them.

    A link in or beside the text shows a number and leads to this page's own address,
    to the one it claims, or to one of its name in another folder, with that number
    added. Other items with a number in their address show a title. Or a script writes
    the links.
    """
    page = reading.page
    if not body.blocks or not page.url:
        return ()
    own = tuple(dict.fromkeys(filter(None, (page.url, claimed))))
    needles = tuple(needle for url in own for needle in _needles(url))
    first, last = body.blocks[0].index, _last(body)
    found: dict[str, None] = {}
    numbers: set[int] = set()
    boxes: list[HtmlElement] = []
    for block in reading.blocks[max(0, first - _AROUND) : last + _AROUND + 1]:
        if not block.hrefs or block.chars > 400:
            continue
        if any(needle in href for href in block.hrefs for needle in needles):
            boxes.append(block.element)
    for link in chain.from_iterable(
        box.iter("a") for box in (*boxes, *_navs_beside(body.blocks[-1]))
    ):
        text = visible_text(link).strip("[]() ")
        href = link.get("href")
        if not href or not text.isdecimal() or len(text) > 2:
            continue
        url = page.resolve(href)
        pages = (page_number(url, one) for one in own) if url else ()
        if url and (int(text) in pages or int(text) == _of_namesake(url, page.url)):
            found[url] = None
            numbers.add(int(text))
    is_pager = 2 in numbers or page_number(page.url, page.url) is not None
    linked = tuple(found)[:MOST_PAGES] if is_pager else ()
    return linked or part_urls(page, MOST_PAGES)


def _last(body: Body) -> int:
    """Return the number of the last line of a text, or of what its box shows below."""
    last = body.blocks[-1].index
    end = body.place.end - 1 if body.place else last
    return max(last, min(end, last + _WITHIN))


def _navs_beside(block: Block) -> Iterator[HtmlElement]:
    """Yield the ``nav`` elements beside a block: none of them has blocks of its own."""
    for box in islice(block.element.iterancestors(), _LEVELS):
        yield from box.iterchildren("nav")


def page_number(url: str, item_url: str) -> int | None:
    """Return which page of an item an address names; nothing for another item's.

    >>> page_number("https://a.example/fog.html?page=2", "https://a.example/fog.html")
    2
    >>> page_number("https://a.example/fog/3/", "https://a.example/fog/")
    3
    >>> page_number("https://a.example/fog_2.html", "https://a.example/fog_3.html")
    2
    >>> page_number("https://a.example/page,1,2,7-fog", "https://a.example/7-fog")
    2
    >>> page_number("https://a.example/news/551", "https://a.example/news/552")
    >>> page_number("https://a.example/news/7?page=2", "https://a.example/News/7")
    2
    """
    stem, number = _divided(url)
    if number is None or stem is None:
        return None
    own = {_whole(item_url).casefold()}
    own_stem, own_number = _divided(item_url)
    if own_number is not None and own_stem is not None:
        own.add(own_stem.casefold())
    return number if stem.casefold() in own else None


def _of_namesake(url: str, item_url: str) -> int | None:
    """Return which page an address names of an item with the name of this one.

    An item that stands in several sections has pages in one of them.

    >>> _of_namesake("https://h.example/city/fog-56?page=2", "https://h.example/fog-56")
    2
    >>> _of_namesake("https://h.example/city/fog?page=2", "https://h.example/fog")
    """
    stem, number = _divided(url)
    name = _END.sub("", urlsplit(item_url).path).rpartition("/")[2]
    is_name = len(name) >= _NAME and has_digit(name)
    if stem is None or not is_name or urlsplit(item_url).query:
        return None
    host, _, path = stem.rstrip("?").partition("/")
    is_own = host == urlsplit(item_url).netloc and path.rpartition("/")[2] == name
    return number if is_own else None


def _needles(url: str) -> tuple[str, ...]:
    """Return what addresses of this item's pages have in them, to look for fast."""
    parts = urlsplit(url)
    name = parts.path.rstrip("/").rpartition("/")[2]
    stem = _NUMBERED.sub("", name) or name
    return tuple(needle[:20] for needle in (stem, parts.query, "?") if needle)


def _whole(url: str) -> str:
    """Return an address without scheme and without what ends its path."""
    parts = urlsplit(url)
    path = _END.sub("", parts.path)
    return f"{parts.netloc}{path}?{parts.query}"


def _divided(url: str) -> tuple[str | None, int | None]:
    """Return an address without the number of a page, and that number."""
    parts = urlsplit(url)
    pieces = parts.query.split("&") if parts.query else []
    for place, piece in enumerate(pieces[:20]):
        if found := _QUERY.fullmatch(piece):
            rest = "&".join(pieces[:place] + pieces[place + 1 :])
            path = _END.sub("", parts.path)
            return f"{parts.netloc}{path}?{rest}", int(found[1])
    if found := _AHEAD.fullmatch(parts.path):
        stem = found["folder"] + _END.sub("", found["name"])
        return f"{parts.netloc}{stem}?{parts.query}", int(found["number"])
    if found := _PATH.fullmatch(parts.path):
        stem = found["stem"].rstrip("/")
        return f"{parts.netloc}{stem}?{parts.query}", int(found["number"])
    return None, None

"""Lists that go on by just the items shown, with a link that says no more. Pure."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import islice
from urllib.parse import urlsplit

from parsers.model import Teaser
from parsers.page import Page
from parsers.pagination.belief import SIZES
from parsers.pagination.candidates import MAX_LINKS
from parsers.pagination.numbering import (
    is_page_name,
    moving,
    page_folder,
    value_of,
)

#: A list of fewer items than this has no second page that is told by their count.
_LEAST_ITEMS = 5
#: The number of an item that its address ends with.
_END = re.compile(r"(.*/)(\d{1,9})/?")
#: Parameters that ask for another list, or for the same one in another way.
_OF_OTHERS = re.compile(
    rf"^(?:{SIZES.pattern})$|id$|^l$|^la?ng|^lang|sprach|idiom|sort|order|view|tab|style"
    r"|font|print|cat|type|topic|tag|rubri|version|mode|format|year|month|day|^[ymd]$"
    r"|^an[no]|jahr|monat|^m[eo][sin]|date",
    re.IGNORECASE,
)
#: Parameters that count items, not pages.
_OFFSETS = re.compile(r"\w*(?:offset|start|skip|from|first|begin)\w*", re.IGNORECASE)


def after_full(url: str, count: int) -> str | None:
    """Return what follows an answer that shows all the items its address asks for.

    >>> after_full("https://h.example/api?offset=12&limit=12", 12)
    'https://h.example/api?offset=24&limit=12'
    >>> after_full("https://h.example/api?page=2&per_page=9", 9)
    'https://h.example/api?page=3&per_page=9'
    >>> after_full("https://h.example/api?offset=24&limit=12", 7)
    """
    pieces = urlsplit(url).query.split("&")[:50]
    figures = {
        name: int(value)
        for name, _, value in (piece.partition("=") for piece in pieces)
        if value.isdecimal() and len(value) < 8
    }
    sizes = [name for name in figures if SIZES.fullmatch(name.lower())]
    places = [name for name in figures if name not in sizes and is_page_name(name)]
    if count < _LEAST_ITEMS or [figures[n] for n in sizes] != [count]:
        return None
    if len(places) != 1:
        return None
    step = count if _OFFSETS.fullmatch(places[0]) else 1
    following = f"{places[0]}={figures[places[0]] + step}"
    return re.sub(rf"(?<=[?&]){re.escape(places[0])}=\d+", following, url, count=1)


def following_url(page: Page, items: Sequence[Teaser]) -> str | None:
    """Return the one link by whose number alone the list goes on where it ends.

    The number is the next page's, or grows by the count of items shown, or of those
    in one place: a box beside shows others. Or it is the oldest item's, by the numbers
    that their addresses end with. Where several links fit, none is believed; where none
    does, the one below the list whose number has a name of the site's own.
    """
    listed = {item.url for item in items}
    oldest = _lowest(listed)
    counts = {len(items), *Counter(item.place for item in items).values()}
    found: set[str] = set()
    asked: dict[str, dict[int, str]] = {}
    for count, element in enumerate(page.root.iter("a")):
        if count >= MAX_LINKS:
            break
        href = element.get("href") or ""
        if "=" not in href and page_folder(f"/{href}")[1] is None:
            continue
        url = page.resolve(href)
        if not url or url in listed:
            continue
        if _follows(url, page.url, counts, oldest):
            found.add(url)
        name = moving([page.url, url])
        if name and (there := value_of(url, name)) is not None:
            asked.setdefault(name, {})[there] = url
    following = found or set(_next_asked(asked, page.url))
    if following and not found:
        following &= set(_below(page, listed))
    return next(iter(following)) if len(following) == 1 else None


def _below(page: Page, listed: Collection[str]) -> Iterator[str]:
    """Yield where the links lead that stand below half of the items, or more."""
    passed: set[str] = set()
    for element in islice(page.root.iter("a"), MAX_LINKS):
        url = page.resolve(element.get("href") or "")
        if url and url in listed:
            passed.add(url)
        elif url and 2 * len(passed) >= len(listed):
            yield url


def _next_asked(asked: dict[str, dict[int, str]], page_url: str) -> Iterator[str]:
    """Yield what asks for the next number by a name that asks for no farther one.

    Topics, years and languages are asked for so, several at once or by known names.
    """
    for name, urls in asked.items():
        here = value_of(page_url, name) or 1
        is_near = all(abs(there - here) <= 1 or there == 1 for there in urls)
        if is_near and here + 1 in urls and not _OF_OTHERS.search(name):
            yield urls[here + 1]


def _lowest(urls: Collection[str]) -> int | None:
    """Return the lowest number that the addresses of most items end with."""
    ends = [end for end in map(_END.fullmatch, urls) if end]
    bases = Counter(end[1] for end in ends)
    base = max(bases, key=bases.__getitem__, default="")
    if bases[base] < max(_LEAST_ITEMS, len(urls) / 2):
        return None
    return min(int(end[2]) for end in ends if end[1] == base)


def _follows(
    url: str, page_url: str, counts: Collection[int], oldest: int | None
) -> bool:
    """Tell whether an address is the next by its number, in its path or its query."""
    (base, number), (own, here_at) = page_folder(url), page_folder(page_url)
    if number is not None:
        return base == own and number == (here_at or 1) + 1
    name = moving([page_url, url])
    there = value_of(url, name) if name else None
    if name is None or there is None or SIZES.fullmatch(name):
        return False
    if there == oldest:
        return True
    here = value_of(page_url, name)
    if is_page_name(name) and there == (here or 1) + 1:
        return True
    step = there - (here or 0)
    return step >= _LEAST_ITEMS and step in counts

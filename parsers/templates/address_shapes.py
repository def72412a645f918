"""How addresses are made: items' by folders or a number in a query, lists'. Pure."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import takewhile

from parsers.text import has_digit

#: The address of a whole site has so many slashes.
_SITE = 3
#: A name of an item has so many characters, or a figure.
_NAME = 15
#: Items in folders of months are so many, and such a share of all.
_MANY, _NEARLY_ALL = 10, 0.8
_MONTH = re.compile(r"/(?:19|20)\d\d/(?:0?[1-9]|1[0-2])/[^/]")
#: Addresses of listings, which a page of items leads to as well.
_LISTS = re.compile(
    r"(?<!/releases)/(?:tags?|labels?|categor(?:y|ies|ia|ie)|authors?|topics?|themes?|users?|members?|"
    r"profiles?|rubri[ck]\w*|keywords?)/",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def shape_of(url: str) -> str:
    """Return how an item's address is made; ``""`` for one that names no item.

    >>> shape_of("https://h.example/2026/03/ferry-7.html"), shape_of("https://h.example/")
    ('h.example/0000/00/.html', '')
    >>> shape_of("https://h.example/item.php?id=7")
    'h.example/item.php?id'
    """
    path, _, query = url.partition("://")[2].partition("?")
    folder, _, name = path.rstrip("/").rpartition("/")
    if not folder or (len(name) < _NAME and not has_digit(name)):
        return _shape_of_query(path, query)
    ending = name.rpartition(".")[2] if "." in name[-6:] else ""
    return "".join("0" if sign.isdigit() else sign for sign in folder) + "/." + ending


def is_by_number(shape: str) -> bool:
    """Tell whether a shape is that of one script which shows all items."""
    return "?" in shape


def usual_shape(urls: Sequence[str]) -> str:
    """Return how most of some addresses are made, if they are made alike."""
    return _usual([shape_of(url) for url in urls])


def usual_make(urls: Sequence[str]) -> str:
    """Return how deep most addresses lie, how they end, and if with a number."""
    return _usual([_make_of(url) for url in urls])


def folder_of(urls: Sequence[str]) -> str:
    """Return the deepest folder that holds all of some addresses, if not a whole site.

    Where one script of the site shows them all, it is what that one is asked for.

    >>> folder_of(["https://h.example/news/city/7", "https://h.example/news/law/8"])
    'https://h.example/news/'
    >>> folder_of(["https://h.example/news/7", "https://h.example/law/8"])
    ''
    >>> folder_of(["https://h.example/?s=news&id=7", "https://h.example/?s=news&id=81"])
    'https://h.example/?s=news&id='
    """
    first, last = min(urls), max(urls)  # which differ most, and soonest
    shared = takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=False))
    begin = "".join(sign for sign, _ in shared)
    folder = begin.rpartition("/")[0] + "/"
    if folder.count("/") > _SITE:
        return folder
    return begin.rpartition("=")[0] + "=" if "=" in begin else ""


def _make_of(url: str) -> str:
    shape = shape_of(url)
    if not shape:
        return ""
    folder, _, ending = shape.rpartition("/")
    has_digits = has_digit(url.partition("://")[2])
    return f"{folder.count('/')}{ending}{has_digits}"


def _shape_of_query(path: str, query: str) -> str:
    """Return how the address is made of an item that a script shows by its number."""
    if not (has_digit(query) and "." in path[-6:]):
        return ""
    names = sorted(piece.partition("=")[0] for piece in query.split("&"))
    return f"{path}?{'&'.join(names)}"


def _usual(shapes: Sequence[str]) -> str:
    shape, count = Counter(shapes).most_common(1)[0] if shapes else ("", 0)
    return shape if count * 2 > len(shapes) else ""


def lie_by_month(urls: Collection[str]) -> bool:
    """Tell whether many addresses lie in folders of months, as items do and menus not.

    >>> lie_by_month([f"https://h.example/2026/03/fog-{n}/" for n in range(12)])
    True
    >>> lie_by_month([f"https://h.example/about/fog-{n}/" for n in range(12)])
    False
    """
    dated = sum(_MONTH.search(url) is not None for url in urls)
    return dated >= _MANY and dated >= _NEARLY_ALL * len(urls)


def is_list_address(url: str) -> bool:
    """Tell whether an address is that of a list of its own: of a writer, of a topic.

    Hosts of code call the name of a release a tag.

    >>> is_list_address("https://press.example/author/7")
    True
    >>> is_list_address("https://press.example/news/author-fined")
    False
    >>> is_list_address("https://press.example/maps/releases/tag/v26.3")
    False
    """
    return _LISTS.search(url) is not None

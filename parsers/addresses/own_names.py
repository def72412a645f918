"""Whether two addresses name one item, whatever else they say. Pure."""

import re
from itertools import takewhile

from parsers.addresses.noise import is_telling
from parsers.addresses.page_numbers import values_of
from parsers.text import has_digit
from parsers.urls import is_plainer

#: An item's number that begins or ends the last part of an address, words beside it.
_FIRST = re.compile(r"(\d+)(?:[-_.,].*)?")
_LAST = re.compile(r".*[-_.,](\d{3,})(?:\.\w{2,5})?")
#: Numbers that say when, not which: a year, a month of it, a day.
_DAY = re.compile(r"(?:19|20)\d\d(?:\d\d){0,2}")
#: Several numbers and no word: which of them is the item's, nobody can tell.
_NUMBERS = re.compile(r"\d+(?:[-_.,]\d+)+(?:\.\w{2,5})?")
_SCRIPT = re.compile(r"\.(?:php\d?|aspx?|jsp|do|cgi|cfm|pl)$", re.IGNORECASE)
#: Characters of a name at the end of an address that other items may have as well.
_SHORT = 8
#: Parameters that may name an item.
_NAMING = re.compile(
    r"(?:.*[a-z_-])?(?:id|uid|no|nr|nro|num(?:ber)?|item|article|news|post|doc(?:ument)?"
    r"|seq|idx|key|code|slug|name|title|date|day|month|year|page|[pnad])",
    re.IGNORECASE,
)


def has_one_name(key: str, other: str) -> bool:
    """Tell whether two keys end alike, or one is the other without some parameters.

    Servers that do not tell capitals apart link to one page in both ways.

    >>> has_one_name("h.example/ports/fog-lifts-708", "h.example/news/fog-lifts-708")
    True
    >>> has_one_name("h.example/ports/708", "h.example/news/708")
    False
    >>> has_one_name("h.example/ports/2026/03/708", "h.example/news/2026/03/708")
    True
    >>> has_one_name("h.example/News/708", "h.example/news/708")
    True
    >>> has_one_name("h.example/view?id=7&from=list", "h.example/view?id=7")
    True
    """
    if key.casefold() == other.casefold():
        return True
    is_named = len(_shared_end(key, other)) > _SHORT
    return is_named or is_plainer(key, other) or is_plainer(other, key)


def ends_in_one_number(key: str, other: str) -> bool:
    """Tell whether the last parts of two keys are one, and have a number.

    >>> ends_in_one_number("h.example/ports/708", "h.example/news/708")
    True
    >>> ends_in_one_number("h.example/ports/fog", "h.example/news/fog")
    False
    """
    name = key.rsplit("/", 1)[-1]
    return other.rsplit("/", 1)[-1] == name and has_digit(name)


def _shared_end(key: str, other: str) -> str:
    """Return the last parts that two keys share: a name, in folders of its day."""
    pairs = zip(reversed(key.split("/")), reversed(other.split("/")), strict=False)
    return "/".join(one for one, _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def is_reworded(key: str, other: str) -> bool:
    """Tell whether two keys differ but in words around an item's number, or in passing.

    Many servers read the number alone, and write beside it what the title says today.

    >>> is_reworded("h.example/news/708-fog-lifts", "h.example/news/708-fog-remains")
    True
    >>> is_reworded("h.example/news/fog-lifts-708", "h.example/news/fog-lifts-709")
    False
    >>> is_reworded("h.example/news/2026-fog", "h.example/news/2026-ferry")
    False
    >>> is_reworded("h.example/news/0302-17.html", "h.example/news/0302-18.html")
    False
    >>> is_reworded("h.example/fog-over-port?v=17", "h.example/fog-over-port?v=18")
    True
    >>> is_reworded("h.example/fog-over-port?id=17", "h.example/fog-over-port?id=18")
    False
    """
    head, _, query = key.partition("?")
    there, _, more = other.partition("?")
    if query == more:
        return bool(number := _number(head)) and number == _number(there)
    is_item = head == there and is_telling(head) and not _SCRIPT.search(head)
    return is_item and bool(query and more) and _differ_in_passing(query, more)


def beginning(key: str) -> str:
    """Return how all keys begin that may be this one reworded, if they can.

    >>> beginning("h.example/news/708-fog"), beginning("h.example/fog-over-port?v=17")
    ('h.example/news/708', 'h.example/fog-over-port?')
    >>> beginning("h.example/news/fog-lifts")
    ''
    """
    head, mark, _ = key.partition("?")
    folder, _, last = head.rpartition("/")
    if number := _alone(_FIRST, last):
        return f"{folder}/{number}"
    return head + mark if mark and is_telling(head) else ""


def _number(path: str) -> tuple[str, str] | None:
    """Return an item's folder and number."""
    folder, _, last = path.rpartition("/")
    number = _alone(_FIRST, last) or _alone(_LAST, last)
    return (folder, number) if number else None


def _alone(place: re.Pattern[str], name: str) -> str:
    """Return a number that stands in a name with words or alone, and is no day."""
    found = None if _NUMBERS.fullmatch(name) else place.fullmatch(name)
    return "" if found is None or _DAY.fullmatch(found[1]) else found[1]


def _differ_in_passing(query: str, more: str) -> bool:
    here, there = values_of(query), values_of(more)
    differing = [name for name in here if here[name] != there.get(name)]
    return here.keys() == there.keys() and not any(map(_NAMING.fullmatch, differing))

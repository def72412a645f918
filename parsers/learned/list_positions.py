"""Parameters that say at which place of a list a link stands, nothing more. Pure."""

from collections.abc import Sequence
from itertools import pairwise

from parsers.addresses.noise import is_telling
from parsers.addresses.page_numbers import values_of

#: The numbers of so many links in a row do not grow by chance; they count links, of
#: which an item has a few, from the top of the page.
_LEAST, _LINKS, _TOP = 5, 4, 60


def position_parameters(urls: Sequence[str]) -> frozenset[str]:
    """Return the parameters whose numbers grow from link to link down a list.

    Only where the rest of each address names an item by itself; links of a box beside
    the list may have none. Numbers of items fall: the newest stand first.

    >>> fog = "https://h.example/fog-{0}-lifts?pos={1}&id={0}"
    >>> urls = [fog.format(9 - n, n) for n in range(6)]
    >>> position_parameters(urls), position_parameters(urls[:3])
    (frozenset({'pos'}), frozenset())
    >>> position_parameters([*urls, "https://h.example/fog-9-lifts"])
    frozenset({'pos'})
    """
    queries = [values_of(url.partition("?")[2]) for url in urls]
    names = dict.fromkeys(name for query in queries for name in query)
    shown = {
        name: [
            (url, q[name]) for url, q in zip(urls, queries, strict=True) if name in q
        ]
        for name in names
    }
    return frozenset(
        name
        for name, links in shown.items()
        if len(links) * 2 > len(urls) and _are_places(links)
    )


def _are_places(links: Sequence[tuple[str, str]]) -> bool:
    """Tell whether values count links whose addresses tell items without them."""
    heads = {url.partition("?")[0].rstrip("/") for url, _ in links}
    is_told = len(heads) == len(links) >= _LEAST and all(map(is_telling, heads))
    return is_told and _grows([value for _, value in links])


def _grows(values: Sequence[str]) -> bool:
    if not all(value.isdecimal() and len(value) < 6 for value in values):
        return False
    steps = [int(there) - int(here) for here, there in pairwise(values)]
    is_counted = int(values[0]) <= _TOP and sum(steps) <= _LINKS * len(steps)
    return is_counted and min(steps) > 0

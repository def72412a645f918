"""Parameters that say at which place of a list a link stands, nothing more. Pure."""

from collections.abc import Collection, Sequence
from itertools import pairwise

from parsers.url_noise import is_telling

#: The numbers of so many links in a row do not grow by chance; they count links, of
#: which an item has a few, from the top of the page.
_LEAST, _LINKS, _TOP = 5, 4, 60


def position_parameters(urls: Sequence[str]) -> frozenset[str]:
    """Return the parameters whose numbers grow from link to link down a list.

    Only where the rest of each address names an item by itself. Numbers of items fall:
    the newest stand first.

    >>> fog = "https://h.example/fog-{0}-lifts?pos={1}&id={0}"
    >>> urls = [fog.format(9 - n, n) for n in range(6)]
    >>> position_parameters(urls), position_parameters(urls[:3])
    (frozenset({'pos'}), frozenset())
    """
    heads = {url.partition("?")[0].rstrip("/") for url in urls}
    if len(urls) < _LEAST or len(heads) < len(urls) or not all(map(is_telling, heads)):
        return frozenset()
    queries = [
        dict(
            piece.split("=", 1)
            for piece in url.partition("?")[2].split("&")
            if "=" in piece
        )
        for url in urls
    ]
    return frozenset(
        name
        for name in queries[0]
        if _grows([query.get(name, "") for query in queries])
    )


def without_positions(url: str, names: Collection[str]) -> str:
    """Return an address without what says at which place of a list it stood.

    >>> without_positions("https://h.example/fog-lifts?pos=7", {"pos"})
    'https://h.example/fog-lifts'
    """
    head, _, query = url.partition("?")
    if not query or not names:
        return url
    kept = [p for p in query.split("&") if p.partition("=")[0] not in names]
    return f"{head}?{'&'.join(kept)}" if kept else head


def _grows(values: Sequence[str]) -> bool:
    if not all(value.isdecimal() and len(value) < 6 for value in values):
        return False
    steps = [int(there) - int(here) for here, there in pairwise(values)]
    is_counted = int(values[0]) <= _TOP and sum(steps) <= _LINKS * len(steps)
    return is_counted and min(steps) > 0

"""Pages that are read together, since they are of one site. Pure."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from parsers.urls import registrable

Place = TypeVar("Place")

#: Pages of one group that are learned from: more teach nothing that these do not.
LEARNED_FROM = 60


def group_name(*, site: str | None, url: str | None, alone: str) -> str:
    """Return which pages a page is read with: its site's, else its domain's.

    ``alone`` is the name of a page that belongs to no other.

    >>> group_name(site=None, url="https://press.harbour.gov.uk/1", alone="7")
    'domain harbour.gov.uk'
    >>> group_name(site="", url=None, alone="7")
    'page 7'
    """
    if site:
        return f"site {site}"
    try:
        return f"domain {registrable(url)}" if url else f"page {alone}"
    except ValueError:
        return f"page {alone}"


def gather(names: Iterable[str]) -> dict[str, list[int]]:
    """Return the places of each name, in order of first appearance.

    >>> gather(["a", "b", "a"])
    {'a': [0, 2], 'b': [1]}
    """
    groups: dict[str, list[int]] = {}
    for place, name in enumerate(names):
        groups.setdefault(name, []).append(place)
    return groups


def spread(places: Sequence[Place], most: int = LEARNED_FROM) -> list[Place]:
    """Return at most so many of them, evenly spread over all.

    >>> spread(range(100), 4)
    [0, 25, 50, 75]
    """
    step = max(1.0, len(places) / most)
    return [places[int(i * step)] for i in range(min(most, len(places)))]

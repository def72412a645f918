"""Which box two places stand in: paragraphs may each have boxes of their own. Pure."""

from collections.abc import Iterable
from itertools import pairwise

from parsers.blocks import Block, Place


def shared(one: Place, other: Place) -> Place:
    """Return the deepest place that two places both are or stand in."""
    while one is not other:
        if one.depth < other.depth:
            one, other = other, one
        if one.parent is None:
            break
        one = one.parent
    return one


def homes(blocks: Iterable[Block]) -> dict[Place, int]:
    """Return the places that blocks which follow each other share.

    With each, how many boxes there are from it down to such a block, itself included.
    Lines that breaks divide stand in their place as in a box each.
    """
    found: dict[Place, int] = {}
    for before, after in pairwise(blocks):
        home = shared(before.place, after.place)
        if before.place is after.place:
            found[home] = max(found.get(home, 0), 1)
        if home is before.place and home.parent is not None:
            home = home.parent
        found[home] = max(found.get(home, 0), before.depth - home.depth)
    return found

"""What comes to the end of a list that shows only so many items. Pure."""

from collections.abc import Sequence
from itertools import pairwise, takewhile

#: So many items of a list may stand before those that they stood behind: pinned ones.
_MOVED = 2


def slid_in(before: Sequence[str], now: Sequence[str]) -> dict[str, str]:
    """Return the keys that came to the end of a list as others left it.

    With each comes the last key of before: that stands above it still. A list that
    has grown shows all that there is; one that is in another order each night, as
    that by how often items were read, has its end anywhere.

    >>> slid_in(["fog", "ice", "mole"], ["fog", "mole", "tide"])
    {'tide': 'mole'}
    >>> slid_in(["fog", "ice", "mole"], ["fog", "ice", "mole", "tide"])
    {}
    >>> slid_in([*"abcdefgh"], [*"hafcbde", "tide"])
    {}
    """
    known = {key: place for place, key in enumerate(before)}
    places = [known[key] for key in now if key in known]
    if sum(one > other for one, other in pairwise(places)) > _MOVED:
        return {}
    come = list(takewhile(lambda key: key not in known, reversed(now)))
    if len(now) > len(before) or len(come) == len(now):
        return {}
    above = now[len(now) - len(come) - 1]
    return dict.fromkeys(reversed(come), above)

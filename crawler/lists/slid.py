"""What comes to the end of a list that shows only so many items. Pure."""

from collections.abc import Sequence
from itertools import takewhile


def slid_in(before: Sequence[str], now: Sequence[str]) -> dict[str, str]:
    """Return the keys that came to the end of a list as others left it.

    With each comes the last key of before: that stands above it still. A list that
    has grown shows all that there is.

    >>> slid_in(["fog", "ice", "mole"], ["fog", "mole", "tide"])
    {'tide': 'mole'}
    >>> slid_in(["fog", "ice", "mole"], ["fog", "ice", "mole", "tide"])
    {}
    """
    known = set(before)
    come = list(takewhile(lambda key: key not in known, reversed(now)))
    if len(now) > len(before) or len(come) == len(now):
        return {}
    above = now[len(now) - len(come) - 1]
    return dict.fromkeys(reversed(come), above)

"""When pages were walked for the first time, where that was after the baseline.

State of one run; what was learned goes into the site's facts. No I/O.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

#: So many first walks are remembered.
_MOST = 20


class LatePages:
    """Knows what came with pages that lists led to late: an archive of old items.

    >>> from datetime import timedelta
    >>> start = datetime(2026, 3, 2, 6)
    >>> late = LatePages({}, now=start)
    >>> late.show(["h.example/old/7"])
    >>> [late.showed(f"h.example/old/{n}", first_seen=start) for n in (6, 7)]
    [False, True]

    What could not be read that night is known by when it was seen first.

    >>> late.ends(start + timedelta(hours=1))
    >>> late = LatePages(late.facts, now=start + timedelta(days=1))
    >>> late.showed("h.example/old/7", first_seen=start + timedelta(minutes=5))
    True
    """

    def __init__(self, facts: Mapping[str, Any], *, now: datetime) -> None:
        #: When each first walk began and ended; ``""`` where it did not end yet.
        self._walks: list[list[str]] = [*facts.get("late_walks", ())]
        self._now = now
        self._keys: set[str] = set()

    @property
    def facts(self) -> dict[str, Any]:
        """The first walks, the latest last."""
        return {"late_walks": self._walks[-_MOST:]}

    def show(self, keys: Iterable[str]) -> None:
        """Take note of the items of a page which no run had read."""
        self._keys.update(keys)
        if not self._walks or self._walks[-1][1]:
            self._walks.append([self._now.isoformat(), ""])

    def ends(self, now: datetime) -> None:
        """Take note that this run has walked all lists to their end."""
        if self._walks and not self._walks[-1][1]:
            self._walks[-1] = [self._walks[-1][0], now.isoformat()]

    def showed(self, key: str, *, first_seen: datetime) -> bool:
        """Tell whether an item came with such a page, in this run or before."""
        if first_seen >= self._now:
            return key in self._keys
        seen = first_seen.isoformat()
        return any(
            begun <= seen and (not ended or seen <= ended)
            for begun, ended in self._walks
        )

"""When pages were walked for the first time, where that was after the baseline.

State of one run; what was learned goes into the site's facts. No I/O.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

#: So many first walks are remembered.
_MOST = 20


class LatePages:
    """Knows what came with pages that lists led to late: an archive of old items.

    >>> from datetime import timedelta
    >>> start = datetime(2026, 3, 2, 6)
    >>> late = LatePages({}, now=start)
    >>> late.meets_one()
    >>> late.ends(start + timedelta(hours=1))
    >>> late = LatePages(late.facts, now=start + timedelta(days=1))
    >>> late.came_with_one(start + timedelta(minutes=5))
    True
    >>> late.came_with_one(start + timedelta(days=1))
    False
    """

    def __init__(self, facts: Mapping[str, Any], *, now: datetime) -> None:
        #: When each first walk began and ended; ``""`` where it did not end yet.
        self._walks: list[list[str]] = [*facts.get("late_walks", ())]
        self._now = now

    @property
    def facts(self) -> dict[str, Any]:
        """The first walks, the latest last."""
        return {"late_walks": self._walks[-_MOST:]}

    def meets_one(self) -> None:
        """Take note that this run opens pages which none had read."""
        if not self._walks or self._walks[-1][1]:
            self._walks.append([self._now.isoformat(), ""])

    def ends(self, now: datetime) -> None:
        """Take note that this run has walked all lists to their end."""
        if self._walks and not self._walks[-1][1]:
            self._walks[-1] = [self._walks[-1][0], now.isoformat()]

    def came_with_one(self, first_seen: datetime) -> bool:
        """Tell whether an item was first seen while such pages were first walked."""
        seen = first_seen.isoformat()
        return any(
            begun <= seen and (not ended or seen <= ended)
            for begun, ended in self._walks
        )

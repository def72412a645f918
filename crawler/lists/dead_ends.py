"""Further pages of listings that fail run after run, and are given up at last.

State of one run; what was learned goes into the site's facts. No I/O.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from crawler.items.judge import AGREEING_APART, AGREEING_RUNS

#: So many pages are remembered.
_MOST = 50


class DeadEnds:
    """Counts in how many runs, some hours apart, a page failed.

    >>> from datetime import timedelta
    >>> start = datetime(2026, 3, 2, 6)
    >>> dead_ends = DeadEnds({})
    >>> for hours in (0, 1, 24, 48):
    ...     dead_ends = DeadEnds(dead_ends.facts)
    ...     now = start + timedelta(hours=hours)
    ...     print(dead_ends.fails("https://h.example/?page=2", now=now))
    False
    False
    False
    True
    """

    def __init__(self, facts: Mapping[str, Any]) -> None:
        self._failed = dict(facts.get("failing_pages", {}))

    @property
    def facts(self) -> dict[str, Any]:
        """The pages that failed, how often, and when last."""
        return {"failing_pages": dict(list(self._failed.items())[-_MOST:])}

    def fails(self, url: str, *, now: datetime) -> bool:
        """Take note that a page failed; tell whether it did in enough runs."""
        runs, last = self._failed.get(url, (0, None))
        if last is None or abs(now - datetime.fromisoformat(last)) >= AGREEING_APART:
            self._failed[url] = runs, last = runs + 1, now.isoformat()
        return int(runs) >= AGREEING_RUNS

    def reads(self, url: str) -> None:
        """Take note that a page could be read."""
        self._failed.pop(url, None)

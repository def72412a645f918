"""What asked for a long rest instead of answering, and is asked for last.

State of one run; what was learned goes into the site's facts. No I/O.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from crawler.policy import Fetched, FetchProblem

#: Runs that may end without coming to it before it has its place again.
_PASSED_OVER = 6
#: So many addresses are remembered.
_MOST = 50


class AskedLast:
    """Puts behind all others what kept a run from asking for them.

    One broken page may say 503 for ever, and that the host wants a day's rest; what
    stands behind it, an item or a page of a list, would never be asked for again.

    >>> last = AskedLast({"asked_last": {"https://h.example/fog": 0}})
    >>> last.comes_last("https://h.example/fog"), last.facts["asked_last"]
    (True, {'https://h.example/fog': 1})
    >>> AskedLast({"asked_last": {"https://h.example/fog": 6}}).facts["asked_last"]
    {}
    """

    def __init__(self, facts: Mapping[str, Any]) -> None:
        self._before: Mapping[str, int] = facts.get("asked_last", {})
        self._barring: list[str] = []
        self._answered: set[str] = set()

    @property
    def facts(self) -> dict[str, Any]:
        """What comes last in the next run, and how often nobody asked for it."""
        passed_over = {
            url: runs + 1
            for url, runs in self._before.items()
            if url not in self._answered and runs < _PASSED_OVER
        }
        kept = passed_over | dict.fromkeys(self._barring, 0)
        return {"asked_last": dict(list(kept.items())[-_MOST:])}

    def comes_last(self, url: str) -> bool:
        """Tell whether an address waits until all others were asked for."""
        return url in self._before

    def in_order(self, items: Iterable[Any]) -> Iterator[Any]:
        """Yield items, behind all others those that come last: each has its turn."""
        last = []
        for item in items:
            if self.comes_last(item.url):
                last.append(item)
            else:
                yield item
        yield from sorted(last, key=lambda item: -self._before[item.url])

    def note(self, url: str, answer: Fetched | FetchProblem) -> None:
        """Take note of what an address was answered with."""
        if isinstance(answer, Fetched):
            self._answered.add(url)
        elif answer.retry_at is not None and answer.exchanges:
            self._barring.append(url)

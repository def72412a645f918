"""Where news go on once the year or month of their list is over. Pure."""

from collections.abc import Sequence
from datetime import datetime

from parsers.pagination.later import is_after, time_of, url_at
from parsers.pagination.months import Span

#: So many of the newest years or months are read.
_MOST = 2


def later_lists(
    url: str, linked: Sequence[str], *, since: datetime, now: datetime
) -> list[str]:
    """Return the lists of the years or months that came since a site is watched.

    ``linked`` are those that the list leads to; where none of them has begun, they are
    where they should be by its address. What was over when the watch began stays so.

    >>> from datetime import UTC
    >>> since, now = datetime(2026, 11, 3, tzinfo=UTC), datetime(2027, 1, 2, tzinfo=UTC)
    >>> later_lists("https://h.example/news/2026/", [], since=since, now=now)
    ['https://h.example/news/2027/']
    >>> later_lists("https://h.example/news/2025/", [], since=since, now=now)
    []
    """
    here = time_of(url)
    if here is None or _at(here, since) != here:
        return []
    newest = _at(here, now)
    begun = [
        later
        for later in linked
        if (span := time_of(later)) and is_after(span, here) and span[1:] <= newest[1:]
    ]
    return (begun or _by_address(url, here, newest))[:_MOST]


def _at(span: Span, time: datetime) -> Span:
    """Return the year or month that one stands for at a time."""
    return Span(span.base, time.year, time.month if span.month else 0)


def _by_address(url: str, here: Span, newest: Span) -> list[str]:
    found: list[str] = []
    year, month = newest.year, newest.month
    while len(found) < _MOST and is_after(Span(here.base, year, month), here):
        found.append(url_at(url, year, month))
        month -= 1
        if month < 1:
            year, month = year - 1, 12 if newest.month else 0
    return found

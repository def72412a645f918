"""Clocks on pages: what names the day of its own capture dates no item. Pure."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from parsers.dates import find_dates
from parsers.dates.weekdays import past_weekday, weekday_chars
from parsers.model import Article, Printed
from parsers.text import same_words
from scheduler.comparing.noise import Moved, frame_of

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
#: Characters of a line that may be a clock, or an item's own day.
SHORT = 80
#: Time zones and midnight apart, a clock shows the day of the capture.
NEAR = timedelta(days=1)


def is_clock(old: Article, new: Article, *, before: datetime, after: datetime) -> bool:
    """Tell whether a date that moved is each time the day of its capture.

    >>> from parsers.model import Printed
    >>> from datetime import UTC, date
    >>> then, now = datetime(2026, 3, 1, tzinfo=UTC), datetime(2026, 3, 5, tzinfo=UTC)
    >>> old = Article(url="", published=Printed(day=date(2026, 3, 1)))
    >>> new = Article(url="", published=Printed(day=date(2026, 3, 5)))
    >>> is_clock(old, new, before=then, after=now)
    True
    >>> is_clock(new, old, before=then, after=now)
    False
    """
    if old.published is None or new.published is None:
        return False
    has_moved = old.published.day != new.published.day
    return (
        has_moved
        and abs(old.published.day - before.date()) <= NEAR
        and abs(new.published.day - after.date()) <= NEAR
    )


def took_clock(
    old: Article,
    new: Article,
    *,
    lines: Iterable[str],
    own: Iterable[str] = (),
    before: datetime,
    after: datetime,
) -> bool:
    """Tell whether the new date is a clock that the old page showed as well.

    ``lines`` are those of the old page, ``own`` those of the new one, folded. It
    happens where an item's own date is not printed for a while; not where the line
    that showed the old date shows the new one.

    >>> from parsers.model import Printed
    >>> from datetime import UTC, date
    >>> then, now = datetime(2026, 3, 1, tzinfo=UTC), datetime(2026, 3, 5, tzinfo=UTC)
    >>> old = Article(url="", published=Printed(day=date(2026, 2, 3)))
    >>> new = Article(
    ...     url="", published=Printed(day=date(2026, 3, 5), text="2026-03-05")
    ... )
    >>> took_clock(old, new, lines=["today 2026-03-01"], before=then, after=now)
    True
    >>> took_clock(old, new, lines=["2026-02-03"], before=then, after=now)
    False
    >>> was = ["today 2026-03-01", "2026-02-03"]
    >>> own = ["today 2026-03-05", "2026-03-05"]
    >>> took_clock(old, new, lines=was, own=own, before=then, after=now)
    False
    """
    if old.published is None or new.published is None:
        return False
    if abs(new.published.day - after.date()) > NEAR:
        return False
    if abs(old.published.day - before.date()) <= NEAR:
        return False
    languages = (old.language,) if old.language else ()
    frame = _frame(new.published.text)
    lines = tuple(lines)
    clocks = {
        _around(line, day)
        for line in lines
        for day in _days_near(line, before, languages)
        if frame == _frame(day.text)
    }
    dated = _frames_of_day(lines, old.published.day, languages)
    return bool(clocks) and dated.isdisjoint(
        _frames_of_day(own, new.published.day, languages) - clocks
    )


def without_clocks(
    moved: Moved,
    *,
    before: datetime,
    after: datetime,
    languages: Sequence[str],
    was: Iterable[str] = (),
    now: Iterable[str] = (),
) -> Moved:
    """Return the lines that moved, less those that name the day of their capture.

    Where one page alone counts such a line as text, the other must show it as well:
    ``was`` and ``now`` are all lines of the pages.
    """

    def kept(lines: tuple[str, ...], at: datetime) -> tuple[str, ...]:
        return tuple(line for line in lines if not _names_day(line, at, languages))

    gone, come = kept(moved.gone, before), kept(moved.come, after)
    if len(gone) < len(moved.gone) and len(come) < len(moved.come):
        return replace(moved, gone=gone, come=come)
    was, now = tuple(was), tuple(now)

    def unpaired(
        lines: tuple[str, ...], at: datetime, others: Sequence[str], then: datetime
    ) -> tuple[str, ...]:
        return tuple(
            line
            for line in lines
            if not _names_day(line, at, languages)
            or not any(
                frame_of(other) == frame_of(line) and _names_day(other, then, languages)
                for other in others
            )
        )

    gone = unpaired(moved.gone, before, now, after)
    return replace(moved, gone=gone, come=unpaired(moved.come, after, was, before))


def _frames_of_day(
    lines: Iterable[str], day: date, languages: Sequence[str]
) -> frozenset[str]:
    """Return what stands around a day in the short lines that name it."""
    return frozenset(
        _around(line, found)
        for line in lines
        if len(line) <= SHORT
        for found in find_dates(line, languages=languages)
        if found.day == day
    )


def _around(line: str, day: Printed) -> str:
    """Return the frame of a line without a day, and without that of the week."""
    at = max(0, line.find(day.text))
    before, end = line[:at], past_weekday(line, at + len(day.text))
    before = before[: len(before) - weekday_chars(before)]
    return frame_of(f"{before}#{line[end:]}")


def _frame(day: str) -> str:
    return frame_of(same_words(day)).casefold()


def _names_day(line: str, at: datetime, languages: Sequence[str]) -> bool:
    return any(_days_near(line, at, languages))


def _days_near(line: str, at: datetime, languages: Sequence[str]) -> Iterator[Printed]:
    """Yield the days of a short line that are those of a capture, as it says them."""
    line = _ADDRESS.sub("", line)  # a print copy says where it was printed from
    for found in find_dates(line, languages=languages) if len(line) <= SHORT else ():
        if abs(found.day - at.date()) <= NEAR:
            yield found

"""Lines that count their day from that of the capture: "yesterday, 10:15". Pure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime

from parsers.dates import find_dates
from parsers.dates.near_days import around_near_day, near_day
from scheduler.comparing.clocks import NEAR, SHORT
from scheduler.comparing.noise import Moved

_CLOCK = re.compile(r"\s*\d{1,2}[:.]\d{2}(?::\d{2})?\s*")
#: What a line says beside its day, that day, and whether it is counted from today.
_Told = tuple[str, date, bool]


def without_counted_days(
    moved: Moved,
    *,
    before: datetime,
    after: datetime,
    languages: Sequence[str],
    was: Iterable[str],
    now: Iterable[str],
) -> Moved:
    """Return the lines that moved, less those that print one day in two ways.

    What was published "today" is of "yesterday" a day later, and of a date then. Where
    a page was made is not known, so that a day may be off by one. ``was`` and ``now``
    are all lines of the pages.
    """

    def unpaired(
        lines: tuple[str, ...], at: datetime, others: Iterable[str], then: datetime
    ) -> tuple[str, ...]:
        told = {line: one for line in lines if (one := _told(line, at, languages))}
        if not told:
            return lines
        known = [one for line in others if (one := _told(line, then, languages))]
        return tuple(line for line in lines if not _is_among(told.get(line), known))

    gone = unpaired(moved.gone, before, now, after)
    return replace(moved, gone=gone, come=unpaired(moved.come, after, was, before))


def _is_among(told: _Told | None, others: Sequence[_Told]) -> bool:
    return told is not None and any(
        told[0] == words and abs(told[1] - day) <= NEAR and (told[2] or is_counted)
        for words, day, is_counted in others
    )


def _told(line: str, at: datetime, languages: Sequence[str]) -> _Told | None:
    """Return what a short line tells, if it prints a day."""
    if len(line) > SHORT:
        return None
    around = around_near_day(line)
    near = near_day(line, at, next(iter(languages), "")) if around else None
    if near and around:
        return _CLOCK.sub("", around), near.day, True
    found = next(iter(find_dates(line, languages=languages)), None)
    if found is None or found.text not in line:
        return None
    return _CLOCK.sub("", line.replace(found.text, "#", 1)), found.day, False

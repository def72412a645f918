"""Days without a year on a page without one: the latest they can mean. Pure."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import pairwise

from parsers.model import Printed
from parsers.templates.dates import Days, is_over
from parsers.templates.part import Group, Part
from parsers.templates.sheet import Sheet, Unit
from parsers.templates.split_days import day_within, has_year, of_head

#: Fewer days prove no order.
_FEWEST = 3
#: So many items may be pinned above the newest.
_PINNED = 3
#: The head of the first day stands so near above it.
_ABOVE = 3
#: How far ahead a local clock may be, and how old the newest day may be, or how long
#: before the next one.
_AHEAD, _OLDEST = timedelta(hours=14), timedelta(days=180)


def days_before_capture(
    sheet: Sheet, days: Days, group: Group
) -> list[Printed | None] | None:
    """Return the days of a list that runs back from when the page was fetched.

    A day later than the one before it is of the year before, unless that one is of an
    item that is pinned above the others. Nothing unless all parts have a day, or stand
    under one, and run back over one turn of the year at most.
    """
    at = sheet.page.capture.captured_at
    if at is None or len(group.parts) < _FEWEST:
        return None
    newest = (at + _AHEAD).date()
    heads = _heads(sheet, days, group, str(newest.year))

    def read(part: Part, year: int) -> Printed | None:
        if not heads:
            return day_within(sheet, days, part, str(year))
        above = heads.get(part)
        return of_head(above, days, str(year)) if above else None

    found = _run_back(group.parts, newest, read)
    for count in () if found and not _has_gap(found) else range(1, _PINNED + 1):
        if len(rest := group.parts[count:]) < _FEWEST:
            break
        run = _run_back(rest, newest, read)
        pinned = [_run_back([part], newest, read) for part in group.parts[:count]]
        if run and not _has_gap(run) and all(pinned):
            found = [day for one in pinned for day in one or ()] + run
            break
    is_recent = found and newest - max(day.day for day in found) <= _OLDEST
    return list(found) if found and is_recent else None


def _run_back(
    parts: Sequence[Part], newest: date, read: Callable[[Part, int], Printed | None]
) -> list[Printed] | None:
    """Return the days of parts, each the latest that is not after the one before."""
    found: list[Printed] = []
    latest, year = newest, newest.year
    for part in parts:
        printed = read(part, year)
        if printed and printed.day > latest:
            year -= 1
            printed = read(part, year)
        if printed is None or printed.day > latest or year < newest.year - 1:
            return None
        latest = printed.day
        found.append(printed)
    return found


def _has_gap(days: Sequence[Printed]) -> bool:
    return any(one.day - other.day > _OLDEST for one, other in pairwise(days))


def days_of_this_year(
    sheet: Sheet, days: Days, units: Sequence[Unit | None]
) -> list[Printed | None]:
    """Return the days that print no year beside others that do: those of this one.

    ``units`` are what stands in each part where the others have their day.
    """
    at = sheet.page.capture.captured_at
    if at is None:
        return [None] * len(units)
    latest = (at + _AHEAD).date()
    said = (unit and of_head(unit, days, str(latest.year)) for unit in units)
    return [day if day and day.day <= latest else None for day in said]


def _heads(sheet: Sheet, days: Days, group: Group, year: str) -> dict[Part, Unit]:
    """Return the head of its day over each part; nothing unless there are several.

    A head stands in the same small part of the page as the first part below it.
    """
    heads: dict[Part, Unit] = {}
    end, head = max(0, group.parts[0].start - _ABOVE), None
    for part in group.parts:
        for unit in sheet.units[end : part.start]:
            is_head = of_head(unit, days, year) and not has_year(unit.text)
            if is_head and is_over(sheet, unit, part.element):
                head = unit
        if head:
            heads[part] = head
        end = part.end
    return heads if len(set(heads.values())) > 1 else {}

"""Lines that show today's date on every page of a site, learned from several. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime

from parsers.blocks import Block
from parsers.dates import find_dates, may_hold_date

#: Fewer pages, or a smaller share of them, do not tell a clock from a date.
_PAGES, _SHARE = 3, 0.6
#: A clock's line is short; a page may lie in another time zone than its reader.
_LONGEST, _NEAR = 80, 1
#: So many days from its capture, a date is another day for sure.
_FAR = 2
_SEVERAL = 10**6


def clock_paths(
    pages: Iterable[tuple[Sequence[Block], datetime | None]],
) -> tuple[frozenset[str], frozenset[str]]:
    """Return the paths of clocks, and those of lines that date something else.

    A clock's date is on each page the day of its capture. Only where other lines show
    other days: on a busy day, all items are of today.
    """
    offsets: defaultdict[str, list[int]] = defaultdict(list)
    count = 0
    for blocks, captured_at in pages:
        if captured_at is None:
            continue
        count += 1
        today = captured_at.date()
        own: dict[str, int] = {}
        for block in blocks:
            if block.chars <= _LONGEST and may_hold_date(block.text):
                for found in find_dates(block.text)[:1]:
                    offset = (found.day - today).days
                    # a place with several dates is no clock
                    own[block.path] = _SEVERAL if block.path in own else offset
        for path, offset in own.items():
            offsets[path].append(offset)
    least = max(_PAGES, _SHARE * count)
    often = {path: days for path, days in offsets.items() if len(days) >= least}
    if not any(abs(day) > _FAR for days in often.values() for day in days):
        return frozenset(), frozenset()
    near = {p for p, days in often.items() if all(abs(d) <= _NEAR for d in days)}
    far = {p for p, days in offsets.items() if any(abs(d) > _FAR for d in days)}
    return frozenset(near), frozenset(far)

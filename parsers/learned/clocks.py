"""What shows today's date on every page of a site, learned from several. Pure."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

from parsers.blocks import Block
from parsers.dates import find_dates, may_hold_date, parse_machine_date
from parsers.metadata import Claim

#: Fewer pages, or a smaller share of them, do not tell a clock from a date.
_PAGES, _SHARE = 3, 0.6
#: A clock's line is short; a page may lie in another time zone than its reader.
_LONGEST, _NEAR = 80, 1
#: So many days from its capture, a date is another day for sure.
_FAR = 2
_SEVERAL = 10**6


def dated_lines(
    blocks: Iterable[Block],
    claims: Iterable[Claim] = (),
    *,
    languages: Sequence[str] = (),
) -> Iterator[tuple[str, date]]:
    """Yield the path of each short line with a date, and the source of each claim."""
    for block in blocks:
        if block.chars <= _LONGEST and may_hold_date(block.text):
            for found in find_dates(block.text, languages=languages)[:1]:
                yield block.path, found.day
    for claim in claims:
        if told := parse_machine_date(claim.value):
            yield claim.source, told.day


def clock_paths(
    pages: Iterable[tuple[Iterable[tuple[str, date]], datetime | None]],
) -> tuple[frozenset[str], frozenset[str]]:
    """Return the paths of clocks, and those of lines that date something else.

    A clock's date is on each page the day of its capture. Only where other lines show
    other days: on a busy day, all items are of today.
    """
    offsets: defaultdict[str, list[int]] = defaultdict(list)
    count = 0
    for lines, captured_at in pages:
        if captured_at is None:
            continue
        count += 1
        today = captured_at.date()
        own: dict[str, int] = {}
        for path, day in lines:
            # a place with several dates is no clock
            own[path] = _SEVERAL if path in own else (day - today).days
        for path, offset in own.items():
            offsets[path].append(offset)
    least = max(_PAGES, _SHARE * count)
    often = {path: days for path, days in offsets.items() if len(days) >= least}
    far = {p for p, days in offsets.items() if any(abs(d) > _FAR for d in days)}
    near = {p for p, days in often.items() if all(abs(d) <= _NEAR for d in days)}
    if far.isdisjoint(often):  # on a busy day only what is told apart is surely none
        near = {path for path in near if far and _CLAIM.match(path)}
    return frozenset(near), frozenset(far)


#: How the source of a claim is written; a path has no blanks.
_CLAIM = re.compile(r"[\w-]+ \S")

"""Lines that say how many days old an item is: "published 33 days ago". Pure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime

from parsers.lines.ages import is_age
from scheduler.comparing.noise import Moved, frame_of

_NUMBER = re.compile(r"(?<![\d.,:/-])\d{1,5}(?![\d.,:/-]*\d)")
_WORD = re.compile(r"[^\W\d_]+")
#: Other figures of a text are as small as the age of what is younger.
_LEAST = 7
#: Where a page was made is not known, so that an age may be off by a day.
_NEAR = 1
#: Longer lines say something of their own.
_LONGEST = 200
#: An age has so many words before its figure, and behind it, at most.
_BEFORE, _BEHIND = 3, 4
#: How a page is called that is so many days old.
_OLD = re.compile(
    r"\d+ ?(?:days? old|tage alt|dagen oud|dagar gamm[ae]l|dage gammel|dager gammel"
    r"|päivää vanha|päeva vana|napos|günlük)",
    re.IGNORECASE,
)


def without_age_notes(
    moved: Moved,
    *,
    published: date,
    before: datetime,
    after: datetime,
    was: Iterable[str],
    now: Iterable[str],
) -> Moved:
    """Return the lines that moved, less those that count the days of their item.

    Such a line has but another figure on the other page: the days from the publication
    to that capture. ``was`` and ``now`` are all lines of the pages, since one page
    alone may count it as text.
    """
    ages = [(at.date() - published).days for at in (before, after)]
    if min(ages) < _LEAST or ages[0] == ages[1]:
        return moved
    frames = [
        {frame_of(line) for line in lines if _says(line, age)}
        for lines, age in zip((was, now), ages, strict=True)
    ]
    both = frames[0] & frames[1]

    def kept(lines: Sequence[str], age: int) -> tuple[str, ...]:
        return tuple(
            line for line in lines if frame_of(line) not in both or not _says(line, age)
        )

    gone, come = kept(moved.gone, ages[0]), kept(moved.come, ages[1])
    return replace(moved, gone=gone, come=come)


def _says(line: str, age: int) -> bool:
    """Tell whether a line has an age of so many days, and no other figure.

    >>> _says("This page is 33 days old.", 33), _says("This page is 33 days old.", 36)
    (True, False)
    >>> _says("Published 33 days ago. See more.", 33), _says("It takes 33 days.", 33)
    (True, False)
    >>> _says("33 of 70 boats came 33 days ago", 33), _says("On 33.5 metres", 33)
    (False, False)
    """
    if len(line) > _LONGEST:
        return False
    found = list(_NUMBER.finditer(line))
    if len(found) != 1 or frame_of(line).count("#") != 1:
        return False
    is_near = abs(int(found[0][0]) - age) <= _NEAR
    return is_near and _tells_age(line, found[0])


def _tells_age(line: str, figure: re.Match[str]) -> bool:
    """Tell whether the words around a figure say how long ago something was."""
    if _OLD.match(line, figure.start()):
        return True
    before = _WORD.findall(line[: figure.start()])[-_BEFORE:]
    behind = _WORD.findall(line[figure.end() :])[:_BEHIND]
    return any(
        is_age(" ".join((*before[len(before) - n :], figure[0], *behind[:more])))
        for n in range(len(before) + 1)
        for more in range(1, len(behind) + 1)
    )

"""Days on which something begins or ends that lasts: none of its publication. Pure."""

import re
from collections.abc import Sequence
from itertools import pairwise

from parsers.dates.weekdays import weekday_chars
from parsers.dates.words import month_of
from parsers.model import Printed
from parsers.text import LETTER

#: Words between the first day and the last.
_TO = (
    r"(?:\s?[–—~～-]\s?|\s(?:to|until|till|through|and|bis|und|au|et|al|a|e|y|t/m|tot|en"
    r"|til|do|i|по|до|и|până la|la|ve|ile|έως|ως|và|đến|sampai|hingga|s/d|إلى|تا)\s"
    r"|\s?(?:至|から)\s?)"
)
_BETWEEN = re.compile(rf"[\s,]?(?:г\.?|года)?{_TO}(?:{LETTER}{{2,16}},?\s)?")
#: ``5 –`` or ``5 May –`` or ``5.5. –`` before a day.
_FIRST = re.compile(
    r"(?<![\w:./№#-])(?P<d>\d{1,2})(?:\.?(?P<m>\d{1,2})\.?|\.?\s(?:de\s)?"
    rf"(?P<name>{LETTER}{{3,16}})"
    rf"\.?|\.|er|º|°)?{_TO}(?:{LETTER}{{2,16}},?\s)?$",
    re.IGNORECASE,
)
#: ``May 5 –`` before a day that is written so too.
_FIRST_IN_MONTH = re.compile(
    rf"(?<!{LETTER})(?P<name>{LETTER}{{3,16}})\.?\s(?P<d>\d{{1,2}})(?:st|nd|rd|th)?{_TO}"
    rf"(?:{LETTER}{{2,16}},?\s)?$",
    re.IGNORECASE,
)
#: What may stand before the first day, but a day of the week: nothing, or a few words.
_LEAD = re.compile(
    r"(?:^|[,:;(|•·]\s?|\b(?:from|on|between|vom|von|am|du|le|del|dal|de|des|do|с|з|від|od"
    r"|dnia|w dniach|den|fra|från|van|desde|entre|từ|ngày|tanggal|من|از)\s)$",
    re.IGNORECASE,
)
#: ``至9日`` behind a day that begins with its year.
_LAST = re.compile(
    r"\s?(?:[～~–—-]|至|から)\s?(?:\d{1,2}月\s?)?\d{1,2}日|\s?[～~]\s?\d{1,2}[./]\d"
)
_REACH = 40


def spanned(text: str, dates: Sequence[Printed]) -> frozenset[int]:
    """Return which dates of a line begin or end a span of days.

    >>> from parsers.dates import find_dates
    >>> text = "Published 3 May 2026 | 5 – 9 June 2026"
    >>> sorted(spanned(text, find_dates(text)))
    [1]
    >>> text = "Open: May 12–June 4, 2026"
    >>> sorted(spanned(text, find_dates(text)))
    [0]
    >>> text = "14:05 – 9 June 2026"
    >>> sorted(spanned(text, find_dates(text)))
    []
    """
    places: list[tuple[int, int]] = []
    end = 0
    for found in dates:
        start = max(text.find(found.text, end), end)
        end = start + len(found.text)
        places.append((start, end))
    found_in: set[int] = set()
    for (at, one), (behind, other) in pairwise(enumerate(dates)):
        between = text[places[at][1] : places[behind][0]]
        if one.day < other.day and _BETWEEN.fullmatch(between):
            found_in |= {at, behind}
    for at, found in enumerate(dates):
        start, end = places[at]
        if _begins_before(text[max(0, start - _REACH) : start], found) or (
            found.text[:4].isdecimal() and _LAST.match(text, end)
        ):
            found_in.add(at)
    return frozenset(found_in)


def _begins_before(before: str, last: Printed) -> bool:
    """Tell whether the text before a day ends with a sooner one of a span."""
    found = (pattern.search(before) for pattern in (_FIRST, _FIRST_IN_MONTH))
    return any(first and _is_sooner(first, before, last) for first in found)


def _is_sooner(first: re.Match[str], before: str, last: Printed) -> bool:
    """Tell whether what was found before a day is a sooner one, and stands alone."""
    lead = before[: first.start()]
    if not (_LEAD.search(lead) or weekday_chars(lead)):
        return False
    said = first.groupdict()
    name = said["name"] or ""
    month = month_of(name) if name else int(said.get("m") or last.day.month)
    return bool(month) and (month, int(said["d"])) < (last.day.month, last.day.day)

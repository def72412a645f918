"""Printed dates → day, time where given, and the text they came from; or nothing. Pure.

A table of shapes reads nearly all; ``dateparser`` gets what is left, with the language
of the page. Neither a language nor an order of numbers is ever guessed.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from functools import lru_cache

from parsers.dates.hijri import HIJRI_MONTHS
from parsers.dates.leftover import parse_leftover
from parsers.dates.machine import parse_machine_date
from parsers.dates.months import MONTHS
from parsers.dates.patterns import (
    NUMERIC,
    RARE,
    SIGNED,
    WITHOUT_YEAR,
    WORDED,
    Shapes,
)
from parsers.dates.resolve import Hints
from parsers.dates.times import time_after, time_before, zone_after
from parsers.dates.weekdays import order_by_weekday, past_weekday
from parsers.model import Printed
from parsers.text import DIGITS

__all__ = [
    "find_dates",
    "may_hold_date",
    "order_among",
    "parse_date",
    "parse_machine_date",
]

#: Longer texts are no dates; what is behind this is not looked at.
MAX_CHARS = 200


def parse_date(
    text: str,
    *,
    languages: Sequence[str] = (),
    order: str | None = None,
    now_year: int | None = None,
) -> Printed | None:
    """Return the one date a short text prints; nothing if it prints none, or several.

    >>> parse_date("Posted: 23.05.2022 10:47").iso
    '2022-05-23T10:47:00'
    >>> parse_date("16:29, 14 May 2012 | GMT +6").iso
    '2012-05-14T16:29:00+06:00'
    >>> parse_date("03/04/2020") is None
    True
    >>> parse_date("03/04/2020", languages=["en-US"]).iso
    '2020-03-04'
    """
    dates = find_dates(text, languages=languages, order=order, now_year=now_year)
    days = {found.day for found in dates}
    if len(days) == 1:
        return next((found for found in dates if found.at), dates[0])
    return None if days else parse_leftover(text, languages)


def find_dates(
    text: str,
    *,
    languages: Sequence[str] = (),
    order: str | None = None,
    now_year: int | None = None,
) -> tuple[Printed, ...]:
    """Return the dates a text prints, in its order.

    >>> [found.iso for found in find_dates("8 December 2021; updated 2021-12-09")]
    ['2021-12-08', '2021-12-09']
    >>> [found.iso for found in find_dates("il y a 2 jours 16 mars 2026, 8мая 2026")]
    ['2026-03-16', '2026-05-08']
    >>> [found.text for found in find_dates("5 Deireadh Fómhair 2026")]
    ['5 Deireadh Fómhair 2026']
    """
    if not may_hold_date(text) and not now_year:
        return ()
    said = _folded(text[:MAX_CHARS])
    text = _plain(said)
    hints = Hints(tuple(tag.lower() for tag in languages), order, now_year)
    return tuple(_with_time(text, said, *found) for found in _days(text, hints))


def order_among(texts: Iterable[str]) -> str | None:
    """Return the order that the numeric dates of a page prove, if they agree.

    >>> order_among(["10/17/2018", "Posted 01/08/10"]), order_among(["01/08/10"])
    ('MDY', None)
    >>> order_among(["Wed 04/03/2026", "Posted 01/08/10"])
    'DMY'
    """
    orders = {
        order
        for text in texts
        if "/" in text
        for found in _SLASHED.finditer(text[:MAX_CHARS])
        if (order := _proved_order(found))
    }
    return orders.pop() if len(orders) == 1 else None


def _proved_order(found: re.Match[str]) -> str:
    first, second, year = (int(part) for part in found.groups())
    if (first > 12) != (second > 12):
        return "DMY" if first > 12 else "MDY"
    return order_by_weekday(found.string, found.start(), (first, second, year))


def may_hold_date(text: str) -> bool:
    """Say, quickly, whether a date with a year can stand in a text.

    >>> may_hold_date("Page 3 of 10"), may_hold_date("(02 Apr. 20)")
    (False, True)
    """
    return _may_hold_date(text[:MAX_CHARS])


@lru_cache(maxsize=1024)
def _may_hold_date(text: str) -> bool:
    """Say the same; several finders ask it of a line."""
    return _LIKELY.search(text) is not None


def _days(text: str, hints: Hints) -> Iterator[tuple[int, int, date]]:
    """Yield start, end and day of each date, none within another."""
    found = [day for shapes in _shapes_for(text) for day in _read(text, shapes, hints)]
    found = found or list(_read(text, RARE, hints))
    if not found and hints.now_year:
        found = list(_read(text, WITHOUT_YEAR, hints))
    reached = 0
    for start, end, day in sorted(found):
        if start >= reached:
            yield start, -end, day
            reached = -end


def _shapes_for(text: str) -> Iterator[Shapes]:
    """Yield the tables whose shapes a text can have."""
    if any(map(text.__contains__, _BETWEEN)):
        yield NUMERIC
    if _SIGN.search(text):
        yield SIGNED
    if _LETTERS.search(text):
        yield WORDED


def _read(text: str, shapes: Shapes, hints: Hints) -> Iterator[tuple[int, int, date]]:
    """Yield start, end (negative, so that the longest sorts first) and day.

    What looks like the year of no date may be the day of one: "il y a 2 jours 16 mars".
    """
    for pattern, read in shapes.values():
        match = pattern.search(text)
        while match:
            goes_on = match.end()
            if day := read(match, hints):
                yield match.start(), -match.end(), day
            elif "y" in pattern.groupindex and match.start("y") > match.start():
                goes_on = match.start("y")
            match = pattern.search(text, goes_on)


def _with_time(text: str, said: str, start: int, end: int, day: date) -> Printed:
    clock, zone = None, None
    if _DIGIT.search(text, end):
        clock, zone = time_after(text, end)
        if not clock and (behind := past_weekday(text, end)) > end:
            clock, zone = time_after(text, behind)
    if not clock and _DIGIT.search(text, 0, start):
        clock, zone = time_before(text, start)
        zone = zone or zone_after(text, end)
    if not clock and (between := _CLOCK_BETWEEN.search(text, start, end)):
        clock, zone = time_after(text, between.start())
    at = datetime.combine(day, clock, zone) if clock else None
    return Printed(day=day, at=at, text=said[start:end].strip())


def _folded(text: str) -> str:
    """Fold digits of other scripts, blanks and marks that stand within dates."""
    return text if text.isascii() else _THAI_DOT.sub("", text.translate(_FOLD))


def _plain(text: str) -> str:
    """Write one comma for that of every script, and months of two words as one."""
    if text.isascii():
        return text
    text = text.translate(_COMMAS)
    return _TWO_WORDS.sub(lambda found: _BLANK.sub("_", found[0]), text)


_SLASHED = re.compile(r"(?<![\d/])([0-3]?\d)/([0-3]?\d)/([12]\d{3}|\d\d)(?![\d/])")
_DIGIT = re.compile(r"\d")
_CLOCK_BETWEEN = re.compile(r"\s(?=\d\d:\d\d)")
#: What stands between the numbers of a date.
_BETWEEN = ".-/"
_SIGN = re.compile(r"[年년]")
_LETTERS = re.compile(r"[^\W\d_]\S")
#: Begins with one set of signs, so that all others are passed over fast.
_LIKELY = re.compile(
    r"[\d〇一二三四五六七八九元](?:\s?[年년]|(?<=\d)(?:\d{3}"
    r"|\d?\s?[./\-\u2010-\u2012\uff0f\uff0e\uff0d]\s?\d\d?\s?[./\-\u2010"
    r"-\u2012\uff0f\uff0e\uff0d]\s?\d\d"
    r"|[^\W\d_]{0,2}[.,]?[\s\-][^\s\d]{3,16}[\s\-]{1,2}['’]?\d\d(?!\d)"
    r"|,?\s?['’]\d\d(?!\d)|,\s\d\d(?!\d))|(?<=[RHS和成]\d)\.\d\d?\.\d)"
)
_FOLD = {
    **DIGITS,
    **dict.fromkeys((0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0xFEFF, 0xAD, 0x202B)),
    **dict.fromkeys((0xA0, 0x2009, 0x202F, 0x3000), " "),
    **dict.fromkeys((0x2010, 0x2011, 0x2212), "-"),
    0xFF0F: "/",
    0xFF0E: ".",
    0xFF1A: ":",
    0xFF0D: "-",
}
_COMMAS = dict.fromkeys((0x060C, 0xFF0C, 0x104A, 0x1363), ",")
#: Thai and Lao abbreviations are written with dots.
_THAI_DOT = re.compile(r"(?<=[\u0e00-\u0eff])\.")
_BLANK = re.compile("[ -]")
#: Months of two words, or of three, the longest first.
_TWO_WORDS = re.compile(
    "|".join(
        word.replace("_", _BLANK.pattern)
        for word in sorted(
            (
                word
                for names in (*MONTHS.values(), " ".join(HIJRI_MONTHS))
                for word in names.split()
                if "_" in word
            ),
            key=len,
            reverse=True,
        )
    ),
    re.IGNORECASE,
)

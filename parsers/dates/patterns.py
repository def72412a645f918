"""The shapes dates are printed in, as a table: one line a shape. Pure."""

import re
from collections.abc import Callable, Collection
from datetime import date
from typing import NamedTuple

from parsers.dates.calendars import (
    ERAS,
    PERSIAN_MONTHS,
    chinese_number,
    persian_day,
    thai_year,
)
from parsers.dates.words import month_of


class Hints(NamedTuple):
    """What is known of a page: its language tags, the order of numbers, the year."""

    languages: tuple[str, ...] = ()
    order: str | None = None
    now_year: int | None = None


def order_of(languages: Collection[str]) -> str | None:
    """Return the order in which a language writes day and month, if it has one.

    >>> order_of(["de"]), order_of(["en-US"]), order_of(["en"]), order_of([])
    ('DMY', 'MDY', None, None)
    """
    orders = {_order_of_one(tag.lower()) for tag in languages}
    return orders.pop() if len(orders) == 1 else None


def make_day(year: int, month: int | None, day: int) -> date | None:
    """Return the day, or nothing if the calendar has none such.

    >>> make_day(2021, 2, 30) is None
    True
    """
    if not month:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _order_of_one(tag: str) -> str | None:
    primary, _, region = tag.partition("-")
    if primary in ("en", "fil", "tl"):
        return _ENGLISH.get(region.rpartition("-")[2])
    return "DMY"


def _year(text: str, hints: Hints) -> int:
    """Return the year that four digits, or two, mean."""
    year = int(text.lstrip("'’"))
    if year < 100:
        latest = (hints.now_year or 2069) % 100 + (1 if hints.now_year else 0)
        return year + (2000 if year <= latest else 1900)
    return thai_year(year)


def _year_first(found: re.Match[str], hints: Hints) -> date | None:
    year, month, day = int(found["y"]), int(found["m"]), int(found["d"])
    if 1206 < year < 1499:
        return persian_day(year, month, day) if "fa" in hints.languages else None
    return make_day(thai_year(year), month, day)


def _numbers(found: re.Match[str], hints: Hints) -> date | None:
    """Resolve two numbers and a year: by what is possible, else by what is known."""
    first, second = int(found["a"]), int(found["b"])
    year = _year(found["y"], hints)
    order = hints.order or order_of(hints.languages)
    if order not in ("DMY", "MDY"):
        order = None
    if first > 12 >= second or first == second:
        order = order if first == second and order else "DMY"
    elif second > 12 >= first:
        order = "MDY"
    elif not hints.order and found["sign"].strip() == ".":
        order = "DMY"
    if not order or (len(found["y"]) == 2 and not _is_plain(found, hints)):
        return None
    if order == "DMY":
        return make_day(year, second, first)
    return make_day(year, first, second)


def _is_plain(found: re.Match[str], hints: Hints) -> bool:
    """Say whether a year of two digits can be one: three numbers of two digits."""
    return bool(hints.order) or len(found["a"]) == len(found["b"]) == 2


def _named(found: re.Match[str], hints: Hints) -> date | None:
    month = month_of(found["m"], hints.languages)
    if not month and "fa" in hints.languages and found["m"] in PERSIAN_MONTHS:
        month = PERSIAN_MONTHS[found["m"]]
        return persian_day(int(found["y"]), month, int(found["d"]))
    return make_day(_year(found["y"], hints), month, int(found["d"]))


def _era(found: re.Match[str], _hints: Hints) -> date | None:
    year = ERAS[found["era"]] + (int(found["y"]) if found["y"] != "元" else 1)
    return make_day(year, int(found["m"]), int(found["d"]))


def _chinese(found: re.Match[str], _hints: Hints) -> date | None:
    year, month, day = (chinese_number(found[part]) for part in "ymd")
    return make_day(year, month, day)


def _no_year(found: re.Match[str], hints: Hints) -> date | None:
    if not hints.now_year:
        return None
    month = found["m"]
    number = int(month) if month.isdecimal() else month_of(month, hints.languages)
    return make_day(hints.now_year, number, int(found["d"]))


_ENGLISH = {"us": "MDY", "ph": "MDY"} | dict.fromkeys(
    ("gb", "uk", "au", "nz", "ie", "in", "za", "ng", "ke", "sg", "my", "hk", "pk"),
    "DMY",
)
_Y4 = r"(?<!\d)(?<!\d[.,:/])(?P<y>[12]\d{3})"
_YEAR = r"(?P<y>[12]\d{3}(?![\d:])|['’]?\d{2}(?![\d:.%]))"
_DAY = r"(?P<d>[0-3]?\d)"
_WORD = r"(?P<m>[^\W\d_][^\s\d,./()|:;·–—\-'’\"]{1,24}+)"
_NTH = r"(?:st|nd|rd|th|er|re|º|°|ª|η|ης|[-‑]?(?:го|е|а|shi)|\.|,)?"
_OF = r"(?:de |d['’]|of |dne |da |ngày |يوم )?"

Shapes = dict[str, tuple[re.Pattern[str], Callable[..., date | None]]]

#: Shape → how to read it. No shape is worse than linear: each part is bounded.
NUMERIC: Shapes = {
    "year-first": (
        re.compile(
            _Y4 + r"(?P<sign>\.\s|[-./])(?P<m>[01]?\d)(?P=sign)" + _DAY + r"(?!\d)\.?"
        ),
        _year_first,
    ),
    "numbers": (
        re.compile(
            r"(?<!\d)(?<!\d[.,:/+-])(?P<a>[0-3]?\d)(?P<sign>\.\s|\s?[./-]\s?)(?P<b>[0-3]?\d)"
            r"(?P=sign)" + _YEAR
        ),
        _numbers,
    ),
}
#: Shapes with the name of a month.
WORDED: Shapes = {
    "day-month": (
        re.compile(
            r"(?<![A-Za-z\d])(?<!\d[.,:/])"
            + _DAY
            + _NTH
            + r"[\s\-]{0,2}"
            + _OF
            + _WORD
            + r"(?:\s?/\s?[^\W\d_][^\s\d,./]{2,24})?"
            + r"\.?[\s,\-]{0,3}(?:de |del |of |da |ng |ж\. )?"
            + _YEAR
        ),
        _named,
    ),
    "month-day": (
        re.compile(
            r"(?:(?<!\w)|(?<=[a-z\d])(?=[A-Z]))"
            + _WORD
            + r"\.?[\s\-]{0,2}"
            + _DAY
            + r"(?:st|nd|rd|th|º|°|-?a|\.)?"
            r"(?:\s?[,\-]\s?|\s{1,2}| de | del )" + _YEAR
        ),
        _named,
    ),
    "year-month": (
        re.compile(
            _Y4
            + r"(?:\.|,|-|\s?m\.|\.?\s?(?:оны|ж\.))?[\s]{0,2}"
            + _WORD
            + r"\.?[\s\-]{0,2}"
            r"(?:hónap )?" + _DAY + r"(?![\d:])"
        ),
        _named,
    ),
}
#: Shapes looked for where no other was found.
RARE: Shapes = {
    "year-day-month": (
        re.compile(
            _Y4 + r"\.?\s?(?:gada|gads|ж\.?|жыл\w{0,5}|жылдын|йил\w{0,4}|-?yil|წლის)"
            r"\s" + _DAY + r"[.-]?\s?" + _WORD
        ),
        _named,
    ),
    "clock-between": (
        re.compile(
            _WORD
            + r"\s{1,2}"
            + _DAY
            + r",?\s\d\d:\d\d(?::\d\d)?\s(?:[A-Z+\-\d:]{1,6}\s)?"
            r"(?P<y>[12]\d{3})(?!\d)"
        ),
        _named,
    ),
    "vietnamese": (
        re.compile(
            _DAY
            + r"\s?(?:tháng|Tháng|thg|Thg)\s?(?P<m>[01]?\d),?\s(?:năm )?(?P<y>\d{4})"
        ),
        lambda found, _hints: make_day(
            int(found["y"]), int(found["m"]), int(found["d"])
        ),
    ),
}
#: Shapes with the signs for year, month and day.
SIGNED: Shapes = {
    "signs": (
        re.compile(
            r"(?P<y>[12]\d{3})\s?[年년]\s?(?P<m>[01]?\d)\s?[月월]\s?"
            + _DAY
            + r"(?!\d)\s?[日일号號]?"
        ),
        _year_first,
    ),
    "era": (
        re.compile(
            rf"(?P<era>{'|'.join(ERAS)})\s?(?P<y>\d{{1,3}}|元)\s?年\s?(?P<m>\d{{1,2}})\s?月\s?"
            r"(?P<d>\d{1,2})\s?日"
        ),
        _era,
    ),
    "chinese": (
        re.compile(
            r"(?P<y>[零〇一二三四五六七八九]{4})年(?P<m>[一二三四五六七八九十]{1,2})月"
            r"(?P<d>[一二三四五六七八九十]{1,3})日"
        ),
        _chinese,
    ),
}
#: Read only where the year is known from elsewhere.
WITHOUT_YEAR: Shapes = {
    "day-month": (
        re.compile(r"(?<!\d)(?<!\d[.,:/])" + _DAY + _NTH + r"\s{0,2}" + _OF + _WORD),
        _no_year,
    ),
    "month-day": (re.compile(_WORD + r"\.?\s{1,2}" + _DAY + r"(?![\d:])"), _no_year),
    "numbers": (
        re.compile(r"(?P<m>[01]?\d)\s?[月월]\s?" + _DAY + r"\s?[日일]"),
        _no_year,
    ),
}

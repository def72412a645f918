"""What the parts of a date mean: order, year and calendar, by what is known. Pure."""

import re
from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from parsers.dates.calendars import (
    ERAS,
    ETHIOPIAN_MONTHS,
    NEPALI_MONTHS,
    PERSIAN_MONTHS,
    chinese_number,
    ethiopian_day,
    nepali_day,
    persian_day,
    thai_year,
)
from parsers.dates.hijri import HIJRI_MONTHS, hijri_day
from parsers.dates.weekdays import day_by_weekday, order_by_weekday
from parsers.dates.words import month_of, plain_letters


class Hints(NamedTuple):
    """What is known of a page: its language tags, the order of numbers, the year."""

    languages: tuple[str, ...] = ()
    order: str | None = None
    now_year: int | None = None

    def speak(self, *codes: str) -> bool:
        """Say whether a page is in one of some languages, wherever it is spoken.

        >>> Hints(("fa-ir",)).speak("fa"), Hints().speak("fa")
        (True, False)
        """
        return any(tag.partition("-")[0] in codes for tag in self.languages)


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


def _year(text: str, hints: Hints, month: str = "") -> int:
    """Return the year that four digits, or two, mean."""
    year = int(text.lstrip("'’"))
    if year >= 100:
        return thai_year(year)
    if (hints.speak("th") or _THAI.match(month)) and year >= _FIRST_THAI:
        return thai_year(2500 + year)
    latest = (hints.now_year or 2069) % 100 + (1 if hints.now_year else 0)
    return year + (2000 if year <= latest else 1900)


def year_first(found: re.Match[str], hints: Hints) -> date | None:
    """Resolve a year, a month and a day in numbers."""
    year, month, day = int(found["y"]), int(found["m"]), int(found["d"])
    if _FIRST_SOLAR < year < _LAST_SOLAR:
        is_solar = hints.speak(*_SOLAR)
        return persian_day(year, month, day) if is_solar else None
    if hints.speak("ne") and year > _NEPALI_FROM:
        return nepali_day(year, month, day)
    return make_day(thai_year(year), month, day)


def minguo(found: re.Match[str], hints: Hints) -> date | None:
    """Resolve a year of the republic, which pages of Taiwan need not name."""
    if not any(tag in _TAIWAN for tag in hints.languages):
        return None
    year = int(found["y"]) + ERAS["民國"]
    return make_day(year, int(found["m"]), int(found["d"]))


def numbers(found: re.Match[str], hints: Hints) -> date | None:
    """Resolve two numbers and a year: by what is possible, else by what is known.

    A day of the week before them proves more than the language of the page.
    """
    first, second = int(found["a"]), int(found["b"])
    if _is_year_first(found, hints):
        return make_day(2000 + first, second, int(found["y"]))
    year = _year(found["y"], hints)
    if _FIRST_SOLAR < year < _LAST_SOLAR:  # of the Hijra, by the moon elsewhere
        return persian_day(year, second, first) if hints.speak(*_SOLAR) else None
    order = hints.order or order_of(hints.languages)
    if order not in ("DMY", "MDY"):
        order = None
    if first > 12 >= second or first == second:
        order = order if first == second and order else "DMY"
    elif second > 12 >= first:
        order = "MDY"
    elif proved := order_by_weekday(found.string, found.start(), (first, second, year)):
        order = proved
    elif not hints.order and found["sign"].strip() == ".":
        order = "DMY"
    if not order or (len(found["y"]) == 2 and not _is_plain(found, hints)):
        return None
    if order == "DMY":
        return make_day(year, second, first)
    return make_day(year, first, second)


def _is_year_first(found: re.Match[str], hints: Hints) -> bool:
    """Say whether three numbers of two digits begin with the year, as some write."""
    if not len(found["a"]) == len(found["b"]) == len(found["y"]) == 2:
        return False
    is_usual = hints.order == "YMD" or hints.speak(*_YEAR_FIRST)
    return is_usual and int(found["y"]) <= _LAST_DAY


def _is_plain(found: re.Match[str], hints: Hints) -> bool:
    """Say whether a year of two digits can be one.

    Three numbers of two digits are a day; others by strokes, in a language that has
    an order for them.
    """
    if hints.order or len(found["a"]) == len(found["b"]) == 2:
        return True
    return found["sign"] == "/" and order_of(hints.languages) is not None


def named(found: re.Match[str], hints: Hints) -> date | None:
    """Resolve a month with a name, of whichever calendar: first of the language's own.

    Neighbors may call a month of ours by the same name.
    """
    name, year, day = found["m"], int(found["y"].lstrip("'’")), int(found["d"])
    for names, to_day, codes in _CALENDARS:
        if (month := names.get(plain_letters(name))) and hints.speak(*codes):
            return to_day(year, month, day)
    if month := month_of(name, hints.languages):
        return make_day(_year(found["y"], hints, name), month, day)
    return None


def roman(found: re.Match[str], _hints: Hints) -> date | None:
    """Resolve a month in Roman numerals."""
    month = _ROMAN.index(found["m"]) + 1 if found["m"] in _ROMAN else None
    return make_day(int(found["y"]), month, int(found["d"]))


def hijri(found: re.Match[str], hints: Hints) -> date | None:
    """Resolve a year of the Hijra, on a Saudi page or behind the day of the week.

    Elsewhere a month begins when its moon is seen, up to two days sooner or later.
    """
    name = found["m"]
    month = int(name) if name.isdecimal() else HIJRI_MONTHS.get(name, 0)
    day = hijri_day(int(found["y"]), month, int(found["d"]))
    if day is None or "ar-sa" in hints.languages:
        return day
    return day_by_weekday(found.string, found.start(), day)


def short_era(found: re.Match[str], hints: Hints) -> date | None:
    """Resolve a year of a Japanese era, which may be named by its first letter."""
    if not hints.speak("ja"):
        return None
    year = ERAS[_SHORT_ERAS.get(found["era"], found["era"])]
    year += 1 if found["y"] == "元" else int(found["y"])
    return make_day(year, int(found["m"]), int(found["d"]))


def era(found: re.Match[str], _hints: Hints) -> date | None:
    """Resolve a year of an era that is named."""
    year = ERAS[found["era"]] + (int(found["y"]) if found["y"] != "元" else 1)
    return make_day(year, int(found["m"]), int(found["d"]))


def chinese(found: re.Match[str], _hints: Hints) -> date | None:
    """Resolve numbers in Chinese signs."""
    year, month, day = (chinese_number(found[part]) for part in "ymd")
    return make_day(year, month, day)


def no_year(found: re.Match[str], hints: Hints) -> date | None:
    """Resolve a day whose year is known from elsewhere."""
    if not hints.now_year:
        return None
    month = found["m"]
    number = int(month) if month.isdecimal() else month_of(month, hints.languages)
    return make_day(hints.now_year, number, int(found["d"]))


#: Calendars with months of their own: names, how to make them ours, where they hold.
_SOLAR = ("fa", "prs", "ps")
_FIRST_SOLAR, _LAST_SOLAR = 1206, 1499
_CALENDARS = (
    (PERSIAN_MONTHS, persian_day, _SOLAR),
    (ETHIOPIAN_MONTHS, ethiopian_day, ("am",)),
    (NEPALI_MONTHS, nepali_day, ("ne", "mai", "new")),
)
#: Where a date in figures begins with its year, be it one of two digits.
_YEAR_FIRST, _LAST_DAY = ("hu", "ja", "ko", "lt", "mn", "zh"), 31
#: A Nepali page's year from here on is of its own calendar.
_NEPALI_FROM = 2060
#: Two digits from here on are a Thai year's: 2540 was 1997.
_FIRST_THAI = 40
_THAI = re.compile(r"[\u0e00-\u0e7f]")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_SHORT_ERAS = {"R": "令和", "H": "平成", "S": "昭和"}
_TAIWAN = frozenset(["zh-tw", "zh-hant", "zh-hant-tw"])
_ENGLISH = {"us": "MDY", "ph": "MDY"} | dict.fromkeys(
    ("gb", "uk", "au", "nz", "ie", "in", "za", "ng", "ke", "sg", "my", "hk", "pk"),
    "DMY",
)

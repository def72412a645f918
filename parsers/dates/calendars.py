"""Years and days of other calendars and scripts, made Gregorian. Pure."""

from datetime import date

#: First year of an era, minus one.
ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911}
#: Months of the Persian solar year.
PERSIAN_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "فروردین",
            "اردیبهشت",
            "خرداد",
            "تیر",
            "مرداد امرداد",
            "شهریور",
            "مهر",
            "آبان",
            "آذر",
            "دی",
            "بهمن",
            "اسفند",
        ),
        1,
    )
    for name in names.split()
}
_CHINESE = {digit: str(n % 10) for n, digit in enumerate("零一二三四五六七八九〇")}


def persian_day(year: int, month: int, day: int) -> date | None:
    """Return the day of the Persian solar calendar, or nothing if there is none.

    The arithmetic rule of 33 years, true for 1206 to 1498.

    >>> persian_day(1400, 9, 17), persian_day(1400, 12, 30)
    (datetime.date(2021, 12, 8), None)
    """
    if not (1206 <= year <= 1498 and 1 <= month <= 12 and 1 <= day <= 31):
        return None
    passed = 31 * min(month - 1, 6) + 30 * max(month - 7, 0) + day - 1
    ordinal = _new_year(year) + passed
    if ordinal >= _new_year(year + 1) or (day == 31 and month > 6):
        return None
    return date.fromordinal(ordinal)


def thai_year(year: int) -> int:
    """Return the Gregorian year of one that may be Buddhist.

    >>> thai_year(2564), thai_year(2021)
    (2021, 2021)
    """
    return year - 543 if 2400 < year < 2700 else year


def chinese_number(text: str) -> int:
    """Return the number that Chinese digits write, by place or with tens.

    >>> chinese_number("二〇二一"), chinese_number("十二"), chinese_number("二十一")
    (2021, 12, 21)
    """
    tens, ten, units = text.rpartition("十")
    if not ten:
        tens, units = "", text
    first = "".join(_CHINESE.get(char, char) for char in tens) or ("1" if ten else "")
    last = "".join(_CHINESE.get(char, char) for char in units) or ("0" if ten else "")
    number = first + last
    return int(number) if number.isdecimal() else 0


def _new_year(year: int) -> int:
    """Return the ordinal of the first day of a Persian year."""
    leap_days = (year * 8 + 21) // 33 - (1206 * 8 + 21) // 33
    return date(1827, 3, 22).toordinal() + (year - 1206) * 365 + leap_days

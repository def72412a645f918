"""Years and days of other calendars and scripts, made Gregorian. Pure."""

from datetime import date, timedelta

#: First year of an era, minus one.
ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911}


def _numbered(*names: str) -> dict[str, int]:
    """Return each name of each month with the month's number."""
    return {name: n for n, group in enumerate(names, 1) for name in group.split()}


#: Months of the Persian solar year, as Iran and as Afghanistan call them.
PERSIAN_MONTHS = _numbered(
    "فروردین حمل وری",
    "اردیبهشت ثور غویی",
    "خرداد جوزا غبرګولی",
    "تیر سرطان چنګاښ",
    "مرداد امرداد اسد زمری",
    "شهریور سنبله وږی",
    "مهر میزان تله",
    "آبان عقرب لړم",
    "آذر قوس لیندۍ",
    "دی جدی مرغومی",
    "بهمن دلو سلواغه",
    "اسفند حوت کب",
)
#: Months of the Ethiopian year; the thirteenth has five or six days.
ETHIOPIAN_MONTHS = _numbered(
    "መስከረም", "ጥቅምት", "ኅዳር ህዳር ሕዳር", "ታኅሣሥ ታህሳስ ታኅሳስ", "ጥር", "የካቲት", "መጋቢት",
    "ሚያዝያ ሚያዚያ", "ግንቦት", "ሰኔ", "ሐምሌ ሀምሌ", "ነሐሴ ነሀሴ", "ጳጉሜን ጳጉሜ ጳጉሜ",
)  # fmt: skip
#: Months of the Nepali year.
NEPALI_MONTHS = _numbered(
    "वैशाख बैशाख", "जेठ जेष्ठ ज्येष्ठ", "असार आषाढ", "साउन श्रावण", "भदौ भाद्र", "असोज आश्विन",
    "कार्तिक कात्तिक", "मंसिर मङ्सिर मार्ग", "पुस पौष पुष", "माघ", "फागुन फाल्गुन", "चैत चैत्र",
)  # fmt: skip
#: Days of the Nepali months from 2060 on, less 28; the almanac is no arithmetic.
_NEPALI_DAYS = (
    "334432212122 343432221123 243433121213 334333212122 334432212122 343432221123 "
    "333433122113 334333212122 334432212122 343432221123 333433122122 334333212122 "
    "343432212122 343432221123 333433212122 334333212122 343432221122 343432221213 "
    "333433212122 334333212122 343432221122 343432221213 334333212122 334333212122 "
    "334332221222 343423221222 243432221222 334333221222 234423221222 243432221222 "
    "243432221222"
).split()
_FIRST_NEPALI, _NEPALI_BEGAN = 2060, date(2003, 4, 14)
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


def ethiopian_day(year: int, month: int, day: int) -> date | None:
    """Return the day of the Ethiopian calendar, or nothing if there is none.

    Each fourth year is a day longer; true from 1892 to 2092.

    >>> ethiopian_day(2018, 6, 23), ethiopian_day(2018, 13, 6)
    (datetime.date(2026, 3, 2), None)
    """
    longest = 30 if month < 13 else 5 + (year % 4 == 3)
    if not (1892 <= year <= 2092 and 1 <= month <= 13 and 1 <= day <= longest):
        return None
    passed = 365 * (year - 1) + year // 4 + 30 * (month - 1) + day - 1
    return date.fromordinal(date(8, 8, 27).toordinal() + passed)


def nepali_day(year: int, month: int, day: int) -> date | None:
    """Return the day of the Nepali calendar, as far as its almanac is known here.

    >>> nepali_day(2082, 11, 18), nepali_day(2082, 13, 1)
    (datetime.date(2026, 3, 2), None)
    """
    before = _NEPALI_DAYS[: max(0, year - _FIRST_NEPALI)]
    if not _FIRST_NEPALI <= year < _FIRST_NEPALI + len(_NEPALI_DAYS):
        return None
    months = [28 + int(days) for days in _NEPALI_DAYS[len(before)]]
    if not (1 <= month <= 12 and 1 <= day <= months[month - 1]):
        return None
    passed = sum(28 * 12 + sum(map(int, days)) for days in before)
    return _NEPALI_BEGAN + timedelta(passed + sum(months[: month - 1]) + day - 1)


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

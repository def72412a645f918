"""Days of the Umm al-Qura calendar, which Saudi offices write by, as data. Pure.

Other countries begin a month when its moon is seen, a day sooner or later.
"""

from datetime import date, timedelta

#: Months from 1420 on, a year in three hexadecimal digits, a bit set for 30 days
#: (the almanac of KACST, as R. H. van Gent tells it).
_LENGTHS = (
    "4bd23d91da95b4ab5a56d2b693b49b6556a9754b6a56caad555b29b92ba95d4ada55aaab5957497"
    "64baa5b52b6a56d2ae9572a75535a95d49ba4dd26d53"
)
_FIRST, _BEGAN = 1420, date(1999, 4, 17)
#: Names of the months, ``_`` for a blank; those of the second spring and winter vary.
HIJRI_MONTHS = {
    name: number
    for number, group in enumerate(
        (
            "محرم المحرم",
            "صفر",
            "ربيع_الأول ربيع_الاول",
            "ربيع_الآخر ربيع_الثاني ربيع_الاخر ربيع_ثاني",
            "جمادى_الأولى جمادى_الاولى جمادي_الأولى جمادى_الأول",
            "جمادى_الآخرة جمادى_الثانية جمادى_الاخرة جمادي_الآخرة جمادى_الثاني",
            "رجب",
            "شعبان",
            "رمضان",
            "شوال",
            "ذو_القعدة ذي_القعدة ذوالقعدة",
            "ذو_الحجة ذي_الحجة ذوالحجة",
        ),
        1,
    )
    for name in group.split()
}


def hijri_day(year: int, month: int, day: int) -> date | None:
    """Return the day of the Umm al-Qura calendar, as far as its almanac is known here.

    >>> hijri_day(1447, 9, 12), hijri_day(1447, 13, 1), hijri_day(1461, 1, 1)
    (datetime.date(2026, 3, 1), None, None)
    """
    if not (0 <= year - _FIRST < len(_LENGTHS) // 3 and 1 <= month <= 12):
        return None
    years = [int(_LENGTHS[at : at + 3], 16) for at in range(0, len(_LENGTHS), 3)]
    months = [29 + (one >> bit & 1) for one in years for bit in range(11, -1, -1)]
    before = (year - _FIRST) * 12 + month - 1
    if not 1 <= day <= months[before]:
        return None
    return _BEGAN + timedelta(sum(months[:before]) + day - 1)

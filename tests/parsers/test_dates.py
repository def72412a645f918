"""Printed dates, in the shapes and languages of press sites."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.dates import find_dates, order_among, parse_date, parse_machine_date
from parsers.dates.calendars import persian_day
from parsers.dates.labels import label_of
from parsers.dates.months import MONTHS
from parsers.dates.patterns import NUMERIC, RARE, SIGNED, WORDED
from parsers.dates.words import month_of

#: What the reference sites print, and what must be read.
SHAPES = [
    ("23.12.2023", "2023-12-23"),
    ("18 Feb. 2023", "2023-02-18"),
    ("26 April 2015", "2015-04-26"),
    ("19 October, 2010 00:00", "2010-10-19T00:00:00"),
    ("17 October 2022 13:07", "2022-10-17T13:07:00"),
    ("10 November 2022, 16:42", "2022-11-10T16:42:00"),
    ("16:29, 14 May 2012 | GMT +6", "2012-05-14T16:29:00+06:00"),
    # glued to how often it was read
    ("16:29, 14 May 2012 | GMT +61925", "2012-05-14T16:29:00+06:00"),
    ("14 May 2012 16:29 GMT +612", "2012-05-14T16:29:00+06:00"),
    ("14 May 2012 16:29 GMT +11925", "2012-05-14T16:29:00"),
    ("27/02/2026 | 03:31 [GMT+7]", "2026-02-27T03:31:00+07:00"),
    ("26 de Feb, 2026 [05:00:40]", "2026-02-26T05:00:40"),
    ("Posted: 23.05.2022 10:47:00", "2022-05-23T10:47:00"),
    ("13:48, 13.10.2017", "2017-10-13T13:48:00"),
    ("May 8, 2021 - 18:10 - Harbour", "2021-05-08T18:10:00"),
    ("(02 Apr. 20)", "2020-04-02"),
    ("March 11, 2020, Harbour", "2020-03-11"),
    ("Publishing date: 3 May 2021", "2021-05-03"),
    ("HARBOUR, 9 October 2020 –", "2020-10-09"),
    ("The committee met on December 8 08.12.2021", "2021-12-08"),
    ("8th of December 2021", "2021-12-08"),
    ("Dec. 8, '21", "2021-12-08"),
    ("Wed, 08 Dec 2021 16:42:00 +0300", "2021-12-08T16:42:00+03:00"),
    ("2021-12-08T16:42:00Z", "2021-12-08T16:42:00+00:00"),
    ("Dec 8, 2021 4:42 p.m. EST", "2021-12-08T16:42:00-05:00"),
    ("12:05 AM 8 Dec 2021", "2021-12-08T00:05:00"),
    ("8 декабря 2021 г., 16:42", "2021-12-08T16:42:00"),
    ("1er décembre 2021 à 16h42", "2021-12-01T16:42:00"),
    ("8 de diciembre de 2021", "2021-12-08"),
    ("8 dicembre 2021", "2021-12-08"),
    ("8 de dezembro de 2021", "2021-12-08"),
    ("8. Dezember 2021, 16:42 Uhr", "2021-12-08T16:42:00"),
    ("8. joulukuuta 2021 klo 16.42", "2021-12-08T16:42:00"),
    ("8 Aralık 2021", "2021-12-08"),
    ("8 грудня 2021", "2021-12-08"),
    ("ngày 8 tháng 12 năm 2021", "2021-12-08"),
    ("8 Δεκεμβρίου 2021", "2021-12-08"),
    ("2021. december 8. 16:42", "2021-12-08T16:42:00"),
    ("2021. 12. 08.", "2021-12-08"),
    ("2021 m. gruodžio 8 d.", "2021-12-08"),
    ("2021. gada 8. decembris", "2021-12-08"),
    ("8. децембар 2021", "2021-12-08"),
    ("٨ ديسمبر ٢٠٢١", "2021-12-08"),
    ("8 كانون الأول 2021", "2021-12-08"),
    ("8 दिसंबर 2021", "2021-12-08"),
    ("2021年12月8日 下午4:42", "2021-12-08T16:42:00"),
    ("二〇二一年十二月八日", "2021-12-08"),
    ("令和3年12月8日", "2021-12-08"),
    ("2021년 12월 8일 오후 4:42", "2021-12-08T16:42:00"),
    ("8 ธ.ค. 2564", "2021-12-08"),
    ("21. juni/lipanj, 2020.", "2020-06-21"),
    ("May, 8, 2021", "2021-05-08"),
    ("2021 LAW AG 1, 08/13/2021", "2021-08-13"),
    ("May 8, 21, 10:30", "2021-05-08T10:30:00"),
]


@pytest.mark.parametrize(("text", "iso"), SHAPES)
def test_a_printed_date_is_read(text: str, iso: str) -> None:
    """Each of these stands on a press site, in this shape."""
    found = parse_date(text)
    assert found is not None
    assert found.iso == iso


@pytest.mark.parametrize(
    "text",
    [
        "30.02.2021",
        "31 April 2021",
        "8 December",
        "December 2021",
        "2021",
        "Interaction-2021",
        "25 апреля с.г.",
        "Page 3 of 10",
        "192.168.20.21",
        "1.2.3.2021",
        "+44 20 7946 0958",
        "03/04/2020",
        "from 21.10.2021 to 25.10.2021",
        "12 listopada 2021",
        "13FEB26 1107",
        "June 20, 23, 27 and 30",
        "May 23, 27, and 30, 2014",
        "",
    ],
)
def test_what_is_no_date_or_could_be_two_is_none(text: str) -> None:
    """A wrong date is worse than none."""
    assert parse_date(text) is None


@pytest.mark.parametrize(
    ("languages", "order", "day"),
    [
        (["en-US"], None, date(2020, 3, 4)),
        (["en-GB"], None, date(2020, 4, 3)),
        (["fr"], None, date(2020, 4, 3)),
        (["en-GB"], "MDY", date(2020, 3, 4)),
        ([], "DMY", date(2020, 4, 3)),
    ],
)
def test_numbers_are_read_in_a_known_order(
    languages: list[str], order: str | None, day: date
) -> None:
    """What the site taught comes before what its language does."""
    found = parse_date("03/04/2020", languages=languages, order=order)
    assert found is not None
    assert found.day == day


def test_a_page_proves_its_order() -> None:
    """One date with a 17 in it tells how all the others are meant."""
    assert order_among(["03/04/2020", "10/17/2018"]) == "MDY"
    assert order_among(["17/10/2018", "10/17/2018"]) is None


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)), st.sampled_from(sorted(MONTHS)))
def test_every_month_of_every_language_is_read(day: date, language: str) -> None:
    """A table with a hole in it loses a month of news."""
    group = MONTHS[language].split("|")[day.month - 1].split()
    for word in group:
        text = f"{day.day} {word.replace('_', ' ')} {day.year}"
        found = parse_date(text, languages=[language])
        assert found is not None, text
        assert found.day == day, text


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)))
def test_machine_dates_come_back(day: date) -> None:
    """What sites state to machines is read as stated."""
    found = parse_machine_date(f"{day.isoformat()}T23:30:00-08:00")
    assert found is not None
    assert found.day == day
    assert found.iso.endswith("23:30:00-08:00")


@given(st.text(max_size=300), st.lists(st.text(max_size=8), max_size=2))
def test_any_text_is_read_or_passed(text: str, languages: list[str]) -> None:
    """Dates are generated, mangled, absurd; none may stop an item."""
    find_dates(text, languages=languages, now_year=2021)
    parse_date(text, languages=languages)
    parse_machine_date(text)


DATE_LIKE = st.lists(
    st.sampled_from([*"0123456789", "12", "31", "2021", ".", "/", "-", " ", ":", "T",
                     "May", "de", "Dec", "年", "月", "日", "'", "+", "am", "٣", "Z",
                     "tháng", "令和", "دی", "th", ","])
).map("".join)  # fmt: skip


@given(DATE_LIKE)
def test_any_jumble_of_date_parts_is_read_or_passed(text: str) -> None:
    """Where a pattern matches halfway, arithmetic must not fail."""
    for found in find_dates(text, languages=["fa"], now_year=2021):
        assert found.text in text or found.day
    parse_date(text, languages=["xx"])
    parse_machine_date(text)


def test_days_of_the_persian_year_follow_each_other() -> None:
    """The rule of leap years is easily off by one."""
    assert persian_day(1399, 12, 30) == date(2021, 3, 20)
    assert persian_day(1400, 1, 1) == date(2021, 3, 21)
    assert persian_day(1400, 12, 30) is None
    found = parse_date("۱۷ آذر ۱۴۰۰", languages=["fa"])
    assert found is not None
    assert found.day == date(2021, 12, 8)


def test_languages_that_disagree_need_a_language() -> None:
    """``Listopad`` is October in one country and November in the next."""
    assert month_of("listopad") is None
    assert (month_of("listopad", ["hr"]), month_of("listopad", ["pl"])) == (10, 11)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Last updated:", "updated"),
        ("Aktualisiert am", "updated"),
        ("Data ostatniej zmiany:", "updated"),
        ("Laatste wijziging:", "updated"),
        ("Дата останньої зміни:", "updated"),
        ("Senast redigerad", "updated"),
        ("Опубликовано", "published"),
        ("发布时间：", "published"),
        ("Δημοσιεύθηκε:", "published"),
        ("გამოქვეყნდა:", "published"),
        ("Жарияланды:", "published"),
        ("दिनांक:", "date"),
        ("Ημερομηνία", "date"),
        ("작성일", "published"),
        ("Data opublikowania", "published"),
        ("Deadline:", "other"),
        ("本日", "other"),
        ("FOR IMMEDIATE RELEASE", "published"),
        ("Datum", "date"),
        ("Harbour,", ""),
    ],
)
def test_a_label_says_which_date_it_is(text: str, label: str) -> None:
    """Publication is not modification, and an event is neither."""
    assert label_of(text) == label


@pytest.mark.parametrize(
    "piece",
    ["1", "1 ", "12.", "May ", "1 May ", "a" * 30 + " 1 ", "12:", "2021年", "é1"],
)
def test_long_texts_take_linear_time(piece: str) -> None:
    """A date is bounded before it is parsed."""
    started = time.process_time()
    for _ in range(100):
        find_dates(piece * 100_000)
        parse_machine_date(piece * 100_000)
    assert time.process_time() - started < 2


def test_no_shape_needs_more_than_linear_time() -> None:
    """The shapes themselves, without the bound."""
    started = time.process_time()
    for pattern, _read in (NUMERIC | WORDED | SIGNED | RARE).values():
        for piece in ("1", "a", "May 1 ", "1.", " ", "1 a"):
            pattern.findall(piece * 5000)
    assert time.process_time() - started < 5

"""Days on which something begins or ends, and words that only begin like a label."""

import pytest

from tests.parsers.test_date_lines import TEXT, TITLE, date_of

#: How pages say from when to when something lasts, and their language.
SPANS = [
    ("5–9 April 2026", "en"),
    ("From 5 to 9 April 2026", "en"),
    ("Monday 6 – Friday 10 April 2026", "en"),
    ("5 April - 9 May 2026", "en"),
    ("5 April 2026 – 9 May 2026", "en"),
    ("Exhibition dates: April 5–May 9, 2026", "en"),
    ("From Sunday, April 5 to Saturday, May 9, 2026", "en"),
    ("05.04.2026 - 09.04.2026", "de"),
    ("05.04. - 09.04.2026", "de"),
    ("Du 5 au 9 avril 2026", "fr"),
    ("Del 5 al 9 de abril de 2026", "es"),
    ("с 5 по 9 апреля 2026 года", "ru"),
    ("2026年4月5日～2026年4月9日", "ja"),
    ("2026年4月5日至9日", "zh"),
    ("2026.04.05 ~ 04.09", "ko"),
]


@pytest.mark.parametrize(("span", "language"), SPANS)
def test_no_item_was_published_from_one_day_to_another(
    span: str, language: str
) -> None:
    """A fair of five days is no day; what is printed below it is."""
    head = f"<html lang={language}>{TITLE}<p>{span}</p>"
    assert date_of(f"{head}{TEXT}") == ""
    assert date_of(f"{head}<p class=date>2026-03-03</p>{TEXT}") == "2026-03-03"


@pytest.mark.parametrize(
    "line",
    [
        "14:05 – 9 April 2026",
        "No. 5 – 9 April 2026",
        "Issue 5 - 9 April 2026",
        "Terminal 2 – April 9, 2026",
    ],
)
def test_a_number_before_a_day_need_not_begin_a_span(line: str) -> None:
    """Times and issues are numbered too."""
    day = date_of(f"<html lang=en>{TITLE}<p>{line}</p>{TEXT}")
    assert day.startswith("2026-04-09")


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Bishop of Harbour, 9 April 2026", "en"),
        ("Bornholm, 9 April 2026", "en"),
        ("Standing committee, 9 April 2026", "en"),
        ("Standort Hafen, 9. April 2026", "de"),
        ("Terminal 2, 9 April 2026", "en"),
        ("Доклад мэра, 9 апреля 2026 г.", "ru"),
    ],
)
def test_a_word_that_begins_like_a_label_is_none(line: str, language: str) -> None:
    """Bishops are no "bis", and a report in Russian begins as "until" does."""
    head = f"<html lang={language}>{TITLE}"
    assert date_of(f"{head}<p>{line}</p>{TEXT}") == "2026-04-09"


def test_a_headline_is_no_label_of_the_day_below_it() -> None:
    """Short ones would else say that the day is today's, or that of a deadline."""
    for title in ("Today in harbour", "Deadline for fees", "Born to sail"):
        page = f"<title>{title}</title><h1>{title}</h1><p>9 April 2026</p>{TEXT}"
        assert date_of(page) == "2026-04-09"


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Apply by 9 April 2026", "en"),
        ("Closing date: 9 April 2026", "en"),
        ("Bewerbungsfrist: 9. April 2026", "de"),
        ("Date limite : 9 avril 2026", "fr"),
        ("Fecha límite: 9 de abril de 2026", "es"),
        ("Prazo: 9 de abril de 2026", "pt"),
        ("Scadenza: 9 aprile 2026", "it"),
        ("Кінцевий термін: 9 квітня 2026", "uk"),
        ("Son başvuru: 9 Nisan 2026", "tr"),
        ("締切：2026年4月9日", "ja"),
        ("截止日期：2026年4月9日", "zh"),
        ("마감일: 2026년 4월 9일", "ko"),
        ("آخر موعد: 9 أبريل 2026", "ar"),
        ("Határidő: 2026. április 9.", "hu"),
    ],
)
def test_a_deadline_is_no_day_of_publication(line: str, language: str) -> None:
    """A call for bids would be news of the day on which it ends."""
    assert date_of(f"<html lang={language}>{TITLE}<p>{line}</p>{TEXT}") == ""


def test_an_embargo_ends_when_an_item_is_published() -> None:
    """What is sent out beforehand says from when it may be told."""
    line = "<p>EMBARGOED UNTIL 00:01 ON 9 APRIL 2026</p>"
    assert date_of(f"<html lang=en>{TITLE}{line}{TEXT}") == "2026-04-09T00:01:00"


def test_a_sentence_that_ends_with_a_day_is_no_date_line() -> None:
    """Laws say in one line from when they hold."""
    line = "<p>The new law will be in force from 9 April 2026.</p>"
    assert date_of(f"<html lang=en>{TITLE}{TEXT}{line}{TEXT}") == ""


def test_a_wire_has_two_dashes_behind_the_day() -> None:
    """And its own name between the two."""
    text = TEXT.replace("<p>", "<p>HARBOUR, April 9, 2026 /PortWire/ -- ")
    assert date_of(f"<html lang=en>{TITLE}{text}") == "2026-04-09"


@pytest.mark.parametrize("first", ["The ", "“The "])
def test_a_long_dash_behind_the_day_needs_no_blank(first: str) -> None:
    """So write museums; the days of a show above it date no release."""
    show = "<p><b>Dates of the show:</b> June 12–October 4, 2026</p>"
    text = TEXT.replace("<p>", f"<p>HARBOUR, April 9, 2026—{first}")
    assert date_of(f"<html lang=en>{TITLE}{show}{text}") == "2026-04-09"


def test_teasers_above_the_headline_date_no_item_below_it() -> None:
    """Latest news stand before many an article that has no day."""
    rows = "".join(
        f"<p>{day} April 2026<br><a href=/{day}>Ferry late in the fog again</a></p>"
        for day in (8, 9)
    )
    assert date_of(f"<html lang=en><div>{rows}</div>{TITLE}{TEXT}") == ""

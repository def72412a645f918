"""What is known of a page tells which number is the day: its language, its host."""

from datetime import UTC, datetime

import pytest

from parsers.block_walk import walk
from parsers.finders.date import find_date
from parsers.metadata import read_metadata
from parsers.model import Capture
from parsers.page import read_page
from parsers.reading import Reading

TITLE = "<h1>The ferry came late again</h1>"
TEXT = "<p>" + "The ferry to the island was late because of the fog. " * 6 + "</p>"


def dated(markup: str, *, host: str = "press.harbour.example", lang: str = "") -> str:
    """Return the date found on a page captured on 4 March 2026, as ISO."""
    page = read_page(
        Capture(
            url=f"https://{host}/news/7",
            payload=f"<html lang='{lang}'><body>{markup}</body></html>".encode(),
            captured_at=datetime(2026, 3, 4, 6, tzinfo=UTC),
        )
    )
    reading = Reading(page=page, metadata=read_metadata(page), blocks=walk(page))
    found = find_date(reading)
    return found[0].iso if found else ""


def test_no_item_is_of_a_day_to_come() -> None:
    """Many systems declare American English wherever they run."""
    assert dated(f"{TITLE}<p>11/2/2026</p>{TEXT}", lang="en-US") == "2026-02-11"
    assert dated(f"{TITLE}<p>2/11/2026</p>{TEXT}", lang="en-US") == "2026-02-11"
    assert dated(f"{TITLE}<p>1/2/2026</p>{TEXT}", lang="en-US") == "2026-01-02"


def test_the_country_of_a_host_orders_the_numbers() -> None:
    """In most countries that write English the day comes first."""
    line = f"{TITLE}<p>1/2/2026</p>{TEXT}"
    assert dated(line, host="news.harbour.qa", lang="en-US") == "2026-02-01"
    assert dated(line, host="news.harbour.ph", lang="en") == "2026-01-02"


def test_a_page_that_declares_no_language_is_read_by_its_words() -> None:
    """Else its numbers have no order."""
    text = "<p>" + "Der Hafen ist für die Boote zu und die Fähre fährt nicht. " * 6
    assert dated(f"<h1>Der Hafen ist zu</h1><p>01.02.2026</p>{text}") == "2026-02-01"


@pytest.mark.parametrize(
    ("word", "printed", "day"),
    [
        ("বন্দর ও সেতুর কাজ শুরু হয়েছে ", "01-02-2026", "2026-02-01"),
        (
            "افتتح الوزير في الميناء محطة العبارات من أجل سكان الجزيرة ",
            "01/02/2026",
            "2026-02-01",
        ),
        ("بندر امروز به دلیل مه بسته است ", "1404/12/11", "2026-03-02"),
    ],
)
def test_a_page_in_other_letters_is_not_in_english(
    word: str, printed: str, day: str
) -> None:
    """Themes declare what they were written in, whoever writes with them."""
    page = f"<h1>{word}</h1><p>{printed}</p><p>{word * 12}</p>"
    assert dated(page, lang="en") == dated(page) == day

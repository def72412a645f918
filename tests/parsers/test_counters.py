"""What counts readers is no part of what they read."""

import pytest

from parsers.lines.counters import is_counter
from parsers.lines.moving_lines import without_age
from parsers.lines.ticking_lines import is_ticking


@pytest.mark.parametrize(
    "line",
    [
        "1,204 views 13 comments",
        "Views: 12 | Comments: 4",
        "12 likes · 3 shares",
        "Rate this article: 4.2 (17 votes)",
        "Readers online: 1 290",
        "❤ 214",
        "This page has been visited 10233 times since 2019",
        "Diese Meldung wurde 1.204 mal aufgerufen",
        "Downloaded 88 times",
        "Koʻrildi: 182758",
        "Refresh for 3 new updates",
    ],
)
def test_a_line_that_counts_readers_is_known(line: str) -> None:
    """It is another on every visit."""
    assert is_counter(line)


@pytest.mark.parametrize(
    "line",
    [
        "Opened 2019",
        "Visited 12 ports",
        "The motion was carried (212 votes)",
        "Page 3 of 12",
        "214",
        "The ferry was seen 12 times",
        "Votes for: 12, against: 7.",
        "Show 3 of 12 boats",
    ],
)
def test_what_a_text_counts_is_no_counter(line: str) -> None:
    """An edit of it must not be missed."""
    assert not is_counter(line)


def test_how_often_a_file_was_taken_is_no_part_of_its_name() -> None:
    """Votes in brackets are what a text says."""
    assert without_age("Annex (PDF, 7 downloads)") == "Annex (PDF)"
    assert without_age("Carried (12 votes)") == "Carried (12 votes)"


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("USD 92.14 EUR 99.20", True),
        ("EUR 99.20", False),
        ("Port Ellin: +7, wind 4 m/s", True),
        ("The wind reached 30 m/s on Monday", False),
    ],
)
def test_rates_and_the_air_run_by_themselves(line: str, is_one: bool) -> None:
    """A price in a text does not, nor does what the wind once was."""
    assert is_ticking(line) is is_one

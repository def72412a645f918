"""A day that is counted from today becomes a date, and nothing was edited."""

from datetime import UTC, datetime

import pytest

from parsers.article import parse_article
from parsers.model import Article, Capture
from parsers.page import read_page
from scheduler.comparing.decision import decide
from scheduler.comparing.side import Side

TEXT = "<p>The harbour board says that the old pier opens before the summer. " * 3


def side(stamp: str, day: int) -> Side:
    """Return an item's page at a day's noon, its stamp and writer in one line."""
    page = (
        f"<html lang=cs><title>Fog - Port</title><h1>Fog</h1><div class=info>"
        f"<span>{stamp}</span><span>Adam Quay</span></div><div>{TEXT}</div>"
    )
    at = datetime(2026, 3, day, 12, tzinfo=UTC)
    capture = Capture(
        url="https://h.example/fog", payload=page.encode(), captured_at=at
    )
    read = read_page(capture)
    article = parse_article(read)
    assert isinstance(article, Article)
    return Side([read], article, is_item=True)


@pytest.mark.parametrize(
    ("before", "after", "is_edit"),
    [
        ("dnes 05:00", "včera 05:00", False),
        ("včera 05:00", "2. 3. 2026 05:00", False),
        ("včera 05:00", "27. 2. 2026 05:00", True),
    ],
)
def test_yesterday_becomes_a_date_and_is_none_that_moved(
    before: str, after: str, is_edit: bool
) -> None:
    """The writer behind it stays, and so does the line, whatever day it counts from."""
    was, now = (3, 4) if before.startswith("včera") else (2, 3)
    found = decide(side(before, was), side(after, now)).comparison
    assert bool(found.fields) is is_edit

"""Today's date on top of every page is not the day an item was published."""

from datetime import UTC, datetime

import pytest

from parsers.article import parse_article
from parsers.model import Article, Capture
from parsers.profile import Profile, learn

NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)


def capture(number: int, day: str, *, beside: str = "") -> Capture:
    """Return an invented article under a clock; its own date may be missing.

    The day of another item may stand ``beside`` it.
    """
    words = ("dredger", "ferry", "tug", "barge", "yacht", "trawler")[number % 6]
    text = "".join(
        f"<p>The {words} came back at noon on day {number * 10 + n} and the pilots had"
        " waited for it since dawn.</p>"
        for n in range(4)
    )
    page = (
        "<html><body><div class=now>Wednesday 4 March 2026, 12:00</div>"
        f"<h1>The {words} is back {number}</h1><div class=when>{day}</div>"
        f"<div class=text>{text}</div><div class=more>{beside}</div></body></html>"
    )
    url = f"https://port.harbour.example/news/{words}-{number}.html"
    return Capture(url=url, payload=page.encode(), captured_at=NOW)


def published(page: Capture, profile: Profile) -> str | None:
    """Return the date that is read from a page."""
    article = parse_article(page, profile=profile)
    assert isinstance(article, Article)
    return article.published.iso if article.published else None


def test_a_clock_is_learned_and_dates_nothing() -> None:
    """Else an item without a date of its own is published anew every day."""
    profile = learn([capture(n, f"{n + 3}.02.2026") for n in range(6)])
    assert published(capture(6, "20.02.2026"), profile) == "2026-02-20"
    assert published(capture(7, ""), profile) is None


def test_items_of_today_teach_no_clock() -> None:
    """On a busy day the newest pages all show the day of their capture."""
    profile = learn([capture(n, "4.03.2026") for n in range(6)])
    assert profile.clocks == ()


@pytest.mark.parametrize("beside", ["", "7.01.2026"])
def test_a_place_that_dated_other_days_is_no_clock_on_a_busy_day(beside: str) -> None:
    """A later lesson of today's items only must not unlearn where dates stand."""
    profile = learn([capture(n, f"{n + 3}.02.2026") for n in range(6)])
    pages = [capture(n, "4.03.2026", beside=beside) for n in range(6, 12)]
    profile = learn(pages, profile=profile)
    assert published(capture(12, "20.02.2026"), profile) == "2026-02-20"

"""A day of the week tells which of two numbers is the day of the month."""

import pytest

from parsers.article import parse_article
from parsers.dates import parse_date
from parsers.model import Article, Capture
from parsers.profile import learn


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Wednesday 04/03/2026", "2026-03-04"),
        ("Friday, 04/03/2026", "2026-04-03"),
        ("Thứ Tư, ngày 04/03/2026", "2026-03-04"),
        ("среда, 04/03/2026", "2026-03-04"),
        ("Miércoles 04-03-2026", "2026-03-04"),
        ("quarta-feira, 04/03/2026", "2026-03-04"),
    ],
)
def test_the_week_proves_the_order(text: str, day: str) -> None:
    """Many a site of another country declares itself American English."""
    for languages in ((), ("en-US",)):
        found = parse_date(text, languages=languages)
        assert found
        assert found.iso == day


@pytest.mark.parametrize(
    "text",
    [
        "2 Mart 2026 Pazartesi, 14:05",
        "2026-03-02 (Mon) 14:05",
        "2026. március 2., hétfő 14:05",
        "2026年3月2日 星期一 14:05",
        "2 марта 2026 г., понедельник, 14:05",
        "০২ মার্চ ২০২৬ সোমবার, ১৪:০৫",
    ],
)
def test_a_clock_may_stand_behind_the_day_of_the_week(text: str) -> None:
    """Else the item would have a day and no time."""
    found = parse_date(text)
    assert found
    assert found.iso == "2026-03-02T14:05:00"


def test_a_word_that_is_no_day_of_the_week_proves_nothing() -> None:
    """Nor does one that fits neither order, or both."""
    for text in ("Port 04/03/2026", "Monday 04/03/2026", "Saturday 07/03/2026 to"):
        found = parse_date(text)
        assert found is None or found.iso == "2026-03-07"


def capture(number: int) -> Capture:
    """Return an invented article under a clock with a day of the week."""
    words = ("dredger", "ferry", "tug", "barge", "yacht", "trawler")[number % 6]
    text = "".join(
        f"<p>The {words} came back at noon on tide {number * 10 + n} and the pilots had"
        " waited for it since dawn.</p>"
        for n in range(4)
    )
    page = (
        "<html lang=en><body><div class=now>Wednesday, 04/03/2026</div>"
        f"<h1>The {words} is back {number}</h1><div class=when>0{number + 1}/02/2026"
        f"</div><div class=text>{text}</div></body></html>"
    )
    url = f"https://port.harbour.example/news/{words}-{number}.html"
    return Capture(url=url, payload=page.encode())


def test_a_clock_teaches_the_order_of_a_site_s_days() -> None:
    """Where no item is younger than the twelfth, nothing else would."""
    profile = learn([capture(n) for n in range(5)])
    assert profile.date_order == "dmy"
    article = parse_article(capture(6), profile=profile)
    assert isinstance(article, Article)
    assert article.published
    assert article.published.iso == "2026-02-07"

"""Days that a page counts from the one on which it was made."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from parsers.article import parse_article
from parsers.listing import parse_listing
from parsers.model import Article, Capture, Listing, Printed
from scheduler.comparing.compare import compare

AT = datetime(2026, 3, 3, 6, tzinfo=UTC)
TEXT = "<p>The pilots waited until the fog had lifted, which it did at last.</p>" * 3


def capture(body: str, language: str = "en") -> Capture:
    """Return a page that was fetched on the third of March."""
    html = f"<html lang={language}><body>{body}"
    url = "https://h.example/news/"
    return Capture(url=url, payload=html.encode(), captured_at=AT)


@pytest.mark.parametrize(
    ("language", "line", "iso"),
    [
        ("ru", "Сегодня, 05:27 (0 дней назад)", "2026-03-03T05:27:00"),
        ("ru", "Вчера, 18:02", "2026-03-02T18:02:00"),
        ("en", "By the press office, today at 5:27 am", "2026-03-03T05:27:00"),
        ("de", "Gestern, 18:02 Uhr", "2026-03-02T18:02:00"),
        ("zh", "今天 05:27", "2026-03-03T05:27:00"),
    ],
)
def test_an_item_may_be_of_today_or_yesterday(
    language: str, line: str, iso: str
) -> None:
    """Without a day it was told late: its page was taken for none of the site's."""
    html = f"<h1>Fog stops the ferry</h1>{TEXT}<ul><li>{line}</ul>"
    article = parse_article(capture(html, language))
    assert isinstance(article, Article)
    assert article.published
    assert article.published.iso == iso


def test_items_of_a_list_may_be_of_today() -> None:
    """Lists of the same makes say so too."""
    rows = "".join(
        f"<li><a href=/news/{n}>The ferry to isle {n} is late</a> <i>{day}</i>"
        for n, day in enumerate(("Today, 05:27", "Yesterday, 18:02", "28.02.2026"))
    )
    listing = parse_listing(capture(f"<ul>{rows}</ul>"))
    assert isinstance(listing, Listing)
    days = [item.published.day if item.published else None for item in listing.items]
    assert days == [date(2026, 3, 3), date(2026, 3, 2), date(2026, 2, 28)]


def test_a_day_counted_in_another_zone_is_no_edit_once_it_is_printed() -> None:
    """Nobody knows in which zone it is today; the hour is the same in all."""
    at = datetime.fromisoformat("2026-03-03T00:40")
    near = Article(url="", published=Printed(day=at.date(), at=at, text="Today"))
    day = date(2026, 3, 4)
    own = Printed(day=day, at=at.replace(day=4), text="4 March 2026")
    later = Printed(day=day, at=at.replace(day=4, hour=9), text="4 March 2026")
    assert not compare(near, replace(near, published=own)).fields
    assert compare(near, replace(near, published=later)).fields
    plain = replace(near, published=Printed(day=at.date(), at=at, text="3 March 2026"))
    assert compare(plain, replace(near, published=own)).fields


@pytest.mark.parametrize(
    ("language", "line", "name"),
    [
        ("ru", "Автор: Мирон Заболотин от {}", "Мирон Заболотин"),
        ("ru", "Автор: полковник Орест Дубравин от {}", "полковник Орест Дубравин"),
        ("en", "By Ada Quay on {}", "Ada Quay"),
        ("en", "Posted by Ada Quay {}", "Ada Quay"),
    ],
)
def test_a_writer_is_named_before_today_as_before_any_day(
    language: str, line: str, name: str
) -> None:
    """Two days later the day was printed, and the writer told as added."""
    days = {"ru": ("Сегодня, 05:27", "3-03-2026, 05:27"),
            "en": ("today at 5:27", "3 March 2026 at 5:27")}  # fmt: skip
    for day in days[language]:
        html = f"<h1>Fog stops the ferry</h1><p>{line.format(day)}</p>{TEXT}"
        article = parse_article(capture(html, language))
        assert isinstance(article, Article)
        assert article.authors == (name,)

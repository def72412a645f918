"""When a page's claim to machines is not the day its item was published."""

from datetime import UTC, date, datetime

import pytest

from parsers.article import parse_article
from parsers.model import Article, Capture, Printed, Teaser
from parsers.profile import Profile, learn
from tests.parsers.test_date_lines import TEXT, TITLE

NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)
TEMPLATE = "2025-06-12T08:00:00.000+02:00"


def capture(
    number: int, day: str, *, claim: str = TEMPLATE, folder: str = "2026/02"
) -> Capture:
    """Return an invented article that claims one day and prints another."""
    words = ("dredger", "ferry", "tug", "barge", "yacht", "trawler")[number % 6]
    text = "".join(
        f"<p>The {words} came back at noon on tide {number * 10 + n} and the pilots had"
        " waited for it since dawn.</p>"
        for n in range(4)
    )
    page = (
        '<html><head><script type="application/ld+json">{"@type": "NewsArticle",'
        f' "datePublished": "{claim}"}}</script></head><body>'
        f"<h1>The {words} is back {number}</h1><div class=when>{day}</div>"
        f"<div class=text>{text}</div></body></html>"
    )
    url = f"https://port.harbour.example/{folder}/{words}-{number}.html"
    return Capture(url=url, payload=page.encode(), captured_at=NOW)


def published(
    page: Capture, *, profile: Profile | None = None, listed: date | None = None
) -> str | None:
    """Return the date that is read from a page."""
    shown = Printed(day=listed) if listed else None
    teaser = Teaser(url=page.url, published=shown)
    article = parse_article(page, profile=profile, teaser=teaser)
    assert isinstance(article, Article)
    return article.published.iso if article.published else None


def test_a_busy_day_is_claimed_of_many_items() -> None:
    """A site that tells machines alone tells the truth of today's items."""
    today = "2026-03-04T08:00:00+01:00"
    profile = learn([capture(n, "", claim=today, folder="a") for n in range(6)])
    later = capture(6, "", claim=today, folder="a")
    assert published(later, profile=profile) == today


def test_a_claim_loses_against_the_printed_day_and_the_address_or_the_list() -> None:
    """Two that agree, and are made by different parts of a system, know better."""
    assert published(capture(1, "20.02.2026")) == "2026-02-20"
    elsewhere = capture(1, "20.02.2026", folder="news")
    assert published(elsewhere, listed=date(2026, 2, 20)) == "2026-02-20"


@pytest.mark.parametrize(
    ("listed", "told"),
    [
        (None, "2026-03-04"),
        (date(2026, 2, 5), "2026-02-05"),
        (date(2026, 3, 8), "2026-03-04"),
    ],
)
def test_the_last_change_is_not_the_day_that_a_list_gives(
    listed: date | None, told: str
) -> None:
    """An import may bring all pages up to date tonight; a list may show events."""
    page = f"<html lang=en>{TITLE}{TEXT}<p>Last updated: 4 March 2026</p>"
    changed = Capture(url="https://port.harbour.example/fog", payload=page.encode())
    assert published(changed, listed=listed) == told


@pytest.mark.parametrize("listed", [None, date(2026, 2, 5)])
def test_a_list_knows_better_than_who_signed_a_text(listed: date | None) -> None:
    """A text is signed days before it is published, and another one is not."""
    signed = f"<html lang=en>{TITLE}{TEXT}<p>Harrowmere, 2 February 2026</p>"
    page = Capture(url="https://port.harbour.example/fog", payload=signed.encode())
    assert published(page, listed=listed) == (f"{listed}" if listed else "2026-02-02")


@pytest.mark.parametrize(
    ("folder", "told", "day"),
    [("news", "", "02"), ("news", "2026-02-05", "05"), ("2026/02/04", "", "04")],
)
def test_addresses_and_scripts_know_better_than_who_signed_a_text(
    folder: str, told: str, day: str
) -> None:
    """An edit that adds who agreed to it, and when, moves no day of publication."""
    counted = f'var dataLayer = [{{"pageType": "news", "publishDate": "{told}"}}];'
    signed = f"<html lang=en>{TITLE}{TEXT}<p>Harrowmere, 2 February 2026</p>"
    page = f"<script>{counted}</script>{signed}".encode()
    url = f"https://port.harbour.example/{folder}/fog"
    assert published(Capture(url=url, payload=page)) == f"2026-02-{day}"


@pytest.mark.parametrize(
    ("listed", "day"),
    [("2 March 2026", "2026-03-02"), ("5 days ago", "2026-02-28"), ("", "2026-02-28")],
)
def test_a_list_that_prints_another_day_knows_better_than_an_address(
    listed: str, day: str
) -> None:
    """The address of an item that was dated anew keeps the day on which it came."""
    url = "https://port.harbour.example/2026/02/28/fog.html"
    shown = Printed(day=date(2026, 3, 2), text=listed) if listed else None
    article = parse_article(
        Capture(url=url, payload=f"<html lang=en>{TITLE}{TEXT}".encode()),
        teaser=Teaser(url=url, published=shown),
    )
    assert isinstance(article, Article)
    assert article.published is not None
    assert article.published.iso == day


def test_a_claim_stands_against_one_of_them() -> None:
    """The printed day may be that of an event, the folder that of a move."""
    assert published(capture(1, "20.02.2026", folder="news")) == TEMPLATE.replace(
        ".000", ""
    )
    assert published(capture(1, "")) == TEMPLATE.replace(".000", "")


@pytest.mark.parametrize("beside", ["h3 itemprop=name", "p itemprop=headline"])
def test_a_day_of_another_item_s_box_is_not_the_page_s(beside: str) -> None:
    """The newest items stand above each article, marked as that is."""
    thing = "<div itemscope itemtype=http://schema.org/Article>"
    time = "<time itemprop=datePublished datetime={}>{}</time>".format
    box = (
        f"{thing}{time('2026-03-04T09:00:00+01:00', '04.03.2026 09:00')}<{beside}>"
        "<a href=/news/crane>The crane is back</a></div>"
    )
    own = (
        f"{thing}<h1 itemprop=name>The ferry is late 1</h1>"
        f"{time('2026-03-02T08:30:00+01:00', '02.03.2026 08:30')}{TEXT}</div>"
    )
    for page in (box + own, own + box, box + box + own):
        url = "https://port.harbour.example/news/ferry"
        found = published(Capture(url=url, payload=page.encode(), captured_at=NOW))
        assert found == "2026-03-02T08:30:00+01:00"

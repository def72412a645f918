"""When a page says that it was last changed, and when it only seems to say so."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from parsers.article import parse_article
from parsers.model import Article, Capture
from parsers.profile import Profile, learn

NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)
#: What many systems send with every page, whenever it was made.
ANEW = '<meta property="article:modified_time" content="2026-03-04T11:58:30+00:00">'


def capture(lines: str, *, number: int = 0, head: str = "") -> Capture:
    """Return an invented article with lines under its headline."""
    words = ("dredger", "ferry", "tug", "barge", "yacht", "trawler")[number % 6]
    text = "".join(
        f"<p>The {words} came back at noon on day {number * 10 + n} and the pilots had"
        " waited for it since dawn.</p>"
        for n in range(4)
    )
    page = (
        f"<html><head>{head}</head><body><div class=now>Today is 4 March 2026</div>"
        f"<main><h1>The {words} is back {number}</h1>{lines}<div>{text}</div></main>"
        "<footer>Page last reviewed: 4 March 2026</footer></body></html>"
    )
    url = f"https://port.harbour.example/news/{words}-{number}.html"
    return Capture(url=url, payload=page.encode(), captured_at=NOW)


def modified(page: Capture, profile: Profile | None = None) -> str | None:
    """Return the day of the last change that is read from a page."""
    article = parse_article(page, profile=profile)
    assert isinstance(article, Article)
    return article.modified.iso if article.modified else None


@pytest.mark.parametrize(
    "lines",
    [
        "<p>publicado: 12/02/2026 10h20, última modificação: 21/02/2026</p>",
        "<dl><dt>Published:<dd>12 February 2026<dt>Last updated:<dd>21 February 2026"
        " — <a href=#why>See all updates</a></dl>",
        "<p>Veröffentlicht am 12.02.2026, letzte Änderung: 21.02.2026</p>",
        "<p>פורסם: 12.02.2026 | עדכון אחרון: 21.02.2026</p>",
    ],
)
def test_what_a_page_prints_is_surer_than_what_it_tells_machines(lines: str) -> None:
    """Else the last change of each item is that of the page's making."""
    assert modified(capture(lines, head=ANEW)) == "2026-02-21"


def test_a_page_made_anew_was_not_changed() -> None:
    """Its claim is the time of its capture, or without a time the day."""
    day = '<meta name="last-modified" content="2026-03-04">'
    assert modified(capture("", head=ANEW + day)) is None


def test_a_claim_that_is_always_of_today_is_learned() -> None:
    """A page that was kept for some hours hides when it was made."""
    head = ANEW.replace("11:58", "04:00")
    pages = [
        capture(f"<p>{n + 3} February 2026</p>", number=n, head=head) for n in range(6)
    ]
    assert modified(pages[0]) == "2026-03-04T04:00:30+00:00"
    assert modified(pages[0], learn(pages)) is None


def test_a_claim_from_before_the_publication_is_none() -> None:
    """It is the template's, the same on each page."""
    head = '<meta property="article:modified_time" content="2025-06-12T08:00:00+00:00">'
    assert modified(capture("<p>21 February 2026</p>", head=head)) is None
    assert modified(capture("<p>2 June 2025</p>", head=head)) is not None


def test_an_update_within_the_text_is_a_sentence() -> None:
    """What was revised is told there, not when the page was."""
    line = (
        "<p>The dues were revised on 2 February 2026 by the council of the harbour,"
        " which met on the quay in the rain</p>"
    )
    assert modified(capture(line)) is None


def test_a_stamp_below_the_text_is_none_of_it() -> None:
    """A line says when the page was changed, with a lost sign behind it."""
    page = capture("")
    stamp = "<p>Zuletzt geändert: 2026-03-01\u200b</p>".encode()
    payload = page.payload.replace(b"</div></main>", stamp + b"</div></main>")
    article = parse_article(replace(page, payload=payload))
    assert isinstance(article, Article)
    assert article.modified
    assert article.body.endswith("since dawn.")

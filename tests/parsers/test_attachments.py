"""Which links of a page are files that its article offers."""

import pytest

from parsers.article import parse_article
from parsers.model import Article, Capture

PROSE = "".join(
    f"<p>Ferry {n} to the island was {n * 7} minutes late because of the fog.</p>"
    for n in range(1, 9)
)
FILE = "<a href=/t.pdf>Timetable of the ferry</a>"


def labels(markup: str) -> list[str]:
    """Return the labels of the files of an article in some markup."""
    page = f"<html><body><h1>Ferry late</h1>{markup}</body></html>".encode()
    found = parse_article(Capture(url="https://h.example/1", payload=page))
    assert isinstance(found, Article)
    return [file.label for file in found.attachments]


@pytest.mark.parametrize(
    ("aside", "count"),
    [
        (f"<aside class=files>{FILE}</aside>", 1),
        (f"<aside>{FILE}<a href=/news/2>Fog stays</a></aside>", 0),
    ],
)
def test_an_aside_that_holds_but_files_is_the_article_s(aside: str, count: int) -> None:
    """Beside other links, a file is what the site offers on every page."""
    markup = f"<main><article><section>{PROSE}</section>{aside}</article></main>"
    assert labels(markup) == ["Timetable of the ferry"] * count


def test_an_aside_outside_the_article_is_the_site_s() -> None:
    """A sidebar of downloads stands beside every article."""
    assert labels(f"<div><section>{PROSE}</section></div><aside>{FILE}</aside>") == []

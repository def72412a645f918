"""Counters, ads and pagers between the paragraphs; lists that belong to them."""

import pytest

from parsers.article import parse_article
from parsers.model import Article, Capture
from parsers.profile import Profile, learn

PROSE = (
    "The {} came back at noon on day {} and the pilots had waited for it since dawn."
)


def capture(number: int, insert: str) -> Capture:
    """Return an invented article with something between its paragraphs."""
    words = ("dredger", "ferry", "tug", "barge", "yacht", "trawler")[number % 6]
    text = [f"<p>{PROSE.format(words, number * 10 + n)}</p>" for n in range(4)]
    page = (
        f"<html><body><h1>The {words} is back {number}</h1><div class=when>"
        f"{number + 3}.02.2021</div><div class=text>{text[0]}{text[1]}{insert}"
        f"{text[2]}{text[3]}</div></body></html>"
    )
    url = f"https://port.harbour.example/news/{words}-{number}.html"
    return Capture(url=url, payload=page.encode())


def body(page: Capture, profile: Profile | None = None) -> str:
    """Return the text that is read from a page."""
    article = parse_article(page, profile=profile)
    assert isinstance(article, Article)
    return article.body


@pytest.mark.parametrize(
    "insert",
    [
        "<p class=hits>Views: 268315</p>",
        "<p>Просмотров: 374 944</p>",
        "<p>閲覧数: 2046</p>",
        "<div><span>Advertisement</span> <a href=//ads.example/>Night trains</a></div>",
        "<div><span>広告</span> <a href=//ads.example/7>防潮堤</a></div>",
        "<p>Page: <span>1</span> <a href=?page=2>2</a> <a href=?page=2>Next</a></p>",
    ],
)
def test_what_counts_or_sells_is_no_word_of_the_article(insert: str) -> None:
    """A counter in the text moves daily, and would be told as an edit daily."""
    assert body(capture(1, insert)) == body(capture(1, ""))


def test_a_label_before_another_number_on_every_item_is_a_counter() -> None:
    """No table has the words of every language."""
    pages = [capture(n, f"<p>Amek aylan: {n * 731}</p>") for n in range(5)]
    assert "Amek" not in body(capture(5, "<p>Amek aylan: 90</p>"), learn(pages))


def test_numbered_headings_are_no_counters() -> None:
    """'Article 5' stands in every charter, and is read in each."""
    pages = [capture(n, f"<p>Article {n}</p>") for n in range(5)]
    profile = learn(pages)
    without = learn([capture(n, "") for n in range(5)])
    inserted = capture(5, "<p>Article 7</p>")
    assert ("Article 7" in body(inserted, profile)) == (
        "Article 7" in body(inserted, without)
    )


def test_a_list_between_paragraphs_is_read_whole() -> None:
    """Each item alone is doubtful; together they are a paragraph in points."""
    items = "".join(
        f"<li>The council of pier {n} agreed to the new dues for boats.</li>"
        for n in range(4)
    )
    read = body(capture(2, f"<ul>{items}</ul>"))
    assert all(f"pier {n} agreed" in read for n in range(4))

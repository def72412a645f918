"""What is read of an address that gives a file: what its listing says."""

from datetime import date

from crawler.items.habits import Habits, unlike_others
from parsers.article import parse_article
from parsers.listing import parse_listing
from parsers.model import Article, Capture, Printed, Problem, Teaser

URL = "https://press.harbour.example/papers/tide%20table.pdf"
PDF = b"%PDF-1.4\n1 0 obj << /Length 44 >> stream Fog\nendstream endobj\n%%EOF"
TEASER = Teaser(url=URL, title="Tide table", published=Printed(day=date(2026, 3, 2)))


def _read(teaser: Teaser | None = None) -> Article:
    capture = Capture(url=URL, payload=PDF, headers=(("content-type", "text/html"),))
    article = parse_article(capture, teaser=teaser)
    assert isinstance(article, Article)
    return article


def test_a_paper_in_a_list_says_what_the_list_says_of_it() -> None:
    """Offices list papers among their news; the bytes of a paper are no text."""
    article = _read(TEASER)
    assert (article.title, article.published) == ("Tide table", TEASER.published)
    assert article.body == ""


def test_a_paper_that_no_list_names_is_called_by_its_file() -> None:
    """A title is all that an alert has to show."""
    assert _read().title == "tide table.pdf"


def test_a_paper_has_no_end_tags_and_needs_none() -> None:
    """On a site whose pages all end, each paper would wait for its end for ever."""
    habits = Habits({"habits": {"ends": [200, 200]}})
    assert unlike_others(habits, None, _read(TEASER), PDF) is None


def test_a_paper_lists_nothing() -> None:
    """Its bytes may spell an address."""
    assert isinstance(parse_listing(Capture(url=URL, payload=PDF)), Problem)


def test_a_paper_without_address_is_told_for_what_it_is() -> None:
    """An answer of nothing at all, without a problem, looks like a fault of ours."""
    found = parse_article(Capture(url="", payload=PDF))
    assert isinstance(found, Problem)
    assert "not a page" in found.detail

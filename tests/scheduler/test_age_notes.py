"""A line that counts the days of its item moves every day, and nobody edits it."""

from datetime import UTC, date, datetime

import pytest

from parsers.article import parse_article
from parsers.model import Article, Capture
from parsers.page import read_page
from scheduler.comparing.age_notes import without_age_notes
from scheduler.comparing.decision import decide
from scheduler.comparing.noise import Moved
from scheduler.comparing.side import Side

#: When both captures were made: 30 and 34 days after the publication.
THEN, NOW = datetime(2026, 3, 4, 6, tzinfo=UTC), datetime(2026, 3, 8, 6, tzinfo=UTC)
PUBLISHED = date(2026, 2, 2)


@pytest.mark.parametrize(
    ("gone", "come", "is_left"),
    [
        ("This page is 30 days old.", "This page is 34 days old.", False),
        ("Opublikowany 30 dni temu", "Opublikowany 34 dni temu", False),
        ("Dieser Text ist 30 Tage alt.", "Dieser Text ist 34 Tage alt.", False),
        ("They report within 30 days.", "They report within 34 days.", True),
        ("The fleet has 30 boats.", "The fleet has 33 ferries.", True),
        ("The fleet has 28 boats.", "The fleet has 34 boats.", True),
        ("Boat 30 of 70 is late.", "Boat 34 of 70 is late.", True),
    ],
)
def test_the_days_of_an_item_are_counted_by_its_page(
    gone: str, come: str, is_left: bool
) -> None:
    """One figure is the age at each capture, and the other words are the same."""
    found = without_age_notes(
        Moved((gone,), (come,)),
        published=PUBLISHED,
        before=THEN,
        after=NOW,
        was=[gone],
        now=[come],
    )
    assert bool(found.gone and found.come) is is_left


def test_the_figures_of_young_items_are_their_own() -> None:
    """Within a week any small number may be the age by chance."""
    moved = Moved(("The 2 boats are late.",), ("The 3 boats are late.",))
    found = without_age_notes(
        moved,
        published=date(2026, 3, 2),
        before=datetime(2026, 3, 4, tzinfo=UTC),
        after=datetime(2026, 3, 5, tzinfo=UTC),
        was=moved.gone,
        now=moved.come,
    )
    assert found == moved


def test_one_page_alone_may_count_the_line_as_text() -> None:
    """The other shows it all the same."""
    found = without_age_notes(
        Moved((), ("This page is 34 days old.",)),
        published=PUBLISHED,
        before=THEN,
        after=NOW,
        was=["This page is 30 days old."],
        now=["This page is 34 days old."],
    )
    assert not found.come


def test_an_item_that_says_how_old_it_is_was_not_edited() -> None:
    """Wherever the line stands: amid the text it is read as one of that."""
    text = "<p>The harbour board says that the old pier opens before the summer.</p>"

    def side(age: int, at: datetime) -> Side:
        note = f"<p>This text was published {age} days ago. It may be out of date.</p>"
        page = f"<h1>Fog</h1><p>2 February 2026</p>{text * 4}{note}{text * 3}"
        capture = Capture(
            url="https://h.example/fog", payload=page.encode(), captured_at=at
        )
        read = read_page(capture)
        article = parse_article(read)
        assert isinstance(article, Article)
        assert f"{age} days" in article.body
        return Side([read], article, is_item=True)

    assert not decide(side(30, THEN), side(34, NOW)).comparison.fields
    assert decide(side(30, THEN), side(37, NOW)).comparison.fields

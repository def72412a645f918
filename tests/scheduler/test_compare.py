"""What counts as an edit, and of which weight."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.model import Article, Attachment, Image, Printed, Weight
from scheduler.comparing.compare import compare

BASE = Article(
    url="https://press.harbour.example/news/7",
    title="Ferry to Low Isle is late",
    published=Printed(day=date(2026, 3, 1), text="01.03.2026"),
    body="The ferry waited for fog.\n\nIt carried 214 people.",
    summary="Fog again.",
    authors=("A. Reed",),
    attachments=(Attachment(label="Timetable", url="https://h.example/a1.pdf"),),
    links=("https://h.example/low-isle",),
    images=(Image(url="https://h.example/ferry.jpg?v=1"),),
    labels=("Transport",),
)

words = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=40)
articles = st.builds(
    Article,
    url=st.just("https://h.example/1"),
    title=words,
    body=words,
    summary=words,
    authors=st.lists(words, max_size=3).map(tuple),
    labels=st.lists(words, max_size=3).map(tuple),
)


@pytest.mark.promise("R13")
@given(articles)
def test_an_article_does_not_differ_from_itself(article: Article) -> None:
    """Silence is the first duty of a monitor."""
    assert compare(article, article).fields == {}


@given(articles, articles)
def test_a_change_read_backwards_swaps_old_and_new(a: Article, b: Article) -> None:
    """Comparison has no favourite side."""
    there, back = compare(a, b).fields, compare(b, a).fields
    assert {n: (c.old, c.new) for n, c in there.items()} == {
        n: (c.new, c.old) for n, c in back.items()
    }


@pytest.mark.promise("R13")
@pytest.mark.parametrize(
    ("name", "edited"),
    [
        ("title", replace(BASE, title="Ferry to Low Isle is not late")),
        ("date", replace(BASE, published=Printed(day=date(2026, 3, 2)))),
        ("body", replace(BASE, body=BASE.body.replace("214", "241"))),
        ("authors", replace(BASE, authors=("A. Reed", "B. Moss"))),
        ("attachments", replace(BASE, attachments=())),
        ("summary", replace(BASE, summary="Fog once more.")),
    ],
)
def test_what_a_reader_reads_is_a_full_edit(name: str, edited: Article) -> None:
    """One word, one figure, one day: the edit that mattered must not be missed."""
    found = compare(BASE, edited)
    assert (list(found.fields), found.weight) == ([name], Weight.FULL)


@pytest.mark.parametrize(
    ("name", "edited"),
    [
        ("links", replace(BASE, links=("https://h.example/high-isle",))),
        (
            "links",
            replace(
                BASE,
                attachments=(
                    Attachment(label="Timetable", url="https://h.example/b2.pdf"),
                ),
            ),
        ),
        ("images", replace(BASE, images=(Image(url="https://h.example/boat.jpg"),))),
        ("labels", replace(BASE, labels=("Transport", "Weather"))),
        ("modified_at", replace(BASE, modified=Printed(day=date(2026, 3, 3)))),
    ],
)
def test_what_hangs_on_the_words_is_a_minor_edit(name: str, edited: Article) -> None:
    """A new picture wakes nobody who did not ask for it."""
    found = compare(BASE, edited)
    assert (list(found.fields), found.weight) == ([name], Weight.MINOR)


@pytest.mark.promise("R13")
@pytest.mark.parametrize(
    "same",
    [
        replace(BASE, title="Ferry  to Low\u00a0Isle is late\u200b"),
        replace(BASE, body="The ferry waited for fog.\n\nIt carried\u00ad 214 people."),
        replace(BASE, images=(Image(url="https://h.example/ferry.jpg?v=2"),)),
        replace(BASE, links=("https://h.example/low-isle/?utm_source=mail",)),
        replace(
            BASE,
            published=Printed(
                day=date(2026, 3, 1), at=datetime(2026, 3, 1, 9, tzinfo=UTC)
            ),
        ),
    ],
)
def test_dress_is_no_edit(same: Article) -> None:
    """White space, invisible characters, cache-busters: nobody reads them."""
    assert compare(BASE, same).fields == {}


def test_a_time_that_is_printed_with_seconds_or_without_is_the_same() -> None:
    """One day a page's metadata say it to the second, and one day only the page."""
    at = datetime(2026, 3, 1, 9, 30, 12, tzinfo=UTC)
    told, printed, later = (
        replace(BASE, published=Printed(day=at.date(), at=moment))
        for moment in (
            at,
            at.replace(second=0, tzinfo=None),
            at.replace(minute=31, second=0, tzinfo=None),
        )
    )
    assert compare(told, printed).fields == {}
    assert list(compare(told, later).fields) == ["date"]


def test_one_instant_told_on_two_days_is_no_edit() -> None:
    """A page marks the time of one zone and prints that of another, a day apart."""
    late = datetime(2026, 3, 2, 23, 25, tzinfo=UTC)
    local = late.astimezone(timezone(timedelta(hours=1)))
    old, new = (
        replace(BASE, published=Printed(day=at.date(), at=at, text=""))
        for at in (late, local)
    )
    assert compare(old, new).fields == {}
    moved = replace(
        BASE,
        published=Printed(day=local.date(), at=local + timedelta(hours=1), text=""),
    )
    assert list(compare(old, moved).fields) == ["date"]


@pytest.mark.parametrize("number", ["1. ", "(2) ", "1、"])
def test_a_number_before_a_file_is_none_of_its_label(number: str) -> None:
    """Templates number the files of an item, and stop to."""
    numbered = replace(BASE.attachments[0], label=f"{number}Timetable")
    assert compare(BASE, replace(BASE, attachments=(numbered,))).fields == {}


def test_a_figure_in_the_label_of_a_file_counts() -> None:
    """A label that begins with an amount is no number of a list."""
    old, new = (
        replace(BASE, attachments=(Attachment(label=label, url="https://h.example/a"),))
        for label in ("3.5 million seats", "4.5 million seats")
    )
    assert "attachments" in compare(old, new).fields


@pytest.mark.parametrize(("day", "is_told"), [(1, True), (2, False), (9, False)])
def test_a_day_that_goes_back_is_no_stamp_of_a_last_change(
    day: int, is_told: bool
) -> None:
    """Some makes print but one day; it runs on with each change, and never back."""
    was, now = (
        replace(BASE, published=told, modified=told)
        for told in (Printed(day=date(2026, 3, 3)), Printed(day=date(2026, 3, day)))
    )
    assert ("date" in compare(was, now).fields) is is_told

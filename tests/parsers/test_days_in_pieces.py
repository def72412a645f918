"""Days in small boxes: the day large, month and year small beside or below it."""

from datetime import date

import pytest

from parsers.article import parse_article
from parsers.dates.pieces import day_in_pieces
from parsers.listing import parse_listing
from parsers.model import Article, Capture, Listing

BOXES = {
    "divs": "<div class=d><div>{0}</div><div>{1}</div></div>",
    "spans": "<p class=d><span>{0}</span> <span>{1}</span></p>",
    "glued": "<p class=d><span>{0}</span><span>{1}</span></p>",
    "lines": "<p class=d>{0}<br>{1}</p>",
}
PIECES = [
    ("17", "2026-09"),
    ("17", "2026/09"),
    ("17日", "2026年9月"),
    ("09-17", "2026"),
]


@pytest.mark.parametrize("box", BOXES.values(), ids=list(BOXES))
@pytest.mark.parametrize("pieces", PIECES, ids=" ".join)
def test_a_day_in_a_box_is_read_on_a_list_and_on_a_page(
    pieces: tuple[str, str], box: str
) -> None:
    """Half of the world's offices set days so; without it a list has none."""
    day = box.format(*pieces)
    rows = "".join(
        f"<li>{day}<h3><a href=/n/{n}>Ferry {n} late in the fog again</a></h3></li>"
        for n in (41, 42, 43)
    )
    page = f"<html lang=zh><body><ul>{rows}</ul>"
    read = parse_listing(Capture(url="https://h.example/n/", payload=page.encode()))
    assert isinstance(read, Listing)
    assert [item.published and item.published.day for item in read.items] == [
        date(2026, 9, 17)
    ] * 3
    text = "<p>The ferry came late, since the fog had come early this autumn.</p>" * 2
    page = f"<html lang=zh><body><h1>Ferry late again</h1>{day}<div>{text}</div>"
    article = parse_article(Capture(url="https://h.example/1", payload=page.encode()))
    assert isinstance(article, Article)
    assert article.published is not None
    assert article.published.day == date(2026, 9, 17)


@pytest.mark.parametrize(
    "said",
    [
        "",
        "09-08 2026",
        "31 2026-02",
        "2026-09",
        "17 2026",
        "1709.2026",
        "17",
        "2026-037",
    ],
)
def test_numbers_that_may_be_another_day_or_none_are_no_day(said: str) -> None:
    """Wrong is worse than none: numbers of decrees and pages stand in boxes too."""
    assert day_in_pieces(said, languages=["en"]) is None


def test_an_order_that_the_page_proves_tells_the_day_from_the_month() -> None:
    """Other days of the page had no other reading."""
    for order, day in (("DMY", date(2026, 8, 9)), ("MDY", date(2026, 9, 8))):
        found = day_in_pieces("09/08 2026", order=order)
        assert found is not None
        assert found.day == day

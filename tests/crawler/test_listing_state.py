"""What a listing shows, without the number of the page it stands on."""

import pytest

from crawler.ask import Ask
from crawler.lists.state import marks_of, without_marks
from parsers.model import Listing, Teaser

VIEW = "https://board.harbour.example/view?seq="


@pytest.mark.parametrize(
    ("beside", "title", "plain"),
    [
        ("", "", ["1", "2", "3"]),
        ("2", "Item 2", ["1", "2", "3", "2"]),
        ("2&page=9", "Another", ["1&page=4", "2&page=4", "3&page=4", "2&page=9"]),
    ],
    ids=["alone", "a box links to one", "the number tells items apart"],
)
def test_items_do_not_carry_the_number_of_their_page(
    beside: str, title: str, plain: list[str]
) -> None:
    """Tomorrow the same items stand on the next page."""
    shown = [(f"{n}&page=4", f"Item {n}") for n in (1, 2, 3)]
    shown += [(beside, title)] if beside else []
    items = tuple(Teaser(url=VIEW + own, title=name) for own, name in shown)
    found = without_marks(Listing(url=VIEW, items=items), frozenset({"page"}))
    assert [item.url for item in found.items] == [VIEW + own for own in plain]


def test_the_last_page_of_a_list_is_numbered_as_it_begins() -> None:
    """It leads to no other: its items were asked for under the number of the page."""
    begin = "https://board.harbour.example/list?kind=press"
    ask = Ask(url=f"{begin}&page=3", role="listing")
    assert marks_of(Listing(url=ask.url), ask, begin) == {"page"}

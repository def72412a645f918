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
    page = "https://board.harbour.example/list?kind=press&page=4"
    found = without_marks(Listing(url=page, items=items), frozenset({"page"}))
    assert [item.url for item in found.items] == [VIEW + own for own in plain]


def test_the_last_page_of_a_list_is_numbered_as_it_begins() -> None:
    """It leads to no other: its items were asked for under the number of the page."""
    begin = "https://board.harbour.example/list?kind=press"
    ask = Ask(url=f"{begin}&page=3", role="listing")
    assert marks_of(Listing(url=ask.url), ask, begin) == {"page"}


def test_what_a_page_says_otherwise_than_its_items_is_theirs() -> None:
    """Without the name of what shows it, and for whom, an item is not found."""
    begin = "https://board.harbour.example/?go=news"
    pages = tuple(f"{begin[:-8]}?do=news,list&for=15&p={n}" for n in (2, 3))
    for url, number in ((begin, ""), (pages[0], "&p=2")):
        item = f"{begin[:-8]}?do=news,view&id=7&for=15"
        items = (Teaser(url=item + number, title="Fog lifts"),)
        listing = Listing(url=url, items=items, pages=(begin, *pages))
        names = marks_of(listing, Ask(url=url, role="listing"), begin)
        assert without_marks(listing, names).items[0].url == item


def test_items_of_a_first_page_without_a_number_carry_none() -> None:
    """They carry that of the page, which the address of the list leaves out."""
    begin = "https://board.harbour.example/list"
    listing = Listing(
        url=begin,
        items=(Teaser(url=f"{VIEW}7&page=1"), Teaser(url=f"{VIEW}6&page=1")),
        pages=(f"{begin}?page=2",),
    )
    names = marks_of(listing, Ask(url=begin, role="listing"), begin)
    found = [item.url for item in without_marks(listing, names).items]
    assert found == [f"{VIEW}7", f"{VIEW}6"]

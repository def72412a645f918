"""Boxes beside the lists of a site, which show items of it and others."""

from crawler.lists.places import ListPlaces
from parsers.model import BY_NAME, Teaser

LIST, BOX = "main ul li a", "div.box ul li a"


def _teasers(place: str, *names: str) -> dict[str, Teaser]:
    return {name: Teaser(url=f"/news/{name}", place=place) for name in names}


def test_a_box_beside_a_short_last_page_is_no_part_of_its_list() -> None:
    """It outweighs the one item that is left, and what is new in it is no news."""
    places = ListPlaces({})
    assert places.beside("/news", _teasers(LIST, "4", "3", "2"), met=()) == []
    box = _teasers(BOX, "4", "3", "2", "law-12", "law-13", "law-14", "law-15")
    last = _teasers(LIST, "1") | box
    told = places.beside("/news", last, met=("4", "3", "2"))
    assert told == ["law-12", "law-13", "law-14", "law-15"]


def test_a_further_page_may_be_made_otherwise_than_the_first() -> None:
    """A list may open with large items; what a box shows of it is little."""
    places = ListPlaces({})
    places.beside("/news", _teasers("main h2 a", "6", "5"), met=())
    page = _teasers(LIST, "5", "4", "3", "2", "1")
    assert places.beside("/news", page, met=("5",)) == []
    again = page | _teasers(LIST, "0")
    assert places.beside("/news", again, met=tuple(page)) == []


def test_a_place_in_which_lists_of_the_site_stand_is_no_box() -> None:
    """Another list of the site may show the same items."""
    places = ListPlaces({"list_places": [BOX]})
    places.beside("/news", _teasers(LIST, "4", "3", "2"), met=())
    page = _teasers(BOX, "4", "3", "2", "1")
    assert places.beside("/news", page, met=("4", "3", "2")) == []


def test_a_fragment_of_a_list_is_no_box_beside_it() -> None:
    """It has nothing around its items, which other lists of the site may show too."""
    places = ListPlaces({"list_places": [LIST]})
    places.beside("/news", _teasers(LIST, "9", "8"), met=())
    further = _teasers("li a", *"7654321")
    assert places.beside("/news", further, met="7653") == []


def test_a_page_whose_list_stands_nowhere_but_in_a_new_place_is_read() -> None:
    """A box beside the first page showed half of it, and the rest was news later."""
    places = ListPlaces({})
    box = _teasers(BOX, "6", "5", "4")
    places.beside("/news", _teasers(LIST, "9", "8", "7", "x") | box, met=())
    further = _teasers("main ul li h3 a", *"654321") | _teasers(BOX, "9")
    assert places.beside("/news", further, met=[*"9654"]) == []


def test_what_data_name_alone_is_asked_for_only_where_other_items_lie() -> None:
    """Its address is a guess; a wrong one would be asked for in vain each night."""
    named = {
        key: Teaser(url=f"https://{key}", place=BY_NAME)
        for key in ("h.example/news/ice", "h.example/cms/ice")
    }
    places = ListPlaces({})
    assert places.misled(named) == []
    fog = Teaser(url="https://h.example/news/fog", place=LIST)
    assert places.misled({"h.example/news/fog": fog}) == []
    assert places.misled(named) == ["h.example/cms/ice"]

"""Why a listing is read as it is: what won, and what was left out as what."""

from parsers.listing import parse_listing
from parsers.lists.reasons import ListingReasons, explain_listing
from parsers.model import Capture
from parsers.page import read_page
from parsers.rules import Rules, load_rules
from tests.golden import FIXTURES, load_capture

MAKES = FIXTURES / "makes"


def test_what_is_left_out_is_told_with_its_reason() -> None:
    """Whoever misses an item must see where it went."""
    told = _told(load_capture(MAKES / "sidebars-and-calendar"))
    assert told.ways == {"items": "repeated", "next_url": "labelled"}
    reasons = {group.titles[0]: (group.is_kept, group.reason) for group in told.groups}
    assert reasons["Rathaus und Politik"] == (False, "menu")
    assert reasons["« zurück"] == (False, "pager")
    assert not reasons["Konzert in der Marktkirche"][0]
    assert not reasons["Abfallkalender für das neue Jahr"][0]
    kept = [group for group in told.groups if group.is_kept]
    assert [group.reason for group in kept] == ["the best list of the page"]
    assert kept[0].count == 6


def test_a_second_list_of_a_page_says_why_it_joined() -> None:
    """Two sections are two lists, and both are the listing."""
    told = _told(load_capture(MAKES / "two-sections"))
    kept = [group.reason for group in told.groups if group.is_kept]
    assert kept[0] == "the best list of the page"
    assert len(kept) == 2


def test_numbers_that_are_no_pager_are_told_too() -> None:
    """Days of a calendar look like pages."""
    told = _told(load_capture(MAKES / "sidebars-and-calendar"))
    assert {pager.is_kept for pager in told.pagers} == {True, False}


def test_lists_beside_an_article_are_told_as_such() -> None:
    """An article with three related ones is no listing."""
    prose = "<p>" + "The keeper of the lamp walked up the stairs again. " * 60 + "</p>"
    related = "".join(
        f"<li>{n}.03.2026 <a href='/n/{n}'>Fog over pier number {n} for a whole day</a>"
        for n in (11, 12, 13)
    )
    html = f"<body><main><h1>Fog</h1>{prose}<ul>{related}</ul></main>"
    url = "https://press.harbour.example/n/9"
    told = _told(Capture(url=url, payload=html.encode()))
    assert not any(group.is_kept for group in told.groups)
    assert "beside an article" in {group.reason for group in told.groups}


def test_rules_of_a_site_file_and_broken_pages_are_named() -> None:
    """What a person wrote wins, and nothing has no reasons."""
    rules = load_rules({"listing": {"item": "article"}})
    told = _told(load_capture(MAKES / "two-sections"), rules=rules)
    assert told.ways["items"] == "rules"
    nothing = Capture(url="https://press.harbour.example/", payload=b"")
    assert _told(nothing).ways == {"items": "", "next_url": ""}


def _told(capture: Capture, rules: Rules | None = None) -> ListingReasons:
    page = read_page(capture)
    return explain_listing(page, parse_listing(page, rules=rules), rules=rules)

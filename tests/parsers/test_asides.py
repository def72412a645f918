"""What a text says in notes at its foot and in boxes amid it."""

import pytest

from parsers.block_walk import walk
from parsers.body.asides import find_asides
from parsers.model import Capture
from parsers.page import read_page

TEXT = "The ferry to the island was late because of the fog."
BOX = "<p>Key facts</p><p>Seven ferries sail, two of them at night.</p>"
TOLD = ("Key facts", "Seven ferries sail, two of them at night.")
NOTES = "<section class={}><ol><li><p>Report no. 442, <a href=/r>page 7</a></section>"


def _told(amid: str, behind: str = "") -> tuple[str, ...]:
    """Return what is found beside a text of two lines, which stands in its own box."""
    html = f"<div class=prose><p>{TEXT}</p>{amid}<p>{TEXT} Again.</p>{behind}</div>"
    page = read_page(Capture(url="https://h.example/", payload=html.encode()))
    blocks = walk(page)
    kept = [block for block in blocks if block.text.startswith(TEXT)]
    return find_asides(blocks, kept, kept[0].place.parent)


@pytest.mark.parametrize(
    "tag",
    ["aside class=callout", "div class=key-facts", "aside role=note", "div id=infobox"],
)
def test_a_box_amid_a_text_says_something_of_it(tag: str) -> None:
    """A figure may be put right there alone."""
    assert _told(f"<{tag}>{BOX}</{tag.split()[0]}>") == TOLD
    assert _told("", f"<{tag}>{BOX}</{tag.split()[0]}>") == ()


@pytest.mark.parametrize("names", ["footnotes", "wp-block-footnotes", "'x end_notes'"])
def test_notes_at_the_foot_of_a_text_are_words_of_it(names: str) -> None:
    """A correction may be told there alone, and they lead to their sources."""
    assert _told("", NOTES.format(names)) == ("Report no. 442, page 7",)
    assert _told("", NOTES.format("notes role=doc-endnotes")) != ()
    assert _told("", NOTES.format("release-notes")) == ()


@pytest.mark.parametrize(
    "amid",
    [
        "<aside class='callout newsletter'><p>Get our letter each week.</p></aside>",
        "<aside class=callout><p>Join us.</p><form><input name=q></form></aside>",
        "<aside class=callout><a href=/7>The fog has lifted</a> at last</aside>",
        "<aside><p>Ferries of the week: the Gull and the Tern.</p></aside>",
    ],
)
def test_a_box_that_sells_asks_or_leads_elsewhere_is_none_of_the_text(
    amid: str,
) -> None:
    """It is another on any day."""
    assert _told(amid) == ()


def test_whom_to_ask_behind_a_text_is_said_with_it() -> None:
    """An office puts the number of one release right, and no other word."""
    whom = "<p>Ada Quay, desk officer, tel. 555 0142</p>"
    box = f"<div class=contact-persons><h2>Whom to ask</h2>{whom}</div>"
    told = ("Whom to ask", "Ada Quay, desk officer, tel. 555 0142")
    assert _told("", box) == _told(box) == told
    assert _told("", box.replace("tel. 555 0142", "on weekdays")) == ()
    assert _told("", box.replace(whom, f"<form>{whom}</form>")) == ()


def test_notes_right_behind_the_place_of_a_text_are_words_of_it() -> None:
    """Some makes set them below the box that they fill with the text."""
    html = "<div><div class=prose><p>{0}</p><p>{0} Again.</p></div>{1}</div>"
    for names, told in (("footnotes", ("Report no. 442, page 7",)), ("more", ())):
        text = html.format(TEXT, NOTES.format(names))
        page = read_page(Capture(url="https://h.example/", payload=text.encode()))
        blocks = walk(page)
        kept = [block for block in blocks if block.text.startswith(TEXT)]
        assert find_asides(blocks, kept, kept[0].place.parent) == told


@pytest.mark.parametrize("day", ["", "<tr><td>Date<td>3 March 2026"])
def test_a_table_of_figures_over_a_text_is_said_with_it_unless_it_is_its_head(
    day: str,
) -> None:
    """What says when a text was made, and how often it was read, is no word of it."""
    table = f"<table><tr><td>Boats<td>7<tr><td>Fog<td>9<tr><td>Ice<td>2{day}</table>"
    html = f"<div class=prose>{table}<p>{TEXT}</p><p>{TEXT} Again.</p></div>"
    page = read_page(Capture(url="https://h.example/", payload=html.encode()))
    blocks = walk(page)
    kept = [block for block in blocks if block.text.startswith(TEXT)]
    told = find_asides(blocks, kept, kept[0].place.parent)
    assert told == (() if day else ("Boats", "7", "Fog", "9", "Ice", "2"))

"""Words within a line that no reader sees are no part of what it says."""

import time

from parsers.block_walk import walk
from parsers.model import Capture
from parsers.page import read_page
from parsers.visible import is_unseen


def test_a_card_that_opens_over_a_name_is_no_part_of_the_line() -> None:
    """Its words would change with every story that names the same person."""
    card = (
        "<span class=person-tooltip-box>Ada Quay Head of the port More from her</span>"
    )
    html = f"<p>The ferry of <span class=tooltip>Ada Quay{card}</span> was late."
    page = read_page(Capture(url="https://h.example/1", payload=html.encode()))
    assert [block.text for block in walk(page)] == ["The ferry of Ada Quay was late."]


def test_what_a_glossary_says_of_a_word_is_no_part_of_the_line() -> None:
    """It stands in the middle of the sentence, and shows to who points at the word."""
    note = "<span role=tooltip>Fees of a port, by tonnage.</span>"
    html = f"<p>The <span>harbour dues{note}</span> fall in May."
    page = read_page(Capture(url="https://h.example/1", payload=html.encode()))
    assert [block.text for block in walk(page)] == ["The harbour dues fall in May."]


def test_a_link_that_the_markup_hides_is_no_part_of_the_line() -> None:
    """A trap for robots glues its word to a line that the reader knows."""
    for how in ("style='display: none'", "hidden"):
        html = f"<p>All rights reserved<a {how} href=/all>all</a> by the port."
        page = read_page(Capture(url="https://h.example/1", payload=html.encode()))
        assert [b.text for b in walk(page)] == ["All rights reserved by the port."]


def test_a_letter_that_a_font_draws_as_an_icon_is_no_part_of_the_line() -> None:
    """A lens beside each picture was a heading of one letter amid the text."""
    html = b"<h3><span class='icon icon-lens'>S</span></h3><p>Part <i class=big>S</i>"
    page = read_page(Capture(url="https://h.example/1", payload=html))
    assert [block.text for block in walk(page)] == ["Part S"]
    step = b"<h3><span class=icon>1</span> Buy a ticket</h3>"
    page = read_page(Capture(url="https://h.example/1", payload=step))
    assert [block.text for block in walk(page)] == ["1 Buy a ticket"]


def test_what_a_page_holds_for_its_scripts_is_no_line() -> None:
    """A builder leaves the styles of its boxes in the page, hidden by a sheet."""
    html = b"""<p>The quay is open.<div class=off>[{"id": 9, "font": "Sans"}]</div>"""
    page = read_page(Capture(url="https://h.example/1", payload=html))
    assert [block.text for block in walk(page)] == ["The quay is open."]


def test_names_of_classes_take_little_time_however_they_are_made() -> None:
    """A page may hold any names, and many of them."""
    begun = time.process_time()
    for names in ("tooltip-" * 62, "tooltip-" + "a-" * 240, "a" * 499, "sr-" * 160):
        assert not is_unseen(names)
    assert time.process_time() - begun < 0.5

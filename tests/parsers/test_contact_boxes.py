"""Boxes below an article that say whom to ask."""

from parsers.block_walk import walk
from parsers.body.contact_boxes import without_contacts
from parsers.model import Capture
from parsers.page import read_page


def kept_of(markup: str) -> list[str]:
    """Return the lines of some markup that are left without contacts."""
    page = read_page(Capture(url="https://h.example/1", payload=markup.encode()))
    return [block.text for block in without_contacts(walk(page))]


TEXT = "<p>The pilots took nine boats out before the fog came back at noon.</p>"
ASK = "<h3>Press</h3><p>Ines Hall</p><p>Tel. +1 555 0100</p><p>press@h.example</p>"


def test_a_last_box_of_whom_to_ask_is_no_text() -> None:
    """Its name tells it, and that it says how to reach somebody."""
    for name in ("contact", "bloc-contact", "press_contact box", "contact-info"):
        assert len(kept_of(f"{TEXT * 2}<div class='{name}'>{ASK}</div>")) == 2


def test_a_page_of_addresses_keeps_them() -> None:
    """So does a box of another name, and one that leaves nobody to reach."""
    for box in (
        f"<div class=contact>{ASK * 4}</div>",
        f"<div class=part>{ASK}</div>",
        "<div class=contact><p>Ask the desk.</p></div>",
    ):
        assert len(kept_of(TEXT + box)) > 1

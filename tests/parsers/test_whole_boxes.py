"""Boxes of a page builder that stand between two boxes of the text."""

import pytest

from parsers.block_walk import walk
from parsers.body.whole_boxes import with_boxes
from parsers.model import Capture
from parsers.page import read_page

TEXT = "The ferry to the island was late because of the fog."
BOX = "<div class='part part-widget part-{}'><div>{}</div></div>"


def _read(part: str, *, name: str = "count", repeated: bool = False) -> list[str]:
    """Return what is read of a part between two boxes of a text."""
    parts = BOX.format("text", f"<p>{TEXT}</p>"), BOX.format(name, part)
    html = f"<div class=row>{parts[0]}{parts[1]}{parts[0]}</div>"
    blocks = walk(read_page(Capture(url="https://h.example/", payload=html.encode())))
    kept = [block for block in blocks if block.text == TEXT]
    hashes = {b.hash for b in blocks if b not in kept} if repeated else set()
    return [b.text for b in with_boxes(blocks, kept, hashes) if b.text != TEXT]


def test_a_box_of_the_make_of_a_text_is_a_part_of_it() -> None:
    """A figure and its label are short, and each stands in a box of its own."""
    assert _read("<div>Boats</div><b>41</b>") == ["Boats", "41"]


@pytest.mark.parametrize(
    ("part", "name"),
    [
        ("<p>Boats</p><a href=/41>41</a>", "count"),
        ("<p>Boats</p>", "related"),
        ("<p>Boats</p>", "image"),
        ("<p>Photo: Ada Quay</p>", "count"),
        ("<form><p>Boats</p></form>", "count"),
    ],
)
def test_a_box_that_leads_on_or_is_called_otherwise_is_none(
    part: str, name: str
) -> None:
    """Builders make teasers, pictures and forms of the same boxes."""
    assert _read(part, name=name) == []


def test_a_box_that_other_pages_have_is_none_of_the_text() -> None:
    """The site sets it between the parts of each."""
    assert _read("<p>Boats</p>", repeated=True) == []

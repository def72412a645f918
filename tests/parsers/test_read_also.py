"""Lists of other items under a line that bids to read them."""

import pytest

from parsers.block_walk import walk
from parsers.blocks import Block
from parsers.body.read_also import without_read_also
from parsers.model import Capture
from parsers.page import read_page

LINK = "<p><a href=/news/{0}>What the pilots said of the {0}</a></p>"
OTHERS = LINK.format("fog") + LINK.format("mole")


def left(markup: str) -> tuple[int, int]:
    """Return how many blocks some markup has amid a text, and how many are kept."""
    page = f"<div><p>The ferry came.</p>{markup}<p>It left again.</p></div>"
    blocks: tuple[Block, ...] = walk(
        read_page(Capture(url="https://h.example/1", payload=page.encode()))
    )
    kept = without_read_also(blocks)
    assert (kept[0], kept[-1]) == (blocks[0], blocks[-1])
    return len(blocks), len(kept)


@pytest.mark.parametrize(
    "label",
    [
        *("DON'T MISS", "Read more:", "Lesen Sie auch", "相关阅读", "เรื่องที่เกี่ยวข้อง"),
        *(
            "Recommended for you",
            "Vous aimerez aussi",
            "猜你喜欢",
            "Вам может понравиться",
        ),
    ],
)
def test_links_under_a_label_that_bids_to_read_on_are_no_text(label: str) -> None:
    """They lead to other items, which change from day to day."""
    assert left(f"<p>{label}</p>{OTHERS}") == (5, 2)
    assert left(f"<h3><strong>{label}</strong></h3>{OTHERS}") == (5, 2)


def test_a_label_of_one_link_ends_with_a_colon() -> None:
    """A heading of the text may be as short, and a sentence may be one link."""
    assert left("<p>Read more:</p>" + LINK.format("fog")) == (4, 2)
    assert left("<p>Read more</p>" + LINK.format("fog")) == (4, 4)


def test_links_under_other_words_and_files_are_text() -> None:
    """A list of links may be what the text is about, and a file is the item's own."""
    assert left("<p>The nine reports:</p>" + OTHERS) == (5, 5)
    file = "<p><a href=/files/fog.pdf>What the pilots said of the fog</a></p>"
    assert left(f"<p>Read more:</p>{file}") == (4, 4)


def test_a_link_in_brackets_between_paragraphs_is_no_text() -> None:
    """It points to another item, as a label would; a file is the item's own."""
    assert left("<p>(<a href=/news/fog>What the pilots said of the fog</a>.)</p>") == (
        3,
        2,
    )
    file = "<p>(<a href=/files/fog.pdf>What the pilots said of the fog</a>)</p>"
    assert left(file) == (3, 3)
    assert left("<p>(The pilots, who had <a href=/x>said</a> so, left.)</p>") == (3, 3)

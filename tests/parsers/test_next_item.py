"""Pages that go on with the next article behind the first."""

from parsers.block_walk import walk
from parsers.blocks import Block
from parsers.body.next_item import without_next
from parsers.model import Capture
from parsers.page import read_page

PROSE = "The pilots of the port waited until the fog had lifted at last, all day long. "


def blocks_of(markup: str) -> tuple[Block, ...]:
    """Return the blocks of some markup."""
    return walk(read_page(Capture(url="https://h.example/1", payload=markup.encode())))


def test_a_second_headline_of_the_same_make_ends_the_text() -> None:
    """What a reader scrolls on to is another item, with an address of its own."""
    page = "".join(
        f"<div class=head><h1>{name}</h1></div><div class=text><p>{PROSE * 3}</p></div>"
        for name in ("Fog over the port", "Ferry late again")
    )
    blocks = blocks_of(page)
    kept = [block for block in blocks if block.tag == "p"]
    assert without_next(blocks, kept, "Fog over the port") == kept[:1]


def test_headings_of_the_text_do_not_end_it() -> None:
    """Some editors give each part of a text the tag of its headline."""
    parts = f"<h1>Fog</h1><p>{PROSE * 3}</p><h1>What the pilots say</h1><p>{PROSE}</p>"
    blocks = blocks_of(f"<div>{parts}</div>")
    assert without_next(blocks, blocks, "Fog") == list(blocks)
    assert without_next(blocks, blocks, "") == list(blocks)


def test_a_heading_in_the_box_of_the_text_does_not_end_it() -> None:
    """Though the headline stands in a box of the same make, alone."""
    text = f"<p>{PROSE * 3}</p><h2>What the pilots say</h2><p>{PROSE}</p>"
    blocks = blocks_of(f"<div><h2>Fog</h2></div><div>{text}</div>")
    kept = list(blocks[1:])
    assert without_next(blocks, kept, "Fog") == kept


def test_a_teaser_above_the_text_does_not_end_it() -> None:
    """Only what stands behind a text can be the next."""
    heads = "".join(f"<div class=head><h2>{t}</h2></div>" for t in ("Fog", "Ferry"))
    blocks = blocks_of(f"{heads}<div class=text><p>{PROSE * 3}</p></div>")
    kept = list(blocks[2:])
    assert without_next(blocks, kept, "Fog") == kept

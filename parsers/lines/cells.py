"""Which blocks are cells of a table, whatever editors wrap their words in. Pure."""

from collections.abc import Sequence

from lxml.html import HtmlElement

from parsers.blocks import Block

_CELLS = frozenset(("td", "th"))
#: Word and its kin put a paragraph into each cell; a longer one is a text laid out.
_LONGEST = 200


def cell_of(block: Block) -> HtmlElement | None:
    """Return the cell that a block is all the text of, or nothing.

    >>> from parsers.block_walk import walk
    >>> from parsers.model import Capture
    >>> from parsers.page import read_page
    >>> html = b"<table><tr><td>Fog<td><p>12</p><td><p>No</p><p>ferry</p></table>"
    >>> blocks = walk(read_page(Capture(url="https://h.example/", payload=html)))
    >>> [cell_of(block) is not None for block in blocks]
    [True, True, False, False]

    Nor is a box among the lines that one element of old holds together.

    >>> html = b"<table><tr><td><font>Fog<br>Ice<div>Ad</div>Sun</font></table>"
    >>> blocks = walk(read_page(Capture(url="https://h.example/", payload=html)))
    >>> [block.text for block in blocks if cell_of(block) is None]
    ['Ad']
    """
    place = block.place
    if place.tag in _CELLS:
        return place.element
    above = place.parent
    if above is None or above.tag not in _CELLS or block.chars > _LONGEST:
        return None
    within: HtmlElement = above.element
    while within is not place.element:
        if len(within) != 1 or (within.text or "").strip():
            return None
        (within,) = within
    return above.element


def is_named(blocks: Sequence[Block], block: Block) -> bool:
    """Tell whether a line stands in a cell that the cell before it names."""
    before = blocks[block.index - 1] if block.index else block
    return (before.tag, block.tag) in _NAMED


#: What the first says is the name of the second.
_NAMED = frozenset((("dt", "dd"), ("th", "td")))

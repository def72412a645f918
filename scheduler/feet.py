"""Links at the foot of a page, and those that lead nowhere but on the page. Pure."""

from collections.abc import Iterable

from parsers.blocks import Block
from parsers.frame import Frame
from parsers.moving_lines import is_foot

#: A label of a menu is nothing but a link, and so short.
_LINKED, _LABEL = 0.75, 60
#: What links lead to that only move on the page.
_CONTROLS = ("#", "javascript:")


def find_feet(blocks: Iterable[Block], frame: Frame) -> frozenset[int]:
    """Return where links stand in one row with those to the terms of the site.

    A row ends where the frame begins, and with a way back to the top.
    """
    found: set[int] = set()
    rows: list[list[Block]] = [[]]
    for block in blocks:
        is_label = block.link_share >= _LINKED and block.chars <= _LABEL
        if not is_label or moves_on(block) or frame.holds(block):
            rows.append([])
        else:
            rows[-1].append(block)
    for row in rows:
        if any(is_foot(block.text) for block in row):
            found.update(block.index for block in row)
    return frozenset(found)


def moves_on(block: Block) -> bool:
    """Tell whether the links of a line lead nowhere but elsewhere on the page.

    >>> from parsers.block_walk import walk
    >>> from parsers.model import Capture
    >>> from parsers.page import read_page
    >>> html = b"<p><a href='#top'>Top</a></p><p><a href='/top'>Top</a></p>"
    >>> page = read_page(Capture(url="https://h.example/", payload=html))
    >>> [moves_on(block) for block in walk(page)]
    [True, False]
    """
    return bool(block.hrefs) and all(h.startswith(_CONTROLS) for h in block.hrefs)

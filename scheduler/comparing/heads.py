"""Where a page begins: the head of its site, its heading, what leads to it. Pure."""

from collections.abc import Collection, Sequence

from parsers.blocks import Block
from parsers.body.frame import Frame

#: So much may stand before the heading of a page: a share, or so many letters.
_BEFORE, _FEW = 0.1, 60
#: A line of a text that says something.
_SAYS = 40


def find_first(
    blocks: Sequence[Block], keys: Sequence[str], frame: Frame, *, title: str
) -> int:
    """Return where the page's heading stands, if nearly all of its text comes after."""
    whole = 0
    found: list[tuple[int, int]] = []
    for block, key in zip(blocks, keys, strict=True):
        if frame.holds(block):
            continue
        if key == title and block.kind == "heading":
            found.append((block.index, whole))
        whole += block.chars - block.link_chars
    heads = [index for index, before in found if before <= max(_FEW, _BEFORE * whole)]
    return min(heads, default=0)


def find_masthead(
    blocks: Sequence[Block], keys: Sequence[str], frame: Frame, *, title: str
) -> int:
    """Return where the head of the site begins, if but a line or two stand before."""
    most, above = max(_FEW, _BEFORE * sum(block.chars for block in blocks)), 0
    for block, key in zip(blocks, keys, strict=True):
        if frame.holds(block):
            return block.index
        above += block.chars
        if key == title or above > most:
            break
    return 0


def find_lead(
    blocks: Sequence[Block], keys: Sequence[str], own: Collection[str], *, title: str
) -> range:
    """Return where lines stand between the heading over the text and its first line."""
    texts = (b.index for b, k in zip(blocks, keys, strict=True) if k in own)
    text = next((n for n in texts if blocks[n].chars >= _SAYS), 0)
    lines = enumerate(zip(blocks[:text], keys, strict=False))
    heads = [n for n, (block, key) in lines if block.level == 1 or key == title]
    return range(heads[-1] + 1 if heads else text, text)

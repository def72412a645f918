"""Where a page begins: the head of its site, its heading, what leads to it. Pure."""

from collections.abc import Collection, Sequence

from parsers.blocks import Block
from parsers.body.frame import Frame
from parsers.body.furniture import in_furniture

#: So much may stand before the heading of a page: a share, or so many letters.
_BEFORE, _FEW = 0.1, 60
#: A line of a text that says something.
_SAYS = 40


def find_first(
    blocks: Sequence[Block], keys: Sequence[str], frame: Frame, *, title: str
) -> int:
    """Return where the page's heading stands, if nearly all of its text comes after.

    Some makes set it into a box of their head, or show it only to those who listen;
    old ones know no headings, but set it in a larger type.
    """
    whole = 0
    found: list[tuple[bool, bool, int, int]] = []
    for block, key in zip(blocks, keys, strict=True):
        is_framed = frame.holds(block)
        is_line = block.kind != "heading"
        if key == title and not (is_line and block.hrefs):
            found.append((is_line, is_framed, block.index, whole))
        if not is_framed and not in_furniture(block):
            whole += block.chars - block.link_chars
    few = max(_FEW, _BEFORE * whole)
    fit = [(*which, n) for *which, n, before in found if before <= few]
    return min(fit)[-1] if fit else 0


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


def find_menu(
    blocks: Sequence[Block], keys: Sequence[str], *, title: str, head: int
) -> int:
    """Return where the first heading stands, if the page's own comes later; else 0."""
    later = zip(blocks[head + 1 :], keys[head + 1 :], strict=True)
    return head if any(k == title and b.kind == "heading" for b, k in later) else 0


def find_lead(
    blocks: Sequence[Block], keys: Sequence[str], own: Collection[str], *, title: str
) -> range:
    """Return where lines stand between the heading over the text and its first line."""
    texts = (b.index for b, k in zip(blocks, keys, strict=True) if k in own)
    text = next((n for n in texts if blocks[n].chars >= _SAYS), 0)
    lines = enumerate(zip(blocks[:text], keys, strict=False))
    heads = [n for n, (block, key) in lines if block.level == 1 or key == title]
    return range(heads[-1] + 1 if heads else text, text)

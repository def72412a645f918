"""A text that breaks off where readers are asked to pay or to sign in. Pure."""

from collections.abc import Sequence

from parsers.blocks import Block
from parsers.lines.pay_walls import asks_to_pay
from scheduler.comparing.side import Side
from scheduler.comparing.side_lines import Line

#: A wall hides so many letters at least, with this share of the text, and says less.
_HIDDEN, _SHARE, _SAYS = 300, 0.25, 0.4
#: So much of the text may stand behind it: who wrote it, what agencies add.
_LEFT = 0.1
#: A line that is cut before the wall goes on so far as the other page has it.
_BEGINS = 20


def find_wall(
    large: Side, small: Side, lost: Sequence[Line], come: Sequence[Line]
) -> str:
    """Return what a wall says before which one of two texts ends; ``""`` for none.

    The text that is gone must be the end of the other, and hardly more come than that.
    """
    gone = [line.block for line in lost if large.owns(line.key)]
    hidden = sum(block.chars for block in gone)
    if hidden < max(_HIDDEN, _SHARE * sum(b.chars for b in large.texts)):
        return ""
    new = [
        line.block
        for line in come
        if not (small.frame.holds(line.block) or _is_begun(line, gone[0].text))
    ]
    walls = [block for block in new if asks_to_pay(block)]
    if not walls or sum(block.chars for block in new) > _SAYS * hidden:
        return ""
    behind = max(_kept(large, small, gone[0]), _kept(small, large, walls[0]))
    return walls[0].text if behind <= _LEFT * hidden else ""


def _kept(side: Side, other: Side, block: Block) -> int:
    """Return how much of a text behind a line stands on the other page, too."""
    behind = (text for text in side.texts if text.index > block.index)
    return sum(b.chars for b in behind if other.counts[side.keys[b.index]])


def _is_begun(line: Line, text: str) -> bool:
    """Tell whether a line is the beginning of another, perhaps with three dots."""
    begun = line.block.text.rstrip(" .…")
    return len(begun) >= _BEGINS and text.startswith(begun)

"""Boxes that lie over a page, or before or behind all of it, for a while. Pure."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from parsers.blocks import Block, Place
from scheduler.comparing.side import Side
from scheduler.comparing.side_lines import Line

#: How deep the body is, and how much such a box says at most.
_BODY, _MOST = 1, 600


def without_overlays(mine: Side, lines: list[Line], other: Side) -> list[Line]:
    """Drop lines in a box at either end of the body that the other page has not.

    Where all text stood in one box, no text comes beside that box: alerts do,
    questions, offers of help. Lines of an article's own text stay.
    """
    if not lines or other.region is None or other.region.depth <= _BODY:
        return lines
    boxes = set(_overlays(mine, other))
    return [
        line
        for line in lines
        if (mine.is_article and mine.owns(line.key)) or _top(line.block) not in boxes
    ]


def _overlays(mine: Side, other: Side) -> Iterator[Place]:
    """Yield the boxes at the ends of a body of which the other shows no line."""
    boxes = [(top, [*blocks]) for top, blocks in groupby(mine.blocks, _top)]
    for ordered in (boxes, boxes[::-1]):
        for top, blocks in ordered:
            if top is None or not _is_overlay(blocks, mine, other):
                break
            yield top


def _is_overlay(blocks: Sequence[Block], mine: Side, other: Side) -> bool:
    if sum(block.chars for block in blocks) > _MOST:
        return False
    return not any(other.counts[mine.keys[block.index]] for block in blocks)


def _top(block: Block) -> Place | None:
    """Return the box right in the body that a line stands in."""
    for box in (block.place, *block.place.ancestors()):
        if box.depth == _BODY + 1:
            return box
    return None

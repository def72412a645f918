"""Boxes of a page builder between boxes of the text: they are its parts too. Pure."""

from collections.abc import Collection, Sequence
from itertools import pairwise

from parsers.blocks import Block, Place
from parsers.body.asides import is_of_others
from parsers.body.region import between, place_around
from parsers.lines.signs import word_signs

#: So many lines of a box are looked at; the boxes share so much of their names.
_MOST, _ALIKE = 12, 0.5
_BOXES = frozenset(("div", "section"))


def with_boxes(
    blocks: Sequence[Block], kept: Sequence[Block], repeated: Collection[str]
) -> list[Block]:
    """Return the kept blocks with those of boxes that stand between two of their make.

    Builders set each heading, figure or quote into a box of its own. One that leads
    anywhere, or says by its name that it is of others, is none of the text.
    """
    added: list[Block] = []
    for before, after in pairwise(kept):
        if 1 < after.index - before.index <= _MOST:
            lines = blocks[before.index + 1 : after.index]
            if all(_says(line, repeated) for line in lines) and _are_boxes(
                before, lines, after
            ):
                added += lines
    return sorted((*kept, *added), key=lambda block: block.index) if added else [*kept]


def _says(line: Block, repeated: Collection[str]) -> bool:
    if line.hrefs or line.kind == "caption" or line.hash in repeated:
        return False
    return not line.place.is_hidden and "photo" not in word_signs(line.text)


def _are_boxes(before: Block, lines: Sequence[Block], after: Block) -> bool:
    """Tell whether all stand in boxes of one make, side by side in one place."""
    row = place_around(before, after.place)
    first, last = _box(before, row), _box(after, row)
    if first is None or last is None or first is last:
        return False
    return all(_is_alike(line, row, (first, last)) for line in lines)


def _is_alike(line: Block, row: Place, boxes: Sequence[Place]) -> bool:
    way = between(line.place, row)
    own = _box(line, row)
    if own is None or own in boxes or is_of_others(way):
        return False
    if any("caption" in place.signs for place in way):
        return False
    return all(share(own, box) >= _ALIKE for box in boxes)


def _box(block: Block, row: Place) -> Place | None:
    """Return the box right in a place in which a line stands, in one of its own."""
    way = between(block.place, row)
    return way[-1] if len(way) > 1 and way[-1].tag in _BOXES else None


def share(one: Place, other: Place) -> float:
    """Return which part of their tag and classes two places have in common."""
    names, others = ({p.tag, *p.step.split(".")[1:]} for p in (one, other))
    return len(names & others) / max(len(names), len(others))

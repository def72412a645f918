"""Texts that a system parts in two boxes: how they begin, and all the rest. Pure."""

from collections.abc import Sequence

from parsers.blocks import Block, Place

_INTRO, _FULL = "intro", "full"
#: So near the first line of a text its intro ends.
_NEAR = 8


def with_intro(blocks: Sequence[Block], kept: Sequence[Block]) -> list[Block]:
    """Return the kept blocks with the others of the box in which their text begins.

    Systems that part a text where its list says "read more" name the two boxes alike,
    but for "intro" and "full": the first is no lead beside the text, but how that
    begins. ``blocks`` are all of the page's.
    """
    if not kept:
        return []
    first = kept[0].index
    begun = [
        block
        for block in blocks[max(0, first - _NEAR) : first + _NEAR]
        if _INTRO in block.path.lower()
    ]
    if not begun:
        return list(kept)
    boxes = {
        (box.parent, box.step.lower())
        for block in kept
        for box in (block.place, *block.place.ancestors())
    }
    intro = next((box for b in begun if (box := _intro(b, boxes))), None)
    if intro is None:
        return list(kept)
    own = [
        block
        for block in blocks[intro.start : intro.end]
        if block.kind in ("text", "item", "quote") and not block.place.is_hidden
    ]
    return sorted({*kept, *own}, key=lambda block: block.index)


def _intro(block: Block, boxes: set[tuple[Place | None, str]]) -> Place | None:
    """Return the box around a line that has a twin which is named "full"."""
    for box in (block.place, *block.place.ancestors()):
        name = box.step.lower()
        if _INTRO in name and (box.parent, name.replace(_INTRO, _FULL)) in boxes:
            return box
    return None

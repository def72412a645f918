"""Parts of a text that unfold: what is said in them goes with what heads them. Pure."""

from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from lxml.html import HtmlElement

from parsers.blocks import Block

#: A line that heads more of a text is no longer, and stands in so many boxes.
_LONGEST, _BOXES = 200, 3


def with_folds(
    blocks: Sequence[Block], kept: Sequence[Block], repeated: Collection[str]
) -> list[Block]:
    """Return the kept blocks with what is pressed to unfold the parts that hold them.

    HTML, 4.11.1: a ``details`` shows its ``summary`` and, unfolded, the rest. What
    stands on other pages too (``repeated``) heads any text.
    """
    held = {box for block in kept for box in block.element.iterancestors("details")}
    if not held:
        return list(kept)
    found = {
        block
        for block in blocks
        if block.hash not in repeated and not held.isdisjoint(_folds(block))
    }
    return sorted(found.union(kept), key=lambda block: block.index)


def _folds(block: Block) -> Iterator[HtmlElement]:
    """Yield the part that a line unfolds, if it does."""
    if block.chars > _LONGEST:
        return
    places = (block.place, *islice(block.place.ancestors(), _BOXES))
    for place in places:
        if place.tag == "summary" and (fold := place.element.getparent()) is not None:
            yield fold

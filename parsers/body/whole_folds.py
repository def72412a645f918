"""Parts of a text that unfold: what is said in them goes with what heads them. Pure."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence, Set
from itertools import islice

from lxml.html import HtmlElement

from parsers.blocks import Block
from parsers.body.furniture import in_furniture
from parsers.lines.counters import is_counter

#: A line that heads more of a text is no longer, and stands in so many boxes.
_LONGEST, _BOXES = 200, 3
#: An ad or a row of links is less likely text than this.
_LEAST = 0.15
#: Around the frame of a page there is no text.
_WHOLE = frozenset(["html", "body", "form"])
#: A line of links says nothing itself.
_LINKS = 0.6


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


def with_folds_amid(
    likely: Sequence[tuple[Block, float]],
    kept: Sequence[Block],
    repeated: Collection[str],
) -> list[Block]:
    """Return the kept blocks with what is said in the folds that stand amid the text.

    ``likely`` says how likely each block of the page is text.
    """
    amid = set(_amid(kept))
    if not amid:
        return list(kept)
    found = {
        block
        for block, p in likely
        if p >= _LEAST and block.hash not in repeated and _is_said_in(block, amid)
    }
    return sorted(found.union(kept), key=lambda block: block.index)


def _amid(kept: Sequence[Block]) -> Iterator[HtmlElement]:
    """Yield the folds that stand in the box which most of a text stands in itself."""
    sizes: Counter[HtmlElement] = Counter()
    for block in kept:
        box = block.element.getparent()
        for home in (block.element, box) if box is not None else (block.element,):
            sizes[home] += block.size
    whole = sum(block.size for block in kept)
    for home, size in sizes.items():
        if 2 * size > whole and home.tag not in _WHOLE:
            yield from home.iterchildren("details")


def _is_said_in(block: Block, folds: Set[HtmlElement]) -> bool:
    """Tell whether a line says something in one of some folds, and leads nowhere."""
    if folds.isdisjoint(block.element.iterancestors("details")):
        return False
    is_text = block.link_share < _LINKS and not is_counter(block.text)
    return is_text and not in_furniture(block)


def _folds(block: Block) -> Iterator[HtmlElement]:
    """Yield the part that a line unfolds, if it does."""
    if block.chars > _LONGEST:
        return
    places = (block.place, *islice(block.place.ancestors(), _BOXES))
    for place in places:
        if place.tag == "summary" and (fold := place.element.getparent()) is not None:
            yield fold

"""Headings between two paragraphs of an article's text. Pure."""

from collections.abc import Collection, Sequence
from itertools import pairwise

from parsers.blocks import Block
from parsers.profile import text_hash

#: A heading of the text is no link, and no longer; so many lines may stand between.
_LINKED, _LONGEST, _MOST = 0.1, 160, 12
#: A line of text that is a heading is so bold.
_BOLD = 0.8


def with_headings(
    blocks: Sequence[Block], kept: Sequence[Block], repeated: Collection[str]
) -> list[Block]:
    """Return the kept blocks with each heading between two paragraphs of one box.

    ``blocks`` are all of the page's; ``repeated`` are hashes of what stands on other
    pages too. An ad or a picture may stand beside it; each part of a text may have a
    box of the same make. A bold line in the very box of both is a heading too.
    """
    added = [
        block
        for before, after in pairwise(kept)
        if 1 < after.index - before.index <= _MOST
        for block in blocks[before.index + 1 : after.index]
        if (block.kind == "heading" or _is_bold(block))
        and block.chars <= _LONGEST
        and block.link_share <= _LINKED
        and _level(block) in _boxes(before) & _boxes(after)
        and not block.place.is_hidden
        and text_hash(block.text) not in repeated
    ]
    return sorted((*kept, *added), key=lambda block: block.index) if added else [*kept]


def _is_bold(block: Block) -> bool:
    return block.kind == "text" and block.strong_chars >= _BOLD * block.chars


def _level(block: Block) -> str:
    """Return the box in which a heading, or a loose line, stands."""
    return _box(block) if block.kind == "heading" else block.path


def _box(block: Block) -> str:
    return block.place.parent.path if block.place.parent else ""


def _boxes(block: Block) -> set[str]:
    """Return the box of a block, or of its list, and its place if that holds text."""
    boxes = {_box(block), block.path}
    listed = block.place.parent
    if block.kind == "item" and listed is not None and listed.parent is not None:
        boxes.add(listed.parent.path)
    return boxes

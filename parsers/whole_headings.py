"""Headings between two paragraphs of an article's text. Pure."""

from collections.abc import Collection, Sequence
from itertools import pairwise

from parsers.blocks import Block
from parsers.profile import text_hash

#: A heading of the text is no link, and no longer.
_LINKED, _LONGEST = 0.1, 160


def with_headings(
    blocks: Sequence[Block], kept: Sequence[Block], repeated: Collection[str]
) -> list[Block]:
    """Return the kept blocks with each heading right between two paragraphs of one box.

    ``blocks`` are all of the page's; ``repeated`` are hashes of what stands on other
    pages too.
    """
    added = [
        block
        for before, after in pairwise(kept)
        if after.index - before.index == 2
        and (block := blocks[before.index + 1]).kind == "heading"
        and block.chars <= _LONGEST
        and block.link_share <= _LINKED
        and before.place.parent is after.place.parent is block.place.parent
        and not block.place.is_hidden
        and text_hash(block.text) not in repeated
    ]
    return sorted((*kept, *added), key=lambda block: block.index) if added else [*kept]

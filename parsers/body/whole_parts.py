"""Parts of a text that are a box of a heading and one paragraph. Pure."""

from collections import Counter
from collections.abc import Sequence
from itertools import chain, pairwise

from parsers.blocks import Block
from parsers.body.boxes import shared
from parsers.keys import text_hash

#: So much text is no caption and no label; so many lines may stand between two kept.
_LONG, _MOST = 80, 12
#: A heading is no longer.
_HEADING = 160


def with_parts(
    blocks: Sequence[Block], kept: Sequence[Block], repeated: frozenset[str]
) -> list[Block]:
    """Return the kept blocks with the boxes between of a heading over one paragraph.

    Builders set points of a text beside signs so, and call the boxes as pictures are
    called. What leads anywhere, is said twice or on other pages too (``repeated``),
    tells of something else.
    """
    parts = [
        (head, text)
        for before, after in pairwise(kept)
        if 2 < after.index - before.index <= _MOST
        for head, text in pairwise(blocks[before.index + 1 : after.index])
        if _is_part(head, text)
        and repeated.isdisjoint((text_hash(head.text), text_hash(text.text)))
    ]
    if not parts:
        return list(kept)
    said = Counter(block.text for block in blocks)
    own = (part for part in parts if said[part[1].text] == 1)
    return sorted({*kept, *chain.from_iterable(own)}, key=lambda block: block.index)


def _is_part(head: Block, text: Block) -> bool:
    """Tell whether a heading and a paragraph that lead nowhere are a whole box."""
    if head.kind != "heading" or text.kind != "text" or text.size < _LONG:
        return False
    if head.hrefs or text.hrefs or head.chars > _HEADING:
        return False
    box = shared(head.place, text.place)
    return (box.start, box.end) == (head.index, text.index + 1) and not box.is_hidden

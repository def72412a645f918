"""Where a page goes on with the next article, for readers who scroll. Pure."""

from collections.abc import Sequence

from parsers.blocks import Block
from parsers.keys import text_key

#: So much text stands between two headlines that each have an article.
_LEAST = 200
#: Headlines of a page are of these levels.
_TAGS = ("h1", "h2")


def without_next(
    blocks: Sequence[Block], kept: Sequence[Block], title: str
) -> list[Block]:
    """Return the kept blocks up to the headline of another article.

    It is a heading of the make of this article's own, which no heading of the text is:
    those stand in the box of their paragraphs. ``blocks`` are all of the page's.
    """
    key = text_key(title)
    own = next((b for b in blocks if b.tag in _TAGS and b.key == key), None)
    boxes = {block.place.parent for block in kept if block.kind != "heading"}
    if not key or own is None or own.place.parent in boxes:
        return list(kept)
    others = (
        block.index
        for block in blocks[own.index + 1 :]
        if block.tag == own.tag
        and block.path == own.path
        and block.key != key
        and block.place.parent not in boxes
    )
    end = next(others, len(blocks))
    first = [block for block in kept if block.index < end]
    if sum(b.size for b in first if b.index > own.index) < _LEAST:
        return list(kept)
    return first

"""The place of a text that the page itself sums up, far from its most prose. Pure."""

from collections.abc import Collection, Sequence

from parsers.blocks import Block, Place
from parsers.body.boxes import shared
from parsers.body.evidence import Known

#: A summary says so much, and a paragraph that begins with it; a link is in it at most.
_SAYS, _LONG, _LINKED = 40, 80, 0.3
#: So near below its headline a text begins, and goes on: what stands alone may be the
#: lead of all the prose.
_NEAR, _NEXT = 30, 3


def said_place(
    blocks: Sequence[Block], near: Collection[Block], known: Known, title: str
) -> Place | None:
    """Return the place of the text that begins as its summary does, below its headline.

    Only where neither is ``near`` the most prose: a page may tell more of its other
    items than of its own. ``title`` is a key.
    """
    starts = tuple(key[:_SAYS] for key in known.summaries if len(key) >= _SAYS)
    if not (starts and title):
        return None
    heads = [b.index for b in blocks if b.kind == "heading" and b.key == title]
    around = {block.index for block in near}
    if not around.isdisjoint(heads):
        return None
    for head in heads:
        for block in blocks[head + 1 : head + 1 + _NEAR]:
            if _is_prose(block) and block.key.startswith(starts):
                below = blocks[block.index + 1 : block.index + 1 + _NEXT]
                own = (b for b in below if b.path == block.path or _is_prose(b))
                return next((shared(block.place, b.place) for b in own), None)
    return None


def _is_prose(block: Block) -> bool:
    is_long = block.size >= _LONG and block.link_share <= _LINKED
    return is_long and block.kind == "text" and not block.place.is_hidden

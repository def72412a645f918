"""The text of a page that is no article: figures, notices, addresses. Pure.

Such a page has no run of prose to go by. All that a reader reads counts, but for the
frame around it: menus, banners, footers, rows of links.
"""

from collections.abc import Sequence
from itertools import pairwise

from parsers.blocks import Block, Place
from parsers.furniture import opens_furniture
from parsers.moving_lines import is_counter
from parsers.region import inside, is_data

_FRAME = frozenset(
    ("frame", "share", "comment", "unseen", "ad", "letter", "related", "author")
)
_FRAME_TAGS = frozenset(("header", "footer", "nav"))
#: A place that holds this share of a page's words is no frame, whatever its name.
_WHOLE = 0.5
_LINKS = 0.6


def page_text(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks of a page that are not its frame."""
    blocks = [block for block in blocks if not is_data(block)]
    weights = _weights(blocks)
    whole = sum(block.chars for block in blocks)
    is_frame: dict[Place, bool] = {}
    kept = [
        block
        for block in blocks
        if block.link_share < _LINKS
        and not block.place.is_hidden
        and not is_counter(block.text)
        and not _framed(block.place, weights, whole, is_frame)
    ]
    return _without_bare_headings(kept, blocks)


def _without_bare_headings(kept: list[Block], blocks: Sequence[Block]) -> list[Block]:
    """Drop the headings of boxes whose next line was left out: links, as a rule."""
    taken = set(kept)
    bare = {
        block
        for block, after in pairwise(blocks)
        if block.kind == "heading" and after not in taken and _heads(block, after)
    }
    return [block for block in kept if block not in bare]


def _heads(heading: Block, after: Block) -> bool:
    box = heading.place.parent
    return box is not None and inside(after, box)


def _weights(blocks: Sequence[Block]) -> dict[Place, int]:
    own: dict[Place, int] = {}
    for block in blocks:
        own[block.place] = own.get(block.place, 0) + block.chars
    sums: dict[Place, int] = {}
    for place, chars in own.items():
        for above in (place, *place.ancestors()):
            sums[above] = sums.get(above, 0) + chars
    return sums


def _framed(
    place: Place, weights: dict[Place, int], whole: int, known: dict[Place, bool]
) -> bool:
    way: list[Place] = []
    answer = False
    for above in (place, *place.ancestors()):
        if above in known:
            answer = known[above]
            break
        way.append(above)
    for above in reversed(way):
        is_small = weights.get(above, 0) < _WHOLE * whole
        named = above.tag in _FRAME_TAGS or not _FRAME.isdisjoint(above.signs)
        answer = answer or (is_small and named) or opens_furniture(above)
        known[above] = answer
    return answer

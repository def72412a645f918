"""Boxes above the headline in which other items are told of. Pure."""

from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from parsers.blocks import Block, Place
from parsers.dates import may_hold_date
from parsers.evidence import text_key

#: A lead stands in so many boxes with the headline of its item, a link of this length.
_BOXES, _HEADLINE, _LINKED = 3, 16, 0.8
#: A line that says when is so short, and so many boxes of one make are a row.
_STAMP, _ROW = 40, 2
#: So much text stands below the headline of an article.
_LEAST = 200


def without_teasers(
    blocks: Sequence[Block], kept: Sequence[Block], title: str
) -> list[Block]:
    """Return the kept blocks without the leads of other items above the headline.

    Such a lead stands in a box with another item's linked headline, or in one of a row
    of boxes that say when. ``blocks`` are all of the page's.
    """
    key = text_key(title)
    said = [block for block in blocks if key and text_key(block.text) == key]
    own = next((b for b in said if b.level), said[0] if said else None)
    if own is None or not any(block.index < own.index for block in kept):
        return list(kept)
    below = [block for block in kept if block.index > own.index]
    if sum(block.size for block in below) < _LEAST:
        return list(kept)
    above = blocks[: own.index]
    homes = {own.place, *own.place.ancestors()}
    rows = _rows(above, homes)
    return [
        block
        for block in kept
        if block.index > own.index or not _is_teaser_s(block, above, homes, rows)
    ]


def _is_teaser_s(
    block: Block, above: Sequence[Block], homes: Collection[Place], rows: Sequence[str]
) -> bool:
    """Tell whether a block stands in the box of another item."""
    return any(
        any(
            _is_headline(one) or (box.path in rows and _says_when(one))
            for one in above[box.start : box.end]
            if one is not block
        )
        for box in _boxes(block, homes)
    )


def _rows(above: Sequence[Block], homes: Collection[Place]) -> list[str]:
    """Return the paths at which several boxes stand."""
    boxes = {box for block in above for box in _boxes(block, homes)}
    paths = [box.path for box in boxes]
    return [path for path in set(paths) if paths.count(path) >= _ROW]


def _boxes(block: Block, homes: Collection[Place]) -> Iterator[Place]:
    """Yield the places around a block that do not hold the headline too."""
    for place in islice((block.place, *block.place.ancestors()), _BOXES):
        if place in homes:
            return
        yield place


def _is_headline(block: Block) -> bool:
    return block.chars >= _HEADLINE and block.link_share > _LINKED


def _says_when(block: Block) -> bool:
    return block.chars <= _STAMP and may_hold_date(block.text)

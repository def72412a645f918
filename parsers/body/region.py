"""The place on a page around most of its prose. Pure."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from parsers.blocks import Block, Place

_Weight = TypeVar("_Weight", int, float)

#: How many steps up prose counts, and how much less with each.
_NEAR, _LESS_BY_STEP = 7, 0.7
#: How much less prose counts with each doubt.
_LESS_BY_DOUBT, _LESS_IF_HIDDEN = 0.6, 0.3


def prose(block: Block) -> int:
    """Return the size of a block that reads like running text, else 0."""
    if (
        block.size >= 40
        and block.link_chars < 0.4 * block.chars
        and block.place.kind not in ("caption", "heading")
    ):
        return block.size
    return 0


def find_region(blocks: Sequence[Block]) -> Place | None:
    """Return the place around the most prose; what is near counts more.

    Some makes put each paragraph into boxes of its own: where most prose stands
    elsewhere, boxes around one block are no steps away from it.
    """
    weighed = [(block, weight) for block in blocks if (weight := _weight(block))]
    if not weighed:
        return heaviest(
            (block.place, block.chars * (0.6 - block.link_share)) for block in blocks
        )
    found = _around_most(weighed)
    if _mass(weighed, found) * 2 < sum(weight for _, weight in weighed):
        wide = _around_most(weighed, boxed=True)
        if _mass(weighed, wide) > 2 * _mass(weighed, found):
            return wide
    return found


def _weight(block: Block) -> float:
    """Return how much the prose of a block counts, doubts about its place included."""
    weight: float = prose(block)
    if weight:
        weight *= _LESS_BY_DOUBT**block.place.doubts
        if block.place.is_hidden:
            weight *= _LESS_IF_HIDDEN
    return weight


def _around_most(
    weighed: Iterable[tuple[Block, float]], *, boxed: bool = False
) -> Place:
    """Return the place near the most; ``boxed``: a box around one block is no step."""
    sums: dict[Place, float] = {}
    for block, weight in weighed:
        above: Place | None = block.place.parent or block.place  # of the page itself
        near = _NEAR
        while above is not None and near:
            sums[above] = sums.get(above, 0.0) + weight
            if not boxed or above.end - above.start > 1:
                weight *= _LESS_BY_STEP
                near -= 1
            above = above.parent
    return max(sums, key=sums.__getitem__)


def _mass(weighed: Iterable[tuple[Block, float]], place: Place) -> float:
    return sum(weight for block, weight in weighed if inside(block, place))


def heaviest(weights: Iterable[tuple[Place, float]]) -> Place | None:
    """Return the deepest place whose inside adds up to the most.

    What speaks against an article weighs less than nothing, so that the place neither
    grows to the whole page nor shrinks to one paragraph.
    """
    sums = summed(weights)
    return max(sums, key=lambda place: (sums[place], place.depth), default=None)


def summed(weights: Iterable[tuple[Place, _Weight]]) -> dict[Place, _Weight]:
    """Return what each place weighs, what is in it counted: level by level, upwards."""
    levels: dict[int, dict[Place, _Weight]] = {}
    for place, weight in weights:
        level = levels.setdefault(place.depth, {})
        level[place] = level[place] + weight if place in level else weight
    sums: dict[Place, _Weight] = {}
    for depth in range(max(levels, default=-1), -1, -1):
        level = levels.get(depth, {})
        above = levels.setdefault(depth - 1, {})
        for place, weight in level.items():
            if (outer := place.parent) is not None:
                above[outer] = above[outer] + weight if outer in above else weight
        sums |= level
    return sums


def inside(block: Block, place: Place) -> bool:
    """Tell whether a block stands in a place."""
    return place.start <= block.index < place.end


def place_around(block: Block, region: Place) -> Place:
    """Return the deepest place that holds both a block and a region of its page."""
    place = region
    while not inside(block, place) and place.parent is not None:
        place = place.parent
    return place


def between(place: Place, top: Place) -> list[Place]:
    """Return the places from one up to another around it, that one not included."""
    found: list[Place] = []
    while place is not top and place.parent is not None:
        found.append(place)
        place = place.parent
    return found

"""Second thoughts about each block: how likely are its neighbors and its like? Pure.

A paragraph among paragraphs of the same make is judged with them; numbers, in the order
of ``NAMES``, are what the trees in ``body_model.json`` ask about.
"""

from collections.abc import Sequence

from parsers.blocks import Block, Place
from parsers.body.region import between, place_around, prose

#: What each number of a row means.
NAMES = tuple(
    "likely inside down up size link_share found first last found_before prose_before"
    " prose_after found_after"
    " l3 l2 l1 r1 r2 r3 around"
    " row_likely row_count row_prose row_links"
    " parent_likely parent_count parent_prose parent_links"
    " make_likely make_count make_prose make_links"
    " part_likely part_count part_prose part_links"
    " step_likely step_count step_prose step_links"
    " words level line best_before best_after prose_all".split()
)
_CAP = 400
#: Between these a block is doubtful.
_UNLIKELY, _CERTAIN = 0.03, 0.98
_REACH = 3
_NOTHING = -0.2


class _Sum:
    """Blocks of one make, added up."""

    __slots__ = ("chars", "count", "likely", "links", "prose")

    def __init__(self) -> None:
        self.likely = self.chars = self.links = 0.0
        self.count = self.prose = 0

    def row(self, most: float) -> tuple[float, float, float, float]:
        """Return how likely the make is, how many and how much it is."""
        chars = self.chars
        return (
            self.likely / (chars + 0.1),
            min(self.count, 30),
            self.prose / most,
            self.links / (chars + 1),
        )


def look_around(
    blocks: Sequence[Block], likely: Sequence[float], region: Place
) -> list[list[float] | None]:
    """Return the numbers of each doubtful block, in the order of ``NAMES``.

    What is very likely or very unlikely by itself stays so, whatever stands around.
    """
    kinds: tuple[dict[object, _Sum], ...] = ({}, {}, {}, {}, {})
    keys: list[tuple[object, ...]] = []
    ways: list[tuple[bool, int, int]] = []
    proses: list[int] = []
    for place, block in enumerate(blocks):
        size = block.size
        mass = prose(block)
        own = block.place
        top = place_around(block, region)
        is_in = top is region
        part = (between(own, top) or (block,))[-1] if is_in else None
        above_step = own.parent.step if own.parent else ""
        make = (above_step, own.step, own.depth)
        key = ((own.parent, own.tag), own.parent, make, part, own.step)
        capped = min(size, _CAP)
        weight, linked = likely[place] * capped, size * block.link_share
        for sums, one in zip(kinds, key, strict=True):
            found = sums.get(one)
            if found is None:
                found = sums[one] = _Sum()
            found.likely += weight
            found.chars += capped
            found.count += 1
            found.prose += mass
            found.links += linked
        keys.append(key)
        ways.append((is_in, own.depth - top.depth, region.depth - top.depth))
        proses.append(mass)
    most = [max((s.prose for s in sums.values()), default=0) or 1 for sums in kinds]
    return _rows(blocks, likely, kinds, keys, ways, proses, most)


def _rows(
    blocks: Sequence[Block],
    likely: Sequence[float],
    kinds: tuple[dict[object, _Sum], ...],
    keys: list[tuple[object, ...]],
    ways: list[tuple[bool, int, int]],
    proses: list[int],
    most: list[int],
) -> list[list[float] | None]:
    count = len(blocks)
    sizes = [block.size for block in blocks]
    good = [n for n in range(count) if likely[n] * sizes[n] > 40]
    first, last = (good[0], good[-1]) if good else (0, count)
    found = [min(s, _CAP) if p > 0.5 else 0 for s, p in zip(sizes, likely, strict=True)]
    all_found = sum(found) or 1
    within = [m if is_in else 0 for m, (is_in, *_) in zip(proses, ways, strict=True)]
    all_prose = sum(within) or 1
    pad = [_NOTHING] * _REACH
    around = [*pad, *likely, *pad]
    heavy = [*[0] * _REACH, *(min(size, _CAP) for size in sizes), *[0] * _REACH]
    best_after = [0.0] * (count + 1)
    for n in range(count - 1, -1, -1):
        best_after[n] = max(best_after[n + 1], likely[n])
    best_before = 0.0
    found_before = prose_before = 0
    rows: list[list[float] | None] = []
    for n, block in enumerate(blocks):
        if not _UNLIKELY < likely[n] < _CERTAIN:
            rows.append(None)
            found_before += found[n]
            prose_before += within[n]
            best_before = max(best_before, likely[n])
            continue
        is_in, down, up = ways[n]
        near, weights = around[n : n + 7], heavy[n : n + 7]
        total = sum(weights) + 1
        row: list[float] = [
            likely[n],
            is_in,
            down,
            up,
            sizes[n],
            block.link_share,
            all_found,
            first - n,
            last - n,
            found_before / all_found,
            prose_before / all_prose,
            1 - (prose_before + within[n]) / all_prose,
            1 - (found_before + found[n]) / all_found,
            *near[:3],
            *near[4:],
            sum(p * w for p, w in zip(near, weights, strict=True)) / total,
        ]
        for sums, key, top in zip(kinds, keys[n], most, strict=True):
            row += sums[key].row(top)
        row += (
            block.text.count(" ") + 1,
            block.level,
            block.line,
            best_before,
            best_after[n + 1],
            all_prose,
        )
        rows.append(row)
        found_before += found[n]
        prose_before += within[n]
        best_before = max(best_before, likely[n])
    return rows

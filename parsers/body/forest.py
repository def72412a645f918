"""Many small trees of questions, asked all at once. Pure.

After Lucchese et al., "QuickScorer" (SIGIR 2015): an answer crosses out the leaves
that it rules out, and each tree's first leaf that is left is the one reached.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from math import fsum
from operator import getitem
from typing import Any

#: A tree is a number, or a question: (number, limit, if not above, if above).
Tree = float | tuple[int, float, Any, Any]
#: A tree's leaves are the bits of one byte.
MOST_LEAVES = 8
_ALL = (1 << MOST_LEAVES) - 1
#: The first bit of each set of leaves; of none, the last place, where nothing is.
_FIRST_BITS = [(bits & -bits).bit_length() - 1 for bits in range(_ALL + 1)]


class Forest:
    """What some trees say of a row, summed; twice as fast as walking them."""

    __slots__ = ("_columns", "_leaves", "_uncrossed")

    def __init__(self, trees: Sequence[Tree]) -> None:
        self._leaves = [_first_left(list(_values(tree))) for tree in trees]
        self._uncrossed = (1 << MOST_LEAVES * len(trees)) - 1
        crossings: dict[int, list[tuple[float, int]]] = {}
        for place, tree in enumerate(trees):
            for number, limit, crossed in _crossings(tree, 0):
                shifted = crossed << MOST_LEAVES * place
                crossings.setdefault(number, []).append((limit, shifted))
        self._columns = [
            (number, *_running(sorted(some), self._uncrossed))
            for number, some in sorted(crossings.items())
        ]

    def total(self, row: Sequence[float]) -> float:
        """Return the sum of what the trees say of a row.

        >>> forest = Forest([(0, 1.5, (1, 0.0, -1.0, 0.25), 4.0), 0.5])
        >>> [forest.total(row) for row in ([1, 0], [1.5, 1], [2, 0])]
        [-0.5, 0.75, 4.5]
        """
        left = self._uncrossed
        for number, limits, masks in self._columns:
            left &= masks[bisect_left(limits, row[number])]
        reached = left.to_bytes(len(self._leaves), "little")
        return fsum(map(getitem, self._leaves, reached))


def _values(tree: Tree) -> Iterator[float]:
    """Yield a tree's leaves, from where nothing is above its limit."""
    if isinstance(tree, tuple):
        yield from _values(tree[2])
        yield from _values(tree[3])
    else:
        yield float(tree)


def _crossings(tree: Tree, first: int) -> Iterator[tuple[int, float, int]]:
    """Yield each question, and as bits the leaves ruled out by "it is above"."""
    if isinstance(tree, tuple):
        number, limit, low, high = tree
        count = len(list(_values(low)))
        yield int(number), float(limit), ((1 << count) - 1) << first
        yield from _crossings(low, first)
        yield from _crossings(high, first + count)


def _running(
    crossings: Sequence[tuple[float, int]], left: int
) -> tuple[list[float], list[int]]:
    """Return the limits, and what is left once so many of them lie below a value."""
    masks = [left]
    for _, crossed in crossings:
        left &= ~crossed
        masks.append(left)
    return [limit for limit, _ in crossings], masks


def _first_left(values: Sequence[float]) -> tuple[float, ...]:
    """Return a tree's leaf for each set of leaves that may be left."""
    if len(values) > MOST_LEAVES:
        raise ValueError(f"a tree of {len(values)} leaves; at most {MOST_LEAVES}")
    padded = (*values, *[0.0] * (MOST_LEAVES + 1 - len(values)))
    return tuple(map(padded.__getitem__, _FIRST_BITS))

"""How likely a block is an article's text: learned weights, then trees. Pure."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from math import exp
from typing import Any

from parsers.blocks import Block, Place
from parsers.context import look_around
from parsers.evidence import Known, gather
from parsers.region import heaviest, size

#: A tree is a number, or a question: (number, limit, if not above, if above).
Tree = float | list[Any]
_CAP = 400


@dataclass(frozen=True, slots=True)
class Model:
    """Weights of facts, and trees over what stands around; made offline, never here."""

    bias: float
    weights: dict[str, float]
    base: float
    trees: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """How likely each block is text, and the place that holds most of it."""

    likely: list[float]
    region: Place


@lru_cache(maxsize=1)
def model() -> Model:
    """Return the learned model, read once from ``body_model.json``."""
    data = json.loads((files("parsers") / "body_model.json").read_bytes())
    return Model(data["bias"], data["weights"], data["base"], tuple(data["trees"]))


def judge(blocks: Sequence[Block], region: Place, known: Known) -> Judged:
    """Return how likely each block is an article's text."""
    learned = model()
    sizes = [size(block) for block in blocks]
    facts = gather(blocks, sizes, region, known)
    first = [weigh(learned, one) for one in facts]
    region = better_region(blocks, sizes, first, region)
    rows = look_around(blocks, sizes, first, region)
    return Judged([climb(learned, row) for row in rows], region)


def better_region(
    blocks: Sequence[Block], sizes: Sequence[int], likely: Sequence[float], old: Place
) -> Place:
    """Return the place that holds what is likely and little else."""
    weights = [
        (block.place, (p - 0.5) * min(s, _CAP))
        for block, s, p in zip(blocks, sizes, likely, strict=True)
    ]
    return heaviest(weights) or old


def weigh(learned: Model, facts: Sequence[str]) -> float:
    """Return the probability that the facts alone give."""
    weights = learned.weights
    total = learned.bias
    for fact in facts:
        total += weights.get(fact, 0.0)
    return _probability(total)


def climb(learned: Model, row: Sequence[float]) -> float:
    """Return the probability that the trees give."""
    total = learned.base
    for tree in learned.trees:
        while isinstance(tree, list):
            tree = tree[2] if row[tree[0]] <= tree[1] else tree[3]
        total += tree
    return _probability(total)


def _probability(total: float) -> float:
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))

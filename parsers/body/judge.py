"""How likely a block is an article's text: learned weights, then trees. Pure."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import Any

from parsers.blocks import Block, Place
from parsers.body.context import look_around
from parsers.body.evidence import Facts, Known, gather
from parsers.body.forest import Forest, Tree
from parsers.body.odds import probability
from parsers.body.region import heaviest

_CAP = 400
#: So many sums of weights are kept.
_MOST_SUMS = 50_000
#: How likely a block without facts is text.
_SCRAP = 0.005


@dataclass(frozen=True, slots=True)
class Model:
    """Weights of facts, and trees over what stands around; made offline, never here.

    ``sums`` are the weights of facts that came together before.
    """

    bias: float
    weights: dict[str, float]
    base: float
    trees: tuple[Tree, ...]
    forest: Forest
    sums: dict[Facts, float] = field(default_factory=dict)


def make_model(
    bias: float, weights: dict[str, float], base: float, trees: tuple[Tree, ...]
) -> Model:
    """Return a model ready for use."""
    return Model(bias, weights, base, trees, Forest(trees))


@dataclass(frozen=True, slots=True)
class Judged:
    """How likely each block is text, and the place that holds most of it."""

    likely: list[float]
    region: Place


@lru_cache(maxsize=1)
def model() -> Model:
    """Return the learned model, read once from ``body_model.json``."""
    data = json.loads((files("parsers.body") / "body_model.json").read_bytes())
    trees = tuple(_frozen(tree) for tree in data["trees"])
    return make_model(data["bias"], data["weights"], data["base"], trees)


def judge(blocks: Sequence[Block], region: Place, known: Known) -> Judged:
    """Return how likely each block is an article's text."""
    learned = model()
    facts = gather(blocks, region, known)
    first = [weigh(learned, one) for one in facts]
    region = better_region(blocks, first, region)
    rows = look_around(blocks, first, region)
    likely = [
        p if row is None else climb(learned, row)
        for p, row in zip(first, rows, strict=True)
    ]
    return Judged(likely, region)


def better_region(
    blocks: Sequence[Block], likely: Sequence[float], old: Place
) -> Place:
    """Return the place that holds what is likely and little else."""
    weights = [
        (block.place, (p - 0.5) * min(block.size, _CAP))
        for block, p in zip(blocks, likely, strict=True)
    ]
    return heaviest(weights) or old


def weigh(learned: Model, facts: Sequence[Facts]) -> float:
    """Return the probability that the facts alone give; without facts it is small."""
    if not facts:
        return _SCRAP
    sums = learned.sums
    total = learned.bias
    for some in facts:
        found = sums.get(some)
        if found is None:
            if len(sums) >= _MOST_SUMS:
                sums.clear()
            found = sums[some] = sum(learned.weights.get(fact, 0.0) for fact in some)
        total += found
    return probability(total)


def climb(learned: Model, row: Sequence[float]) -> float:
    """Return the probability that the trees give."""
    return probability(learned.base + learned.forest.total(row))


def _frozen(tree: Any) -> Tree:
    """Return a tree from JSON as a value."""
    if not isinstance(tree, list):
        return float(tree)
    number, limit, low, high = tree
    return (number, limit, _frozen(low), _frozen(high))

"""How likely a block is text, by the others of its make on the same page. Pure."""

from collections.abc import Iterable, Sequence

from parsers.blocks import Block
from parsers.body.odds import log_odds, probability
from parsers.learned.shapes import form_of

#: So many blocks of one path and shape make a rule, which weighs so much.
_FEWEST, _TRUST = 3, 0.6
#: A long paragraph says no more of the others than this.
_CAP = 400


def with_likes(
    likely: Iterable[tuple[Block, float]],
) -> tuple[tuple[Block, float], ...]:
    """Return the likelihoods, those of blocks of one path and shape closer together.

    Paragraphs of one make are text or none of them is.
    """
    shapes = [((b.path, form_of(b)), b, log_odds(p)) for b, p in likely]
    sums: dict[tuple[str, str], tuple[int, int, float]] = {}
    for shape, block, odds in shapes:
        count, whole, total = sums.get(shape, (0, 0, 0.0))
        weight = min(block.size, _CAP)
        sums[shape] = (count + 1, whole + weight, total + odds * weight)
    return tuple(
        (block, probability(odds + _TRUST * (_mean(sums[shape], odds) - odds)))
        for shape, block, odds in shapes
    )


def _mean(sums: tuple[int, int, float], own: float) -> float:
    """Return the mean odds of blocks of one shape, a block's own if they are few."""
    count, whole, total = sums
    return total / whole if count >= _FEWEST and whole else own


def best_limit(likely: Sequence[tuple[Block, float]]) -> float:
    """Return the likelihood from which on blocks are taken as text, at most one half.

    It is where the F1 to be expected is best: half of it, says Lipton et al., "Optimal
    Thresholding of Classifiers to Maximize F1 Measure" (ECML 2014). A page has one
    text, so what is doubtful everywhere is not doubtful at all.
    """
    ranked = sorted(((p, min(block.size, _CAP)) for block, p in likely), reverse=True)
    whole = sum(p * weight for p, weight in ranked)
    found = taken = best = 0.0
    limit = 0.5
    for p, weight in ranked:
        found += p * weight
        taken += weight
        expected = 2 * found / ((taken + whole) or 1)
        if expected > best:
            best, limit = expected, p
    return min(limit, 0.5)

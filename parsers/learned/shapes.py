"""What always is text at a place of a site's pages, and what never is. Pure.

A block is known by the path of its place and by its shape: running text, a scrap or
links. Where every such block of several items was judged alike, one more needs no
judge. Where they were not, what was thought of them all still counts: by the named
place they stand in, since what stands around it changes from page to page.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from parsers.blocks import Block

#: So much text, and so little of it in links, is running text; so much in links is one.
_RUNNING, _FEW_LINKS, _MOST_LINKS = 100, 0.15, 0.6
#: A judgement this clear counts.
_CLEAR_TEXT, _CLEAR_OTHER = 0.7, 0.3
#: So many items must agree; this share of clear blocks leaves no doubt, that a hint.
_ITEMS, _SHARE, _HINT = 3, 0.8, 0.1


class Shape(NamedTuple):
    """How often blocks of one path and shape were met: items, blocks, text, other."""

    items: int
    blocks: int
    text: int
    other: int


def shape_of(block: Block) -> str:
    """Return a block's path and shape as one key."""
    return f"{block.path} {form_of(block)}"


def form_of(block: Block) -> str:
    """Return a block's shape: links, running text, or a scrap."""
    share = block.link_chars / block.chars
    if share > _MOST_LINKS:
        return "l"
    return "t" if share < _FEW_LINKS and block.size >= _RUNNING else "s"


@lru_cache(maxsize=4096)
def in_named(key: str) -> str:
    """Return a block's path and shape from the nearest place with a name on.

    >>> in_named("html/body/div.post-0.tag-tides/div#text/ul/li s")
    'div#text/ul/li s'
    """
    steps = key.split("/")
    named = (n for n in range(len(steps) - 1, 0, -1) if _has_name(steps[n]))
    return "/".join(steps[next(named, 0) :])


def _has_name(step: str) -> bool:
    return "." in step or "#" in step


def count_shapes(
    old: Mapping[str, Shape], likely: Iterable[tuple[Block, float]], most: int
) -> dict[str, Shape]:
    """Return the counts with those of one more item; of too many, the commonest."""
    met: dict[str, Shape] = {}
    for block, p in likely:
        key = shape_of(block)
        one = met.get(key) or Shape(1, 0, 0, 0)
        met[key] = Shape(
            1,
            one.blocks + 1,
            one.text + (p > _CLEAR_TEXT),
            one.other + (p < _CLEAR_OTHER),
        )
    found = dict(old)
    for key, one in met.items():
        before = found.get(key) or Shape(0, 0, 0, 0)
        found[key] = Shape(*(a + b for a, b in zip(before, one, strict=True)))
    ranked = sorted(found.items(), key=lambda entry: (-entry[1].items, entry[0]))
    return dict(ranked[:most])


def sure_shapes(counts: Mapping[str, Shape]) -> dict[str, float]:
    """Return how likely shapes are text of which no block was judged both ways.

    It is 0 or 1 where most blocks were clear; where hardly any was, nothing is said.
    """
    found: dict[str, float] = {}
    for key, one in counts.items():
        share = (one.text - one.other) / one.blocks
        is_both = one.text and one.other
        if one.items >= _ITEMS and abs(share) >= _HINT and not is_both:
            is_clear = abs(share) >= _SHARE
            found[key] = float(share > 0) if is_clear else round(0.5 + share / 2, 3)
    return found


def pooled(counts: Iterable[Mapping[str, Shape]]) -> dict[str, tuple[float, int]]:
    """Return how likely what stands in each named place is text, by how many blocks.

    ``counts`` are those of all makes of pages; one item alone teaches nothing here.
    """
    sums: dict[str, Shape] = {}
    for shapes in counts:
        for key, one in shapes.items():
            name = in_named(key)
            old = sums.get(name) or Shape(0, 0, 0, 0)
            sums[name] = Shape(*(a + b for a, b in zip(old, one, strict=True)))
    return {
        name: (round(0.5 + (one.text - one.other) / (2 * one.blocks), 3), one.blocks)
        for name, one in sums.items()
        if one.items >= 2
    }

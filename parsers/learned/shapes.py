"""What always is text at a place of a site's pages, and what never is. Pure.

A block is known by the path of its place and by its shape: running text, a scrap or
links. Where every such block of several items was judged alike, one more needs no
judge. Where they were not, what was thought of them all still counts: by the named
place they stand in, since what stands around it changes from page to page.
"""

from collections import Counter
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
#: Of so many blocks at its place, one of a rare shape is hardly one.
_RARE = 8


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
        found[key] = _added(found.get(key), one)
    ranked = sorted(found.items(), key=lambda entry: (-entry[1].items, entry[0]))
    return dict(ranked[:most])


def sure_shapes(counts: Mapping[str, Shape]) -> dict[str, float]:
    """Return how likely shapes are text of which no block was judged both ways.

    It is 0 or 1 where most blocks were clear; where hardly any was, nothing is said,
    nor where other shapes at the same place were judged the other way.

    >>> said = {"p.lead t": Shape(3, 3, 1, 0), "p.lead s": Shape(9, 9, 0, 8)}
    >>> sure_shapes(said), sure_shapes({"p.lead t": said["p.lead t"]})
    ({'p.lead s': 0.0}, {'p.lead t': 0.667})
    """
    found: dict[str, float] = {}
    leans: Counter[str] = Counter()
    for key, one in counts.items():
        leans[key[:-1]] += one.text - one.other
    for key, one in counts.items():
        share = (one.text - one.other) / one.blocks
        is_both = one.text and one.other
        if one.items < _ITEMS or abs(share) < _HINT or is_both:
            continue
        if abs(share) >= _SHARE:
            found[key] = float(share > 0)
        elif share * leans[key[:-1]] > 0:
            found[key] = round(0.5 + share / 2, 3)
    return found


def pooled(counts: Iterable[Mapping[str, Shape]]) -> dict[str, tuple[float, int]]:
    """Return how likely what stands in each named place is text, by how many blocks.

    ``counts`` are those of all makes of pages; one item alone teaches nothing here. A
    shape that is rare at its place is judged as what mostly stands there; links never.

    >>> said = {"p.lead t": Shape(3, 3, 1, 0), "p.lead s": Shape(30, 30, 0, 30)}
    >>> pooled([said])["p.lead t"]
    (0.061, 33)
    """
    sums: dict[str, Shape] = {}
    for shapes in counts:
        for key, one in shapes.items():
            name = in_named(key)
            for at in (name,) if name[-1] == "l" else (name, name[:-1]):
                sums[at] = _added(sums.get(at), one)
    found: dict[str, tuple[float, int]] = {}
    for name, one in sums.items():
        if one.items >= 2 and name[-1] != " ":
            whole = sums.get(name[:-1], one)
            is_rare = name[-1] != "l" and one.blocks * _RARE < whole.blocks
            said = whole if is_rare else one
            share = (said.text - said.other) / said.blocks
            found[name] = (round(0.5 + share / 2, 3), said.blocks)
    return found


def _added(old: Shape | None, one: Shape) -> Shape:
    return Shape(*(a + b for a, b in zip(old or (0, 0, 0, 0), one, strict=True)))

"""The place on a page in which its text stands, and how much of it that is. Pure."""

from collections.abc import Callable, Sequence

from parsers.blocks import Block, Place
from parsers.body.frame import weights_of
from parsers.body.region import inside

#: The share of its text that an article's place holds.
_NEARLY = 0.8
#: A text is nearly all that its place says with this share of its letters.
_MOSTLY = 0.75


def find_region(
    blocks: Sequence[Block],
    keys: Sequence[str],
    owns: Callable[[str], bool],
    *,
    title: str,
) -> Place | None:
    """Return the smallest place around nearly all of a text, and its title."""
    texts = [b for b, k in zip(blocks, keys, strict=True) if owns(k)]
    whole = sum(block.chars for block in texts)
    titles = {
        place
        for block, key in zip(blocks, keys, strict=True)
        if key == title and block.kind == "heading"
        for place in block.place.ancestors()
    }
    around = [p for p, n in weights_of(texts).items() if n >= _NEARLY * whole]
    with_title = [place for place in around if place in titles]
    return max(with_title or around, key=lambda place: place.depth, default=None)


def is_nearly_all(region: Place, own: Sequence[Block], others: Sequence[Block]) -> bool:
    """Tell whether a text is nearly all that its place says, links apart."""
    mine, rest = (
        sum(b.chars - b.link_chars for b in blocks if inside(b, region))
        for blocks in (own, others)
    )
    return mine >= _MOSTLY * (mine + rest)


def find_last(region: Place | None, own: Sequence[Block]) -> int:
    """Return where the last line of a text stands in its place; -1 for nowhere."""
    lines = (b.index for b in own if region is not None and inside(b, region))
    return max(lines, default=-1)

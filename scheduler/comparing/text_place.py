"""The place on a page in which its text stands, and how much of it that is. Pure."""

from collections.abc import Iterable, Sequence

from parsers.blocks import Block, Place
from parsers.body.frame import weights_of
from parsers.body.region import inside

#: The share of its text that an article's place holds.
_NEARLY = 0.8
#: A text is nearly all that its place says with this share of its letters.
_MOSTLY = 0.75


def find_region(own: Sequence[Block], headings: Iterable[Block]) -> Place | None:
    """Return the smallest place around nearly all of a text, and one of its headings.

    ``headings`` are those that say the title.
    """
    whole = sum(block.chars for block in own)
    headed = {place for block in headings for place in block.place.ancestors()}
    around = [p for p, n in weights_of(own).items() if n >= _NEARLY * whole]
    with_title = [place for place in around if place in headed]
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

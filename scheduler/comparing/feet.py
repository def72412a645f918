"""The foot of a page, links in it, and those that lead but on the page. Pure."""

import re
from collections.abc import Collection, Iterable, Sequence
from itertools import accumulate

from parsers.blocks import Block, Place
from parsers.body.frame import Frame
from parsers.lines.moving_lines import is_foot, says_rights

#: A label of a menu is nothing but a link, and so short.
_LINKED, _LABEL = 0.75, 60
#: What links lead to that only move on the page.
_CONTROLS = ("#", "javascript:")
_FOOTER = re.compile(r"footer|colophon", re.I)
#: So much may stand behind the foot of a site: a share, or so many letters.
_BEHIND, _MUCH = 0.1, 600
#: The foot of a site stands so near the root, and has more lines than that of a box.
_NEAR_ROOT, _LINES = 8, 3
#: The strip that tells whose a site is holds no more of a page.
_STRIP = 0.35


def find_feet(blocks: Iterable[Block], frame: Frame) -> frozenset[int]:
    """Return where links stand in one row with those to the terms of the site.

    A row ends where the frame begins, and with a way back to the top.
    """
    found: set[int] = set()
    rows: list[list[Block]] = [[]]
    for block in blocks:
        is_label = block.link_share >= _LINKED and block.chars <= _LABEL
        if not is_label or moves_on(block) or frame.holds(block):
            rows.append([])
        else:
            rows[-1].append(block)
    for row in rows:
        if any(is_foot(block.text) for block in row):
            found.update(block.index for block in row)
    return frozenset(found)


def find_end(
    blocks: Sequence[Block], keys: Sequence[str], own: Collection[str], frame: Frame
) -> int:
    """Return where the foot of the site begins, if nearly all ends there.

    What follows is laid over a page: questions, offers of help, marks of the answer.
    """
    texts = _sums(b.chars * (k in own) for b, k in zip(blocks, keys, strict=True))
    others = _sums(block.chars * (not frame.holds(block)) for block in blocks)
    for lines in _feet(blocks, frame):
        end = lines[0].index
        if texts[end] <= _BEHIND * texts[0] and others[end] <= max(
            _MUCH, _BEHIND * others[0]
        ):
            return end
    return len(blocks)


def find_strip(blocks: Sequence[Block], frame: Frame) -> int:
    """Return where the last strip begins that tells whose a site is, or its terms.

    It has no name; next to nothing stands behind it. A page may have none.
    """
    others = _sums(block.chars * (not frame.holds(block)) for block in blocks)
    most = min(_MUCH, _STRIP * sum(block.chars for block in blocks))
    for mark in reversed(blocks):
        if others[mark.index] > most:
            break
        if _is_mark(mark):
            around = (mark.place, *mark.place.ancestors())
            strip = [place for place in around if frame.weight(place) <= most][-1:]
            lines = (b.index for b in blocks if _stands_in(b, strip))
            return next(lines, mark.index)
    return len(blocks)


def _is_mark(block: Block) -> bool:
    """Tell whether a short line is of rights, or leads to the terms of a site."""
    if block.chars > _LABEL or block.kind == "heading":
        return False
    is_label = block.link_share >= _LINKED and not moves_on(block)
    return says_rights(block.text) or (is_label and is_foot(block.text))


def _stands_in(block: Block, places: Collection[Place]) -> bool:
    return any(p in places for p in (block.place, *block.place.ancestors()))


def _sums(sizes: Iterable[int]) -> list[int]:
    """Return how much stands from each block on."""
    return [*accumulate(reversed([*sizes]))][::-1]


def _feet(blocks: Sequence[Block], frame: Frame) -> list[list[Block]]:
    """Return the lines of each place that may be the foot of a site."""
    feet: dict[Place, list[Block]] = {}
    for block in filter(frame.holds, blocks):
        for place in (block.place, *block.place.ancestors()):
            if place.depth <= _NEAR_ROOT and _is_foot(place):
                feet.setdefault(place, []).append(block)
    return [
        lines
        for place, lines in feet.items()
        if len(lines) >= _LINES and place in frame.places(lines[0])
    ]


def _is_foot(place: Place) -> bool:
    return place.tag == "footer" or bool(_FOOTER.search(place.step))


def moves_on(block: Block) -> bool:
    """Tell whether the links of a line lead nowhere but elsewhere on the page.

    >>> from parsers.block_walk import walk
    >>> from parsers.model import Capture
    >>> from parsers.page import read_page
    >>> html = b"<p><a href='#top'>Top</a></p><p><a href='/top'>Top</a></p>"
    >>> page = read_page(Capture(url="https://h.example/", payload=html))
    >>> [moves_on(block) for block in walk(page)]
    [True, False]
    """
    return bool(block.hrefs) and all(h.startswith(_CONTROLS) for h in block.hrefs)

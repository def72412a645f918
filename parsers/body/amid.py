"""Lines that many texts have, amid one text's own: who speaks, what a part is. Pure."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from itertools import islice

from parsers.blocks import Block, Place
from parsers.body.region import inside
from parsers.lines.moving_lines import is_dateline
from parsers.text import SENTENCE_ENDS

#: From here on a line is taken for text; one that is mostly link leads elsewhere.
_OWN, _LINKED = 0.5, 0.9
#: A longer line is a paragraph, which one item alone has.
_LINE = 100
#: A fact over a text has a label of a word or three.
_LABEL = re.compile(r"[^\W\d_][^:：]{1,24}[:：]\s*\S")
#: The number of a part, as laws and charters have them; its name may stand behind it.
_NUMBERED = re.compile(
    r"(?:[^\W\d_]{2,12}\s|§\s?)(?:\d{1,3}|[IVXLC]{1,6})(?:[.):](?:\s.{2,60})?)?"
    r"|[IVXLC]{1,6}(?:[.)](?:\s.{2,60})?)?|\d{1,3}[.)]\s.{2,60}"
)
#: What a line, or a part of a text, has around it within the text.
_WITHIN = frozenset("li ul ol dl dt dd blockquote".split())
#: What holds a line and is no paragraph of it.
_BLOCKS = frozenset("div section aside form".split())
#: Parts of a text have so many boxes around their lines, and there are so many parts.
_BOXES, _PARTS = 3, 2


def amid_text(
    likely: Sequence[tuple[Block, float]], is_repeated: Callable[[Block], bool]
) -> frozenset[Block]:
    """Return the lines of several items that stand amid lines of one item's own.

    Own lines stand before and behind them in their box, or, where a text has boxes for
    its parts, one of both does. What stands at the edges of a text, in a box of its
    own or with a paragraph that others have, is the site's; so is what stands between
    the facts of an item and its text, or between that and a day below it. The number of
    a part right over a text that has numbers of others amid it is one of them.
    """
    found: list[tuple[Block, Block, Block]] = []
    own: list[Block] = []
    waiting: list[Block] = []
    opening: list[Block] = []
    before: Block | None = None
    for block, p in likely:
        if block.kind == "caption":
            continue
        if is_repeated(block):
            if block.link_share < _LINKED and not _is_widget(block):
                waiting.append(block)
        elif p >= _OWN and not (
            _is_fact(block) if before is None else waiting and _is_day(block)
        ):
            if before is not None and all(line.chars < _LINE for line in waiting):
                found += [(before, line, block) for line in waiting]
            elif before is None:
                opening = _numbers_over(block, waiting)
            own.append(block)
            before, waiting = block, []
    if not (found or opening):
        return frozenset()
    parts = _parts(own)
    amid = frozenset(
        line for before, line, after in found if _is_amid(before, line, after, parts)
    )
    is_series = opening and any(map(_is_numbered, (*amid, *own)))
    return amid.union(opening) if is_series else amid


def _numbers_over(first: Block, waiting: Sequence[Block]) -> list[Block]:
    """Return the numbers of parts that stand right over the first line of a text."""
    found: list[Block] = []
    for line in reversed(waiting):
        is_next = line.index == first.index - 1 - len(found)
        if not is_next or line.place.parent is not first.place.parent:
            break
        if not _is_numbered(line):
            break
        found.append(line)
    return found


def _is_numbered(line: Block) -> bool:
    return line.chars < _LINE and _NUMBERED.fullmatch(line.text) is not None


def _is_fact(block: Block) -> bool:
    """Tell whether a line says a fact of its item: "Author: Ada Quay", a day.

    Where and when a speech was given, in brackets, is a line of its text.
    """
    text = block.text
    is_given = text[0] in "(（" and text[-1] in ")）" and "," in text
    if block.chars >= _LINE or text[-1] in SENTENCE_ENDS or is_given:
        return False
    return _LABEL.match(text) is not None or is_dateline(text)


def _is_day(block: Block) -> bool:
    return block.chars < _LINE and is_dateline(block.text)


def amid_headings(
    likely: Sequence[tuple[Block, float]],
    kept: Sequence[Block],
    repeated: Collection[str],
) -> frozenset[str]:
    """Return the hashes, of those given, that headings amid the kept lines have."""
    headings = (block for block, _ in likely if block.kind == "heading")
    if not any(block.hash in repeated for block in headings):
        return frozenset()
    taken = set(kept)
    amid = amid_text(
        [(block, float(block in taken)) for block, _ in likely],
        lambda block: block.hash in repeated,
    )
    return frozenset(b.hash for b in amid if b.kind == "heading")


def _is_widget(block: Block) -> bool:
    """Tell whether a line has a box with a name that nothing else on the page has."""
    return block.place.tag in _BLOCKS and "#" in block.place.step


def _parts(own: Sequence[Block]) -> frozenset[Place]:
    """Return the boxes of one make that each hold lines of a text."""
    places: dict[str, set[Place]] = defaultdict(set)
    for block in own:
        for place in islice(block.place.ancestors(), _BOXES):
            places[place.path].add(place)
    several = (found for found in places.values() if len(found) >= _PARTS)
    return frozenset(place for found in several for place in found)


def _is_amid(before: Block, line: Block, after: Block, parts: frozenset[Place]) -> bool:
    box = next((p for p in line.place.ancestors() if p.tag not in _WITHIN), line.place)
    is_over, is_under = inside(before, box), inside(after, box)
    return (is_over and is_under) or ((is_over or is_under) and box in parts)

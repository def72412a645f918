"""Paragraphs of the make of which an article's text is: taken one and all. Pure."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from parsers.blocks import Block, Place
from parsers.body.inserts import is_end
from parsers.body.whole_boxes import share
from parsers.text import SENTENCE_ENDS

#: A line between two of its own make is at most so much of a link.
_LINKED = 0.5
#: So many lines of other makes may stand between.
_MOST = 12
#: This share of the text makes a make its own; elsewhere only long paragraphs count.
_OWN, _LONG, _FEW_LINKS = 0.3, 80, 0.3
#: Boxes of one make share so much of their names.
_ALIKE = 0.7
#: So many paragraphs of one box are beside each other.
_SEVERAL = 3


def with_makes(
    blocks: Sequence[Block], kept: Sequence[Block], repeated: Collection[str]
) -> list[Block]:
    """Return the kept blocks with the others of their make.

    A long paragraph counts wherever it stands in the same article, if most of the text
    is of its make, though a box stands around all the rest; a line between two such
    ones, however short, or before a mark of the text's end. ``blocks`` are all of the
    page's, ``repeated`` hashes of what stands on other pages too.
    """
    taken = set(kept)
    own = _of_own_makes(blocks, kept, taken)
    near = sorted((*kept, *own), key=lambda block: block.index) if own else kept
    added = [
        block
        for block in (
            *own,
            *_between(blocks, near),
            *_unnamed(blocks, kept),
        )
        if block not in taken
        and block.kind not in ("heading", "cell")
        and not block.place.is_hidden
        and block.hash not in repeated
    ]
    added += _before_end(blocks, kept, repeated)
    if not added:
        return list(kept)
    return sorted({*kept, *added}, key=lambda block: block.index)


def _between(blocks: Sequence[Block], kept: Sequence[Block]) -> list[Block]:
    return [
        block
        for before, after in pairwise(kept)
        if 1 < after.index - before.index <= _MOST and before.path == after.path
        for block in blocks[before.index + 1 : after.index]
        if block.path == before.path and block.link_share <= _LINKED
    ]


def _of_own_makes(
    blocks: Sequence[Block], kept: Sequence[Block], taken: Collection[Block]
) -> list[Block]:
    chars: dict[str, int] = {}
    for block in kept:
        if block.kind == "text":
            chars[block.path] = chars.get(block.path, 0) + block.size
    whole = sum(chars.values())
    own = {path for path, count in chars.items() if count >= _OWN * whole}
    free = {path for walled in own for path in _without_a_box(walled)}
    start = next((block.index for block in kept if block.path in own), 0)
    boxes = dict(filter(None, (_boxed(b) for b in kept if b.path in own)))

    def is_own(block: Block) -> bool:
        """Tell whether a line is of the text's make, or in a box of nearly its names.

        The box after an advertisement is called a little otherwise.
        """
        if block.path in own:
            return True
        if not (boxed := _boxed(block)) or boxed[0] not in boxes:
            return False
        return share(boxed[1], boxes[boxed[0]]) >= _ALIKE

    others = [
        block
        for block in blocks
        if block.size >= _LONG
        and block.link_share <= _FEW_LINKS
        and block not in taken
        and (is_own(block) or (block.path in free and 0 < start - block.index <= _MOST))
    ]
    if not others:
        return []
    known: dict[Place, Place | None] = {}
    articles = {_article(block.place, known) for block in kept if block.path in own}
    return [block for block in others if _article(block.place, known) in articles]


def _without_a_box(path: str) -> Iterator[str]:
    """Yield the paths of paragraphs made alike with one box less around them.

    A wall stands around all of a text but its first paragraphs.

    >>> list(_without_a_box("/article/div.wall/p.text"))
    ['/div.wall/p.text', '/article/p.text']
    >>> list(_without_a_box("/article/div.wall/p"))
    []
    """
    *boxes, last = path.split("/")
    if last.isalnum():  # of no name
        return
    for n in range(1, len(boxes)):
        yield "/".join((*boxes[:n], *boxes[n + 1 :], last))


def _boxed(block: Block) -> tuple[tuple[str, str], Place] | None:
    """Return a line's box, by where that stands and what the line itself is called."""
    box = block.place.parent
    if box is None or box.parent is None or block.place.step == block.tag:
        return None
    return (box.parent.path, block.place.step), box


def _unnamed(blocks: Sequence[Block], kept: Sequence[Block]) -> list[Block]:
    """Return paragraphs in boxes without a name beside the kept ones, or next to them.

    Editors of text make some of the lines that were typed into them such boxes, or
    leave them without any in the box of the others.
    """
    if not kept:
        return []
    long = [
        block
        for block in blocks[max(0, kept[0].index - 1) : kept[-1].index + 2]
        if block.size >= _LONG and block.link_share <= _FEW_LINKS
    ]
    beside = Counter(block.place.parent for block in kept if block.kind == "text")

    def is_beside(block: Block) -> bool:
        if beside[block.place] >= _SEVERAL:
            return block.text[-1] in SENTENCE_ENDS
        is_unnamed = block.tag == "div" and not block.element.attrib
        return is_unnamed and beside[block.place.parent] >= _SEVERAL

    return [block for block in long if is_beside(block)]


def _before_end(
    blocks: Sequence[Block], kept: Sequence[Block], repeated: Collection[str]
) -> list[Block]:
    """Return the lines of one box from the last kept one to the mark of the end.

    An office that ends its texts with such a mark names whom to ask before it. What
    other pages have too counts before a line that this one alone has.
    """
    if not kept:
        return []
    last = kept[-1]
    beside = [
        block
        for block in blocks[last.index + 1 : last.index + 1 + _MOST]
        if block.place.parent is last.place.parent
        and block.link_share <= _LINKED
        and not block.place.is_hidden
    ]
    ends = (n for n, block in enumerate(beside) if is_end(block.text))
    told = beside[: next(ends, 0)]
    while told and told[-1].hash in repeated:
        told.pop()
    return told


def _article(place: Place, known: dict[Place, Place | None]) -> Place | None:
    """Return the article that a place stands in, as the page marks it."""
    way: list[Place] = []
    up: Place | None = place
    while up is not None and up not in known and up.tag != "article":
        way.append(up)
        up = up.parent
    found = known.get(up, up) if up is not None else None
    known.update(dict.fromkeys(way, found))
    return found

"""Boxes beside an article in which other items are told of. Pure."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice, takewhile

from parsers.blocks import Block, Place
from parsers.body.region import prose
from parsers.dates import may_hold_date
from parsers.finders.title_lines import says_no_more
from parsers.keys import text_key
from parsers.lines.counters import is_counter
from parsers.steps import step_test

#: A lead stands in so many boxes with the headline of its item, a link of this length.
_BOXES, _HEADLINE, _LINKED = 3, 16, 0.8
#: In a script without blanks a headline has fewer signs, and says so much.
_SAYING = 24
#: A line that says when is so short, and so many boxes of one make are a row.
_STAMP, _ROW = 40, 2
#: What a box tells of one item is no longer; so many lines stand before its lead.
_MOST, _NEAR = 2000, 4
#: So many signs of another item has a box above the headline: its headline, its day,
#: and its like beside it.
_SIGNS = 2
#: So much prose of its own an article has below its headline.
_LEAST = 80
#: What a box of another item is called.
_NAMED = frozenset(("related",))
_is_related = step_test(re.compile(r"related|similar", re.IGNORECASE))


def teaser_boxes(blocks: Sequence[Block], title: str) -> frozenset[Block]:
    """Return what stands in boxes that tell of other items; ``blocks`` are a page's.

    Another item's linked headline and its day stand before the lead, or one of them in
    a row of such boxes; below the headline of the page both, in a row, and apart from
    the article's text.
    """
    own = _headline(blocks, title)
    leads = [block for block in blocks if prose(block)]
    if own is None:
        return _row_of_boxes(blocks, leads)
    whole = sum(block.size for block in leads if block.index > own.index)
    if whole < _LEAST:
        return frozenset()
    homes = {own.place, *own.place.ancestors()}
    heads = [block for block in blocks[: own.index] if _is_headed([block])]
    rows = _rows([*leads, *heads], homes)
    inners = _inners(blocks, leads, homes, rows)
    above: set[Place] = set()
    below: dict[Place, Sequence[Block]] = {}
    for lead in leads:
        is_above = lead.index < own.index
        for box in _boxes(lead, homes):
            is_row = box in inners
            if not (is_row or is_above) or box in above:
                continue
            before = blocks[max(box.start, lead.index - _NEAR) : lead.index]
            is_headed, is_dated = _is_headed(before), _is_dated(before)
            is_told = is_dated or _is_named(box, homes)
            if is_headed and is_told and not is_above and _is_first(lead, box, blocks):
                below[box] = inners[box]
            elif is_above and (is_headed + is_dated + is_row) >= _SIGNS:
                above.add(box)
    named = {(box.parent, box.step) for box in below}
    below |= {b: inners[b] for b in inners if (b.parent, b.step) in named}
    told = {block for box in above for block in blocks[box.start : box.end]}
    told |= _self_told(blocks[: own.index])
    return frozenset(told | _apart(below, [b for b in leads if b.index > own.index]))


def _row_of_boxes(blocks: Sequence[Block], leads: Sequence[Block]) -> frozenset[Block]:
    """Return what stands in several boxes, of one make, that show all of a teaser.

    Where no line says the title, it names the site: the text stands elsewhere.
    """
    rows: dict[str, set[Place]] = {}
    for lead in leads:
        before = blocks[max(0, lead.index - _NEAR) : lead.index]
        for box in _boxes(lead, ()):
            inner = [block for block in before if block.index >= box.start]
            if _is_headed(inner) and _is_dated(inner):
                if _is_first(lead, box, blocks):
                    rows.setdefault(box.path, set()).add(box)
                break
    boxes = [box for row in rows.values() if len(row) > _ROW for box in row]
    told = frozenset(block for box in boxes for block in blocks[box.start : box.end])
    rest = sum(block.size for block in leads if block not in told)
    return told if rest >= _LEAST else frozenset()


def _self_told(above: Sequence[Block]) -> set[Block]:
    """Return the lines of a list that each say when, link a headline and go on."""
    told = [
        block
        for block in above
        if prose(block)
        and block.link_chars >= _HEADLINE
        and may_hold_date(block.text[:_STAMP])
    ]
    return set(told) if len(told) >= _ROW else set()


def is_linked_headline(block: Block) -> bool:
    """Tell whether a line is long enough for a headline, and leads to its item."""
    is_long = block.chars >= _HEADLINE or block.size >= _SAYING
    return is_long and block.link_share > _LINKED


def _apart(
    boxes: Mapping[Place, Sequence[Block]], leads: Sequence[Block]
) -> frozenset[Block]:
    """Return what stands in boxes, if there is text elsewhere and not around them."""
    told = frozenset(block for inner in boxes.values() for block in inner)
    texts = [block for block in leads if block not in told]
    if sum(map(prose, texts)) < _LEAST:
        return frozenset()
    homes = {place for b in texts for place in (b.place, b.place.parent)}
    return frozenset(
        block
        for box, inner in boxes.items()
        if homes.isdisjoint(islice(box.ancestors(), 2))
        for block in inner
    )


def _headline(blocks: Sequence[Block], title: str) -> Block | None:
    """Return the heading that says the title, or the first line that does.

    Its day may stand behind it. A link may be the item's own teaser.
    """
    key = text_key(title)
    said = [block for block in blocks if key and says_no_more(block, title)]
    own = (b for b in said if b.level or b.link_share <= _LINKED)
    return next((b for b in said if b.level), next(own, said[0] if said else None))


def _rows(parts: Sequence[Block], homes: Collection[Place]) -> frozenset[str]:
    """Return the paths at which several boxes with a lead or linked headline stand."""
    boxes = {box for part in parts for box in _boxes(part, homes)}
    counts = Counter(box.path for box in boxes)
    return frozenset(path for path, count in counts.items() if count >= _ROW)


def _inners(
    blocks: Sequence[Block],
    leads: Sequence[Block],
    homes: Collection[Place],
    rows: Collection[str],
) -> Mapping[Place, Sequence[Block]]:
    """Return what stands in the boxes of rows, each looked at once, save long ones."""
    boxes = {box for lead in leads for box in _boxes(lead, homes) if box.path in rows}
    inners = {box: blocks[box.start : box.end] for box in boxes}
    return {
        box: inner for box, inner in inners.items() if sum(map(prose, inner)) <= _MOST
    }


def _boxes(block: Block, homes: Collection[Place]) -> Iterator[Place]:
    """Yield the places around a block that do not hold the headline too."""
    place: Place | None = block.place
    for _ in range(_BOXES):
        if place is None or place in homes:
            return
        yield place
        place = place.parent


def _is_named(box: Place, homes: Collection[Place]) -> bool:
    """Tell whether a box is called that of another item, or one around it "related"."""
    around = takewhile(lambda place: place not in homes, box.ancestors())
    return not _NAMED.isdisjoint(box.signs) or any(
        _is_related(place.step) for place in around
    )


def _is_first(lead: Block, box: Place, blocks: Sequence[Block]) -> bool:
    """Tell whether no other prose stands before a lead in its box: what is told of
    another item begins with its headline.
    """
    return not any(map(prose, blocks[box.start : lead.index]))


def _is_headed(before: Sequence[Block]) -> bool:
    """Tell whether a linked headline stands before a lead."""
    return any(map(is_linked_headline, before))


def _is_dated(before: Sequence[Block]) -> bool:
    """Tell whether a line that says when stands before a lead."""
    stamps = (b.text for b in before if b.chars <= _STAMP)
    return any(may_hold_date(text) and not is_counter(text) for text in stamps)

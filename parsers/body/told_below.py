"""What a page tells of other items below its text, in no boxes of their own. Pure."""

from collections.abc import Sequence

from parsers.blocks import Block
from parsers.body.boxes import shared
from parsers.body.other_pages import is_of_most
from parsers.body.read_also import bids, leads_on
from parsers.body.region import prose
from parsers.body.teaser_boxes import is_linked_headline
from parsers.dates import may_hold_date
from parsers.profile import Profile

#: So many headlines stand under a label.
_FEWEST = 2
#: A line is so much of a link that it says little else.
_HALF = 0.5
#: Letters of a line that only introduces what stands under it.
_LABEL = 60
#: What is told of an item is so long, and longer than its day.
_SAID = 25
#: So much prose of its own an article has above them.
_LEAST = 80


def without_told_below(
    blocks: Sequence[Block], kept: Sequence[Block], profile: Profile | None = None
) -> list[Block]:
    """Return the kept blocks less labels over other items, and what is told of these.

    Linked headlines stand under a label, each with one paragraph; ``blocks`` are all of
    the page. What follows them is the article's own again. A label bids to read on, or
    is a heading that most pages of the site have.
    """
    taken, size = set(kept), 0
    dropped: set[Block] = set()
    for block in blocks[kept[0].index :] if kept else ():
        if block in taken:
            size += prose(block)
        if size >= _LEAST and _is_label(block, profile):
            told = _told_under(blocks, block)
            dropped |= {block, *told} if told else set()
    return [block for block in kept if block not in dropped] if dropped else list(kept)


def _is_label(block: Block, profile: Profile | None) -> bool:
    is_heading = block.kind == "heading" and not block.hrefs
    return bids(block) or (is_heading and is_of_most(block.text, profile))


def without_heads(blocks: Sequence[Block], kept: Sequence[Block]) -> list[Block]:
    """Return the kept blocks less headings over links that are no text.

    The last ones of a text, be they but lines with a colon, or one that makes a box
    with headlines of other items.
    """
    following = [*kept[1:], None][: len(kept)]
    own = [
        head
        for head, after in zip(kept, following, strict=True)
        if after is None or not _heads_headlines(blocks, head, after)
    ]
    while len(own) > 1 and _heads_links(blocks, own[-1]):
        own.pop()
    return own


def _heads_headlines(blocks: Sequence[Block], head: Block, after: Block) -> bool:
    """Tell whether all from a heading to the next line is a box of linked headlines."""
    lines = blocks[head.index + 1 : after.index]
    if head.kind != "heading" or len(lines) < _FEWEST:
        return False
    box = shared(head.place, lines[-1].place)
    is_box = (box.start, box.end) == (head.index, after.index)
    return is_box and all(map(is_linked_headline, lines))


def _told_under(blocks: Sequence[Block], label: Block) -> list[Block]:
    """Return what stands under linked headlines below a label: of each one lead."""
    first = label.index + 1
    boxes = (place.end for place in label.place.ancestors() if place.end > first)
    below = blocks[first : next(boxes, None)]
    if not below or not is_linked_headline(below[0]):
        return []
    parts: list[list[Block]] = []
    for block in below:
        if is_linked_headline(block):
            parts.append([])
        elif block.link_share < _HALF:
            parts[-1].append(block)
    told = [_leads(part) for part in parts]
    if len(told) < _FEWEST or any(len(leads) != 1 for leads in told[:-1]):
        return []
    return [block for part in parts[:-1] for block in part] + told[-1][:1]


def _leads(part: Sequence[Block]) -> list[Block]:
    """Return what is told under a headline: long lines, or else one that is no day."""
    long = [block for block in part if block.size >= _SAID]
    return long or [block for block in part if not may_hold_date(block.text)]


def _heads_links(blocks: Sequence[Block], last: Block) -> bool:
    below = blocks[last.index + 1 : last.index + 2]
    if last.kind == "heading":
        return any(b.link_share > _HALF for b in below)
    is_label = last.text[-1] in ":：" and last.chars <= _LABEL
    return is_label and any(map(leads_on, below))

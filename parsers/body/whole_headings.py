"""Headings between two paragraphs of an article's text. Pure."""

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import chain, islice, pairwise

from parsers.blocks import Block
from parsers.body.region import between, inside, place_around

#: A heading of the text is no link, and no longer; so many lines may stand between.
_LINKED, _LONGEST, _MOST = 0.1, 160, 12
#: So many headings of boxes divide a text.
_PARTS = 2
#: So many paragraphs of one make are the text's own.
_SEVERAL = 3
#: A line of text that is a heading is so bold.
_BOLD = 0.8
#: A cell of data has no more lines.
_CELL = 4
#: What lines of a list and cells of a table stand in.
_SETS = ("ul", "ol", "dl", "table", "thead", "tbody", "tr")


def with_headings(
    blocks: Sequence[Block],
    kept: Sequence[Block],
    repeated: Collection[str],
    *,
    goes_on: bool = False,
) -> list[Block]:
    """Return the kept blocks with each heading between two paragraphs of one box.

    ``blocks`` are all of the page's; ``repeated`` are hashes of what stands on other
    pages too, which counts where no other of its make is the text's own. An ad or a
    picture may stand beside it; each part of a text may have a
    box of the same make. A bold line in the very box of both is a heading too, or one
    in a box of its own between their loose lines, one between two boxes of one make
    that hold them, and so are those that each open a
    box of several lines, or a box of one that is text. What stands
    over a text that ``goes_on`` from a page before is no lead of it.
    """
    openers, taken = _openers(blocks, kept), frozenset(kept)
    texts = Counter(block.path for block in kept if block.kind == "text")
    makes = Counter(_make(block) for block in kept if block.kind == "heading")
    del makes[""]
    series = _series(blocks, kept, repeated)
    added = [
        block
        for before, after in pairwise(kept)
        if 1 < after.index - before.index <= _MOST
        for block in blocks[before.index + 1 : after.index]
        if (block.kind == "heading" or _is_bold(block))
        and block.chars <= _LONGEST
        and (block.link_share <= _LINKED or _leads_to_itself(block))
        and (
            block in openers
            or _opens(block, after, taken)
            or (makes[_make(block)] >= _PARTS and after.index == block.index + 1)
            or _level(block) in _boxes(before) & _boxes(after)
            or _box(block) == before.path == after.path
            or _parts_boxes(before, block, after)
            or (texts[after.path] >= _SEVERAL and _is_over(block, after))
        )
        and not block.place.is_hidden
        and (block.hash not in repeated or block in series)
    ]
    first = _first(blocks, [*kept, *added], openers, goes_on=goes_on)
    added += [b for b in first if b.hash not in repeated or b in series]
    return sorted((*kept, *added), key=lambda block: block.index) if added else [*kept]


def _series(
    blocks: Sequence[Block], kept: Sequence[Block], repeated: Collection[str]
) -> frozenset[Block]:
    """Return the headings of one make, each right over text of its own box.

    Parts of a text have names that other texts have too, beside some of their own.
    """
    over = [(blocks[after.index - 1], after) for after in kept if after.index]
    heads = [head for head, after in over if _is_over(head, after)]
    own = Counter(b.path for b in heads if b.hash not in repeated)
    return frozenset(head for head in heads if own[head.path])


def _first(
    blocks: Sequence[Block],
    kept: Sequence[Block],
    openers: Collection[Block],
    *,
    goes_on: bool,
) -> list[Block]:
    """Return the heading right over a text that others like it divide."""
    top = min((block.index for block in kept), default=0)
    over = blocks[top - 1] if top else None
    if over is None or over.kind != "heading" or over.place.is_hidden:
        return []
    is_series = _box(over) == _box(blocks[top]) and any(
        block.kind == "heading" and block.path == over.path for block in kept
    )
    box = over.place.parent if goes_on else None
    goes_over = box is not None and inside(blocks[top], box)
    return [over] if is_series or goes_over or over in openers else []


def _openers(blocks: Sequence[Block], kept: Sequence[Block]) -> frozenset[Block]:
    """Return the headings of one make that each stand over the lines of a box."""
    found: dict[str, dict[str, Block]] = {}
    for first, second in pairwise(kept):
        over = blocks[max(0, first.index - 1)]
        box = over.place.parent if over.kind == "heading" else None
        if box and inside(first, box) and inside(second, box):
            found.setdefault(over.path, {})[over.text] = over
    parts = (like.values() for like in found.values() if len(like) >= _PARTS)
    return frozenset(chain.from_iterable(parts))


def _make(block: Block) -> str:
    """Return what headings of one make share, if they have classes."""
    names = block.element.get("class")
    return f"{block.tag}.{names}" if names else ""


def _is_over(block: Block, after: Block) -> bool:
    """Tell whether a heading stands right over a paragraph, in one box with it."""
    is_next = after.index == block.index + 1 and block.kind == "heading"
    return is_next and block.place.parent is after.place.parent


def _parts_boxes(before: Block, block: Block, after: Block) -> bool:
    """Tell whether a heading stands between two boxes of text, beside both."""
    beside = block.place.parent
    if block.kind != "heading" or after.index != block.index + 1 or beside is None:
        return False
    if not (inside(before, beside) and inside(after, beside)):
        return False
    above, below = (between(b.place, beside) for b in (before, after))
    if not (above and below):  # bare text of the box that holds the heading
        return False
    return above[-1] is not below[-1] and above[-1].step == below[-1].step


def _opens(block: Block, after: Block, taken: Collection[Block]) -> bool:
    """Tell whether a heading and the one line of text below it are a whole box."""
    if after.index != block.index + 1 or after not in taken:
        return False
    box = place_around(block, after.place)
    return box.start == block.index and box.end == after.index + 1


def _leads_to_itself(block: Block) -> bool:
    """Tell whether a heading links but to a place on its page, for others to copy."""
    return all(href.startswith("#") for href in block.hrefs)


def _is_bold(block: Block) -> bool:
    """Tell whether a line is bold; one in a cell only if that holds a whole text."""
    lines = block.place.end - block.place.start
    may_be = block.kind == "text" or (block.kind == "cell" and lines > _CELL)
    return may_be and block.strong_chars >= _BOLD * block.chars


def _level(block: Block) -> str:
    """Return the box in which a heading, or a loose line, stands."""
    return _box(block) if block.kind == "heading" else block.path


def _box(block: Block) -> str:
    return block.place.parent.path if block.place.parent else ""


def _boxes(block: Block) -> set[str]:
    """Return the box of a block, of its list or table, and its place."""
    boxes = {_box(block), block.path}
    if block.kind in ("item", "cell"):
        around = (p.path for p in block.place.ancestors() if p.element.tag not in _SETS)
        boxes.update(islice(around, 1))
    return boxes

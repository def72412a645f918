"""Lists of sentences among an article's paragraphs: taken whole or not. Pure."""

from bisect import bisect_left
from collections.abc import Sequence

from parsers.blocks import Block, Place

#: Items of this length say something, and this likely they are text.
_SAYS, _MAYBE = 40, 0.25
_LINKED = 0.2
#: Nor need what is labelled: names, numbers, times, this likely text.
_VALUE = 0.35
#: From so many of its items on, a list is taken whole, whatever they say.
_HALF = 0.5
ITEMS = ("li", "dt", "dd")


def with_lists(
    likely: Sequence[tuple[Block, float]], kept: Sequence[Block]
) -> list[Block]:
    """Return the kept blocks with each list whose place is the paragraphs' own.

    Where each paragraph has a box, so has a list between two of them. Its items are
    judged one by one, and all stand just below the line at times, or some of them do,
    such as the facts behind labels. Links make no such list.
    """
    taken = set(kept)
    homes = homes_of(kept)
    if not homes:
        return list(kept)
    boxes = {home.path for home in homes}
    first, last = kept[0].index, kept[-1].index
    lists: dict[Place, list[tuple[Block, float]]] = {}
    for block, p in likely:
        above = _list_of(block)
        if above is None or above.parent is None:
            continue
        is_between = first < block.index < last and above.parent.path in boxes
        if is_between or above.parent in homes:
            lists.setdefault(above, []).append((block, p))
    added: list[Block] = []
    for above, items in lists.items():
        missing = [block for block, _ in items if block not in taken]
        is_half = len(missing) <= _HALF * len(items) and _has_few_links(items)
        if missing and (
            is_half
            or _is_text(items)
            or _is_labelled(items)
            or _is_amid(items, above, kept)
        ):
            added += missing
    if not added:
        return list(kept)
    return sorted((*kept, *added), key=lambda block: block.index)


def homes_of(kept: Sequence[Block]) -> set[Place]:
    """Return the boxes in which an article's paragraphs stand."""
    texts = [block.place for block in kept if block.kind == "text"]
    # lines that breaks divide stand in their box itself
    homes = {place for place in texts if place.line}
    return homes | {place.parent for place in texts if place.parent}


def _list_of(block: Block) -> Place | None:
    """Return the list that a line is an item of, or a paragraph in an item."""
    place = block.place
    if place.tag == "p" and place.parent and place.parent.tag in ITEMS:
        place = place.parent
    return place.parent if place.tag in ITEMS else None


def _is_text(items: Sequence[tuple[Block, float]]) -> bool:
    return (
        sum(block.size for block, _ in items) >= _SAYS * len(items)
        and sum(p for _, p in items) >= _MAYBE * len(items)
        and _has_few_links(items)
    )


def _is_amid(
    items: Sequence[tuple[Block, float]], above: Place, kept: Sequence[Block]
) -> bool:
    """Tell whether sentences that lead nowhere stand between two paragraphs, boxed so.

    Each paragraph of some makes has a box, and each list the same.
    """
    size = sum(block.size for block, _ in items)
    if size < _SAYS * len(items) or any(block.hrefs for block, _ in items):
        return False
    at = bisect_left(kept, items[0][0].index, key=lambda block: block.index)
    home = above.parent.path if above.parent else ""
    beside = (block.place.parent for block in kept[max(0, at - 1) : at + 1])
    return 0 < at < len(kept) and all(box and box.path == home for box in beside)


def _is_labelled(items: Sequence[tuple[Block, float]]) -> bool:
    """Tell whether a list is of labels and what they are of, which may be text."""
    values = [p for block, p in items if block.place.tag == "dd"]
    is_list = 2 * len(values) >= len(items) > 2
    return is_list and sum(values) >= _VALUE * len(values) and _has_few_links(items)


def _has_few_links(items: Sequence[tuple[Block, float]]) -> bool:
    chars = sum(block.chars for block, _ in items)
    return sum(block.link_chars for block, _ in items) <= _LINKED * chars

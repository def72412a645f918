"""Lines amid a text that lead to another item, and soon to yet another. Pure."""

from collections.abc import Sequence

from parsers.blocks import Block
from parsers.lists.teaser_lists import leads_to_file
from parsers.templates.address_shapes import shape_of
from scheduler.comparing.side import Side
from scheduler.comparing.side_lines import Line

#: A headline has so many letters, and is so much of its line.
_TITLE, _LINKED = 12, 0.95


def without_pointers(
    old: Side,
    lost: Sequence[Line],
    new: Side,
    won: Sequence[Line],
    *,
    gone: Sequence[Line],
    come: Sequence[Line],
) -> tuple[list[Line], list[Line]]:
    """Drop the headlines of other items for which those of others came, as they stood.

    Who reads a text is led from it to what is read most just now. A list of links that
    is kept by hand is none: there, the text has no day of its own. One of the two may
    be no line that is read, as it says a day: ``gone`` and ``come`` are all that moved.
    """
    paths = _paths(old, gone) & _paths(new, come)

    def left(side: Side, lines: Sequence[Line]) -> list[Line]:
        return [
            line
            for line in lines
            if line.block.path not in paths or not _is_pointer(side, line.block)
        ]

    return left(old, lost), left(new, won)


def _paths(side: Side, lines: Sequence[Line]) -> set[str]:
    return {line.block.path for line in lines if _is_pointer(side, line.block)}


def _is_pointer(side: Side, block: Block) -> bool:
    """Tell whether a line is but a link to an item as the page is one."""
    if not (side.is_article or side.has_own_text) or len(block.hrefs) != 1:
        return False
    if block.kind in ("heading", "cell") or block.chars < _TITLE:
        return False
    if block.link_share < _LINKED or leads_to_file(block):
        return False
    url = side.page.resolve(block.hrefs[0]) or ""
    return shape_of(url) == shape_of(side.page.url) != ""

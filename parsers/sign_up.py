"""Boxes between paragraphs that ask readers for their mail address or a vote. Pure."""

from collections.abc import Iterator, Sequence
from itertools import islice

from lxml.html import HtmlElement

from parsers.blocks import Block
from parsers.text import normal_text

#: A box has so much text at most, and lies no more steps around a line of it.
_BOX, _STEPS = 400, 4
#: It has this share of all the text at most, and this where it is the next thing around
#: the field: the last page of a long report may say less than the box on it.
_SHARE, _NEXT = 1 / 3, 4 / 5

#: What such boxes ask for: an address, or which answer a reader chooses.
_ASKED = ("email", "radio")


def without_sign_up(blocks: Sequence[Block], root: HtmlElement) -> list[Block]:
    """Drop the lines of boxes with a field for mail or choices, if others are left.

    ``root`` is that of the page.
    """
    fields = list(_fields(root))
    if not fields:
        return list(blocks)
    chars = sum(block.chars for block in blocks)
    most, most_next = (min(_BOX, int(share * chars)) for share in (_SHARE, _NEXT))
    asking = {
        line for field in fields for line in _lines_around(field, blocks, most_next)
    }
    asking.update(block for block in blocks if asks_readers(block, most))
    left = [block for block in blocks if block not in asking]
    return left or list(blocks)


def asks_readers(block: Block, most: int = _BOX) -> bool:
    """Tell whether a line stands in a small box with a field for mail or choices."""
    if block.chars > most:
        return False
    element = block.element
    for _ in range(_STEPS):
        chars = 0
        for text in element.itertext():
            chars += len(text.strip())
            if chars > most:
                return False
        if next(_fields(element), None) is not None:
            return True
        element = element.getparent()
        if element is None:
            return False
    return False


def _lines_around(
    field: HtmlElement, blocks: Sequence[Block], most: int
) -> list[Block]:
    """Return the lines of the smallest box around a field, if they are few."""
    for box in islice(field.iterancestors(), _STEPS):
        words = normal_text(box.text_content())
        lines = [block for block in blocks if _stands_in(block, box, words)]
        if lines:
            return lines if sum(line.chars for line in lines) <= most else []
    return []


def _stands_in(block: Block, box: HtmlElement, words: str) -> bool:
    """Tell whether a line stands in a box; ``words`` are all that the box says.

    A line of a larger place may run through a box that is but a font.
    """
    element = block.element
    return (
        element is box
        or box in element.iterancestors()
        or (element in box.iterancestors() and block.text in words)
    )


def _fields(element: HtmlElement) -> Iterator[HtmlElement]:
    for field in element.iter("input"):
        if (field.get("type") or "").strip().lower() in _ASKED:
            yield field

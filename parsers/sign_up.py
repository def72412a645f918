"""Boxes between paragraphs that ask readers for their mail address. Pure."""

from collections.abc import Sequence

from lxml.html import HtmlElement

from parsers.blocks import Block

#: A box has so much text at most, this share of all the text, and lies no more steps
#: around a line of it.
_BOX, _SHARE, _STEPS = 400, 1 / 3, 4


def without_sign_up(blocks: Sequence[Block], root: HtmlElement) -> list[Block]:
    """Drop the lines of boxes with a field for a mail address, if others are left.

    ``root`` is that of the page.
    """
    if not _has_field(root):
        return list(blocks)
    most = min(_BOX, int(_SHARE * sum(block.chars for block in blocks)))
    return [block for block in blocks if not asks_for_mail(block, most)]


def asks_for_mail(block: Block, most: int = _BOX) -> bool:
    """Tell whether a line stands in a small box with a field for a mail address."""
    if block.chars > most:
        return False
    element = block.element
    for _ in range(_STEPS):
        chars = 0
        for text in element.itertext():
            chars += len(text.strip())
            if chars > most:
                return False
        if _has_field(element):
            return True
        element = element.getparent()
        if element is None:
            return False
    return False


def _has_field(element: HtmlElement) -> bool:
    kinds = (field.get("type") or "" for field in element.iter("input"))
    return any(kind.strip().lower() == "email" for kind in kinds)

"""Boxes between paragraphs that ask readers for their mail address. Pure."""

import re
from collections.abc import Sequence

from parsers.blocks import Block

#: A box has so much text at most, this share of all the text, and lies no more steps
#: around a line of it.
_BOX, _SHARE, _STEPS = 400, 1 / 3, 4
_FIELD = re.compile(rb"""type\s*=\s*["']?email\b""", re.IGNORECASE)


def without_sign_up(blocks: Sequence[Block], payload: bytes) -> list[Block]:
    """Drop the lines of boxes with a field for a mail address, if others are left."""
    if not _FIELD.search(payload):
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
        kinds = (field.get("type") or "" for field in element.iter("input"))
        if any(kind.strip().lower() == "email" for kind in kinds):
            return True
        element = element.getparent()
        if element is None:
            return False
    return False

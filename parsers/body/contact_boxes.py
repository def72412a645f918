"""Boxes that say whom to ask about an article, below its text. Pure."""

import re
from collections.abc import Sequence
from itertools import islice

from parsers.blocks import Block, Place
from parsers.steps import step_test
from parsers.visible import visible_text

#: What such a box is called, and how far around a line it is looked for.
_is_named = step_test(
    re.compile(
        r"[#._-](?:contacts?|contactos?|contatos?|kontakte?|contatti|kontakty)(?=[#._-]|$)"
        r"|[#._-](?:contact|kontakt)[-_]?(?:box|info|block|press|person|details)",
        re.IGNORECASE,
    )
)
_UP = 3
#: How one reaches somebody: an address of mail, or a number with its label.
_REACHED = re.compile(
    r"\w@\w|(?:\btel|\bt[eé]l[eé]f|\bphone|\btlf|тел|电话|電話|هاتف)\D{0,20}\+?\d",
    re.IGNORECASE,
)
#: An article says so much besides, and a box of this length is none.
_LEAST, _LONGEST = 0.5, 900


def without_contacts(kept: Sequence[Block]) -> list[Block]:
    """Return the kept blocks less a last box of whom to ask, if they say more."""
    last = _box_of(kept[-1].place) if kept else None
    if last is None:
        return list(kept)
    boxes = [_box_of(block.place) for block in kept]
    asked = [b for b, box in zip(kept, boxes, strict=True) if box is last]
    own = [b for b, box in zip(kept, boxes, strict=True) if box is not last]
    told = sum(block.chars for block in asked)
    is_most = sum(block.chars for block in own) < _LEAST * told
    is_reached = any(_REACHED.search(block.text) for block in asked)
    return list(kept) if is_most or told > _LONGEST or not is_reached else own


def is_of_contacts(place: Place) -> bool:
    """Tell whether a place is called one of contacts, and says how to reach them."""
    if not _is_named(place.step):
        return False
    return _REACHED.search(visible_text(place.element)) is not None


def _box_of(place: Place) -> Place | None:
    """Return the outermost box around a line that is called one of contacts."""
    near = (place, *islice(place.ancestors(), _UP))
    return next((p for p in reversed(near) if _is_named(p.step)), None)

"""Boxes whose names say that no article stands in them: comments, popups. Pure."""

import re
from collections.abc import Sequence

from parsers.blocks import Block, Place
from parsers.steps import step_test

#: What visitors said, who wrote, what they are to agree to, what stands where something
#: would be shown, what opens over the page, and the banner that says whose site it is.
_is_named = step_test(
    re.compile(
        r"[#.](?:li-|div-)?comments?(?:-?0|-?list|-body|-content|-text)?(?=[#.]|$)"
        r"|[#._-](?:author|autor)[-_]{0,2}(?:box|bio|card)(?=[#._-]|$)"
        r"|[#._-](?:cookies?|consent|gdpr)(?=[#._-]|$)"
        r"|[#._-](?:social|embed|iframe|video)[-_]{1,2}placeholder(?=[#._-]|$)"
        r"|[#._](?:popup|pop-up|popmake|pum-container|modal-(?:dialog|content|body)"
        r"|chat-?(?:bot|box|widget|window))(?=[#._-]|$)|[#.]modal(?=[#.]|$)"
        r"|\.wp-embedded-content(?=[#.]|$)|\.skiptranslate(?=[#.]|$)|[#._-](?:usa-?banner|govt?-banner|official-site)(?=[#._-]|$)",
        re.IGNORECASE,
    )
)
#: A page that is nothing but such boxes is read all the same.
_LEAST = 0.1


def without_furniture(kept: Sequence[Block]) -> list[Block]:
    """Return the kept words that stand in no such box, if they are not just a few."""
    boxes = {block.place.parent for block in kept}
    known = {box: is_furniture(box) for box in boxes}
    own = [
        block
        for block in kept
        if not (opens_furniture(block.place) or known[block.place.parent])
    ]
    is_few = sum(b.size for b in own) < _LEAST * sum(b.size for b in kept)
    return list(kept) if is_few else own


def in_furniture(block: Block) -> bool:
    """Tell whether a block stands in such a box."""
    return is_furniture(block.place)


def is_furniture(place: Place | None) -> bool:
    """Tell whether a place is such a box, or stands in one."""
    while place is not None:
        if opens_furniture(place):
            return True
        place = place.parent
    return False


def opens_furniture(place: Place) -> bool:
    """Tell whether a place itself is such a box."""
    return _is_named(place.step) and place.tag not in ("html", "body")

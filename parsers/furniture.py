"""Boxes whose names say that no article stands in them: comments, consent. Pure."""

import re
from collections.abc import Sequence
from functools import lru_cache

from parsers.blocks import Block, Place

#: What visitors said, and what they are to agree to.
_NAMED = re.compile(
    r"[#.](?:li-|div-)?comments?(?:-?0|-?list|-body|-content|-text)?(?=[#.]|$)"
    r"|[#._-](?:cookies?|consent|gdpr)(?=[#._-]|$)",
    re.IGNORECASE,
)
#: A page that is nothing but such boxes is read all the same.
_LEAST = 0.3


def without_furniture(kept: Sequence[Block]) -> list[Block]:
    """Return the kept blocks that stand in no such box, if they are not just a few."""
    own = [block for block in kept if not in_furniture(block)]
    if sum(b.size for b in own) < _LEAST * sum(b.size for b in kept):
        return list(kept)
    return own


def in_furniture(block: Block) -> bool:
    """Tell whether a block stands in such a box."""
    place: Place | None = block.place
    while place is not None:
        if _is_furniture(place.step) and place.tag not in ("html", "body"):
            return True
        place = place.parent
    return False


@lru_cache(maxsize=8192)
def _is_furniture(step: str) -> bool:
    return _NAMED.search(step) is not None

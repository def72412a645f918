"""Parts of a text that unfold: what is said in them goes with what heads them. Pure."""

from collections.abc import Sequence

from parsers.blocks import Block

#: A line that heads more of a text is no longer.
_LONGEST = 200


def with_folds(blocks: Sequence[Block], kept: Sequence[Block]) -> list[Block]:
    """Return the kept blocks with the summary of each fold that holds one of them.

    HTML, 4.11.1: a ``details`` shows its ``summary`` and, unfolded, the rest.
    """
    heads = [b for b in blocks if b.tag == "summary" and b.chars <= _LONGEST]
    if not heads:
        return list(kept)
    own = set(kept)
    held = {box for block in kept for box in block.element.iterancestors("details")}
    found = {b for b in heads if b not in own and b.element.getparent() in held}
    return sorted(own | found, key=lambda block: block.index) if found else list(kept)

"""Items that are a headline, a day and perhaps a file, and no text at all. Pure."""

from collections.abc import Iterable, Sequence

from parsers.blocks import Block
from parsers.body.furniture import in_furniture
from parsers.lines.moving_lines import is_clock, is_moving, without_age


def says_nothing(kept: Iterable[Block]) -> bool:
    """Tell whether what was taken for a text is but what visitors said, and clocks.

    Where an item has no text, most of what stands on its page is not its own.
    """
    return all(
        in_furniture(block)
        or is_moving(block.text)
        or is_clock(without_age(block.text))
        for block in kept
    )


def without_rules(kept: Sequence[Block]) -> list[Block]:
    """Return the blocks kept less last lines of signs alone: "_____"."""
    own = list(kept)
    while own and not any(map(str.isalnum, own[-1].text)):
        own.pop()
    return own

"""A text that stands on its page more than once: for each width of screen, for print.

Pure.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from parsers.blocks import Block
from parsers.keys import text_key

#: What says so much and stands again is no refrain; so much of all stands again.
_LONG, _AGAIN = 60, 0.4


def without_copies(kept: Sequence[Block], title: str) -> list[Block]:
    """Return the first of several copies of one text, paragraph by paragraph.

    With the others goes the headline that stands over each of them.
    """
    long = Counter(block.text for block in kept if block.chars >= _LONG)
    whole = sum(len(text) * count for text, count in long.items())
    again = whole - sum(map(len, long))
    if not again or again < _AGAIN * whole:
        return list(kept)
    copies = max(Counter(long.values()).items(), key=lambda one: (one[1], one[0]))[0]
    left = {text: -(-n // copies) for text, n in Counter(b.text for b in kept).items()}
    key, start = text_key(title), _second_copy(kept, long)
    own: list[Block] = []
    for place, block in enumerate(kept):
        left[block.text] -= 1
        is_own = place < start or left[block.text] >= 0
        if is_own and block.key != key:
            own.append(block)
    return own


def _second_copy(kept: Sequence[Block], long: Mapping[str, int]) -> int:
    """Return where the first copy ends: what it says twice itself is no copy."""
    first = {block.text: place for place, block in reversed([*enumerate(kept)])}
    again = [first[block.text] < place for place, block in enumerate(kept)]
    repeated = (n for n, block in enumerate(kept) if again[n] and block.text in long)
    start = next(repeated, len(kept))
    while start and again[start - 1]:
        start -= 1
    return start

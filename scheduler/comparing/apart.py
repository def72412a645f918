"""Lines that stand in boxes beside the text of a page, and are none of it. Pure."""

from parsers.blocks import Block
from parsers.lines.moving_lines import is_stamp
from parsers.lines.signs import word_signs
from parsers.lists.teaser_lists import leads_to_file
from parsers.text import has_digit
from scheduler.comparing.feet import moves_on
from scheduler.comparing.side import Side
from scheduler.comparing.side_words import leads_away

#: Shorter lines amid a text, in boxes of their own, may say what is offered there.
_WORDS = 60
_OFFERS = frozenset(("more", "ad", "letter", "comments"))


def is_apart(block: Block, state: Side) -> bool:
    """Tell whether a line that is none of the text stands in a box beside it.

    Where a text is nearly all that its place says, what else came there leads away,
    or asks readers for something. Figures may be what readers look for, but not behind
    the text of what calls itself an article; and on a page that may be kept up to date,
    so may what is said behind its text, and the lists of other pages.
    """
    if not state.is_whole or block.kind == "cell" or leads_to_file(block):
        return False
    if "note" in word_signs(block.text):
        return False  # what was wrong is said there
    is_embedded = block.kind == "quote" and leads_away(block)
    if not is_embedded and (state.is_among(block) or state.is_data(block)):
        return False
    if is_stamp(block.text):
        return False
    is_behind = block.index > state.last
    if leads_away(block):
        return _is_pointer(block, state, is_behind=is_behind)
    is_behind = is_behind and state.is_article
    if has_digit(block.text):
        return is_behind and state.says_article
    if is_behind:
        return True
    if block.chars >= _WORDS or block.index in state.lead:
        return False
    return not _OFFERS.isdisjoint(word_signs(block.text))


def _is_pointer(block: Block, state: Side, *, is_behind: bool) -> bool:
    """Tell whether a link leads to another page, and is no heading over the text."""
    if not state.is_article:
        return is_behind and block not in state.lists.by_block
    below = state.keys[block.index + 1 : block.index + 2]
    is_over = block.kind == "heading" and any(map(state.owns, below))
    return not (is_over or moves_on(block))

"""Lines under a headline that say who wrote it and when: no words of the text. Pure."""

from collections.abc import Sequence

from parsers.blocks import Block
from parsers.dates import find_dates
from parsers.finders.authors import split_names
from parsers.model import Printed
from parsers.signs import word_signs
from parsers.text import same_words

#: A byline stands among so many first lines, is no longer, and leaves so much over.
_FIRST, _LONGEST, _REST = 4, 160, 60
_BEFORE_NAMES = frozenset(("by", "time"))


def without_byline(
    blocks: Sequence[Block], published: Printed | None, authors: Sequence[str]
) -> tuple[Block, ...]:
    """Drop the lines of date and author that lead a body.

    A line that is nothing but a day may be the text's own dateline, and stays.
    """
    names = {same_words(name).casefold() for name in authors}
    kept: list[Block] = []
    for place, block in enumerate(blocks):
        is_lead = place < _FIRST and len(kept) < 2 and len(blocks) > place + 1
        if not (is_lead and _is_byline(block.text, published, names)):
            kept.append(block)
    return tuple(kept)


def _is_byline(text: str, published: Printed | None, names: set[str]) -> bool:
    if len(text) > _LONGEST:
        return False
    dates = find_dates(text) if published else ()
    day = next((d.text for d in dates if published and d.day == published.day), "")
    if not day or day not in text:
        return False
    rest = text.replace(day, " ", 1).strip(" \t|·•,;:/–—-()[]")
    if not rest or len(rest) > _REST:
        return False
    said = {same_words(name).casefold() for name in split_names(rest)}
    if said and said <= names:
        return True
    return not _BEFORE_NAMES.isdisjoint(word_signs(rest))

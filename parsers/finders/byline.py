"""Lines around a text that say who wrote it and when: no words of it. Pure."""

import re
from collections.abc import Sequence

from parsers.blocks import Block
from parsers.dates import find_dates
from parsers.dates.labels import label_of
from parsers.dates.weekdays import weekday_chars
from parsers.finders.names import names_writer, split_names
from parsers.lines.counted import without_counts
from parsers.lines.moving_lines import is_clock, is_dateline, is_moving, without_age
from parsers.lines.signs import word_signs
from parsers.model import Printed
from parsers.text import is_small, same_words

#: A byline stands among so many first lines, is no longer, and leaves so much over.
_FIRST, _LONGEST, _REST = 4, 160, 60
#: What kind of item it is takes no more words, and no more before a colon who wrote it.
_KIND, _LABEL = 40, 20
#: A line that names writers is not so many times as long as their names.
_MORE = 4
#: A line in italics is so much of it.
_SLANTED = 0.9
_TIME = re.compile(r"\b\d{1,2}[:.h]\d{2}\b")
#: Parts of a line that tell of different things stand so.
_BAR = re.compile(r"\s[|·•]\s")
_EDGES = " \t|·•,;:/–—-()[]"
#: Speeches begin with where and when they were held, in brackets.
_OPENING = "([（"
_COMMAS = (",", "，", "、", "،")
#: Signs that end sentences, and stand behind no name or abbreviation.
_STOPS = frozenset("。।۔")
_BEFORE_NAMES = frozenset(("by", "time"))


def without_byline(
    blocks: Sequence[Block], published: Printed | None, authors: Sequence[str]
) -> tuple[Block, ...]:
    """Drop the lines of date and author that lead a body, and the name that signs it.

    So may a line in italics that says who the writer is, and a few words that head such
    a line, not the text: "Press release". A line with a place beside the day may be the
    text's own dateline, and stays.
    """
    names = {same_words(name).casefold() for name in authors}
    kept: list[Block] = []
    for place, block in enumerate(blocks):
        is_lead = place < _FIRST and len(kept) < 2 and len(blocks) > place + 1
        if not (is_lead and _is_byline(block.text, published, names)):
            kept.append(block)
        elif kept and _heads(kept[0], block):
            kept.clear()
    if len(kept) > 1 and (_signs(kept[-1], names) or _is_day(kept[-1], published)):
        kept.pop()
    return tuple(kept)


def _heads(first: Block, block: Block) -> bool:
    """Tell whether a first line is a heading of a few words right over another line."""
    is_over = first.kind == "heading" and first.index == block.index - 1
    return is_over and first.chars <= _KIND


def _signs(block: Block, names: set[str]) -> bool:
    """Tell whether a last line names who wrote the text, or tells of one in italics."""
    text = same_words(block.text).casefold()
    is_slanted = block.slant_chars >= _SLANTED * block.chars
    is_name = text in names or (block.chars <= _REST and _names_all(block.text, names))
    return is_name or (
        is_slanted and any(text.startswith(f"{name} ") for name in names)
    )


def _is_day(block: Block, published: Printed | None) -> bool:
    """Tell whether a last line is nothing but the day of publication.

    With a place before it, it is signed: "Harrowmere, 24 February 2026".
    """
    text = without_counts(block.text).rstrip(_EDGES)
    if published is None or len(text) > _REST or not is_clock(text):
        return False
    day = _printed_day(text, published)
    if not day or day not in text:
        return bool(day)
    return not _is_place(text.partition(day)[0].lstrip(_OPENING))


def _is_byline(text: str, published: Printed | None, names: set[str]) -> bool:
    if len(text) > _LONGEST:
        return False
    if is_moving(text):  # a day and how long ago that was
        return True
    said, text = text, without_counts(without_age(text))
    if _names_all(text, names):
        return True
    day = _printed_day(text, published) if published else ""
    if not day or day not in text:
        return False
    rest = _TIME.sub(" ", text.replace(day, " ", 1)).strip(_EDGES)
    # under a headline a day is the item's, not its text
    before = text.partition(day)[0].lstrip(_OPENING)
    is_place = before[:1].isupper() and _is_place(before)
    if not rest or (is_clock(text) and not is_place):
        return True
    if max(map(len, _BAR.split(rest))) > _REST or not _STOPS.isdisjoint(rest):
        return False
    if text != said and is_dateline(text):  # no writer counts how long ago that was
        return True
    if _names_all(rest, names):
        return True
    if label_of(text) or names_writer(rest):
        return True
    words = rest.replace(":", " ", 1)  # "By:Ada Quay"
    return not _BEFORE_NAMES.isdisjoint(word_signs(words))


def _is_place(before: str) -> bool:
    """Tell whether a name and a comma stand before a day, as texts begin and end."""
    is_name = before[:1].isalpha() and not is_small(before[:1])
    is_parted = is_name and before.rstrip().endswith(_COMMAS)
    return is_parted and not (weekday_chars(before) or label_of(before))


def _names_all(text: str, names: set[str]) -> bool:
    """Tell whether a line names writers of the article, nobody else and little more.

    A sentence may begin with one of them: "Ada Quay and the master of the port agreed".
    """
    said = {same_words(name).casefold() for name in split_names(text)}
    return bool(said) and said <= names and sum(map(len, said)) * _MORE > len(text)


def _printed_day(text: str, published: Printed) -> str:
    """Return how a line prints the day of publication: as it was read, or otherwise."""
    if published.text and published.text in text:
        return published.text
    return next((d.text for d in find_dates(text) if d.day == published.day), "")

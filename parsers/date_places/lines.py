"""The dates a page prints in lines of their own, with what speaks for each. Pure."""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import chain, compress, islice

from parsers.blocks import Block
from parsers.date_places.hints import (
    date_in_url,
    date_in_window,
    is_sane,
    month_in_url,
    not_to_come,
)
from parsers.date_places.scores import (
    AFTER,
    BEFORE,
    LABEL_SCORES,
    closes_text,
    days_of_others,
    is_amid,
    month_score,
    name_score,
    place_score,
    shared_chars,
)
from parsers.date_places.sources import (
    LONGEST,
    days_in_boxes,
    filed_dates,
    first_lines,
    marked_dates,
    near_days,
    opening_dates,
    printed_dates,
    times_in,
    told_dates,
)
from parsers.dates import may_hold_date
from parsers.dates.labels import label_of, label_of_name, says_updated
from parsers.finders.title_lines import is_prose, title_key
from parsers.lines.cells import is_named
from parsers.lines.moving_lines import is_printing, without_age
from parsers.model import Printed
from parsers.reading import Reading
from parsers.text import weight, with_digits


@dataclass(slots=True)
class DateLine:
    """A printed date, what it is labelled as, and how much speaks for it.

    ``is_amid`` if it stands amid the text or signs it, ``closes`` if it says the day
    alone, right behind the text.
    """

    date: Printed
    label: str
    score: float
    is_amid: bool = False
    closes: bool = False


def date_lines(
    reading: Reading, title: str, *, only_near: bool = False
) -> list[DateLine]:
    """Return the dates in lines of their own, with what speaks for each.

    ``only_near``: the headline; what stands elsewhere bears no claim out.
    """
    blocks = reading.blocks
    at_title, at_body, said = _places(blocks, title)
    in_url = date_in_url(reading.page.url, reading)
    month = None if in_url else month_in_url(reading.page.url)
    told = {day.day for day in (in_url, date_in_window(reading)) if day}
    lines: list[DateLine] = []
    before: list[tuple[Block, DateLine]] = []
    behind: list[tuple[Block, DateLine]] = []
    amid: list[DateLine] = []
    beside = [b for n in at_title for b in blocks[max(0, n - BEFORE) : n + AFTER]]
    near = beside if only_near and at_title else blocks
    clocks = reading.profile.clocks if reading.profile else ()
    timed = {block for _, block in times_in(reading, blocks)}
    above_title = {
        p for n in at_title[:3] for p in (blocks[n].place, *blocks[n].place.ancestors())
    }
    for block, found, label, rest in (
        *printed_dates(reading, near),
        *opening_dates(reading, first_lines(blocks, at_title, at_body)),
        *marked_dates(reading, blocks),
        *days_in_boxes(reading, near),
        *near_days(reading, near),
        *told_dates(reading, beside),
        *filed_dates(reading, near),
    ):
        is_other = is_printing(block.text) or (clocks and block.path in clocks)
        if is_sane(found) and not is_other:
            found = not_to_come(found, reading)
            if block.index in said:  # a date glued behind the headline
                rest = max(0, rest - len(title))
                label = "" if label == "other" else label  # the headline's own words
            label = label or _label_around(blocks, block, rest, said)
            leads = with_digits(block.text).startswith(found.text)
            if leads and _BARRED.match(block.text, len(found.text)):
                rest = rest if block.link_share > _LINKED else 0
            score = (
                place_score(block, rest, at_title, at_body, leads) + LABEL_SCORES[label]
            )
            score += name_score(block.path, shared_chars(block, above_title))
            if found.day in told:
                score += 2
            if block in timed and rest <= _BESIDE:
                score += 1
            if _is_to_come(found, reading):
                score -= _TO_COME
            if month:
                score += month_score(found.day, month, label)
            lines.append(DateLine(found, label, score))
            if at_title and block.index < at_title[0]:
                before.append((block, lines[-1]))
            elif block.index > at_body:
                behind.append((block, lines[-1]))
                lines[-1].closes = rest <= _BESIDE and closes_text(blocks, block)
                if is_amid(blocks, block):
                    lines[-1].is_amid = True
                    amid.append(lines[-1])
    named = [
        (b, n) for b, n in behind if n.label == "published" and is_named(blocks, b)
    ]
    if len(named) == 1:  # a table of facts has rows, but one of them is its own
        behind = [one for one in behind if one[1] is not named[0][1]]
    if any(line.score >= _SURE for line in lines if line not in amid):
        for line in amid:
            line.score -= _AMID
    shared = [shared_chars(block, above_title) for block, _ in before]
    for (_, line), chars in zip(before, shared, strict=True):
        if chars < max(shared):  # the head of the page, and its clock
            line.score -= _FARTHER
    others = days_of_others(
        blocks,
        [block for block, _ in before],
        [(b, None if line.label else line.date.day) for b, line in behind],
    )
    for block, line in (*before, *behind):
        line.score -= _OTHERS if block.index in others else 0
    exact = {
        at.replace(second=0, microsecond=0, tzinfo=None): at
        for line in lines
        if (at := line.date.at) and (at.tzinfo or at.second)
    }
    for line in lines if exact else ():
        if line.date.at in exact:  # printed to the minute, marked to the second
            line.date = replace(line.date, at=exact[line.date.at])
    return lines


def _is_to_come(found: Printed, reading: Reading) -> bool:
    """Tell whether a day lies months ahead: something takes place, or is misprinted."""
    captured_at = reading.page.capture.captured_at
    return captured_at is not None and found.day > captured_at.date() + _AHEAD


def updated_lines(
    reading: Reading, blocks: Sequence[Block]
) -> Iterator[tuple[Block, Printed]]:
    """Yield the days of lines that say when a page was last changed, and little else.

    >>> from parsers.block_walk import walk
    >>> from parsers.metadata import Metadata
    >>> from parsers.model import Capture
    >>> from parsers.page import read_page
    >>> html = b"<dl><dt>Last updated:<dd>3 May 2021 - See why</dl>"
    >>> page = read_page(Capture(url="https://h.example/", payload=html))
    >>> reading = Reading(page=page, metadata=Metadata(), blocks=walk(page))
    >>> [str(printed.day) for _, printed in updated_lines(reading, reading.blocks)]
    ['2021-05-03']
    """
    clocks = reading.profile.clocks if reading.profile else ()
    near = [block for block in blocks if _may_say_updated(reading.blocks, block)]
    for block, found, label, rest in printed_dates(reading, near) if near else ():
        label = label or _label_around(reading.blocks, block, rest)
        if label == "updated" and rest <= _STAMP and block.path not in clocks:
            yield block, found


def _may_say_updated(blocks: Sequence[Block], block: Block) -> bool:
    """Tell whether a line has a date, and "updated" in it or in the line before."""
    if block.chars > LONGEST or not may_hold_date(block.text):
        return False
    before = blocks[block.index - 1].text[-40:] if block.index else ""
    return (
        says_updated(block.text)
        or says_updated(before)
        or label_of_name(block.place.step) == "updated"
    )


def _label_around(
    blocks: Sequence[Block], block: Block, rest: int, said: Container[int] = ()
) -> str:
    """Return the label given by the line before, or by the name of the element.

    No line that says the headline is a label (``said``), and none that leads elsewhere:
    "Home / Updates" is where a page stands.
    """
    before = blocks[block.index - 1] if block.index else block
    if (
        before.index not in said
        and not before.hrefs
        and (rest < 8 or is_named(blocks, block))
        and before.chars < 30
        and not before.text[-1:].isdecimal()
    ):
        label = label_of(before.text)
        if label not in ("", "date"):
            return label
    return label_of_name(block.place.step)


def _places(
    blocks: Sequence[Block], title: str
) -> tuple[list[int], int, frozenset[int]]:
    """Return where the headline stands, where the text begins, and whatever line says
    the headline again.
    """
    key = title_key(title)
    beginning, most = title[:20].casefold(), len(title) + 80
    found = [
        (block, title_key(without_age(block.text)))
        for block in blocks
        if key
        and len(key) <= block.chars < most
        # an accent that stands by itself may follow the second letter
        and (
            not block.text[:3].isascii()
            or block.text[:2].casefold() in beginning
            or block.kind == "heading"
        )
    ]
    like = [(block, own[len(key) :]) for block, own in found if own.startswith(key)]
    like += [  # its topic may stand before it
        (block, "")
        for block, own in found
        if block.kind == "heading" and own.endswith(key) and own != key
    ]
    like.sort(key=lambda pair: pair[0].index)
    if not all(more for _, more in like):  # it stands alone: glued to it is its day
        like = [(block, more) for block, more in like if not more or more.isdigit()]
    at_title = [block.index for block, _ in like]
    said = frozenset(at_title)
    if len(at_title) > 1:  # a teaser of the item stands behind its text
        behind = islice(blocks, at_title[0] + 1, None)
        end = next((b.index for b in behind if is_prose(b)), len(blocks))
        is_own = [n < end or blocks[n].link_share < _LED for n in at_title]
        at_title = list(compress(at_title, is_own))
    at_title = [n for n in at_title if blocks[n].kind == "heading"] or at_title
    start = at_title[0] if at_title else 0
    below = blocks[start:]
    long = (
        b.index for b in below if weight(b.text) > _LONG and b.link_share < _MOST_LINKED
    )
    short = (b.index for b in below if is_prose(b))  # where no paragraph is long
    return at_title, next(chain(long, short), len(blocks)), said


#: A text begins with a paragraph that is so long, and less of it a link.
_LONG, _MOST_LINKED = 150, 0.4
#: A bar parts a day, or its time, from who wrote the item, and how many read it; a menu
#: has links.
_BARRED = re.compile(r"(?:,?\s\d{1,2}[:.]\d\d(?:\s?uhr)?)?\s+[|·•]\s", re.IGNORECASE)
_LINKED = 0.5
#: So much of a teaser's headline is a link.
_LED = 0.8
#: A line that is marked as a time says hardly anything else.
_BESIDE = 30
#: How much less a line behind the text counts that dates other items.
_OTHERS = 3
#: How much less one amid the text counts, where another line is as good as sure.
_AMID, _SURE = 1, 1.5
#: No item is published so long after its page was fetched, and how much that counts.
_AHEAD, _TO_COME = timedelta(days=31), 3
#: How much less one above the headline, where another stands in a box with that.
_FARTHER = 2
#: A line that says when a page was changed says hardly more.
_STAMP = 60

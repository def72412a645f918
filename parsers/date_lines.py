"""The dates a page prints in lines of their own, with what speaks for each. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from parsers.blocks import Block
from parsers.cells import is_named
from parsers.date_boxes import boxed_dates
from parsers.date_hints import (
    date_in_url,
    date_in_window,
    date_languages,
    date_order,
    is_sane,
    month_in_url,
    not_to_come,
)
from parsers.date_scores import (
    AFTER,
    BEFORE,
    LABEL_SCORES,
    days_of_others,
    is_amid,
    month_score,
    name_score,
    place_score,
    shared_chars,
)
from parsers.dates import (
    find_dates,
    may_hold_date,
    order_among,
    parse_date,
    parse_machine_date,
)
from parsers.dates.instants import in_own_zone
from parsers.dates.labels import label_of, label_of_name, says_updated
from parsers.dates.resolve import order_of
from parsers.dates.weekdays import weekday_chars
from parsers.finders.title_lines import title_key
from parsers.model import Printed
from parsers.moving_lines import is_printing, without_age
from parsers.reading import Reading
from parsers.visible import visible_text


@dataclass(slots=True)
class DateLine:
    """A printed date, what it is labelled as, and how much speaks for it."""

    date: Printed
    label: str
    score: float


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
    behind: list[tuple[Block, DateLine]] = []
    amid: list[DateLine] = []
    near: Sequence[Block] = blocks
    if only_near and at_title:
        near = [b for n in at_title for b in blocks[max(0, n - BEFORE) : n + AFTER]]
    clocks = reading.profile.clocks if reading.profile else ()
    above_title = {
        p for n in at_title[:3] for p in (blocks[n].place, *blocks[n].place.ancestors())
    }
    for block, found, label, rest in (
        *_printed(reading, near),
        *_opening(reading, _first_lines(blocks, at_title, at_body)),
        *_marked(reading, blocks),
        *_boxed(reading, near),
    ):
        is_other = is_printing(block.text) or (clocks and block.path in clocks)
        if is_sane(found) and not is_other:
            found = not_to_come(found, reading)
            if block.index in said:  # a date glued behind the headline
                rest = max(0, rest - len(title))
                label = "" if label == "other" else label  # the headline's own words
            label = label or _label_around(blocks, block, rest)
            leads = block.text.startswith(found.text)
            score = (
                place_score(block, rest, at_title, at_body, leads) + LABEL_SCORES[label]
            )
            score += name_score(block.path, shared_chars(block, above_title))
            if found.day in told:
                score += 2
            if month:
                score += month_score(found.day, month, label)
            lines.append(DateLine(found, label, score))
            if block.index > at_body:
                behind.append((block, lines[-1]))
                if is_amid(blocks, block):
                    amid.append(lines[-1])
    named = [
        (b, n) for b, n in behind if n.label == "published" and is_named(blocks, b)
    ]
    if len(named) == 1:  # a table of facts has rows, but one of them is its own
        behind = [one for one in behind if one[1] is not named[0][1]]
    if any(line.score >= _SURE for line in lines if line not in amid):
        for line in amid:
            line.score -= _AMID
    others = days_of_others(blocks, [block for block, _ in behind])
    for block, line in behind:
        line.score -= _OTHERS if block.index in others else 0
    exact = {
        at.replace(second=0, microsecond=0, tzinfo=None): at
        for line in lines
        if (at := line.date.at) and at.tzinfo
    }
    for line in lines if exact else ():
        if line.date.at in exact:  # printed to the minute, marked with its offset
            line.date = replace(line.date, at=exact[line.date.at])
    return lines


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
    for block, found, label, rest in _printed(reading, near) if near else ():
        label = label or _label_around(reading.blocks, block, rest)
        if label == "updated" and rest <= _STAMP and block.path not in clocks:
            yield block, found


def _may_say_updated(blocks: Sequence[Block], block: Block) -> bool:
    """Tell whether a line has a date, and "updated" in it or in the line before."""
    if block.chars > _LONGEST or not may_hold_date(block.text):
        return False
    before = blocks[block.index - 1].text[-40:] if block.index else ""
    return (
        says_updated(block.text)
        or says_updated(before)
        or label_of_name(block.place.step) == "updated"
    )


def _printed(
    reading: Reading, blocks: Sequence[Block]
) -> Iterator[tuple[Block, Printed, str, int]]:
    """Yield each date in a short line, its label, and how much else the line says."""
    languages, order = date_languages(reading), date_order(reading)
    if not order and not order_of(languages):
        order = order_among(b.text for b in reading.blocks if b.chars <= _LONGEST)
    for block in blocks:
        if block.chars <= _LONGEST and may_hold_date(block.text):
            text = without_age(block.text)
            dates = _dates_in(text, tuple(languages), order)
            for found, label, rest in _labelled(text, dates):
                yield block, found, label, rest


@lru_cache(maxsize=2048)
def _dates_in(
    text: str, languages: tuple[str, ...], order: str | None
) -> tuple[Printed, ...]:
    """Return the dates of a short line; the teasers of a site come with every page."""
    return find_dates(text, languages=languages, order=order)


def _first_lines(
    blocks: Sequence[Block], at_title: Sequence[int], at_body: int
) -> Sequence[Block]:
    """Return the lines a text may begin with: short ones may stand before a long one.

    Where all are short, those below the headline.
    """
    if not at_title:
        return blocks[at_body : at_body + _LEADS]
    below = at_title[0] + 1
    if at_body == len(blocks):
        return blocks[below : below + _LEADS]
    return blocks[max(at_body - _LEADS, below) : at_body + _LEADS]


def _opening(
    reading: Reading, blocks: Sequence[Block]
) -> Iterator[tuple[Block, Printed, str, int]]:
    """Yield the dates that open a text: ``HARBOUR, 9 October 2020 – The ferry``.

    Or in brackets: ``(9 October 2020) The ferry``.
    """
    for block in blocks:
        start = block.text[:_OPENING]
        head = block.text[: _OPENING + _AFTER_DATE]
        is_in_brackets = head[0] in "(["
        if not (is_in_brackets or any(map(head.__contains__, _DASHES))):
            continue
        dates = find_dates(
            start, languages=date_languages(reading), order=date_order(reading)
        )
        end = start.find(dates[0].text) + len(dates[0].text) if dates else 0
        place = start[: end - len(dates[0].text)] if dates else ""
        is_closed = is_in_brackets and _BRACKET.match(block.text, end)
        opens = bool(is_closed or _DASH.match(block.text, end))
        if end and opens and _CITY.fullmatch(place) and not label_of(place):
            yield block, dates[0], "opening", 0


def _marked(
    reading: Reading, blocks: Sequence[Block]
) -> Iterator[tuple[Block, Printed, str, int]]:
    """Yield the dates of ``<time>`` elements: the printed day, which is local."""
    elements = reading.page.noted["time"][:40]
    if not elements:
        return
    places = {block.place.element: block for block in reversed(blocks)}
    for element in elements:
        found = parse_machine_date(element.get("datetime") or "")
        block = next((places[e] for e in element.iterancestors() if e in places), None)
        if not found or not block:
            continue
        text = visible_text(element)
        printed = parse_date(
            text, languages=date_languages(reading), order=date_order(reading)
        )
        if printed and printed.day != found.day:
            found = in_own_zone(printed, found)
        name = (element.get("class") or "") + (element.get("itemprop") or "")
        label = label_of_name(name)
        if element.get("pubdate") is not None:
            label = "published"
        if not label and text and (at := block.text.find(text)) > 0:
            label = label_of(_nearest(block.text[:at]))
        chars = min(len(without_age(block.text)), 100)
        yield block, found, label, max(0, chars - len(text))


def _boxed(
    reading: Reading, blocks: Sequence[Block]
) -> Iterator[tuple[Block, Printed, str, int]]:
    """Yield the days that small boxes say in a line for each of their parts."""
    languages, order = date_languages(reading), date_order(reading)
    for block, found in boxed_dates(blocks, languages=languages, order=order):
        yield block, found, "", 0


def _label_around(blocks: Sequence[Block], block: Block, rest: int) -> str:
    """Return the label given by the line before, or by the name of the element."""
    before = blocks[block.index - 1] if block.index else block
    if (
        (rest < 8 or is_named(blocks, block))
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
        and (not block.text[:3].isascii() or block.text[:2].casefold() in beginning)
    ]
    like = [(block, own[len(key) :]) for block, own in found if own.startswith(key)]
    if not all(more for _, more in like):  # it stands alone: glued to it is its day
        like = [(block, more) for block, more in like if not more or more.isdigit()]
    at_title = [block.index for block, _ in like]
    said = frozenset(at_title)
    at_title = [n for n in at_title if blocks[n].kind == "heading"] or at_title
    start = at_title[0] if at_title else 0
    at_body = next(
        (
            b.index
            for b in blocks[start:]
            if _weight(b.text) > 150 and b.link_share < 0.4
        ),
        len(blocks),
    )
    return at_title, at_body, said


def _nearest(before: str) -> str:
    """Return so much of the text before a date as can label it."""
    return before[-10:] if _IDEOGRAPH.search(before[-10:]) else before[-40:]


def _weight(text: str) -> int:
    """Return how long a text is, in letters of an alphabet."""
    return len(text) * (3 if _IDEOGRAPH.search(text) else 1)


def _labelled(
    text: str, dates: Sequence[Printed]
) -> Iterator[tuple[Printed, str, int]]:
    """Yield each date with its label and how much other text stands in its line."""
    rest = len(text) - sum(len(found.text) for found in dates)
    position = 0
    for found in dates:
        at = text.find(found.text, position)
        at = at if at >= 0 else position
        before = text[position:at]
        rest -= weekday_chars(before)
        position = at + len(found.text)
        label = label_of(_nearest(before))
        if label == "date" and rest > 25:
            label = ""
        if not label and len(dates) == 1 and rest < 30:
            after = text[position:]
            if not _DIGIT.search(after):  # "| Updated 08:24" says it of the time
                after = label_of(after)
                label = after if after in ("updated", "published") else ""
        yield found, label, rest


_OPENING, _AFTER_DATE = 80, 40
#: A lead, a byline and a picture's line may stand before the text itself.
_LEADS = 4
_CITY = re.compile(r"[(\[]?[^.!?:]{0,40}[,\s]?\s?")
_DASHES = ("– ", "— ", "- ")
_BRACKET = re.compile(r"[)\]]\s(?=[^\W\d_])")
# an agency may stand behind the day
_DASH = re.compile(r"\s?[)\]]?\s?(?:г\.?|года)?(?:\s?[(/][^()/]{2,40}[)/])?\s?[–—-]\s")


_DIGIT = re.compile(r"\d")
_LONGEST = 250
#: How much less a line behind the text counts that dates other items.
_OTHERS = 3
#: How much less one amid the text counts, where another line is as good as sure.
_AMID, _SURE = 1, 1.5
#: A line that says when a page was changed says hardly more.
_STAMP = 60
_IDEOGRAPH = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2}")

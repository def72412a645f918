"""Where a page prints days: short lines, first lines of a text, marks, boxes. Pure."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from lxml.html import HtmlElement

from parsers.blocks import Block
from parsers.date_places.boxes import boxed_dates
from parsers.date_places.hints import date_languages, date_order
from parsers.dates import (
    find_dates,
    may_hold_date,
    order_among,
    parse_date,
    parse_machine_date,
)
from parsers.dates.glued import without_glue
from parsers.dates.instants import in_own_zone
from parsers.dates.labels import label_of, label_of_name
from parsers.dates.near_days import near_day
from parsers.dates.resolve import order_of
from parsers.dates.spans import spanned
from parsers.dates.weekdays import weekday_chars
from parsers.finders.names import names_writer
from parsers.lines.filed_lines import filed_head
from parsers.lines.moving_lines import without_age
from parsers.model import Printed
from parsers.reading import Reading
from parsers.text import IDEOGRAPH, normal_text, with_digits
from parsers.visible import visible_text

#: A line of a date is no longer.
LONGEST = 250
#: Signs of a script that needs few of them.
_OPENING, _AFTER_DATE = 80, 40
#: A lead, a byline and a picture's line may stand before the text itself.
_LEADS = 4
_CITY = re.compile(r"[(\[]?[^.!?:]{0,40}[,\s]?\s?")
#: A day with another figure right behind it, such as how often a page was read.
_COUNTED = re.compile(r"20\d\d-\d\d-\d{3}|\d[./]20\d{3}")
_DASHES = ("– ", "—", "- ")
_BRACKET = re.compile(r"[)\]]\s(?=[^\W\d_])")
# an agency may stand behind the day; a long dash needs no blank before the text
_DASH = re.compile(
    r"\.?\s?[)\]]?\s?(?:г\.?|года|god(?:ine|\.)|год(?:ине|\.))?"
    r"(?:\s?[(/][^()/]{2,40}[)/])?\s?(?:(?:[–—-]|--)\s|—(?=[^\W\d_]|[“\"]))"
)
#: So much beside a day can be a sentence.
_SAID = 20
#: A line that says how old an item is; elements in it that may tell its day.
_AGE, _AGED, _INNER = 30, 100, 6
#: Elements of a page that are looked at.
_TIMES = 40
_TELLS = re.compile(r"title$|data-.{0,20}(?:date|time|utc|publish|created|updated)")
_DIGIT = re.compile(r"\d")
#: What parts who wrote an item from its day.
_ON = ("on", "am", "le", "el", "em", "il", "op", "den")


def printed_dates(
    reading: Reading, blocks: Sequence[Block]
) -> Iterator[tuple[Block, Printed, str, int]]:
    """Yield each date in a short line, its label, and how much else the line says."""
    languages, order = date_languages(reading), date_order(reading)
    if not order and not order_of(languages):
        order = order_among(b.text for b in reading.blocks if b.chars <= LONGEST)
    for block in blocks:
        if block.chars <= LONGEST and (
            may_hold_date(block.text) or _COUNTED.search(block.text)
        ):
            text = without_glue(without_age(block.text))
            for found, label, rest in _dates_in(text, tuple(languages), order):
                yield block, found, label, rest


@lru_cache(maxsize=2048)
def _dates_in(
    text: str, languages: tuple[str, ...], order: str | None
) -> tuple[tuple[Printed, str, int], ...]:
    """Return the dates of a short line; the teasers of a site come with every page."""
    text = with_digits(text)
    return tuple(_labelled(text, find_dates(text, languages=languages, order=order)))


def first_lines(
    blocks: Sequence[Block], at_title: Sequence[int], at_body: int
) -> Sequence[Block]:
    """Return the lines a text may begin with: short ones may stand before a long one.

    Those right below the headline too: a text may be long in coming.
    """
    if not at_title:
        return blocks[at_body : at_body + _LEADS]
    below = at_title[0] + 1
    if at_body == len(blocks):
        return blocks[below : below + _LEADS]
    first = max(at_body - _LEADS, below)
    return (
        *blocks[below : min(below + _LEADS, first)],
        *blocks[first : at_body + _LEADS],
    )


def opening_dates(
    reading: Reading, blocks: Sequence[Block]
) -> Iterator[tuple[Block, Printed, str, int]]:
    """Yield the dates that open a text: ``HARBOUR, 9 October 2020 – The ferry``.

    Or in brackets: ``(9 October 2020) The ferry``.
    """
    for block in blocks:
        start = with_digits(block.text[:_OPENING])
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
        opens = opens and 0 not in spanned(start, dates)
        if end and opens and _CITY.fullmatch(place) and not label_of(place):
            yield block, dates[0], "opening", 0


def marked_dates(
    reading: Reading, blocks: Sequence[Block]
) -> Iterator[tuple[Block, Printed, str, int]]:
    """Yield the dates of ``<time>`` elements: the printed day, which is local."""
    languages, order = date_languages(reading), date_order(reading)
    for element, block in times_in(reading, blocks):
        stamp = element.get("datetime") or element.get("title") or ""
        found = parse_machine_date(stamp) or parse_date(
            stamp[:LONGEST], languages=languages, order=order
        )
        if stamp and not found:
            continue
        text = visible_text(element)
        printed = parse_date(text[:LONGEST], languages=languages, order=order)
        found = found or printed  # its words are all it says
        if not found:
            continue
        local = in_own_zone(printed, found) if printed else None
        if local and (local is not printed or local.day != found.day):
            found = local
        name = (element.get("class") or "") + (element.get("itemprop") or "")
        label = label_of_name(name)
        if element.get("pubdate") is not None:
            label = "published"
        if not label and text and (at := block.text.find(text)) > 0:
            label = label_of(_nearest(block.text[:at]))
        chars = min(len(without_age(block.text)), 100)
        yield block, found, label, max(0, chars - len(text))


def filed_dates(
    reading: Reading, blocks: Sequence[Block]
) -> Iterator[tuple[Block, Printed, str, int]]:
    """Yield the days of lines that also say where the item is filed."""
    languages, order = date_languages(reading), date_order(reading)
    for block in blocks:
        if (head := filed_head(block)) and (
            found := parse_date(head, languages=languages, order=order)
        ):
            yield block, found, "published", 0


def times_in(
    reading: Reading, blocks: Sequence[Block]
) -> Iterator[tuple[HtmlElement, Block]]:
    """Yield the ``<time>`` elements of a page, each with the line it stands in."""
    elements = reading.page.noted["time"][:_TIMES]
    places = {b.place.element: b for b in reversed(blocks)} if elements else {}
    for element in elements:
        above = element.iterancestors()
        if block := next((places[e] for e in above if e in places), None):
            yield element, block


def told_dates(
    reading: Reading, blocks: Sequence[Block]
) -> Iterator[tuple[Block, Printed, str, int]]:
    """Yield the days that short lines without one tell to machines, or who points.

    ``<span title="2026-03-03T08:00:00Z">7 days ago</span>``; of a longer line, such a
    part: ``by Ada Quay · <span title="3 March 2026">7 days ago</span>``.
    """
    for block in blocks:
        if block.chars > _AGED or may_hold_date(block.text):
            continue
        for element in islice(block.element.iter("*"), _INNER):
            for name, value in element.items():
                if not _TELLS.match(name):
                    continue
                if found := parse_machine_date(value):
                    is_whole = block.chars <= _AGE
                elif name == "title":
                    found, is_whole = _pointed(reading, value), False
                if found and (is_whole or _is_age(element)):
                    names = f"{element.get('class') or ''} {name}"
                    yield block, found, label_of_name(names), 0


def _pointed(reading: Reading, said: str) -> Printed | None:
    """Return the day that a tip at the pointer says, if it says nothing else."""
    if len(said) > _AGED or not may_hold_date(said):
        return None
    languages, order = date_languages(reading), date_order(reading)
    found = parse_date(said, languages=languages, order=order)
    is_all = found is not None and len(said) - len(found.text) <= _SAID
    return found if is_all else None


def _is_age(element: HtmlElement) -> bool:
    """Tell whether a part of a line is a few words in one element.

    A link is none, but for a count and what is counted, "3 days": a calendar's has but
    a number.
    """
    text = element.text or ""
    if len(element) or not 0 < len(text) <= _AGE:
        return False
    is_count = any(map(str.isdigit, text)) and any(map(str.isalpha, text))
    return element.tag != "a" or is_count


def near_days(
    reading: Reading, blocks: Sequence[Block]
) -> Iterator[tuple[Block, Printed, str, int]]:
    """Yield the days that short lines count from today: ``Yesterday, 10:15``."""
    captured_at = reading.page.capture.captured_at
    language = next(iter(date_languages(reading)), "")
    for block in blocks if captured_at else ():
        text = without_age(block.text)
        if found := near_day(text, captured_at, language):
            before = with_digits(normal_text(text)).partition(found.text)[0]
            yield block, found, label_of(_nearest(before)), len(before)


def days_in_boxes(
    reading: Reading, blocks: Sequence[Block]
) -> Iterator[tuple[Block, Printed, str, int]]:
    """Yield the days that small boxes say in a line for each of their parts."""
    languages, order = date_languages(reading), date_order(reading)
    for block, found in boxed_dates(blocks, languages=languages, order=order):
        yield block, found, "", 0


def _nearest(before: str) -> str:
    """Return so much of the text before a date as can label it."""
    return before[-10:] if IDEOGRAPH.search(before[-10:]) else before[-40:]


def _labelled(
    text: str, dates: Sequence[Printed]
) -> Iterator[tuple[Printed, str, int]]:
    """Yield each date with its label and how much other text stands in its line."""
    rest = len(text) - sum(len(found.text) for found in dates)
    position = 0
    spans = spanned(text, dates)
    for at_date, found in enumerate(dates):
        at = text.find(found.text, position)
        at = at if at >= 0 else position
        before = text[position:at]
        weekday = weekday_chars(before)
        rest -= weekday
        position = at + len(found.text)
        label = label_of(_nearest(before[: len(before) - weekday]))
        if label == "date" and rest > 25 and not _is_byline(before):
            label = ""
        if not label and len(dates) == 1 and rest < 30:
            after = text[position:]
            if not _DIGIT.search(after):  # "| Updated 08:24" says it of the time
                after = label_of(after)
                label = after if after in ("updated", "published") else ""
        if at_date in spans and label != "published":
            label = "other"
        elif (
            label in ("", "date") and rest > _SAID and _is_told(before, text[position:])
        ):
            label = "told"
        yield found, label, rest


def _is_byline(before: str) -> bool:
    """Tell whether all before a day says by whom something is: "By Ada Quay on"."""
    name, _, on = before.strip().rpartition(" ")
    return on.casefold() in _ON and names_writer(name)


def _is_told(before: str, after: str) -> bool:
    """Tell whether a sentence ends with its day, which no comma parts from it."""
    return after in (".", "!", "?", "…", "。") and before[-2:-1].isalpha()

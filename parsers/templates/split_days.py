"""Days in pieces: calendar leaves, and days under the head of their year. Pure."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from parsers.model import Printed
from parsers.templates.dates import Days
from parsers.templates.part import Group, Part
from parsers.templates.sheet import Sheet, Unit
from parsers.text import LETTER, has_digit

#: Texts of a calendar leaf, and letters of one.
_PIECES, _PIECE = 4, 16
#: So many texts in one link are a card.
_CARD = 3
#: Letters of a head with a year, and of a text with a day that lacks it.
_HEAD_LETTERS, _LONG = 30, 300

_NAME = rf"{LETTER}{{3,15}}"
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d|25[5-9]\d)(?!\d)")
_NUMBER = re.compile(r"\W{0,2}(\d{1,2})\W{0,2}")
#: The month of a head, and a year among the folders of an address.
_MONTH = re.compile(rf"{_NAME}(?=\W{{1,3}}(?:19|20)\d\d)")
_IN_PATH = re.compile(r"://[^/]+/(?:[^?#]*/)?((?:19|20)\d\d)(?:0[1-9]|1[0-2])?/")
_ERA = re.compile(r"(令和|平成)(\d{1,2}|元)年")
_ERAS = {"令和": 2018, "平成": 1988}
_HEAD = re.compile(
    rf"\W*(?:{_NAME}\W{{1,3}}){{0,2}}(?:19|20)\d\d\W{{0,2}}"
    r"(?:[年년](?:度|\s?\d{1,2}[月월](?:分)?)?|г(?:од)?\.?|\(\d+\))?\W*"
)
_MONTH_DAY = re.compile(
    rf"(?<![\w.])(?:{_NAME}\.?\s*\d{{1,2}}|\d{{1,2}}(?:\.|er|º|\s+de)?\s*{_NAME}"
    r"|\d{1,2}[./-]\d{1,2}\.?|\d{1,2}月\d{1,2}日|\d{1,2}월\s?\d{1,2}일)(?![\w/-])"
)


def days_in_pieces(
    sheet: Sheet, days: Days, group: Group
) -> list[Printed | None] | None:
    """Return the days of calendar leaves, day, month and year in texts of their own.

    Nothing unless most parts have one.
    """
    found = [_of_pieces(sheet.units[p.start : p.end], days) for p in group.parts]
    return _if_most(found)


def _of_pieces(units: Sequence[Unit], days: Days) -> Printed | None:
    units = units[:12]
    for start in range(len(units)):
        for size in range(2, _PIECES + 1):
            pieces = [unit.text for unit in units[start : start + size]]
            if len(pieces) < size or any(len(piece) > _PIECE for piece in pieces):
                break
            for text in _joined(pieces):
                read = days.read(text) if _YEAR.search(text) else ()
                if len(read) == 1 and not _counts(units[start : start + size]):
                    return read[0]
    return None


def _counts(units: Sequence[Unit]) -> bool:
    """Tell whether a year is the number in another column: how often a page was seen.

    >>> from parsers.model import Capture
    >>> from parsers.page import read_page
    >>> from parsers.templates.sheet_walk import read_sheet
    >>> page = b"<table><tr><td>02-24<td>1925</table><b>24</b> <i>2026</i>"
    >>> shown = read_sheet(read_page(Capture(url="https://h.example/", payload=page)))
    >>> _counts(shown.units[:2]), _counts(shown.units[2:])
    (True, False)
    """
    cells = {next(unit.element.iterancestors("td"), None) for unit in units}
    cells |= {unit.element for unit in units if unit.element.tag == "td"}
    is_lone = any(_YEAR.fullmatch(unit.text) for unit in units)
    rows = {cell.getparent() for cell in cells if cell is not None}
    return is_lone and len(cells - {None}) > 1 == len(rows)


def _joined(pieces: Sequence[str]) -> Iterator[str]:
    yield " ".join(pieces)
    numbers = [piece.strip(" ./-") for piece in pieces]
    if all(re.fullmatch(r"\d+(?:[./-]\d+)*", number) for number in numbers):
        yield ".".join(re.sub(r"[/-]", ".", number) for number in numbers)


def days_under_years(
    sheet: Sheet, days: Days, group: Group
) -> list[Printed | None] | None:
    """Return the days that print no year, by the year that stands over them.

    A day may be said once for all parts below it; where no year stands over them, that
    of their addresses holds. Nothing unless most parts have one.
    """
    heads = _year_heads(sheet, group)
    found: list[Printed | None] = []
    if not heads:
        years = [_IN_PATH.search(part.link.url) for part in group.parts]
        pairs = zip(group.parts, years, strict=True)
        return _if_most([y and day_within(sheet, days, p, y[1]) for p, y in pairs])
    at, year = 0, ""
    for part in group.parts:
        while at < len(heads) and heads[at][0] <= part.start:
            year = heads[at][1]
            at += 1
        found.append(day_within(sheet, days, part, year) if year else None)
    if not all(found):
        led = _led(sheet, days, group, heads)
        found = [own or day for own, day in zip(found, led, strict=True)]
    return _if_most(found)


def _led(
    sheet: Sheet, days: Days, group: Group, heads: Sequence[tuple[int, str]]
) -> list[Printed | None]:
    """Return for each part the day that was said last, as the head of some parts."""
    starts = {part.start for part in group.parts}
    inside = {p for part in group.parts for p in range(part.start + 1, part.end)}
    years = dict(heads)
    found: list[Printed | None] = []
    at, year, day = heads[0][0], "", None
    for part in group.parts:
        # A link without words at the very end stands behind all texts.
        while at <= part.link.place and at < len(sheet.units):
            if at in years:
                year, day = years[at], None
            elif at in starts or at not in inside:
                day = of_head(sheet.units[at], days, year) or day
            at += 1
        found.append(day)
    return found


def of_head(unit: Unit, days: Days, year: str) -> Printed | None:
    """Return the day in a text that says hardly more, and is no item's."""
    if unit.link is not None or len(unit.text) > 2 * _HEAD_LETTERS or not year:
        return None
    for said in _MONTH_DAY.finditer(unit.text):
        if len(unit.text) - len(said[0]) <= _HEAD_LETTERS:
            return _whole(said[0].strip(), days, year)
    return None


def is_month_day(text: str) -> bool:
    """Tell whether a text is but a day of a month, of whatever year.

    >>> is_month_day("28 February"), is_month_day("Ferry late on 28 February")
    (True, False)
    """
    return _MONTH_DAY.fullmatch(text.strip()) is not None


def has_year(text: str) -> bool:
    """Tell whether a text names a year."""
    return _YEAR.search(text) is not None


def _year_heads(sheet: Sheet, group: Group) -> list[tuple[int, str]]:
    """Return the places of heads with a year, and the year, its month before it."""
    first, last = group.parts[0].start, group.parts[-1].end
    heads = []
    own = _own_places(sheet, group)
    for place in range(max(0, first - 6), last):
        unit = sheet.units[place]
        if len(unit.text) > _HEAD_LETTERS or unit.link is not None or unit.path in own:
            continue
        text = _ERA.sub(_western, unit.text)
        if _HEAD.fullmatch(text) and (year := _YEAR.search(text)):
            month = _MONTH.search(text)
            heads.append((place, f"{month[0]} {year[1]}" if month else year[1]))
    return heads


def _own_places(sheet: Sheet, group: Group) -> set[int]:
    """Return where most parts say something: a number there is a part's own."""
    said = Counter(
        path
        for part in group.parts
        for path in {unit.path for unit in sheet.units[part.start : part.end]}
    )
    return {path for path, count in said.items() if count * 2 > len(group.parts)}


def _western(era: re.Match[str]) -> str:
    number = 1 if era[2] == "元" else int(era[2])
    return f"{_ERAS[era[1]] + number}年"


def day_within(sheet: Sheet, days: Days, part: Part, year: str) -> Printed | None:
    """Return the day that a part prints without its year, in a year."""
    units = sheet.units[part.start : part.end]
    if day := _in_leaf(part, units, days, year) or _numbered(units, days, year):
        return day
    said = [
        (unit, found)
        for unit in units
        if len(unit.text) <= _LONG and has_digit(unit.text)
        for found in _MONTH_DAY.finditer(unit.text)
    ]
    # A day amid words may be one that a title tells of: "The market on 6 June".
    beside = [pair for pair in said if _is_beside(pair[0].text, pair[1])]
    beside.sort(key=lambda pair: len(pair[0].text) - len(pair[1][0]))
    amid = [pair for pair in said if pair[0].link is None and pair not in beside]
    found = (_whole(found[0].strip(), days, year) for _, found in (*beside, *amid))
    return next((day for day in found if day), None)


def _in_leaf(
    part: Part, units: Sequence[Unit], days: Days, year: str
) -> Printed | None:
    """Return the day of a calendar leaf without its year: "we", "4", "March".

    A link around a whole card holds the leaf as well.
    """
    own = part.link if part.link.end - part.link.place >= _CARD else None
    pieces = takewhile(
        lambda unit: _is_piece(unit) and unit.link in (None, own), units[:_PIECES]
    )
    leaf = [unit.text for unit in pieces]
    pairs = (" ".join(pair) for pair in pairwise(leaf))
    found = (said[0].strip() for pair in pairs for said in _MONTH_DAY.finditer(pair))
    return next((day for said in found if (day := _whole(said, days, year))), None)


def _numbered(units: Sequence[Unit], days: Days, head: str) -> Printed | None:
    """Return the day of a bare number before a title, under the head of a month."""
    number = _NUMBER.fullmatch(units[0].text) if units else None
    if not number or " " not in head or units[0].link is not None:
        return None
    read = days.read(f"{number[1]} {head}")
    return read[0] if len(read) == 1 else None


def _is_piece(unit: Unit) -> bool:
    return len(unit.text) <= _PIECE


def _whole(text: str, days: Days, year: str) -> Printed | None:
    """Return the day that a text without its year and a year make together."""
    year = year.rpartition(" ")[2]
    for whole in _with_year(text, year):
        read = days.read(whole)
        if len(read) == 1 and len(read[0].text) == len(whole):
            return read[0]
    return None


def _is_beside(text: str, said: re.Match[str]) -> bool:
    """Tell whether a day stands before or behind a title, and is no word of it."""
    before, behind = text[: said.start()].strip(), text[said.end() :].strip()
    if len(before) <= 1:
        return True
    return before[-1] in "([|;:-–—" and len(behind) <= 1


def _with_year(text: str, year: str) -> Iterator[str]:
    if text.endswith("日"):
        yield f"{year}年{text}"
    elif text.endswith("일"):
        yield f"{year}년 {text}"
    elif text[-1] == "." or re.fullmatch(r"\d+\.\d+", text):
        yield f"{text.rstrip('.')}.{year}"
    elif "/" in text:
        yield f"{text}/{year}"
    elif re.fullmatch(r"\d+-\d+", text):
        yield f"{year}-{text}"
    elif text[0].isdigit():
        yield f"{text} {year}"
    else:
        yield f"{text}, {year}"


def _if_most(found: list[Printed | None]) -> list[Printed | None] | None:
    have = sum(day is not None for day in found)
    return found if have > 1 and have * 10 >= 6 * len(found) else None

"""Dates of a listing's parts: beside the item, inside its link, or above it. Pure."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

from lxml.html import HtmlElement

from parsers.dates import find_dates, parse_machine_date
from parsers.dates.labels import label_of
from parsers.dates.near_days import TODAY, near_day
from parsers.dates.pieces import day_in_pieces
from parsers.model import Printed
from parsers.templates.part import Group, Part
from parsers.templates.sheet import Sheet, Unit
from parsers.text import has_digit

_GOOD = re.compile(
    r"releas|filed|file date|filing|issue|post|publi|decision|decided|opinion date|"
    r"^date|дата|fecha|datum|data|tarih|日期|発表|公開|تاريخ",
    re.IGNORECASE,
)
_BAD = re.compile(
    r"argu|hearing|event|trial|modif|update|deadline|due|expir|effective|lower court",
    re.IGNORECASE,
)
#: Words of a day on which nothing was published.
_NEVER = re.compile(
    r"argu|hearing|trial|deadline|\bdue\b|clos(?:es|ing)|expir|lower court|ruling date"
    r"|mandate:",
    re.IGNORECASE,
)
#: What a clock says before its day: "Today is Monday, 2 March 2026".
_CLOCK = re.compile(rf"\b(?:{TODAY})\b", re.IGNORECASE)
#: Words beside a date that is the clock's, or the page's own.
_TODAY = re.compile(
    r"\b(?:current|updated?\b|modified|copyright|aktualisiert|aujourd|nous sommes"
    rf"|mis à jour|aggiornat|atualizad|(?:{TODAY})\b)|©|обновлен|今天|今日|本日|현재"
    r"|오늘|วันนี้",
    re.IGNORECASE,
)
#: How far a local clock may be from ours.
_AROUND = (timedelta(hours=-12), timedelta(0), timedelta(hours=14))
#: Letters of words before a day that tell what it is, and what divides such.
_SAID = 40
_FIELDS = re.compile(r"[;.|•·]\s")
#: Letters of a word that says what a day behind it is.
_CALLED = 20
_SLASHED = re.compile(r"(?<!\d)(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?!\d)")


class Days:
    """Reads the dates of one page, in the order of numbers the page shows."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        language = sheet.page.language
        self.languages = (language,) if language else ()
        self.order = _order(sheet)
        self.known: dict[Unit, tuple[Printed, ...]] = {}

    def of(self, unit: Unit) -> tuple[Printed, ...]:
        """Return the dates in a text, read once."""
        if unit not in self.known:
            self.known[unit] = self._read(unit)
        return self.known[unit]

    def one(self, unit: Unit) -> Printed | None:
        """Return the day of a text: its only one, or the only one it calls its own."""
        found = self.of(unit)
        if len({printed.day for printed in found}) > 1:
            found = tuple(_called_own(unit.text, found))
        is_one = len({printed.day for printed in found}) == 1
        return next((f for f in found if f.at), found[0]) if is_one else None

    def read(self, text: str) -> tuple[Printed, ...]:
        """Return the dates in a text."""
        if not has_digit(text):
            return ()
        text = text.rstrip(":; ")
        if found := find_dates(text, languages=self.languages, order=self.order):
            return found
        if printed := day_in_pieces(text, languages=self.languages, order=self.order):
            return (printed,)
        at = self.sheet.page.capture.captured_at
        near = near_day(text, at, self.sheet.page.language or "")
        return (near,) if near else ()

    def _read(self, unit: Unit) -> tuple[Printed, ...]:
        if not has_digit(unit.text[:200]):
            return ()
        found = self.read(unit.text)
        if not found and unit.element.tag == "time":
            stamp = unit.element.get("datetime") or ""
            machine = parse_machine_date(stamp[:60])
            return (machine,) if machine else ()
        return found


def _called_own(text: str, found: Sequence[Printed]) -> Sequence[Printed]:
    """Return the days right behind a word like "filed", surest words alone."""
    called: dict[str, list[Printed]] = defaultdict(list)
    end = 0
    for printed in found:
        place = text.find(printed.text, end)
        if place < 0:
            continue
        before = text[max(end, place - _CALLED) : place]
        end = place + len(printed.text)
        label = label_of(before)
        if label == "published" or (_GOOD.search(before) and not _BAD.search(before)):
            called[label].append(printed)
    return called["published"] or called["date"] or called[""]


def _order(sheet: Sheet) -> str | None:
    """Return the order of day and month that the page's own dates prove.

    Only one order makes a day of "14/3"; only one, perhaps, lets no day be to come.
    Years of four digits prove it: other numbers may be those of dockets, "13-12-40".
    """
    firsts: set[str] = set()
    short: set[str] = set()
    later: set[str] = set()
    for unit in sheet.units:
        if len(unit.text) > 200:
            continue
        for one, two, year in _SLASHED.findall(unit.text):
            proved = firsts if len(year) > 2 else short
            if int(one) > 12 >= int(two):
                proved.add("DMY")
            elif int(two) > 12 >= int(one):
                proved.add("MDY")
            elif 1 <= int(one) <= 12 and 1 <= int(two) <= 12:
                later |= _to_come(sheet, int(one), int(two), int(year))
    if not (firsts := firsts or short):
        firsts = {"DMY", "MDY"} - later
    return firsts.pop() if len(firsts) == 1 else None


def _to_come(sheet: Sheet, one: int, two: int, year: int) -> set[str]:
    """Return the orders in which a day lay ahead when the page was fetched."""
    at = sheet.page.capture.captured_at
    if at is None or year < 1000:
        return set()
    latest = (at + _AROUND[-1]).date()
    days = {"DMY": date(year, two, one), "MDY": date(year, one, two)}
    return {order for order, day in days.items() if day > latest}


def day_slots(
    group: Group, days: Days, slots: Sequence[dict[int, Unit]], heads: dict[int, str]
) -> list[int]:
    """Return the places in a part where its date stands, surest first."""
    seen: Counter[int] = Counter()
    alone: Counter[int] = Counter()
    for slot in slots:
        for path, unit in slot.items():
            if found := days.one(unit):
                seen[path] += 1
                alone[path] += len(unit.text) - len(found.text) <= 25
    worth = {}
    for path, count in seen.items():
        slot = next(slot for slot in slots if path in slot and days.one(slot[path]))
        said = heads.get(path) or _said_of(slot, path, days)
        if _CLOCK.search(_before(slot[path], days)):
            continue
        if not _NEVER.search(said) or _GOOD.search(said):
            good = _worth(said, slot[path])
            worth[path] = count + alone[path] + len(group.parts) * good
    return sorted(worth, key=lambda path: worth[path], reverse=True)


def _said_of(slot: dict[int, Unit], path: int, days: Days) -> str:
    """Return the words that tell what a day is: before it, or a label above it."""
    unit, before = slot[path], _before(slot[path], days)
    above = list(slot.values())[: list(slot).index(path)][-1:]
    label = above[0].text if above and above[0].text.endswith(":") else ""
    said = _FIELDS.split(before)[-1] if before.strip() else label
    return f"{unit.element.get('class') or ''} {said if len(said) <= _SAID else ''}"


def _before(unit: Unit, days: Days) -> str:
    """Return what a text says before its day."""
    day = days.one(unit)
    return unit.text.partition(day.text)[0] if day else ""


def _worth(said: str, unit: Unit) -> float:
    if _BAD.search(said):
        return -1.5
    return 0.5 if unit.element.tag == "time" or _GOOD.search(said) else 0.0


#: How far above a part its date may stand, in texts and in levels of the tree.
_ABOVE = 4
_LEVELS = 4
#: Letters that may stand beside the date in the head of a day.
_BESIDE = 60


def days_above(sheet: Sheet, days: Days, group: Group) -> list[Printed | None]:
    """Return the dates that stand over parts, as lists by day have them.

    Several days among the parts are heads of their parts; a single one counts only
    right above the first part, in the same small part of the page, and not where it is
    the day on which the page was fetched: that is a clock's, unless it is a heading.
    """
    parts = group.parts
    heads = _day_heads(sheet, days, group)
    within = {printed.day for place, printed in heads if place > parts[0].start}
    if within and len(within | {printed.day for _, printed in heads}) > 1:
        path = parts[0].link.path
        kin = [link.place for link in sheet.links if link.path == path]
        return _under(heads, parts, kin)
    found: list[Printed | None] = []
    before = 0
    for part in parts:
        day = _right_above(sheet, days, part, before)
        found.append(day or (found[-1] if found else None))
        before = part.end
    return found


def _is_clock(sheet: Sheet, printed: Printed) -> bool:
    """Tell whether it was that day somewhere on earth when the page was fetched."""
    at = sheet.page.capture.captured_at
    return at is not None and printed.day in {(at + off).date() for off in _AROUND}


def _day_heads(sheet: Sheet, days: Days, group: Group) -> list[tuple[int, Printed]]:
    inside = {p for part in group.parts for p in range(part.start, part.end)}
    first, last = group.parts[0].start, group.parts[-1].end
    heads = []
    for place in range(max(0, first - 12), last):
        unit = sheet.units[place]
        if place in inside or (unit.link is not None and not unit.is_heading):
            continue
        if _TODAY.search(unit.text[:150]) or _NEVER.search(unit.text[:150]):
            continue
        found = days.of(unit) if len(unit.text) <= 150 else ()
        if len(found) == 1 and len(unit.text) - len(found[0].text) <= _BESIDE:
            heads.append((place, found[0]))
    return heads


def _under(
    heads: Sequence[tuple[int, Printed]], parts: Sequence[Part], kin: Sequence[int]
) -> list[Printed | None]:
    """Return the last head before each part; none where most heads lead nothing.

    What they lead may be another link made alike, of which ``kin`` are the places.
    """

    def before(place: int) -> int:
        return bisect_left(heads, place, key=lambda head: head[0])

    if 2 * len(set(map(before, kin)) - {0}) < len(heads):
        return [None] * len(parts)
    led = [before(part.start) for part in parts]
    return [heads[at - 1][1] if at else None for at in led]


def _right_above(sheet: Sheet, days: Days, part: Part, limit: int) -> Printed | None:
    for place in range(part.start - 1, max(limit, part.start - _ABOVE) - 1, -1):
        unit = sheet.units[place]
        if unit.link is not None and not unit.is_heading:
            return None
        found = days.of(unit)
        if not found and len(unit.text) > 60:
            return None
        alone = len(found) == 1 and len(unit.text) - len(found[0].text) <= 30
        if _TODAY.search(unit.text):
            return None
        if alone and is_over(sheet, unit, part.element):
            is_clock = not unit.is_heading and _is_clock(sheet, found[0])
            return None if is_clock else found[0]
    return None


def is_over(sheet: Sheet, unit: Unit, box: HtmlElement) -> bool:
    """Tell whether a text stands in the same small part of the page as a part.

    What stands beside links of its own there dates what they lead to.
    """
    above: HtmlElement | None = box
    for _ in range(_LEVELS):
        above = above.getparent() if above is not None else None
        if above is None or above.tag in {"body", "html"}:
            return False
        beside: HtmlElement | None = unit.element
        while beside is not None and beside is not above:
            start, end = sheet.spans.get(beside, (0, 0))
            units = sheet.units[start:end]
            if any(other.link not in (None, unit.link) for other in units):
                break
            beside = beside.getparent()
        if beside is above:
            return True
    return False

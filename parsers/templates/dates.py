"""Dates of a listing's records: beside the item, inside its link, or above it. Pure."""

import re
from collections import Counter
from collections.abc import Sequence

from parsers.dates import find_dates, parse_machine_date
from parsers.model import Printed
from parsers.templates.records import Group, Record
from parsers.templates.sheet import Sheet, Unit

_GOOD = re.compile(
    r"releas|filed|file date|filing|issue|post|publi|decision|decided|opinion date|"
    r"^date|дата|fecha|datum|data|tarih|日期|発表|公開|تاريخ",
    re.IGNORECASE,
)
_BAD = re.compile(
    r"argu|hearing|event|trial|modif|update|deadline|due|expir|effective|lower court",
    re.IGNORECASE,
)
_SLASHED = re.compile(r"(?<!\d)(\d{1,2})[./-](\d{1,2})[./-](?:\d{4}|\d{2})(?!\d)")


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

    def read(self, text: str) -> tuple[Printed, ...]:
        """Return the dates in a text."""
        if not any(map(str.isdigit, text)):
            return ()
        return find_dates(text, languages=self.languages, order=self.order)

    def _read(self, unit: Unit) -> tuple[Printed, ...]:
        if not any(map(str.isdigit, unit.text[:200])):
            return ()
        found = self.read(unit.text)
        if not found and unit.element.tag == "time":
            stamp = unit.element.get("datetime") or ""
            machine = parse_machine_date(stamp[:60])
            return (machine,) if machine else ()
        return found


def _order(sheet: Sheet) -> str | None:
    """Return the order of day and month that the page's own dates prove."""
    firsts: Counter[str] = Counter()
    for unit in sheet.units:
        if len(unit.text) > 200:
            continue
        for one, two in _SLASHED.findall(unit.text):
            if int(one) > 12 >= int(two):
                firsts["DMY"] += 1
            elif int(two) > 12 >= int(one):
                firsts["MDY"] += 1
    if len(firsts) == 1:
        return next(iter(firsts))
    return None


def day_slots(
    group: Group, days: Days, slots: Sequence[dict[int, Unit]], heads: dict[int, str]
) -> list[int]:
    """Return the places in a record where its date stands, surest first."""
    seen: Counter[int] = Counter()
    alone: Counter[int] = Counter()
    for slot in slots:
        for path, unit in slot.items():
            found = days.of(unit)
            if len({f.day for f in found}) == 1:
                seen[path] += 1
                alone[path] += len(unit.text) - len(found[0].text) <= 25
    worth = {
        path: count
        + alone[path]
        + len(group.records) * _worth(heads.get(path, ""), slots, path)
        for path, count in seen.items()
    }
    return sorted(worth, key=lambda path: worth[path], reverse=True)


def _worth(head: str, slots: Sequence[dict[int, Unit]], path: int) -> float:
    if not head:
        sample = next((slot[path] for slot in slots if path in slot), None)
        if sample is not None:
            head = f"{sample.element.get('class') or ''} {sample.text[:40]}"
            if sample.element.tag == "time":
                return 0.5
    if _BAD.search(head):
        return -1.5
    return 0.5 if _GOOD.search(head) else 0.0


def day_above(sheet: Sheet, days: Days, record: Record, limit: int) -> Printed | None:
    """Return the date of the nearest text above a record that is mostly a date."""
    for place in range(record.start - 1, max(limit, record.start - 1500) - 1, -1):
        unit = sheet.units[place]
        if len(unit.text) > 120 or unit.link is not None:
            continue
        found = days.of(unit)
        if len(found) == 1 and len(unit.text) - len(found[0].text) <= 60:
            return found[0]
    return None

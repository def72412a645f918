"""Fields of records: which of their texts is the title, the date, the summary. Pure."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from parsers.model import Printed, Teaser
from parsers.templates.dates import Days, day_above, day_slots
from parsers.templates.records import Group, Record
from parsers.templates.sheet import Link, Sheet, Unit
from parsers.templates.words import is_label, plain_title, title_worth

_TITLE_HEAD = re.compile(
    r"title|name|case|caption|style|subject|headline|parties|decision|opinion|document|"
    r"назван|заголов|titel|titre|título|titulo|titolo|tytuł|başlık|标题|標題|題名|العنوان|"
    r"description",
    re.IGNORECASE,
)
_NOT_TITLE_HEAD = re.compile(
    r"number|no\.?$|nbr|docket|date|judge|author|court|county|type|status|disposition|"
    r"category|panel|judges|lower|summary|citation|file|size|download",
    re.IGNORECASE,
)
_TITLE_NAME = re.compile(r"titl|headline|heading|name|subject|caption", re.IGNORECASE)


@dataclass(slots=True, eq=False)
class Reading:
    """A group read as teasers, with what tells whether it is the listing."""

    group: Group
    teasers: list[Teaser]
    links: list[Link]
    worths: list[float]


def read_group(sheet: Sheet, group: Group, days: Days) -> Reading:
    """Read each record of a group, by what stands in the same place in all of them."""
    slots = [_slots(sheet, record) for record in group.records]
    heads = _column_heads(sheet, group, slots)
    titles = _title_paths(group, days, slots, heads)
    dates = day_slots(group, days, slots, heads)
    found = [_day(days, slot, dates) for slot in slots]
    if not any(found):
        found = _days_above(sheet, group, days)
    teasers, links, worths = [], [], []
    for record, slot, day in zip(group.records, slots, found, strict=True):
        unit, title = _title(record, slot, titles, days)
        link = _link(record, unit)
        teasers.append(
            Teaser(
                url=link.url,
                title=title,
                published=day,
                summary=_summary(slot, unit, days),
            )
        )
        links.append(link)
        worths.append(title_worth(title))
    return Reading(group=group, teasers=teasers, links=links, worths=worths)


def _slots(sheet: Sheet, record: Record) -> dict[int, Unit]:
    """Return the texts of a record by their place in its make."""
    slots: dict[int, Unit] = {}
    counts: Counter[int] = Counter()
    for unit in sheet.units[record.start : record.end]:
        counts[unit.path] += 1
        if counts[unit.path] <= 3:
            slots[unit.path * 4 + counts[unit.path]] = unit
    return slots


def _column_heads(
    sheet: Sheet, group: Group, slots: Sequence[dict[int, Unit]]
) -> dict[int, str]:
    """Return what the head of a table says of each place, if the records are rows."""
    row = next((r.element for r in group.records if r.element.tag == "tr"), None)
    if row is None:
        return {}
    table = row.getparent()
    if table is not None and table.tag != "table":
        table = table.getparent()
    if table is None:
        return {}
    head = _head_row(table)
    if head is None:
        return {}
    named: dict[int, str] = {}
    for slot in slots[:50]:
        for path, unit in slot.items():
            if path in named:
                continue
            cell: HtmlElement | None = unit.element
            while cell is not None and cell.tag not in {"td", "th", "tr", "table"}:
                cell = cell.getparent()
            if cell is not None and cell.tag in {"td", "th"}:
                column = sum(1 for _ in cell.itersiblings("td", "th", preceding=True))
                if column < len(head):
                    named[path] = head[column]
    return named


def _head_row(table: HtmlElement) -> list[str] | None:
    for count, row in enumerate(table.iter("tr")):
        cells = [c for c in row if c.tag in {"td", "th"}]
        is_head = cells and all(c.tag == "th" for c in cells)
        bold = cells and count == 0 and len(cells) > 1 and not row.xpath(".//a[@href]")
        if is_head or bold:
            return [" ".join(c.text_content().split())[:60] for c in cells]
        if count >= 3:
            break
    return None


def _title_paths(
    group: Group,
    days: Days,
    slots: Sequence[dict[int, Unit]],
    heads: dict[int, str],
) -> list[int]:
    """Return the places that may hold the title, best first."""
    by_path: dict[int, list[tuple[Record, Unit]]] = defaultdict(list)
    for record, slot in zip(group.records, slots, strict=True):
        for path, unit in slot.items():
            by_path[path].append((record, unit))
    count = len(group.records)
    worth = {
        path: _slot_worth(found, count, heads.get(path, ""), days)
        for path, found in by_path.items()
    }
    return sorted(worth, key=lambda path: worth[path], reverse=True)


def _slot_worth(
    found: Sequence[tuple[Record, Unit]], count: int, head: str, days: Days
) -> float:
    texts = [unit.text for _, unit in found]
    sample = found[:40]
    worth = sum(title_worth(u.text) for _, u in sample) / len(sample)
    if sum(_is_date(u, days) for _, u in sample) * 2 > len(sample):
        return 0.0
    distinct = len(set(texts)) / len(texts)
    if count > 2 and distinct < 0.5:
        worth *= 0.2 + distinct
    first = found[0][1]
    if first.is_heading:
        worth *= 1.8
    if sum(u.link is r.link for r, u in found) * 2 > len(found):
        worth *= 1.8
    elif sum(u.link is not None for _, u in found) * 2 > len(found):
        worth *= 1.3
    if _TITLE_NAME.search(_names(first)):
        worth *= 1.4
    if head:
        if _NOT_TITLE_HEAD.search(head):
            worth *= 0.35
        elif _TITLE_HEAD.search(head):
            worth *= 2.0
    return worth * min(1.0, 0.2 + len(found) / count)


def _names(unit: Unit) -> str:
    names = []
    node: HtmlElement | None = unit.element
    for _ in range(3):
        if node is None or node.tag in {"li", "tr", "body"}:
            break
        names.append(node.get("class") or "")
        node = node.getparent()
    return " ".join(names)[:200]


def _is_date(unit: Unit, days: Days) -> bool:
    found = days.of(unit)
    return bool(found) and len(unit.text) - len(found[0].text) <= 20


def _day(days: Days, slot: dict[int, Unit], paths: Sequence[int]) -> Printed | None:
    for path in paths:
        if path in slot:
            found = days.of(slot[path])
            if len({f.day for f in found}) == 1:
                return next((f for f in found if f.at), found[0])
    return None


def _days_above(sheet: Sheet, group: Group, days: Days) -> list[Printed | None]:
    found: list[Printed | None] = []
    before = 0
    for record in group.records:
        day = day_above(sheet, days, record, before)
        if day is None and found:
            day = found[-1]
        found.append(day)
        before = record.end
    return found


def _title(
    record: Record, slot: dict[int, Unit], paths: Sequence[int], days: Days
) -> tuple[Unit | None, str]:
    """Return the text that is the title of a record, and the title."""
    for path in paths[:6]:
        unit = slot.get(path)
        if unit is None or title_worth(unit.text) < 0.15:
            continue
        text = unit.text
        if unit.link is record.link and unit.link.text.startswith(text):
            text = _whole(unit, text)
        return unit, plain_title(text, days.read(text))[:500]
    return None, plain_title(record.link.text, days.read(record.link.text))[:500]


def _whole(unit: Unit, text: str) -> str:
    """Return a link's whole text where only emphasis divides it."""
    link = unit.link
    if link is None or len(link.text) > 300:
        return text
    blocks = {
        "div",
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "br",
        "span",
        "time",
        "img",
    }
    if any(inner.tag in blocks for inner in link.element.iterdescendants()):
        return text
    return link.text


def _link(record: Record, unit: Unit | None) -> Link:
    if unit is None or unit.link is None or is_label(unit.link.text):
        return record.link
    return unit.link


def _summary(slot: dict[int, Unit], title: Unit | None, days: Days) -> str:
    best = ""
    for unit in slot.values():
        if unit is title or len(unit.text) < 40 or unit.is_heading:
            continue
        if title is not None and unit.text == title.text:
            continue
        if len(unit.text) > len(best):
            best = unit.text
    return best[:1000]

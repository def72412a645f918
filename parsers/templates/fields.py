"""Fields of records: which of their texts is the title, the date, the summary. Pure."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from parsers.model import Printed, Teaser
from parsers.templates.dates import Days, day_slots, days_above
from parsers.templates.records import Group, Record
from parsers.templates.sheet import Link, Sheet, Unit
from parsers.templates.words import is_label, plain_title, title_worth

#: How often one place may come in a record, as the cells of a column do.
_REPEATS = 16
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
_OTHER_NAME = re.compile(
    r"(?:^|[\s_-])(?:tags?|categor\w+|label|section|kicker|author|byline|date|time|meta|"
    r"desc\w*|summary|excerpt|lead|text|content|body|teaser-text|snippet|intro\w*|"
    r"abstract|caption|source|count\w*|topic|badge)(?:[\s_-]|$)",
    re.IGNORECASE,
)


@dataclass(slots=True, eq=False)
class Reading:
    """A group read as teasers, with what tells whether it is the listing."""

    group: Group
    teasers: list[Teaser]
    links: list[Link]
    worths: list[float]
    has_own_days: bool
    has_own_titles: bool


def read_group(sheet: Sheet, group: Group, days: Days) -> Reading:
    """Read each record of a group, by what stands in the same place in all of them."""
    slots = [_slots(sheet, record) for record in group.records]
    heads = _column_heads(sheet, group, slots)
    titles = _title_paths(group, days, slots, heads)
    dates = day_slots(group, days, slots, heads)
    found = [_day(days, slot, dates) for slot in slots]
    in_title = _has_days_in_titles(slots, titles, dates, days)
    has_own = sum(day is not None for day in found) * 10 >= len(found) * 3
    if not has_own:
        found = days_above(sheet, days, group)
    elif not all(found) and _lead_their_records(slots, dates):
        for at in range(1, len(found)):
            found[at] = found[at] or found[at - 1]
    summaries = _summary_paths(slots, titles, days)
    own_titles = 0
    teasers, links, worths = [], [], []
    for record, slot, day in zip(group.records, slots, found, strict=True):
        unit, text = _title(record, slot, titles)
        title = plain_title(text, days.read(text) if in_title else ())[:500]
        link = _link(record, unit)
        own_titles += unit is None or unit.link is link
        teasers.append(
            Teaser(
                url=link.url,
                title=title,
                published=day,
                summary=_summary(slot, unit, summaries),
            )
        )
        links.append(link)
        worths.append(title_worth(title))
    return Reading(
        group=group,
        teasers=teasers,
        links=links,
        worths=worths,
        has_own_days=has_own,
        has_own_titles=own_titles * 2 > len(links),
    )


def _slots(sheet: Sheet, record: Record) -> dict[int, Unit]:
    """Return the texts of a record by their place in its make."""
    slots: dict[int, Unit] = {}
    counts: Counter[int] = Counter()
    for unit in sheet.units[record.start : record.end]:
        counts[unit.path] += 1
        if counts[unit.path] < _REPEATS:
            slots[unit.path * _REPEATS + counts[unit.path]] = unit
    return slots


def _column_heads(
    sheet: Sheet, group: Group, slots: Sequence[dict[int, Unit]]
) -> dict[int, str]:
    """Return what the head of a table says of each place, if the records are rows."""
    table: HtmlElement | None = group.records[0].element
    if table is None or table.tag not in {"tr", "tbody"}:
        return {}
    while table is not None and table.tag != "table":
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
        worth *= distinct
    first = found[0][1]
    if first.is_heading:
        worth *= 1.8
    if sum(u.link is r.link for r, u in found) * 2 > len(found):
        worth *= 1.8
    elif sum(u.link is not None for _, u in found) * 2 > len(found):
        worth *= 1.3
    elif not first.is_heading and not head and _are_named_by_links(found):
        worth *= 0.4
    names = _names(first)
    if _TITLE_NAME.search(names):
        worth *= 2.0
    elif _OTHER_NAME.search(names):
        worth *= 0.5
    if not first.is_heading and _are_sentences(texts):
        worth *= 0.6
    if head:
        if _NOT_TITLE_HEAD.search(head):
            worth *= 0.35
        elif _TITLE_HEAD.search(head):
            worth *= 2.0
    return worth * min(1.0, 0.2 + len(found) / count)


def _are_sentences(texts: Sequence[str]) -> bool:
    """Tell whether texts end like sentences, as summaries do and titles do not."""
    full = sum(len(t) > 60 and t.endswith((".", "。", "।", "…")) for t in texts)
    return full * 2 > len(texts)


def _are_named_by_links(found: Sequence[tuple[Record, Unit]]) -> bool:
    """Tell whether the records' links read like titles themselves."""
    texts = [record.link.text for record, _ in found[:40]]
    fair = sum(title_worth(text) >= 0.45 for text in texts)
    return fair * 2 > len(texts) and len(set(texts)) * 2 > len(texts)


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
    rest = len(unit.text) - len(found[0].text) if found else 0
    return bool(found) and (rest <= 12 or (rest <= 40 and ":" in unit.text[:30]))


def _day(days: Days, slot: dict[int, Unit], paths: Sequence[int]) -> Printed | None:
    for path in paths:
        if path in slot:
            found = days.of(slot[path])
            if len({f.day for f in found}) == 1:
                return next((f for f in found if f.at), found[0])
    return None


def _lead_their_records(slots: Sequence[dict[int, Unit]], dates: Sequence[int]) -> bool:
    """Tell whether dates stand first in the records that have one: heads of days."""
    leads = [next(iter(slot)) == dates[0] for slot in slots if dates[0] in slot]
    return len(leads) > 1 and all(leads)


def _has_days_in_titles(
    slots: Sequence[dict[int, Unit]],
    titles: Sequence[int],
    dates: Sequence[int],
    days: Days,
) -> bool:
    """Tell whether the items' dates stand in their titles, and nowhere else."""
    if not titles or not dates or titles[0] != dates[0]:
        return False
    texts = [slot[titles[0]] for slot in slots if titles[0] in slot]
    return sum(bool(days.of(unit)) for unit in texts) * 10 >= len(texts) * 6


def _title(
    record: Record, slot: dict[int, Unit], paths: Sequence[int]
) -> tuple[Unit | None, str]:
    """Return the text that holds the title of a record, and its words."""
    for path in paths[:6]:
        unit = slot.get(path)
        if unit is None or title_worth(unit.text) < 0.15:
            continue
        text = unit.text
        if unit.link is record.link and unit.link.text.startswith(text):
            text = _whole(unit, text)
        return unit, text
    return None, record.link.text


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


def _summary_paths(
    slots: Sequence[dict[int, Unit]], titles: Sequence[int], days: Days
) -> list[int]:
    """Return the places that hold a summary: longer texts that are no title or date."""
    chars: Counter[int] = Counter()
    count: Counter[int] = Counter()
    for slot in slots:
        for path, unit in slot.items():
            if not unit.is_heading and not _is_date(unit, days):
                chars[path] += len(unit.text)
                count[path] += 1
    long = [path for path in chars if chars[path] >= 40 * count[path]]
    long = [path for path in long if not titles or path != titles[0]]
    return sorted(long, key=lambda path: chars[path], reverse=True)


def _summary(slot: dict[int, Unit], title: Unit | None, paths: Sequence[int]) -> str:
    for path in paths:
        unit = slot.get(path)
        if unit is None or unit is title or len(unit.text) < 15:
            continue
        if title is None or unit.text != title.text:
            return unit.text.lstrip(",;:–—- ")[:1000]
    return ""

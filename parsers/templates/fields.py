"""Fields of parts: which of their texts is the title, the date, the summary. Pure."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from parsers.model import Printed, Teaser
from parsers.templates.columns import column_heads
from parsers.templates.dates import Days, day_slots, days_above
from parsers.templates.part import Group, Part
from parsers.templates.sheet import Link, Sheet, Unit
from parsers.templates.spanned import has_spans, spanned_day
from parsers.templates.split_days import days_in_pieces, days_under_years
from parsers.templates.this_year import days_before_capture, days_of_this_year
from parsers.templates.titles import is_date, title_of, title_paths
from parsers.templates.told_days import day_for_machines, days_in_addresses
from parsers.templates.words import is_label, plain_title, title_worth
from parsers.text import SENTENCE_ENDS
from parsers.visible import visible_text

#: How often one place may come in a part, as the cells of a column do.
_REPEATS = 16
#: Letters of a label beside a title that is said again: "Read more: ".
_LABEL = 25
#: What is named by its days alone is a list from so many on.
_NAMED_BY_DAYS = 3
#: A number with its name: "No. 12", "n.º 12/2026", "№ 12".
_NUMBER = re.compile(r"\W*(?:[^\W\d_]\W?[^\W\d_]?\W{1,2}|[№#]\s?)\d[\d/.-]*\W*")
#: What such a number is worth where titles stand in the articles alone.
_NUMBERED = 0.3
#: Letters of the time, its zone and a label beside a day in one element.
_STAMP = 20


@dataclass(slots=True, eq=False)
class Reading:
    """A group read as teasers, with what tells whether it is the listing."""

    group: Group
    teasers: list[Teaser]
    links: list[Link]
    worths: list[float]
    has_own_days: bool
    has_own_titles: bool
    is_named_by_days: bool = False
    is_of_owners: bool = False


def read_group(sheet: Sheet, group: Group, days: Days) -> Reading:
    """Read each part of a group, by what stands in the same place in all of them."""
    slots = [_slots(sheet, part) for part in group.parts]
    heads = column_heads(group, slots)
    titles = title_paths(group, days, slots, heads)
    dates = day_slots(group, days, slots, heads)
    found = [_day(days, slot, dates) for slot in slots]
    found = [
        day or day_for_machines(part)
        for part, day in zip(group.parts, found, strict=True)
    ]
    if has_spans(group.parts[0].element):
        over = (spanned_day(days, part.element) for part in group.parts)
        found = [one or day for one, day in zip(over, found, strict=True)]
    in_title = _has_days_in_titles(slots, titles, dates, days)
    has_own = sum(day is not None for day in found) * 10 >= len(found) * 3
    if not has_own:
        found = days_in_pieces(sheet, days, group) or _days_over(sheet, days, group)
        if not any(found):
            told = days_in_addresses(group) or days_before_capture(sheet, days, group)
            found = list(told or found)
    elif dates and not all(found):
        units = [slot.get(dates[0]) for slot in slots]
        this_year = days_of_this_year(sheet, days, units)
        found = [day or own for day, own in zip(found, this_year, strict=True)]
    if has_own and dates and not all(found) and _lead_their_parts(slots, dates):
        for at in range(1, len(found)):
            if _are_together(group.parts[at - 1], group.parts[at]):
                found[at] = found[at] or found[at - 1]
    by_days = numbered = False
    if not titles and has_own:
        numbered = _say_only_their_numbers(group, found)
        by_days = numbered or _say_only_what_to_do(group)
    summaries = _summary_paths(slots, titles, days)
    own_titles = 0
    teasers, links, worths = [], [], []
    said_at = [
        title_of(part, slot, titles)
        for part, slot in zip(group.parts, slots, strict=True)
    ]
    by_owner = _are_owners(group, [unit for unit, _ in said_at], sheet.owners)
    for part, slot, day, (unit, text) in zip(
        group.parts, slots, found, said_at, strict=True
    ):
        if by_days and day is not None:
            text = " ".join(unit.text for unit in slot.values())
        said = days.read(text) if in_title else ()
        title = plain_title(_without_stamp(unit, text, said), said)[:500]
        link = part.link if by_owner else _link(part, unit)
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
        worths.append(_NUMBERED if numbered else title_worth(title))
    return Reading(
        group=group,
        teasers=teasers,
        links=links,
        worths=worths,
        has_own_days=has_own,
        has_own_titles=own_titles * 2 > len(links),
        is_named_by_days=by_days,
        is_of_owners=sum(link.path in sheet.owners for link in links) * 2 > len(links),
    )


def _days_over(sheet: Sheet, days: Days, group: Group) -> list[Printed | None]:
    """Return the days that stand over parts, with their year or below that."""
    found = days_under_years(sheet, days, group)
    if found is not None and all(found):
        return found
    above = days_above(sheet, days, group)
    are_several = len({day.day for day in above if day}) > 1
    return above if found is None or (are_several and all(above)) else found


def _say_only_what_to_do(group: Group) -> bool:
    """Tell whether links of several items say no more than "here"."""
    links = [part.link for part in group.parts]
    urls = {link.url for link in links}
    is_several = len(urls) == len(links) >= _NAMED_BY_DAYS
    return is_several and all(is_label(link.text) for link in links)


def _say_only_their_numbers(group: Group, found: Sequence[Printed | None]) -> bool:
    """Tell whether links say a number and perhaps a day: "No. 12 - 3 May 2026".

    The number has its name, which a row's count has not, nor a day of a calendar.
    """
    pairs = zip(group.parts, found, strict=True)
    rests = [part.link.text.replace(day.text, "") for part, day in pairs if day]
    are_all = len(set(rests)) == len(group.parts) >= _NAMED_BY_DAYS
    return are_all and all(map(_NUMBER.fullmatch, rests))


def _without_stamp(unit: Unit | None, text: str, dates: Sequence[Printed]) -> str:
    """Return a title less an element before it that says its day, time and zone.

    ``<h3><small>Feb 27, 2026, 10:30 ET</small> Ferry late</h3>``
    """
    if unit is None or not dates:
        return text
    said, day = visible_text(unit.element), dates[0].text
    is_stamp = day in said and len(said) <= len(day) + _STAMP
    rest = text.removeprefix(said).strip() if is_stamp else ""
    return rest or text


def _slots(sheet: Sheet, part: Part) -> dict[int, Unit]:
    """Return the texts of a part by their place in its make."""
    slots: dict[int, Unit] = {}
    counts: Counter[int] = Counter()
    for unit in sheet.units[part.start : part.end]:
        counts[unit.path] += 1
        if counts[unit.path] < _REPEATS:
            slots[unit.path * _REPEATS + counts[unit.path]] = unit
    return slots


def _day(days: Days, slot: dict[int, Unit], paths: Sequence[int]) -> Printed | None:
    for path in paths:
        if path in slot and (found := days.one(slot[path])):
            return found
    return None


def _lead_their_parts(slots: Sequence[dict[int, Unit]], dates: Sequence[int]) -> bool:
    """Tell whether dates stand first in the parts that have one: heads of days."""
    leads = [next(iter(slot)) == dates[0] for slot in slots if dates[0] in slot]
    return len(leads) > 1 and all(leads)


def _are_together(one: Part, other: Part) -> bool:
    return one.element.getparent() is other.element.getparent()


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


def _link(part: Part, unit: Unit | None) -> Link:
    if unit is None or unit.link is None or is_label(unit.link.text):
        return part.link
    return unit.link


def _are_owners(
    group: Group, titles: Sequence[Unit | None], owners: Collection[int]
) -> bool:
    """Tell whether titles lead to whose the items are, and other links to these.

    Each meeting of a committee is called by its name, and has a page of its own.
    """
    led = [unit.link.path in owners for unit in titles if unit and unit.link]
    is_own = all(p.link.path not in owners and p.link.text for p in group.parts)
    return is_own and sum(led) * 2 > len(titles)


def _summary_paths(
    slots: Sequence[dict[int, Unit]], titles: Sequence[int], days: Days
) -> list[int]:
    """Return the places that hold a summary: longer texts that are no title or date.

    Short ones count where they end as sentences do.
    """
    chars: Counter[int] = Counter()
    count: Counter[int] = Counter()
    ended: Counter[int] = Counter()
    for slot in slots:
        for path, unit in slot.items():
            if not unit.is_heading and not is_date(unit, days):
                chars[path] += len(unit.text)
                count[path] += 1
                ended[path] += unit.text[-1:] in SENTENCE_ENDS
    long = [
        path
        for path in chars
        if chars[path]
        >= (15 if ended[path] * 5 > 4 * count[path] else 40) * count[path]
    ]
    long = [path for path in long if not titles or path != titles[0]]
    return sorted(long, key=lambda path: chars[path], reverse=True)


def _repeats(text: str, title: str) -> bool:
    """Tell whether a text is the title again, with at most a label beside it."""
    return title in text and len(text) - len(title) <= _LABEL


def _summary(slot: dict[int, Unit], title: Unit | None, paths: Sequence[int]) -> str:
    for path in paths:
        unit = slot.get(path)
        if unit is None or unit is title or len(unit.text) < 15:
            continue
        if title is None or not _repeats(unit.text, title.text):
            return unit.text.lstrip(",;:–—- ")[:1000]
    return ""

"""What stands between parts, and to which of them it belongs. Pure."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from lxml.html import HtmlElement

from parsers.dates import may_hold_date
from parsers.lines.moving_lines import is_clock
from parsers.templates.part import Part, promise_of
from parsers.templates.sheet import Sheet, Unit
from parsers.templates.split_days import is_month_day

#: Lines divide parts if so many of these stand behind the first text of their line.
_MOST_IN_LINE = 0.6
#: What belongs to the last part stands so near behind it.
_BEHIND = 12
#: A line that is a day, and perhaps its time and a label, is no longer.
_DAY = 40


def add_between(sheet: Sheet, parts: list[Part]) -> None:
    """Give texts that stand between parts to the one they belong to."""
    by_box: dict[HtmlElement, list[Part]] = defaultdict(list)
    for part in parts:
        above = part.element.getparent()
        if above is not None and above in sheet.spans:
            by_box[above].append(part)
    for box, inside in by_box.items():
        if len(inside) > 1:
            share_out(sheet, sheet.spans[box], inside)


def share_out(sheet: Sheet, span: tuple[int, int], parts: list[Part]) -> None:
    """Give texts between parts to the one before or behind them, all alike."""
    gaps = [b.start - a.end for a, b in pairwise(parts)]
    usual = sorted(gaps)[len(gaps) // 2]
    if max(gaps) <= 0 or (usual <= 0 and sum(g > 0 for g in gaps) * 3 < len(gaps)):
        return
    between = Counter(
        unit.path for a, b in pairwise(parts) for unit in sheet.units[a.end : b.start]
    )
    own = {u.path for r in parts for u in sheet.units[r.start : r.end]}
    if sum(between[path] for path in own) * 2 > sum(between.values()):
        return  # what stands between are items without a link
    if _are_items_between(sheet, parts):
        return
    first, last = parts[0], parts[-1]
    before = sheet.units[max(span[0], first.start - 1) : first.start]
    after = sheet.units[last.end : min(span[1], last.end + 1)]
    size = max(usual, 1)
    leads = bool(before) and before[-1].path in between
    follows = bool(after) and after[0].path in between
    if leads and follows and _stand_in_lines(sheet, parts):
        _take_lines(sheet, span, parts)
    elif leads and follows and (lead := _lead_of(sheet, span, parts)):
        _take_leads(sheet, span, parts, lead)
    elif leads and follows and _led_by_days(sheet, parts, after[0]):
        _take_days(parts)
    elif leads and not follows:
        starts = [_behind_day(sheet, a.end, b.start) for a, b in pairwise(parts)]
        least = max(span[0], first.start - size)
        first.start = _behind_day(sheet, least, first.start)
        for part, start in zip(parts[1:], starts, strict=True):
            part.start = start
    else:
        ends = [_before_day(sheet, a.end, b.start) for a, b in pairwise(parts)]
        if _are_headed(sheet, span, parts):
            ends = [end - _is_lone_day(sheet.units[end - 1]) for end in ends]
        last.end = min(span[1], last.end + size) if follows else last.end
        for part, end in zip(parts[:-1], ends, strict=True):
            part.end = end


def _before_day(sheet: Sheet, start: int, end: int) -> int:
    """Return where the first heading stands that is but a day, or the end."""
    heads = (n for n in range(start, end) if _heads_day(sheet.units[n]))
    return next(heads, end)


def _behind_day(sheet: Sheet, start: int, end: int) -> int:
    """Return what follows the last heading that is but a day, or the start."""
    heads = (n + 1 for n in reversed(range(start, end)) if _heads_day(sheet.units[n]))
    return next(heads, start)


def _heads_day(unit: Unit) -> bool:
    """Tell whether a heading is but a day: that of all that stands below it."""
    return unit.is_heading and _is_lone_day(unit)


def _are_headed(sheet: Sheet, span: tuple[int, int], parts: Sequence[Part]) -> bool:
    """Tell whether a day stands right above the first part, and none behind the last.

    Days head what stands below them, then, be it several parts.
    """
    start, end = parts[0].start, parts[-1].end
    behind = sheet.units[end : min(span[1], end + _BEHIND)]
    is_first = start > span[0] and _is_lone_day(sheet.units[start - 1])
    return is_first and not any(map(_is_lone_day, behind))


def _is_lone_day(unit: Unit) -> bool:
    """Tell whether a text that leads nowhere is but a day, or a day of a month."""
    return unit.link is None and (is_clock(unit.text) or is_month_day(unit.text))


def _stand_in_lines(sheet: Sheet, parts: Sequence[Part]) -> bool:
    """Tell whether most parts stand behind the first text of a line of their own."""
    units = sheet.units
    behind = sum(
        not units[part.start].is_line
        and any(unit.is_line for unit in units[before.end : part.start])
        for before, part in pairwise(parts)
        if part.start < part.end
    )
    return behind >= max(2, _MOST_IN_LINE * (len(parts) - 1))


def _take_lines(sheet: Sheet, span: tuple[int, int], parts: Sequence[Part]) -> None:
    """Let each part begin where its line does, and end where the next begins."""
    least = span[0]
    for part in parts:
        while part.start > least and not sheet.units[part.start].is_line:
            part.start -= 1
        least = part.end
    for part, behind in pairwise(parts):
        part.end = max(part.end, behind.start)
    last = parts[-1]
    while last.end < span[1] and not sheet.units[last.end].is_line:
        last.end += 1


def _lead_of(sheet: Sheet, span: tuple[int, int], parts: Sequence[Part]) -> list[int]:
    """Return how what begins each part is made, if the list shows where that is.

    Between most parts stands just what stands behind the last, then what stands before
    the first.
    """
    first, last = parts[0], parts[-1]
    before = _made(sheet, span[0], first.start)[::-1]
    after = _made(sheet, last.end, span[1])
    sizes: Counter[int] = Counter()
    for a, b in pairwise(parts):
        gap = _made(sheet, a.end, b.start)
        lead, tail = _shared(before, gap[::-1]), _shared(after, gap)
        sizes[lead if lead + tail == len(gap) and tail else 0] += 1
    [(size, count)] = sizes.most_common(1)
    is_usual = size > 0 and count >= max(2, _MOST_IN_LINE * (len(parts) - 1))
    return before[:size][::-1] if is_usual else []


def _take_leads(
    sheet: Sheet, span: tuple[int, int], parts: Sequence[Part], lead: list[int]
) -> None:
    """Let each part begin with what begins such, and end where the next begins."""
    least = 0
    for part in parts:
        start = part.start - len(lead)
        if start >= least and _made(sheet, start, part.start) == lead:
            part.start = start
        least = part.end
    last = parts[-1]
    after = _made(sheet, last.end, span[1])
    last.end += max(
        _shared(after, _made(sheet, a.end, b.start)) for a, b in pairwise(parts)
    )
    for part, behind in pairwise(parts):
        part.end = _before_day(sheet, part.end, max(part.end, behind.start))


def _made(sheet: Sheet, start: int, end: int) -> list[int]:
    return [unit.path for unit in sheet.units[start:end]]


def _shared(one: Sequence[int], other: Sequence[int]) -> int:
    """Return how many of their first things two sequences share."""
    pairs = zip(one, other, strict=False)
    return next(
        (n for n, (a, b) in enumerate(pairs) if a != b), min(map(len, (one, other)))
    )


def _led_by_days(sheet: Sheet, parts: Sequence[Part], behind: Unit) -> bool:
    """Tell whether a day stands right before every part, and none behind the last."""
    leads = [sheet.units[part.start - 1] for part in parts]
    return all(map(_is_day, leads)) and not _is_day(behind)


def _is_day(unit: Unit) -> bool:
    return len(unit.text) <= _DAY and may_hold_date(unit.text)


def _take_days(parts: Sequence[Part]) -> None:
    """Let each part begin with the day before it, and end where the next begins."""
    for part in parts:
        part.start -= 1
    for part, behind in pairwise(parts):
        part.end = behind.start


def _are_items_between(sheet: Sheet, parts: Sequence[Part]) -> bool:
    """Tell whether between most parts stand links as good as theirs."""
    rivals = 0
    for a, b in pairwise(parts):
        least = 0.6 * promise_of(a.link)
        known = {a.link.url, b.link.url}
        rivals += any(
            unit.link is not None
            and unit.link.url not in known
            and promise_of(unit.link) >= max(least, 0.3)
            for unit in sheet.units[a.end : b.start]
        )
    return rivals * 2 >= len(parts)

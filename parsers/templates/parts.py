"""Links that repeat in one place, and the texts that belong to each. Pure."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from lxml.html import HtmlElement

from parsers.templates.beside import is_beside
from parsers.templates.part_links import are_same, links_of_parts
from parsers.templates.places import Area
from parsers.templates.sheet import Link, Sheet

#: Groups that are looked at closely, the most promising first.
MAX_GROUPS = 24
#: A list has so many items, and a link that promises less than this is none.
_LISTED, _LITTLE = 3, 0.3
#: Texts of one part that are looked at.
MAX_PART = 60


@dataclass(slots=True, eq=False)
class Part:
    """One item's part of a page: its link, and its texts from ``start`` to ``end``."""

    link: Link
    start: int
    end: int
    element: HtmlElement


@dataclass(slots=True, eq=False)
class Group:
    """Parts made alike, and whether the head over them says that they are no news."""

    parts: list[Part] = field(default_factory=list)
    is_beside: bool = False


def find_groups(sheet: Sheet) -> list[Group]:
    """Return groups of parts, the most promising first; they may overlap."""
    by_path: dict[int, list[Link]] = defaultdict(list)
    for link in sheet.links:
        by_path[link.path].append(link)
    outside = [links for links in by_path.values() if not _is_menu(links)]
    promising = sorted(outside or by_path.values(), key=_promise, reverse=True)
    return [
        group
        for links in promising[:MAX_GROUPS]
        for group in _groups(sheet, links_of_parts(sheet, links))
    ]


def menus(sheet: Sheet) -> list[list[Link]]:
    """Return the links that stand in menus alone, by how they are made."""
    by_path: dict[int, list[Link]] = defaultdict(list)
    for link in sheet.links:
        by_path[link.path].append(link)
    return [links for links in by_path.values() if _is_menu(links)]


def promise_of(link: Link) -> float:
    """Return how much a link looks like an item's, by its words and its place."""
    words = link.text.split()
    letters = sum(map(str.isalpha, link.text[:300]))
    worth = 0.05 if letters < 4 else min(letters, 60) / 60
    if len(words) <= 2 and letters < 15:
        worth *= 0.4
    return worth * (0.08, 0.5, 1.0)[link.area]


def _is_menu(links: Sequence[Link]) -> bool:
    return all(link.area == Area.MENU for link in links)


def _promise(links: Sequence[Link]) -> float:
    return sum(map(promise_of, links))


def _groups(sheet: Sheet, heads: Sequence[Link]) -> list[Group]:
    """Return the links with their boxes; bare links apart where most have a box."""
    places = [link.place for link in heads]
    boxes = [_alone(sheet, link, places) for link in heads]
    bare = [box is link.element for link, box in zip(heads, boxes, strict=True)]
    if not 1 < sum(bare) < len(bare) - 1:
        return [_group(sheet, heads, boxes)]
    return [
        _group(
            sheet,
            [
                link
                for link, is_bare in zip(heads, bare, strict=True)
                if is_bare is part
            ],
            [box for box, is_bare in zip(boxes, bare, strict=True) if is_bare is part],
        )
        for part in (False, True)
    ]


def _group(sheet: Sheet, heads: Sequence[Link], boxes: list[HtmlElement]) -> Group:
    boxes = _alike(sheet, boxes)
    parts = []
    for link, box in zip(heads, boxes, strict=True):
        start, end = sheet.spans[box]
        parts.append(Part(link=link, start=start, end=end, element=box))
    if _are_bare(parts):
        _share_out(sheet, (0, len(sheet.units)), parts)
    else:
        _add_between(sheet, parts)
    for part in parts:
        _cut_rivals(sheet, part)
    for part in parts:
        if part.end - part.start > MAX_PART:
            part.end = max(part.start + MAX_PART, part.link.end)
    return Group(parts=parts, is_beside=is_beside(_head_over(sheet, parts[0])))


def _head_over(sheet: Sheet, part: Part) -> str:
    """Return the head right above a part, or a short text in its stead."""
    above = sheet.units[max(0, part.start - 2) : part.start]
    head = next((unit.text for unit in reversed(above) if unit.is_heading), "")
    return head or (above[-1].text if above else "")


def _are_bare(parts: Sequence[Part]) -> bool:
    """Tell whether nothing but the link itself stands in most parts' own element."""
    if len(parts) < 4:
        return False
    bare = sum(r.end - r.start <= r.link.end - r.link.place for r in parts)
    boxes = {r.element.getparent() for r in parts}
    return bare * 10 > len(parts) * 8 and len(boxes) * 2 > len(parts)


def _cut_rivals(sheet: Sheet, part: Part) -> None:
    """Leave out of a part what belongs to another item's link in it."""
    if part.element.tag in {"tr", "li", "article", "dd", "dt", "td"}:
        return
    own = part.link
    if _leads_to_list(sheet, part):
        part.start, part.end = own.place, own.end
        return
    least = max(0.5, 0.6 * promise_of(own))
    for place in range(part.start, part.end):
        rival = sheet.units[place].link
        if rival is None or rival is own or are_same(rival, own):
            continue
        if rival.place != place or promise_of(rival) < least:
            continue
        if place > own.place:
            part.end = max(place, own.end)
            return
        part.start = min(rival.end, own.place)


def _leads_to_list(sheet: Sheet, part: Part) -> bool:
    """Tell whether a part is a whole list, and its link a label below: "All news"."""
    own = part.link
    if part.end - part.start < 2 * _LISTED or promise_of(own) >= _LITTLE:
        return False
    links = {unit.link for unit in sheet.units[part.start : part.end] if unit.link}
    listed = [x for x in links if not are_same(x, own) and promise_of(x) >= _LITTLE]
    return len(listed) >= _LISTED


def _alone(sheet: Sheet, link: Link, places: list[int]) -> HtmlElement:
    """Return the largest element around a link with no other link of its group."""
    box = link.element
    alone = len(places) == 1
    for _ in range(25):
        above = box.getparent()
        if above is None or above.tag in {"body", "html", "main"}:
            break
        if above not in sheet.spans:
            break
        start, end = sheet.spans[above]
        if bisect_left(places, end) - bisect_left(places, start) > 1:
            break
        if alone and end - start > 8:
            break
        box = above
    return box


def _alike(sheet: Sheet, boxes: list[HtmlElement]) -> list[HtmlElement]:
    """Where most boxes are of one make, cut the larger ones down to it."""
    makes = Counter(sheet.paths[box] for box in boxes)
    most, count = makes.most_common(1)[0]
    if count * 2 < len(boxes) or count == 1:
        return boxes
    return [_of_make(sheet, box, most) for box in boxes]


def _of_make(sheet: Sheet, box: HtmlElement, make: int) -> HtmlElement:
    if sheet.paths[box] == make:
        return box
    for count, inner in enumerate(box.iter()):
        if count > 200:
            break
        if sheet.paths.get(inner) == make:
            return inner
    return box


def _add_between(sheet: Sheet, parts: list[Part]) -> None:
    """Give texts that stand between parts to the one they belong to."""
    by_box: dict[HtmlElement, list[Part]] = defaultdict(list)
    for part in parts:
        above = part.element.getparent()
        if above is not None and above in sheet.spans:
            by_box[above].append(part)
    for box, inside in by_box.items():
        if len(inside) > 1:
            _share_out(sheet, sheet.spans[box], inside)


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


def _share_out(sheet: Sheet, span: tuple[int, int], parts: list[Part]) -> None:
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
    if leads and not follows:
        starts = [a.end for a in parts[:-1]]
        first.start = max(span[0], first.start - size)
        for part, start in zip(parts[1:], starts, strict=True):
            part.start = start
    else:
        ends = [b.start for b in parts[1:]]
        last.end = min(span[1], last.end + size) if follows else last.end
        for part, end in zip(parts[:-1], ends, strict=True):
            part.end = end

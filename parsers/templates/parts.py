"""Links that repeat in one place, and the texts that belong to each. Pure."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import islice

from lxml.html import HtmlElement

from parsers.finders.attachments import may_be_file
from parsers.templates.address_shapes import lie_by_month
from parsers.templates.beside import is_beside, says_news
from parsers.templates.between import add_between, share_out
from parsers.templates.part import Group, Part, promise_of
from parsers.templates.part_links import (
    are_same,
    links_of_parts,
    without_blanks,
    without_marks,
    without_prints,
)
from parsers.templates.places import Area
from parsers.templates.sheet import Link, Sheet, Unit

#: Groups that are looked at closely, the most promising first.
MAX_GROUPS = 24
#: A list has so many items, and a link that promises less than this is none.
_LISTED, _LITTLE = 3, 0.3
#: A head stands so near above what it heads.
_HEADED = 2
#: So far around one part stands what holds several.
_LEVELS = 4
#: Texts of one part that are looked at.
MAX_PART = 60


def find_groups(sheet: Sheet) -> list[Group]:
    """Return groups of parts, the most promising first; they may overlap.

    A list and a box beside it that is made alike are two.
    """
    alike: dict[tuple[int, bool], list[Link]] = defaultdict(list)
    for link in without_marks(without_prints(without_blanks(sheet.links))):
        alike[link.path, link.area == Area.MAIN].append(link)
    outside = [links for links in alike.values() if not _is_mere_menu(links)]
    promising = sorted(outside or alike.values(), key=_promise, reverse=True)
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


def _is_mere_menu(links: Sequence[Link]) -> bool:
    """Tell whether links stand in menus, and are not the items of some months."""
    return _is_menu(links) and not lie_by_month({link.url for link in links})


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
    boxes = _alike(sheet, heads, boxes)
    parts = []
    for link, box in zip(heads, boxes, strict=True):
        start, end = sheet.spans[box]
        parts.append(Part(link=link, start=start, end=end, element=box))
    if _are_bare(parts):
        share_out(sheet, (0, len(sheet.units)), parts)
    else:
        add_between(sheet, parts)
    for part in parts:
        _cut_rivals(sheet, part)
    for part in parts:
        if part.end - part.start > MAX_PART:
            part.end = max(part.start + MAX_PART, part.link.end)
    parts = _of_news(sheet, parts)
    above = _above(sheet, parts[0])
    head = _head_of(_below_h1(above))
    is_news = says_news(_head_of(above))
    return Group(parts=parts, is_beside=is_beside(head), is_news=is_news)


def _of_news(sheet: Sheet, parts: list[Part]) -> list[Part]:
    """Return the parts but those below a head amid them that says they are no news.

    Each part, where there are no others.
    """
    kept, is_beside_them, end = [], False, max(0, parts[0].start - _HEADED)
    for part in parts:
        start, _ = sheet.spans[part.element]
        for place in range(end, part.link.place):
            unit = sheet.units[place]
            is_head = unit.is_heading and unit.element.tag != "h1"
            if is_head and unit.link is None:
                says_beside = is_beside(unit.text)
                if says_beside or place < start:
                    is_beside_them = says_beside
        if not is_beside_them:
            kept.append(part)
        end = part.link.end
    return kept or parts


def _above(sheet: Sheet, part: Part) -> list[Unit]:
    """Return the texts right above a part; the last word of a menu heads nothing."""
    above = sheet.units[max(0, part.start - _HEADED) : part.start]
    return [unit for unit in above if unit.area is not Area.MENU]


def _below_h1(above: Sequence[Unit]) -> Sequence[Unit]:
    """Return what stands between the headline of a page and a part right below it."""
    last = max(
        (n for n, unit in enumerate(above) if unit.element.tag == "h1"), default=-1
    )
    return above[last + 1 :]


def _head_of(above: Sequence[Unit]) -> str:
    """Return the head among texts right above a part, or the nearest in its stead.

    Several links are a menu, whatever the last of them says.
    """
    head = next((unit.text for unit in reversed(above) if unit.is_heading), "")
    is_menu = len(above) > 1 and all(unit.link is not None for unit in above)
    return head or (above[-1].text if above and not is_menu else "")


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
        if _is_its_file(sheet, part, rival):
            continue
        if place > own.place:
            part.end = max(place, own.end)
            return
        part.start = min(rival.end, own.place)


def _is_its_file(sheet: Sheet, part: Part, link: Link) -> bool:
    """Tell whether a link in the very box of a page's link leads to a file of it."""
    start, end = sheet.spans[part.element]
    is_other = link.path != part.link.path and not may_be_file(part.link.url)
    return is_other and start <= link.place < end and may_be_file(link.url)


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


def _alike(
    sheet: Sheet, heads: Sequence[Link], boxes: list[HtmlElement]
) -> list[HtmlElement]:
    """Where most boxes are of one make, the smallest such, cut larger ones to it."""
    makes = Counter(sheet.paths[box] for box in boxes)
    count = max(makes.values())
    if count * 2 < len(boxes) or count == 1:
        return boxes
    alike = [box for box in boxes if makes[sheet.paths[box]] == count]
    most = sheet.paths[max(alike, key=_depth)]
    if count < len(boxes):
        most = _of_several(sheet, boxes, most) or most
    return [
        _of_make(sheet, link, box, most) for link, box in zip(heads, boxes, strict=True)
    ]


def _of_several(sheet: Sheet, boxes: list[HtmlElement], most: int) -> int:
    """Return the make of those boxes that stand several in one of the most usual make.

    What heads a day with a single item is no more its own than that of other days is.
    """
    for box in boxes:
        above = islice(box.iterancestors(), _LEVELS) if sheet.paths[box] != most else ()
        if any(sheet.paths.get(element) == most for element in above):
            return sheet.paths[box]
    return 0


def _depth(element: HtmlElement) -> int:
    return sum(1 for _ in element.iterancestors())


def _of_make(sheet: Sheet, link: Link, box: HtmlElement, make: int) -> HtmlElement:
    """Return the element of a make around a link, within its box."""
    inner = link.element
    while inner is not box:
        if sheet.paths.get(inner) == make:
            return inner
        above = inner.getparent()
        if above is None:
            break
        inner = above
    return box

"""Items of any make: what repeats on the page with links, titles and dates. Pure."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from parsers.finders.attachments import names_file
from parsers.model import Teaser
from parsers.page import Page
from parsers.pagination.days import day_of
from parsers.templates.address_shapes import shape_of, usual_shape
from parsers.templates.ahead import without_agenda
from parsers.templates.choice import choose
from parsers.templates.dates import Days
from parsers.templates.fields import Reading, read_group
from parsers.templates.fragment import is_bare
from parsers.templates.inline import is_inline
from parsers.templates.part import Group, Part
from parsers.templates.parts import find_groups
from parsers.templates.prose import is_article, is_read
from parsers.templates.sheet import Link, Sheet
from parsers.templates.sheet_walk import read_sheet
from parsers.templates.words import is_spaced, title_worth
from parsers.templates.worth import dated_part
from parsers.text import normal_text
from parsers.urls import item_key

#: A list is sure of its dates from this part on.
_MOST_DATED = 0.7
#: A link of a menu has so many words.
_LABEL_WORDS = 3
#: What begins a summary with so many characters is no title.
_LEAD = 40
#: How a text that was cut short ends.
_CUT = ("…", "...")


def find(
    page: Page, pages: Collection[str], places: Collection[str] = ()
) -> tuple[Teaser, ...]:
    """Return the items of the page's listing, in page order; none if it has none."""
    sheet = read_sheet(page)
    items, is_sure = _read(sheet, pages, places)
    if is_sure or is_read(sheet) or (items and not _has_unseen(page)):
        return items
    unseen, _ = _read(read_sheet(page, with_unseen=True), pages, places)
    seen = {item.url for item in items}
    more = [item for item in unseen if item.url not in seen]
    is_longer = len(unseen) > len(items) and _are_dated(more)
    return unseen if unseen and (is_longer or _are_dated(unseen)) else items


def _are_dated(items: Sequence[Teaser]) -> bool:
    dated = sum(item.published is not None for item in items)
    return dated >= _MOST_DATED * len(items)


def _has_unseen(page: Page) -> bool:
    """Tell whether some links show without scripts alone, or say it by pictures."""
    if page.root.find(".//noscript//a[@href]") is not None:
        return True
    images = page.root.iterfind(".//a[@href]//img[@alt]")
    said = (i for i in images if len(i.get("alt", "").split()) > _LABEL_WORDS)
    links = {next(image.iterancestors("a")) for image in said}
    return not all(link.text_content().strip() for link in links)


def _read(
    sheet: Sheet, pages: Collection[str], places: Collection[str]
) -> tuple[tuple[Teaser, ...], bool]:
    """Return the items, and whether days show that they are no menu."""
    days = Days(sheet)
    groups = (group for group in find_groups(sheet) if not _is_pager(group, pages))
    readings = [read_group(sheet, group, days) for group in groups]
    paths = set(map(sheet.path_at, places))
    is_listing = bool(pages) or is_bare(sheet.page)
    is_of_day = any(map(day_of, pages))
    chosen = choose(readings, paths, is_listing=is_listing, is_of_day=is_of_day)
    is_known = any(reading.group.parts[0].link.path in paths for reading in chosen)
    if not (pages or is_known) and is_article(sheet, chosen):
        return (), False
    is_sure = any(dated_part(r) > 0 and not r.group.is_beside for r in chosen)
    taken = {part.link.path for reading in chosen for part in reading.group.parts}
    where = {path: sheet.place_of(path) for path in taken}
    at = sheet.page.capture.captured_at
    read = [pair for reading in chosen for pair in _inside(reading)]
    by_number = {
        link.url
        for reading in chosen
        if reading.is_named_by_days
        for link in reading.links
    }
    teasers = [
        (part.start, replace(teaser, place=where[part.link.path]))
        for part, teaser in without_agenda(read, at.date() if at else None)
        if (teaser.url in by_number or title_worth(teaser.title) > 0.1)
        and teaser.url not in pages
    ]
    teasers.sort(key=lambda pair: pair[0])
    found = _without_menu(_without_copies(_once(teaser for _, teaser in teasers)))
    return tuple(_whole(sheet, teaser) for teaser in found), is_sure


def _is_pager(group: Group, pages: Collection[str]) -> bool:
    return all(part.link.url in pages for part in group.parts)


def _inside(reading: Reading) -> Iterator[tuple[Part, Teaser]]:
    """Yield the parts with what they say, but none of a menu that is made alike.

    Where nearly all are dated, or nearly all at addresses made alike, and in one box,
    an undated one elsewhere, within a sentence or at an address that names no item is
    none of them; where they are in several boxes, one elsewhere at such an address.
    """
    pairs = list(zip(reading.group.parts, reading.teasers, strict=True))
    boxes = {part.element.getparent() for part, teaser in pairs if teaser.published}
    kin = usual_shape([teaser.url for teaser in reading.teasers])
    of_kin = [t for t in reading.teasers if kin and shape_of(t.url) == kin]
    dated = sum(t.published is not None for t in of_kin or reading.teasers)
    is_sure = dated >= _MOST_DATED * len(of_kin or reading.teasers)
    for part, teaser in pairs:
        is_elsewhere = part.element.getparent() not in boxes
        is_list = bool(kin) and not shape_of(teaser.url)
        is_apart = is_elsewhere or is_inline(part.link) or is_list
        if len(boxes) > 1:
            is_apart = is_elsewhere and is_list
        is_kin = bool(kin) and shape_of(teaser.url) == kin
        if not is_sure or teaser.published or not is_apart or is_kin:
            yield part, teaser


def _without_copies(teasers: tuple[Teaser, ...]) -> tuple[Teaser, ...]:
    """Drop the files that lie beside a listed page of the same name, as copies of it.

    >>> urls = "/p/12.html", "/p/12.pdf"
    >>> found = _without_copies(tuple(Teaser(url=url) for url in urls))
    >>> [teaser.url for teaser in found]
    ['/p/12.html']
    """
    pages = {_bare(t.url) for t in teasers if not names_file(t.url)}
    return tuple(
        t for t in teasers if not (names_file(t.url) and _bare(t.url) in pages)
    )


def _bare(url: str) -> str:
    """Return an address without the ending of the name of a page or file."""
    head, _, name = url.rpartition("/")
    return f"{head}/{name.partition('.')[0]}" if "?" not in name else url


def _without_menu(teasers: tuple[Teaser, ...]) -> tuple[Teaser, ...]:
    """Drop what a side box shows besides items: undated links of a word or two.

    Where most addresses are made alike, a menu's are made otherwise.
    """
    kin = usual_shape([teaser.url for teaser in teasers])
    if not kin:
        return teasers
    return tuple(
        teaser
        for teaser in teasers
        if teaser.published
        or len(teaser.title.split()) > _LABEL_WORDS
        or shape_of(teaser.url) == kin
        or not is_spaced(teaser.title)
    )


def _whole(sheet: Sheet, teaser: Teaser) -> Teaser:
    """Return a teaser whose title was cut short with what the page says elsewhere."""
    start = teaser.title.rstrip("….").rstrip()
    least = 15 if is_spaced(start) else 6
    if start == teaser.title or not teaser.title.endswith(_CUT) or len(start) < least:
        return teaser
    for link in sheet.links:
        if link.url == teaser.url:
            for said in _said(link):
                if said.startswith(start) and not said.endswith(_CUT):
                    return replace(teaser, title=said)
    return teaser


def _said(link: Link) -> Iterator[str]:
    yield link.text[:500]
    for element in (link.element, *link.element.iter("img")):
        for name in ("title", "aria-label", "alt"):
            yield normal_text((element.get(name) or "")[:500])


def _once(teasers: Iterable[Teaser]) -> tuple[Teaser, ...]:
    """Return one teaser for each item, with the best of what its links say."""
    found: dict[str, Teaser] = {}
    for teaser in teasers:
        key = item_key(teaser.url)
        had = found.get(key)
        if had is None:
            found[key] = teaser
            continue
        better = teaser if _is_better(teaser, had) else had
        found[key] = Teaser(
            url=had.url,
            title=better.title,
            published=had.published or teaser.published,
            summary=had.summary or teaser.summary,
            place=had.place,
        )
    return tuple(found.values())


def _is_better(one: Teaser, other: Teaser) -> bool:
    """Tell which of two teasers of an item has its title: a lead is none.

    >>> lead = Teaser(url="/7", title="All boats of the port are led in by day now.")
    >>> teaser = Teaser(url="/7", title="PILOTS GO OUT", summary=lead.title)
    >>> _is_better(teaser, lead), _is_better(lead, teaser)
    (True, False)
    """
    if _is_lead(other.title, one.summary) != _is_lead(one.title, other.summary):
        return _is_lead(other.title, one.summary)
    return title_worth(one.title) > title_worth(other.title)


def _is_lead(title: str, summary: str) -> bool:
    return len(title) >= _LEAD and summary.startswith(title[:_LEAD])

"""The lists of a drawn site: its sections, and pages with a strip of each. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape

from benchmarks.drawing.choices import NONE
from benchmarks.drawing.list_layouts import ListLayout
from benchmarks.drawing.list_pages import ListPage, list_html
from benchmarks.drawing.markup import element, link, points
from benchmarks.drawing.site_layouts import SiteLayout
from tests.fixtures.living.item import Item
from tests.fixtures.living.prose import TONGUES

_SLUGS = {
    "none": ("news",),
    "two": ("ports", "city"),
    "three": ("ports", "city", "law"),
}
#: The words of a tongue from here on name sections; those before stand in menus.
_NAMES = 3
#: So many items of a section stand in its strip, and every so many in two sections.
_IN_A_STRIP = 4
_DOUBLED = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A list of a site: its layout with its own address, and what it is called."""

    slug: str
    name: str
    layout: ListLayout


def slugs_of(ways: SiteLayout) -> tuple[str, ...]:
    """Return what the sections of a site are called in addresses."""
    return _SLUGS[ways.sections]


def sections_of(ways: SiteLayout, rows: ListLayout) -> tuple[Section, ...]:
    """Return the sections of a site; of one that has none it is the list of all."""
    tongue = TONGUES[rows.language]
    if ways.sections == NONE:
        return (Section(slug="news", name=tongue.signs["news"], layout=rows),)
    return tuple(
        Section(
            slug=slug,
            name=tongue.things[place],
            layout=replace(rows, base=f"{rows.base}{slug}/"),
        )
        for place, slug in enumerate(slugs_of(ways), _NAMES)
    )


def second_of(ways: SiteLayout, item: Item) -> str:
    """Return the second section in which an item stands, or nothing."""
    if ways.doubles == NONE or ways.sections == NONE or item.number % _DOUBLED:
        return ""
    slugs = slugs_of(ways)
    return slugs[(slugs.index(item.section) + 1) % len(slugs)]


def within(ways: SiteLayout, section: Section, items: Sequence[Item]) -> list[Item]:
    """Return the items of a section, in their order."""
    if ways.sections == NONE:
        return [*items]
    return [i for i in items if section.slug in (i.section, second_of(ways, i))]


def strips_html(ways: SiteLayout, pages: Sequence[tuple[Section, ListPage]]) -> str:
    """Return the first items of each list, under its name."""
    return "".join(_strips(ways, pages))


def _strips(
    ways: SiteLayout, pages: Sequence[tuple[Section, ListPage]]
) -> Iterator[str]:
    for section, page in pages:
        base = section.layout.base
        head = element("h2", link(base, escape(section.name)))
        layout = replace(page.layout, featured=NONE)
        shown = replace(page, layout=layout, items=page.items[:_IN_A_STRIP])
        rows = list_html(shown) if ways.front == "rows" else _titles(shown)
        more = link(base, escape(TONGUES[page.layout.language].signs["all_news"]))
        yield element("section", head + rows + more)


def _titles(page: ListPage) -> str:
    rows = map(page.row, page.items)
    return points(link(escape(row.path), row.title) for row in rows)


def months_of(
    ways: SiteLayout, rows: ListLayout, items: Sequence[Item]
) -> list[Section]:
    """Return the lists of the months of a site, the newest first."""
    if ways.archive == NONE:
        return []
    months = TONGUES[rows.language].months
    found = dict.fromkeys((item.at.year, item.at.month) for item in items)
    return [
        Section(
            slug=f"{year}-{month:02}",
            name=f"{months[month - 1]} {year}",
            layout=replace(rows, base=f"{rows.base}{year}/{month:02}/"),
        )
        for year, month in sorted(found, reverse=True)
    ]


def in_month(section: Section, items: Sequence[Item], newest: int) -> list[Item]:
    """Return the items of a month, or the newest where all are asked for."""
    if not section.slug:
        return [*items[:newest]]
    return [item for item in items if f"{item.at:%Y-%m}" == section.slug]

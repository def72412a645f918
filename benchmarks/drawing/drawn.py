"""What all sites that are drawn from a seed and live have in common."""

from dataclasses import replace
from datetime import datetime
from html import escape
from typing import TYPE_CHECKING, ClassVar
from urllib.parse import unquote

from benchmarks.drawing.article_genres import record_of
from benchmarks.drawing.article_layouts import ArticleLayout
from benchmarks.drawing.article_pages import article_html
from benchmarks.drawing.choices import NONE
from benchmarks.drawing.frame import whole_page
from benchmarks.drawing.items import slug
from benchmarks.drawing.list_layouts import ListLayout
from benchmarks.drawing.list_pagers import FETCHED, REVERSED, page_path
from benchmarks.drawing.list_pages import ListPage
from benchmarks.drawing.list_parts import Row, item_path
from benchmarks.drawing.markup import element, link
from benchmarks.drawing.sheets import Sheet, views_of
from benchmarks.drawing.site_days import said_day
from benchmarks.drawing.site_feeds import (
    feed,
    feed_links,
    sitemap_at,
    sitemap_targets,
)
from benchmarks.drawing.site_layouts import SiteLayout
from benchmarks.drawing.site_lists import (
    Section,
    in_month,
    months_of,
    second_of,
    strips_html,
    within,
)
from benchmarks.drawing.site_pages import (
    declared,
    fragment,
    fragment_json,
    listed_data,
    part,
    part_links,
    parts_of,
    spelled,
)
from tests.fixtures.living.families.family import Family
from tests.fixtures.living.http import Answer, Request
from tests.fixtures.living.item import Item
from tests.fixtures.living.record import Record

if TYPE_CHECKING:
    from tests.fixtures.living.site import Site

_SLOTS = ("head", "top", "date", "side", "under", "foot")
_SHOWN_BESIDE, _RELATED = 5, 3


class _LivingRow(Row):
    """A row that leads to where its item is today, in the section of its list."""

    __slots__ = ()

    @property
    def path(self) -> str:
        paths = (self.item.path, *self.item.aliases)
        base = self.layout.base
        return next((path for path in paths if path.startswith(base)), paths[0])


class _LivingPage(ListPage):
    """A page of a list that lives."""

    __slots__ = ()

    def row(self, item: Item) -> Row:
        return _LivingRow(self.layout, item)

    def beside(self, item: Item) -> str:
        return _spelled(item)


class _LivingSheet(Sheet):
    """An article that leads to where other items are today."""

    __slots__ = ()

    def path_of(self, item: Item) -> str:
        return _spelled(item)


class Drawn(Family):
    """A site of one seed's layouts; what no truth could judge is left out."""

    rows: ClassVar[ListLayout]
    page: ClassVar[ArticleLayout]
    ways: ClassVar[SiteLayout]
    parts: ClassVar[tuple[Section, ...]]

    # -- addresses

    def path_of(
        self, site: "Site", *, number: int, title: str, section: str, at: datetime
    ) -> str:
        words = slug(_item(number, Record(title=title, date="", blocks=()), at))
        rows = self.rows if self.ways.home == "site" else self._part(section).layout
        return item_path(rows, words=words, number=number, at=at)

    def aliases_of(self, item: Item) -> tuple[str, ...]:
        other = spelled(self.ways, item.path)
        spellings = () if other == item.path else (other,)
        return spellings + self._doubles(item)

    def _doubles(self, item: Item) -> tuple[str, ...]:
        second = second_of(self.ways, item)
        if self.ways.doubles != "alias" or not second:
            return ()
        first, other = (self._part(s).layout.base for s in (item.section, second))
        alias = item.path.replace(first, other, 1)
        return () if alias == item.path else (alias,)

    def key_of(self, request: Request) -> str:
        number = request.query.get("id", "")
        if self.rows.address == "query" and request.path == "/index.php" and number:
            return f"/index.php?page=news&id={number}"
        return request.path

    def listing_targets(self, site: "Site") -> list[str]:
        if self.ways.entry == "feed":
            return [self.ways.feed_path]
        if self.ways.entry == "sitemap":
            return sitemap_targets(self.ways, site)
        strips = [self.seed] if self.seed in self._strips else []
        lists = self.parts if self.ways.has_strips else (self._whole,)
        pages = [target for one in lists for target in self._pages(site, one)]
        return strips + pages + [month.layout.base for month in self._months(site)]

    def pages(self, site: "Site") -> int:
        return len(self._pages(site, self._whole))

    def on_page(self, site: "Site", page: int) -> list[Item]:
        return self._share(site.listed(), page, self.pages(site))

    # -- what an item says

    def date_of(self, at: datetime) -> str:
        if said := said_day(self.page.meta, self.page.day_by, at):
            return said
        if self.page.form == "clock":
            return at.replace(tzinfo=None, second=0).isoformat()
        return at.date().isoformat()

    def page_count(self, item: Item) -> int:
        return parts_of(self.ways, item.record)

    def finish(self, site: "Site", record: Record, at: datetime) -> Record:
        made = record_of(self.page, _item(len(site.items) + 1, record, at))
        return made if record.summary else replace(made, summary="")

    # -- pages

    def listing(self, site: "Site", request: Request) -> str | None:
        asked = unquote(request.target), request.path
        if request.path in self._strips:
            return self._strips_page(site)
        for section in (self._whole, *self.parts, *self._months(site)):
            targets = [unquote(one) for one in self._pages(site, section)]
            found = next((one for one in asked if one in targets), None)
            if found:
                page = self._page(site, section, targets.index(found) + 1)
                is_fetched = section.layout.pager in FETCHED and page.number > 1
                return fragment(page) if is_fetched else page.html()
        return None

    def extra(self, site: "Site", request: Request) -> Answer | None:
        if self.ways.feed != NONE and request.target == self.ways.feed_path:
            return feed(self.ways, site)
        if self.ways.sitemap != NONE and (made := sitemap_at(self.ways, site, request)):
            return made
        return self._fetched(site, request) if self.rows.pager == "json" else None

    def _fetched(self, site: "Site", request: Request) -> Answer | None:
        """Return further rows as JSON."""
        for section in (self._whole, *self.parts):
            targets = self._pages(site, section)
            if request.target in targets[1:]:
                number = targets.index(request.target) + 1
                page = self._page(site, section, number)
                onward = next(iter(targets[number:]), None)
                body = fragment_json(page, onward)
                return Answer(body=body, kind="application/json")
        return None

    def _page(self, site: "Site", section: Section, number: int) -> ListPage:
        """Return a page of a list."""
        items, count = self._items(site, section), len(self._pages(site, section))
        months = self._months(site)
        page = _LivingPage(
            layout=section.layout,
            items=self._share(items, number, count),
            newest=site.newest(_SHOWN_BESIDE),
            older=site.listed()[-_SHOWN_BESIDE:],
            number=number,
            last=count,
            heading=section.name,
            months=[(month.layout.base, month.name) for month in months],
            slots=self._slots(site),
        )
        if self.ways.data == NONE or (page.layout.pager in FETCHED and number > 1):
            return page
        head = listed_data(page, site.address) + page.slots["head"]
        return replace(page, slots={**page.slots, "head": head})

    def _strips_page(self, site: "Site") -> str:
        lists = self.parts if self.ways.has_strips else (self._whole,)
        pages = [(section, self._page(site, section, 1)) for section in lists]
        main = strips_html(self.ways, pages)
        return self.frame(site, title=self.tongue.signs["home"], main=main)

    @property
    def _whole(self) -> Section:
        """The list of all items."""
        return Section(slug="", name=self.tongue.signs["news"], layout=self.rows)

    @property
    def _strips(self) -> set[str]:
        """The addresses of pages that show a strip of each list."""
        front = {self.front} if self.ways.entry == "front" else set()
        return front | {self.rows.base} if self.ways.has_strips else front

    def _part(self, slug: str) -> Section:
        return next(part for part in self.parts if part.slug == slug)

    def _items(self, site: "Site", section: Section) -> list[Item]:
        items = site.listed()
        if self.ways.archive != NONE:
            return in_month(section, items, self.per_page)
        return within(self.ways, section, items) if section.slug else items

    def _months(self, site: "Site") -> list[Section]:
        """Return the lists of months, the newest first."""
        return months_of(self.ways, self.rows, site.listed())

    def _pages(self, site: "Site", section: Section) -> list[str]:
        """Return the addresses of the pages of a list."""
        if self.ways.archive != NONE:
            return [section.layout.base]
        size, found = self.per_page, len(self._items(site, section))
        is_reversed = section.layout.step == REVERSED
        count = max(1, found // size if is_reversed else -(-found // size))
        numbers = range(1, count + 1)
        return [page_path(section.layout, n, last=count) for n in numbers]

    def _share(self, items: list[Item], number: int, count: int) -> list[Item]:
        """Return the items of one page; the newest has those that fill no other."""
        size = self.per_page
        if count == 1:
            return items
        extra = max(0, len(items) - count * size) if self.rows.step == REVERSED else 0
        start = (number - 1) * size + extra * (number > 1)
        return items[start : number * size + extra]

    def _slots(self, site: "Site", item: Item | None = None) -> dict[str, str]:
        """Return what tricks put at places of a page, and what leads to its lists."""
        slots = {name: site.slot(name, item) for name in _SLOTS}
        head, foot = feed_links(self.ways)
        if item and self.ways.claimed == "yes":
            head += f'<link rel="canonical" href="{site.address}{escape(item.path)}">'
        own = (link(part.layout.base, escape(part.name)) for part in self.parts)
        menu = "".join(element("li", one) for one in own)
        return {
            **slots,
            "head": head + slots["head"],
            "foot": foot + slots["foot"],
            "menu": menu if self.ways.sections != NONE else "",
            "charset": declared(self.ways, self.charset)[1],
        }

    def article(self, site: "Site", item: Item, request: Request) -> str:
        listed = site.listed()
        place = listed.index(item) if item in listed else 0
        news = site.newest(_SHOWN_BESIDE, without=item)
        others = [other for other in listed if other is not item]
        start = (place + site.day) % len(others)
        count = self.page_count(item)
        number = min(max(1, request.number("part")), count)
        words = (self.tongue.signs["page"], self.tongue.signs["next"])
        slots = self._slots(site, item)
        slots["parts"] = part_links(item, number, count, words)
        sheet = _LivingSheet(
            layout=self.page,
            item=item,
            record=part(self.ways, item.record, number),
            neighbors=(listed[place - 1], listed[(place + 1) % len(listed)]),
            newest=tuple(news),
            related=tuple((others[start:] + others)[:_RELATED]),
            amid=news[site.day % len(news)],
            views=views_of(item, site.day),
            slots=slots,
            between=tuple(site.between(item)),
        )
        return article_html(sheet)

    def frame(self, site: "Site", *, title: str, main: str) -> str:
        return whole_page(
            self.rows.language,
            base=self.rows.base,
            window=title,
            main=main,
            slots=self._slots(site),
        )


def _spelled(item: Item) -> str:
    """Return an address as boxes spell it, if that is not as in the lists."""
    return next(iter(item.aliases), item.path)


def _item(number: int, record: Record, at: datetime) -> Item:
    return Item(number=number, section="", path="", record=record, at=at, born=0)

"""The page of a list: its rows, and what a site puts around them. Pure."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from benchmarks.drawing.choices import NONE
from benchmarks.drawing.forms import printed
from benchmarks.drawing.frame import whole_page
from benchmarks.drawing.items import items
from benchmarks.drawing.list_blocks import above, below
from benchmarks.drawing.list_layouts import ListLayout
from benchmarks.drawing.list_pagers import LAST, Place, page_path, pager
from benchmarks.drawing.list_parts import Row
from benchmarks.drawing.list_rows import columns_html, featured_html, row_html
from benchmarks.drawing.markup import element, link, points
from benchmarks.drawing.words import WORDS
from tests.fixtures.living.item import Item
from tests.fixtures.living.prose import TONGUES

_WORLDS = 7
_ITEMS, _OLDER = 60, 30
_IN_A_BOX = 5
_IN_A_ROW = 3
#: So many items stand over the list.
_FEATURED = {"none": 0, "first": 1, "three": 3}
#: Whose rows stand in an element of this name; those of the rest in a ``div``.
_WRAPS = ("ul", "ol", "table", "dl", "section")


@dataclass(frozen=True, slots=True)
class ListPage:
    """A page that lists some items of a site; the newest of all stand beside them."""

    layout: ListLayout
    items: Sequence[Item]
    newest: Sequence[Item]
    older: Sequence[Item]
    number: int = 1
    last: int = LAST
    heading: str = ""
    months: Sequence[tuple[str, str]] = ()
    slots: Mapping[str, str] = field(default_factory=dict)

    @property
    def path(self) -> str:
        """Its address."""
        return page_path(self.layout, self.number, last=self.last)

    @property
    def featured(self) -> Sequence[Item]:
        """The items that stand over the list."""
        count = _FEATURED[self.layout.featured] if self.number == 1 else 0
        return self.items[:count]

    def beside(self, item: Item) -> str:
        """Return the address to which boxes beside the list lead."""
        return self.row(item).path

    def row(self, item: Item) -> Row:
        """Return an item as the page shows it."""
        return Row(self.layout, item)

    def html(self) -> str:
        """Return the markup of the whole page."""
        layout, place = self.layout, Place(self.layout, self.number, self.last)
        heading = self.heading or TONGUES[layout.language].signs["news"]
        shown = above(layout) + _featured(self) + list_html(self) + pager(place)
        main = element("h1", escape(heading)) + shown + below(layout)
        wrap = element("div", element("div", main, layout.main_name) + _side(self))
        return whole_page(
            layout.language,
            base=layout.base,
            window=heading,
            main=wrap,
            slots=self.slots,
        )


def list_page(layout: ListLayout, seed: int) -> ListPage:
    """Return the page of a layout."""
    found = items(layout.language, seed % _WORLDS, _ITEMS)
    shown = found[: int(layout.count)]
    return ListPage(layout, shown, shown, found[_OLDER:])


def _featured(page: ListPage) -> str:
    """Return the first items in the shape of their own that they have over the list."""
    rows = map(featured_html, map(page.row, page.featured))
    return element("div", "".join(rows), "top") if page.featured else ""


def list_html(page: ListPage) -> str:
    """Return the markup of the list itself."""
    layout = page.layout
    tag = layout.box if layout.box in _WRAPS else "div"
    rows = list(_rows(page))
    if layout.box == "grid":
        starts = range(0, len(rows), _IN_A_ROW)
        rows = [element("div", "".join(rows[n : n + _IN_A_ROW]), "row") for n in starts]
    elif layout.box == "table" and layout.columns == "named":
        rows.insert(0, columns_html(page.row(page.items[0])))
    return element(tag, "".join(rows), layout.list_name)


def _rows(page: ListPage) -> Iterator[str]:
    language, group = page.layout.language, page.layout.group
    months = TONGUES[language].months
    last = ""
    for item in page.items[len(page.featured) :]:
        head = f"{months[item.at.month - 1]} {item.at.year}"
        if group == "days":
            head = printed(language, item.at, page.layout.form)
        if group in ("months", "days") and head != last:
            yield element("h2", head)
        elif group == "rules" and last:
            yield "<hr>"
        last = head
        yield row_html(page.row(item))


def _side(page: ListPage) -> str:
    layout, extra = page.layout, page.slots.get("side", "")
    names = () if layout.side == NONE else layout.side.split()
    boxes = "".join(element("div", _SIDES[name](page)) for name in names) + extra
    return element(layout.side_tag, boxes, layout.side_name) if boxes else ""


def _boxed(heading: str, found: Sequence[Item], page: ListPage) -> str:
    links = (
        link(escape(page.beside(item)), page.row(item).title)
        for item in found[:_IN_A_BOX]
    )
    return element("h3", heading) + points(links)


def _recent(page: ListPage) -> str:
    return _boxed(WORDS[page.layout.language].recent, page.newest, page)


def _popular(page: ListPage) -> str:
    return _boxed(WORDS[page.layout.language].popular, page.older, page)


def _months(page: ListPage) -> str:
    months = TONGUES[page.layout.language].months
    base = page.layout.base
    usual = [(f"{base}2026/{n:02d}/", f"{months[n - 1]} 2026") for n in (3, 2, 1)]
    links = (link(href, words) for href, words in page.months or usual)
    return element("h3", WORDS[page.layout.language].archive) + points(links)


def _tags(page: ListPage) -> str:
    tongue = TONGUES[page.layout.language]
    links = (link(f"/tag/{n}", word) for n, word in enumerate(tongue.things[:5]))
    return element("h3", tongue.signs["tags"]) + element("div", " ".join(links))


def _topics(page: ListPage) -> str:
    topics = WORDS[page.layout.language].topics
    base = page.layout.base
    return points(link(f"{base}topic/{n}", word) for n, word in enumerate(topics))


def _banners(page: ListPage) -> str:
    hrefs = ("https://gov.example/", "/open-data", "/hotline")
    names = TONGUES[page.layout.language].offices
    return points(
        link(href, f'<img src="/b{n}.png" alt="{escape(names[n % len(names)])}">')
        for n, href in enumerate(hrefs)
    )


def _events(page: ListPage) -> str:
    tongue = TONGUES[page.layout.language]
    names = list(zip(tongue.things, tongue.places, strict=False))[:3]
    shown = (
        link(f"/events/{n}", f"{escape(thing)}, {escape(place)}")
        + f" <span>0{n + 3}.04.2026</span>"
        for n, (thing, place) in enumerate(names)
    )
    return element("h3", WORDS[page.layout.language].events) + points(shown)


_SIDES: dict[str, Callable[[ListPage], str]] = {
    "recent": _recent,
    "popular": _popular,
    "months": _months,
    "tags": _tags,
    "topics": _topics,
    "banners": _banners,
    "events": _events,
}

"""A make of site whose lists and articles are drawn from one seed, and that lives."""

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar
from urllib.parse import unquote

from benchmarks.drawing.article_genres import record_of
from benchmarks.drawing.article_layouts import ArticleLayout, article_layout
from benchmarks.drawing.article_pages import article_html
from benchmarks.drawing.choices import NONE
from benchmarks.drawing.frame import whole_page
from benchmarks.drawing.items import slug
from benchmarks.drawing.list_layouts import ListLayout, list_layout
from benchmarks.drawing.list_pagers import page_path
from benchmarks.drawing.list_pages import ListPage
from benchmarks.drawing.list_parts import Row, item_path
from benchmarks.drawing.sheets import Sheet, views_of
from tests.fixtures.living.families.family import Family
from tests.fixtures.living.http import Request
from tests.fixtures.living.item import Item
from tests.fixtures.living.prose import TONGUES
from tests.fixtures.living.record import Record

if TYPE_CHECKING:
    from tests.fixtures.living.site import Site

_SLOTS = ("head", "top", "date", "side", "under", "foot")
#: What may be read with a text or not: no truth could say which.
_DOUBTFUL = ("beside", "facts", "number", "contact")
_SHOWN_BESIDE, _RELATED = 5, 3
#: What a list without a pager holds.
_ALL = 10_000


class _LivingRow(Row):
    """A row that leads to where its item is today."""

    __slots__ = ()

    @property
    def path(self) -> str:
        return self.item.path


class _LivingPage(ListPage):
    """A page of a list that lives."""

    __slots__ = ()

    def row(self, item: Item) -> Row:
        return _LivingRow(self.layout, item)


class _LivingSheet(Sheet):
    """An article that leads to where other items are today."""

    __slots__ = ()

    def path_of(self, item: Item) -> str:
        return item.path


class Drawn(Family):
    """A site of one seed's layouts; what no truth could judge is left out."""

    rows: ClassVar[ListLayout]
    page: ClassVar[ArticleLayout]

    # -- addresses

    def path_of(
        self, site: "Site", *, number: int, title: str, section: str, at: datetime
    ) -> str:
        words = slug(_item(number, Record(title=title, date="", blocks=()), at))
        return item_path(self.rows, words=words, number=number, at=at)

    def key_of(self, request: Request) -> str:
        number = request.query.get("id", "")
        if self.rows.address == "query" and request.path == "/index.php" and number:
            return f"/index.php?page=news&id={number}"
        return request.path

    def listing_targets(self, site: "Site") -> list[str]:
        return [page_path(self.rows, n) for n in range(1, self.pages(site) + 1)]

    # -- what an item says

    def date_of(self, at: datetime) -> str:
        if self.page.meta in ("og", "ld"):
            return at.isoformat()
        if self.page.form == "clock":
            return at.replace(tzinfo=None, second=0).isoformat()
        return at.date().isoformat()

    def finish(self, site: "Site", record: Record, at: datetime) -> Record:
        made = record_of(self.page, _item(len(site.items) + 1, record, at))
        return made if record.summary else replace(made, summary="")

    # -- pages

    def listing(self, site: "Site", request: Request) -> str | None:
        targets = [unquote(target) for target in self.listing_targets(site)]
        asked = unquote(request.target)
        if asked not in targets:
            asked = request.path
        if asked not in targets:
            return None
        number = targets.index(asked) + 1
        page = _LivingPage(
            layout=self.rows,
            items=self.on_page(site, number),
            newest=site.newest(_SHOWN_BESIDE),
            older=site.listed()[-_SHOWN_BESIDE:],
            number=number,
            last=len(targets),
            slots=_slots(site),
        )
        return page.html()

    def article(self, site: "Site", item: Item, request: Request) -> str:
        listed = site.listed()
        place = listed.index(item) if item in listed else 0
        news = site.newest(_SHOWN_BESIDE, without=item)
        others = [other for other in listed if other is not item]
        start = (place + site.day) % len(others)
        sheet = _LivingSheet(
            layout=self.page,
            item=item,
            record=item.record,
            neighbors=(listed[place - 1], listed[(place + 1) % len(listed)]),
            newest=tuple(news),
            related=tuple((others[start:] + others)[:_RELATED]),
            amid=news[site.day % len(news)],
            views=views_of(item, site.day),
            slots=_slots(site, item),
            between=tuple(site.between(item)),
        )
        return article_html(sheet)

    def frame(self, site: "Site", *, title: str, main: str) -> str:
        return whole_page(
            self.rows.language,
            base=self.rows.base,
            window=title,
            main=main,
            slots=_slots(site),
        )


def _slots(site: "Site", item: Item | None = None) -> dict[str, str]:
    return {name: site.slot(name, item) for name in _SLOTS}


def _item(number: int, record: Record, at: datetime) -> Item:
    return Item(number=number, section="", path="", record=record, at=at, born=0)


def family_of(seed: int) -> type[Drawn]:
    """Return the make of site of a seed."""
    rows = _without_archives(list_layout(seed))
    page = replace(article_layout(seed), language=rows.language, base=rows.base)
    page = replace(page, **dict.fromkeys(_DOUBTFUL, NONE))
    if page.lead == NONE:
        rows = replace(rows, lead=NONE)
    if page.author == NONE:
        rows = replace(rows, author=NONE)
    shown = {"summary": page.lead, "authors": page.author, "files": page.files}
    return type(
        "Drawn",
        (Drawn,),
        {
            "__doc__": Drawn.__doc__,
            "name": f"drawn_{seed}",
            "tongue": TONGUES[rows.language],
            "seed": rows.base,
            "per_page": _ALL if rows.pager == NONE else int(rows.count),
            "prints": frozenset(name for name, make in shown.items() if make != NONE),
            "rows": rows,
            "page": page,
        },
    )


def _without_archives(rows: ListLayout) -> ListLayout:
    """Return a layout that offers no lists of years and months: the site has none."""
    side = [name for name in rows.side.split() if name != "months"]
    above = NONE if rows.above == "chips" else rows.above
    return replace(rows, above=above, side=" ".join(side) or NONE)

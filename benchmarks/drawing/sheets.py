"""What the pages of a drawn site show: an item, and the others it leads to. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape

from benchmarks.drawing.article_genres import record_of
from benchmarks.drawing.article_layouts import ArticleLayout
from benchmarks.drawing.forms import printed
from benchmarks.drawing.items import items, slug
from benchmarks.drawing.wording import Words
from benchmarks.drawing.words import WORDS
from tests.fixtures.living.item import Item
from tests.fixtures.living.prose import TONGUES, Tongue
from tests.fixtures.living.record import Record

#: So many pages a site has; its first items lead to what is newer, and have no page.
PAGES = 8
_FIRST, _ITEMS = 2, 14
_WORLDS = 5
_RELATED = 3
_VIEWS_A_DAY = 113


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One page: its item, which may say something else by now, and others.

    ``neighbors`` are the items before and behind it, ``newest`` those of a sidebar,
    ``amid`` one that its text leads to; ``views`` counts its readers. ``slots`` and
    ``between`` are what a living site puts at places of the page and of the text.
    """

    layout: ArticleLayout
    item: Item
    record: Record
    neighbors: tuple[Item, Item]
    newest: tuple[Item, ...]
    related: tuple[Item, ...]
    amid: Item
    views: int
    slots: Mapping[str, str] = field(default_factory=dict)
    between: tuple[tuple[int, str], ...] = ()

    @property
    def tongue(self) -> Tongue:
        """The language of its site."""
        return TONGUES[self.layout.language]

    @property
    def words(self) -> Words:
        """What its site says around items."""
        return WORDS[self.layout.language]

    @property
    def title(self) -> str:
        """The headline, as markup."""
        return escape(self.record.title, quote=False)

    @property
    def path(self) -> str:
        """The address."""
        return self.path_of(self.item)

    def path_of(self, item: Item) -> str:
        """Return the address of an item of its site."""
        return f"{self.layout.base}{slug(item)}-{item.number}"

    def day_of(self, item: Item) -> str:
        """Return the day of an item as its site prints it."""
        return printed(self.layout.language, item.at, self.layout.form)

    def slot(self, name: str) -> str:
        """Return what stands at a place of the page besides, as markup."""
        return self.slots.get(name, "")

    def sign(self, name: str) -> str:
        """Return a word of menus and buttons."""
        return escape(self.tongue.signs[name])

    def label(self, name: str) -> str:
        """Return such a word as stands before what it tells of."""
        return self.sign(name) + ("：" if self.layout.language == "zh" else ":")


def sheets(
    layout: ArticleLayout,
    seed: int,
    *,
    look: int = 0,
    records: Mapping[int, Record] | None = None,
) -> tuple[Sheet, ...]:
    """Return the pages of a site: at a later look all that leads elsewhere moved on.

    ``records`` are what some items say by then, by their number.
    """
    found = items(layout.language, seed % _WORLDS, _ITEMS)
    half = len(found) // 2
    newest = found[half:] + found[:half] if look else found
    edited = records or {}
    return tuple(
        Sheet(
            layout=layout,
            item=item,
            record=edited.get(item.number) or record_of(layout, item),
            neighbors=(found[place - 1], found[place + 1 + look]),
            newest=newest[:5],
            related=_related(newest, item, place),
            amid=newest[(place + 5) % len(newest)],
            views=views_of(item, look),
        )
        for place, item in enumerate(found[_FIRST : _FIRST + PAGES], _FIRST)
    )


def views_of(item: Item, day: int) -> int:
    """Return how many have looked at an item by some day."""
    return (item.number * 37 + day * _VIEWS_A_DAY) % 900 + 3


def _related(newest: tuple[Item, ...], item: Item, place: int) -> tuple[Item, ...]:
    others = [other for other in newest if other is not item]
    start = place * _RELATED % PAGES
    return tuple(others[start : start + _RELATED])

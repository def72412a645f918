"""A make of site whose every page is one real page's frame."""

import re
import zlib
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from functools import partial
from html import escape
from typing import TYPE_CHECKING, ClassVar

from tests.fixtures.living.families.family import Family, words
from tests.fixtures.living.families.slugs import transliterate
from tests.fixtures.living.http import Request

from .frame import Filling, Frame, fill

if TYPE_CHECKING:
    from tests.fixtures.living.item import Item
    from tests.fixtures.living.record import Block
    from tests.fixtures.living.site import Site

#: The list of a site that has none of its own in its frame: its box, a row of it.
_LISTS = (
    (
        "<div class='list'>@@rows@@</div>",
        "<div class='news-item'><span class='date'>@@day.0@@</span><h3>"
        "<a href='@@href.0@@'>@@teaser.0@@</a></h3></div>\n",
    ),
    (
        "<ul class='items'>@@rows@@</ul>",
        "<li><a href='@@href.0@@'><strong>@@teaser.0@@</strong></a> "
        "<em>@@day.0@@</em></li>\n",
    ),
    (
        "<table class='tab'>@@rows@@</table>",
        "<tr><td>@@day.0@@</td><td><a href='@@href.0@@'>@@teaser.0@@</a></td></tr>\n",
    ),
    (
        "<section class='cards'>@@rows@@</section>",
        "<article class='card'><a href='@@href.0@@'><img src='/i/@@number.0@@.jpg'"
        " alt=''></a><div class='card-text'><h2><a href='@@href.0@@'>@@teaser.0@@</a>"
        "</h2><p>@@lead.0@@</p><time>@@day.0@@</time></div></article>\n",
    ),
)
_PER_PAGE = (10, 15, 20)
_LEAD = 110
_SLOTS = ("head", "top", "side", "under", "foot")
#: Where the text ends that a lead is made of.
_CUT = "…"


class Framed(Family):
    """A site in a frame; the lists, addresses and pagers of several makes."""

    prints = frozenset({"rows"})
    zone = timezone(timedelta(hours=1))
    cut: ClassVar[Frame]
    #: A figure that says which of the makes it is.
    variant: ClassVar[int] = 0

    # -- addresses

    def path_of(
        self, site: "Site", *, number: int, title: str, section: str, at: datetime
    ) -> str:
        slug = transliterate(title)[:60].strip("-") or "item"
        way = self.variant % 4
        if way == 0:
            return f"/news/{slug}-{number + 3000}"
        if way == 1:
            return f"/{at:%Y/%m/%d}/{slug}/"
        if way == 2:
            return f"/{transliterate(section) or 'news'}/{slug}.html"
        number += 700
        while f"/press/{number}.html" in site.index:
            number += 1000
        return f"/press/{number}.html"

    def listing_targets(self, site: "Site") -> list[str]:
        return [self._href(page) for page in range(1, self.pages(site) + 1)]

    def _href(self, page: int) -> str:
        if page == 1:
            return self.seed
        if self.variant // 4 % 2:
            return f"{self.seed}page/{page}/"
        return f"{self.seed}?page={page}"

    # -- pages

    def listing(self, site: "Site", request: Request) -> str | None:
        targets = self.listing_targets(site)
        asked = request.path if "page" not in request.target else request.target
        if asked not in targets:
            return None
        page = targets.index(asked) + 1
        box, row = self._list()
        rows = [
            fill(row, lambda name, ns, item=item: self._of_item(item, name, ns[:-1]))
            for item in self.on_page(site, page)
        ]
        whole = fill(box, lambda name, numbers: "".join(rows))
        main = whole + self._pager(page, len(targets))
        return self.frame(site, title=self.tongue.signs["news"], main=main)

    def article(self, site: "Site", item: "Item", request: Request) -> str:
        pieces = list(self.pieces(item.record.blocks))
        extras = [*site.between(item), *self.cut.inserts]
        for place, extra in sorted(extras, key=lambda pair: -pair[0]):
            if place < len(pieces):
                pieces.insert(max(1, place), extra)
        title = item.record.title
        main = fill("\n".join(pieces), self._saying(site, title, "", item))
        return self._page(site, title=title, main=main, item=item)

    def frame(self, site: "Site", *, title: str, main: str) -> str:
        return self._page(site, title=title, main=main)

    def furniture(self, site: "Site", request: Request) -> str | None:
        is_linked = f'href="{request.path}"' in self.cut.page
        if request.path.startswith("/p/") and is_linked:
            main = f"<p>{self.tongue.signs['about_text']}</p>"
            return self.frame(site, title=request.path[3:] or "p", main=main)
        return super().furniture(site, request)

    def piece(self, kind: str, blocks: "tuple[Block, ...]") -> str:
        shells = {"p": self.cut.paragraph, "h": self.cut.heading}
        if kind not in shells:
            return super().piece(kind, blocks)
        return fill(shells[kind], lambda name, numbers: words(blocks[0]))

    # -- filling

    def _page(
        self, site: "Site", *, title: str, main: str, item: "Item | None" = None
    ) -> str:
        return fill(self.cut.page, self._saying(site, title, main, item))

    def _saying(
        self, site: "Site", title: str, main: str, item: "Item | None"
    ) -> Filling:
        news = site.newest(30, without=item)
        whole = {
            "text": lambda: main,
            "title": lambda: escape(title),
            **{slot: partial(site.slot, slot, item) for slot in _SLOTS},
        }

        def say(name: str, numbers: list[int]) -> str:
            if name in whole:
                return whole[name]()
            if name == "now":
                return self.cut.forms[numbers[0]].write(site.now)
            if len(numbers) == (2 if name == "day" else 1):
                other = news[numbers[-1] % len(news)] if news else None
                return self._of_item(other, name, numbers[:-1]) if other else ""
            told = self._of_item(item, name, numbers) if item else ""
            return told + site.slot("date", item) if name == "day" and item else told

        return say

    def _of_item(self, item: "Item", name: str, numbers: list[int]) -> str:
        """Return what one item says in a hole."""
        if name == "day":
            forms = self.cut.forms
            return escape(forms[numbers[0] if numbers else 0].write(item.at))
        record = item.record
        said: dict[str, Callable[[], str]] = {
            "title": lambda: record.title,
            "teaser": lambda: record.title,
            "href": lambda: item.path,
            "self": lambda: item.path,
            "author": lambda: " ".join(record.authors),
            "iso": lambda: record.date,
            "number": lambda: str(item.number),
            "lead": lambda: _lead(record.blocks[0].text),
        }
        return escape(said[name]())

    def _list(self) -> tuple[str, str]:
        own = (self.cut.list, self.cut.row)
        makes = [*_LISTS, own, own, own] if self.cut.list else list(_LISTS)
        return makes[self.variant // 8 % len(makes)]

    def _pager(self, page: int, count: int) -> str:
        s = self.tongue.signs
        links = []
        way = self.variant // 64 % 3
        if page > 1 and way:
            links.append(f'<a href="{self._href(page - 1)}">{s["previous"]}</a>')
        if way < 2:
            links += [
                f"<span>{n}</span>"
                if n == page
                else f'<a href="{self._href(n)}">{n}</a>'
                for n in range(1, count + 1)
            ]
        if page < count:
            links.append(f'<a href="{self._href(page + 1)}">{s["next"]}</a>')
        return f'<div class="pagination">{" ".join(links)}</div>'


def family_of(frame: Frame, ident: str) -> type[Framed]:
    """Return the make of site that lives in a frame."""
    name = "frame_" + re.sub(r"\W+", "_", ident).strip("_").lower()
    variant = zlib.crc32(ident.encode())
    own = {"authors"} if frame.has_author else set()
    return type(
        "Framed",
        (Framed,),
        {
            "__doc__": Framed.__doc__,
            "name": name,
            "tongue": frame.tongue,
            "cut": frame,
            "variant": variant,
            "per_page": _PER_PAGE[variant // 256 % 3],
            "prints": Framed.prints | own,
        },
    )


def _lead(text: str) -> str:
    """Return the beginning of a text, as lists print it."""
    if len(text) <= _LEAD:
        return text
    head, space, _ = text[:_LEAD].rpartition(" ")
    return (head if space else text[:_LEAD]) + _CUT

"""Lay a page out as a row of short texts, in one walk of its tree. Pure."""

from itertools import islice

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from parsers.addresses.script_links import ScriptLinks, is_made_link
from parsers.page import Page
from parsers.templates.folds import Folds
from parsers.templates.grids import Grids
from parsers.templates.owners import owner_paths
from parsers.templates.places import (
    Area,
    area_of,
    is_beside_main,
    is_elsewhere,
    is_reordered,
    lists_days,
)
from parsers.templates.row_names import RowNames
from parsers.templates.sheet import Link, Sheet, Unit
from parsers.templates.steps import step_of, to_rows
from parsers.text import normal_text

#: Texts and links looked at; what is behind them is not read.
MAX_UNITS = 60_000
MAX_LINKS = 12_000
#: A text is cut here; no title is longer.
MAX_TEXT = 4_000
#: Rows, and how many steps around a link they are looked for.
_ROWS, _NEAR = frozenset(("tr", "li", "article", "dd", "dt")), 4
#: Steps of the tree, from below, that make a place.
_STEPS = 7


def read_sheet(page: Page, *, with_unseen: bool = False) -> Sheet:
    """Lay a page out as a row of texts, in one walk of its tree.

    ``with_unseen`` takes what a picture is said to show for the text of its link,
    where the link has no other, and reads what is shown where no script runs.
    """
    sheet = Sheet(page=page)
    _Walk(sheet, with_unseen=with_unseen).run()
    _mark_areas(sheet)
    sheet.owners = owner_paths(
        (link.path, link.url, _row_of(link.element)) for link in sheet.links
    )
    return sheet


def _row_of(element: HtmlElement) -> HtmlElement | None:
    """Return the row in which an element stands near, else the box around it."""
    near = islice(element.iterancestors(), _NEAR)
    return next((one for one in near if one.tag in _ROWS), element.getparent())


class _Walk:
    def __init__(self, sheet: Sheet, *, with_unseen: bool) -> None:
        self.sheet = sheet
        self.with_unseen = with_unseen
        self.skipped = _SKIPPED - {"noscript"} if with_unseen else _SKIPPED
        self.scripts = ScriptLinks(sheet.page)
        self.folds = Folds(sheet.page)
        self.grids = Grids()
        self.rows = RowNames()
        self.stack: list[tuple[tuple[str, ...], bool]] = [((), False)]
        self.link: Link | None = None
        self.pieces: list[str] = []
        self.holder: HtmlElement = sheet.page.root
        self.hidden = 0
        self.is_line = False
        page = sheet.page
        self.own = {page.url.partition("#")[0], page.base_url.partition("#")[0]}

    def run(self) -> None:
        for event, element in iterwalk(self.sheet.page.root, events=("start", "end")):
            if not isinstance(element.tag, str):
                continue
            if event == "start":
                self.enter(element)
            else:
                self.leave(element)
            if len(self.sheet.units) >= MAX_UNITS:
                break
        self.flush()
        total = len(self.sheet.units)
        for element, (start, end) in self.sheet.spans.items():
            if end < 0:
                self.sheet.spans[element] = (start, total)

    def enter(self, element: HtmlElement) -> None:
        if self.hidden or element.tag in self.skipped or self.folds.is_hidden(element):
            self.hidden += 1
            return
        tag = element.tag
        is_edge = tag not in _INLINE or _is_named(element)
        if is_edge:
            self.flush()
        if tag == "br":
            self.is_line = True
        steps, in_heading = self.stack[-1]
        if tag == "tr":
            steps = to_rows(element, steps)
        own = (*steps, self.step(element))[-_STEPS:]
        self.stack.append(
            (steps if tag == "font" else own, in_heading or tag in _HEADINGS)
        )
        path = self.path_of(own)
        self.sheet.paths[element] = path
        self.sheet.spans[element] = (len(self.sheet.units), -1)
        if tag == "a" or (self.link is None and self.is_link(element)):
            self.flush()  # what is made a link may stand in a line
            self.close_link()  # no link holds another: browsers end it there
            self.open_link(element, path)
            self.add_attributes(element, path)
        self.add(element.text, element)

    def leave(self, element: HtmlElement) -> None:
        if self.hidden:
            self.hidden -= 1
            self.add_tail(element)
            return
        tag = element.tag
        is_own = self.link is not None and self.link.element is element
        if is_own or tag not in _INLINE or _is_named(element):
            self.flush()
        start, _ = self.sheet.spans[element]
        self.sheet.spans[element] = (start, len(self.sheet.units))
        if is_own:
            self.close_link()
        self.stack.pop()
        self.add_tail(element)

    def add_tail(self, element: HtmlElement) -> None:
        parent = element.getparent()
        if parent is not None and not self.hidden:
            self.add(element.tail, parent)

    def step(self, element: HtmlElement) -> str:
        tag = str(element.tag)
        if tag in {"td", "th"}:
            return self.grids.column(element)
        return step_of(tag, self.rows.of(element))

    def path_of(self, steps: tuple[str, ...]) -> int:
        names = self.sheet.names
        return names.setdefault(steps, len(names) + 1)

    def is_link(self, element: HtmlElement) -> bool:
        """Tell whether an element that is no link leads somewhere by a script."""
        tag = element.tag
        if "-" in tag:
            return element.get("href") is not None
        if tag not in _MADE_LINKS or not (element.keys() and is_made_link(element)):
            return False
        return element.find(".//a[@href]") is None

    def open_link(self, element: HtmlElement, path: int) -> None:
        href = self.scripts.href_of(element)
        self.link = None
        if not href or len(self.sheet.links) >= MAX_LINKS:
            return
        page = self.sheet.page
        url = page.resolve(href)
        if url and url not in self.own and not self.leads_to_no_item(url):
            place = len(self.sheet.units)
            self.link = Link(url=url, element=element, path=path, place=place)

    def leads_to_no_item(self, url: str) -> bool:
        """Tell whether an address is another site's or this page in another order."""
        return is_elsewhere(url) or any(is_reordered(url, own) for own in self.own)

    def add_attributes(self, element: HtmlElement, path: int) -> None:
        """Lay out what an element of the site's own make is told to show."""
        if element.tag == "a" or self.link is None:
            return
        for place, names in enumerate(_TOLD):
            text = next((t for name in names if (t := element.get(name))), "")
            if text := normal_text(text[:MAX_TEXT]):
                unit = Unit(
                    text=text,
                    element=element,
                    path=self.path_of((str(path), str(place))),
                    link=self.link,
                    is_heading=place == 0,
                )
                self.sheet.units.append(unit)

    def close_link(self) -> None:
        link = self.link
        self.link = None
        if link is None:
            return
        if self.with_unseen and link.place == len(self.sheet.units):
            self.add(_shown_in(link.element), link.element)
            self.link = link
            self.flush()
            self.link = None
        link.end = len(self.sheet.units)
        link.text = " ".join(self.sheet.texts(link.place, link.end))[:MAX_TEXT]
        self.sheet.links.append(link)

    def add(self, text: str | None, holder: HtmlElement) -> None:
        if not text:
            return
        if not self.pieces:
            if text.isspace():
                return
            self.holder = holder
        self.pieces.append(text)

    def flush(self) -> None:
        if not self.pieces:
            return
        text = normal_text("".join(self.pieces)[:MAX_TEXT])
        self.pieces.clear()
        if not text:
            return
        steps, in_heading = self.stack[-1]
        path = self.path_of(steps)
        self.sheet.units.append(
            Unit(
                text=text,
                element=self.holder,
                path=path,
                link=self.link,
                is_heading=in_heading,
                is_line=self.is_line,
            )
        )
        self.is_line = False


def _is_named(element: HtmlElement) -> bool:
    return element.tag in {"span", "small", "em", "i", "u"} and bool(
        element.get("class") or element.get("id") or element.get("style")
    )


def _shown_in(link: HtmlElement) -> str:
    """Return what a link is called, or its pictures are said to show."""
    told = [link.get("aria-label"), link.get("title")]
    for image in link.iter("img"):
        told += image.get("alt"), image.get("title")
    return next((text[:500] for text in told if text and text.strip()), "")


#: What elements of a site's own make are told: title, date, summary.
_TOLD = (
    ("headline", "heading", "card-title", "title"),
    ("date", "published", "publish-date", "pub-date", "datetime"),
    ("summary", "description", "excerpt", "teaser"),
)
_MADE_LINKS = frozenset(["tr", "td", "li", "div", "span", "article", "button"])
#: Part of a page that a menu may take, by its names alone, and by its tag.
_MOST = (0.5, 0.95)
_SURE = frozenset(["nav", "footer"])


def _mark_areas(sheet: Sheet) -> None:
    """Say of each text and link whether it stands in a menu or at the side."""
    units = sheet.units
    whole = len(units) or 1
    for element, (start, end) in sheet.spans.items():
        area = area_of(element)
        most = _MOST[element.tag in _SURE] * whole
        if area is None or (end - start > most and not is_beside_main(element, area)):
            continue
        if end > start and units[start].area <= area >= units[end - 1].area:
            continue  # a menu within a menu
        if area is Area.MENU and lists_days(
            element, [(unit.text, unit.link is not None) for unit in units[start:end]]
        ):
            continue
        for unit in units[start:end]:
            unit.area = min(unit.area, area)
    for link in sheet.links:
        if link.end > link.place:
            link.area = units[link.place].area


_SKIPPED = frozenset(
    "script style noscript template svg select head iframe object textarea "
    "canvas math title".split()
)
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_INLINE = frozenset(
    "i em u font span abbr acronym sup sub tt big cite q bdi bdo mark wbr ins s nobr "
    "small code".split()
)

"""What leads on from a page of a list, in many makes. Pure."""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from benchmarks.drawing.choices import NONE
from benchmarks.drawing.list_layouts import ListLayout
from benchmarks.drawing.markup import element, link, points
from tests.fixtures.living.prose import TONGUES

#: So many pages a list has that is looked at once.
LAST = 5
#: Pages that are counted from the oldest, whose items never leave them.
REVERSED = "reversed"
#: What scripts fetch when a button is pressed: addresses, but for a count.
FETCHED = {"fragment": "more?offset=", "json": "items.json?from="}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page of a list stands: which one it is, and which is the last."""

    layout: ListLayout
    number: int = 1
    last: int = LAST

    def sign(self, name: str) -> str:
        """Return a word of menus and buttons."""
        return escape(TONGUES[self.layout.language].signs[name])

    def to(self, number: int, words: str, name: str = NONE) -> str:
        """Return a link to another page."""
        path = page_path(self.layout, number, last=self.last)
        return link(escape(path), words, name)

    def on(self, words: str, name: str = NONE) -> str:
        """Return a link to the next page, or nothing on the last."""
        return "" if self.number >= self.last else self.to(self.number + 1, words, name)

    def others(self) -> list[str]:
        """Return links to all pages but this one."""
        numbers = range(1, self.last + 1)
        return [self.to(n, self.label(n)) for n in numbers if n != self.number]

    def label(self, number: int) -> str:
        """Return what a page is numbered as."""
        is_reversed = self.layout.step == REVERSED
        return f"{self.last + 1 - number if is_reversed else number}"


def page_path(layout: ListLayout, number: int, *, last: int = LAST) -> str:
    """Return the address of a page of a list, 1 for the newest of ``last``."""
    if number == 1:
        return layout.base
    if layout.pager in FETCHED:
        return f"{layout.base}{FETCHED[layout.pager]}{(number - 1) * int(layout.count)}"
    paths = {
        "page": f"?page={number}",
        "path": f"page/{number}/",
        "start": f"?start={(number - 1) * int(layout.count)}",
        REVERSED: f"?page={last + 1 - number}",
    }
    return layout.base + paths[layout.step]


def pager(place: Place) -> str:
    """Return the row of links, or nothing where there is one page alone."""
    make = place.layout.pager
    return "" if make == NONE or place.last == 1 else _PAGERS[make](place)


def _numbers(place: Place) -> str:
    return points(place.others(), "pagination")


def _next(place: Place) -> str:
    if place.number == place.last:
        return ""
    on = escape(page_path(place.layout, place.number + 1, last=place.last))
    return f'<a rel="next" href="{on}">{place.sign("next")}</a>'


def _boxes(place: Place) -> str:
    links = place.others()
    links.insert(
        place.number - 1, element("span", place.label(place.number), "current")
    )
    return element("div", "".join(links) + place.on("›"))


def _steps(place: Place) -> str:
    words = f"« {place.sign('previous')}"
    before = element("span", words, "disabled")
    if place.number > 1:
        before = place.to(place.number - 1, words)
    return element("p", f"{before} {place.on(place.sign('next') + ' »')}")


def _counted(place: Place) -> str:
    said = f"{place.label(place.number)} / {place.last} {place.on('&gt;')}"
    return element("div", said, "pages")


def _load(place: Place) -> str:
    return element("div", place.on(place.sign("more"), "btn load-more"))


def _button(place: Place) -> str:
    if place.number == place.last:
        return ""
    onward = escape(page_path(place.layout, place.number + 1))
    words = place.sign("more")
    return f'<button type="button" class="more" data-url="{onward}">{words}</button>'


_PAGERS: dict[str, Callable[[Place], str]] = {
    "numbers": _numbers,
    "next": _next,
    "boxes": _boxes,
    "steps": _steps,
    "counted": _counted,
    "load": _load,
    "fragment": _button,
    "json": _button,
}

"""What stands over and under a list in the main column of its page. Pure."""

from collections.abc import Callable
from html import escape

from benchmarks.drawing.choices import NONE
from benchmarks.drawing.list_layouts import ListLayout
from benchmarks.drawing.markup import element, link, points
from benchmarks.drawing.words import WORDS
from tests.fixtures.living.prose import TONGUES

_YEARS = (2026, 2025, 2024)


def above(layout: ListLayout) -> str:
    """Return what stands over a list."""
    return "" if layout.above == NONE else _ABOVE[layout.above](layout)


def below(layout: ListLayout) -> str:
    """Return what stands under a list, and is none of it."""
    return "" if layout.below == NONE else _BELOW[layout.below](layout)


def _filters(layout: ListLayout) -> str:
    years = "".join(element("option", f"{year}") for year in _YEARS)
    topics = "".join(element("option", one) for one in WORDS[layout.language].topics)
    selects = element("select", years) + element("select", topics)
    return element("form", selects + element("button", "OK"), "filter")


def _chips(layout: ListLayout) -> str:
    links = (link(f"{layout.base}?year={year}", f"{year}") for year in _YEARS)
    return element("div", " ".join(links), "years")


def _search(layout: ListLayout) -> str:
    label = element("label", escape(TONGUES[layout.language].signs["search"]))
    return element("form", label + '<input name="q"><button>OK</button>')


def _intro(layout: ListLayout) -> str:
    return element("p", escape(TONGUES[layout.language].signs["about_text"]))


def _documents(layout: ListLayout) -> str:
    tongue = TONGUES[layout.language]
    files = (
        link(f"/files/{n}.pdf", escape(thing)) + f" (PDF, {n * 90 + 80} KB)"
        for n, thing in enumerate(tongue.things[:4])
    )
    return element("h2", escape(tongue.signs["documents"])) + points(files)


def _events(layout: ListLayout) -> str:
    tongue = TONGUES[layout.language]
    rows = (
        element("span", f"0{n + 3}.04.2026") + link(f"/events/{n}", escape(thing))
        for n, thing in enumerate(tongue.things[:3])
    )
    shown = "".join(element("div", row, "event") for row in rows)
    return element("h2", WORDS[layout.language].events) + shown


def _pictures(layout: ListLayout) -> str:
    places = TONGUES[layout.language].places[:4]
    pictures = (
        link(f"/gallery/{n}", f'<img src="/g/{n}.jpg" alt="{escape(place)}">')
        for n, place in enumerate(places)
    )
    return element("div", "".join(pictures), "gallery")


_ABOVE: dict[str, Callable[[ListLayout], str]] = {
    "filters": _filters,
    "chips": _chips,
    "search": _search,
    "intro": _intro,
}
_BELOW: dict[str, Callable[[ListLayout], str]] = {
    "documents": _documents,
    "events": _events,
    "pictures": _pictures,
}

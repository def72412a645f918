"""What leads on from the first page of a list, in many makes. Pure."""

from collections.abc import Callable
from html import escape

from benchmarks.drawing.choices import NONE
from benchmarks.drawing.list_layouts import ListLayout
from benchmarks.drawing.markup import element, link, points
from tests.fixtures.living.prose import TONGUES

_LAST = 6


def page_path(layout: ListLayout, number: int) -> str:
    """Return the address of a page of a list."""
    paths = {
        "page": f"?page={number}",
        "path": f"page/{number}/",
        "start": f"?start={(number - 1) * int(layout.count)}",
    }
    return layout.base + paths[layout.step]


def pager(layout: ListLayout) -> str:
    """Return the row of links, or nothing where there is one page alone."""
    return "" if layout.pager == NONE else _PAGERS[layout.pager](layout)


def _links(layout: ListLayout) -> list[str]:
    numbers = range(2, _LAST)
    return [link(escape(page_path(layout, n)), f"{n}") for n in numbers]


def _on(layout: ListLayout, words: str, name: str = NONE) -> str:
    return link(escape(page_path(layout, 2)), words, name)


def _sign(layout: ListLayout, name: str) -> str:
    return escape(TONGUES[layout.language].signs[name])


def _numbers(layout: ListLayout) -> str:
    return points(_links(layout), "pagination")


def _next(layout: ListLayout) -> str:
    on = escape(page_path(layout, 2))
    return f'<a rel="next" href="{on}">{_sign(layout, "next")}</a>'


def _boxes(layout: ListLayout) -> str:
    shown = element("span", "1", "current") + "".join(_links(layout))
    return element("div", shown + _on(layout, "›"))


def _steps(layout: ListLayout) -> str:
    before = element("span", f"« {_sign(layout, 'previous')}", "disabled")
    return element("p", f"{before} {_on(layout, _sign(layout, 'next') + ' »')}")


def _counted(layout: ListLayout) -> str:
    return element("div", f"1 / {_LAST - 1} {_on(layout, '&gt;')}", "pages")


def _load(layout: ListLayout) -> str:
    return element("div", _on(layout, _sign(layout, "more"), "btn load-more"))


_PAGERS: dict[str, Callable[[ListLayout], str]] = {
    "numbers": _numbers,
    "next": _next,
    "boxes": _boxes,
    "steps": _steps,
    "counted": _counted,
    "load": _load,
}

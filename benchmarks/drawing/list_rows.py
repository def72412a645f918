"""The rows of a list: their parts in order, and what those stand in. Pure."""

import re
from collections.abc import Callable
from html import escape

from benchmarks.drawing import list_parts as parts
from benchmarks.drawing.choices import NONE
from benchmarks.drawing.forms import printed
from benchmarks.drawing.list_parts import Row
from benchmarks.drawing.markup import element, link
from tests.fixtures.living.prose import TONGUES

#: The parts of a row by where its day stands; ``title`` has it within the headline.
_ORDERS = {
    "above": "picture day topic title topic_below author lead figure more extra",
    "below": "picture topic title day topic_below author lead figure more extra",
    "end": "picture topic title topic_below lead author figure more extra day",
}
_ABOVE = ("above", "time", "badge")


def row_html(row: Row) -> str:
    """Return the markup of a row."""
    return _BOXES[row.layout.box](row)


def featured_html(row: Row) -> str:
    """Return the markup of an item over the list."""
    image = f'<img src="/i/{row.item.number}-big.jpg" alt="">'
    own = link(escape(row.path), row.title)
    layout = row.layout
    # Alone a day without a year is any year's.
    form = "long" if layout.form == "yearless" else layout.form
    day = element("p", printed(layout.language, row.item.at, form), "day")
    return element("div", image + element("h2", own) + day, "featured")


def columns_html(row: Row) -> str:
    """Return the row that says what stands in the columns of a table."""
    signs = TONGUES[row.layout.language].signs
    head = [escape(signs["subject"])]
    if parts.day(row):
        head.insert(
            len(head) * (row.layout.day == "end"), row.words.dated.strip(" :：")
        )
    return element("tr", "".join(element("th", one) for one in head))


def _inner(row: Row) -> str:
    place = row.layout.day
    order = _ORDERS.get("above" if place in _ABOVE else place, _ORDERS["below"])
    return "".join(_PARTS[name](row) for name in order.split())


_PARTS: dict[str, Callable[[Row], str]] = {
    "picture": parts.picture,
    "day": parts.day,
    "topic": parts.topic_above,
    "title": parts.title,
    "topic_below": parts.topic_below,
    "author": parts.author,
    "lead": parts.lead,
    "figure": parts.figure,
    "more": parts.more,
    "extra": parts.extra,
}


def _within(tag: str) -> Callable[[Row], str]:
    def within(row: Row) -> str:
        inner = _inner(row)
        if row.is_card:
            inner = link(escape(row.path), inner, "card-link")
        return element(tag, inner, row.layout.row_name)

    return within


def _one_link(row: Row) -> str:
    return link(escape(row.path), _inner(row), row.layout.row_name)


def _flat(row: Row) -> str:
    return link(escape(row.path), _inner(row)) if row.is_card else _inner(row)


def _line(row: Row) -> str:
    shown = (
        parts.picture, parts.day, parts.title, parts.author, parts.figure, parts.more,
        parts.extra,
    )  # fmt: skip
    inner = " ".join(filter(None, (part(row) for part in shown)))
    inner = re.sub(
        r"<(/?)(?:p|div)\b", r"<\1span", inner
    )  # a paragraph holds no blocks
    return element("p", inner, row.layout.row_name)


def _cells(row: Row) -> str:
    topic = "" if row.layout.topic == NONE else parts.topic(row)
    head = parts.title(row) + parts.lead(row)
    cells = [
        topic, head, parts.author(row), parts.figure(row), parts.more(row),
        parts.extra(row),
    ]  # fmt: skip
    place = len(cells) if row.layout.day == "end" else 0
    cells.insert(place, parts.day(row))
    inner = "".join(element("td", cell) for cell in cells if cell)
    return element("tr", inner, row.layout.row_name)


def _terms(row: Row) -> str:
    day, head = parts.day(row), parts.topic_above(row) + parts.title(row)
    rest = parts.lead(row) + parts.author(row) + parts.more(row) + parts.extra(row)
    if day and row.layout.terms == "day-in-term":
        return element("dt", day) + element("dd", head + rest)
    return element("dt", day + head) + element("dd", rest)


def _nested(row: Row) -> str:
    boxes = element("div", _flat(row), "wrap")
    inner = element("div", element("div", boxes, "right"), "inner")
    return element("div", inner, row.layout.row_name)


_BOXES: dict[str, Callable[[Row], str]] = {
    "ul": _within("li"),
    "ol": _within("li"),
    "div": _within("div"),
    "grid": _within("div"),
    "section": _within("article"),
    "link": _one_link,
    "flat": _flat,
    "p": _line,
    "table": _cells,
    "dl": _terms,
    "nested": _nested,
}

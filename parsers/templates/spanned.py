"""Rows of a table under a cell that spans them: the items of one day. Pure."""

from collections.abc import Iterable, Iterator
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement

from parsers.model import Printed
from parsers.templates.dates import Days
from parsers.visible import visible_text

#: Rows above that are looked at, and letters of a cell that says but a day.
_ROWS, _CELL = 60, 40
_SPANS = etree.XPath("boolean(ancestor::table[1]//*[@rowspan > 1])")


def has_spans(row: HtmlElement) -> bool:
    """Tell whether some cell of the table in which a row stands spans several."""
    return row.tag == "tr" and bool(_SPANS(row))


def spanned_day(days: Days, row: HtmlElement) -> Printed | None:
    """Return the day in a cell of a row above that spans this one too, or nothing.

    Nor where a cell of the row itself says but a day.
    """
    over = [day for cell in _cells_over(row) if (day := _day_in(days, cell))]
    is_own = over and any(_day_in(days, cell) for cell in _cells(row))
    return over[0] if over and not is_own else None


def _day_in(days: Days, cell: HtmlElement) -> Printed | None:
    text = visible_text(cell)
    found = days.read(text) if len(text) <= _CELL else ()
    return found[0] if len(found) == 1 else None


def share_days(rows: Iterable[HtmlElement], heads: Iterable[HtmlElement]) -> bool:
    """Tell whether rows stand under cells of others, which span more here than there.

    Items of several rows each span as many.
    """
    spans = {max(map(_span, _cells(row)), default=1) for row in heads}
    return len(spans) > 1 and all(any(True for _ in _cells_over(row)) for row in rows)


def _cells_over(row: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the cells of rows above that span a row too, the nearest first."""
    if row.tag != "tr":
        return
    above = islice(row.itersiblings("tr", preceding=True), _ROWS)
    for distance, other in enumerate(above, 1):
        yield from (cell for cell in _cells(other) if _span(cell) > distance)


def _cells(row: HtmlElement) -> Iterator[HtmlElement]:
    yield from row.iterchildren("td", "th")


def _span(cell: HtmlElement) -> int:
    rows = cell.get("rowspan") or ""
    return int(rows) if rows.isascii() and rows.isdecimal() and len(rows) < 5 else 1

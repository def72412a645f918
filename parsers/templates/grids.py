"""Tables that are grids: several items in a row, each in a cell of its own. Pure."""

from collections.abc import Sequence
from itertools import islice, pairwise

from lxml.html import HtmlElement

#: Elements of a cell that are looked at, and rows of a table.
MAX_INNER, MAX_ROWS = 60, 40
#: Columns that are told apart.
MAX_COLUMNS = 20
#: Texts and pictures of a cell that can be an item; a column's has one.
_LEAST = 2
#: Days of a week, and of the shortest month.
_WEEK, _DAYS = 7, 28


class Grids:
    """Tells of each table of a page whether its cells are items, or its rows."""

    def __init__(self) -> None:
        self._known: dict[HtmlElement, bool] = {}

    def column(self, cell: HtmlElement) -> str:
        """Return which column a cell stands in; in a grid that means nothing."""
        row = cell.getparent()
        table = row.getparent() if row is not None else None
        if table is not None and table not in self._known:
            self._known[table] = _is_grid(table) or _is_month(table)
        if table is not None and self._known[table]:
            return "td"
        before = cell.itersiblings("td", "th", preceding=True)
        return f"td{1 + sum(1 for _ in islice(before, MAX_COLUMNS - 1))}"


def _is_grid(table: HtmlElement) -> bool:
    """Tell whether the rows of a table have cells that are all made alike."""
    alike = other = 0
    for count, row in enumerate(table.iterchildren("tr")):
        if count >= MAX_ROWS:
            break
        makes = [make for cell in row if (make := _make(cell))]
        if len(makes) > 1:
            alike += _are_alike(makes)
            other += not _are_alike(makes)
    return alike > other


def _is_month(table: HtmlElement) -> bool:
    """Tell whether a table is a month's calendar: weeks of days that count up."""
    days: list[int] = []
    for row in islice(table.iterchildren("tr"), MAX_ROWS):
        cells = row.findall("td")
        if len(cells) == _WEEK:
            days += filter(None, map(_day_in, cells))
    following = sum(day in (before + 1, 1) for before, day in pairwise(days))
    return len(days) >= _DAYS and following >= len(days) - 2


def _day_in(cell: HtmlElement) -> int:
    """Return the number that a cell begins with, if it may be that of a day, or 0."""
    said = next(filter(None, map(str.strip, islice(cell.itertext(), MAX_INNER))), "")
    return int(said) if len(said) <= 2 and said.isdecimal() else 0


def _are_alike(makes: Sequence[tuple[str, ...]]) -> bool:
    return len(set(makes)) == 1 and len(makes[0]) >= _LEAST and "a" in makes[0]


def _make(cell: HtmlElement) -> tuple[str, ...]:
    """Return what a cell shows, in its order: links, pictures and other texts."""
    shown: list[str] = []
    for count, element in enumerate(cell.iter()):
        if count >= MAX_INNER:
            break
        if element.tag in {"a", "img"}:
            shown.append(element.tag)
        elif (element.text or "").strip():
            shown.append("text")
        if element is not cell and (element.tail or "").strip():
            shown.append("text")
    return tuple(shown)

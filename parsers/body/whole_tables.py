"""Tables of figures in an article: taken whole or not at all. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from lxml.html import HtmlElement

from parsers.blocks import Block, Place
from parsers.body.region import inside
from parsers.dates.labels import label_of
from parsers.keys import text_key
from parsers.lines.cells import cell_of
from parsers.lines.moving_lines import is_dateline

#: A table of data has so many rows and columns, and no longer cells.
_ROWS, _COLUMNS, _LONGEST = 2, 2, 200
#: A cell across the whole table that says so much in several lines is a text.
_TEXT = 200
#: More of its text in links makes it a menu.
_LINKED = 0.4
#: A table, and one box around it.
_BOXES = 2
#: What may end a text and holds its lines in parts of their own.
_LISTS = frozenset(("ul", "ol", "li", "dl", "dd", "blockquote"))
_ROWS_OF = ("tr", "tbody", "thead", "tfoot")
#: This share of the rows has as many cells as most.
_EVEN = 0.7


def with_tables(
    blocks: Sequence[Block], kept: Sequence[Block], region: Place, title: str = ""
) -> list[Block]:
    """Return the kept blocks with the whole of each table of data among them.

    Short cells look like scraps one by one. A table counts that stands between kept
    blocks, or right behind the last in the place that holds it; not one that says the
    title, or when its item was published: that is the record of what follows.
    """
    if not kept:
        return list(kept)
    tables = list(_tables(blocks))
    kept = _without_record(tables, kept, text_key(title)) or kept
    homes = set(_around(kept[-1].place))
    first, last = kept[0].index, kept[-1].index
    taken = set(kept)
    added: list[Block] = []
    for cells in tables:
        missing = [cell for cell in cells if cell not in taken]
        if not missing:
            continue
        start, end = cells[0].index, cells[-1].index
        is_behind = inside(cells[0], region) and _hangs_in(cells[0], homes)
        is_within = first <= start and (end <= last or is_behind)
        has_some = len(missing) < len(cells)
        if (is_within or has_some) and is_data(cells):
            added += missing
    if not added:
        return list(kept)
    return sorted((*kept, *added), key=lambda block: block.index)


def _without_record(
    tables: list[list[Block]], kept: Sequence[Block], title: str
) -> list[Block]:
    """Return the kept blocks without the record of their item; drop its table."""
    for cells in tables if title else ():
        is_record = any(cell.key == title for cell in cells) or _says_day(cells)
        if is_record and is_data(cells):
            tables.remove(cells)
            return [block for block in kept if block not in set(cells)]
    return []


def _says_day(cells: Sequence[Block]) -> bool:
    """Tell whether a row of two cells says on which day an item was published."""
    return any(
        is_dateline(value.text)
        and _are_a_row(cell_of(label), cell_of(value))
        and label_of(label.text) == "published"
        for label, value in pairwise(cells)
    )


def _are_a_row(first: HtmlElement | None, second: HtmlElement | None) -> bool:
    """Tell whether two cells are all that their row has."""
    if first is None or second is None or first.getnext() is not second:
        return False
    return len(first.getparent()) == _COLUMNS


def _around(place: Place) -> Iterator[Place]:
    """Yield the place of a text's last line and what holds it, or the list it ends."""
    yield place
    for above in place.ancestors():
        yield above
        if above.tag not in _LISTS:
            return


def _hangs_in(cell: Block, homes: set[Place]) -> bool:
    """Tell whether a cell's table stands in a place, in no box of its own but one."""
    steps = 0
    for place in cell.place.ancestors():
        if place in homes:
            return True
        steps += place.tag not in (*_ROWS_OF, "td", "th")
        if steps > _BOXES:
            return False
    return False


def _tables(blocks: Iterable[Block]) -> Iterable[list[Block]]:
    """Return the cells of each table, in the order of the page."""
    found: dict[HtmlElement, list[Block]] = {}
    for block in blocks:
        cell = cell_of(block)
        if cell is not None and (table := _table(cell)) is not None:
            found.setdefault(table, []).append(block)
    return found.values()


def _table(cell: HtmlElement) -> HtmlElement | None:
    for above in cell.iterancestors():
        if above.tag == "table":
            return above
        if above.tag not in _ROWS_OF:
            return None
    return None


def is_data(cells: Sequence[Block]) -> bool:
    """Tell whether cells are a grid of words and figures, not a layout or a menu."""
    if any(cell.chars > _LONGEST or cell.place.is_hidden for cell in cells):
        return False
    rows: dict[HtmlElement, int] = {}
    lines: dict[HtmlElement, list[Block]] = {}
    for cell in cells:
        own = cell_of(cell)
        row = own.getparent() if own is not None else None
        if own is not None and row is not None:
            rows[row] = rows.get(row, 0) + 1
            lines.setdefault(own, []).append(cell)
    if any(_is_laid_out(own, said) for own, said in lines.items()):
        return False
    counts = sorted(rows.values())
    if len(counts) < _ROWS or counts[len(counts) // 2] < _COLUMNS:
        return False
    most = max(set(counts), key=counts.count)
    linked = sum(cell.link_chars for cell in cells)
    return (
        counts.count(most) >= _EVEN * len(counts)
        and linked <= _LINKED * sum(cell.chars for cell in cells)
        and any(char.isdigit() for cell in cells for char in cell.text)
    )


def _is_laid_out(cell: HtmlElement, lines: Sequence[Block]) -> bool:
    """Tell whether a cell fills its row with a text: a record's, below its labels."""
    is_alone = len(cell.getparent()) == 1
    return is_alone and len(lines) > 1 and sum(line.size for line in lines) > _TEXT

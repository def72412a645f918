"""Tables of words and figures, told from those that lay out a page. Pure."""

from parsers.blocks import Place

#: A table of data has so many rows and columns, and cells of so few characters.
_ROWS, _COLUMNS, _CELL = 3, 1.7, 60


def is_table_of_data(table: Place, chars: int) -> bool:
    """Tell whether a table with so many characters holds words and figures."""
    element = table.element
    rows = sum(1 for _ in element.iter("tr"))
    cells = sum(1 for _ in element.iter("td", "th"))
    return (
        rows >= _ROWS
        and cells >= _COLUMNS * rows
        and chars <= _CELL * cells
        and element.find(".//table") is None
    )

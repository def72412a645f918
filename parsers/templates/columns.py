"""What the head of a table says of each place in its rows. Pure."""

from collections.abc import Sequence

from lxml.html import HtmlElement

from parsers.templates.part import Group
from parsers.templates.sheet import Unit


def column_heads(group: Group, slots: Sequence[dict[int, Unit]]) -> dict[int, str]:
    """Return what the head of a table says of each place, if the parts are rows."""
    table: HtmlElement | None = group.parts[0].element
    if table is None or table.tag not in {"tr", "tbody"}:
        return {}
    while table is not None and table.tag != "table":
        table = table.getparent()
    if table is None:
        return {}
    head = _head_row(table)
    if head is None:
        return {}
    named: dict[int, str] = {}
    for slot in slots[:50]:
        for path, unit in slot.items():
            if path in named:
                continue
            cell: HtmlElement | None = unit.element
            while cell is not None and cell.tag not in {"td", "th", "tr", "table"}:
                cell = cell.getparent()
            if cell is not None and cell.tag in {"td", "th"}:
                column = sum(1 for _ in cell.itersiblings("td", "th", preceding=True))
                if column < len(head):
                    named[path] = head[column]
    return named


def _head_row(table: HtmlElement) -> list[str] | None:
    rows = (r for r in table.iter("tr") if next(r.iterancestors("table")) is table)
    for count, row in enumerate(rows):
        cells = [c for c in row if c.tag in {"td", "th"}]
        is_head = len(cells) > 1 and all(c.tag == "th" for c in cells)
        bold = cells and count == 0 and len(cells) > 1 and not row.xpath(".//a[@href]")
        if is_head or bold:
            return [" ".join(c.text_content().split())[:60] for c in cells]
        if count >= 3:
            break
    return None

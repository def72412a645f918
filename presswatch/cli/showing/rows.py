"""Rows of values as a table that fits: what is too wide stands on lines of its own."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from presswatch.cli.showing.screen import columns_of_screen, say, show, when
from scheduler.alerting.safe import one_line

if TYPE_CHECKING:
    from rich.text import Text

#: Columns that leave the row where a terminal is too narrow, the last of them first.
_LONG = {
    "alert",
    "as",
    "attachment",
    "detail",
    "error",
    "file",
    "seeds",
    "site",
    "such as",
    "title",
    "url",
    "where",
}
#: Blanks between two columns; with less room, fewer of them.
_GAPS = (3, 2, 1)
#: What has left its row stands below it, so far in.
_UNDER = 4


def show_table(*heads: str, rows: Iterable[Sequence[object]], none: str = "") -> None:
    """Print rows as a table; where there are none, say so in its stead."""
    if found := list(rows):
        show(*table(*heads, rows=found), is_whole=True)
    elif none:
        say(none)


def table(*heads: str, rows: Iterable[Sequence[object]]) -> "list[Text]":
    """Return the lines of a table; a head that begins with ``#`` is one of numbers.

    Values become clean one-line text. A long column that left its row stands above it
    if it was the first, else below it.
    """
    from rich.text import Text

    titles = [Text(head.removeprefix("#"), style="bold") for head in heads]
    cells = [[cell(value) for value in row] for row in rows]
    widths = [
        max(one.cell_len for one in column)
        for column in zip(titles, *cells, strict=True)
    ]
    apart = _apart(heads, widths)
    kept = [n for n in range(len(heads)) if n not in apart]
    gap = _gap([widths[n] for n in kept])

    def line(row: "Sequence[Text]") -> "Text":
        drawn = [_filled(row[n], widths[n], heads[n].startswith("#")) for n in kept]
        whole = Text(" " * gap).join(drawn)
        whole.rstrip()
        return whole

    rule = "─" * (sum(widths[n] for n in kept) + gap * (len(kept) - 1))
    lines = [line(titles), Text(rule)]
    for row in cells:
        said = [n for n in sorted(apart) if row[n].plain not in ("", _NONE)]
        lines += [Text("", style="bold") + row[n] for n in said if n < kept[0]]
        lines.append(line(row))
        lines += [Text(" " * _UNDER) + row[n] for n in said if n > kept[0]]
    return lines


def cell(value: object) -> "Text":
    """Return a value as clean text on one line, times in local time."""
    from rich.text import Text

    if isinstance(value, Text):
        return value
    if value is None:
        return Text(_NONE, style="dim")
    if isinstance(value, datetime):
        return Text(when(value))
    return Text(one_line(str(value), 2000))


_NONE = "–"


def _apart(heads: Sequence[str], widths: Sequence[int]) -> Collection[int]:
    """Return the columns that leave their rows, so that the others have room."""
    every, room = range(len(heads)), columns_of_screen()
    kept = list(every)
    for n in reversed(every):
        needed = sum(widths[m] for m in kept) + _GAPS[-1] * (len(kept) - 1)
        if room is None or needed <= room or len(kept) == 1:
            break
        if heads[n] in _LONG:
            kept.remove(n)
    return set(every) - set(kept)


def _gap(widths: Sequence[int]) -> int:
    """Return the blanks between columns of these widths."""
    room = columns_of_screen()
    if room is None:
        return _GAPS[0]
    fitting = (g for g in _GAPS if sum(widths) + g * (len(widths) - 1) <= room)
    return next(fitting, _GAPS[-1])


def _filled(text: "Text", width: int, is_number: bool) -> "Text":
    """Return a cell as wide as its column, numbers on the right of it."""
    from rich.text import Text

    blanks = Text(" " * (width - text.cell_len))
    return blanks + text if is_number else text + blanks

"""Where in a TOML file a key stands, for messages that name the line. Pure."""

import re
from collections.abc import Sequence

_HEADER = re.compile(r"\s*(\[\[?)\s*([^\[\]#]+?)\s*\]\]?")
_KEY = re.compile(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*[\w-]+)*)\s*=""")
_AT_LINE = re.compile(r"at line (\d+)")

Path = Sequence[str | int]


def find_line(text: str, path: Path) -> int:
    """Return the line, from 1, of a key, or of the nearest table around it.

    Tables in a list are counted from 0, as in ``("rule", 1, "kinds")``.

    >>> text = '[[rule]]\\nname = "a"\\n[[rule]]\\nname = "b"\\nkinds = ["x"]\\n'
    >>> find_line(text, ("rule", 1, "kinds", 0)), find_line(text, ("rule", 1, "cap"))
    (5, 3)
    >>> find_line("[channel.a]\\n[[rules]]\\n", ("rules",))
    2
    """
    best, best_depth = 1, 0
    for line, found in _keys(text):
        if path and found[: len(path)] == tuple(path):
            return line
        depth = 0
        while depth < min(len(found), len(path)) and found[depth] == path[depth]:
            depth += 1
        if depth == len(found) and depth > best_depth:
            best, best_depth = line, depth
    return best


def line_of_error(message: str, text: str) -> int:
    """Return the line that tomllib names in its message; the last one if none.

    >>> line_of_error("Invalid value (at line 3, column 7)", "")
    3
    """
    found = _AT_LINE.search(message)
    return int(found[1]) if found else text.count("\n") + 1


def _keys(text: str) -> list[tuple[int, tuple[str | int, ...]]]:
    """Give every header and key of the file with its line."""
    table: tuple[str | int, ...] = ()
    counts: dict[tuple[str | int, ...], int] = {}
    found: list[tuple[int, tuple[str | int, ...]]] = []
    for line, raw in enumerate(text.splitlines(), start=1):
        if header := _HEADER.match(raw):
            table = _parts(header[2])
            if header[1] == "[[":
                counts[table] = counts.get(table, -1) + 1
                table = (*table, counts[table])
            found.append((line, table))
        elif key := _KEY.match(raw):
            found.append((line, (*table, *_parts(key[1]))))
    return found


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip().strip("\"'") for part in dotted.split("."))

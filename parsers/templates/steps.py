"""What an element is called in a place: its tag, and what its like is called. Pure."""

import re
from functools import lru_cache

from lxml.html import HtmlElement

_TABLES = frozenset(["table", "tbody", "thead", "tfoot"])
#: What every other row adds to the name of all: ``GridAltRow``, ``news_row_even``.
_TURN = re.compile(
    r"(?:alt(?:ernat(?:e|ing))?|odd|even)[-_]?(?=row|item|line)"
    r"|(?<=row|ine|tem)[-_]?(?:alt(?:ernat(?:e|ing))?|odd|even)$"
)
#: Names that differ between items of one list.
_PASSING = re.compile(
    r"\d|^(?:odd|even|first|last|active|current|selected|alt|sticky|new|left|right|item|"
    r"js|is|has|[\w-]*-(?:odd|even|alt|alternate|alternating)|alternat\w*|[\w-]+alternat(?:e|ing)|col|row|tag|category|format|status|type|hentry|post|type-post|read|"
    r"unread|featured|clearfix|visible|hidden|open|closed)$|^(?:is|has|js|tag|category|"
    r"format|status|type|col|row|views-row)-",
)


@lru_cache(maxsize=4096)
def step_of(tag: str, classes: str | None) -> str:
    """Return an element's name in a place: its tag, and what its like is called too."""
    names = [_TURN.sub("", n) for n in (classes or "")[:200].lower().split()]
    kept = [n for n in names if n and not _PASSING.search(n)][:2]
    return ".".join([tag, *sorted(kept)])


def to_rows(row: HtmlElement, steps: tuple[str, ...]) -> tuple[str, ...]:
    """Return the steps to a row; one within an open row is the next of its table.

    Where rows and cells are not closed, browsers close them, and our tree has each row
    in the last cell of the one before.
    """
    above = row.getparent()
    if above is None or above.tag in _TABLES:
        return steps
    tags = [step.partition(".")[0] for step in steps]
    table = max((n for n, tag in enumerate(tags) if tag == "table"), default=-1)
    rows = (n for n in range(table + 1, len(tags)) if tags[n] == "tr")
    return steps[: next(rows, len(steps))]

"""Figures that count readers, where a label before or above them says so. Pure."""

import re
from collections.abc import Iterable, Sequence

from parsers.blocks import Block
from parsers.lines.counters import COUNT_NAME, names_count

_NUMBER = re.compile(
    r"\W*\d[\d.,\s]{0,12}\W*(?:times?|회|次|回|kali|lượt|mal|fois|раз)?\W*"
)
#: A count amid a line, as a part of it or behind its name; a longer line is a text. But
#: for a style it may stand right behind a figure, and behind any sign of some scripts;
#: and its number right behind its name, as no words of a text do.
_WITHIN = re.compile(
    rf"(?:(?<![^\W\d])|(?=[\u3040-\u9fff\uac00-\ud7af])){COUNT_NAME}\s*[:：]\s*\d[\d.,]*(?:회|次|回)?"
    rf"|(?:^|(?<=[|·•/(]))\s*(?:{COUNT_NAME}\s*\d[\d.,]*|\d[\d.,]*\s*{COUNT_NAME})"
    r"\s*(?=$|[|·•/)])"
    rf"|(?<![^\W\d]){COUNT_NAME}\d[\d.,]*(?:x|kali|회|次|回)?(?!\w)",
    re.I,
)
_LINE = 160


def is_counted(block: Block, blocks: Sequence[Block]) -> bool:
    """Tell whether a line is but the number of readers that its label names.

    >>> from parsers.block_walk import walk
    >>> from parsers.model import Capture
    >>> from parsers.page import read_page
    >>> html = b'''<dl><dt>Views<dd>71<dt>Boats<dd>9</dl><table><tr><th>File<th>Hits
    ... <tr><td>Tides<td>7</table>'''
    >>> blocks = walk(read_page(Capture(url="", payload=html)))
    >>> [block.text for block in blocks if is_counted(block, blocks)]
    ['71', '7']
    """
    if not _NUMBER.fullmatch(block.text):
        return False
    before = blocks[block.index - 1 : block.index]
    return any(names_count(line.text) for line in before) or _is_in_column(block)


def without_counts(line: str) -> str:
    """Return a folded line without the numbers of readers in it.

    >>> without_counts("by ann | views: 71"), without_counts("por ana | visitas: 71")
    ('by ann | ', 'por ana | ')
    >>> without_counts("2026-02-23views: 225"), without_counts("2月27日浏览次数：114")
    ('2026-02-23', '2月27日')
    >>> without_counts("by ann views71"), without_counts("The band had 9 hits")
    ('by ann ', 'The band had 9 hits')
    """
    return _WITHIN.sub("", line) if len(line) <= _LINE else line


def counts_alone(lines: Iterable[str], others: Iterable[str]) -> frozenset[str]:
    """Return the lines that are in both, but for the numbers of readers in them."""
    one, other = (
        {line: without_counts(line) for line in some} for some in (lines, others)
    )
    both = set(one.values()) & set(other.values())
    return frozenset(
        line
        for some in (one, other)
        for line, left in some.items()
        if left != line and left in both
    )


def _is_in_column(block: Block) -> bool:
    """Tell whether a cell stands in a column whose head names a count of readers."""
    cell = block.element
    row = cell.getparent()
    if cell.tag != "td" or row is None or row.tag != "tr":
        return False
    table = next(row.iterancestors("table"), None)
    first = next(table.iter("tr"), None) if table is not None else None
    if first is None or first is row:
        return False
    place = row.index(cell)
    return place < len(first) and names_count(first[place].text_content().strip())

"""Lines of a text that only offer a file, and say how large it is. Pure."""

import re
from collections.abc import Sequence

from parsers.blocks import Block
from parsers.finders.attachments import may_be_file
from parsers.lines.cells import cell_of
from parsers.visible import visible_text

_KIND = r"(?:pdf|docx?|odt|rtf|xlsx?|ods|csv|pptx?|zip|rar|jpe?g|png)"
#: What stands beside a file's name: its size, and perhaps its kind.
_SIZE = re.compile(
    rf"\W*(?:{_KIND}\W+)?\d{{1,5}}(?:[.,]\d{{1,3}})?\s?"
    r"(?:[kmg]i?b|[kmg]o|bytes?|[кмг]б|كيلوبايت|ميجابايت)"
    rf"(?:\W+{_KIND})?\W*",
    re.IGNORECASE,
)


def without_file_lines(kept: Sequence[Block]) -> list[Block]:
    """Drop the lines that only offer a file, unless the text says no more than those.

    What stands in a table is the table's.
    """
    own = [block for block in kept if not _offers_file(block)]
    return own or list(kept)


def without_file_head(blocks: Sequence[Block], kept: Sequence[Block]) -> list[Block]:
    """Drop the last line of a text where it heads the files that stand below."""
    own = list(kept)
    if len(own) > 1 and own[-1].kind == "heading":
        below = next((block for block in blocks if block.index > own[-1].index), None)
        if below is not None and below.hrefs and all(map(may_be_file, below.hrefs)):
            own.pop()
    return own


def _offers_file(block: Block) -> bool:
    if len(block.hrefs) != 1 or not may_be_file(block.hrefs[0]):
        return False
    if block.kind == "cell" or cell_of(block) is not None:
        return False
    link = next(block.element.iter("a"), None)
    name = visible_text(link) if link is not None else ""
    before, _, behind = block.text.partition(name or block.text)
    return _SIZE.fullmatch(f"{before} {behind}") is not None

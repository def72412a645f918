"""Values whose labels are no text: the head of a record above its text. Pure."""

from collections.abc import Sequence

from parsers.blocks import Block
from parsers.lines.cells import cell_of

#: A label and its value are no longer than this.
_LABEL, _VALUE = 20, 160


def without_half_rows(
    blocks: Sequence[Block], kept: Sequence[Block], title: str
) -> list[Block]:
    """Drop the values that lead a text if the cells before them are none of it.

    ``blocks`` are all of the page's. The day, the office and the files of a record
    stand so, each behind its label; the ``title`` may stand among them.
    """
    taken = set(kept)
    start = 0
    for block in kept:
        if block.text != title and not _is_half(blocks, block, taken):
            break
        start += 1
    return list(kept[start:])


def _is_half(blocks: Sequence[Block], block: Block, taken: set[Block]) -> bool:
    """Tell whether the cell before a short cell of a row was not taken for text."""
    cell = cell_of(block)
    if cell is None or block.line or block.chars > _VALUE or not block.index:
        return False
    before = blocks[block.index - 1]
    label = cell_of(before)
    return (
        label is not None
        and label is cell.getprevious()
        and before not in taken
        and before.chars <= _LABEL
    )

"""A text that machines are told whole, where readers are shown its beginning. Pure."""

from collections.abc import Sequence
from dataclasses import replace

from parsers.blocks import Block, text_size

#: What is shown is at least so much; what is told, so much more.
_SHOWN, _MORE = 200, 1.5
#: What is shown may break off within a word, with a sign that the text goes on.
_BROKEN = 10


def with_told(kept: Sequence[Block], told: str) -> list[Block]:
    """Return the kept blocks, and what follows them where a page tells it to machines.

    Only if what is shown is how the told text begins, and far from all of it.
    """
    chars = sum(block.chars for block in kept)
    if chars < _SHOWN or len(told) < _MORE * chars:
        return list(kept)
    shown = _letters(" ".join(block.text for block in kept))
    if not _letters(told[: 2 * chars]).startswith(shown[: len(shown) - _BROKEN]):
        return list(kept)
    last = kept[-1]
    rest = _after(told, len(_letters(" ".join(block.text for block in kept[:-1]))))
    lines = (" ".join(line.split()) for line in rest.splitlines())
    return [*kept[:-1], *(_block(last, line) for line in lines if line)]


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _after(text: str, count: int) -> str:
    """Return what stands behind so many letters of a text, and their signs."""
    end = 0
    while count and end < len(text):
        count -= text[end].isalnum()
        end += 1
    while end < len(text) and not (text[end].isalnum() or text[end - 1].isspace()):
        end += 1
    return text[end:]


def _block(like: Block, text: str) -> Block:
    """Return a line as a block of the place of another."""
    return replace(
        like,
        text=text,
        chars=len(text),
        size=text_size(text),
        link_share=0.0,
        link_chars=0,
        strong_chars=0,
        slant_chars=0,
        hrefs=(),
    )

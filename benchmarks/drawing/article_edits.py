"""What editors do to an article: each edit is one that a reader must be told. Pure."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random

from benchmarks.drawing.article_genres import BESIDE
from benchmarks.drawing.article_layouts import ArticleLayout
from benchmarks.drawing.choices import NONE
from tests.fixtures.living.prose import TONGUES, Writer
from tests.fixtures.living.record import Block, Record

_PARAGRAPHS = ("p", "speech")
#: Changes a record, or answers nothing where it has nothing of the kind.
Edit = Callable[[Record, Writer], Record | None]


def edited(layout: ArticleLayout, record: Record, edit: str) -> Record | None:
    """Return a record after an edit, or nothing where its page would show none."""
    if edit == "lead" and layout.lead == NONE:
        return None
    writer = Writer(TONGUES[layout.language], Random(f"{edit} {record.title}"))
    found = EDITS[edit](record, writer)
    return None if found == record else found


def _in_paragraph(
    record: Record,
    change: Callable[[str], str | None],
    kinds: Sequence[str] = _PARAGRAPHS,
) -> Record | None:
    for place, block in enumerate(record.blocks):
        if block.kind in kinds and not block.link and (text := change(block.text)):
            return record.with_block(place, replace(block, text=text))
    return None


def _word(record: Record, writer: Writer) -> Record | None:
    return _in_paragraph(record, writer.other_word)


def _figure(record: Record, writer: Writer) -> Record | None:
    return _in_paragraph(record, writer.other_figure)


def _digit(record: Record, writer: Writer) -> Record | None:
    def next_digit(text: str) -> str:
        return re.sub(
            "[0-9]", lambda found: f"{(int(found[0]) + 1) % 10}", text, count=1
        )

    return _in_paragraph(record, next_digit)


def _sentence(record: Record, writer: Writer) -> Record | None:
    return _in_paragraph(record, writer.other_sentence)


def _added(record: Record, writer: Writer) -> Record | None:
    block = Block(text=writer.paragraph())
    return replace(record, blocks=(*record.blocks, block))


def _short(record: Record, writer: Writer) -> Record | None:
    kinds = [block.kind for block in record.blocks]
    place = next(n for n, kind in enumerate(kinds, 1) if kind in _PARAGRAPHS)
    line = Block(text=f"{writer.tongue.things[0]}: {writer.figure()}.")
    blocks = (*record.blocks[:place], line, *record.blocks[place:])
    return replace(record, blocks=blocks)


def _dropped(record: Record, writer: Writer) -> Record | None:
    return replace(record, blocks=record.blocks[:-1])


def _title(record: Record, writer: Writer) -> Record | None:
    return replace(record, title=f"{record.title} (II)")


def _lead(record: Record, writer: Writer) -> Record | None:
    summary = writer.other_word(record.summary) or writer.other_figure(record.summary)
    return replace(record, summary=summary) if summary else None


def _beside(record: Record, writer: Writer) -> Record | None:
    def change(text: str) -> str | None:
        return writer.other_word(text) or writer.other_figure(text)

    return _in_paragraph(record, change, BESIDE)


def _heading(record: Record, writer: Writer) -> Record | None:
    return _in_paragraph(record, writer.other_word, ("question", "h"))


def _cell(record: Record, writer: Writer) -> Record | None:
    for place, block in enumerate(record.blocks):
        if block.cells and (last := writer.other_figure(block.cells[-1])):
            cells = (*block.cells[:-1], last)
            return record.with_block(place, replace(block, cells=cells))
    return None


EDITS: dict[str, Edit] = {
    "word": _word,
    "figure": _figure,
    "digit": _digit,
    "sentence": _sentence,
    "paragraph added": _added,
    "short line added": _short,
    "paragraph dropped": _dropped,
    "title": _title,
    "lead": _lead,
    "beside": _beside,
    "heading": _heading,
    "cell": _cell,
}

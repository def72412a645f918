"""What the text of an article is: plain news, an interview, a ruling. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random

from benchmarks.drawing.article_layouts import ArticleLayout
from benchmarks.drawing.forms import printed
from tests.fixtures.living.item import Item
from tests.fixtures.living.prose import TONGUES, Writer
from tests.fixtures.living.record import Block, Record

#: Kinds of blocks that stand at a text: they may be read with it or not, but whoever
#: edits them must be told.
BESIDE = ("point", "box", "caption", "note")
#: What stands at a text, and what it stands before.
_PLACES = {"points": 0, "box": 2, "captions": 2, "notes": 99}
_KINDS = {"points": "point", "box": "box", "captions": "caption", "notes": "note"}
_POINTS = 3
_ROWS = 4
#: Every so many blocks of a text with headings begin with one.
_CHAPTER = 2
_ASKED = {"zh": "？", "ja": "？", "ar": "؟", "el": ";"}


def record_of(layout: ArticleLayout, item: Item) -> Record:
    """Return what an item says on its own page, in the genre of its site."""
    random = Random(f"{layout.genre} {item.number} {item.at}")
    writer = Writer(TONGUES[layout.language], random)
    record = item.record
    if layout.lead_size == "short":
        record = replace(record, summary=writer.heading())
    blocks = [*record.blocks]
    if layout.genre in _GENRES:
        blocks = _GENRES[layout.genre](blocks, writer, item)
    if kind := _KINDS.get(layout.beside):
        place = _PLACES[layout.beside]
        own = {block.text for block in blocks}
        said = {writer.fresh(writer.sentence): None for _ in range(_POINTS)}
        beside = [Block(kind=kind, text=text) for text in said if text not in own]
        blocks[place:place] = beside
    places = writer.tongue.places
    is_shown = layout.picture == "captioned"
    caption = places[item.number % len(places)] if is_shown else ""
    return replace(record, blocks=tuple(blocks), caption=caption)


def own_text(record: Record) -> str:
    """Return what must be read as the text of an item."""
    own = (block.line for block in record.blocks if block.kind not in BESIDE)
    return "\n\n".join(own)


def _interview(blocks: Sequence[Block], writer: Writer, item: Item) -> list[Block]:
    code = writer.tongue.code
    mark, comma = _ASKED.get(code, "?"), "，" if code == "zh" else ", "
    asked: list[Block] = []
    for block in blocks:
        if block.kind == "p":
            question = writer.person() + comma + writer.fresh(writer.heading) + mark
            asked.append(Block(kind="question", text=question))
        asked.append(block)
    return asked


def _speeches(blocks: Sequence[Block], writer: Writer, item: Item) -> list[Block]:
    colon = "：" if writer.tongue.code == "zh" else ": "
    return [
        replace(block, kind="speech", text=writer.person() + colon + block.text)
        if block.kind == "p"
        else block
        for block in blocks
    ]


def _numbered(blocks: Sequence[Block], writer: Writer, item: Item) -> list[Block]:
    paragraphs = [block for block in blocks if block.kind == "p"]
    return [
        replace(block, text=f"{number}. {block.text}")
        for number, block in enumerate(paragraphs, 1)
    ]


def _table(blocks: Sequence[Block], writer: Writer, item: Item) -> list[Block]:
    signs = writer.tongue.signs
    head = (signs["place"], signs["subject"], f"{signs['count']} {item.at.year}")
    cells = (head, *(writer.row() for _ in range(_ROWS)))
    rows = [Block(kind="row", cells=own) for own in cells]
    return [*blocks[:2], *rows, *blocks[2:]]


def _dateline(blocks: Sequence[Block], writer: Writer, item: Item) -> list[Block]:
    first, *rest = blocks
    place = writer.tongue.places[item.number % len(writer.tongue.places)].upper()
    day = printed(writer.tongue.code, item.at, "long")
    return [replace(first, text=f"{place}, {day} – {first.text}"), *rest]


def _folds(blocks: Sequence[Block], writer: Writer, item: Item) -> list[Block]:
    own = [block for block in blocks if block.kind != "h"]
    folded = own[:_CHAPTER]
    for start in range(_CHAPTER, len(own), _CHAPTER):
        heading = Block(kind="h", text=writer.fresh(writer.heading))
        folded += [heading, *own[start : start + _CHAPTER]]
    return folded


_GENRES: dict[str, Callable[[Sequence[Block], Writer, Item], list[Block]]] = {
    "interview": _interview,
    "speeches": _speeches,
    "numbered": _numbered,
    "table": _table,
    "dateline": _dateline,
    "folds": _folds,
}

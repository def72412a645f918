"""Notes and boxes at a text, tables over it, whom to ask: its words, no body. Pure."""

import re
from collections.abc import Iterable, Sequence

from parsers.blocks import Block, Place
from parsers.body.contact_boxes import is_of_contacts
from parsers.body.data_tables import is_table_of_data
from parsers.body.region import between, inside
from parsers.lines.counters import names_count
from parsers.lines.moving_lines import is_dateline
from parsers.steps import step_test
from parsers.text import normal_text
from parsers.visible import visible_text

#: How makes call the notes that marks in a text lead to.
_is_of_notes = step_test(re.compile(r"(?:foot|end)-?_?notes?(?![a-z])", re.IGNORECASE))
_NOTE_ROLES = frozenset(("doc-endnotes", "doc-footnote", "doc-endnote"))
#: How they call boxes that sum up a text, warn or quote it: no items, nothing sold.
_is_boxed = step_test(
    re.compile(
        r"call-?_?out|admonition|(?:info|fact|summary)-?_?box|key-?_?(?:facts?|figures?"
        r"|points?|messages?)|highlight-?_?box|pull-?_?quote",
        re.IGNORECASE,
    )
)
#: Boxes of other things, and what a box of words has none of.
_OTHERS = frozenset("related letter comment author share ad unseen".split())
_OTHER_TAGS = frozenset("nav footer form a button".split())
#: A note may be a source's link; more than so much of a box does not lead elsewhere.
_LINKED = 0.2
#: Notes behind the place of a text have no more lines.
_BEHIND = 12


def find_asides(
    blocks: Sequence[Block], kept: Sequence[Block], home: Place | None
) -> tuple[str, ...]:
    """Return the lines of notes and boxes that stand in the place of a text.

    ``kept`` are the blocks of the text, ``home`` is the place that holds most of it.
    """
    if home is None or not kept:
        return ()
    own = {block.index for block in kept}
    first, last = min(own), max(own)
    amid = (
        block
        for block in blocks[first : home.end]
        if block.index not in own
        and inside(block, home)
        and not block.place.is_hidden
        and _belongs(between(block.place, home), is_amid=block.index < last)
    )
    over, behind = _cells(blocks, home, first), _notes(blocks, home)
    return tuple(block.text for block in (*over, *amid, *behind))


def _cells(blocks: Sequence[Block], home: Place, first: int) -> list[Block]:
    """Return the cells of tables of data that stand in a text's place and before it.

    One that says of which day the text is, or how often read, is its head.
    """
    tables: dict[Place, list[Block]] = {}
    for block in blocks[home.start : first]:
        if block.kind != "cell" or block.place.is_hidden:
            continue
        way = between(block.place, home)
        table = next((place for place in way if place.tag == "table"), None)
        if table is not None:
            tables.setdefault(table, []).append(block)
    return [
        cell
        for table, cells in tables.items()
        if is_table_of_data(table, sum(cell.chars for cell in cells))
        and not any(map(_heads_text, cells))
        for cell in cells
    ]


def _heads_text(cell: Block) -> bool:
    return is_dateline(cell.text) or names_count(cell.text)


def _notes(blocks: Sequence[Block], home: Place) -> list[Block]:
    """Return the lines of notes right behind the place of a text."""
    around = home.parent
    if around is None:
        return []
    return [
        block
        for block in blocks[home.end : min(around.end, home.end + _BEHIND)]
        if not block.place.is_hidden
        and any(_is_note(place) for place in between(block.place, around))
    ]


def is_box(place: Place) -> bool:
    """Tell whether a place calls itself a box that says something of the text."""
    is_noted = place.tag == "aside" and place.element.get("role") == "note"
    return is_noted or _is_boxed(place.step)


def _belongs(way: Sequence[Place], *, is_amid: bool) -> bool:
    """Tell whether a line stands in a note, in a box amid the text, or of contacts."""
    if any(_is_note(place) for place in way):
        return True
    whom = next((place for place in reversed(way) if is_of_contacts(place)), None)
    box = next((place for place in reversed(way) if is_box(place)), None)
    if whom is None and (box is None or not is_amid):
        return False
    if is_of_others(way):
        return False
    if whom is not None:
        return not _asks(whom)
    return box is not None and _says_more_than_it_links(box)


def is_of_others(way: Iterable[Place]) -> bool:
    """Tell whether a line on its way up stands in a box of anything else."""
    return any(
        place.tag in _OTHER_TAGS or not _OTHERS.isdisjoint(place.signs) for place in way
    )


def _is_note(place: Place) -> bool:
    role = place.element.get("role")
    return role in _NOTE_ROLES or _is_of_notes(place.step)


def _says_more_than_it_links(box: Place) -> bool:
    """Tell whether a box has words of its own, and asks for none."""
    element = box.element
    if _asks(box):
        return False
    linked = sum(len(normal_text(visible_text(a))) for a in element.iter("a"))
    return linked <= _LINKED * len(normal_text(visible_text(element)))


def _asks(box: Place) -> bool:
    return next(box.element.iter("form", "input", "button"), None) is not None

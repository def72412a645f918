"""What an article's text opens and ends with: points, a table, a quote. Pure."""

from collections.abc import Collection, Sequence
from itertools import chain

from parsers.blocks import Block, Place
from parsers.body.whole_lists import ITEMS, homes_of
from parsers.body.whole_tables import is_data
from parsers.dates import may_hold_date
from parsers.keys import text_key

#: A point of a list says so much on average, and there are so many.
_SAYS, _POINTS = 20, 2
#: What names of a part tell that is none of the text.
_OTHER = frozenset("ad author frame letter meta related share unseen".split())
_PARTS = frozenset(("ul", "ol", "table", "blockquote"))
#: What stands between a line and the part that it is of.
_WITHIN = frozenset((*ITEMS, "p", "td", "th", "tr", "tbody", "thead"))


def with_edges(
    blocks: Sequence[Block],
    kept: Sequence[Block],
    repeated: Collection[str],
    title: str = "",
) -> list[Block]:
    """Return the kept blocks with what stands right before or behind them as they do.

    Short lines beside a headline or at the end are not judged to be text one by one. A
    list of points, a table, or a quote to begin with, counts in the very box of the
    paragraphs, or in one of the same name; so does the line over a list or a table with
    which a text begins. What leads anywhere, has a day, says the title, or stands on
    other pages too (``repeated``), is none of it. ``blocks`` are all of the page's.
    """
    if not kept:
        return []
    homes = homes_of(kept)
    names = {home.path for home in homes if home.step != home.tag}

    def is_own(line: Block) -> bool:
        return not (
            line.hrefs
            or line.place.is_hidden
            or line.hash in repeated
            or line.key == key
            or may_hold_date(line.text)
        )

    def part_of(block: Block) -> Sequence[Block]:
        """Return the lines of the part in which one stands, if all are the text's."""
        part = _part(block)
        if part is None or (part.parent not in homes and _box(part) not in names):
            return ()
        lines = blocks[part.start : part.end]
        return lines if _says(part, lines) and all(map(is_own, lines)) else ()

    key = text_key(title)
    first, last = kept[0].index, kept[-1].index
    begun = (part_of(block) for block in blocks[max(0, first - 1) : first + 1])
    ended = (part_of(b) for b in blocks[last : last + 2] if b.kind != "quote")
    own = sorted({*kept, *chain(*begun), *chain(*ended)}, key=lambda b: b.index)
    over = blocks[max(0, own[0].index - 1)]
    return [over, *own] if _is_over(over, own[0]) and is_own(over) else own


def _part(block: Block) -> Place | None:
    """Return the list, table or quote in which a line stands."""
    for place in (block.place, *block.place.ancestors()):
        if place.tag in _PARTS:
            return place
        if place.tag not in _WITHIN:
            break
    return None


def _box(place: Place) -> str:
    return place.parent.path if place.parent else ""


def _says(part: Place, lines: Sequence[Block]) -> bool:
    """Tell whether a part says something, and is not of the frame by its name."""
    if not _OTHER.isdisjoint(part.signs):
        return False
    if part.tag == "table":
        return is_data(lines)
    is_said = sum(line.chars for line in lines) >= _SAYS * len(lines)
    return is_said and (part.tag == "blockquote" or len(lines) >= _POINTS)


def _is_over(line: Block, first: Block) -> bool:
    """Tell whether a line stands over the list or the table that opens a text."""
    part = _part(first)
    if part is None or part.tag == "blockquote" or line.index != first.index - 1:
        return False
    if not _OTHER.isdisjoint(line.place.signs):
        return False
    if line.kind == "heading":  # it may have a box of the same name
        return _box(line.place) == _box(part)
    is_loose = line.place is part.parent
    return line.kind == "text" and (is_loose or line.place.parent is part.parent)

"""What an article's text opens and ends with: points, a table, a quote. Pure."""

import re
from collections.abc import Collection, Sequence
from itertools import chain

from parsers.blocks import Block, Place
from parsers.body.whole_lists import ITEMS, homes_of
from parsers.body.whole_tables import is_data
from parsers.dates import may_hold_date
from parsers.keys import text_key

#: A point of a list says so much on average, and there are so many.
_SAYS, _POINTS = 20, 2
#: What was corrected stands above the first lines of a text: below leads.
_HEADS = 3
#: A line that says so much is no label; so near a headline its points stand.
_LONG, _NEAR = 40, 12
#: What names of a part tell that is none of the text.
_OTHER = frozenset("ad author frame letter meta related share unseen".split())
_PARTS = frozenset(("ul", "ol", "dl", "table", "blockquote"))
#: How agencies say above a text what they changed in it.
_CHANGED = re.compile(
    r"[(\[](?:correct(?:s|ed|ion)|updates?|adds|clarifies|removes|refiles|recasts"
    r"|corrige|corrigé|actualis|précise|berichtigt|korrigiert|ergänzt|actualiza|añade"
    r"|atualiza|corregge|aggiorna|уточн|исправ).{20,}[)\]]",
    re.IGNORECASE,
)
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
    list of points, a table or a quote counts in the very box of the paragraphs, or in
    one of the same name; so does the line over a list or a table with which a text
    begins, the one that tells what was corrected in it, and a list of long points
    between the headline and the text. What leads anywhere, has a day, says the title,
    or stands on other pages too (``repeated``), is none of it. ``blocks`` are all of
    the page's.
    """
    if not kept:
        return []
    homes = homes_of(kept)
    names = {home.path for home in homes if home.step != home.tag}

    def is_own(line: Block) -> bool:
        is_of_site = line.hash in repeated and line.kind != "cell"
        is_of_item = line.key == key or may_hold_date(line.text)
        return not (line.hrefs or line.place.is_hidden or is_of_site or is_of_item)

    def part_of(block: Block) -> Sequence[Block]:
        """Return the lines of the part in which one stands, if all are the text's."""
        part = _part(block)
        if part is None or not (
            part.parent in homes or _box(part) in names or is_under(part)
        ):
            return ()
        lines = blocks[part.start : part.end]
        is_new = any(line.hash not in repeated for line in lines)
        is_text = is_new and all(map(is_own, lines)) and _says(part, lines, repeated)
        return lines if is_text else ()

    def is_under(part: Place) -> bool:
        """Tell whether a part stands between the headline and a text, as points."""
        is_list = part.tag in ("ul", "ol") and part.end <= first
        if not (is_list and key and any(b.size >= 2 * _LONG for b in kept)):
            return False
        above = reversed(blocks[max(0, part.start - _NEAR) : part.start])
        until = next((b for b in above if b.kind == "heading" or b.key == key), None)
        lines = blocks[part.start : part.end]
        is_long = sum(line.size for line in lines) >= _LONG * len(lines)
        return is_long and until is not None and until.key == key

    key = text_key(title)
    first, last = kept[0].index, kept[-1].index
    begun = (part_of(block) for block in blocks[max(0, first - 1) : first + 1])
    ended = (part_of(block) for block in blocks[last : last + 2])
    above = ((blocks[max(0, block.index - 1)], block) for block in kept[:_HEADS])
    told = (over for over, block in above if _tells_of_change(over, block))
    own = sorted({*kept, *chain(*begun), *chain(*ended), *told}, key=lambda b: b.index)
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


def _says(part: Place, lines: Sequence[Block], repeated: Collection[str]) -> bool:
    """Tell whether a part says something, and is not of the frame by its name.

    Labels and what they are of may be facts of a text, or say of each item when it came
    and whom to ask: only other items tell.
    """
    if not _OTHER.isdisjoint(part.signs):
        return False
    if part.tag == "table":
        return is_data(lines)
    if part.tag == "dl":
        return bool(repeated)
    is_said = sum(line.size for line in lines) >= _SAYS * len(lines)
    return is_said and (part.tag == "blockquote" or len(lines) >= _POINTS)


def _tells_of_change(line: Block, first: Block) -> bool:
    """Tell whether a line in brackets right above a text says what changed in it."""
    is_above = line.index == first.index - 1 and line.tag == first.tag == "p"
    is_beside = is_above and line.place.parent is first.place.parent
    return is_beside and _CHANGED.fullmatch(line.text) is not None


def _is_over(line: Block, first: Block) -> bool:
    """Tell whether a line stands over the list or the table that opens a text."""
    part = _part(first)
    if part is None or part.tag == "blockquote" or line.index != first.index - 1:
        return False
    if not _OTHER.isdisjoint(line.place.signs):
        return False
    if line.kind == "text" and part.parent in (line.place, line.place.parent):
        return True
    may_be_boxed = line.kind == "heading" or line.size >= _LONG
    return may_be_boxed and _box(line.place) == _box(part)

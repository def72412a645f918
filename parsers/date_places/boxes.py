"""Days that a small box says in pieces: ``27``, ``Feb``, ``2026``. Pure."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from parsers.blocks import Block
from parsers.dates import find_dates, parse_date
from parsers.dates.pieces import day_in_pieces
from parsers.model import Printed

#: So long is each line of such a box, and all of them together.
_LINE, _BOX = 12, 24
_COUNTS = (3, 2, 1)


def boxed_dates(
    blocks: Sequence[Block], *, languages: Sequence[str] = (), order: str | None = None
) -> Iterator[tuple[Block, Printed]]:
    """Yield the first line of each box, and the day that its lines say together.

    One line may hold all of them: ``27 2026-02``.

    >>> from parsers.block_walk import walk
    >>> from parsers.model import Capture
    >>> from parsers.page import read_page
    >>> page = b"<div><b>27</b><br>Feb<br>2026</div><p>Fog came on 3 May."
    >>> blocks = walk(read_page(Capture(url="https://h.example/", payload=page)))
    >>> [str(printed.day) for _, printed in boxed_dates(blocks, languages=("en",))]
    ['2026-02-27']
    """
    for at, block in enumerate(blocks):
        if block.chars > _LINE or find_dates(block.text, languages=languages):
            continue
        for count in _COUNTS:
            lines = blocks[at : at + count]
            text = " ".join([line.text for line in lines])
            if len(lines) < count or len(text) > _BOX or not _share_a_box(lines):
                continue
            if found := _day_in(text, tuple(languages), order):
                yield block, found
                break


@lru_cache(maxsize=1024)
def _day_in(text: str, languages: tuple[str, ...], order: str | None) -> Printed | None:
    """Return the day of a box, if it is of one; menus come with every page."""
    found = parse_date(text, languages=languages, order=order)
    return found or day_in_pieces(text, languages=languages, order=order)


def _share_a_box(lines: Sequence[Block]) -> bool:
    """Tell whether lines stand in one element, or in one each and nothing beside."""
    count, places = len(lines), [line.place for line in lines]
    if places.count(places[0]) == count:
        return True
    box = places[0].parent
    whole = box is not None and box.end - box.start == count
    return whole and all(place.parent is box for place in places)

"""An article's text: where it stands on the page, and what of it counts. Pure."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from parsers.blocks import Block, Place
from parsers.finders.title import title_key
from parsers.reading import Reading
from parsers.text import normal_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The blocks of an article's text, and the place that holds most of them."""

    blocks: tuple[Block, ...]
    place: Place | None = None

    @property
    def text(self) -> str:
        """The text, its paragraphs divided by an empty line."""
        return body_text(self.blocks)


def find_body(reading: Reading, *, title: str = "") -> tuple[Body, str] | None:
    """Return an article's text and the way it was found, or nothing."""
    place = _heaviest(reading.blocks)
    if place is None:
        return None
    key = title_key(title)
    kept = [
        block
        for block in reading.blocks
        if _is_in(block, place)
        and block.link_share < 0.5
        and not block.place.is_hidden
        and block.kind != "caption"
        and not (key and key.startswith(title_key(block.text)[:60] or "-"))
        and (block.chars > 25 or block.kind == "heading")
    ]
    return (Body(blocks=tuple(kept), place=place), "finder") if kept else None


def body_text(blocks: Iterable[Block]) -> str:
    """Return blocks as text: a table's row is one line, all else a paragraph."""
    paragraphs: list[str] = []
    row: object = None
    for block in blocks:
        own_row = _row(block) if block.kind == "cell" else None
        if own_row is not None and own_row is row:
            paragraphs[-1] += " | " + block.text
        else:
            paragraphs.append(block.text)
        row = own_row
    return "\n\n".join(normal_text(text) for text in paragraphs)


def _row(block: Block) -> object:
    """Return the row of a table's cell; a cell of several lines is no row."""
    parent = block.element.getparent()
    return (
        parent if parent is not None and parent.tag == "tr" and not block.line else None
    )


def _heaviest(blocks: Sequence[Block]) -> Place | None:
    """Return the place around most prose; what is near counts more."""
    weights: Counter[Place] = Counter()
    for block in blocks:
        if (
            block.chars >= 40
            and block.link_share < 0.4
            and block.kind not in ("caption", "heading")
            and not block.place.is_hidden
        ):
            weight = float(block.chars)
            for place in [block.place, *block.place.ancestors()][1:8]:
                weights[place] += weight  # type: ignore[assignment]
                weight *= 0.7
    return max(weights, key=lambda place: weights[place], default=None)


def _is_in(block: Block, place: Place) -> bool:
    return block.place is place or any(p is place for p in block.place.ancestors())

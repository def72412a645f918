"""Quotes among an article's paragraphs, set apart in a box of their own. Pure."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from parsers.blocks import Block, Place
from parsers.body.boxes import homes
from parsers.steps import step_test

#: A quote says something, and links to nothing.
_LEAST, _LINKED = 40, 0.1
#: A line of a quote may link to where it was said.
_TOLD = 0.6
#: So many boxes more than paragraphs have stand around a quote.
_BOXES = 1
#: What stands in such a box, so many steps around it, is set apart from the text.
_is_apart = step_test(re.compile(r"^aside(?![a-z0-9-])|pull[-_]{0,2}quote", re.I))
_STEPS = 2
#: So many of its runs of words are new in what is drawn out and joined anew.
_OTHER, _WORDS, _FIGURES = 0.3, re.compile(r"\w+"), re.compile(r"\d+")
_TAGS = frozenset(("blockquote", "q"))
#: What templates call the box of a quote.
_is_named = step_test(
    re.compile(
        r"quot|(?<![a-z])(?:citaa?t|citazion|citacion|citac|citát|cita(?![a-z])|zitat|cytat"
        r"|idézet|alinti|kutipan|trich-?dan|цитат)",
        re.IGNORECASE,
    )
)
_OPENS, _CLOSES = "\"'“„«‹‘‚「『»”", "\"'”“»›’‘」』«"


def with_quotes(blocks: Sequence[Block], kept: Sequence[Block]) -> list[Block]:
    """Return the kept blocks with the quotes that stand between them, each whole.

    One that repeats what the text says is drawn out of it to catch the eye.
    """
    kept = _without_drawn_out(kept)
    if len(kept) < 2:
        return kept
    taken = set(kept)
    first, last = kept[0].index, kept[-1].index
    places = homes(block for block in kept if block.kind == "text")
    missing = [
        block
        for block in blocks
        if first < block.index < last
        and block not in taken
        and _is_quote(block, places)
    ]
    if missing:
        said = _Said(kept)
        missing = [block for block in missing if not said.holds(block.text)]
    return _whole(blocks, (*kept, *missing))


def _without_drawn_out(kept: Sequence[Block]) -> list[Block]:
    """Return the kept blocks without those set apart that the others say as well.

    Nor with the short lines beside them in the box, which say who said it.
    """
    apart = {block: box for block in kept if (box := _box_apart(block))}
    if not apart:
        return list(kept)
    said = _Said(block for block in kept if block not in apart)
    again = {b for b in apart if b.chars >= _LEAST and said.holds(b.text)}
    boxes = {apart[block] for block in again}
    return [
        block
        for block in kept
        if apart.get(block) not in boxes
        or (block.chars >= _LEAST and block not in again)
    ]


def _whole(blocks: Sequence[Block], kept: Sequence[Block]) -> list[Block]:
    """Return the kept blocks with all lines of a quote of which they have most.

    Whose words these are, and of what day, stands in its last line. What holds most of
    a text is no quote in it, but the text itself.
    """
    most = sum(block.size for block in kept) / 2
    sizes: dict[Place, int] = {}
    for block in kept:
        if (quote := _quote(block)) is not None:
            sizes[quote] = sizes.get(quote, 0) + block.size
    first = blocks[0].index if blocks else 0
    whole = set(kept)
    for quote, size in sizes.items():
        lines = blocks[max(0, quote.start - first) : max(0, quote.end - first)]
        if size <= most and sum(line.size for line in lines) < 2 * size:
            told = (line for line in lines if line.link_share < _TOLD)
            whole.update(line for line in told if not line.place.is_hidden)
    return sorted(whole, key=lambda block: block.index)


def _quote(block: Block) -> Place | None:
    """Return the quote in which a line stands."""
    around = (block.place, *islice(block.place.ancestors(), _STEPS))
    return next((place for place in around if place.tag == "blockquote"), None)


class _Said:
    """What a text says: a quote drawn out of it leaves some words out, or joins two."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        text = " ".join(block.text for block in blocks)
        self.letters, self.runs = _letters(text), _runs(text)
        self.figures = _figures(text)

    def holds(self, text: str) -> bool:
        """Tell whether most runs of a quote's words, and all its figures, are in it."""
        if _letters(text) in self.letters:
            return True
        own = _runs(text)
        is_like = len(own - self.runs) <= _OTHER * len(own)
        return is_like and _figures(text) <= self.figures


def _figures(text: str) -> set[str]:
    return set(_FIGURES.findall(text))


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _WORDS.findall(text.casefold())
    return set(zip(words, words[1:], words[2:], strict=False))


def _box_apart(block: Block) -> Place | None:
    """Return the box whose names say that a line stands beside the text."""
    boxes = (block.place, *islice(block.place.ancestors(), _STEPS))
    return next((box for box in boxes if _is_apart(box.step)), None)


def _letters(text: str) -> str:
    """Return what a quote says, figures too, whatever its signs."""
    return "".join(filter(str.isalnum, text.casefold()))


def _is_quote(block: Block, places: Mapping[Place, int]) -> bool:
    if block.size < _LEAST or block.link_share > _LINKED or block.kind == "caption":
        return False
    home = next((place for place in block.place.ancestors() if place in places), None)
    if home is None or block.place.is_hidden:
        return False
    boxes = block.depth - home.depth
    return boxes <= places[home] + _BOXES and any(
        _says_quote(box, block)
        for box in (block.place, *islice(block.place.ancestors(), boxes - 1))
    )


def _says_quote(box: Place, block: Block) -> bool:
    if box.tag in _TAGS or _is_named(box.step):
        return True
    ends = block.text[0] in _OPENS and block.text.rstrip(".,")[-1:] in _CLOSES
    return box.tag == "aside" and ends

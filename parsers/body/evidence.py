"""What speaks for and against each block being an article's text. Pure.

Each fact is a short name such as ``size4link0``; the weights that the facts carry were
learned once (``benchmarks/train_body.py``) and lie in ``body_model.json``. Facts that
come together are told together, so that what they weigh is added up once.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from parsers.blocks import Block, Place
from parsers.body.region import between, inside, place_around, prose
from parsers.keys import text_key
from parsers.lines.signs import word_signs
from parsers.text import has_digit, is_small

#: Facts that come together.
Facts = tuple[str, ...]

_SIZES = (12, 25, 45, 80, 140, 250, 500)
_LINKS = (0.0, 0.1, 0.3, 0.6, 0.9)
_FEW = (0, 1, 3)
_COARSE = (0, 0, 1, 1, 2, 2, 3, 3)
#: Outside the region, smaller or more linked blocks than these are not looked at.
_SCRAP, _LINKED = 25, 0.6
_SECTION_TAGS = frozenset(
    "aside header footer form figure section article ul ol dl table blockquote details"
    " fieldset address".split()
)
_ENDS = (
    dict.fromkeys(".!?…。！？।۔؟", "stop")
    | dict.fromkeys("»”\"’')]“」』）", "quote")
    | dict.fromkeys(":：", "colon")
)
_SYMBOLS = frozenset("*-–—•·_/|>»←→©@#▶■◆●")
_BRACKETS = frozenset("([（【")


@dataclass(frozen=True, slots=True)
class Known:
    """What the page says of its text elsewhere: the keys of title and summaries."""

    title: str = ""
    summaries: tuple[str, ...] = ()


@dataclass(slots=True)
class _Own:
    """What a block shows by itself; ``marks`` are nothing where it is but a scrap."""

    size: int
    link: int
    end: str = ""
    words: Facts = ()
    marks: list[str] | None = None
    prose: int = 0
    is_in: bool = False


def gather(blocks: Sequence[Block], region: Place, known: Known) -> list[list[Facts]]:
    """Return the facts of each block, seen from the place that holds most prose.

    Links and scraps outside it have no facts: they are no text of the article.
    """
    own = [
        _scrap(block)
        if is_scrap(block) and not inside(block, region)
        else _own(block, known, region)
        for block in blocks
    ]
    common = _common_signs(blocks, own, region)
    titles = [n for n, one in enumerate(own) if one.marks and "title" in one.marks]
    long = [n for n, one in enumerate(own) if one.is_in and one.prose >= 80]
    copies = Counter(block.text for block in blocks)
    ways: dict[object, Facts] = {}

    def way_of(block: Block) -> Facts:
        """Return what ``_way`` does, once for all blocks of one make side by side."""
        place, top = block.place, place_around(block, region)
        key = (place.parent, place.step, place.is_hidden, top, place is top)
        if (way := ways.get(key)) is None:
            way = ways[key] = _way(block, top, region, common)
        return way

    found: list[list[Facts]] = []
    for n, (block, one) in enumerate(zip(blocks, own, strict=True)):
        if one.marks is None:
            found.append([])
            continue
        side = "i" if one.is_in else "o"
        before = bisect_left(_FEW, bisect_left(long, n))
        after = bisect_left(_FEW, len(long) - bisect_right(long, n))
        if (count := copies[block.text]) > 1:
            one.marks.append("copies2" if count < 5 else "copies5")
        one.marks.append(_from_title(n, titles))
        found.append(
            [
                _looks(block.tag, block.kind, one.size, one.link, one.end),
                way_of(block),
                _spot(side, block.tag, one.size, one.link, before, after),
                _said(side, one.size, one.words),
                tuple(one.marks),
                *(_near(blocks, own, n, step) for step in (-2, -1, 1, 2)),
            ]
        )
    return found


def is_scrap(block: Block) -> bool:
    """Tell whether a block outside the region is too little, or too much of a link."""
    return block.size < _SCRAP or block.link_share > _LINKED


def _scrap(block: Block) -> _Own:
    link = bisect_left(_LINKS, block.link_share)
    return _Own(bisect_left(_SIZES, block.size), link)


def _own(block: Block, known: Known, region: Place) -> _Own:
    text = block.text
    size = bisect_left(_SIZES, block.size)
    coarse = _COARSE[size]
    marks: list[str] = []
    if block.strong_chars:
        whole = block.strong_chars >= 0.9 * block.chars
        marks.append(f"strong{coarse}" if whole else "strong")
    if block.slant_chars >= 0.9 * block.chars:
        marks.append(f"slant{coarse}")
    first = text[0]
    if first in _SYMBOLS:
        marks.append("symbol")
    elif first in _BRACKETS:
        marks.append("bracket")
    elif is_small(first):
        marks.append("lower")
    if text.isupper():
        marks.append("upper")
    if "," in text or "，" in text:
        marks.append("comma")
    if block.line:
        marks.append("line")
    if block.size < 100 and has_digit(text):
        digits = sum(map(str.isdigit, text))
        marks.append("digits" if digits < 0.3 * block.chars else "digits3")
    if 12 < block.chars < 400:
        key = text_key(text)
        if len(key) > 15 and key in known.title:
            marks.append("title")
        if len(key) > 25 and any(
            key in summary or summary[:60] in key for summary in known.summaries
        ):
            marks.append("summary")
    return _Own(
        size=size,
        link=bisect_left(_LINKS, block.link_share),
        end=_ENDS.get(text[-1], "none"),
        words=word_signs(text),
        marks=marks,
        prose=prose(block),
        is_in=inside(block, region),
    )


def _common_signs(
    blocks: Sequence[Block], own: Sequence[_Own], region: Place
) -> frozenset[str]:
    """Return what holds for most prose of the region, and so says nothing of any."""
    sums: Counter[str] = Counter()
    whole = 0
    for block, one in zip(blocks, own, strict=True):
        if one.prose and one.is_in:
            whole += one.prose
            way = between(block.place, region)
            for sign in frozenset().union(*(place.signs for place in way)):
                sums[sign] += one.prose
    return frozenset(sign for sign, mass in sums.items() if 2 * mass > whole)


@lru_cache(maxsize=8192)
def _looks(tag: str, kind: str, size: int, link: int, end: str) -> Facts:
    return (
        f"tag={tag}",
        f"kind={kind}",
        f"size{size}",
        f"link{link}",
        f"size{size}link{link}",
        f"end={end}",
        f"end={end}{_COARSE[size]}",
        f"{tag}end={end}",
    )


@lru_cache(maxsize=8192)
def _spot(side: str, tag: str, size: int, link: int, before: int, after: int) -> Facts:
    return (
        f"{side}tag={tag}",
        f"{side}size{size}",
        f"{side}link{link}",
        f"{side}before{before}",
        f"{side}after{after}",
        f"{side}{min(before, 1)}{min(after, 1)}size{_COARSE[size]}",
    )


@lru_cache(maxsize=4096)
def _said(side: str, size: int, words: Facts) -> Facts:
    facts: list[str] = []
    for word in words:
        facts += (f"w={word}", f"w={word}{_COARSE[size]}", f"{side}{word}")
    return tuple(facts)


def _from_title(place: int, titles: Sequence[int]) -> str:
    if not titles:
        return "title?"
    if place < titles[0]:
        return "title>"
    return f"title<{bisect_left((0, 2, 5, 10, 30, 80), place - titles[-1])}"


def _near(blocks: Sequence[Block], own: Sequence[_Own], place: int, step: int) -> Facts:
    """Return what the block so many steps further on shows."""
    other = place + step
    if not 0 <= other < len(blocks):
        return (f"n{step}none",)
    one = own[other]
    seen = _seen(step, _COARSE[one.size], one.link > 2, one.is_in)
    if step not in (-1, 1):
        return seen
    here, there = blocks[place].place, blocks[other].place
    is_same = here is there or (here.parent is there.parent and here.step == there.step)
    return _beside(step, seen, is_same, there.tag, one.words)


@lru_cache(maxsize=256)
def _seen(step: int, size: int, is_linked: bool, is_in: bool) -> Facts:
    return (f"n{step}size{size}{int(is_linked)}{'i' if is_in else 'o'}",)


@lru_cache(maxsize=8192)
def _beside(step: int, seen: Facts, is_same: bool, tag: str, words: Facts) -> Facts:
    same = f"n{step}same{int(is_same)}"
    return (*seen, same, f"n{step}{tag}", *(f"n{step}w={word}" for word in words))


def _way(block: Block, top: Place, region: Place, common: frozenset[str]) -> Facts:
    """Return what stands between a block and ``top``, the way down to the region."""
    way = between(block.place, top)
    up = bisect_left((0, 1, 2, 3, 5, 8), region.depth - top.depth)
    is_hidden = block.place.is_hidden and not region.is_hidden
    signs = tuple(place.signs - common for place in way)
    sections = tuple(place.tag for place in way[1:] if place.tag in _SECTION_TAGS)
    return _on_way(signs, sections, is_hidden, min(len(way), 5), up)


@lru_cache(maxsize=8192)
def _on_way(
    signs: tuple[frozenset[str], ...],
    sections: Facts,
    is_hidden: bool,
    down: int,
    up: int,
) -> Facts:
    """Return what the signs of a place, and of those around it, tell."""
    facts = {f"h{min(n, 2)}{sign}" for n, some in enumerate(signs) for sign in some}
    facts |= {f"h{sign}" for some in signs for sign in some}
    facts |= {f"in {tag}" for tag in sections}
    hidden = ["hidden"] if is_hidden else []
    return (*sorted(facts), *hidden, f"down{down}", f"up{up}")

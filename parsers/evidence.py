"""What speaks for and against each block being an article's text. Pure.

Each fact is a short name such as ``size4link0``; the weights that the facts carry were
learned once (``benchmarks/train_body.py``) and lie in ``body_model.json``.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from parsers.blocks import Block, Place
from parsers.region import inside, prose
from parsers.signs import word_signs

_SIZES = (12, 25, 45, 80, 140, 250, 500)
_LINKS = (0.0, 0.1, 0.3, 0.6, 0.9)
_FEW = (0, 1, 3)
_COARSE = (0, 0, 1, 1, 2, 2, 3, 3)
#: Outside the region, smaller or more linked blocks than these are not looked at.
_SCRAP, _LINKED = 25, 0.6
_OUTSIDE: tuple[list[str], bool] = ([], False)
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
_SIGNS = bytes(code for code in range(128) if not chr(code).isalnum())
_BRACKETS = frozenset("([（【")


@dataclass(frozen=True, slots=True)
class Known:
    """What the page says of its text elsewhere: keys of title, summaries, all of it."""

    title: str = ""
    summaries: tuple[str, ...] = ()
    claimed: str = ""


@dataclass(slots=True)
class _Own:
    facts: list[str]
    size: int
    link: int
    words: list[str]
    prose: int
    key: str


def gather(blocks: Sequence[Block], region: Place, known: Known) -> list[list[str]]:
    """Return the facts of each block, seen from the place that holds most prose.

    Links and scraps outside it have no facts: they are no text of the article.
    """
    above = {region, *region.ancestors()}
    scraps = [is_scrap(block) and not inside(block, region) for block in blocks]
    own = [
        _scrap(block) if is_left else _own(block, known)
        for block, is_left in zip(blocks, scraps, strict=True)
    ]
    common = _common_signs(blocks, own, region, above)
    ways = [
        _OUTSIDE if is_left else _way(block, region, above, common)
        for block, is_left in zip(blocks, scraps, strict=True)
    ]
    titles = [place for place, one in enumerate(own) if "title" in one.facts]
    mass = sum(one.prose for one in own)
    long = [
        place
        for place, (one, way) in enumerate(zip(own, ways, strict=True))
        if way[1] and one.prose >= 80
    ]
    copies = Counter(block.text for block in blocks)
    facts: list[list[str]] = []
    for place, block in enumerate(blocks):
        if scraps[place]:
            facts.append([])
            continue
        one, (way, is_in) = own[place], ways[place]
        side = "i" if is_in else "o"
        before, after = bisect_left(long, place), len(long) - bisect_right(long, place)
        size = _COARSE[one.size]
        found = [
            *one.facts,
            *way,
            f"{side}{one.facts[0]}",
            f"{side}size{one.size}",
            f"{side}link{one.link}",
            f"{side}before{bisect_left(_FEW, before)}",
            f"{side}after{bisect_left(_FEW, after)}",
            f"{side}{min(before, 1)}{min(after, 1)}size{size}",
        ]
        found += [f"{side}{word}" for word in one.words]
        if copies[block.text] > 1:
            found.append("copies2" if copies[block.text] < 5 else "copies5")
        if known.claimed:
            found.append(_claim(one, known, mass))
        found.append(_from_title(place, titles))
        for step in (-2, -1, 1, 2):
            found += _near(blocks, own, ways, place, step)
        facts.append(found)
    return facts


def is_scrap(block: Block) -> bool:
    """Tell whether a block outside the region is too little, or too much of a link."""
    return block.size < _SCRAP or block.link_share > _LINKED


def _scrap(block: Block) -> _Own:
    link = bisect_left(_LINKS, block.link_share)
    return _Own([], bisect_left(_SIZES, block.size), link, [], 0, "")


def _own(block: Block, known: Known) -> _Own:
    text = block.text
    grade = bisect_left(_SIZES, block.size)
    link = bisect_left(_LINKS, block.link_share)
    coarse = _COARSE[grade]
    end = _ENDS.get(text[-1], "none")
    tag = block.tag
    facts = [
        f"tag={tag}",
        f"kind={block.kind}",
        f"size{grade}",
        f"link{link}",
        f"size{grade}link{link}",
        f"end={end}",
        f"end={end}{coarse}",
        f"{tag}end={end}",
    ]
    words = word_signs(text)
    for word in words:
        facts += (f"w={word}", f"w={word}{coarse}")
    if block.strong_chars:
        whole = block.strong_chars >= 0.9 * block.chars
        facts.append(f"strong{coarse}" if whole else "strong")
    if block.slant_chars >= 0.9 * block.chars:
        facts.append(f"slant{coarse}")
    first = text[0]
    if first in _SYMBOLS:
        facts.append("symbol")
    elif first in _BRACKETS:
        facts.append("bracket")
    elif first.islower():
        facts.append("lower")
    if text.isupper():
        facts.append("upper")
    if "," in text or "，" in text:
        facts.append("comma")
    if block.line:
        facts.append("line")
    if block.size < 100:
        digits = sum(map(str.isdigit, text))
        if digits:
            facts.append("digits" if digits < 0.3 * block.chars else "digits3")
    key = ""
    if block.chars > 12 and (known.claimed or block.chars < 400):
        key = text_key(text)
        if len(key) > 15 and key in known.title:
            facts.append("title")
        if len(key) > 25 and any(
            key in summary or summary[:60] in key for summary in known.summaries
        ):
            facts.append("summary")
    return _Own(facts, grade, link, words, prose(block), key)


def text_key(text: str) -> str:
    """Return the letters and figures of a text in one case, for looking it up.

    >>> text_key("Fog - over 2 harbours!")
    'fogover2harbours'
    """
    if text.isascii():
        return text.lower().encode().translate(None, _SIGNS).decode()
    return "".join(filter(str.isalnum, text.casefold()))


def _claim(one: _Own, known: Known, mass: int) -> str:
    if not one.key:
        return "claim="
    if one.key in known.claimed:
        return "claim=in"
    share = len(known.claimed) / mass if mass else 0.0
    return f"claim=out{(share > 0.3) + (share > 0.6)}"


def _from_title(place: int, titles: list[int]) -> str:
    if not titles:
        return "title?"
    if place < titles[0]:
        return "title>"
    return f"title<{bisect_left((0, 2, 5, 10, 30, 80), place - titles[-1])}"


def _near(
    blocks: Sequence[Block],
    own: list[_Own],
    ways: list[tuple[list[str], bool]],
    place: int,
    step: int,
) -> list[str]:
    other = place + step
    if not 0 <= other < len(blocks):
        return [f"n{step}none"]
    one, block = own[other], blocks[other]
    side = "i" if ways[other][1] else "o"
    facts = [f"n{step}size{_COARSE[one.size]}{int(one.link > 2)}{side}"]
    if step in (-1, 1):
        here = blocks[place].place
        same = block.place is here or (
            block.place.parent is here.parent and block.place.step == here.step
        )
        facts += (f"n{step}same{int(same)}", f"n{step}{block.tag}")
        facts += [f"n{step}w={word}" for word in one.words]
    return facts


def _way(
    block: Block, region: Place, above: set[Place], common: frozenset[str]
) -> tuple[list[str], bool]:
    """Return what stands between a block and the way down to the region."""
    facts: dict[str, None] = {}
    place: Place = block.place
    steps = 0
    while place not in above and place.parent is not None:
        for sign in place.signs:
            if sign not in common:
                facts[f"h{min(steps, 2)}{sign}"] = None
                facts[f"h{sign}"] = None
        if steps and place.tag in _SECTION_TAGS:
            facts[f"in {place.tag}"] = None
        place = place.parent
        steps += 1
    if block.place.is_hidden and not region.is_hidden:
        facts["hidden"] = None
    up = region.depth - place.depth
    facts[f"down{min(steps, 5)}"] = None
    facts[f"up{bisect_left((0, 1, 2, 3, 5, 8), up)}"] = None
    return list(facts), place is region


def _common_signs(
    blocks: Sequence[Block], own: list[_Own], region: Place, above: set[Place]
) -> frozenset[str]:
    """Return what holds for most prose of the region, and so says nothing of any."""
    sums: Counter[str] = Counter()
    whole = 0
    for block, one in zip(blocks, own, strict=True):
        if not one.prose:
            continue
        place: Place | None = block.place
        signs: set[str] = set()
        while place is not None and place not in above:
            signs |= place.signs
            place = place.parent
        if place is region:
            whole += one.prose
            for sign in signs:
                sums[sign] += one.prose
    return frozenset(sign for sign, mass in sums.items() if 2 * mass > whole)

"""What stands under the pictures of a text: words of it, beside its body. Pure."""

import re
from collections.abc import Collection, Sequence
from itertools import islice

from lxml.html import HtmlElement

from parsers.blocks import Block, Place
from parsers.body.asides import is_of_others
from parsers.body.region import between, inside
from parsers.keys import text_key
from parsers.steps import step_test
from parsers.text import normal_text

#: How makes call the words under a picture that stand in no ``figcaption``.
_is_named = step_test(
    re.compile(
        r"caption|legend|bildunterschrift|didascalia|pie-?(?:de-?)?foto", re.IGNORECASE
    )
)
#: Boxes that show several pictures by turns.
_turns = step_test(
    re.compile(r"galler|slide|slick|swiper|carousel|rotat|random|player", re.IGNORECASE)
)
_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg)(?:$|[?#])", re.IGNORECASE)
#: The first picture stands under the headline, or so few lines before the text; the
#: last one so few behind it.
_FAR, _BEFORE, _AFTER = 30, 4, 6
#: A longer line is no caption, and one that is mostly links leads to something else.
_LONGEST, _LINKED = 600, 0.5
#: So many links and pictures of a box are looked at.
_LOOKED = 8


def find_captions(
    blocks: Sequence[Block], kept: Sequence[Block], home: Place | None, title: str
) -> tuple[str, ...]:
    """Return the lines under the pictures that stand in a text, or right over it.

    ``kept`` are the blocks of the text, ``home`` is the place that holds most of it.
    """
    own = {block.index for block in kept}
    first, last = min(own, default=0), max(own, default=0)
    near = [
        block
        for block in blocks[max(0, first - _FAR) : last + 1 + _AFTER]
        if block.index not in own
        and _is_caption(block)
        and (block.index < last or (home is not None and inside(block, home)))
    ]
    if not (own and near):
        return ()
    headline = _headline(blocks[max(0, first - _FAR) : first], title)
    start = headline.index if headline else first - _BEFORE
    around = (*kept, headline) if headline else kept
    homes = {p for block in around for p in (block.place, *block.place.ancestors())}
    boxes = {b: _way(b, homes) for b in near if b.index > start}
    lines = (b.text for b, way in boxes.items() if way and _is_own(way, boxes))
    return tuple(map(normal_text, lines))


def _headline(blocks: Sequence[Block], title: str) -> Block | None:
    """Return the line before a text that is its title, the nearest one."""
    key = text_key(title)
    return next((b for b in reversed(blocks) if key and b.key == key), None)


def _is_caption(block: Block) -> bool:
    is_named = block.kind == "caption" or _is_named(block.place.step)
    is_short = block.chars <= _LONGEST and block.link_share < _LINKED
    # beside a picture an editor may leave a sign that nobody sees
    says = bool(block.key)
    return is_named and is_short and says and not block.place.is_hidden


def _way(block: Block, homes: Collection[Place]) -> list[Place]:
    """Return the places from a line up to the box that holds nothing of the text."""
    places = (block.place, *block.place.ancestors())
    return between(block.place, next((p for p in places if p in homes), block.place))


def _is_own(way: Sequence[Place], lines: Collection[Block]) -> bool:
    """Tell whether a box of the text shows one picture, and leads nowhere with it."""
    if is_of_others(way):
        return False
    if any(place.tag == "aside" or _turns(place.step) for place in way):
        return False
    box = way[-1]
    pictures = [
        image
        for image in islice(box.element.iter("img"), _LOOKED)
        if image.getparent() is None or image.getparent().tag != "noscript"
    ]
    if any(map(_leads_on, pictures)):
        return False
    places = {line.place.parent for line in lines if inside(line, box)}
    return len(pictures) < 2 or len(places) < 2


def _leads_on(image: HtmlElement) -> bool:
    """Tell whether a picture is a link to a page, not to itself in large."""
    link = next(image.iterancestors("a"), None)
    href = (link.get("href") or "") if link is not None else ""
    return bool(href.partition("#")[0]) and not _PICTURE.search(href)

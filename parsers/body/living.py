"""The text of a page that is no article: figures, notices, addresses. Pure.

Such a page has no run of prose to go by. All that a reader reads counts, but for the
frame around it: menus, banners, footers, rows of links.
"""

import re
from collections.abc import Collection, Sequence
from itertools import islice, pairwise

from parsers.blocks import Block, Place
from parsers.body.furniture import opens_furniture
from parsers.body.inserts import without_inserts
from parsers.body.notes import without_stamp
from parsers.body.region import inside, place_around, prose, summed
from parsers.body.sign_up import without_consent, without_sign_up
from parsers.body.told_below import without_told_below
from parsers.body.whole_tables import with_tables
from parsers.keys import text_key
from parsers.lines.counters import is_counter
from parsers.lines.moving_lines import says_rights
from parsers.lines.signs import name_signs
from parsers.reading import Reading
from parsers.steps import step_test

_FRAME = frozenset(
    ("frame", "share", "comment", "unseen", "ad", "letter", "related", "author")
)
_FRAME_TAGS = frozenset(("header", "footer", "nav"))
#: An article has so much text; another page has so much more than its prose.
_ARTICLE, _MUCH_MORE, _MORE = 1200, 1.5, 1.03
#: So many paragraphs in a row make an article of a page that has a day.
_PARAGRAPHS = 3
#: From so much prose on, what stands far from it is not looked at.
_PROSE = 600
_PARTS = frozenset(("footer", "main", "article"))
#: What stands around the frame of a page too.
_TOPS = frozenset(("html", "body", "form"))
#: A place that holds this share of a page's words is no frame, whatever its name.
_WHOLE = 0.5
_LINKS = 0.6
#: A line of reserved rights is no longer.
_SHORT = 50
#: What is said of a picture goes with it.
_is_caption = step_test(
    re.compile(r"figcaption|[a-z]caption|[.#-]caption", re.IGNORECASE)
)
#: A name of a part that may stand anywhere.
_WIDGET = re.compile(r"[\w-]*widget[\w-]*", re.IGNORECASE)


def living_text(
    reading: Reading,
    kept: Sequence[Block],
    region: Place,
    *,
    title: str,
    told: Collection[Block],
    is_dated: bool,
) -> list[Block]:
    """Return the text of a page that is no article, nothing of one that is.

    An article's page has more text in the article than anywhere else. Where there is
    much prose, only what is near it counts: an undated article has its sidebars too.
    What is ``told`` of other items never does, nor do lines that end with the headline,
    nor what stands at the foot of the page: a record may be shorter than that.
    """
    known = sum(block.size for block in kept if not _stands_at_foot(block))
    if is_dated and (known >= _ARTICLE or _runs_on(kept)):
        return []
    heading = _headline(reading.blocks, region, title)
    near = _headed(heading, region)
    own = _own_blocks(reading, told)
    if is_dated and heading:  # what stands over the headline of an item is its way
        own = [block for block in own if block.index >= heading.index]
    more = with_tables(own, page_text(own, near), near, title)
    more = without_consent(without_sign_up(more, reading.page))
    more = without_inserts(more, reading.profile)
    more = without_told_below(reading.blocks, without_stamp(reading, more))
    if known >= _PROSE:
        more = [block for block in more if inside(block, near)]
    least = known * (_MUCH_MORE if is_dated else _MORE)
    key = text_key(title)
    sizes = (b.size for b in more if not (key and b.key.endswith(key)))
    return more if sum(sizes) > least else []


def _runs_on(kept: Sequence[Block]) -> bool:
    """Tell whether paragraphs follow each other as in an article, be it short."""
    own = [block for block in kept if block.tag == "p" and prose(block)]
    runs = zip(own, own[_PARAGRAPHS - 1 :], strict=False)
    return any(
        last.index - first.index == _PARAGRAPHS - 1 and first.path == last.path
        for first, last in runs
    )


def _stands_at_foot(block: Block) -> bool:
    """Tell whether a block stands in the foot of its page, not of an article."""
    tags = (place.tag for place in (block.place, *block.place.ancestors()))
    return next(filter(_PARTS.__contains__, tags), "") == "footer"


def page_text(blocks: Sequence[Block], within: Place) -> list[Block]:
    """Return the blocks of a page that are not its frame, nor its foot below its main.

    ``within`` a place what is called a widget is a part like others: builders make
    whole pages of them.
    """
    weights = summed((block.place, block.chars) for block in blocks)
    whole = sum(block.chars for block in blocks)
    has_main = any(place.tag == "main" for place in weights)
    is_frame: dict[Place, bool] = {}
    kept = [
        block
        for block in blocks
        if block.link_share < _LINKS
        and not block.place.is_hidden
        and not _is_caption(block.place.step)
        and not _framed(block.place, weights, whole, is_frame, within)
        and not (has_main and _stands_at_foot(block))
        and not is_counter(block.text)
        and not (block.chars <= _SHORT and says_rights(block.text))
    ]
    return _without_bare_headings(kept, blocks)


def _own_blocks(reading: Reading, told: Collection[Block]) -> list[Block]:
    """Return the blocks that no other item of the site has, and that tell of none."""
    repeated = reading.profile.repeated if reading.profile else frozenset()
    return [
        block
        for block in reading.blocks
        if block not in told
        and (block.kind == "cell" or not repeated or block.hash not in repeated)
    ]


def _headline(blocks: Sequence[Block], region: Place, title: str) -> Block | None:
    """Return the heading that says the title over a region."""
    key = text_key(title)
    titles = (b for b in blocks if b.index < region.end and b.key == key)
    return next((b for b in titles if b.kind == "heading"), None) if key else None


def _headed(heading: Block | None, region: Place) -> Place:
    """Return the place that a page's headline stands over, or one around the region.

    Where each part of a page has boxes of its own, the region is but one of them.
    """
    if heading is not None:
        headed = place_around(heading, region)
        if headed.tag not in _TOPS:
            return headed
    return next(islice(region.ancestors(), 1, None), region)


def _without_bare_headings(kept: list[Block], blocks: Sequence[Block]) -> list[Block]:
    """Drop the headings of boxes whose next line was left out: links, as a rule."""
    taken = set(kept)
    bare = {
        block
        for block, after in pairwise(blocks)
        if block.kind == "heading" and after not in taken and _heads(block, after)
    }
    return [block for block in kept if block not in bare]


def _heads(heading: Block, after: Block) -> bool:
    box = heading.place.parent
    return box is not None and inside(after, box)


def _framed(
    place: Place,
    weights: dict[Place, int],
    whole: int,
    known: dict[Place, bool],
    within: Place,
) -> bool:
    way: list[Place] = []
    answer = False
    for above in (place, *place.ancestors()):
        if above in known:
            answer = known[above]
            break
        way.append(above)
    for above in reversed(way):
        is_small = weights.get(above, 0) < _WHOLE * whole
        named = above.tag in _FRAME_TAGS or _is_called_frame(above, within)
        answer = answer or (is_small and named) or opens_furniture(above)
        known[above] = answer
    return answer


def _is_called_frame(place: Place, within: Place) -> bool:
    if _FRAME.isdisjoint(place.signs):
        return False
    if not within.start <= place.start <= place.end <= within.end:
        return True
    return not _FRAME.isdisjoint(name_signs(_WIDGET.sub("", place.step)))

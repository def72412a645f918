"""How much the place of a line speaks for its being an article's date line. Pure."""

import re
from collections.abc import Container, Sequence
from datetime import date, timedelta
from functools import lru_cache
from itertools import islice

from parsers.blocks import Block, Place
from parsers.body.region import inside
from parsers.finders.attachments import may_be_file
from parsers.templates.beside import is_beside

#: What a label before the date adds.
LABEL_SCORES = {
    "published": 2.0,
    "date": 1.0,
    "": 0.0,
    "opening": -1.5,
    "told": -1.5,
    "updated": -1.5,
    "other": -3.0,
}
#: A day and that of its last change are no row yet.
_ROW = 2
#: Kinds of lines of which several say what takes place when.
_LISTED = ("item", "cell", "heading")
#: A box has its heading so near above.
_HEADED = 4
#: A teaser's day stands in so many boxes with its headline, a link of this length.
_BOXES, _HEADLINE, _LINKED = 2, 20, 0.8
#: A byline stands so near below the headline, and names are no longer.
_BYLINE, _NAME = 4, 45
#: What holds all of a page.
_TOPS = frozenset(("html", "body"))
#: A line of a text is longer, and stands so near; ads and boxes may stand between.
_LINE, _NEAR = 60, 8
#: An item is filed in the month after its day by so much.
_BACK = timedelta(days=10)
#: The first line of the text is as near the headline as so many lines make it.
_FIRST = 3
#: So many lines before and behind the headline are near it.
BEFORE, AFTER = 8, 25


def place_score(
    block: Block, rest: int, at_title: Sequence[int], at_body: int, leads: bool
) -> float:
    """Return how much the place of a line speaks for its being the date line."""
    score = 0.0
    if at_title:
        after = min((block.index - n for n in at_title if n <= block.index), default=99)
        if block.index == at_body:  # what stands between, such as a menu, is none of it
            after = min(after, _FIRST)
        before = min((n - block.index for n in at_title if n > block.index), default=99)
        if after < AFTER:
            score += 3 - 0.1 * after
        elif before < BEFORE:
            score += 1.5 - 0.2 * before
        elif block.index < at_title[0]:
            score -= 1  # the head of the page: today's date
    if block.index < at_body:
        score += 0.5 if at_title else 1.5
    # a line of the headline's own element is no heading of another text
    is_below = block.line > 0 and block.index - block.line in at_title
    is_heading = (
        block.kind == "heading" and block.index not in at_title and not is_below
    )
    if leads and rest < 100 and not is_heading:
        score += 0.5 if rest < 25 else -0.5
    elif rest > 60 or (rest > 12 and (is_heading or _SENTENCE_END.search(block.text))):
        score -= 2.5
    elif rest < 25:
        score += 0.5
    if block.kind == "item" and block.index > at_body:
        score -= 1
    if block.kind in ("caption", "quote"):
        score -= 3
    if block.link_share > 0.5 and not _names_writer(block, at_title, at_body):
        score -= 2
    return score


def _names_writer(block: Block, at_title: Sequence[int], at_body: int) -> bool:
    """Tell whether a line between headline and text has one link, as long as a name."""
    is_below = any(0 < block.index - n <= _BYLINE for n in at_title)
    is_name = len(block.hrefs) == 1 and block.link_chars <= _NAME
    return is_below and block.index < at_body and is_name


@lru_cache(maxsize=2048)
def name_score(path: str, shared: int) -> float:
    """Return how much the names of the elements above a line speak for it.

    ``shared`` characters of the path name what holds the headline too: no place aside.
    """
    steps = "/".join(path.rsplit("/", 4)[1:])
    score = 1.0 if _DATE_PLACE.search(steps) else 0.0
    own = path[shared:] if shared else path.partition("body")[2].partition("/")[2]
    above = path[:shared].lower()
    names = {word.lower() for word in _OTHER_PLACE.findall(own)}
    # the foot of an article is its own
    if _ARTICLE.search(above) or _OWN_FOOT.search(own):
        names.discard("footer")
    if any(name not in above for name in names):
        score -= 2
    return score


def shared_chars(block: Block, above_title: Container[Place]) -> int:
    """Return the length of the path of what holds both a line and the headline."""
    both = next((p for p in block.place.ancestors() if p in above_title), None)
    return len(both.path) if both else 0


def is_amid(blocks: Sequence[Block], block: Block) -> bool:
    """Tell whether a line stands behind lines of the text, and is made as they are.

    It says when something takes place, or who signed when, where another line dates
    the item.
    """
    before = blocks[max(0, block.index - _NEAR) : block.index]
    return any(b.path == block.path and b.chars > _LINE for b in before)


def closes_text(blocks: Sequence[Block], block: Block) -> bool:
    """Tell whether a line stands in a box with the text right before it.

    A few lines of whom to ask may stand between, no heading of something else.
    """
    boxes = [p for p in islice(block.place.ancestors(), _BOXES) if p.tag not in _TOPS]
    for before in reversed(blocks[max(0, block.index - _NEAR) : block.index]):
        if before.kind == "heading":
            return False
        if before.chars > _LINE and before.link_share < _LINKED:
            return any(inside(before, box) for box in boxes)
    return False


def month_score(day: date, month: tuple[date, date], label: str) -> float:
    """Return what a month in the address says of a day: hardly an item is older.

    One that is dated back is filed in the month in which it came, and says its day.
    """
    if day < month[0]:
        return -1.0 if label == "published" or month[0] - day <= _BACK else -4.0
    return 1.0 if day <= month[1] else -1.5


def days_of_others(
    blocks: Sequence[Block],
    before: Sequence[Block],
    behind: Sequence[tuple[Block, date | None]],
) -> frozenset[int]:
    """Return which lines before the headline and behind the text date other items.

    Those that stand in a row, those beside a link that is long enough for another
    item's headline, before the own one where there are several, and those below a head
    that says so. ``behind`` have their day where nothing else is said of it.
    """
    above = {block.index for block in before if _is_teaser_s(blocks, block)}
    rows: dict[str, set[int]] = {}
    days: dict[str, set[date]] = {}
    for block, day in behind:
        rows.setdefault(block.path, set()).add(block.index)
        if day and block.kind in _LISTED:
            days.setdefault(block.path, set()).add(day)
    below = {
        block.index
        for block, day in behind
        if len(rows[block.path]) > _ROW
        or len(days.get(block.path, ())) > 1
        or _is_teaser_s(blocks, block, or_file=day is not None)
        or (day and is_beside(_head_over(blocks, block)))
    }
    return frozenset(below | above if len(above) > 1 else below)


def _head_over(blocks: Sequence[Block], block: Block) -> str:
    """Return the heading of the box that a line stands in, as far as it is near."""
    over = blocks[max(0, block.index - _HEADED) : block.index]
    return next((one.text for one in reversed(over) if one.kind == "heading"), "")


def _is_teaser_s(
    blocks: Sequence[Block], block: Block, *, or_file: bool = True
) -> bool:
    """Tell whether a line stands in one box with the linked headline of something.

    A row of several links is none. A file has its day beside it too, but none that
    says what it is: that of the item follows its files.
    """
    boxes = set(islice(block.place.ancestors(), _BOXES))
    around = blocks[max(0, block.index - 1) : block.index + 2]
    return any(
        one.link_share > _LINKED
        and one.chars >= _HEADLINE
        and len(set(one.hrefs)) == 1
        and not boxes.isdisjoint(islice(one.place.ancestors(), _BOXES))
        and (or_file or not may_be_file(one.hrefs[0]))
        for one in around
        if one is not block
    )


_SENTENCE_END = re.compile(r"[^\W\d_]{3}[.!?…。！？]$")
_DATE_PLACE = re.compile(
    r"date|time|publi|posted|byline|meta|stamp|datum|fecha|author|info|entry", re.I
)
_ARTICLE = re.compile(r"/article(?:[.#/]|$)")
_OWN_FOOT = re.compile(r"(?:post|entry|article)[-_]?footer", re.I)
_OTHER_PLACE = re.compile(
    r"aside|footer|sidebar|related|widget|comment|recent|popular|teaser|recommend"
    r"|trending|latest|more-|promo|advert|caption|picbox|user|member|copyright"
    r"|masthead|top-?bar|nav-?bar|site-?header",
    re.I,
)

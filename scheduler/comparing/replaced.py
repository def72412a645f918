"""A text that is gone, and what stands in its place: an edit, or another page. Pure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import urlsplit

from parsers.blocks import Block, text_size
from parsers.lines.moving_lines import is_clock, is_moving, is_stamp
from parsers.model import ProblemKind
from parsers.text import same_words
from scheduler.comparing.side import Side
from scheduler.comparing.side_lines import Line
from scheduler.comparing.side_words import leads_away

#: A page that lost all but this share of its words was not edited.
_REMAINS, _LEAST = 0.3, 1500
#: So much of its text must be gone, and so little new instead, to call it emptied.
_EMPTIED, _NEW = 0.85, 0.1
#: A text of so many letters says something.
TEXT = 120
#: A line that says so much under a heading that stays was written.
_STATEMENT = 20
#: So much says a text under another heading, if it is of the same item: of so many of
#: its words the old text speaks. A text of another item shares fewer.
_ANEW, _OF_IT, _OF_ANOTHER = 150, 0.6, 0.4
#: So much of what a page said is gone, where another text came; fewer words may share
#: none by chance.
_GONE, _WORDS = 0.8, 8
#: So much of a frame stays around another page of the site.
_FRAME = 0.5
#: A notice in the place of a text says no more, in so many lines, and so much less.
_NOTICE, _FEW, _LESS = 200, 3, 0.35
#: Two texts with fewer lines in common are of two items.
_OTHER = 0.1
#: A text with its heading has so many lines.
_WHOLE = 5
#: Shorter words are in all texts.
_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Swap:
    """The page that says more of the two, the other, and what each says alone."""

    large: Side
    small: Side
    lost: Sequence[Line]
    come: Sequence[Line]
    was: list[Block]
    now: list[Block]
    lost_heading: bool
    #: the share of the words that came of which the text speaks, too
    shared: float

    @property
    def chars(self) -> int:
        """How much was said in the place of the text."""
        return _size(self.now)

    @property
    def is_written(self) -> bool:
        """Whether what stands in the place of the text was written about its item."""
        if self.large.counts.keys().isdisjoint(self.small.counts):
            return False  # not even the frame of the site stayed
        if not (self.lost_heading or any(map(_heads, self.now))):
            return any(map(_is_statement, self.now))
        return self.chars >= _ANEW and self.shared >= _OF_IT


def find_swap(old: Side, new: Side, gone: Sequence[Line], come: Sequence[Line]) -> Swap:
    """Return what of the text of one of two pages is gone, and what came instead.

    ``gone`` are the lines of the old page that the new one does not show, ``come``
    those of the new one.
    """
    if gone and come:
        is_less = _size(said(new, new.blocks)) < _size(said(old, old.blocks))
    else:  # what a frame is may be seen otherwise without a text
        is_less = bool(gone)
    large, small = (old, new) if is_less else (new, old)
    lost, instead = (gone, come) if is_less else (come, gone)
    was, now = (
        said(side, (line.block for line in lines))
        for side, lines in ((large, lost), (small, instead))
    )
    words = _words_of(now)
    return Swap(
        large=large,
        small=small,
        lost=lost,
        come=instead,
        was=was,
        now=now,
        lost_heading=lost_heading(large, lost),
        shared=len(words & _words_of(said(large, large.blocks))) / (len(words) or 1),
    )


def find_loss(swap: Swap) -> tuple[ProblemKind, str] | None:
    """Return why a page from which the text is gone was not edited, or nothing."""
    if emptied := _emptied(swap):
        return ProblemKind.TRUNCATED, emptied
    if not swap.lost_heading or not is_without(swap.small, swap.large):
        return None
    if _is_bare(swap):
        detail = "the text and its heading stand on one of the pages only"
        return ProblemKind.TRUNCATED, detail
    if _is_notice(swap):
        detail = f"a notice of {swap.chars} letters stands in the place of the text"
        return ProblemKind.SOFT_404, detail
    if _is_of_another(swap):
        detail = f"a text with {swap.shared:.0%} of its words in common took its place"
        return ProblemKind.MISMATCH, detail
    return None


def _emptied(swap: Swap) -> str:
    """Tell a page that lost nearly all it said, or was not whole before."""
    large, small = swap.large, swap.small
    gone, new = (_size(li.block for li in lines) for lines in (swap.lost, swap.come))
    own = _size(line.block for line in swap.lost if large.owns(line.key))
    instead = _size(line.block for line in swap.come if small.owns(line.key))
    if instead > _NEW * gone or swap.is_written:
        return ""
    shrunk = small.chars < _REMAINS * large.chars and new <= _NEW * gone
    emptied = own >= max(_LEAST / 2, _EMPTIED * len(large.article.body))
    is_long = large.chars >= _LEAST and (shrunk or emptied)
    if not is_long and not _is_gone(swap, own, new):
        return ""
    return f"{gone} of {large.chars} letters stand on one of the pages only"


def _is_gone(swap: Swap, own: int, new: int) -> bool:
    """Tell whether an article's text, however short, is gone and nothing came instead.

    ``own`` letters of it are gone; those of all lines that came are ``new``. Of a page
    without a day, a notice may go that was all it said.
    """
    large, article = swap.large, swap.large.article
    if not (large.says_article or article.published):
        return False
    is_all = own >= max(TEXT, _EMPTIED * len(article.body))
    return is_all and new <= _NEW * own and is_without(swap.small, large)


def _is_bare(swap: Swap) -> bool:
    """Tell a frame from which a text is gone with its heading, and nothing came."""
    if len(swap.large.own) < _WHOLE or swap.is_written:
        return False
    small = swap.small
    new = (line.block for line in swap.come if not small.frame.holds(line.block))
    return _size(new) <= _NEW * len(swap.large.article.body)


def _is_notice(swap: Swap) -> bool:
    """Tell a text that is gone with its heading, and a notice that came instead."""
    most = min(_NOTICE, _LESS * _size(swap.was))
    return len(swap.now) <= _FEW and swap.chars <= most and not swap.is_written


def _is_of_another(swap: Swap) -> bool:
    """Tell a text of other things under another heading, within the site's frame.

    A front page may turn to them, which has no subject of its own.
    """
    if not urlsplit(swap.large.page.capture.url).path.strip("/"):
        return False
    whole = _size(said(swap.large, swap.large.blocks))
    if _size(swap.was) < _GONE * whole or len(_words_of(swap.now)) < _WORDS:
        return False
    return swap.shared < _OF_ANOTHER and _keeps_frame(swap)


def _keeps_frame(swap: Swap) -> bool:
    """Tell whether most of what stands around a text stands around the other too."""
    now = swap.small.counts
    around = [
        now[key] > 0
        for block, key in zip(swap.large.blocks, swap.large.keys, strict=True)
        if swap.large.frame.holds(block) or leads_away(block)
    ]
    return sum(around) > _FRAME * len(around)


def said(side: Side, blocks: Iterable[Block]) -> list[Block]:
    """Return those blocks that say something outside the frame, and are no pointer."""
    return [
        block
        for block in blocks
        if block.index < side.end
        and not side.frame.holds(block)
        and not leads_away(block)
    ]


def lost_heading(side: Side, lost: Iterable[Line]) -> bool:
    """Tell whether the heading of a page is gone, or its first one if it shows none."""
    keys = {line.key for line in lost if line.block.kind == "heading"}
    if side.counts[side.title]:
        return side.title in keys
    heads = (b for b in side.blocks if _heads(b) and not side.frame.holds(b))
    first = next(heads, None)
    return first is not None and side.keys[first.index] in keys


def _heads(block: Block) -> bool:
    return block.level in (1, 2)


def is_without(side: Side, other: Side, *, most: float = _OTHER) -> bool:
    """Tell whether a page shows no more than such a share of another's text."""
    left = sum(side.counts[key] > 0 for key in other.own)
    return left <= most * len(other.own)


def _is_statement(block: Block) -> bool:
    """Tell whether a line says something that somebody wrote for this page."""
    text = block.text
    is_said = block.kind != "heading" and text_size(text) >= _STATEMENT
    return is_said and not (is_moving(text) or is_stamp(text) or is_clock(text))


def _size(blocks: Iterable[Block]) -> int:
    return sum(block.chars for block in blocks)


def _words_of(blocks: Iterable[Block]) -> set[str]:
    """Return the longer words of some lines; pairs of letters where none are divided.

    >>> from parsers.block_walk import walk
    >>> from parsers.model import Capture
    >>> from parsers.page import read_page
    >>> html = "<p>At the dock</p><p>港口关闭".encode()
    >>> page = read_page(Capture(url="", payload=html))
    >>> sorted(_words_of(walk(page)))
    ['dock', '关闭', '口关', '港口']
    """
    words = {w for block in blocks for w in _WORD.findall(same_words(block.text))}
    return {piece for word in words for piece in _pieces(word)}


def _pieces(word: str) -> set[str]:
    """Return a word, or its pairs of letters in a script that divides no words.

    >>> _pieces("ferry"), sorted(_pieces("港口关"))
    ({'ferry'}, ['口关', '港口'])
    """
    if text_size(word) == len(word):
        return {word}
    return set(map("".join, pairwise(word)))

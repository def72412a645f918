"""Texts that end, since some night, where readers are asked to pay. Pure."""

from itertools import takewhile

from crawler.worker import is_ordinary
from parsers.block_walk import walk
from parsers.blocks import Block
from parsers.lines.pay_walls import asks_to_pay
from parsers.model import Capture, Problem, ProblemKind
from parsers.page import read_page
from parsers.text import same_words

#: A wall hides so many letters at least, with this share of the text. What is read of
#: it is a smaller share of what it hides.
_HIDDEN, _SHARE, _SAYS = 100, 0.1, 0.4


def find_wall(
    old: str, new: str, *, before: Capture | None, capture: Capture
) -> Problem | None:
    """Return what is asked where a text breaks off that was whole; nothing for none.

    ``old`` and ``new`` are the texts, ``before`` and ``capture`` their pages: what
    asks all readers of a site on each page hides nothing.
    """
    hidden = len(old) - len(new)
    if before is None or hidden < max(_HIDDEN, _SHARE * len(old)):
        return None
    if not _breaks_off(old, new, hidden):
        return None
    if not (is_ordinary(before) and is_ordinary(capture)):
        return None
    known = {block.text for block in _asking(before)}
    asked = next((b for b in _asking(capture) if b.text not in known), None)
    if asked is None:
        return None
    told = f"the text ends where the page says {asked.text!r}"
    return Problem(kind=ProblemKind.BLOCKED, detail=told, url=capture.url)


def _breaks_off(old: str, new: str, hidden: int) -> bool:
    """Tell whether one text is the beginning of another, and says little besides."""
    lines, left = old.split("\n\n"), new.split("\n\n")
    pairs = zip(lines, left, strict=False)
    kept = sum(
        1 for _ in takewhile(lambda p: same_words(p[0]) == same_words(p[1]), pairs)
    )
    gone, come = set(map(same_words, lines[kept:])), left[kept:]
    if gone.intersection(map(same_words, come)):
        return False
    # one that hides little may say more than that
    return sum(map(len, come)) <= max(_HIDDEN, _SAYS * hidden)


def _asking(capture: Capture) -> list[Block]:
    return [block for block in walk(read_page(capture)) if asks_to_pay(block)]

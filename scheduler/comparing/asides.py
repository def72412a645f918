"""Figures in a box beside a text that is headed as the page is. Pure."""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from parsers.blocks import Block, Place
from parsers.body.frame import Frame
from parsers.lines.moving_lines import is_clock, is_dateline
from parsers.text import has_digit

#: Shorter words are in too many headings.
_WORD = re.compile(r"[^\W\d_]{5,}")
_SIDEBAR = re.compile(r"side-?bar", re.I)


def find_figures(
    blocks: Iterable[Block], frame: Frame, *, title: str, url: str
) -> frozenset[int]:
    """Return where figures stand beside a text, under words of the page's title.

    What the name of the site says is in too many headings; so are menus, the weather
    and whatever else a box is called. A heading that is a link is another item's.
    """
    host = urlsplit(url).netloc.lower()
    words = {w for w in _WORD.findall(title.casefold()) if w not in host}
    found, box, is_about = set(), None, False
    for block in blocks:
        if _box(block, frame) is not box:
            box, is_about = _box(block, frame), False
        if box is None:
            continue
        if block.kind == "heading":
            is_own = not block.hrefs
            said = _WORD.findall(block.text.casefold())
            is_about = is_own and not words.isdisjoint(said)
        if is_about and _has_figures(block):
            found.add(block.index)
    return frozenset(found)


def _box(block: Block, frame: Frame) -> Place | None:
    """Return the sidebar around a line, nothing if it stands in other frame too."""
    around = frame.places(block)
    if not all(p.tag == "aside" or _SIDEBAR.search(p.step) for p in around):
        return None
    return around[-1] if around else None


def _has_figures(block: Block) -> bool:
    text = block.text
    if block.hrefs or not has_digit(text):
        return False
    return not is_clock(text) and not is_dateline(text)

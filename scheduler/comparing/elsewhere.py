"""Boxes that show what is said on other sites: posts, and what money costs. Pure."""

import re
from collections.abc import Sequence

from parsers.blocks import Block
from parsers.body.region import inside
from parsers.lines.ticking_lines import is_rate

#: How a box is called that shows what is posted elsewhere, in small letters.
_POSTS = re.compile(
    r"(?:latest |recent |live |our )?tweets?(?: (?:by|from|de|von|di|от) .+)?"
    r"|(?:latest|recent) posts (?:by|from|on) .+"
    r"|(?:.+ )?(?:on|auf|sur|en|no|su|op|på|w|в|у) (?:twitter|x|facebook|instagram"
    r"|telegram|вконтакте|youtube|tiktok|threads|bluesky|mastodon)"
    r"|(?:twitter|facebook|instagram|telegram|social media)(?: (?:feed|timeline|wall))?"
)
#: Such a box shows so many lines.
_POSTED = 12


def is_elsewhere(block: Block, blocks: Sequence[Block]) -> bool:
    """Tell whether a line stands in a box of what is posted or dealt elsewhere."""
    return _is_posted(block, blocks) or _is_dealt(block, blocks)


def _is_posted(block: Block, blocks: Sequence[Block]) -> bool:
    above = reversed(blocks[max(0, block.index - _POSTED) : block.index + 1])
    head = next((line for line in above if line.kind == "heading"), None)
    if head is None or not _POSTS.fullmatch(head.text.lower().strip(" :@")):
        return False
    box = head.place.parent
    # the heading opens a box of its own
    return box is not None and box.start >= head.index - 1 and inside(block, box)


def _is_dealt(block: Block, blocks: Sequence[Block]) -> bool:
    before = blocks[block.index - 1 : block.index]
    return any(
        line.kind != "cell" and is_rate(line.text, block.text) for line in before
    )

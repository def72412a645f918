"""Links that do something with a page: share it, print it, make it large. Pure."""

import re

from parsers.blocks import Block
from parsers.finders.renditions import says_rendition

#: What asks to share is no longer, and what prints is but links.
_SHORT, _LINKED = 80, 0.75
#: Where a page is handed on to others, with its address.
_SHARES = re.compile(
    r"(?:mailto|sms):\?|whatsapp:|//(?:\w+\.)?(?:wa\.me|api\.whatsapp\.com)/"
    r"|//(?:[\w-]+\.)*(?:facebook|twitter|x|linkedin|reddit|tumblr|google|weibo|vk|line"
    r"|telegram|t|addtoany|addthis|bsky|threads|xing|pinterest)\.\w+/"
    r"(?:share|sharer|sharing|sharearticle|intent|submit|bookmark|pin/create|dialog"
    r"|spi/shares|widgets/share|r/msg|msg|home\?status)",
    re.I,
)
#: The page for printing, and what prints it.
_PRINTS = re.compile(
    r"[/?&_.-]print(?:able|view|pdf|mail|er|[_-]?friendly)?(?:[/?&=._-]|$)|\.print\(",
    re.I,
)
#: What only a script does.
_ACTS = re.compile(r"^\s*(?:#\s*$|javascript:)", re.I)


def is_control(block: Block) -> bool:
    """Tell whether a line only hands its page on, or prints or changes it.

    >>> from parsers.block_walk import walk
    >>> from parsers.model import Capture
    >>> from parsers.page import read_page
    >>> html = b'''<p>Share: <a href="https://facebook.com/sharer.php?u=x">Facebook</a>
    ... <a href="mailto:?body=x">Mail</a><p><a href="/fog/print">Print</a>
    ... <p><a href="/1/pdf">Download PDF version</a>
    ... <p>Write to <a href="mailto:dock@h.example?subject=fog">the dock</a>'''
    >>> page = read_page(Capture(url="https://h.example/", payload=html))
    >>> [is_control(block) for block in walk(page)]
    [True, True, True, False]
    """
    if not block.hrefs or block.chars > _SHORT:
        return False
    if block.kind in ("heading", "cell"):
        return False  # what opens what it heads is read
    if any(all(map(way.search, block.hrefs)) for way in (_SHARES, _ACTS)):
        return True
    is_links = block.link_share >= _LINKED
    if not is_links:
        return False
    return says_rendition(block.text) or any(map(_PRINTS.search, block.hrefs))

"""Lines that let only those read on who pay or sign in. Pure."""

import re

from parsers.blocks import Block
from parsers.problem_words import BLOCKED, WALLS

#: Such lines are no longer.
_LINE = 200
#: Where a link of a wall leads: to where one pays, or signs in.
_PAYS = re.compile(
    r"subscri(?:be|ption)|subskry|abonn|suscri[bp]|assinatura|abbona|prenum|predplat"
    r"|elofizet|paywall|[/_-](?:abo|premium|login|signin|membership)(?=[/?_.-]|$)",
    re.IGNORECASE,
)


def asks_to_pay(block: Block) -> bool:
    """Tell whether a short line asks to pay or to sign in, or leads to where one does.

    >>> from parsers.block_walk import walk
    >>> from parsers.model import Capture
    >>> from parsers.page import read_page
    >>> page = b"<p>Already a subscriber?<p><a href=/abo>Go on</a><p><a href=/a>Fog</a>"
    >>> found = read_page(Capture(url="https://h.example/1", payload=page))
    >>> [asks_to_pay(block) for block in walk(found)]
    [True, True, False]
    """
    if len(block.text) > _LINE:
        return False
    small = block.text.casefold()
    if any(phrase in small for phrase in WALLS | BLOCKED):
        return True
    return any(map(_PAYS.search, block.hrefs))

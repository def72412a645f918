"""Who signs a text: a name on the right below its last line, or a reporter. Pure."""

import re
from itertools import islice

from parsers.blocks import Block
from parsers.finders.body import Body
from parsers.finders.names import may_be_name, reporter
from parsers.reading import Reading

_RIGHT = re.compile(r"text-align:\s*(?:right|end)\b", re.IGNORECASE)
#: A name has so many words with a capital, and the box of a line so few around it.
_WORDS, _BOXES = 2, 2
#: So many lines behind the text may be none of it: counters, tools.
_AFTER = 3


def signer(reading: Reading, body: Body) -> tuple[str, ...]:
    """Return the name on the right below the last line of a text, or a reporter's.

    Its letters may be those of many texts: few write for one site.
    """
    if not body.blocks or body.place is None:
        return ()
    last = body.blocks[-1].index
    end = min(body.place.end, last + 1 + _AFTER)
    for block in reversed(reading.blocks[last:end]):
        if name := reporter(block.text):
            return (name,)
        if _is_name(block.text) and _is_on_the_right(block):
            return (block.text,)
    return ()


def _is_name(text: str) -> bool:
    """Tell whether a line is a name, perhaps with a rank before it.

    >>> _is_name("Đại tá Đoàn Kính Lâm"), _is_name("The end"), _is_name("Ferries")
    (True, False, False)
    """
    words = text.split()
    capitals = sum(word[0].isupper() for word in words)
    return may_be_name(text) and capitals >= _WORDS and words[-1][0].isupper()


def _is_on_the_right(block: Block) -> bool:
    for place in (block.place, *islice(block.place.ancestors(), _BOXES)):
        element = place.element
        aligned = (element.get("align") or "").lower()
        if aligned == "right" or _RIGHT.search(element.get("style") or ""):
            return True
    return False

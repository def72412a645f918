"""Links within sentences: what a text refers to, never an item of a list. Pure."""

import re

from parsers.templates.sheet import Link
from parsers.templates.words import is_label

_GOES_ON = re.compile(r"\s*(?:[,;]\s*)?[a-zа-яёà-ÿα-ω]")
_PAUSES = re.compile(r"\s*[,;]")
_LETTER = re.compile(r"[^\W\d_]")


def is_inline(link: Link) -> bool:
    """Tell whether a link stands within a sentence.

    A label behind a text ("PDF") may be all that leads to what the text names.

    >>> from lxml.html import fromstring
    >>> root = fromstring("<p>The port of call says <a href='/1'>fog</a> is near.</p>")
    >>> is_inline(Link(url="", element=root[0], path=0, place=0))
    True
    """
    element = link.element
    before = element.getprevious()
    parent = element.getparent()
    lead = before.tail if before is not None else None
    if before is None and parent is not None:
        lead = parent.text
    letters = len(_LETTER.findall((lead or "")[-200:]))
    if letters >= 15 and not is_label(link.text):
        return True
    tail = (element.tail or "")[:200]
    goes_on = _GOES_ON.match(tail) or (letters and _PAUSES.match(tail))
    return bool(goes_on) and len(_LETTER.findall(tail)) >= 15

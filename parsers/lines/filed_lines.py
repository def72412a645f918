"""Lines in which a blog says when an item came and where it is filed. Pure."""

import re
from itertools import islice

from lxml.html import HtmlElement

from parsers.blocks import Block
from parsers.dates import may_hold_date
from parsers.dates.labels import label_of
from parsers.visible import visible_text

#: Such a line is no longer; it says so much before its topics, and no more behind them.
_LONGEST, _BEFORE, _BEHIND = 700, 160, 30
#: So many of its links are looked at, and so many boxes around it.
_LINKS, _BOXES = 40, 1
#: Where what readers answer can be followed.
_FEED = re.compile(r"/(?:feed|trackback)/?$|[?&]feed=", re.IGNORECASE)
#: How templates call what is said of an item rather than by it.
_ABOUT = frozenset(("meta", "frame"))


def filed_head(block: Block) -> str:
    """Return what such a line says before where an item is filed, or nothing.

    "This entry was posted on 3 May 2026 and is filed under", and then links to topics:
    these are marked, and end the line, but for links to what readers answer.
    """
    if not block.hrefs or block.kind != "text" or block.chars > _LONGEST:
        return ""
    if not may_hold_date(block.text[:_BEFORE]):
        return ""
    head, behind = _around_topics(block)
    is_closed = bool(head) and behind <= _BEHIND and _is_about(block)
    if not is_closed and not any(map(_FEED.search, block.hrefs)):
        return ""
    head = head or block.text[:_BEFORE]
    says_when = may_hold_date(head) and label_of(head) == "published"
    return head if says_when and len(head) <= _BEFORE else ""


def _around_topics(block: Block) -> tuple[str, int]:
    """Return what stands before the links to topics, and how much behind is no link."""
    links = list(islice(block.element.iter("a"), _LINKS))
    if not any(map(_is_topic, links)):
        return "", 0
    says = list(map(visible_text, links))
    topics = [n for n, said in enumerate(says) if said and _is_topic(links[n])]
    if not topics or says[topics[0]] not in block.text:
        return "", 0
    behind = block.text.rpartition(says[topics[-1]])[2]
    linked = sum(map(len, says[topics[-1] + 1 :]))
    return block.text.partition(says[topics[0]])[0], len(behind) - linked


def _is_topic(link: HtmlElement) -> bool:
    return "tag" in (link.get("rel") or "").split()


def _is_about(block: Block) -> bool:
    places = (block.place, *islice(block.place.ancestors(), _BOXES))
    return not all(map(_ABOUT.isdisjoint, (place.signs for place in places)))

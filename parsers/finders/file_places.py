"""Where an article's files may stand: in its text, beside it, elsewhere in its place.

Pure.
"""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice

from lxml.html import HtmlElement

from parsers.blocks import Block, Place
from parsers.body.frame import Frame
from parsers.body.region import inside
from parsers.finders.attachments import (
    find_attachments,
    may_be_file,
    may_hold_files,
)
from parsers.finders.body import Body
from parsers.finders.other_papers import is_of_others
from parsers.finders.title_lines import is_headline, title_key
from parsers.keys import text_hash
from parsers.model import Attachment
from parsers.reading import Reading

#: What an article's own foot is called.
_OWN_FOOT = re.compile(
    r"(?:read|article|entry|post|view|board|detail|content|news|item)[-_]*foot", re.I
)
#: A text stands in so many boxes of which one may hold its files too.
_ROWS = 4
#: So many signs may stand in a headline that its key does without.
_SIGNS = 20


def find_files(
    reading: Reading, body: Body, title: str
) -> tuple[tuple[Attachment, ...], str] | None:
    """Return the files that a page offers with its text, the nearest place first."""
    offers = [
        block
        for block in reading.blocks
        if block.hrefs and may_hold_files(block.hrefs, block.text)
    ]
    if not offers:
        return None
    place = body.place
    but = partial(_is_of_others, kept={block.element for block in body.blocks})
    if place is None:
        return find_attachments(reading, but=but)
    around = (find_attachments(reading, within=(e,), but=but) for e in _around(place))
    if found := next((one for one in around if one), None):
        return found
    farther = (
        _right_behind(reading, place, offers),
        _with_title(reading, place, title, offers),
        _under_heading(reading, place, offers),
    )
    beyond = (find_attachments(reading, within=w, but=but) for w in farther if w)
    return next((one for one in beyond if one), None)


def _is_of_others(link: HtmlElement, *, kept: set[HtmlElement]) -> bool:
    """Tell whether a link stands outside the text and leads to another item."""
    return kept.isdisjoint(link.iterancestors()) and is_of_others(link)


def _around(place: Place) -> Iterator[HtmlElement]:
    """Yield what holds a text and little else.

    Boards offer files in another row of the table that holds the text. An article may
    stand in another, which has its writer, its files and its foot.
    """
    if place.tag == "td":
        whole = [p for p in place.ancestors() if p.tag == "table"][:1]
    else:
        whole = [p for p in place.ancestors() if p.tag == "article"]
    for one in (place, place.parent, *whole):
        if one is not None and one.tag not in ("body", "html"):
            yield one.element


def _right_behind(
    reading: Reading, place: Place, offers: Sequence[Block]
) -> list[HtmlElement]:
    """Return what offers files, line by line, right behind the table of a text.

    Old pages have a table for each part of an item. What stands on several pages is
    the site's.
    """
    table = next((p for p in place.ancestors() if p.tag == "table"), None)
    if table is None or table.parent is None:
        return []
    at, found = table.end, []
    for block in offers:
        if block.index == at and inside(block, table.parent):
            at += 1
            if not _is_site_s(block, reading):
                found.append(block.element)
    return found


def _under_heading(
    reading: Reading, place: Place, offers: Sequence[Block]
) -> list[HtmlElement]:
    """Return what offers files right under a heading in what holds the text too.

    A row of its own may hold headline and text, and the files stand below that.
    """
    around = set(islice(place.ancestors(), _ROWS))
    found: dict[int, HtmlElement] = {}
    for block in offers:
        if block.index <= place.end:
            continue
        over = reading.blocks[block.index - 1]
        is_head = over.kind == "heading" and not over.hrefs
        if over.index in found or (is_head and over.place.parent in around):
            found[block.index] = block.element
    return list(found.values())


def _with_title(
    reading: Reading, place: Place, title: str, offers: Sequence[Block]
) -> list[HtmlElement]:
    """Return what offers files where headline and text stand, outside its frame.

    A content system gives each field its own place, or a row of its own. What stands
    on several pages is the site's.
    """
    key = title_key(title)
    above = {place, *place.ancestors()}
    longest = len(title) + _SIGNS
    titled = (
        block.place
        for block in reading.blocks
        if key and len(key) <= block.chars <= longest and is_headline(block, key)
    )
    both = (next((p for p in (t, *t.ancestors()) if p in above), None) for t in titled)
    within = max((p for p in both if p), key=lambda p: p.depth, default=None)
    if within is None or within.tag in ("body", "html"):
        return []
    frame = Frame(reading.blocks)
    return [
        block.element
        for block in offers
        if inside(block, within)
        and all(_OWN_FOOT.search(place.step) for place in frame.places(block))
        and not _is_site_s(block, reading)
    ]


def _is_site_s(block: Block, reading: Reading) -> bool:
    """Tell whether several pages offer the same files."""
    repeated = reading.profile.repeated if reading.profile else frozenset()
    hrefs = filter(may_be_file, block.hrefs)
    return all(text_hash(href) in repeated for href in hrefs)

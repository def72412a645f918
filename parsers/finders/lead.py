"""The lead of an article where it is set apart from its text. Pure."""

import re
from collections.abc import Sequence
from functools import lru_cache

from parsers.blocks import Block, Place, text_size
from parsers.body.inserts import without_inserts
from parsers.body.other_pages import is_of_most, without_standing_head
from parsers.finders.body import Body
from parsers.finders.title_lines import is_headline, says_no_more, title_key
from parsers.keys import text_hash, text_key
from parsers.lines.moving_lines import is_clock, is_dateline, is_moving, without_age
from parsers.metadata import Claim
from parsers.reading import Reading
from parsers.text import SENTENCE_ENDS, normal_text

#: So many lines below a headline may be its lead, before a text that begins so many
#: lines later; the names of so many boxes tell.
_BELOW, _BEFORE, _BOXES = 20, 60, 2
#: The rank of a line that is no heading.
_NO_HEADING = 7
#: A lead says something, is no text of its own, and links to hardly anything.
_LEAST, _LONGEST, LINKED = 30, 1500, 0.2
#: Fewer characters say nothing.
SAYS = 12
#: A paragraph that nothing names is a lead if it is so long and ends as sentences do.
_TOLD, STOPS = 60, SENTENCE_ENDS | set('”"»')
#: What templates call it, in the languages they are written in.
_NAMED = re.compile(
    r"(?<![a-z])(?:lead|lede|standfirst|strap-?line|intro(?!d?uct?ory)|summary|dec?k(?![a-z])|sapo"
    r"|excerpt|abstract|chapo|chapeau|accroche|ingress|manchet|preamble|vorspann"
    r"|einleitung|kurztext|teaser-?text|entradilla|bajada|copete|sumario|resumen"
    r"|resumo|linha-?fina|occhiello|sommario|catenaccio|perex|zajawka|anons|annotat"
    r"|uvod|inleiding|samenvatting|rutiter|sub-?title|sub-?head|roti?tr"
    r"|ozet(?![a-z])|(?:haber|news|icerik)-?spot|sazetak|povzetek|rezumat|trich-?yeu"
    r"|sub-?titul|unter-?(?:titel|zeile)|sous-?titre|sotto-?titol|podt[iy]tul|podnaslov"
    r"|underrubrik|alt-?baslik|alaotsikko|tom-?tat|short-?(?:text|desc)|attribute-(?:short|intro)|preview-?text|(?:detail|article)-?preview|description"
    r"|(?:f|field|news|text)[-_]teaser(?![-_](?:list|item|box|title|link)))",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NO_LEAD = re.compile(
    r"relat|teaser-?(?:list|item)|list|card|site|page-?intro|author|caption|image|photo"
    r"|video|nav|menu|share|comment|meta|date",
    re.IGNORECASE,
)


def find_lead(reading: Reading, body: Body, title: str) -> tuple[str, str] | None:
    """Return the lead that a page prints between its headline and its text.

    Only what is called a lead, in one place, or is a heading of lower rank right under
    the headline, or a sentence in one with it, or the one paragraph beside it; and is
    no part of the text.
    """
    headline, between = lines_between(reading, body, title)
    boxes = _boxes(between, body)
    if headline and not boxes and (unnamed := _unnamed(between, headline)):
        boxes[unnamed.place] = [unnamed]
    if len(boxes) > 1:  # what stands right below the headline is of the item
        boxes = {box: lines for box, lines in boxes.items() if between[0] in lines}
    if len(boxes) != 1:
        return None
    lines = without_inserts(next(iter(boxes.values())), reading.profile)
    lines = without_standing_head(lines, reading.profile) if reading.profile else lines
    # a style may draw a lead's quotation marks as lines of their own
    told = (b.text for b in lines if b.key and not tells_time(b.text))
    text = normal_text(" ".join(told))
    said = {text_key(title), *(block.key for block in body.blocks[:3])}
    if not _LEAST <= text_size(text) <= _LONGEST or text_key(text) in said:
        return None
    # other pages may tell of the item, and say its lead beside its headline
    is_of_item = not is_of_most(text, reading.profile) or is_of_most(
        title, reading.profile
    )
    return (text, "lead") if is_of_item else None


def _boxes(between: Sequence[Block], body: Body) -> dict[Place, list[Block]]:
    """Return the lines over a text by the places that call them its lead.

    What says nothing but a day is none, whatever its box is called.
    """
    boxes: dict[Place, list[Block]] = {}
    for block in between:
        box = _box(block, body)
        if box is not None and not is_dateline(block.text):
            boxes.setdefault(box, []).append(block)
    return boxes


def tells_time(line: str) -> bool:
    """Tell whether a line moves with the time, or counts how long ago something was."""
    is_aged = line != without_age(line)  # no lead counts how long ago that was
    return is_moving(line) or is_clock(line) or (is_aged and is_dateline(line))


def find_claimed(reading: Reading) -> tuple[str, str] | None:
    """Return what a page tells machines to sum it up, if it tells that of no other."""
    repeated = reading.profile.repeated if reading.profile else ()
    own = (
        claim
        for claim in reading.metadata.summaries
        if text_hash(said_of(claim)) not in repeated
    )
    return next(((normal_text(claim.value), claim.source) for claim in own), None)


def said_of(claim: Claim) -> str:
    """Return what to know a summary by: its words, but not where a page prints them.

    >>> said_of(Claim("Fog", "meta description"))
    'meta description Fog'
    """
    return f"{claim.source} {claim.value}"


def lines_between(
    reading: Reading, body: Body, title: str
) -> tuple[Block | None, Sequence[Block]]:
    """Return the headline, and the lines between it and the first one of the text.

    Only those near the headline: what a page shows beside its text may stand between.
    """
    key = title_key(title)
    if not body.blocks or not key:
        return None, ()
    first = body.blocks[0].index
    before = reading.blocks[max(0, first - _BEFORE) : first]
    titled = [n for n, block in enumerate(before) if _is_headline(block, title, key)]
    # a share box may say the title again, and a page may print but a part of it
    titled = titled or [n for n, block in enumerate(before) if block.level == 1]
    if not titled:
        return None, ()
    at = min(reversed(titled), key=lambda n: before[n].level or _NO_HEADING)
    below = before[at + 1 : at + 1 + _BELOW]
    said = {before[n] for n in titled}
    return before[at], [block for block in below if block not in said]


def _is_headline(block: Block, title: str, key: str) -> bool:
    """Tell whether a line says the title, its day and its age perhaps behind it."""
    return is_headline(block, key) or says_no_more(block, title)


def _unnamed(between: Sequence[Block], headline: Block) -> Block | None:
    """Return the line between headline and text that stands as leads do."""
    if between and (_is_under(between[0], headline) or _ends(headline, between[0])):
        return between[0]
    heads = [b for b in between if b.kind == "heading" and _is_beside(b, headline)]
    if len(heads) == 1 and heads[0].size >= _TOLD and heads[0].text[-1] in STOPS:
        return heads[0]
    told = [block for block in between if _is_told_beside(block, headline)]
    return told[0] if len(told) == 1 else None


def _ends(headline: Block, block: Block) -> bool:
    """Tell whether a line is the last sentence of the element of the headline."""
    return block.place is headline.place and block.text[-1] in STOPS


def _is_told_beside(block: Block, headline: Block) -> bool:
    """Tell whether a line is a paragraph of sentences beside the headline.

    Either may be alone in a box of its own.
    """
    return (
        block.tag in ("p", "div")
        and block.kind == "text"
        and block.size >= _TOLD
        and block.text[-1] in STOPS
        and block.link_share <= LINKED
        and not _homes(block).isdisjoint(_homes(headline))
        and not _NO_LEAD.search(block.place.step)
    )


def _homes(block: Block) -> set[Place]:
    """Return the box of a line, and the one around it where the line is alone there."""
    home = block.place.parent
    around = home.parent if home and len(home.element) == 1 else None
    return {place for place in (home, around) if place is not None}


def _is_under(block: Block, headline: Block) -> bool:
    """Tell whether a line is a heading of lower rank beside a headline that is one."""
    are_headings = block.kind == headline.kind == "heading"
    return are_headings and _is_beside(block, headline)


def _is_beside(block: Block, headline: Block) -> bool:
    """Tell whether a line stands in the box of a headline of higher rank, if of any."""
    return (
        (headline.kind != "heading" or headline.tag < block.tag)
        and block.link_share <= LINKED
        and block.place.parent is headline.place.parent
    )


def _box(block: Block, body: Body) -> Place | None:
    """Return the place that calls a line a lead, if one does; not that of the text."""
    if block.kind not in ("text", "heading") or block.link_share > LINKED:
        return None
    own = body.place or body.blocks[0].place
    above = {own, *own.ancestors()}
    found: Place | None = None
    for place in (block.place, *block.place.ancestors())[: _BOXES + 1]:
        if place in above or place.is_hidden or _NO_LEAD.search(place.step):
            break
        if _NAMED.search(_divided(place.step)):
            found = place
    return found


@lru_cache(maxsize=8192)
def _divided(step: str) -> str:
    """Return the names of a place with a dash where a capital begins a word.

    >>> _divided("div.newsSummary"), _divided("div.misleading")
    ('div.news-Summary', 'div.misleading')
    """
    return _CAPITAL.sub("-", step)

"""An article's text: where it stands on the page, and what of it counts. Pure."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from parsers.addresses.page_numbers import is_further
from parsers.blocks import Block, Place
from parsers.body.amid import amid_headings
from parsers.body.contact_boxes import without_contacts
from parsers.body.copies import without_copies
from parsers.body.evidence import Known, is_scrap
from parsers.body.file_lines import without_file_head, without_file_lines
from parsers.body.furniture import in_furniture, is_furniture, without_furniture
from parsers.body.half_rows import without_half_rows
from parsers.body.inserts import is_insert, without_inserts
from parsers.body.judge import judge
from parsers.body.likes import best_limit, with_likes
from parsers.body.living import living_text
from parsers.body.next_item import without_next
from parsers.body.no_text import says_nothing, without_rules
from parsers.body.notes import without_first_stamp, without_notes, without_stamp
from parsers.body.other_pages import NEVER, stands_on_most, with_profile
from parsers.body.read_also import without_read_also
from parsers.body.region import find_region, inside
from parsers.body.said_place import said_place
from parsers.body.sign_up import is_but_consent, without_consent, without_sign_up
from parsers.body.teaser_boxes import teaser_boxes
from parsers.body.told_below import without_heads, without_told_below
from parsers.body.told_text import with_told
from parsers.body.whole_boxes import with_boxes
from parsers.body.whole_edges import with_edges
from parsers.body.whole_folds import with_folds, with_folds_amid
from parsers.body.whole_headings import with_headings
from parsers.body.whole_intros import with_intro
from parsers.body.whole_lists import with_lists
from parsers.body.whole_makes import with_makes
from parsers.body.whole_parts import with_parts
from parsers.body.whole_quotes import with_quotes
from parsers.body.whole_tables import with_tables
from parsers.dates import may_hold_date
from parsers.finders.title_lines import is_dated_title, says_title, title_key
from parsers.keys import text_key
from parsers.learned.shapes import shape_of
from parsers.lines.cells import cell_of
from parsers.lines.moving_lines import without_first_age
from parsers.profile import SURE, Template, template_place
from parsers.reading import Reading
from parsers.text import normal_text

#: How many blocks before and after the region are looked at: leads, last lines.
_BEFORE, _AFTER = 30, 12
#: Blocks looked at on one page; more are a catalogue or an attack.
_MOST = 4000
#: From here on a block at a template's place is taken.
_LIKELY = 0.5
#: So many lines may stand before a headline, so long at most.
_SCRAPS, _SCRAP, _STAMP = 2, 40, 160
#: How likely a block is text whose like always was, if no other item has the same
#: words.
_SURE_TEXT = 0.93


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The blocks of an article's text, and the place that holds most of them.

    ``dropped`` are the blocks around and between that were not taken; ``likely`` says
    how sure the finder was of each block that was looked at.
    """

    blocks: tuple[Block, ...]
    place: Place | None = None
    dropped: tuple[Block, ...] = ()
    likely: tuple[tuple[Block, float], ...] = ()

    @property
    def text(self) -> str:
        """The text, its paragraphs divided by an empty line."""
        return body_text(self.blocks)


def find_body(
    reading: Reading, *, title: str = "", is_dated: bool = True
) -> tuple[Body, str] | None:
    """Return an article's text and the way it was found, or nothing.

    A page without a date that does not call itself an article is read whole.
    """
    profile = reading.profile
    known = template_place(profile, reading.blocks) if profile else None
    template, home = known or (None, None)
    is_known = template is not None and template.item_count >= SURE
    found, told = None, frozenset[Block]()
    if is_known and template and home:
        found = _at_sure_places(reading, template, home, title)
    if found is None:  # a known site's boxes of other items are known by their places
        told = teaser_boxes(reading.blocks, title)
        found = _judged(reading, title, told)
    if found is None:
        return None
    likely, region = found
    blocks = tuple(block for block, _ in likely)
    if reading.profile is not None:
        likely = with_profile(likely, reading.profile)
    limit = best_limit(likely)
    kept = [block for block, p in likely if p >= limit]
    way = "template" if is_known else "finder"
    kept = _in_template(reading, template, kept) or kept
    region = _holding(kept, region)
    repeated = profile.repeated if profile else frozenset()
    kept = without_next(reading.blocks, without_furniture(kept), title)
    kept = with_makes(reading.blocks, kept, repeated)
    kept = with_boxes(reading.blocks, kept, repeated)
    kept = with_intro(reading.blocks, kept)
    kept = with_tables(reading.blocks, kept, region, title)
    kept = with_lists(likely, kept)
    kept = with_quotes(blocks, kept)
    kept = with_parts(reading.blocks, kept, repeated)
    kept = with_edges(reading.blocks, kept, repeated, title)
    kept = with_folds_amid(likely, kept, repeated)
    kept = without_consent(without_sign_up(kept, reading.page))
    shared = repeated - amid_headings(likely, kept, repeated)
    goes_on = is_further(reading.page.url)
    kept = with_headings(reading.blocks, kept, shared, goes_on=goes_on)
    kept = with_folds(reading.blocks, kept, shared)
    kept = without_told_below(reading.blocks, without_read_also(kept), profile)
    kept = without_file_lines(without_inserts(kept, reading.profile))
    kept = without_file_head(reading.blocks, kept)
    kept = without_notes(without_contacts(kept))
    kept = without_heads(reading.blocks, without_stamp(reading, kept))
    kept = [] if says_nothing(kept) else kept
    if not (reading.metadata.is_article or is_known) and (
        more := living_text(
            reading, kept, region, title=title, told=told, is_dated=is_dated
        )
    ):
        kept, way, blocks = more, "page", reading.blocks
    kept = without_half_rows(reading.blocks, kept, title)
    kept = _below_headline(reading.blocks, kept, title)
    kept = without_first_stamp(without_title(kept, title))
    kept = without_rules(without_copies(kept, title))
    kept = with_told(kept, reading.metadata.told_text)
    if says_nothing(kept) or is_but_consent(kept, title):
        return None
    taken = set(kept)
    dropped = tuple(block for block in blocks if block not in taken)
    place = home if is_known and home else _holding(kept, region)
    body = Body(blocks=tuple(kept), place=place, dropped=dropped, likely=likely)
    return body, way


_Likely = tuple[tuple[Block, float], ...]


def _judged(
    reading: Reading, title: str, told: Collection[Block]
) -> tuple[_Likely, Place] | None:
    """Return how likely each block is text by all that the page shows, and where.

    What is ``told`` of other items makes no place an article's, and is no text.
    """
    region = find_region([block for block in reading.blocks if block not in told])
    if region is None:
        return None
    if is_furniture(region):
        own = [block for block in reading.blocks if not in_furniture(block)]
        region = find_region(own) or region
    known = known_of(reading, title)
    near = scope(reading.blocks, region)
    if said := said_place(reading.blocks, near, known, text_key(title)):
        region, near = said, scope(reading.blocks, said)
    blocks = [block for block in near if block not in told] if told else near
    judged = judge(blocks, region, known)
    likely = dict(with_likes(zip(blocks, judged.likely, strict=True)))
    return tuple((block, likely.get(block, NEVER)) for block in near), judged.region


def _at_sure_places(
    reading: Reading, template: Template, region: Place, title: str
) -> tuple[_Likely, Place] | None:
    """Return the same by place and shape alone, if no block is left in doubt."""
    key, profile = text_key(title), reading.profile
    likely: list[tuple[Block, float]] = []
    for block in scope(reading.blocks, region):
        p = template.sure.get(shape_of(block))
        if p is None and not (
            (block.kind == "heading" and is_dated_title(block.key, key))
            or (is_scrap(block) and not inside(block, region))
            or is_insert(block, profile)  # it is dropped whatever it is
            or (profile is not None and stands_on_most(block, profile))
        ):
            return None
        likely.append((block, min(_SURE_TEXT, max(NEVER, p or 0.0))))
    return tuple(likely), region


def _in_template(
    reading: Reading, template: Template | None, kept: Sequence[Block]
) -> list[Block]:
    """Return what stands where a known site has its texts, if none of it is kept.

    The last page of a long report may say less than the list of news beside it.
    """
    if template is None or template.item_count < SURE:
        return []
    home, within = template.path, template.path + "/"

    def is_own(block: Block) -> bool:
        return block.path == home or block.path.startswith(within)

    if any(map(is_own, kept)):
        return []
    own = filter(is_own, reading.blocks)
    return [b for b in own if template.likely.get(b.path, 0.0) > _LIKELY]


def scope(blocks: Sequence[Block], region: Place) -> Sequence[Block]:
    """Return the blocks of a region and some before and after it."""
    if region.start == region.end:
        return blocks[:_MOST]
    first, last = max(0, region.start - _BEFORE), region.end + _AFTER
    return blocks[first : min(last, first + _MOST)]


def known_of(reading: Reading, title: str) -> Known:
    """Return what the page says of its text elsewhere, as keys to compare with."""
    metadata = reading.metadata
    summaries = (text_key(claim.value) for claim in metadata.summaries)
    return Known(
        title=text_key(metadata.window_title) or text_key(title),
        summaries=tuple(key for key in dict.fromkeys(summaries) if len(key) > 25),
    )


def drop_reason(block: Block, reading: Reading) -> str:
    """Return in a word or two as what a block was left out."""
    profile = reading.profile
    if profile and block.hash in profile.repeated:
        return "on several pages"
    if block.place.is_hidden:
        return "hidden"
    if block.kind == "caption":
        return "caption"
    for place in (block.place, *block.place.ancestors()):
        if signs := place.signs - {"body", "box", "summary"}:
            return min(signs)
        if place.tag in ("aside", "header", "footer", "form"):
            return place.tag
    return "links" if block.link_share > 0.5 else "unlikely"


def _holding(kept: Sequence[Block], region: Place) -> Place:
    """Return the place that holds the text.

    Of several boxes that are called alike it is that of the text; and a line that
    alone stood out, amid short ones, is no place where most of the text stands.
    """
    if not kept:
        return region
    own = sum(block.size for block in kept if inside(block, region))
    if own * 2 < sum(block.size for block in kept):
        return find_region(kept) or region
    if inside(kept[0], region):
        return region
    above = (kept[0].place, *kept[0].place.ancestors())
    return next((place for place in above if place.path == region.path), region)


def _below_headline(
    blocks: Sequence[Block], kept: list[Block], title: str
) -> list[Block]:
    """Drop what leads to a headline that is not kept itself: a number, a day."""
    key = text_key(title)
    said = (b for b in blocks if b.kind == "heading" and b.key == key)
    headline = next(said, None) if key else None
    above = [b for b in kept if headline and b.index < headline.index]
    is_lead = 0 < len(above) <= _SCRAPS and all(map(_is_scrap, above))
    return kept[len(above) :] if is_lead and len(above) < len(kept) else kept


def without_title(blocks: list[Block], title: str) -> list[Block]:
    """Drop a headline that leads the body, with the day or the number before it."""
    start = 0
    for n, block in enumerate(blocks if title_key(title) else ()):
        if says_title(block, title):
            start = n + 1
        elif n >= start + _SCRAPS or not _is_scrap(block):
            break
    return blocks[start:]


def _is_scrap(block: Block) -> bool:
    """Tell whether a line may stand above a headline: some words, or with a day."""
    is_dated = block.size <= _STAMP and may_hold_date(block.text)
    return block.size <= _SCRAP or is_dated


def body_text(blocks: Iterable[Block]) -> str:
    """Return blocks as text: a table's row is one line, all else a paragraph."""
    paragraphs: list[str] = []
    row: object = None
    for block in blocks:
        own_row = _row(block)
        if own_row is not None and own_row is row:
            paragraphs[-1] += " | " + block.text
        else:
            paragraphs.append(block.text)
        row = own_row
    shown = filter(None, map(normal_text, paragraphs))  # none of invisible marks
    return without_first_age("\n\n".join(shown))


def _row(block: Block) -> object:
    """Return the row of a table's cell; a cell of several lines is no row."""
    cell = cell_of(block)
    parent = cell.getparent() if cell is not None else None
    return (
        parent if parent is not None and parent.tag == "tr" and not block.line else None
    )

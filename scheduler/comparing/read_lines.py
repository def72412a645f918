"""Which of the lines that moved a reader of the item reads. Pure."""

from itertools import islice

from parsers.blocks import Block
from parsers.body.furniture import in_furniture
from parsers.body.region import inside
from parsers.body.sign_up import speaks_of_sites
from parsers.lines.counted import is_counted
from parsers.lines.moving_lines import is_clock, is_dateline, is_moving, is_stamp
from parsers.lines.signs import word_signs
from parsers.lines.ticking_lines import is_ticking
from scheduler.comparing.about_page import is_about_page
from scheduler.comparing.apart import is_apart
from scheduler.comparing.controls import is_control
from scheduler.comparing.elsewhere import is_elsewhere
from scheduler.comparing.feet import moves_on
from scheduler.comparing.named_boxes import is_in_named_box
from scheduler.comparing.side import Side
from scheduler.comparing.side_lines import Line
from scheduler.comparing.side_words import (
    asks_consent,
    is_among_others,
    is_appeal,
    is_insert,
    is_under_sky,
    leads_away,
)

#: On a listing, shorter lines move on with it.
_SENTENCE = 60
#: A teaser's text stands so near its title, in a place of so few characters.
_NEAR, _STEPS, _CARD, _TITLE = 5, 4, 900, 12
#: Shorter lines amid an article, and those with such names, are about it.
_WORDS = 40
_BESIDE = frozenset(("author", "caption", "comment", "letter", "ad", "share"))


def is_read(
    line: Line,
    state: Side,
    rolled: frozenset[str],
    relinked: frozenset[str],
    kept: frozenset[tuple[str, str]] = frozenset(),
) -> bool:
    """Tell whether a line that moved is one that a reader of the item reads.

    ``rolled``, ``relinked`` and ``kept`` are those of both pages' lines.
    """
    block = line.block
    is_beside = line.key in state.captions or line.key == state.lead_key
    is_own = state.owns(line.key) or is_beside
    if _is_noise(block, state, is_own=is_own):
        return False
    is_same_link = not relinked.isdisjoint(block.hrefs)
    if state.is_ruled:
        return is_own
    if state.frame.holds(block) and not (is_own and _is_in_header(block, state)):
        return not state.is_told and block.index in state.figures
    if state.is_article and not _is_amid(block, state, is_own=is_own):
        return is_own and (is_same_link or not leads_away(block))
    if not is_own and state.repeats(block):
        return False
    if not (is_own or is_same_link) and is_apart(block, state):
        return False
    if state.is_listing and (block.chars < _SENTENCE or _is_teaser(block, state)):
        return False
    return not _is_other_item(block, state, rolled, kept, is_own=is_own)


def _is_noise(block: Block, state: Side, *, is_own: bool) -> bool:
    """Tell whether a line is read by nobody, whatever part of the page it stands in."""
    if is_moving(block.text) or is_insert(block) or is_control(block):
        return True
    if is_about_page(block) or is_counted(block, state.blocks):
        return True
    if is_in_named_box(block, state.blocks):
        return True
    # however short a text is: no line of its own asks readers
    if not is_own and (block.index in state.asking or in_furniture(block)):
        return True
    if block.kind != "cell" and is_ticking(block.text):
        return True
    is_text = is_own and state.is_article
    if not is_text and is_under_sky(block, state.blocks, state.article.title):
        return True
    if _is_outside(block, state, is_own=is_own):
        return True
    # some texts speak of cookies, or of what readers can eat
    is_said = is_text and not speaks_of_sites(block.text)
    is_policy = is_said or (is_own and state.is_about_cookies)
    if not is_policy and asks_consent(block, state.blocks, state.article.title):
        return True
    if is_among_others(block, state.blocks):
        return True
    return not is_text and is_elsewhere(block, state.blocks)


def _is_other_item(
    block: Block,
    state: Side,
    rolled: frozenset[str],
    kept: frozenset[tuple[str, str]],
    *,
    is_own: bool,
) -> bool:
    """Tell whether a line is what a list on the page says of another item."""
    entry = state.lists.by_block.get(block)
    if entry is None or entry.is_file:
        return False
    # what stays, and says something else, is no teaser that came
    is_kept = (entry.group, entry.key) in kept and not state.is_listing
    if state.is_listing or (entry.group in rolled and not is_kept):
        return True
    is_teaser = len(entry.blocks) > 1 and not is_kept
    return not is_own and is_teaser and not state.is_data(block)


def _is_in_header(block: Block, state: Side) -> bool:
    """Tell whether a line below the headline stands in a header and no other frame."""
    frames = state.frame.places(block)
    return state.is_headed(block) and all(place.tag == "header" for place in frames)


def _is_outside(block: Block, state: Side, *, is_own: bool) -> bool:
    """Tell whether a line stands before a page's heading, or behind the site's foot.

    So do ways to skip the menu, the name of the site, and rows of links to its terms,
    and what only serves to move on the page.
    """
    if block.index < (state.masthead if is_own else state.first):
        return True
    if block.index >= state.end:
        return True
    if block.index < state.head and is_clock(block.text):
        return True
    if block.index < state.menu and not is_own and leads_away(block):
        return True
    if block.index in state.feet:
        return True
    # a heading that opens what it heads is read
    is_label = block.kind != "heading" and block.chars <= _SENTENCE
    return is_label and moves_on(block) and leads_away(block)


def _is_amid(block: Block, state: Side, *, is_own: bool) -> bool:
    """Tell whether a line stands where an article's page is read like any other."""
    if state.is_told or state.region is None:
        return not is_own and (_is_lead(block, state) or _is_inside(block, state))
    return is_own or inside(block, state.region)


def _is_lead(block: Block, state: Side) -> bool:
    """Tell whether a line under the title leads to the text, by what it is called."""
    if block.index not in state.lead or block.kind == "caption" or block.hrefs:
        return False
    places = filter(None, (block.place, block.place.parent))
    if block.chars < _TITLE or not any("summary" in place.signs for place in places):
        return False
    return not is_dateline(block.text) and not is_clock(block.text)


def _is_inside(block: Block, state: Side) -> bool:
    """Tell whether words or figures stand amid an article's text, no pointer or note.

    Lines about the article (who, when, which picture) are told as fields of their own.
    """
    if state.region is None or leads_away(block) or block in state.lists.by_block:
        return False
    if block.kind == "caption" or is_stamp(block.text) or is_appeal(block):
        return False
    if not inside(block, state.region):
        return False
    if state.is_data(block):
        return True
    is_note = "note" in word_signs(block.text)
    if block.index > state.last and not (is_note or state.is_among(block)):
        return False
    if not _BESIDE.isdisjoint(block.place.signs):
        return False
    return block.chars >= _WORDS or state.is_among(block)


def _is_teaser(block: Block, state: Side) -> bool:
    """Tell whether a text stands in one small place with a linked title."""
    near = state.blocks[max(0, block.index - _NEAR) : block.index + _NEAR + 1]
    titles = [b for b in near if leads_away(b) and b.chars >= _TITLE]
    small = [
        place
        for place in islice(block.place.ancestors(), _STEPS)
        if state.frame.weight(place) <= _CARD
    ]
    return any(inside(title, place) for title in titles for place in small)

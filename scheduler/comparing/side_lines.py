"""The lines that moved between two captures, and which of them a reader reads. Pure."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from parsers.blocks import Block
from parsers.body.furniture import in_furniture
from parsers.body.region import inside
from parsers.lines.counted import counts_alone, is_counted
from parsers.lines.moving_lines import is_clock, is_dateline, is_moving, is_stamp
from parsers.lines.signs import word_signs
from parsers.lines.ticking_lines import is_ticking
from parsers.text import same_words
from scheduler.comparing.about_page import is_about_page
from scheduler.comparing.apart import is_apart
from scheduler.comparing.controls import is_control
from scheduler.comparing.elsewhere import is_elsewhere
from scheduler.comparing.feet import moves_on
from scheduler.comparing.named_boxes import is_in_named_box
from scheduler.comparing.side import Side
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
#: What asks to subscribe is no longer.
_LETTER = 200
#: Shorter lines amid an article, and those with such names, are about it.
_WORDS = 40
_BESIDE = frozenset(("author", "caption", "comment", "letter", "ad", "share"))


@dataclass(frozen=True, slots=True)
class Line:
    """A block that stands on one of the pages only."""

    block: Block
    key: str


def moved(mine: Side, other: Side) -> list[Line]:
    """Return the blocks of a page that the other does not show as often.

    Of a line that stands several times, those where it stood before have not moved.
    """
    left = mine.counts - other.counts
    lines = [
        Line(block, key)
        for block, key in zip(mine.blocks, mine.keys, strict=True)
        if key in left and any(map(str.isalnum, key))
    ]
    both = {line.key for line in lines if other.counts[line.key]}
    places = Counter(
        (key, block.path)
        for block, key in zip(other.blocks, other.keys, strict=True)
        if key in both
    )
    found = []
    for line in sorted(lines, key=lambda line: _stood(line, places)):
        if left[line.key] > 0:
            left[line.key] -= 1
            found.append(line)
    return sorted(found, key=lambda line: line.block.index)


def _stood(line: Line, places: Counter[tuple[str, str]]) -> bool:
    """Tell whether a line stood at this place before; each is asked for once."""
    at = (line.key, line.block.path) if places else ("", "")
    places[at] -= 1
    return places[at] >= 0


def without_markup(gone: list[Line], come: list[Line]) -> tuple[list[Line], list[Line]]:
    """Drop what reads alike, is only divided into other lines, or counts readers."""
    counts = counts_alone((li.key for li in gone), (li.key for li in come))
    if counts:
        gone, come = (
            [line for line in lines if line.key not in counts] for lines in (gone, come)
        )
    runs = _runs(gone), _runs(come)
    both = runs[0].keys() & runs[1].keys()
    dropped = {id(line) for run in runs for key in both for line in run[key]}
    return (
        [line for line in gone if id(line) not in dropped],
        [line for line in come if id(line) not in dropped],
    )


def _runs(lines: Iterable[Line]) -> dict[str, list[Line]]:
    """Return lines that follow each other, by their letters."""
    runs: list[list[Line]] = []
    for line in lines:
        if runs and line.block.index == runs[-1][-1].block.index + 1:
            runs[-1].append(line)
        else:
            runs.append([line])
    return {"".join("".join(line.key for line in run).split()): run for run in runs}


def rolled_groups(old: Side, new: Side) -> frozenset[str]:
    """Return the groups of entries in which some went and others came."""
    return _groups_only_in(old, new) & _groups_only_in(new, old)


def kept_entries(old: Side, new: Side) -> frozenset[tuple[str, str]]:
    """Return the group and the target of those entries that both pages list there.

    What one page tells of in a box, the other may name as the next item.
    """
    one, other = ({(e.group, e.key) for e in side.lists.entries} for side in (old, new))
    return frozenset(one & other)


def _groups_only_in(mine: Side, other: Side) -> frozenset[str]:
    """Return the groups with an entry that the other page has by no name."""
    entries = other.lists.entries
    known = {e.key for e in entries} | {e.text for e in entries}
    return frozenset(
        entry.group
        for entry in mine.lists.entries
        if not entry.is_file and entry.key not in known and entry.text not in known
    )


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
    is_policy = is_own and state.is_about_cookies
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


def relinked(gone: Iterable[Line], come: Iterable[Line]) -> frozenset[str]:
    """Return the targets of the links whose words changed."""
    targets = [{h for li in lines for h in li.block.hrefs} for lines in (gone, come)]
    return frozenset(targets[0] & targets[1])


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


def without_letters(
    mine: Side, lines: list[Line], others: Iterable[Line]
) -> list[Line]:
    """Drop what stands in the box of an appeal to subscribe, before or after it."""
    appeals = {
        line.block.place.path for line in (*lines, *others) if is_appeal(line.block)
    }
    paths = Counter(block.place.path for block in mine.blocks) if appeals else {}
    return [
        line
        for line in lines
        if (path := line.block.place.path) not in appeals
        or (mine.owns(line.key) and (paths[path] > 1 or line.block.chars > _LETTER))
    ]


def without_clocks(
    old: Side, lost: list[Line], new: Side, won: list[Line]
) -> tuple[list[Line], list[Line]]:
    """Drop days and times that stand alone and only moved on.

    A day in the text itself, as beneath a signature, is no clock, but the item's own,
    and so are the times of a programme.
    """
    paths = {
        line.block.place.path
        for line in lost
        if is_clock(line.block.text) and line.block.kind != "cell"
    }

    def is_kept(side: Side, line: Line) -> bool:
        if not is_clock(line.block.text) or line.block.place.path not in paths:
            return True
        if not side.owns(line.key):
            return False
        if is_dateline(line.block.text):
            return not _dates(side, line)
        like = [b for b in side.texts if b.path == line.block.path and is_clock(b.text)]
        return len(like) > 1

    return (
        [line for line in lost if is_kept(old, line)],
        [line for line in won if is_kept(new, line)],
    )


def _dates(side: Side, line: Line) -> bool:
    """Tell whether an item has its day from a line: it is told as a field."""
    printed = side.article.published
    text = same_words(printed.text) if printed else ""
    return bool(text) and text in line.key

"""The lines that moved between two captures, and which of them a reader reads. Pure."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from parsers.blocks import Block
from parsers.inserts import without_inserts
from parsers.moving_lines import is_clock, is_moving, is_stamp
from parsers.region import inside
from parsers.signs import word_signs
from parsers.teaser_lists import is_file
from scheduler.side import Side

#: On a listing, shorter lines move on with it.
_SENTENCE = 60
#: A teaser's text stands so near its title, in a place of so few characters.
_NEAR, _STEPS, _CARD, _TITLE = 5, 4, 900, 12
#: Shorter lines amid an article, and those with such names, are about it.
_WORDS = 40
#: What asks for consent is no longer.
_NOTICE = 300
_BESIDE = frozenset(("author", "caption", "comment", "letter", "ad", "share"))
#: What links lead to that only move on the page.
_CONTROLS = ("#", "javascript:")
_POINTER = re.compile(r"([^:：|–—»>→]{2,40})[:：|–—»>→]+\s*(\S.+)")
#: How the pointer to the item before or after begins, in small letters.
_ADJACENT = re.compile(
    r"(?:the )?(?:prev|next\b|older|newer)|vorherig|vorig|nächst|älter|neuer|précédent"
    r"|suivant|anterior|siguiente|próxim|seguinte|precedente|successiv|prossim|volgende"
    r"|föregående|forrige|næste|neste|nästa|edellinen|seuraava|poprzedni|następn"
    r"|předchozí|další|előző|következő|предыдущ|следующ|попередн|наступн|προηγούμεν"
    r"|επόμεν|önceki|sonraki|sebelumnya|berikutnya|selanjutnya|السابق|التالي|上一|下一"
    r"|前一|后一|後一|前の|次の|이전|다음"
)
#: What a box says that asks readers to subscribe.
_LETTER = re.compile(
    r"newsletter|\bsubscri(?:be|ption)|abonn(?:ier|ez|ement)|suscr[ií]b|assine\b"
    r"|iscriviti|nieuwsbrief|nyhetsbrev|nyhedsbrev|uutiskirje|рассылк|подпи(?:шит|сыва)"
    r"|розсилк|підпи[шс]|bülten|zpravodaj|buletin|berlangganan",
    re.I,
)
#: From this share of link on, a line is nothing but a link.
_LINKED = 0.75


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
    """Drop what reads alike and is only divided into other lines."""
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
    line: Line, state: Side, rolled: frozenset[str], relinked: frozenset[str]
) -> bool:
    """Tell whether a line that moved is one that a reader of the item reads.

    ``rolled`` and ``relinked`` are those of both pages' lines.
    """
    block = line.block
    is_own = state.owns(line.key)
    if is_moving(block.text) or is_insert(block) or _is_outside(block, state):
        return False
    if _asks_consent(block, state):
        return False
    is_same_link = not relinked.isdisjoint(block.hrefs)
    if state.is_ruled:
        return is_own
    if state.frame.holds(block):
        return False
    if state.is_article and (is_own or not _is_inside(block, state)):
        return is_own and (is_same_link or not leads_away(block))
    if not is_own and state.repeats(block):
        return False
    if state.is_listing and (block.chars < _SENTENCE or _is_teaser(block, state)):
        return False
    entry = state.lists.by_block.get(block)
    if entry is not None and not entry.is_file:
        if state.is_listing or entry.group in rolled:
            return False
        if not is_own and len(entry.blocks) > 1 and not state.is_data(block):
            return False
    return True


def relinked(gone: Iterable[Line], come: Iterable[Line]) -> frozenset[str]:
    """Return the targets of the links whose words changed."""
    targets = [{h for li in lines for h in li.block.hrefs} for lines in (gone, come)]
    return frozenset(targets[0] & targets[1])


def is_insert(block: Block) -> bool:
    """Tell whether a line marks an advertisement, or says what else to read."""
    if block.chars <= _WORDS and "ad" in word_signs(block.text):
        return True
    if not without_inserts([block]):
        return True
    found = _POINTER.fullmatch(block.text)
    if found is None or not leads_away(block):
        return False
    is_beside = _ADJACENT.match(found[1].strip().lower()) is not None
    return is_beside or "more" in word_signs(block.text)


def _is_outside(block: Block, state: Side) -> bool:
    """Tell whether a line stands before a page's heading, or only serves to move on it.

    So do ways to skip the menu, the name of the site, and rows of links to its terms.
    """
    if block.index < state.first or (block.index < state.head and is_clock(block.text)):
        return True
    if not leads_away(block):
        return False
    is_control = all(href.startswith(_CONTROLS) for href in block.hrefs)
    return is_control or block.index in state.feet


def _asks_consent(block: Block, state: Side) -> bool:
    """Tell whether a short line speaks of cookies on a page about something else."""
    if len(block.text) > _NOTICE or "ookie" not in block.text:
        return False
    return "ookie" not in state.article.title


def _is_inside(block: Block, state: Side) -> bool:
    """Tell whether words or figures stand amid an article's text, no pointer or note.

    Lines about the article (who, when, which picture) are told as fields of their own.
    """
    if state.region is None or leads_away(block) or block in state.lists.by_block:
        return False
    if block.kind == "caption" or is_stamp(block.text) or _LETTER.search(block.text):
        return False
    if not inside(block, state.region):
        return False
    if state.is_data(block):
        return True
    if not _BESIDE.isdisjoint(block.place.signs):
        return False
    return block.chars >= _WORDS or state.is_among(block)


def leads_away(block: Block) -> bool:
    """Tell whether a block only points to another page, as "read also" lines do."""
    if not block.hrefs or is_file(block):
        return False
    if block.link_share >= _LINKED:
        return True
    # "Read also: …", of which only the title is linked
    found = _POINTER.fullmatch(block.text)
    return found is not None and block.link_chars >= _LINKED * len(found[2])


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
    """Drop what stands beside the text where an appeal to subscribe stood or stands."""
    appeals = {
        line.block.place.path
        for line in (*lines, *others)
        if _LETTER.search(line.block.text)
    }
    return [
        line
        for line in lines
        if mine.owns(line.key) or line.block.place.path not in appeals
    ]


def without_clocks(lost: list[Line], won: list[Line]) -> tuple[list[Line], list[Line]]:
    """Drop days and times that stand alone and only moved on."""
    paths = {
        line.block.place.path
        for line in lost
        if is_clock(line.block.text) and line.block.kind != "cell"
    }

    def is_kept(line: Line) -> bool:
        return not (is_clock(line.block.text) and line.block.place.path in paths)

    return [li for li in lost if is_kept(li)], [li for li in won if is_kept(li)]

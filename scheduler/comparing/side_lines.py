"""The lines that moved between two captures. Pure."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from parsers.blocks import Block
from parsers.lines.counted import counts_alone
from parsers.lines.moving_lines import is_clock, is_dateline
from parsers.text import same_words
from scheduler.comparing.side import Side
from scheduler.comparing.side_words import is_appeal

#: What asks to subscribe is no longer.
_LETTER = 200


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


def relinked(gone: Iterable[Line], come: Iterable[Line]) -> frozenset[str]:
    """Return the targets of the links whose words changed."""
    targets = [{h for li in lines for h in li.block.hrefs} for lines in (gone, come)]
    return frozenset(targets[0] & targets[1])


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

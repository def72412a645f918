"""Words that move without meaning: what changes alike in many items at once. Pure.

A counter, a daily pointer to another item, an advertisement between two paragraphs:
no press office writes them, and none of them shows on one item alone.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from parsers.lines.counters import is_counter
from parsers.text import same_words

#: Items in which the same thing must move in one run before it is noise …
ITEMS = 4
#: … and their share of the known items that the run looked at.
SHARE = 0.25
#: A line that is longer than this says something of its own.
LONGEST = 160
#: Letters under which a title is too short to be known by.
SHORTEST_TITLE = 12

_FIGURES = re.compile(r"\d+(?:[.,:\u00a0\u202f ]\d+)*")
#: What divides a line that says who, when and how often read.
_DIVIDES = re.compile(r"\s*[|·•]\s*")
_POINTER = re.compile(r"[^:：\-–—|»>→]{2,40}[:：\-–—|»>→]+\s*(.+)")


@dataclass(frozen=True, slots=True)
class Moved:
    """The lines of one item's text that went, and those that came.

    ``frames`` are those that both pages show with other figures: ``views: #``.
    """

    gone: tuple[str, ...]
    come: tuple[str, ...]
    frames: frozenset[str] = frozenset()


def parted(moved: Moved) -> Moved:
    """Return the lines that moved, those of several parts by the parts that did.

    A figure alone is known by nothing, so a row with one stays whole.

    >>> parted(Moved(("by Ann | views: 7",), ("by Ann | views: 9",))).come
    ('views: 9',)
    """
    parts = [
        {part for line in lines for part in _DIVIDES.split(line)}
        for lines in (moved.gone, moved.come)
    ]
    return Moved(
        tuple(part for line in moved.gone for part in _parts(line, parts[1])),
        tuple(part for line in moved.come for part in _parts(line, parts[0])),
    )


def _parts(line: str, other: set[str]) -> list[str]:
    left = [part for part in _DIVIDES.split(line) if part and part not in other]
    is_told = left and all(any(map(str.isalpha, part)) for part in left)
    return left if is_told else [line]


def without_noise(
    moved: Moved, noise: frozenset[str], is_title: Callable[[str], bool]
) -> Moved:
    """Return what is left of the lines that moved when noise is taken away.

    ``noise`` are marks as ``find_noise`` gives them, ``is_title`` tells whether a
    folded text is the title of another item of the site.

    >>> views = Moved(("views: 7",), ("views: 9",), frozenset(["views: #"]))
    >>> noise = find_noise([(n, views) for n in range(4)])
    >>> without_noise(views, noise, bool).gone
    ()
    >>> without_noise(Moved(("views: 3", "12 boats"), ()), noise, bool).gone
    ('12 boats',)
    """

    def is_kept(line: str) -> bool:
        if is_counter(line) or _points_to_item(line, is_title):
            return False
        # what counts on other items may also come or go as a whole, by a new design
        counts = f"figures {frame_of(line)}" in noise and any(map(str.isalpha, line))
        return not counts and noise.isdisjoint(_marks(line, moved.frames))

    return Moved(
        tuple(line for line in moved.gone if is_kept(line)),
        tuple(line for line in moved.come if is_kept(line)),
    )


def find_noise(
    edits: Iterable[tuple[int, Moved]], *, looked: int = 0
) -> frozenset[str]:
    """Return the marks of lines that move alike in many items of one run.

    ``edits`` are items, by id, and the lines that moved in them; ``looked`` is how
    many known items the run looked at.
    """
    least = max(ITEMS, SHARE * looked)
    seen: dict[str, set[int]] = defaultdict(set)
    for item_id, moved in edits:
        for line in (*moved.gone, *moved.come):
            for mark in _marks(line, moved.frames):
                seen[mark].add(item_id)
    return frozenset(mark for mark, items in seen.items() if len(items) >= least)


def remember(
    known: Sequence[str], found: frozenset[str], *, most: int = 500
) -> list[str]:
    """Return the marks to remember of a site, the newest last.

    >>> remember(["a", "b"], frozenset(["b", "c"]), most=2)
    ['b', 'c']
    """
    kept = [mark for mark in known if mark not in found]
    return [*kept, *sorted(found)][-most:]


def titles_of(titles: Iterable[str]) -> Mapping[str, int]:
    """Return how many items have each title that is long enough to be known by."""
    folded = map(same_words, titles)
    return Counter(title for title in folded if len(title) >= SHORTEST_TITLE)


def frame_of(line: str) -> str:
    """Return a line with a sign in the place of its figures.

    >>> frame_of("views: 1,204")
    'views: #'
    """
    return _FIGURES.sub("#", line)


def _marks(line: str, frames: frozenset[str]) -> list[str]:
    """Return what a line may be recognised by on other items."""
    if len(line) > LONGEST:
        return []
    frame = frame_of(line)
    marks = [f"line {line}"]
    if frame != line and frame in frames:
        marks.append(f"figures {frame}")
    return marks


def _points_to_item(line: str, is_title: Callable[[str], bool]) -> bool:
    if len(line) < SHORTEST_TITLE:
        return False
    if is_title(line):
        return True
    found = _POINTER.fullmatch(line)
    return bool(found) and is_title(found[1].strip() if found else "")

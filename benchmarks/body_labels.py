"""Tell which blocks of a page its true body holds, for training and for looking."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

from parsers.blocks import Block

_WIDE = (
    "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\u0e00-\u0e7f"
    "\u1000-\u109f"
)
_WORD = re.compile(rf"[{_WIDE}]|[^\W{_WIDE}]+")
#: A block of fewer words is placed by its neighbors.
_LONG = 6
#: A text of fewer letters may stand anywhere.
_SURE = 40


def words(text: str) -> list[str]:
    """Return the words of a text; a sign of a script without spaces is one."""
    return [word.lower() for word in _WORD.findall(text)]


def label(blocks: Sequence[Block], row: dict[str, Any]) -> list[bool | None]:
    """Return for each block whether the truth holds it; ``None``: no matter."""
    truth = words(row["body"])
    found = [words(block.text) for block in blocks]
    ways = (_by_shingles(found, truth), _by_letters(found, truth))
    labels = max(ways, key=lambda way: _agreement(found, way, truth))
    optional = set(row.get("body_optional") or ())
    free = "|".join("".join(words(row["body_paragraphs"][n])) for n in optional)
    return [
        None if not own or (free and "".join(own) in free) else is_text
        for own, is_text in zip(found, labels, strict=True)
    ]


def soundness(
    blocks: Sequence[Block], labels: Sequence[bool | None], row: dict[str, Any]
) -> float:
    """Return how much of the truth the labelled blocks say, from 0 to 1.

    A truth that is in doubt, or that the page does not say, teaches what is not so.
    """
    if row.get("body_doubt"):
        return 0.0
    found = [words(block.text) for block in blocks]
    return _agreement(
        found, [label is not False for label in labels], words(row["body"])
    )[1]


def _agreement(
    found: list[list[str]], labels: list[bool], truth: list[str]
) -> tuple[bool, float]:
    text = [w for own, kept in zip(found, labels, strict=True) if kept for w in own]
    ours, theirs = Counter(_shingles(text, 4)), Counter(_shingles(truth, 4))
    both = (ours & theirs).total()
    return text == truth, 2 * both / ((ours + theirs).total() or 1)


def _shingles(text: list[str], size: int) -> list[tuple[str, ...]]:
    return [tuple(text[n : n + size]) for n in range(len(text) - size + 1)]


def _by_letters(found: list[list[str]], truth: list[str]) -> list[bool]:
    """Look each block up letter by letter, in the order of the page."""
    whole = "".join(truth)
    texts = ["".join(own) for own in found]
    labels = [bool(text) and text in whole for text in texts]
    anchors: list[tuple[int, int, int]] = []
    for n, text in enumerate(texts):
        if labels[n] and len(text) >= _SURE and whole.count(text) == 1:
            place = whole.find(text)
            if not anchors or place >= anchors[-1][1]:
                anchors.append((n, place, place + len(text)))
    numbers = [anchor[0] for anchor in anchors]
    here = 0
    for n, text in enumerate(texts):
        if not labels[n]:
            continue
        after = bisect_left(numbers, n)
        if after < len(numbers) and numbers[after] == n:
            here = anchors[after][2]
            continue
        end = anchors[after][1] if after < len(anchors) else len(whole)
        place = whole.find(text, here, end)
        if place < 0 or (len(text) < _SURE and place != here):
            labels[n] = False
        else:
            here = place + len(text)
    return labels


def _by_shingles(found: list[list[str]], truth: list[str]) -> list[bool]:
    """Take blocks most of whose runs of three words stand in the truth."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for n, shingle in enumerate(_shingles(truth, 3)):
        places[shingle].append(n)
    count = len(found)
    labels = [False] * count
    spans: list[tuple[int, int] | None] = [None] * count
    here = 0
    for n, own in enumerate(found):
        if len(own) < _LONG:
            continue
        shingles = _shingles(own, 3)
        hits = [shingle for shingle in shingles if shingle in places]
        if len(hits) < 0.75 * len(shingles):
            continue
        labels[n] = True
        starts = places[hits[0]]
        start = next((p for p in starts if p >= here - 3), starts[0])
        spans[n] = (start, start + len(own))
        if start >= here - 3:
            here = max(here, start + len(own))
    _place_short(found, truth, labels, spans)
    _drop_copies(found, labels, places)
    return labels


def _place_short(
    found: list[list[str]],
    truth: list[str],
    labels: list[bool],
    spans: list[tuple[int, int] | None],
) -> None:
    """Take short blocks that stand in the truth between their neighbors."""
    next_start = [len(truth)] * (len(found) + 1)
    for n in range(len(found) - 1, -1, -1):
        span = spans[n]
        next_start[n] = span[0] if span else next_start[n + 1]
    here = 0
    for n, own in enumerate(found):
        span = spans[n]
        if span:
            here = max(here, span[1])
        elif own and len(own) < _LONG:
            end = next_start[n] if next_start[n] >= here else here + len(own) + 3
            last = min(end + 1, len(truth)) - len(own)
            for place in range(max(0, here - 1), last + 1):
                if truth[place : place + len(own)] == own:
                    is_near = place - here <= 3 or end - place - len(own) <= 3
                    labels[n] = is_near or end - here < 120
                    here = place + len(own) if labels[n] else here
                    break


def _drop_copies(
    found: list[list[str]], labels: list[bool], places: dict[tuple[str, ...], list[int]]
) -> None:
    """Of copies of one text, keep as many as the truth has, best surrounded first."""
    copies: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for n, own in enumerate(found):
        if labels[n] and len(own) >= _LONG:
            copies[tuple(own)].append(n)
    for text, numbers in copies.items():
        most = max(1, min(len(places[text[:3]]), len(places[text[-3:]])))
        numbers.sort(key=lambda n: -sum(labels[max(0, n - 3) : n + 4]))
        for n in numbers[most:]:
            labels[n] = False

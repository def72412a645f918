"""Where a site's headlines stand, and what it glues to them, seen over pages. Pure."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from parsers.blocks import Block
from parsers.finders.title_lines import path_within
from parsers.keys import text_key
from parsers.lines.moving_lines import is_dateline
from parsers.metadata import Metadata

#: Fewer pages do not tell a place where words vary from any other.
LEAST_PAGES = 3
#: Longer lines are no headlines, shorter ones name nothing.
_LONGEST, _SHORTEST = 300, 4
#: A headline stands on this share of the pages, and is so often another one.
_SHARE, _UNLIKE = 0.8, 0.5
#: A line looks so much like a headline only if it is a heading, named or claimed.
LIKE_HEADLINE = 1.5
# kits of styles draw it big: ``text-4xl``, ``display-2``, their figures folded
_NAMED = re.compile(
    r"title|head(?!er)|subject|tit(re|ulo|el)|zagolov|\.(?:text-0xl|display-0)\b", re.I
)
#: What ends a sentence, as a lead's do and few headlines.
_STOPS = frozenset(".。।۔")
_SEPARATED = re.compile(r"\s[-–—|·•:»«/>]+\s|\s?[｜|]\s?|\s::\s")
_LED = re.compile(r"\s[-–—|·•»/>]+\s|\s?[｜|：]\s?|\s?::?\s")
#: What this share of unlike window titles begin with is the site, not the item.
_LEAD_SHARE = 0.6


def title_path(
    pages: Iterable[tuple[Sequence[Block], Metadata]], *, least: float = 0.0
) -> str:
    """Return the path of the line that names each page, or ``""`` if none does.

    Each page gives the blocks that stand before its text. The line stands on nearly
    every page, once; it differs from page to page; it is long, named, or claimed, and
    looks more like a headline than ``least``.
    """
    seen: defaultdict[str, list[tuple[str, float]]] = defaultdict(list)
    count = 0
    for blocks, metadata in pages:
        count += 1
        paths = Counter(map(path_within, blocks))
        claims = [claim.value for claim in metadata.titles]
        claimed = text_key(" ".join([metadata.window_title, *claims]))
        for block in blocks:
            path = path_within(block)
            if paths[path] == 1 and _SHORTEST < block.chars <= _LONGEST:
                key = block.key
                names = block.place.step + path[len(block.path) :]
                seen[path].append((key, _worth(block, names, key, claimed)))
    if count < LEAST_PAGES:
        return ""
    found = {
        path: sum(worth for _, worth in lines) / len(lines)
        for path, lines in seen.items()
        if len(lines) >= _SHARE * count
        and len({key for key, _ in lines}) >= max(2, _UNLIKE * len(lines))
    }
    best = max(found, key=lambda path: (found[path], path), default="")
    return best if best and found[best] > least else ""


def _worth(block: Block, names: str, key: str, claimed: str) -> float:
    """Return how much a line looks like a headline; ``names`` are of what holds it."""
    letters = sum(map(str.isalpha, key))
    is_day = key not in claimed and is_dateline(block.text)
    if letters * 2 < len(key) or letters < _SHORTEST or (is_day and ":" in block.text):
        return -1.0
    return (
        3.0 * (len(key) > _SHORTEST and key in claimed)
        + (2.0 if 0 < block.level < 4 else 0.0)
        + (1.5 if _NAMED.search(names) else 0.0)
        + min(len(key), 60) / 40
        - 2.0 * block.link_share
        - 1.0 * is_day
        - 0.5 * (block.text[-1] in _STOPS and not block.text.endswith(".."))
    )


def affixes(windows: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what several unlike window titles begin with, and what they end with.

    >>> affixes(["Quay: Fog", "Quay: Ice", "Quay: Sun"])
    (('Quay: ',), ())
    >>> affixes(["Fog | Quay", "Ice | Quay"])
    ((), (' | Quay',))
    """
    unlike = dict.fromkeys(windows)
    heads: Counter[str] = Counter()
    tails: Counter[str] = Counter()
    for window in unlike:
        for sign in _LED.finditer(window):
            if sign.start() > 0 and sign.end() < len(window):
                heads[window[: sign.end()]] += 1
        for sign in _SEPARATED.finditer(window):
            if sign.start() > 0 and sign.end() < len(window):
                tails[window[sign.start() :]] += 1
    led = max(LEAST_PAGES, _LEAD_SHARE * len(unlike))
    ended = max(2, 0.3 * len(unlike))
    return _longest(heads, led), _longest(tails, ended)


def _longest(counts: Counter[str], least: float) -> tuple[str, ...]:
    shared = [text for text, n in counts.items() if n >= least]
    return tuple(sorted(shared, key=lambda text: (-len(text), text))[:10])

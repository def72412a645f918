"""Lists of linked titles on a page, and which of their entries a block is in. Pure."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from parsers.blocks import Block, Place
from parsers.body.region import prose
from parsers.text import same_words

#: So many entries make a list, if this share of its parts are entries.
_FEWEST, _SHARE = 3, 0.6
#: An entry is small: a title, a date, a few lines.
_MOST_BLOCKS, _MOST_TARGETS, _MOST_CHARS = 12, 5, 900
#: No more paragraphs stand above a linked title.
_ABOVE = 1
#: A linked title says so much, a menu's entries less.
_TITLE = 16
_LINKED = 0.6
#: A link that opens what stands below it leads to no item.
_OPENS = re.compile(r"\s*(?:#|javascript:\s*(?:;|void|$))", re.I)
#: An entry holds no list of so many things said.
_THINGS = 3
_FILE = re.compile(
    r"\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|rtf|zip|csv|epub|txt|ics)(?:$|[?#])"
    r"|document-?center|showpublisheddocument|showdocument|getfile|/downloads?/"
    r"|/attachments?/",
    re.I,
)
#: Headings have so many lines of their entry below them.
_BELOW = 3
_HEADING = re.compile(r"h[1-6]")
_INDEX = attrgetter("index")
#: How the parts of a list are called, and else of which kind they are.
_STEP, _TAG = attrgetter("step"), attrgetter("tag")


@dataclass(slots=True, eq=False)
class Entry:
    """One entry of a list: what it links to, and all it says."""

    group: str
    key: str
    text: str
    blocks: tuple[Block, ...]
    is_file: bool


@dataclass(slots=True)
class TeaserLists:
    """The entries of all lists of a page, by block."""

    entries: tuple[Entry, ...] = ()
    by_block: dict[Block, Entry] = field(default_factory=dict)

    @property
    def chars(self) -> int:
        """How many characters the entries have."""
        return sum(block.chars for block in self.by_block)


def find_lists(blocks: Sequence[Block]) -> TeaserLists:
    """Return the lists of linked titles on a page.

    >>> from parsers.model import Capture
    >>> from parsers.page import read_page
    >>> from parsers.block_walk import walk
    >>> html = b"<ul>" + b"<li><a href=/%d>Ferries were late</a>" * 3 % (1, 2, 3)
    >>> page = read_page(Capture(url="https://h.example/", payload=html))
    >>> [entry.key for entry in find_lists(walk(page)).entries]
    ['/1', '/2', '/3']

    A question that opens its answer leads to no item:

    >>> html = b"<div>" + b"<div><h4><a href=#%d>Who may fish here?</a></h4></div>" * 3
    >>> page = read_page(Capture(url="https://h.example/", payload=html % (1, 2, 3)))
    >>> find_lists(walk(page)).entries
    ()
    """
    held: dict[Place, list[Block]] = {}
    children: dict[Place, dict[Place, None]] = {}
    for block in blocks:
        inner = block.place
        held.setdefault(inner, []).append(block)
        for place in inner.ancestors():
            children.setdefault(place, {})[inner] = None
            held.setdefault(place, []).append(block)
            inner = place
    found = TeaserLists()
    entries: list[Entry] = []
    for parent in sorted(children, key=lambda place: -place.depth):
        parts = [child for child in children[parent] if child in held]
        # cards may stand among other boxes, which are called otherwise
        kinds = [(of, k) for of in (_STEP, _TAG) for k in dict.fromkeys(map(of, parts))]
        for of, kind in kinds:
            same = [
                part
                for part in parts
                if of(part) == kind and held[part][0] not in found.by_block
            ]
            if len(same) < _FEWEST:
                continue
            made = [e for part in same if (e := _entry(parent, held[part]))]
            if len(made) < max(_FEWEST, _SHARE * len(same)):
                continue
            if all(_HEADING.fullmatch(part.tag) for part in same):
                _take_below(made, blocks)
            for entry in made:
                if not any(block in found.by_block for block in entry.blocks):
                    entries.append(entry)
                    found.by_block.update(dict.fromkeys(entry.blocks, entry))
    entries.sort(key=lambda entry: entry.blocks[0].index)
    found.entries = tuple(entries)
    return found


def _take_below(made: Sequence[Entry], blocks: Sequence[Block]) -> None:
    """Give entries that are headings the lines below them, if as many as each other.

    The last one gets as many, of the same make.
    """
    starts = [bisect_left(blocks, e.blocks[0].index, key=_INDEX) for e in made]
    below = [
        tuple(blocks[start + len(entry.blocks) : end])
        for entry, start, end in zip(made, starts, starts[1:], strict=False)
    ]
    counts = {len(lines) for lines in below}
    if len(counts) != 1 or not 0 < (count := counts.pop()) <= _BELOW:
        return
    first = starts[-1] + len(made[-1].blocks)
    last = tuple(blocks[first : first + count])
    if [b.path for b in last] == [b.path for b in below[0]]:
        below.append(last)
    for entry, lines in zip(made, below, strict=False):
        entry.blocks += lines


def leads_to_file(block: Block) -> bool:
    """Tell whether a block links to a file."""
    return any(map(_FILE.search, block.hrefs))


def _entry(parent: Place, blocks: Sequence[Block]) -> Entry | None:
    """Return a part of a list as an entry, if a linked title stands in it."""
    if len(blocks) > _MOST_BLOCKS or sum(b.chars for b in blocks) > _MOST_CHARS:
        return None
    targets = {h for block in blocks for h in block.hrefs if not _OPENS.match(h)}
    if not targets or len(targets) > _MOST_TARGETS:
        return None
    titles = [
        block
        for block in blocks
        if not targets.isdisjoint(block.hrefs)
        and block.link_chars >= _LINKED * block.chars
    ]
    title = max(titles, key=lambda block: block.chars, default=None)
    if title is None or title.size < _TITLE or _holds_list(blocks):
        return None
    if _is_text(blocks, titles):
        return None
    return Entry(
        group="/".join(
            place.tag for place in (*reversed(list(parent.ancestors())), parent)
        ),
        key=title.hrefs[0].partition("#")[0] or title.hrefs[0],
        text=same_words(" ".join(block.text for block in blocks)),
        blocks=tuple(blocks),
        is_file=any(map(_FILE.search, targets)),
    )


def _is_text(blocks: Sequence[Block], titles: Sequence[Block]) -> bool:
    """Tell whether a part is a text that ends with a pointer to another item."""
    first = next(block for block in titles if block.size >= _TITLE)
    above = blocks[: blocks.index(first)]
    if any(block.kind == "heading" for block in above):
        return False  # a card whose link lies over all of it
    return sum(map(bool, map(prose, above))) > _ABOVE


def _holds_list(blocks: Sequence[Block]) -> bool:
    """Tell whether a list of its own stands in a part of a list."""
    lists: dict[Place, set[Place]] = {}
    for block in blocks:
        place, above = block.place, block.place.parent
        if place.tag == "li" and above is not None and not block.hrefs:
            lists.setdefault(above, set()).add(place)
    return any(len(items) >= _THINGS for items in lists.values())

"""Whether a page was edited between two captures, and in which fields. Pure.

Both are read by one reader. A field counts only if lines moved that a reader of the
item reads: not in the frame of the page, not in lists of newest items, no counters.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from parsers.article import parse_article
from parsers.blocks import Block, Place, walk
from parsers.frame import Frame, weights_of
from parsers.metadata import Metadata, read_metadata
from parsers.model import (
    Article,
    Capture,
    FieldChange,
    Problem,
    ProblemKind,
)
from parsers.moving_lines import is_clock, is_moving, is_stamp
from parsers.page import Page, read_page
from parsers.profile import Profile, text_hash
from parsers.region import inside
from parsers.teaser_lists import TeaserLists, find_lists, is_file
from parsers.text import same_words
from scheduler.compare import Comparison, compare
from scheduler.confirm import confirm, shown_by

#: An article has so much text, and this share of what the page says.
_PROSE = 1200
#: A page is a listing if its lists hold this share of what is not frame.
_LISTING = 0.5
#: On a listing, shorter lines move on with it.
_SENTENCE = 60
#: A page that lost all but this share of its words was not edited.
_REMAINS, _LEAST = 0.3, 1500
#: So much of its text must be gone, and so little new instead, to call it emptied.
_EMPTIED, _NEW = 0.85, 0.1
#: The share of its text that an article's place holds.
_NEARLY = 0.8
#: A teaser's text stands so near its title, in a place of so few characters.
_NEAR, _STEPS, _CARD, _TITLE = 5, 4, 900, 12
#: Shorter lines amid an article, and those with such names, are about it.
_WORDS = 40
_BESIDE = frozenset(("author", "caption", "comment", "letter", "ad", "share"))
#: From this share of link on, a line is nothing but a link.
_LINKED = 0.75


def compare_captures(
    before: Capture,
    after: Capture,
    *,
    profile: Profile | None = None,
) -> Comparison | Problem:
    """Return in which fields a page was edited, or why that cannot be told.

    ``profile`` should have been learned from both and from other pages of the site.

    >>> page = b"<h1>Fog</h1><p>%s of the 9 boats that sail to Low Isle are late."
    >>> was = Capture(url="https://h.example/1", payload=page % b"Two")
    >>> now = Capture(url="https://h.example/1", payload=page % b"Ten")
    >>> list(compare_captures(was, now).fields)
    ['body']
    >>> compare_captures(was, was).fields
    {}
    """
    states = []
    for capture in (before, after):
        page = read_page(capture)
        article = parse_article(page, profile=profile)
        if isinstance(article, Problem):
            return article
        states.append(_State(page, article, profile))
    old, new = states
    if before.payload == after.payload:
        return Comparison(fields={})
    return _doubt(old, new) or _compare(old, new)


class _State:
    """A page at one capture, and what it says as an article."""

    def __init__(
        self, page: Page, article: Article, profile: Profile | None = None
    ) -> None:
        self.repeated = profile.repeated if profile else frozenset()
        self.page = page
        self.article = article
        self.blocks = walk(page)
        self.keys = [same_words(block.text) for block in self.blocks]
        self.counts = Counter(self.keys)
        self.frame = Frame(
            self.blocks,
            text=[
                b for b, k in zip(self.blocks, self.keys, strict=True) if self.owns(k)
            ],
        )

    @cached_property
    def chars(self) -> int:
        """How many characters the page shows."""
        return sum(block.chars for block in self.blocks)

    def owns(self, key: str) -> bool:
        """Tell whether a line belongs to the article's text."""
        return key in self.own

    def repeats(self, block: Block) -> bool:
        """Tell whether other items of the site show a line too; a figure may well."""
        if block.kind == "cell" or block.chars < _TITLE or not self.repeated:
            return False
        return text_hash(block.text) in self.repeated

    @cached_property
    def region(self) -> Place | None:
        """The smallest place around nearly all of the article's text, and its title."""
        texts = [b for b, k in zip(self.blocks, self.keys, strict=True) if self.owns(k)]
        whole = sum(block.chars for block in texts)
        title = same_words(self.article.title)
        titles = {
            place
            for block, key in zip(self.blocks, self.keys, strict=True)
            if key == title and block.kind == "heading"
            for place in block.place.ancestors()
        }
        around = [p for p, n in weights_of(texts).items() if n >= _NEARLY * whole]
        with_title = [place for place in around if place in titles]
        return max(with_title or around, key=lambda place: place.depth, default=None)

    @cached_property
    def own(self) -> frozenset[str]:
        """The lines of the article's text."""
        return frozenset(
            same_words(piece)
            for line in self.article.body.split("\n")
            for piece in (line, *line.split(" | "))
            if piece.strip()
        )

    @cached_property
    def metadata(self) -> Metadata:
        return read_metadata(self.page)

    @cached_property
    def lists(self) -> TeaserLists:
        return find_lists([b for b in self.blocks if not self.frame.holds(b)])

    @cached_property
    def is_article(self) -> bool:
        """Whether what matters on the page is one text, and the rest is beside it."""
        size = len(self.article.body)
        if self.article.ways.get("body") == "page" or self.is_listing:
            return False
        return size >= _PROSE and (
            self.metadata.is_article or self.article.published is not None
        )

    @cached_property
    def is_listing(self) -> bool:
        """Whether the page is made of teasers."""
        inner = sum(b.chars for b in self.blocks if not self.frame.holds(b))
        listed = sum(
            block.chars
            for block, entry in self.lists.by_block.items()
            if not entry.is_file
        )
        return listed > _LISTING * inner


def _doubt(old: _State, new: _State) -> Problem | None:
    """Tell a page that lost nearly all it said, or was not whole before."""
    small, large = sorted((old, new), key=lambda state: state.chars)
    lost = _moved(large, small)
    gone = sum(line.block.chars for line in lost)
    come = sum(line.block.chars for line in _moved(small, large))
    own = sum(line.block.chars for line in lost if large.owns(line.key))
    if large.chars < _LEAST or come > _NEW * gone:
        return None
    shrunk = small.chars < _REMAINS * large.chars
    emptied = own >= max(_LEAST / 2, _EMPTIED * len(large.article.body))
    if not shrunk and not emptied:
        return None
    return Problem(
        kind=ProblemKind.TRUNCATED,
        detail=f"{gone} of {large.chars} letters stand on one of the pages only",
        url=new.article.url,
    )


@dataclass(frozen=True, slots=True)
class _Line:
    """A block that stands on one of the pages only."""

    block: Block
    key: str


def _compare(old: _State, new: _State) -> Comparison:
    gone, come = _moved(old, new), _moved(new, old)
    gone, come = _without_markup(gone, come)
    rolled = _rolled(old, new)
    lost = [line for line in gone if _counts(line, old, rolled)]
    won = [line for line in come if _counts(line, new, rolled)]
    lost, won = _without_clocks(lost, won)
    stamps = [line for line in (*lost, *won) if is_stamp(line.block.text)]
    words = [line for line in (*lost, *won) if line not in stamps]
    stamps = [li for li in stamps if old.owns(li.key) or new.owns(li.key)]
    told = confirm(
        compare(old.article, new.article),
        shown_by([old.page.capture]),
        shown_by([new.page.capture]),
    ).fields
    return Comparison(fields=_fields(old, new, lost, won, words, stamps, told))


def _fields(
    old: _State,
    new: _State,
    lost: Sequence[_Line],
    won: Sequence[_Line],
    words: Sequence[_Line],
    stamps: Sequence[_Line],
    told: Mapping[str, FieldChange],
) -> dict[str, FieldChange]:
    fields: dict[str, FieldChange] = {}
    title = told.get("title")
    moved = (old.counts - new.counts) + (new.counts - old.counts)
    titles = {same_words(old.article.title), same_words(new.article.title)}
    if title and titles & moved.keys():
        fields["title"] = title
    date = told.get("date")
    if date and _date_counts(old, new, words):
        fields["date"] = date
    body = [line for line in words if line.key not in titles]
    if body:
        fields["body"] = told.get("body") or FieldChange(old=_text(old), new=_text(new))
    if words:
        for name in ("attachments", "authors", "summary"):
            if name in told:
                fields[name] = told[name]
    if not fields and not old.is_listing and not new.is_listing:
        for name in ("links", "images"):
            if name in told:
                fields[name] = told[name]
        if stamps:
            fields["modified_at"] = FieldChange(
                old=" ".join(li.block.text for li in lost if li in stamps),
                new=" ".join(li.block.text for li in won if li in stamps),
            )
    return {name: fields[name] for name in (*told, *fields) if name in fields}


def _date_counts(old: _State, new: _State, words: Sequence[_Line]) -> bool:
    ways = [state.article.ways.get("date") for state in (old, new)]
    if ways[0] != ways[1] or ways[0] == "updated line":
        return False
    return any(
        printed and any(printed.text in line.block.text for line in words)
        for printed in (old.article.published, new.article.published)
    )


def _text(state: _State) -> str:
    """Return all that a page says outside its frame."""
    return "\n\n".join(b.text for b in state.blocks if not state.frame.holds(b))


def _moved(mine: _State, other: _State) -> list[_Line]:
    """Return the blocks of a page that the other does not show as often."""
    left = mine.counts - other.counts
    found = []
    for block, key in zip(mine.blocks, mine.keys, strict=True):
        if key and left.get(key, 0) > 0:
            left[key] -= 1
            found.append(_Line(block, key))
    return found


def _without_markup(
    gone: list[_Line], come: list[_Line]
) -> tuple[list[_Line], list[_Line]]:
    """Drop what reads alike and is only divided into other lines."""
    runs = _runs(gone), _runs(come)
    both = runs[0].keys() & runs[1].keys()
    dropped = {id(line) for run in runs for key in both for line in run[key]}
    return (
        [line for line in gone if id(line) not in dropped],
        [line for line in come if id(line) not in dropped],
    )


def _runs(lines: Iterable[_Line]) -> dict[str, list[_Line]]:
    """Return lines that follow each other, by their letters."""
    runs: list[list[_Line]] = []
    for line in lines:
        if runs and line.block.index == runs[-1][-1].block.index + 1:
            runs[-1].append(line)
        else:
            runs.append([line])
    return {"".join("".join(line.key for line in run).split()): run for run in runs}


def _rolled(old: _State, new: _State) -> frozenset[str]:
    """Return the groups of entries in which some went and others came."""
    return _groups_only_in(old, new) & _groups_only_in(new, old)


def _groups_only_in(mine: _State, other: _State) -> frozenset[str]:
    """Return the groups with an entry that the other page has by no name."""
    entries = other.lists.entries
    known = {e.key for e in entries} | {e.text for e in entries}
    return frozenset(
        entry.group
        for entry in mine.lists.entries
        if not entry.is_file and entry.key not in known and entry.text not in known
    )


def _counts(line: _Line, state: _State, rolled: frozenset[str]) -> bool:
    """Tell whether a line that moved is one that a reader of the item reads."""
    block = line.block
    is_own = state.owns(line.key)
    if is_moving(block.text):
        return False
    if state.is_article and (is_own or not _is_inside(block, state)):
        return is_own and not _leads_away(block)
    if state.frame.holds(block) or (not is_own and state.repeats(block)):
        return False
    if state.is_listing and (block.chars < _SENTENCE or _is_teaser(block, state)):
        return False
    entry = state.lists.by_block.get(block)
    if entry is not None and not entry.is_file:
        if state.is_listing or entry.group in rolled:
            return False
        if not is_own and len(entry.blocks) > 1:
            return False
    return True


def _is_inside(block: Block, state: _State) -> bool:
    """Tell whether words or figures stand amid an article's text, no pointer or note.

    Lines about the article (who, when, which picture) are told as fields of their own.
    """
    if state.region is None or _leads_away(block) or block in state.lists.by_block:
        return False
    if block.kind == "caption" or is_stamp(block.text):
        return False
    if block.kind != "cell" and (
        block.chars < _WORDS or not _BESIDE.isdisjoint(block.place.signs)
    ):
        return False
    return inside(block, state.region)


def _leads_away(block: Block) -> bool:
    """Tell whether a block only points to another page, as "read also" lines do."""
    return block.link_share >= _LINKED and not is_file(block)


def _is_teaser(block: Block, state: _State) -> bool:
    """Tell whether a text stands in one small place with a linked title."""
    near = state.blocks[max(0, block.index - _NEAR) : block.index + _NEAR + 1]
    titles = [b for b in near if _leads_away(b) and b.chars >= _TITLE]
    small = [
        place
        for place in islice(block.place.ancestors(), _STEPS)
        if state.frame.weight(place) <= _CARD
    ]
    return any(inside(title, place) for title in titles for place in small)


def _without_clocks(
    lost: list[_Line], won: list[_Line]
) -> tuple[list[_Line], list[_Line]]:
    """Drop days and times that stand alone and only moved on."""
    paths = {
        line.block.place.path
        for line in lost
        if is_clock(line.block.text) and line.block.kind != "cell"
    }

    def is_kept(line: _Line) -> bool:
        return not (is_clock(line.block.text) and line.block.place.path in paths)

    return [li for li in lost if is_kept(li)], [li for li in won if is_kept(li)]

"""What an edit is: two states of one page, and what of them a reader reads. Pure.

The same for two files that somebody compares and for two revisions of a watched item;
of the latter more is known: that it is an item, and when its captures were made.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urljoin

from parsers.lines.moving_lines import is_dateline, is_stamp
from parsers.lines.two_days import restamped
from parsers.model import Article, FieldChange
from parsers.text import same_words
from scheduler.comparing.age_notes import without_age_notes
from scheduler.comparing.beside import fields_beside
from scheduler.comparing.clocks import is_clock, took_clock
from scheduler.comparing.clocks import without_clocks as without_days
from scheduler.comparing.compare import Comparison, compare, link_key
from scheduler.comparing.confirm import confirm, line_key
from scheduler.comparing.counted_days import without_counted_days
from scheduler.comparing.noise import Moved, frame_of, parted
from scheduler.comparing.overlays import without_overlays
from scheduler.comparing.pointers import without_pointers
from scheduler.comparing.read_lines import is_read
from scheduler.comparing.redesigned import (
    is_new_make,
    is_redesigned,
    says_both_days,
    undressed,
    without_dress,
)
from scheduler.comparing.renamed import is_title, renamed, titles_of
from scheduler.comparing.side import Side
from scheduler.comparing.side_lines import (
    Line,
    kept_entries,
    moved,
    relinked,
    rolled_groups,
    without_clocks,
    without_letters,
    without_markup,
)
from scheduler.comparing.side_words import leads_away

#: A file's number, its size and what to do with it are so long beside its name.
_BESIDE_LABEL = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """In which fields an item was edited, and the lines of its text that moved."""

    comparison: Comparison
    moved: Moved | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Moves:
    """The lines that stand on one of the pages only: all, and those that are read."""

    gone: Sequence[Line]
    come: Sequence[Line]
    lost: Sequence[Line]
    won: Sequence[Line]


def decide(old: Side, new: Side, *, is_listed_so: bool = False) -> Decision:
    """Return what of the difference between two states is an edit.

    ``is_listed_so`` if a listing gives the item the day that its page shows now.
    """
    told = confirm(compare(old.article, new.article), old.shown, new.shown).fields
    moves = _moves(old, new)
    if new.is_item:
        return _decide_item(old, new, moves, dict(told), is_listed_so)
    if is_new_make(old, new):
        told = undressed(told, old, new)
    beside: dict[str, FieldChange] = {}
    if not (old.is_listing or new.is_listing):
        beside = fields_beside(old, new, moves.gone, moves.come, told)
    fields = _fields(old, new, moves, told, is_dated="date" in beside) | beside
    if title := renamed(old, new, moves.gone, moves.come, told):
        fields["title"] = title
    names = dict.fromkeys((*told, *fields))
    found = Comparison(fields={name: fields[name] for name in names if name in fields})
    return Decision(comparison=found)


def _decide_item(
    old: Side,
    new: Side,
    moves: _Moves,
    told: dict[str, FieldChange],
    is_listed_so: bool,
) -> Decision:
    """Decide about an item, whose other fields are read by what its site taught."""
    is_clock = not is_listed_so and _is_of_capture(old, new)
    # the day of an item whose page has none may have been met in a listing later
    is_met = is_listed_so and old.article.published is None
    if "date" in told and (is_clock or is_met or _shows_both_times(old, new)):
        del told["date"]
    if "summary" in told and _was_read_as_text(told["summary"], old, new):
        del told["summary"]
    if is_redesigned(old, new):
        told = undressed(told, old, new)
        if "date" in told and says_both_days(old, new):
            del told["date"]
    if "title" not in told and (
        title := renamed(old, new, moves.gone, moves.come, told)
    ):
        told = {"title": title, **told}
    if "body" not in told:
        return Decision(comparison=Comparison(fields=told))
    # a title, or the name of a file, is told as a field of its own
    titles, labels = titles_of(old, new), _labels(old) | _labels(new)
    is_other_make = is_new_make(old, new)
    lost, won = (
        tuple(
            line.key
            for line in lines
            if line.key not in titles
            and not _names_file(line, labels)
            and not _is_copy(line, old, new)
            # what stands around a text is another now
            and (not is_other_make or old.owns(line.key) or new.owns(line.key))
        )
        for lines in (moves.lost, moves.won)
    )
    words = _of_data(old, new) or Moved(lost, won)
    left = _without_days(words, old, new)
    if is_redesigned(old, new):
        left = without_dress(left, old, new)
    if not (left.gone or left.come or _is_reordered(old.article, new.article)):
        del told["body"]
        return Decision(comparison=Comparison(fields=told))
    again = _restamped(moves)
    lines = (*left.gone, *left.come)
    if lines and all(is_stamp(line) or line in again for line in lines):
        del told["body"]
        was, now = " ".join(left.gone), " ".join(left.come)
        told["modified_at"] = FieldChange(old=was, new=now)
        return Decision(comparison=Comparison(fields=told))
    left = parted(left)
    gone, come = set(map(frame_of, left.gone)), set(map(frame_of, left.come))
    frames = gone & (come | set(map(frame_of, new.counts)))
    frames |= come & set(map(frame_of, old.counts))
    return Decision(
        comparison=Comparison(fields=told),
        moved=Moved(left.gone, left.come, frozenset(frames)),
    )


def _of_data(old: Side, new: Side) -> Moved | None:
    """Return the lines of texts that pages but hold for their scripts to draw.

    No block of either page shows a line of them, so that none of these can have moved.
    """
    if old.texts or new.texts:
        return None
    gone, come = old.said - new.said, new.said - old.said
    return Moved(tuple(gone), tuple(come))


def _was_read_as_text(change: FieldChange, old: Side, new: Side) -> bool:
    """Tell whether the lead of one page is a line of the text of the other.

    Which of both it is depends on what stands around it, and nobody edited it.
    """
    leads = ((old, change.new), (new, change.old))
    said = [side.owns(line_key(str(text))) for side, text in leads if text]
    return said == [True]


def _is_copy(line: Line, old: Side, new: Side) -> bool:
    """Tell whether both texts have a line as often: what went or came stood beside."""
    return 0 < old.said[line.key] == new.said[line.key]


def _is_reordered(old: Article, new: Article) -> bool:
    """Tell whether two texts have the same paragraphs, in another order."""
    one, other = (
        [same_words(line) for line in article.body.split("\n") if line.strip()]
        for article in (old, new)
    )
    return one != other and sorted(one) == sorted(other)


def _without_days(words: Moved, old: Side, new: Side) -> Moved:
    then, now = old.page.capture.captured_at, new.page.capture.captured_at
    if then is None or now is None:
        return words
    languages = (new.article.language,) if new.article.language else ()
    at = {"before": then, "after": now}
    words = without_days(words, **at, languages=languages, was=old.keys, now=new.keys)
    words = without_counted_days(
        words, **at, languages=languages, was=old.keys, now=new.keys
    )
    published = new.article.published
    if published is None:
        return words
    return without_age_notes(
        words, **at, published=published.day, was=old.keys, now=new.keys
    )


def _shows_both_times(old: Side, new: Side) -> bool:
    """Tell whether both pages hold both times of one day: which is read is our choice.

    Pages print the time of one zone, and mark that of another.
    """
    one, other = old.article.published, new.article.published
    if not (one and other and one.at and other.at) or one.day != other.day:
        return False
    was, now = f"{one.at:%H:%M}", f"{other.at:%H:%M}"
    return was in new.shown.source and now in old.shown.source


def _is_of_capture(old: Side, new: Side) -> bool:
    """Tell whether a date that moved is but a clock, before or after."""
    then, now = old.page.capture.captured_at, new.page.capture.captured_at
    if then is None or now is None:
        return False
    one, other = old.article, new.article
    was, own = old.shown.lines, new.shown.lines
    return (
        is_clock(one, other, before=then, after=now)
        or took_clock(one, other, lines=was, own=own, before=then, after=now)
        or took_clock(other, one, lines=own, own=was, before=now, after=then)
    )


def _moves(old: Side, new: Side) -> _Moves:
    gone, come = without_markup(moved(old, new), moved(new, old))
    rolled, links = rolled_groups(old, new), relinked(gone, come)
    kept = kept_entries(old, new)
    lost = [line for line in gone if is_read(line, old, rolled, links, kept)]
    won = [line for line in come if is_read(line, new, rolled, links, kept)]
    lost, won = without_letters(old, lost, come), without_letters(new, won, gone)
    lost, won = without_overlays(old, lost, new), without_overlays(new, won, old)
    lost, won = without_clocks(old, lost, new, won)
    lost, won = without_pointers(old, lost, new, won, gone=gone, come=come)
    return _Moves(gone=gone, come=come, lost=lost, won=won)


def _fields(
    old: Side,
    new: Side,
    moves: _Moves,
    told: Mapping[str, FieldChange],
    *,
    is_dated: bool,
) -> dict[str, FieldChange]:
    read = [*moves.lost, *moves.won]
    if is_dated:  # told as a field of its own
        read = [line for line in read if not is_dateline(line.block.text)]
    # what a link leads to has its own stamp; the line below a picture may have its link
    plain = [line for line in read if not line.block.link_chars]
    again = _restamped(moves)
    stamps = [li for li in plain if is_stamp(li.block.text) or li.key in again]
    words = [line for line in read if line not in stamps]
    beside = ("attachments", "authors", "summary") if words else ()
    if is_new_make(old, new):  # what stands around a text is another now
        words = [line for line in words if old.owns(line.key) or new.owns(line.key)]
    stamps = [li for li in stamps if old.owns(li.key) or new.owns(li.key)]
    fields: dict[str, FieldChange] = {}
    titles = titles_of(old, new)
    renamed = {line.block.path for line in words if is_title(line, titles)}
    body = [
        line
        for line in words
        if line.key not in titles
        and not (line.block.kind == "heading" and line.block.path in renamed)
    ]
    if body or ("body" in told and old.order != new.order and old.sorts_as(new)):
        fields["body"] = told.get("body") or FieldChange(old=_text(old), new=_text(new))
    fields |= {name: told[name] for name in beside if name in told}
    if not fields and not old.is_listing and not new.is_listing:
        moved_lines = (*moves.gone, *moves.come)  # a teaser brings its picture
        if "images" in told and not any(leads_away(li.block) for li in moved_lines):
            fields["images"] = told["images"]
        if "links" in told and _leads_elsewhere(old, new):
            fields["links"] = told["links"]
        if stamps:
            fields["modified_at"] = FieldChange(
                old=" ".join(li.block.text for li in moves.lost if li in stamps),
                new=" ".join(li.block.text for li in moves.won if li in stamps),
            )
    return fields


def _restamped(moves: _Moves) -> frozenset[str]:
    """Return the lines that have but another day beside that of the publication."""
    gone, come = ([line.key for line in lines] for lines in (moves.gone, moves.come))
    return restamped(gone, come)


def _leads_elsewhere(old: Side, new: Side) -> bool:
    """Tell whether a line that both pages show, and one of them reads, was relinked.

    A link that came or went with its line is told by the line.
    """
    was, now = _targets(old), _targets(new)
    read = old.own | new.own
    return any(
        was[key] != now[key]
        for key in was.keys() & now.keys()
        if key in read or key in _labels(old)
    )


def _targets(side: Side) -> dict[str, set[str]]:
    """Return where each line that is linked leads."""
    found: dict[str, set[str]] = {}
    for block, key in zip(side.blocks, side.keys, strict=True):
        if block.link_chars:
            urls = (urljoin(side.page.base_url, href) for href in block.hrefs)
            found.setdefault(key, set()).update(map(link_key, urls))
    return found


def _labels(side: Side) -> frozenset[str]:
    return frozenset(same_words(file.label) for file in side.article.attachments)


def _names_file(line: Line, labels: frozenset[str]) -> bool:
    """Tell whether a line says but the name of a file, its number and its size."""
    if line.key in labels or not line.block.hrefs:
        return line.key in labels
    most = len(line.key) - _BESIDE_LABEL
    return any(label in line.key for label in labels if label and len(label) >= most)


def _text(side: Side) -> str:
    """Return all that a page says outside its frame."""
    return "\n\n".join(b.text for b in side.blocks if not side.frame.holds(b))

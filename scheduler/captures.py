"""Whether a page was edited between two captures, and in which fields. Pure.

Both are read by one reader. A field counts only if lines moved that a reader of the
item reads: not in the frame of the page, not in lists of newest items, no counters.
"""

import re
from collections.abc import Mapping, Sequence

from parsers.model import Capture, FieldChange, Problem
from parsers.moving_lines import is_stamp
from parsers.profile import Profile
from parsers.text import same_words
from scheduler.compare import Comparison, compare
from scheduler.confirm import confirm, shown_by
from scheduler.side import Side, read_side
from scheduler.side_doubts import find_doubt
from scheduler.side_lines import (
    Line,
    is_read,
    leads_away,
    moved,
    relinked,
    rolled_groups,
    without_clocks,
    without_markup,
)

#: Where the name of a site leads.
_FRONT = re.compile(
    r"(?:(?:https?:)?//[^/?#]+)?(?:/|\./)?(?:(?:index|default|home)\.\w+)?(?:[?#].*)?",
    re.I,
)


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
    old = read_side(before, profile=profile)
    new = read_side(after, profile=profile)
    if isinstance(old, Problem):
        return old
    if isinstance(new, Problem):
        return new
    if before.payload == after.payload:
        return Comparison(fields={})
    return find_doubt(old, new) or _compare(old, new)


def _compare(old: Side, new: Side) -> Comparison:
    gone, come = moved(old, new), moved(new, old)
    gone, come = without_markup(gone, come)
    rolled, links = rolled_groups(old, new), relinked(gone, come)
    lost = [line for line in gone if is_read(line, old, rolled, links)]
    won = [line for line in come if is_read(line, new, rolled, links)]
    lost, won = without_clocks(lost, won)
    stamps = [line for line in (*lost, *won) if is_stamp(line.block.text)]
    words = [line for line in (*lost, *won) if line not in stamps]
    stamps = [li for li in stamps if old.owns(li.key) or new.owns(li.key)]
    told = confirm(
        compare(old.article, new.article),
        shown_by([old.page.capture]),
        shown_by([new.page.capture]),
    ).fields
    beside = [
        *(li for li in gone if not old.frame.holds(li.block)),
        *(li for li in come if not new.frame.holds(li.block)),
    ]
    fields = _fields(old, new, lost, won, words, stamps, told)
    if title := _title(old, new, gone, come, told):
        fields["title"] = title
    if not (old.is_listing or new.is_listing):
        fields |= _fields_beside(old, new, beside, told)
    return Comparison(fields={n: fields[n] for n in (*told, *fields) if n in fields})


def _fields(
    old: Side,
    new: Side,
    lost: Sequence[Line],
    won: Sequence[Line],
    words: Sequence[Line],
    stamps: Sequence[Line],
    told: Mapping[str, FieldChange],
) -> dict[str, FieldChange]:
    fields: dict[str, FieldChange] = {}
    titles = _titles(old, new)
    renamed = {line.block.path for line in words if _is_title(line, titles)}
    body = [
        line
        for line in words
        if line.key not in titles
        and not (line.block.kind == "heading" and line.block.path in renamed)
    ]
    if body or ("body" in told and old.order != new.order and old.sorts_as(new)):
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
    return fields


def _title(
    old: Side,
    new: Side,
    gone: Sequence[Line],
    come: Sequence[Line],
    told: Mapping[str, FieldChange],
) -> FieldChange | None:
    """Return how the title changed that the page shows, if it did.

    A heading may change alone, and what the page calls itself stay as it was.
    """
    titles = _titles(old, new)
    moved_titles = [line for line in (*gone, *come) if _is_title(line, titles)]
    if "title" in told and moved_titles:
        return told["title"]
    was = {li.block.path: li for li in gone if li.block.kind == "heading"}
    now = {li.block.path: li for li in come if li.block.kind == "heading"}
    for line in moved_titles:
        path = line.block.path
        if path in was and path in now:
            return FieldChange(old=was[path].block.text, new=now[path].block.text)
    return None


def _titles(old: Side, new: Side) -> frozenset[str]:
    return frozenset((same_words(old.article.title), same_words(new.article.title)))


def _is_title(line: Line, titles: frozenset[str]) -> bool:
    """Tell whether a line shows the title of its page, not a way back to it."""
    block = line.block
    if line.key not in titles or not leads_away(block):
        return line.key in titles
    return block.kind == "heading" and not all(map(_FRONT.fullmatch, block.hrefs))


def _fields_beside(
    old: Side, new: Side, lines: Sequence[Line], told: Mapping[str, FieldChange]
) -> dict[str, FieldChange]:
    """Return the fields whose values stand in lines that moved beside the text."""
    texts = [line.block.text for line in lines]
    fields = {}
    if "date" in told and _is_dated_alike(old, new):
        dates = (old.article.published, new.article.published)
        dated = [text for text in texts if not is_stamp(text)]
        if all(d and any(d.text in text for text in dated) for d in dates):
            fields["date"] = told["date"]
    for name in ("authors", "attachments"):
        if name in told and all(
            any(value in text for text in texts) for value in _moved_values(told[name])
        ):
            fields[name] = told[name]
    return fields


def _is_dated_alike(old: Side, new: Side) -> bool:
    """Tell whether both dates were found in one way, and none is a last change."""
    ways = {side.article.ways.get("date") for side in (old, new)}
    return len(ways) == 1 and ways != {"updated line"}


def _moved_values(change: FieldChange) -> list[str]:
    """Return the names, or the labels of files, that only one of the pages has."""
    old, new = (
        {one["label"] if isinstance(one, dict) else str(one) for one in values}
        for values in (change.old, change.new)
        if isinstance(values, list)
    )
    return sorted(old ^ new)


def _text(side: Side) -> str:
    """Return all that a page says outside its frame."""
    return "\n\n".join(b.text for b in side.blocks if not side.frame.holds(b))

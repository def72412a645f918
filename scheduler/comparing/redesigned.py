"""Whether two states of a page are of two designs, and what that changes. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from crawler.items.judge import overlap
from parsers.blocks import text_size
from parsers.dates import find_dates
from parsers.dates.glued import without_glue
from parsers.lines.moving_lines import is_dateline
from parsers.model import FieldChange
from parsers.text import same_words
from scheduler.comparing.confirm import line_key
from scheduler.comparing.noise import Moved
from scheduler.comparing.side import Side, in_body

#: Two pages of one make have more of their places in common.
_ONE_MAKE = 0.2
#: Two leads that share this part of their phrases are one, edited.
_SAME_LEAD = 0.5
#: So many words, or letters, stand beside the day in a line that heads a text.
_NAMED, _SHORT = 5, 100
#: How a text that was cut short ends.
_CUT = ("…", "...")


def undressed(
    told: Mapping[str, FieldChange], old: Side, new: Side
) -> dict[str, FieldChange]:
    """Return the fields that changed, less those that a new design dresses anew."""
    with_lead = {
        name: _lead_of_both(change, old, new) if name == "summary" else change
        for name, change in told.items()
    }
    return {
        name: change
        for name, change in with_lead.items()
        if not _is_dress(name, change, old, new)
    }


def is_new_make(old: Side, new: Side) -> bool:
    """Tell whether hardly a line of two pages stands where one of the other does."""
    if not is_redesigned(old, new):
        return False
    was, now = ({in_body(block.path) for block in side.blocks} for side in (old, new))
    return len(was & now) <= _ONE_MAKE * min(len(was), len(now))


def is_redesigned(old: Side, new: Side) -> bool:
    """Tell whether the paragraphs of two texts stand at other places."""
    return bool(old.design and new.design) and old.design.isdisjoint(new.design)


def says_both_days(old: Side, new: Side) -> bool:
    """Tell whether both texts say the day that one page was dated by.

    A new design prints another day over the text, and what that says stays.
    """
    texts = (old.article.body, new.article.body)
    days = (side.article.published for side in (old, new))
    return any(day and all(day.text in text for text in texts) for day in days)


def without_dress(words: Moved, old: Side, new: Side) -> Moved:
    """Return what moved in a text, less what one design sets there and another not.

    The lines of a place, or a name, and the item's day, which stand over the text or
    beside the headline, and those under pictures where not as many are shown.
    """
    published = (side.article.published for side in (old, new))
    told = {day.day for day in published if day}
    is_as_rich = len(old.captions) == len(new.captions)
    captions = frozenset() if is_as_rich else old.captions | new.captions

    def is_dress(line: str) -> bool:
        if line in captions:
            return True
        line = without_glue(line)
        days = [found.text for found in find_dates(line) if found.day in told]
        return bool(days) and _heads_text(line, days)

    return replace(
        words,
        gone=tuple(line for line in words.gone if not is_dress(line)),
        come=tuple(line for line in words.come if not is_dress(line)),
    )


def _heads_text(line: str, days: Sequence[str]) -> bool:
    """Tell whether a line says where, or who wrote, on a day, and hardly more.

    A sentence of a script without blanks is one word, and says more.
    """
    rest = line
    for day in days:
        rest = rest.replace(day, " ", 1)
    is_short = text_size(rest) <= _SHORT
    return is_short and (is_dateline(line) or len(rest.split()) <= _NAMED)


def _is_dress(name: str, change: FieldChange, old: Side, new: Side) -> bool:
    """Tell whether a new design may drop or add what changed, and nobody edited it."""
    if name in ("title", "body"):
        return False  # these are told by what the pages show
    if name == "attachments":
        return _calls_files_otherwise(change.old or (), change.new or ())
    if name == "summary":
        return not (_shows(old, change.old) and _shows(new, change.new))
    return name != "date" or None in (change.old, change.new)


def _calls_files_otherwise(old: Any, new: Any) -> bool:
    """Tell whether the same files are offered, with words before or behind a label.

    >>> was = [{"url": "/a.pdf", "label": "Click here to see: Plan of the quay"}]
    >>> _calls_files_otherwise(was, [{"url": "/a.pdf", "label": "Plan of the quay"}])
    True
    >>> _calls_files_otherwise(was, [{"url": "/a.pdf", "label": "Plan of the pier"}])
    False
    """
    was, now = ({f["url"]: same_words(f["label"]) for f in some} for some in (old, new))
    return was.keys() == now.keys() and all(
        label in now[url] or now[url] in label for url, label in was.items()
    )


def _lead_of_both(change: FieldChange, old: Side, new: Side) -> FieldChange:
    """Return how a lead changed that one design prints without calling it a lead."""
    was, now = str(change.old or ""), str(change.new or "")
    return FieldChange(
        old=was or _line_like(now, old, new), new=now or _line_like(was, new, old)
    )


def _line_like(lead: str, side: Side, other: Side) -> str:
    """Return the line over a text that says about what a lead says; ``""`` for none.

    A line that was cut short says what the lead still says, as one on both pages does.
    """
    first = next((n for n, key in enumerate(side.keys) if side.owns(key)), 0)
    over = slice(side.first, first)
    for block, key in zip(side.blocks[over], side.keys[over], strict=True):
        is_moved = key not in other.shown.lines and not block.text.endswith(_CUT)
        if is_moved and overlap(block.text, lead) >= _SAME_LEAD:
            return block.text
    return ""


def _shows(side: Side, text: object) -> bool:
    """Tell whether a page shows a text as a line of its own."""
    return bool(text) and line_key(str(text)) in side.shown.lines

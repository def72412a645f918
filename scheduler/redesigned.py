"""Whether two states of a page are of two designs, and what that changes. Pure."""

from collections.abc import Mapping

from parsers.model import FieldChange
from scheduler.confirm import line_key
from scheduler.side import Side, in_body

#: Two pages of one make have more of their places in common.
_ONE_MAKE = 0.2


def undressed(
    told: Mapping[str, FieldChange], old: Side, new: Side
) -> dict[str, FieldChange]:
    """Return the fields that changed, less those that a new design dresses anew."""
    return {
        name: change
        for name, change in told.items()
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


def _is_dress(name: str, change: FieldChange, old: Side, new: Side) -> bool:
    """Tell whether a new design may drop or add what changed, and nobody edited it."""
    if name in ("title", "body", "attachments"):
        return False  # these are told by what the pages show
    if name == "summary":
        return not (_shows(old, change.old) and _shows(new, change.new))
    return name != "date" or None in (change.old, change.new)


def _shows(side: Side, text: object) -> bool:
    """Tell whether a page shows a text as a line of its own."""
    return bool(text) and line_key(str(text)) in side.shown.lines

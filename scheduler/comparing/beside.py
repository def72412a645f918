"""Fields whose values stand in lines beside the text: day, names, files. Pure."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from parsers.blocks import Block
from parsers.body.region import inside
from parsers.dates import find_dates
from parsers.dates.glued import without_glue
from parsers.lines.moving_lines import is_clock, is_stamp
from parsers.model import FieldChange
from scheduler.comparing.side import Side
from scheduler.comparing.side_lines import Line

#: Machines may be told the time of another zone, where it is another day.
_SHIFTS = tuple(timedelta(days=days) for days in (0, 1, -1))
#: A longer line with a day in it is no line about the article.
_SHORT = 200
#: So few lines stand above a headline in its header.
_ABOVE = 6


def fields_beside(
    old: Side,
    new: Side,
    gone: Iterable[Line],
    come: Iterable[Line],
    told: Mapping[str, FieldChange],
) -> dict[str, FieldChange]:
    """Return those of the fields told whose values stand in lines that moved."""
    lost, won = _outside(old, gone), _outside(new, come)
    fields = {}
    if "date" in told and _is_redated(old, new, lost, won):
        fields["date"] = told["date"]
    texts = [line.block.text for line in (*lost, *won)]
    for name in ("authors", "attachments"):
        if name in told and all(
            any(value in text for text in texts) for value in _moved_values(told[name])
        ):
            fields[name] = told[name]
    return fields


def _outside(side: Side, lines: Iterable[Line]) -> list[Line]:
    """Return the lines outside the frame, but for the day of today over a page."""
    return [
        line
        for line in lines
        if side.is_headed(line.block)
        or (
            line.block.index >= side.masthead
            and not side.frame.holds(line.block)
            and not (line.block.index < side.first and is_clock(line.block.text))
        )
        or _heads_article(side, line.block)
    ]


def _heads_article(side: Side, block: Block) -> bool:
    """Tell whether a line above an article's headline stands in one box with it.

    Nothing of the text does: the day of today may stand above a whole page.
    """
    is_article = side.says_article and side.has_headline
    if not (is_article and 0 < side.first - block.index <= _ABOVE):
        return False
    headline = side.blocks[side.first]
    header = next((p for p in block.place.ancestors() if inside(headline, p)), None)
    return header is not None and not any(inside(text, header) for text in side.texts)


def _is_redated(old: Side, new: Side, lost: list[Line], won: list[Line]) -> bool:
    """Tell whether the day that the page prints moved as the date did.

    No date may be that of a last change, and dates found in two ways must differ by
    as much as two days that are printed in one place.
    """
    ways = [side.article.ways.get("date") for side in (old, new)]
    was, now = old.article.published, new.article.published
    if "updated line" in ways or was is None or now is None:
        return False
    lost, won = (
        [line for line in lines if not is_stamp(line.block.text)]
        for lines in (lost, won)
    )
    texts = [line.block.text for line in (*lost, *won)]
    if ways[0] == ways[1] and all(
        any(day.text in text for text in texts) for day in (was, now)
    ):
        return True
    before, after = _days(old, lost), _days(new, won)
    return any(
        was.day + shift in before[path] and now.day + shift in after[path]
        for shift in _SHIFTS
        for path in before.keys() & after.keys()
    )


def _days(side: Side, lines: Iterable[Line]) -> dict[str, set[date]]:
    """Return the days that lines print, by the place where they stand."""
    language = side.article.language
    languages = (language,) if language else ()
    days: dict[str, set[date]] = {}
    for line in lines:
        if len(line.block.text) <= _SHORT:
            found = find_dates(without_glue(line.block.text), languages=languages)
            days.setdefault(line.block.path, set()).update(day.day for day in found)
    return days


def _moved_values(change: FieldChange) -> list[str]:
    """Return the names, or the labels of files, that only one of the pages has."""
    old, new = (
        {one["label"] if isinstance(one, dict) else str(one) for one in values}
        for values in (change.old, change.new)
        if isinstance(values, list)
    )
    return sorted(old ^ new)

"""Fields whose values stand in lines beside the text: day, names, files. Pure."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from parsers.dates import find_dates
from parsers.model import FieldChange
from parsers.moving_lines import is_stamp
from scheduler.side import Side
from scheduler.side_lines import Line

#: Machines may be told the time of another zone, where it is another day.
_SHIFTS = tuple(timedelta(days=days) for days in (0, 1, -1))
#: A longer line with a day in it is no line about the article.
_SHORT = 200


def fields_beside(
    old: Side,
    new: Side,
    gone: Iterable[Line],
    come: Iterable[Line],
    told: Mapping[str, FieldChange],
) -> dict[str, FieldChange]:
    """Return those of the fields told whose values stand in lines that moved."""
    lost, won = _texts(old, gone), _texts(new, come)
    fields = {}
    if "date" in told and _is_redated(old, new, lost, won):
        fields["date"] = told["date"]
    for name in ("authors", "attachments"):
        if name in told and all(
            any(value in text for text in (*lost, *won))
            for value in _moved_values(told[name])
        ):
            fields[name] = told[name]
    return fields


def _texts(side: Side, lines: Iterable[Line]) -> list[str]:
    return [line.block.text for line in lines if not side.frame.holds(line.block)]


def _is_redated(old: Side, new: Side, lost: list[str], won: list[str]) -> bool:
    """Tell whether the day that the page prints moved as the date did.

    Both dates must have been found in one way, and be no day of a last change.
    """
    ways = {side.article.ways.get("date") for side in (old, new)}
    was, now = old.article.published, new.article.published
    if len(ways) != 1 or ways == {"updated line"} or was is None or now is None:
        return False
    lost, won = (
        [text for text in texts if not is_stamp(text)] for texts in (lost, won)
    )
    every = (*lost, *won)
    if all(any(day.text in text for text in every) for day in (was, now)):
        return True
    before, after = _days(old, lost), _days(new, won)
    return any(was.day + s in before and now.day + s in after for s in _SHIFTS)


def _days(side: Side, texts: Iterable[str]) -> frozenset[date]:
    """Return the days that lines print."""
    language = side.article.language
    languages = (language,) if language else ()
    return frozenset(
        found.day
        for text in texts
        if len(text) <= _SHORT
        for found in find_dates(text, languages=languages)
    )


def _moved_values(change: FieldChange) -> list[str]:
    """Return the names, or the labels of files, that only one of the pages has."""
    old, new = (
        {one["label"] if isinstance(one, dict) else str(one) for one in values}
        for values in (change.old, change.new)
        if isinstance(values, list)
    )
    return sorted(old ^ new)

"""Rows of a list that link their item in another column than most. Pure."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from lxml.html import HtmlElement

from parsers.finders.attachments import may_be_file
from parsers.templates.fields import Reading
from parsers.templates.part import Part
from parsers.templates.words import is_label

_Box = tuple[HtmlElement | None, str, str | None]


def rows_left(reading: Reading, taken: Collection[int], first: Reading) -> Reading:
    """Return the parts of a group that are rows of the best list, but none of its own.

    A table of notices links the titles of some to their pages, and in another column
    the papers of some. ``taken`` are the places of the rows that are items already.
    """
    boxes = boxes_of(first)
    parts = reading.group.parts
    left = [
        n
        for n, (part, teaser) in enumerate(zip(parts, reading.teasers, strict=True))
        if part.place not in taken
        and teaser.published
        and (may_be_file(teaser.url) or not is_label(part.link.text))
        and _box(part) in boxes
    ]
    return only(reading, left) if 0 < len(left) < len(parts) else reading


def only(reading: Reading, places: Sequence[int]) -> Reading:
    """Return some parts of a group, by their places in it."""
    parts = reading.group.parts
    return replace(
        reading,
        group=replace(reading.group, parts=[parts[n] for n in places]),
        teasers=[reading.teasers[n] for n in places],
        links=[reading.links[n] for n in places],
        worths=[reading.worths[n] for n in places],
    )


def boxes_of(reading: Reading) -> set[_Box]:
    """Return where the boxes of a group's items lie, and how they are made."""
    return set(map(_box, reading.group.parts))


def _box(part: Part) -> _Box:
    box = part.element
    return box.getparent(), box.tag, box.get("class")

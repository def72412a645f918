"""What one page of a site teaches, and what of that is kept while others do. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from parsers.block_walk import walk
from parsers.date_places.hints import date_languages
from parsers.finders.body import Body, find_body
from parsers.finders.title import find_title
from parsers.keys import text_hash, text_key
from parsers.learned.clocks import dated_lines
from parsers.metadata import read_metadata
from parsers.model import Capture
from parsers.page import Page, read_page
from parsers.profile import Profile
from parsers.reading import Reading
from parsers.urls import item_key

#: Fewer characters of text make no article to learn from.
_LEAST_TEXT = 200


@dataclass(slots=True)
class Lesson:
    """One page, read by what was known before."""

    reading: Reading
    title: str
    body: Body
    keys: frozenset[str]
    long: frozenset[str]


@dataclass(slots=True)
class Taught:
    """What is kept of a page that taught: without its tree, which takes the most."""

    source: Capture | Page
    title: str
    keys: frozenset[str]
    long: frozenset[str]
    dated: Sequence[tuple[str, date]]
    captured_at: datetime | None


def read_lesson(one: Capture | Page, profile: Profile) -> Lesson | None:
    """Return what a page teaches; nothing if it has too little text."""
    page = one if isinstance(one, Page) else read_page(one)
    reading = Reading(page=page, metadata=read_metadata(page), blocks=walk(page))
    title, _ = find_title(replace(reading, profile=profile)) or ("", "")
    body, _ = find_body(reading, title=title) or (Body(blocks=()), "")
    if body.place is None or sum(b.size for b in body.blocks) < _LEAST_TEXT:
        return None
    long = frozenset(b.hash for b in body.blocks if b.size >= 80)
    keys = {text_hash(title + body.blocks[0].text)}
    if page.url:
        try:
            keys.add(text_hash(item_key(page.url)))
        except ValueError:
            pass
    return Lesson(reading, title, body, frozenset(keys), long)


def taught_by(source: Capture | Page, lesson: Lesson) -> Taught:
    """Return what is kept of a lesson."""
    reading = lesson.reading
    captured_at = reading.page.capture.captured_at
    dated = dated_lines(
        reading.blocks,
        reading.metadata.modified,
        languages=date_languages(reading),
    )
    return Taught(
        source=source,
        title=lesson.title,
        keys=lesson.keys,
        long=lesson.long,
        dated=tuple(dated) if captured_at else (),
        captured_at=captured_at,
    )


def is_same(one: Lesson, other: Taught) -> bool:
    """Tell whether two pages are captures of one item."""
    if one.keys & other.keys:
        return True
    least = min(len(one.long), len(other.long))
    if not least or len(one.long & other.long) < 0.2 * least:
        return False
    return text_key(one.title) == text_key(other.title) or one.long == other.long

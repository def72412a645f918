"""Lines between a headline and its text that are no lead, and are read. Pure."""

import re
from collections.abc import Collection

from parsers.blocks import Block
from parsers.body.notes import heads_release
from parsers.body.other_pages import is_of_most
from parsers.body.region import between, place_around
from parsers.body.sign_up import AskingBoxes
from parsers.dates import find_dates, may_hold_date
from parsers.dates.labels import label_of
from parsers.finders.body import Body
from parsers.finders.lead import LINKED, SAYS, STOPS, lines_between, tells_time
from parsers.finders.title_lines import says_title
from parsers.keys import text_key
from parsers.lines.moving_lines import is_dateline, reserves_rights, without_age
from parsers.lines.signs import word_signs
from parsers.reading import Reading

#: More lines are a list of something else.
_MOST = 4
#: What stands before a day and tells which it is says no more.
_LABEL = 30
#: What a box is called that says nothing of the item's text, and what labels and
#: credits begin with or speak of, which are no sentences.
_OTHERS = frozenset("ad author caption comment frame letter related share".split())
_OTHER_TAGS = frozenset("aside footer form nav button".split())
_NO_WORDS = frozenset("by photo tags url".split())

#: What is but a figure and its name counts something.
_FIGURE = re.compile(r"[^:：]{2,40}[:：]\s*[\d.,\s]+\W*")


def find_said_above(
    reading: Reading, body: Body, title: str, *, known: Collection[str] = ()
) -> tuple[str, ...]:
    """Return lines above a text that say something and sum up nothing.

    They may be short leads, subtitles, what the item is about; what is ``known`` is
    read elsewhere: the lead, the names of the writers.
    """
    headline, lines = lines_between(reading, body, title)
    if headline is None:
        return ()
    keys, boxes = {text_key(text) for text in known}, AskingBoxes(reading.page)
    said = [
        line.text
        for line in lines
        if line.key not in keys
        and _is_own(line, headline)
        and (headline.place.is_hidden or not line.place.is_hidden)
        and not boxes.hold(line)
        and not says_title(line, title)
        and _says(line)
        and not _is_byline(line.text, known)
        and not is_of_most(line.text, reading.profile)
    ]
    return tuple(said) if len(said) <= _MOST else ()


def _says(line: Block) -> bool:
    return (
        line.kind in ("text", "heading")
        and line.size >= SAYS
        and line.link_share <= LINKED
        and not tells_time(line.text)
        and not _tells_day(line.text)
        and not _FIGURE.fullmatch(line.text)
        and not reserves_rights(line.text)
        and not heads_release(line)
        and (line.text[-1] in STOPS or _NO_WORDS.isdisjoint(word_signs(line.text)))
    )


def _tells_day(text: str) -> bool:
    """Tell whether a line says of which day its item is, whatever it adds to that."""
    line = without_age(text)
    if not may_hold_date(line):
        return False
    if is_dateline(line):
        return True
    first = next(iter(find_dates(line)), None)
    before = line.partition(first.text)[0] if first else ""
    return len(before) <= _LABEL and label_of(before) != ""


def _is_byline(line: str, known: Collection[str]) -> bool:
    """Tell whether a line names a writer who is known, and says when that was."""
    return may_hold_date(line) and any(name and name in line for name in known)


def _is_own(line: Block, headline: Block) -> bool:
    """Tell whether no box between a line and its headline is one of other things."""
    shared = place_around(headline, line.place)
    return not any(
        place.tag in _OTHER_TAGS or not _OTHERS.isdisjoint(place.signs)
        for place in between(line.place, shared)
    )

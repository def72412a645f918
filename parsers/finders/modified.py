"""When a page says that it was last brought up to date. Pure.

What it prints is surer than what it tells machines: many systems call every page new
with every answer.
"""

from collections.abc import Sequence
from datetime import timedelta

from parsers.blocks import Block
from parsers.date_places.hints import is_sane, turned
from parsers.date_places.lines import updated_lines
from parsers.date_places.scores import AFTER, BEFORE
from parsers.dates import parse_machine_date
from parsers.finders.body import Body
from parsers.model import Printed
from parsers.reading import Reading

#: A page that claims to be changed so shortly before its capture was made for it.
_ANEW = timedelta(minutes=10)


def find_modified(
    reading: Reading, body: Body, *, published: Printed | None = None
) -> tuple[Printed, str] | None:
    """Return when a page was last changed and the way it was found, or nothing.

    No page is changed before it is published.
    """
    for block, printed in updated_lines(reading, _near(reading.blocks, body)):
        if is_sane(printed) and not (_is_today(printed, reading) and _is_framed(block)):
            return printed, "updated line"
    clocks = reading.profile.clocks if reading.profile else ()
    for claim in reading.metadata.modified:
        found = parse_machine_date(claim.value)
        if not found or claim.source in clocks or _is_anew(found, reading):
            continue
        if not published or found.day >= published.day - _DAY:
            return found, claim.source
    return None


def _near(blocks: Sequence[Block], body: Body) -> Sequence[Block]:
    """Return the blocks of a text, some before it and some after it."""
    if not body.blocks:
        return ()
    first, last = body.blocks[0].index, body.blocks[-1].index
    return blocks[max(0, first - 2 * BEFORE) : last + AFTER]


def _is_today(found: Printed, reading: Reading) -> bool:
    captured_at = reading.page.capture.captured_at
    if captured_at is None:
        return False
    days = (found.day, turned(found.day))  # an order of figures may be a guess
    return any(day and abs(day - captured_at.date()) <= _DAY for day in days)


def _is_framed(block: Block) -> bool:
    """Tell whether a line stands in the foot or the head of a site."""
    return any(
        place.tag in ("footer", "header") or "frame" in place.signs
        for place in (block.place, *block.place.ancestors())
    )


def _is_anew(found: Printed, reading: Reading) -> bool:
    """Tell whether a claim is the time, or without a time the day, of the capture."""
    captured_at = reading.page.capture.captured_at
    if captured_at is None:
        return False
    if found.at is None or found.at.tzinfo is None:
        return found.day == captured_at.date()
    return abs(found.at - captured_at) <= _ANEW


_DAY = timedelta(days=1)

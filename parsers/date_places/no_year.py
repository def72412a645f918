"""A day printed without its year, where machines are told the instant. Pure."""

from datetime import UTC, timedelta

from parsers.date_places.hints import date_languages, date_order
from parsers.dates import parse_date
from parsers.dates.instants import can_be
from parsers.finders.title_lines import is_headline, title_key
from parsers.model import Printed
from parsers.reading import Reading


def local_day(reading: Reading, title: str, instant: Printed) -> Printed | None:
    """Return the day of an instant as it is printed beside the headline, if it is.

    ``Feb 25`` there tells of 26 February, 3 in the morning in UTC, which day the site
    counts it to. Nothing if a line says the day of UTC, or lines say several days.
    """
    if instant.at is None or instant.at.tzinfo is None:
        return None
    languages, order = date_languages(reading), date_order(reading)
    years = {(instant.at.astimezone(UTC) + apart).year for apart in (-_DAY, _DAY)}
    key, blocks = title_key(title), reading.blocks
    at = next((b.index for b in blocks if key and is_headline(b, key)), None)
    near = blocks[max(0, at - _NEAR) : at + _NEAR + 1] if at is not None else ()
    printed = [
        day
        for block in near
        if block.chars <= _LONGEST and block.index != at
        for year in years
        if (
            day := parse_date(
                block.text, languages=languages, order=order, now_year=year
            )
        )
        and not day.at
        and can_be(day, instant)
    ]
    days = {day.day for day in printed}
    return printed[0] if len(days) == 1 and instant.day not in days else None


#: How many lines above and below a headline its day stands, and how long that line is.
_NEAR, _LONGEST = 5, 40
_DAY = timedelta(days=1)

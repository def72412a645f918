"""When a server that failed or asked for a pause may be asked again. Pure."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

#: No pause is believed to last longer.
LONGEST_PAUSE = 24 * 3600.0


def parse_retry_after(value: str, *, date: str = "", now: datetime) -> float | None:
    """Return the seconds that a Retry-After field asks for (RFC 9110, 10.2.3).

    A date is measured against the answer's own ``date``, whatever our clock says,
    else against ``now``. What cannot be read is nothing; the past is 0, the far
    future ``LONGEST_PAUSE``.

    >>> noon = datetime(2026, 1, 5, 12, tzinfo=UTC)
    >>> parse_retry_after("90", now=noon)
    90.0
    >>> parse_retry_after("Mon, 05 Jan 2026 12:01:00 GMT", now=noon)
    60.0
    >>> parse_retry_after("soon", now=noon) is None
    True
    """
    text = value.strip()[:64]
    if text.isascii() and text.isdigit():
        return min(float(text), LONGEST_PAUSE)
    until = _parse_date(text)
    if until is None:
        return None
    since = _parse_date(date.strip()[:64]) or now
    return min(max((until - since).total_seconds(), 0.0), LONGEST_PAUSE)


def _parse_date(text: str) -> datetime | None:
    try:
        date = parsedate_to_datetime(text)
    except (ValueError, IndexError, TypeError, OverflowError):
        return None
    try:
        return date.replace(tzinfo=UTC) if date.tzinfo is None else date.astimezone(UTC)
    except OverflowError:
        return None

"""Durations as people write them: ``6h``, ``15m``, ``1d 12h``. Pure."""

import re
from datetime import timedelta

_PART = re.compile(r"(\d+(?:\.\d+)?)\s*([smhdw])")
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days", "w": "weeks"}


def parse_duration(text: str) -> timedelta:
    """Return the length of time a text names; ``ValueError`` says what is allowed.

    >>> parse_duration("1d 12h")
    datetime.timedelta(days=1, seconds=43200)
    >>> parse_duration("soon")
    Traceback (most recent call last):
        ...
    ValueError: 'soon' is no duration; write 90s, 15m, 6h, 2d or 1w
    """
    cleaned = text.strip().lower()[:40]
    parts = _PART.findall(cleaned)
    if not parts or _PART.sub("", cleaned).strip():
        raise ValueError(f"{text!r} is no duration; write 90s, 15m, 6h, 2d or 1w")
    length = timedelta()
    for number, unit in parts:
        length += timedelta(**{_UNITS[unit]: float(number)})
    return length

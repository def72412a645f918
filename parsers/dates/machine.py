"""Dates written for machines: ISO 8601, RFC 2822, epochs. Pure."""

import re
from datetime import UTC, date, datetime, time, timedelta

from parsers.dates.times import offset_of
from parsers.model import Printed


def parse_machine_date(text: str) -> Printed | None:
    """Return a date in one of the forms machines write; the offset is kept.

    >>> parse_machine_date("2021-12-08T16:42:00+03:00").iso
    '2021-12-08T16:42:00+03:00'
    >>> parse_machine_date("1638981720000").iso
    '2021-12-08T16:42:00+00:00'
    >>> parse_machine_date("1770844081000").iso
    '2026-02-11T21:08:01+00:00'
    >>> parse_machine_date("2021-02-30") is None
    True
    """
    text = text.strip()[:60]
    if _EPOCH.fullmatch(text):  # which may begin like a day of the year 1770
        seconds = int(text) / (1000 if len(text) == 13 else 1)
        at = datetime.fromtimestamp(seconds, UTC)
        return Printed(day=at.date(), at=at, text=text)
    found = _ISO.match(text)
    return _from_iso(found, text) if found else None


def _from_iso(found: re.Match[str], text: str) -> Printed | None:
    try:
        day = date(int(found["y"]), int(found["m"]), int(found["d"]))
    except ValueError:
        return None
    if not found["hour"]:
        return Printed(day=day, text=text)
    hour, minute = int(found["hour"]), int(found["minute"])
    half = (found["half"] or "").lower()
    if half.startswith("p") and hour < 12:
        hour += 12
    elif half.startswith("a") and hour == 12:
        hour = 0
    is_midnight = hour == 24 and minute == 0
    if is_midnight:
        day, hour = day + timedelta(days=1), 0
    if hour > 23 or minute > 59:
        return Printed(day=day, text=text)
    second = min(int(found["second"] or 0), 59)
    zone = offset_of(found["zone"]) if found["zone"] else None
    at = datetime.combine(day, time(hour, minute, second), zone)
    return Printed(day=day, at=at, text=text)


_ISO = re.compile(
    r"(?P<y>(?:1[5-9]|2[01])\d\d)(?P<dash>[-/.]?)(?P<m>\d\d?)(?P=dash)(?P<d>\d\d?)"
    r"(?:(?:\s?[T ]\s?|T?(?=\d{6}))(?P<hour>[0-2]?\d):?(?P<minute>[0-5]\d)"
    r"(?::?(?P<second>[0-6]?\d))?(?:[.,]\d{1,9})?\s?(?P<half>[aApP][mM])?"
    r"\s?(?P<zone>Z|[A-Z]{3,4}|(?:GMT|UTC)?[-+−]\d\d?:?(?:\d\d)?)?)?(?!\d)",
    re.IGNORECASE,
)
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?")

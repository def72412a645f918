"""When an alert may go out: roundups, quiet hours, time zones. Pure."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiet:
    """A span of the day in which nothing is sent; it may go over midnight."""

    start: time
    end: time


@dataclass(frozen=True, slots=True, kw_only=True)
class Roundup:
    """When several changes go out as one: every hour, or at a time of the day."""

    at: time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cap:
    """The most alerts of one rule to one channel in a span; the rest is rolled up."""

    count: int
    span: timedelta


def read_quiet(text: str) -> Quiet:
    """Read ``22:00-06:00``; ``ValueError`` says what is allowed.

    >>> read_quiet("22:00-06:00").end
    datetime.time(6, 0)
    """
    start, _, end = text.replace("–", "-").partition("-")
    quiet = Quiet(start=read_time(start), end=read_time(end))
    if quiet.start == quiet.end:
        raise ValueError('beginning and end are the same; write it as "22:00-06:00"')
    return quiet


def read_roundup(text: str) -> Roundup:
    """Read ``hourly`` or ``daily 08:00``.

    >>> read_roundup("daily 08:00"), read_roundup("hourly").at
    (Roundup(at=datetime.time(8, 0)), None)
    """
    word, _, clock = text.strip().partition(" ")
    if word == "hourly" and not clock:
        return Roundup()
    if word == "daily" and clock:
        return Roundup(at=read_time(clock))
    raise ValueError(f'"{text}" is neither "hourly" nor "daily HH:MM"')


def read_cap(text: str) -> Cap:
    """Read ``20/hour`` or ``100/day``.

    >>> read_cap("20/hour")
    Cap(count=20, span=datetime.timedelta(seconds=3600))
    """
    count, _, span = text.replace(" ", "").partition("/")
    spans = {"hour": timedelta(hours=1), "day": timedelta(days=1)}
    is_number = count.isascii() and count.isdigit() and len(count) < 7
    if not is_number or not int(count) or span not in spans:
        raise ValueError(f'"{text}" is neither "N/hour" nor "N/day", N at least 1')
    return Cap(count=int(count), span=spans[span])


def read_time(text: str) -> time:
    """Read a time of the day, ``HH:MM``."""
    found = _CLOCK.fullmatch(text.strip())
    if not found:
        raise ValueError(f'"{text.strip()}" is no time of the day; write it as "08:00"')
    return time(int(found[1]), int(found[2]))


def quiet_until(quiet: Quiet | None, *, now: datetime, zone: ZoneInfo) -> datetime:
    """Return when something may be sent: now, or when the quiet hours end.

    >>> night = read_quiet("22:00-06:00")
    >>> now = datetime(2026, 1, 5, 22, 30, tzinfo=UTC)
    >>> quiet_until(night, now=now, zone=ZoneInfo("Europe/Berlin")).isoformat()
    '2026-01-06T05:00:00+00:00'
    """
    if quiet is None:
        return now
    clock = now.astimezone(zone).time()
    if quiet.start < quiet.end:
        is_quiet = quiet.start <= clock < quiet.end
    else:
        is_quiet = clock >= quiet.start or clock < quiet.end
    return next_time(quiet.end, now=now, zone=zone) if is_quiet else now


def roundup_at(roundup: Roundup, *, now: datetime, zone: ZoneInfo) -> datetime:
    """Return when the next roundup goes out; always later than now.

    >>> now = datetime(2026, 3, 28, 12, tzinfo=UTC)
    >>> berlin = ZoneInfo("Europe/Berlin")
    >>> roundup_at(read_roundup("daily 08:00"), now=now, zone=berlin).isoformat()
    '2026-03-29T06:00:00+00:00'
    """
    if roundup.at is None:
        return next_hour(now)
    return next_time(roundup.at, now=now, zone=zone)


def next_hour(now: datetime) -> datetime:
    """Return the next full hour."""
    return now.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)


def next_time(clock: time, *, now: datetime, zone: ZoneInfo) -> datetime:
    """Return when a clock in that zone next shows this time, in UTC.

    A time that a clock change skips is taken as late as the clocks were moved; one
    that comes twice is taken the first time.
    """
    day = now.astimezone(zone).date()
    for days in range(-1, 3):
        local = datetime.combine(day + timedelta(days=days), clock, tzinfo=zone)
        if (moment := local.astimezone(UTC)) > now:
            return moment
    raise AssertionError("a clock shows every time of the day within two days")

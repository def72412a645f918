"""When a site is due: cron, an interval, or the rhythm it was found to have. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from scheduler.timing.rhythm import LONGEST, Rhythm, next_look

_EVERY = re.compile(r"every\s+(\d{1,6})\s*(s|m|h|d|min|hours?|minutes?|days?)")
_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
#: The shortest interval; less is no monitoring but a burden.
SHORTEST_EVERY = timedelta(minutes=1)
#: Times passed over that are counted, at most.
MOST_MISSED = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """When a site is crawled: ``cron`` or ``every``, neither means by its rhythm."""

    cron: str | None = None
    every: timedelta | None = None

    @property
    def is_auto(self) -> bool:
        """Whether the site's own rhythm decides."""
        return self.cron is None and self.every is None


AUTO = Schedule()


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """Where a site stands: due since when, or due when; and what was passed over."""

    due_at: datetime
    is_due: bool
    missed: int = 0


def read_schedule(text: str | None) -> Schedule:
    """Read a site's schedule; ``ValueError`` says what is allowed.

    >>> read_schedule("every 15m").every, read_schedule("0 3 * * *").cron
    (datetime.timedelta(seconds=900), '0 3 * * *')
    >>> read_schedule("auto").is_auto, read_schedule(None).is_auto
    (True, True)
    """
    if text is None or text.strip() == "auto":
        return AUTO
    if found := _EVERY.fullmatch(text.strip()):
        every = timedelta(seconds=int(found[1]) * _UNITS[found[2][0]])
        if every < SHORTEST_EVERY:
            raise ValueError(f'"{text}" is too often; at least every 1m')
        return Schedule(every=every)
    allowed = 'use cron ("0 3 * * *"), "every 15m" or "auto"'
    if len(text.split()) != 5:
        raise ValueError(f'"{text}" is no schedule; {allowed}')
    # imported here: most sites have another schedule, or none
    from croniter import CroniterBadCronError, CroniterBadDateError, croniter

    try:
        croniter(text, datetime(2026, 1, 1)).get_next(datetime)  # noqa: DTZ001
    except (CroniterBadCronError, CroniterBadDateError, ValueError) as error:
        raise ValueError(f'"{text}" is no cron schedule; {allowed}') from error
    return Schedule(cron=text)


def next_due(
    schedule: Schedule, *, after: datetime, zone: ZoneInfo, rhythm: Rhythm | None = None
) -> datetime:
    """Return the first time a schedule names that is later than ``after``.

    A time of the day that a clock change skips is taken as late as the clocks were
    moved; one that comes twice is taken once, unless the schedule names every hour.

    >>> berlin, nightly = ZoneInfo("Europe/Berlin"), read_schedule("30 2 * * *")
    >>> eve = datetime(2026, 3, 28, 12, tzinfo=UTC)
    >>> next_due(nightly, after=eve, zone=berlin).astimezone(berlin).isoformat()
    '2026-03-29T03:30:00+02:00'
    """
    if schedule.cron is not None:
        return _next_cron(schedule.cron, after, zone)
    if schedule.every is not None:
        return after + schedule.every
    return next_look(rhythm, after=after, zone=zone)


def look_up(
    schedule: Schedule, *, due_at: datetime | None, now: datetime, zone: ZoneInfo
) -> Due:
    """Return whether a site is due, given when it was last planned for.

    What was missed is one run, as soon as possible. A plan that the schedule does not
    name any more, or that a clock running ahead has made, is made anew.
    """
    if due_at is None:
        return Due(due_at=now, is_due=True)
    if due_at <= now:
        missed = _count_missed(schedule, due_at, now, zone)
        return Due(due_at=due_at, is_due=True, missed=missed)
    planned = next_due(schedule, after=now, zone=zone)
    if schedule.cron is None:
        longest = max(planned, now + (schedule.every or LONGEST))
        return Due(due_at=min(due_at, longest), is_due=False)
    # a clock set back by less than one period must not bring last night's run again
    after_next = _next_cron(schedule.cron, planned, zone)
    is_named = _next_cron(schedule.cron, due_at - timedelta(seconds=1), zone) == due_at
    is_kept = is_named and due_at <= after_next
    return Due(due_at=due_at if is_kept else planned, is_due=False)


def _count_missed(
    schedule: Schedule, due_at: datetime, now: datetime, zone: ZoneInfo
) -> int:
    if schedule.every is not None:
        return min(int((now - due_at) / schedule.every), MOST_MISSED)
    if schedule.cron is None:
        return 0
    count, moment = 0, due_at
    while count < MOST_MISSED:
        moment = _next_cron(schedule.cron, moment, zone)
        if moment > now:
            break
        count += 1
    return count


def _next_cron(cron: str, after: datetime, zone: ZoneInfo) -> datetime:
    # evaluated on the clock on the wall; near a change of clocks from earlier on,
    # since a wall clock may repeat itself
    wall = after.astimezone(zone).replace(tzinfo=None)
    if not _is_plain(wall, zone):
        wall -= timedelta(hours=3)
    from croniter import croniter

    moments = croniter(cron, wall)
    every_hour = cron.split()[1].startswith("*")
    best: datetime | None = None
    for _ in range(1000):
        local = moments.get_next(datetime)
        if best is not None and local - wall > timedelta(hours=9):
            break
        for moment in _instants(local, zone, every_hour=every_hour):
            if moment > after and (best is None or moment < best):
                best = moment
        if best is not None and _is_plain(local, zone):
            break
    assert best is not None
    return best


def _instants(
    local: datetime, zone: ZoneInfo, *, every_hour: bool
) -> Iterator[datetime]:
    """Yield when a clock shows a time: once, or twice where it is set back."""
    first = local.replace(tzinfo=zone, fold=0).astimezone(UTC)
    second = local.replace(tzinfo=zone, fold=1).astimezone(UTC)
    yield first
    if every_hour and second > first:
        yield second


def _is_plain(local: datetime, zone: ZoneInfo) -> bool:
    """Tell whether no clock change is within three hours of a wall time."""
    offsets = {
        (local + timedelta(hours=hours)).replace(tzinfo=zone).utcoffset()
        for hours in (-3, 0, 3)
    }
    return len(offsets) == 1

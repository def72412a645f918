"""How a site lives: when it publishes, how soon it corrects; and when to look. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

#: Between two looks by rhythm at least and at most; of a site nothing is known of.
SHORTEST = timedelta(minutes=30)
LONGEST = timedelta(hours=24)
UNKNOWN = timedelta(hours=6)
#: Look when so many new items and corrections are to be expected.
ENOUGH = 0.6
#: The past that counts.
WEEKS = 8
#: Hours after publication, by which a correction's age is told.
AGES = (1.0, 3.0, 12.0, 48.0)
_HOURS = 168
_STEP = timedelta(minutes=15)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something a site did: between which times, and how old the item was if edited."""

    after: datetime
    until: datetime
    age_for: timedelta | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """New items to expect in each hour of the week, and corrections by age of an item.

    ``news`` begins on Monday at midnight, in the site's time; ``corrections`` are per
    hour and item, by the ages of ``AGES``; ``recent`` is when the newest items came.
    """

    news: tuple[float, ...]
    corrections: tuple[float, ...]
    recent: tuple[datetime, ...] = ()


def learn_rhythm(
    events: Iterable[Event], *, since: datetime, now: datetime, zone: ZoneInfo
) -> Rhythm | None:
    """Learn a site's rhythm from what it did since then; nothing of too little.

    An event that is only known to lie between two looks is spread over that time.
    """
    began_at = max(since, now - timedelta(weeks=WEEKS))
    weeks = max((now - began_at) / timedelta(weeks=1), 0.5)
    counts = [0.0] * _HOURS
    ages = [0.0] * len(AGES)
    recent: list[datetime] = []
    new_count = 0
    for event in events:
        if event.until < began_at:
            continue
        if event.age_for is not None:
            _count_age(ages, event.age_for)
            continue
        new_count += 1
        _spread(counts, event, zone)
        if now - event.until < timedelta(hours=AGES[-1]):
            recent.append(event.until)
    if new_count < 5:
        return None
    return Rhythm(
        news=_smooth(counts, weeks),
        corrections=_per_hour(ages, new_count),
        recent=tuple(sorted(recent)[-200:]),
    )


def next_look(rhythm: Rhythm | None, *, after: datetime, zone: ZoneInfo) -> datetime:
    """Return when enough will have happened to look again.

    >>> from datetime import UTC
    >>> noon = datetime(2026, 3, 3, 12, tzinfo=UTC)
    >>> next_look(None, after=noon, zone=ZoneInfo("UTC")) - noon
    datetime.timedelta(seconds=21600)
    """
    if rhythm is None:
        return after + UNKNOWN
    expected, moment = 0.0, after
    while moment - after < LONGEST:
        hours = _STEP / timedelta(hours=1)
        expected += hours * rhythm.news[_hour(moment, zone)]
        expected += hours * sum(_hazard(rhythm, moment - at) for at in rhythm.recent)
        moment += _STEP
        if expected >= ENOUGH and moment - after >= SHORTEST:
            break
    return moment


def _hazard(rhythm: Rhythm, age: timedelta) -> float:
    hours = age / timedelta(hours=1)
    bounds = zip(AGES, rhythm.corrections, strict=True)
    return next((rate for most, rate in bounds if hours < most), 0.0)


def _hour(moment: datetime, zone: ZoneInfo) -> int:
    local = moment.astimezone(zone)
    return local.weekday() * 24 + local.hour


def _spread(counts: list[float], event: Event, zone: ZoneInfo) -> None:
    span = min(event.until - event.after, timedelta(hours=24))
    steps = max(int(span / timedelta(hours=1)), 1)
    for step in range(steps):
        counts[_hour(event.until - span * (step / steps), zone)] += 1 / steps


def _smooth(counts: Sequence[float], weeks: float) -> tuple[float, ...]:
    """Share each hour with its neighbors and with the same hour of other days."""
    days = [counts[day * 24 : day * 24 + 24] for day in range(7)]
    usual = [sum(day[hour] for day in days) / 7 for hour in range(24)]
    smooth = []
    for place in range(_HOURS):
        near = counts[place - 1] + counts[place] + counts[(place + 1) % _HOURS]
        # what one weekday showed is believed more the longer it was watched
        own = min(weeks / (weeks + 2), 0.8)
        hours = (usual[(place % 24) - 1], usual[place % 24], usual[(place + 1) % 24])
        smooth.append((own * near + (1 - own) * sum(hours)) / 3 / weeks)
    return tuple(smooth)


def _count_age(ages: list[float], age: timedelta) -> None:
    hours = age / timedelta(hours=1)
    for place, most in enumerate(AGES):
        if hours < most:
            ages[place] += 1
            return


def _per_hour(ages: Sequence[float], new_count: int) -> tuple[float, ...]:
    lows = (0.0, *AGES[:-1])
    return tuple(
        count / new_count / (high - low)
        for count, low, high in zip(ages, lows, AGES, strict=True)
    )

"""When a site is due: every zone, every clock change, and its own rhythm."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.timing.cadence import look_up, next_due, read_schedule
from scheduler.timing.rhythm import LONGEST, SHORTEST, Event, learn_rhythm, next_look
from tests.scheduler.samples import NOON

#: Zones with an hour, half an hour and no change; on both halves of the globe.
ZONES = [
    "UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe",
    "America/Santiago", "Asia/Kolkata", "Africa/Casablanca", "Pacific/Auckland",
]  # fmt: skip
BERLIN = ZoneInfo("Europe/Berlin")


def _all_times(text: str, zone: ZoneInfo, start: datetime, days: int) -> list[datetime]:
    schedule, ends_at, times = read_schedule(text), start + timedelta(days), []
    moment = next_due(schedule, after=start, zone=zone)
    while moment < ends_at:
        times.append(moment)
        moment = next_due(schedule, after=moment, zone=zone)
    return times


def _changes(zone: ZoneInfo) -> list[datetime]:
    """Return the days of a year on which the clocks are changed, and one other."""
    days = [datetime(2026, 1, 1, tzinfo=UTC) + timedelta(n) for n in range(365)]
    offsets = [day.astimezone(zone).utcoffset() for day in days]
    pairs = zip(days, pairwise(offsets), strict=False)
    return [days[0], *(day for day, (one, other) in pairs if one != other)]


def _gaps(moments: list[datetime]) -> set[timedelta]:
    return {later - earlier for earlier, later in pairwise(moments)}


@pytest.mark.promise("R16")
@pytest.mark.parametrize("name", ZONES)
@pytest.mark.parametrize(
    "clock", ["30 2 * * *", "0 0 * * *", "15 1 * * *", "0 3 * * *"]
)
def test_a_nightly_schedule_has_one_time_for_every_day_of_a_year(
    name: str, clock: str
) -> None:
    """Neither the night without that hour nor the one with two is special."""
    zone = ZoneInfo(name)
    start = datetime(2026, 1, 1, 12, tzinfo=zone).astimezone(UTC)
    times = _all_times(clock, zone, start, 365)
    days = [moment.astimezone(zone).date() for moment in times]
    assert len(days) == len(set(days)) == 365
    minute, hour = (int(part) for part in clock.split()[:2])
    for moment in times:
        local = moment.astimezone(zone)
        is_skipped = (
            local.replace(hour=hour, minute=minute, fold=0)
            .astimezone(UTC)
            .astimezone(zone)
            .time()
            != local.replace(hour=hour, minute=minute).time()
        )
        assert (local.hour, local.minute) == (hour, minute) or is_skipped


@pytest.mark.promise("R16")
@pytest.mark.parametrize("name", ZONES)
def test_a_schedule_of_every_quarter_hour_never_pauses(name: str) -> None:
    """The hour that comes twice is an hour like any other."""
    zone = ZoneInfo(name)
    for day in _changes(zone):
        start = day - timedelta(days=1)
        times = _all_times("*/15 * * * *", zone, start, 3)
        assert _gaps([start, *times]) == {timedelta(minutes=15)}


def test_weekdays_and_lists_of_hours_are_understood() -> None:
    """Cron as people know it."""
    start = datetime(2026, 3, 2, tzinfo=UTC)  # a Monday
    times = _all_times("0 8,18 * * mon-fri", BERLIN, start, 7)
    assert len(times) == 10
    assert {moment.astimezone(BERLIN).hour for moment in times} == {8, 18}


@pytest.mark.parametrize(
    "text",
    ["", "hourly", "every", "every 5 weeks", "61 * * * *", "0 3 * *", "every 1s"],
)
def test_a_schedule_that_makes_no_sense_says_what_does(text: str) -> None:
    """It is typed by hand."""
    with pytest.raises(ValueError, match=r"every 15m|every 1m"):
        read_schedule(text)


def test_a_missed_week_is_one_run_that_knows_what_it_stands_for() -> None:
    """The machine was off; nobody wants seven runs."""
    nightly = read_schedule("0 3 * * *")
    due_at = datetime(2026, 3, 1, 2, tzinfo=UTC)
    due = look_up(nightly, due_at=due_at, now=due_at + timedelta(days=7), zone=BERLIN)
    assert (due.is_due, due.due_at, due.missed) == (True, due_at, 7)


def test_a_clock_set_back_brings_no_run_again_and_loses_none() -> None:
    """Half an hour back: it ran. A year back: tonight is a night."""
    nightly = read_schedule("0 3 * * *")
    planned = datetime(2026, 3, 4, 2, tzinfo=UTC)
    half = look_up(
        nightly,
        due_at=planned,
        now=datetime(2026, 3, 3, 1, 30, tzinfo=UTC),
        zone=BERLIN,
    )
    assert (half.is_due, half.due_at) == (False, planned)
    year = look_up(
        nightly,
        due_at=planned,
        now=datetime(2025, 3, 3, 1, 30, tzinfo=UTC),
        zone=BERLIN,
    )
    assert (year.is_due, year.due_at) == (False, datetime(2025, 3, 3, 2, tzinfo=UTC))


def test_a_schedule_that_was_rewritten_counts_from_now() -> None:
    """Nobody waits a week for the change from weekly to hourly."""
    planned = NOON + timedelta(days=6)
    hourly = look_up(read_schedule("0 * * * *"), due_at=planned, now=NOON, zone=BERLIN)
    assert hourly.due_at == NOON + timedelta(hours=1)
    every = look_up(read_schedule("every 15m"), due_at=planned, now=NOON, zone=BERLIN)
    assert every.due_at == NOON + timedelta(minutes=15)


def _office(weeks: int) -> list[Event]:
    """Return what an office publishes: at ten, twelve and three on workdays."""
    events = []
    for day in range(weeks * 7):
        morning = NOON - timedelta(days=day + 1, hours=12)
        if morning.weekday() < 5:
            for hour in (10, 12, 15):
                at = morning + timedelta(hours=hour)
                events.append(Event(after=at, until=at))
    return events


def _looks(events: list[Event], start: datetime, days: int) -> list[datetime]:
    zone, ends_at, looks = ZoneInfo("UTC"), start + timedelta(days), []
    since = min(event.until for event in events)
    rhythm = learn_rhythm(events, since=since, now=NOON, zone=zone)
    moment = next_look(rhythm, after=start, zone=zone)
    while moment < ends_at:
        looks.append(moment)
        moment = next_look(rhythm, after=moment, zone=zone)
    return looks


def test_a_learned_rhythm_looks_when_the_office_works_and_rests_when_it_rests() -> None:
    """A press office sleeps at night and at weekends."""
    tuesday = NOON.replace(hour=0)
    workday = _looks(_office(8), tuesday, 1)
    weekend = _looks(_office(8), tuesday + timedelta(days=4), 2)
    assert 3 <= len(workday) <= 8
    assert sum(9 <= look.hour <= 17 for look in workday) >= len(workday) - 1
    assert 1 <= len(weekend) <= 4


def test_a_busy_site_is_looked_at_often_but_never_more_than_half_hourly() -> None:
    """A wire publishes every five minutes; politeness has a floor."""
    events = [
        Event(
            after=NOON - timedelta(minutes=5 * n), until=NOON - timedelta(minutes=5 * n)
        )
        for n in range(2000)
    ]
    looks = _looks(events, NOON, 1)
    assert _gaps(looks) == {SHORTEST}


def test_a_site_that_corrects_soon_is_looked_at_again_soon() -> None:
    """Most corrections come in the first hours."""
    zone, calm = ZoneInfo("UTC"), _office(8)
    since = NOON - timedelta(weeks=8)
    fresh = Event(after=NOON, until=NOON)
    edits = [
        Event(after=e.until, until=e.until, age_for=timedelta(minutes=50)) for e in calm
    ]
    evening = NOON.replace(hour=18)
    quiet = learn_rhythm([*calm, fresh], since=since, now=NOON, zone=zone)
    lively = learn_rhythm([*calm, fresh, *edits], since=since, now=NOON, zone=zone)
    assert next_look(lively, after=NOON, zone=zone) < next_look(
        quiet, after=NOON, zone=zone
    )
    assert next_look(lively, after=evening, zone=zone) == next_look(
        quiet, after=evening, zone=zone
    )


times = st.integers(1_577_836_800, 2_177_452_800).map(
    lambda seconds: datetime.fromtimestamp(seconds, UTC)
)


@settings(max_examples=50)
@given(st.lists(times, max_size=30), times, st.sampled_from(ZONES))
def test_any_history_gives_a_next_look_within_bounds(
    history: list[datetime], now: datetime, name: str
) -> None:
    """A wild clock in the past must not silence a site."""
    events = [Event(after=at, until=at) for at in history]
    zone = ZoneInfo(name)
    rhythm = learn_rhythm(events, since=now - timedelta(weeks=8), now=now, zone=zone)
    wait = next_look(rhythm, after=now, zone=zone) - now
    assert SHORTEST <= wait <= LONGEST

"""What the store knows of a site's life, as the events a rhythm is learned from."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from corpus.store import Store
from scheduler.timing.rhythm import WEEKS, Event, Rhythm, learn_rhythm


def rhythm_of(
    store: Store, site_id: int, *, now: datetime, zone: ZoneInfo
) -> Rhythm | None:
    """Read what a site did in the last weeks, and learn its rhythm."""
    since = now - timedelta(weeks=WEEKS)
    events = list(read_events(store.wakes.events(site_id, since=since), zone=zone))
    if not events:
        return None
    first = min(event.until for event in events)
    return learn_rhythm(events, since=max(first, since), now=now, zone=zone)


def read_events(rows: Iterable[Any], *, zone: ZoneInfo) -> Iterator[Event]:
    """Make events of changes: when it happened lies between two looks, or is printed.

    The items of a baseline were published long before they were seen: only their
    printed dates tell anything.
    """
    for row in rows:
        printed = _printed(row.date, zone)
        if row.kind == "edited":
            age = row.captured_at - row.first_seen
            yield Event(after=row.captured_at, until=row.captured_at, age_for=age)
        elif printed is not None and _is_believed(printed, row):
            yield Event(after=printed[0], until=printed[1])
        elif not row.baseline:
            yield Event(after=row.looked_at or row.captured_at, until=row.captured_at)


def _is_believed(printed: tuple[datetime, datetime], row: Any) -> bool:
    """Tell whether a printed date can be when the item appeared."""
    if printed[0] > row.captured_at:
        return False
    return row.baseline or row.captured_at - printed[1] < timedelta(days=2)


def _printed(date: str | None, zone: ZoneInfo) -> tuple[datetime, datetime] | None:
    """Return the time, or the hours people work in on the day, that is printed."""
    try:
        moment = datetime.fromisoformat(date or "")
    except ValueError:
        return None
    if date is not None and len(date) == 10:
        opens = datetime.combine(moment, time(8), tzinfo=zone).astimezone(UTC)
        return opens, opens + timedelta(hours=10)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=zone)
    return moment.astimezone(UTC), moment.astimezone(UTC)

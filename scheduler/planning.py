"""When a site is crawled next, kept in the store after each run."""

from datetime import datetime
from zoneinfo import ZoneInfo

from corpus.store import Store
from crawler.site import Site
from scheduler.cadence import Schedule, next_due, read_schedule
from scheduler.learning import rhythm_of


def next_run(
    store: Store,
    site_id: int,
    *,
    schedule: Schedule,
    zone: ZoneInfo,
    started_at: datetime,
    now: datetime,
) -> datetime:
    """Return when a site is due again, after a run that began then and ends now."""
    if not schedule.is_auto:
        return next_due(schedule, after=started_at, zone=zone)
    rhythm = rhythm_of(store, site_id, now=now, zone=zone)
    return next_due(schedule, after=now, zone=zone, rhythm=rhythm)


def plan_next(store: Store, site: Site, *, started_at: datetime, now: datetime) -> None:
    """Keep when a site with a schedule is due; without one, any call crawls it."""
    row = store.sites.get(site.name)
    if row is None or site.schedule is None:
        return
    try:
        schedule = read_schedule(site.schedule)
    except ValueError:
        return  # told by whoever reads the file to watch it
    zone = ZoneInfo(site.time_zone or "UTC")
    at = next_run(
        store, row.id, schedule=schedule, zone=zone, started_at=started_at, now=now
    )
    store.sites.set(row.id, due_at=at)

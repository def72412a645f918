"""When a site is crawled next, kept in the store after each run."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from corpus.home import Home
from corpus.store import Store
from crawler.site import Site, SiteError
from scheduler.alerting.toml_lines import find_line
from scheduler.timing.cadence import Schedule, next_due, read_schedule
from scheduler.timing.events import rhythm_of

#: A site whose listings were not yet walked to their end goes on so soon.
UNFINISHED = timedelta(hours=1)


def schedule_of(home: Home, site: Site) -> Schedule:
    """Return a site's schedule; ``SiteError`` names file, line and what is allowed."""
    try:
        return read_schedule(site.schedule)
    except ValueError as error:
        path = home.site_file(site.name)
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        line = find_line(text, ["schedule"])
        raise SiteError(f"{path}:{line}: schedule: {error}") from None


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
    if store.sites.by_id(site_id).baseline_at is None:
        return now + UNFINISHED
    rhythm = rhythm_of(store, site_id, now=now, zone=zone)
    return next_due(schedule, after=now, zone=zone, rhythm=rhythm)


def plan_next(store: Store, site: Site, *, started_at: datetime, now: datetime) -> None:
    """Keep when a site with a schedule is due; without one, any call crawls it."""
    row = store.sites.get(site.name)
    if row is None or site.schedule is None:
        return
    schedule = read_schedule(site.schedule)
    zone = ZoneInfo(site.time_zone or "UTC")
    at = next_run(
        store, row.id, schedule=schedule, zone=zone, started_at=started_at, now=now
    )
    store.sites.set(row.id, due_at=at)

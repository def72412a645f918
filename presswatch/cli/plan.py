"""``presswatch plan``: what the next run would ask for, and what it expects to miss."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from corpus.home import Home
from crawler.site import Site, SiteError, find_watched
from crawler.survey import crawl_seconds
from presswatch.cli.endings import USAGE, WELL, finish
from presswatch.cli.showing.rows import show_table
from presswatch.cli.showing.screen import emit, say
from presswatch.cli.showing.shapes import stamped
from presswatch.cli.taking.asking import NOTHING_WATCHED
from presswatch.cli.taking.options import (
    DEFAULT_HOME,
    Clock,
    DelayOption,
    HomeOption,
    JsonOption,
    NowOption,
    SitesArgument,
    new_app,
    start_clock,
)
from presswatch.cli.watching import watched_below

if TYPE_CHECKING:
    from corpus.store import Store

app = new_app()


@app.command()
def plan(
    sites: SitesArgument = None,
    home: HomeOption = DEFAULT_HOME,
    as_json: JsonOption = False,
    now: NowOption = None,
    delay: DelayOption = None,
) -> None:
    """Tell what the next run of each site would ask for, and expects to miss."""
    status, shapes, clock = WELL, [], start_clock(now)
    with watched_below(home, sites, now=clock()) as store:
        for row in store.sites.all():
            if sites and row.name not in sites:
                continue
            try:
                site = find_watched(Home(home), row.name)
            except SiteError as error:
                say(str(error))
                status = USAGE
                continue
            shapes.append(_shape(store, row, site, clock, delay))
    if as_json:
        for shape in shapes:
            emit(shape)
    else:
        heads = ("site", "state", "due", "#listings", "#items", "#not due", "#seconds")
        show_table(*heads, rows=map(_cells, shapes), none=NOTHING_WATCHED)
    finish(status)


def _shape(
    store: "Store", row: Any, site: Site, now: Clock, delay: float | None
) -> dict[str, Any]:
    counts = store.histories.count(row.id)
    held = counts.get("live", 0) + counts.get("pending", 0)
    due = sum(1 for _ in store.items.due(row.id, run_id=0, now=now()))
    run = store.runs.last(row.id)
    listings = run.listings if run else len(site.seeds)
    requests = listings + due
    pause = site.delay if delay is None else delay
    is_due = row.due_at is None or row.due_at <= now()
    return {
        "site": row.name,
        "state": "paused" if row.is_paused else "due" if is_due else "waiting",
        "due_at": stamped(row.due_at),
        "listings": listings,
        "items": due,
        "requests": min(requests, site.limits.requests),
        "seconds": crawl_seconds(min(requests, site.limits.requests), delay=pause),
        "misses": {
            "not_due": max(0, held - due),
            "over_budget": max(0, requests - site.limits.requests),
            "before_baseline": row.baseline_at is None,
        },
    }


def _cells(shape: dict[str, Any]) -> tuple[object, ...]:
    return (
        shape["site"],
        shape["state"],
        datetime.fromisoformat(shape["due_at"]) if shape["due_at"] else None,
        shape["listings"],
        shape["items"],
        shape["misses"]["not_due"],
        shape["seconds"],
    )

"""``presswatch sites``: what is watched."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.home import Home
from crawler.site import Site, SiteError, find_watched
from presswatch.cli.endings import USAGE, WELL, finish
from presswatch.cli.showing.rows import show_table
from presswatch.cli.showing.screen import emit, say, when
from presswatch.cli.showing.shapes import stamped
from presswatch.cli.taking.asking import NOTHING_WATCHED
from presswatch.cli.taking.options import (
    DEFAULT_HOME,
    HomeOption,
    JsonOption,
    SitesArgument,
    new_app,
    start_clock,
)
from presswatch.cli.watching import watched_below

if TYPE_CHECKING:
    from corpus.store import Store

app = new_app()


@app.command()
def sites(
    sites: SitesArgument = None,
    home: HomeOption = DEFAULT_HOME,
    as_json: JsonOption = False,
) -> None:
    """List the sites that are watched, and how each of them stands."""
    status = WELL
    shapes = []
    with watched_below(home, sites, now=start_clock(None)()) as store:
        for row in store.sites.all():
            if sites and row.name not in sites:
                continue
            try:
                site = find_watched(Home(home), row.name)
            except SiteError as error:
                say(str(error))
                status, site = USAGE, None
            shapes.append(_shape(store, row, site, home))
    if as_json:
        for shape in shapes:
            emit(shape)
    else:
        heads = ("site", "state", "#items", "#removed", "last run", "seeds")
        show_table(*heads, rows=map(_cells, shapes), none=NOTHING_WATCHED)
    finish(status)


def _shape(store: "Store", row: Any, site: Site | None, home: Path) -> dict[str, Any]:
    counts = store.histories.count(row.id)
    run = store.runs.last(row.id)
    own = Home(home).site_file(row.name)
    return {
        "name": row.name,
        "label": site.label if site and site.label else None,
        "seeds": list(site.seeds) if site else [],
        "file": str(own) if own.exists() else None,
        "paused": row.is_paused,
        "schedule": site.schedule if site else None,
        "robots": site.robots if site else None,
        "added_at": stamped(row.added_at),
        "baseline_at": stamped(row.baseline_at),
        "due_at": stamped(row.due_at),
        "last_run": {
            "id": run.id if run else None,
            "status": run.status if run else None,
            "ended_at": stamped(run.ended_at) if run else None,
        },
        "items": {
            "live": counts.get("live", 0),
            "pending": counts.get("pending", 0),
            "removed": counts.get("removed", 0),
        },
    }


def _cells(shape: dict[str, Any]) -> tuple[object, ...]:
    run, items = shape["last_run"], shape["items"]
    state = "watched" if shape["baseline_at"] else "baseline to come"
    return (
        shape["name"],
        "paused" if shape["paused"] else state,
        items["live"] + items["pending"],
        items["removed"],
        _last(run) if run["id"] else None,
        " ".join(shape["seeds"]) or None,
    )


def _last(run: dict[str, Any]) -> str:
    """Return how a run ended, and when in local time, as all other lists tell it."""
    if not run["ended_at"]:
        return run["status"] or "running"
    return f"{run['status']} {when(datetime.fromisoformat(run['ended_at']))}"

"""Let out what a mass change held back, under the site's lease."""

from pathlib import Path
from typing import TYPE_CHECKING

from corpus.archive import Archive
from corpus.home import Home
from crawler.run import Busy, take_lease
from crawler.site import find_site
from presswatch.cli.endings import BUSY, WELL
from presswatch.cli.showing.screen import emit, say
from presswatch.cli.showing.stories import show_changes
from presswatch.cli.taking.options import Clock
from scheduler.alerting.as_json import change_object
from scheduler.alerting.file import load_alerts
from scheduler.changes import Settlement

if TYPE_CHECKING:
    from corpus.store import Store


def release_held(
    root: Path, store: "Store", name: str, now: Clock, *, as_json: bool
) -> int:
    """Tell what was held of a site as changes, and print them; return the status."""
    home, site = Home(root), find_site(Home(root), name)
    try:
        lease = take_lease(store, site, now=now())
    except Busy as busy:
        say(str(busy))
        return BUSY
    try:
        run = store.runs.last(lease.site_id)
        held = store.owed.held(lease.site_id)
        if run is None or not held:
            say(f"{name}: nothing is held")
            return WELL
        settlement = Settlement(
            store=store,
            archive=Archive(home.archive),
            site=site,
            lease=lease,
            run_id=run.id,
            now=now,
            alerts=load_alerts(root),
        )
        for row in held:
            settlement.release(row)
    finally:
        store.leases.release(lease)
    found = [store.changes.get(change_id) for change_id in settlement.change_ids]
    changes = [change for change in found if change is not None]
    if as_json:
        for change in changes:
            emit(change_object(change))
    else:
        show_changes(changes)
    say(f"{name}: {len(held)} let out")
    return WELL

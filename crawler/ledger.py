"""What is kept of a run that ends: its status, its ledger, the facts of its site."""

from typing import TYPE_CHECKING, Any

from corpus.store.runs import set_run
from corpus.store.sites import set_site

if TYPE_CHECKING:
    from crawler.crawl import Crawl

#: Listings that a ledger names at most.
MOST_TOLD = 2_000
#: Ends of calendars that are remembered of a site.
MOST_ENDS = 50


def keep_end(crawl: "Crawl") -> None:
    """Keep how a run ended, in one transaction."""
    site, ledger = _site(crawl), _ledger(crawl)
    with crawl.writing() as connection:
        set_site(connection, crawl.lease.site_id, **site)
        set_run(
            connection,
            crawl.run_id,
            ended_at=crawl.now(),
            is_complete=crawl.walk.is_complete,
            status=_status(crawl),
            ledger=ledger,
        )


def _site(crawl: "Crawl") -> dict[str, Any]:
    """Return the columns of the site that the run changes."""
    walk = crawl.walk
    if walk.is_as_far_as_it_goes:
        crawl.late_pages.ends(crawl.now())
    facts = {
        **crawl.row.facts,
        **crawl.validation.facts,
        **crawl.habits.facts,
        **crawl.asked_last.facts,
        **crawl.dead_ends.facts,
        **crawl.list_places.facts,
        **crawl.late_pages.facts,
        "position_names": sorted(crawl.position_names),
        "passing_names": sorted(crawl.passing_names),
        "calendar_ends": sorted(walk.calendar_ends)[-MOST_ENDS:],
    }
    values: dict[str, Any] = {"crawled_at": crawl.now(), "facts": facts}
    if walk.is_as_far_as_it_goes and walk.is_deep:
        values["walked_at"] = crawl.now()
        facts["listing_count"] = len(walk.read)
        if crawl.is_baseline:
            values["baseline_at"] = crawl.now()
            if not walk.is_complete and (day := walk.unread_before):
                facts["unread_before"] = day.isoformat()
    return values


def _ledger(crawl: "Crawl") -> dict[str, Any]:
    """Return what was walked, and how far this run's work needs no repeating."""
    walk = crawl.walk
    ledger: dict[str, Any] = {"is_deep": walk.is_deep, "read": walk.read[:MOST_TOLD]}
    if crawl.has_ended:
        ledger["has_learned"] = 1
    if walk.is_as_far_as_it_goes:
        ledger["walked_to"] = crawl.store.items.newest(crawl.lease.site_id)
    if walk.is_proving and not walk.is_complete:
        before = walk.unread_before
        ledger["unread"] = [before and before.isoformat(), walk.unread_since]
    return ledger


def _status(crawl: "Crawl") -> str:
    if crawl.was_told_to_stop:
        return "stopped"
    keeper = crawl.keeper
    has_problem = crawl.stopped is not None or keeper.has_problem
    return "problems" if has_problem or keeper.sums["problems"] > 0 else "ok"

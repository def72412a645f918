"""Each site's own normal, from the store; one operations alert when it is left."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Any, Protocol

from corpus.log import Log
from corpus.store import Store
from corpus.store.numbers import open_trouble
from crawler.net.certificates import Certificate
from parsers.model import Problem, ProblemKind, Trouble
from scheduler.alerting.file import Alerts
from scheduler.normal import (
    PROPOSALS,
    Night,
    Normal,
    count_pages,
    count_weekdays,
    judge,
)

#: The past that says what is normal.
PAST = timedelta(weeks=8)

log = Log()

#: The newest pages that were read: of each the run, and the article.
Pages = Sequence[tuple[int, dict[str, Any]]]


class Named(Protocol):
    """What health must know of a site."""

    @property
    def name(self) -> str:
        """The stem of its file."""

    @property
    def time_zone(self) -> str | None:
        """The zone of its times."""


#: Writes pages that show a problem of a run, and says where they lie.
Keep = Callable[[Problem, int], Path | None]


def keep_none(problem: Problem, run_id: int) -> None:
    """Keep no page: whoever looks back only wants to know."""


def check_site(
    store: Store,
    site: Named,
    *,
    now: datetime,
    alerts: Alerts | None,
    certificates: Sequence[Certificate] = (),
    keep: Keep = keep_none,
) -> tuple[Problem, ...]:
    """Compare a site's last run with its normal; tell once what begins or ends."""
    row = store.sites.get(site.name)
    if row is None or row.baseline_at is None:
        return ()
    past = store.numbers.runs(row.id, since=now - PAST)
    if not past:
        return ()
    *before, last = past
    pages = list(store.numbers.pages(row.id))
    night = replace(_night(store, last, pages), certificates=certificates)
    found = judge(night, _normal(store, row.id, before, pages, now), now=now)
    going_on = {trouble.kind for trouble in store.numbers.troubles(row.id)}
    for problem in found:
        proposal = PROPOSALS.get(problem.kind, "see presswatch problems")
        if problem.kind not in going_on and (folder := keep(problem, last.id)):
            proposal += f"; pages that show it are kept in {folder}"
        trouble = Trouble(
            site=site.name,
            problem=problem,
            at=now,
            run=last.id,
            proposal=proposal,
        )
        with store.write() as connection:
            note_trouble(
                connection, trouble, alerts, site_id=row.id, zone=site.time_zone
            )
    _end(store, row.id, last, found, now=now)
    return found


def note_trouble(
    connection: Any,
    trouble: Trouble,
    alerts: Alerts | None,
    *,
    site_id: int,
    zone: str | None = None,
) -> bool:
    """Note a trouble and keep its alerts, in one transaction; once while it lasts."""
    problem = trouble.problem
    is_first = open_trouble(
        connection,
        site_id=site_id,
        kind=str(problem.kind),
        url=problem.url,
        detail=problem.detail,
        proposal=trouble.proposal,
        run_id=trouble.run,
        began_at=trouble.at,
    )
    if is_first:
        log.warning("trouble", site=trouble.site, kind=problem.kind)
        if alerts is not None:
            from scheduler.outbox import keep_trouble  # on most nights there is none

            keep_trouble(
                connection,
                trouble,
                alerts,
                now=trouble.at,
                site_id=site_id,
                site_zone=zone,
            )
    return is_first


def _end(
    store: Store, site_id: int, last: Any, found: tuple[Problem, ...], *, now: datetime
) -> None:
    """End the troubles that a run no longer shows; what fails shows nothing."""
    if last.status == "failed":
        return
    going_on = {str(problem.kind) for problem in found}
    going_on |= {row.kind for row in store.numbers.problems(last.id)}
    ended = [
        row.kind for row in store.numbers.troubles(site_id) if row.kind not in going_on
    ]
    store.numbers.end_troubles(site_id, ended, now=now)


def _night(store: Store, run: Any, pages: Pages) -> Night:
    articles = [article for run_id, article in pages if run_id == run.id]
    return Night(
        requested=run.requested,
        listings=run.listings,
        problems=tuple(
            Problem(kind=ProblemKind(row.kind), detail=row.detail, url=row.url)
            for row in store.numbers.problems(run.id)
        ),
        pages=count_pages(articles),
    )


def _normal(
    store: Store, site_id: int, before: list[Any], pages: Pages, now: datetime
) -> Normal:
    ids = {run.id for run in before}
    articles = [article for run_id, article in pages if run_id in ids]
    since = before[0].started_at if before else now
    moments = store.numbers.new_items(site_id, since=since)
    last_new_at = moments[-1] if moments else None
    # the days after the newest item are what is asked about, so they do not count
    until = last_new_at or now
    shares = [run.problems / run.requested for run in before if run.requested]
    return Normal(
        runs=len(before),
        share=median(shares) if shares else 0.0,
        pages=count_pages(articles),
        weekdays=count_weekdays(moments, since=since, now=until),
        last_new_at=last_new_at,
    )

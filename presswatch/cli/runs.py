"""``presswatch runs``: what each run did, met and lost."""

from enum import StrEnum
from typing import Annotated, Any

import typer

from presswatch.cli.showing.rows import show_table
from presswatch.cli.showing.screen import emit
from presswatch.cli.showing.shapes import run_shape
from presswatch.cli.taking.asking import held_below, narrowed
from presswatch.cli.taking.options import (
    DEFAULT_HOME,
    HomeOption,
    JsonOption,
    LimitOption,
    SinceOption,
    SitesArgument,
    UntilOption,
    new_app,
)

app = new_app()

#: The sums of a run, and what their columns are called.
_SHOWN = {
    "requested": "asked",
    "listings": "lists",
    "revisions": "read",
    "unchanged": "same",
    "pending": "pend.",
    "problems": "probl.",
    "skipped": "skip.",
    "changes": "changes",
}


class RunStatus(StrEnum):
    """How a run ended."""

    OK = "ok"
    PROBLEMS = "problems"
    STOPPED = "stopped"
    FAILED = "failed"


@app.command()
def runs(
    sites: SitesArgument = None,
    kind: Annotated[
        RunStatus | None, typer.Option("--kind", help="Runs that ended so.")
    ] = None,
    since: SinceOption = None,
    until: UntilOption = None,
    limit: LimitOption = None,
    home: HomeOption = DEFAULT_HOME,
    as_json: JsonOption = False,
) -> None:
    """List the runs, oldest first."""
    asked = narrowed(sites=sites, since=since, until=until, limit=limit)
    with held_below(home, sites) as store:
        found = store.runs.find(status=kind and kind.value, **asked)
    if as_json:
        for row in found:
            emit(run_shape(row))
    else:
        heads = (
            "id",
            "site",
            "started",
            "status",
            *(f"#{name}" for name in _SHOWN.values()),
        )
        show_table(*heads, rows=map(_cells, found), none="no runs")


def _cells(run: Any) -> list[Any]:
    counts = [getattr(run, name) for name in _SHOWN]
    return [run.id, run.site, run.started_at, run.status or "running", *counts]

"""``presswatch problems``: what could not be captured or believed."""

from typing import Annotated

import typer

from parsers.model import ProblemKind
from presswatch.cli.showing.rows import show_table
from presswatch.cli.showing.screen import emit
from presswatch.cli.showing.shapes import problem_shape
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


@app.command()
def problems(
    sites: SitesArgument = None,
    kind: Annotated[
        ProblemKind | None, typer.Option("--kind", help="Problems of this kind only.")
    ] = None,
    since: SinceOption = None,
    until: UntilOption = None,
    limit: LimitOption = None,
    home: HomeOption = DEFAULT_HOME,
    as_json: JsonOption = False,
) -> None:
    """List the problems of each site's last run; of all runs with --since."""
    asked = narrowed(sites=sites, since=since, until=until, limit=limit)
    with held_below(home, sites) as store:
        found = store.runs.problems(kind=kind and kind.value, **asked)
    if as_json:
        for row in found:
            emit(problem_shape(row))
    else:
        cells = ((row.at, row.site, row.kind, row.detail, row.url) for row in found)
        heads = ("at", "site", "kind", "detail", "url")
        show_table(*heads, rows=cells, none="no problems")

"""``presswatch changes``: what changed, oldest first."""

from typing import Annotated

import typer

from parsers.model import ChangeKind
from presswatch.cli.showing.screen import emit, say
from presswatch.cli.showing.stories import show_changes
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
from scheduler.alerting.as_json import change_object

app = new_app()


@app.command()
def changes(
    sites: SitesArgument = None,
    kind: Annotated[
        ChangeKind | None, typer.Option("--kind", help="Changes of this kind only.")
    ] = None,
    since: SinceOption = None,
    until: UntilOption = None,
    limit: LimitOption = None,
    home: HomeOption = DEFAULT_HOME,
    as_json: JsonOption = False,
) -> None:
    """List what changed, oldest first; --since ID goes on after that change."""
    asked = narrowed(sites=sites, since=since, until=until, limit=limit)
    with held_below(home, sites) as store:
        found = store.changes.find(kind=kind and kind.value, **asked)
    if as_json:
        for change in found:
            emit(change_object(change))
    elif found:
        show_changes(found)
    else:
        say("no changes")

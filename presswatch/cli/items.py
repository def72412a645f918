"""``presswatch items``: what is held."""

from typing import Annotated, Any

import typer

from parsers.model import ItemStatus
from presswatch.cli.showing.pages import show_entries
from presswatch.cli.showing.screen import emit, say
from presswatch.cli.showing.shapes import item_shape
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

#: Items whose histories are looked up at once.
_BATCH = 200


@app.command()
def items(
    sites: SitesArgument = None,
    kind: Annotated[
        ItemStatus | None, typer.Option("--kind", help="Items in this status only.")
    ] = None,
    since: SinceOption = None,
    until: UntilOption = None,
    limit: LimitOption = None,
    home: HomeOption = DEFAULT_HOME,
    as_json: JsonOption = False,
) -> None:
    """List what is held, in the order it was first seen."""
    asked = narrowed(sites=sites, since=since, until=until, limit=limit)
    with held_below(home, sites) as store:
        rows = store.histories.find(status=kind and kind.value, **asked)
        for start in range(0, len(rows) if as_json else 0, _BATCH):
            part = rows[start : start + _BATCH]
            ids = [row.id for row in part]
            histories = store.histories.revisions(ids)
            aliases = store.histories.aliases(ids)
            for row in part:
                history, others = histories[row.id], aliases[row.id]
                emit(item_shape(row, history=history, aliases=others))
    if not as_json:
        show_entries(map(_entry, rows))
        if not rows:
            say("no items")


def _entry(row: Any) -> tuple[Any, str, Any, str]:
    shape = item_shape(row)
    mark = "" if row.status == ItemStatus.LIVE else row.status
    return shape["date"], mark, shape["title"], row.url

"""``presswatch history``: everything one item ever said."""

from typing import Annotated, Any

import typer

from presswatch.cli.showing.rows import show_table
from presswatch.cli.showing.screen import emit, show, styled
from presswatch.cli.showing.shapes import item_shape, revision_shape
from presswatch.cli.showing.spans import show_address, show_words
from presswatch.cli.taking.asking import find_item, held_below
from presswatch.cli.taking.options import DEFAULT_HOME, HomeOption, JsonOption, new_app

app = new_app()


@app.command()
def history(
    item: Annotated[
        str,
        typer.Argument(metavar="ITEM", help="Its address, or how its key begins."),
    ],
    home: HomeOption = DEFAULT_HOME,
    as_json: JsonOption = False,
) -> None:
    """Show every revision of an item, oldest first."""
    with held_below(home, is_needed=True) as store:
        row = find_item(store, item)
        revisions = store.histories.revisions([row.id])[row.id]
        aliases = store.histories.aliases([row.id])[row.id]
    shape = item_shape(row, history=revisions, aliases=aliases)
    if as_json:
        emit(shape)
        return
    show_words(shape["title"] or row.url, "bold")
    show_address(row.url)
    show(styled(f"{row.status} · key {row.key}", "dim"), "", is_whole=True)
    cells = [_cells(n, revision, row) for n, revision in enumerate(revisions, 1)]
    heads = ("##", "first seen", "last seen", "cause", "date", "title")
    show_table(*heads, rows=cells)
    if len(revisions) > 1:
        show("")
        show_words(f"what moved last: presswatch diff {row.url}", "dim")


def _cells(number: int, revision: Any, item: Any) -> tuple[object, ...]:
    shape = revision_shape(revision, item)
    last_seen = revision.last_seen or item.last_seen
    moments = (revision.first_seen, last_seen)
    return (number, *moments, revision.cause, shape["date"], shape["title"])

"""``presswatch diff``: what moved between two revisions of an item, word by word."""

from typing import Annotated, Any

import typer

from corpus.store.articles import load_article
from presswatch.cli.endings import UsageError
from presswatch.cli.showing.screen import emit, show, styled, when
from presswatch.cli.showing.spans import show_address, show_words
from presswatch.cli.showing.stories import show_fields
from presswatch.cli.taking.asking import find_item, held_below
from presswatch.cli.taking.options import (
    DEFAULT_HOME,
    HomeOption,
    JsonOption,
    new_app,
    read_number,
)
from scheduler.comparing.compare import compare

app = new_app()


@app.command()
def diff(
    item: Annotated[
        str, typer.Argument(metavar="ITEM", help="Its address, or how its key begins.")
    ],
    first: Annotated[
        int | None,
        typer.Argument(
            metavar="FROM", parser=read_number(1), help="A revision, counted from 1."
        ),
    ] = None,
    second: Annotated[
        int | None,
        typer.Argument(
            metavar="TO", parser=read_number(1), help="Another; else the newest."
        ),
    ] = None,
    home: HomeOption = DEFAULT_HOME,
    as_json: JsonOption = False,
) -> None:
    """Show what moved between two revisions of an item; else between the last two."""
    with held_below(home, is_needed=True) as store:
        row = find_item(store, item)
        revisions = store.histories.revisions([row.id])[row.id]
    start, end = choose(len(revisions), first, second)
    old, new = (revisions[number - 1] for number in (start, end))
    found = compare(load_article(old.article), load_article(new.article))
    if as_json:
        emit(_shape(row, start, end, found))
        return
    show_words(new.article["title"] or row.url, "bold")
    show_address(row.url)
    moments = f"{when(old.first_seen)} → {when(new.first_seen)}"
    show(styled(f"revision {start} → {end} · {moments}", "dim"), "")
    show_fields(found.fields)
    if not found.fields:
        show("a reader reads the same in both")


def choose(count: int, first: int | None, second: int | None) -> tuple[int, int]:
    """Return which two of so many revisions are compared.

    >>> choose(5, None, None), choose(5, 2, None), choose(5, 2, 3)
    ((4, 5), (2, 5), (2, 3))
    """
    if count == 0:
        raise UsageError("the item was not read yet; there is nothing to compare")
    start = first if first is not None else max(1, count - 1)
    end = second if second is not None else count
    for number in (start, end):
        if not 1 <= number <= count:
            raise UsageError(f"no revision {number}; they go from 1 to {count}")
    return start, end


def _shape(item: Any, start: int, end: int, found: Any) -> dict[str, Any]:
    return {
        "url": item.url,
        "key": item.key,
        "site": item.site,
        "from": start,
        "to": end,
        "weight": found.weight.value if found.fields else None,
        "fields": {n: {"old": f.old, "new": f.new} for n, f in found.fields.items()},
    }

"""``presswatch held``: what a mass change holds back; let it out, or forget it."""

from typing import Annotated, Any

import typer

from presswatch.cli.endings import finish
from presswatch.cli.showing.rows import show_table
from presswatch.cli.showing.screen import counted, emit, say
from presswatch.cli.showing.shapes import held_shape
from presswatch.cli.taking.asking import held_below
from presswatch.cli.taking.options import (
    DEFAULT_HOME,
    HomeOption,
    JsonOption,
    NowOption,
    new_app,
    start_clock,
)

app = new_app()

OneSite = Annotated[str, typer.Argument(metavar="SITE", help="The site's name.")]


@app.callback(invoke_without_command=True)
def held(
    context: typer.Context,
    home: HomeOption = DEFAULT_HOME,
    as_json: JsonOption = False,
) -> None:
    """List what mass changes hold back: edits and removals nobody was told of."""
    if context.invoked_subcommand:
        return
    rows: list[Any] = []
    with held_below(home) as store:
        for site in store.sites.all(with_removed=True):
            rows += store.owed.held(site.id)
    if as_json:
        for row in rows:
            emit(held_shape(row))
    else:
        cells = ((r.site, r.kind, r.run_count, r.url) for r in rows)
        heads = ("site", "kind", "#runs that agree", "url")
        show_table(*heads, rows=cells, none="nothing is held back")
        for name in dict.fromkeys(row.site for row in rows):
            say(f"to let it out: presswatch held release {name}")
            say(f"to forget it: presswatch held drop {name}")


@app.command()
def release(
    site: OneSite,
    home: HomeOption = DEFAULT_HOME,
    as_json: JsonOption = False,
    now: NowOption = None,
) -> None:
    """Let out what is held of a site: it is told, and alerted."""
    from presswatch.cli.holding import release_held

    with held_below(home, [site], is_needed=True) as store:
        status = release_held(home, store, site, start_clock(now), as_json=as_json)
    finish(status)


@app.command()
def drop(
    site: OneSite,
    home: HomeOption = DEFAULT_HOME,
    as_json: JsonOption = False,
    now: NowOption = None,
) -> None:
    """Forget what is held of a site: its new words stand, untold."""
    with held_below(home, [site], is_needed=True) as store:
        row = store.sites.get(site)
        count = store.owed.drop_held(row.id) if row else 0
    if as_json:
        emit({"site": site, "dropped": count})
    else:
        say(f"{site}: {counted(count, 'changes')} forgotten")

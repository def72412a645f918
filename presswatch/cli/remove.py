"""``presswatch remove``: stop watching sites; what was collected stays."""

from corpus.home import Home
from presswatch.cli.showing.screen import say
from presswatch.cli.taking.options import (
    DEFAULT_HOME,
    HomeOption,
    JsonOption,
    NowOption,
    new_app,
    start_clock,
)
from presswatch.cli.watching import NamedSites, change_sites, put_away

app = new_app()


@app.command()
def remove(
    sites: NamedSites,
    home: HomeOption = DEFAULT_HOME,
    as_json: JsonOption = False,
    now: NowOption = None,
) -> None:
    """Stop watching sites. What was collected stays, and it is told where."""
    moment = start_clock(now)()
    change_sites(home, sites, as_json, "removed", moment, removed_at=moment)
    below = Home(home)
    for name in sites:
        put_away(below, name)
        say(
            f"{name}: no longer watched; what was collected stays in {below.store}"
            f" and {below.archive / name}"
        )

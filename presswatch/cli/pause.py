"""``presswatch pause``: leave sites alone for a while."""

from presswatch.cli.taking.options import (
    DEFAULT_HOME,
    HomeOption,
    JsonOption,
    NowOption,
    new_app,
    start_clock,
)
from presswatch.cli.watching import NamedSites, change_sites

app = new_app()


@app.command()
def pause(
    sites: NamedSites,
    home: HomeOption = DEFAULT_HOME,
    as_json: JsonOption = False,
    now: NowOption = None,
) -> None:
    """Leave sites alone until they are resumed; what is held stays."""
    change_sites(home, sites, as_json, "paused", start_clock(now)(), is_paused=True)

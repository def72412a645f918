"""``presswatch resume``: watch paused sites again."""

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
def resume(
    sites: NamedSites,
    home: HomeOption = DEFAULT_HOME,
    as_json: JsonOption = False,
    now: NowOption = None,
) -> None:
    """Watch paused sites again."""
    change_sites(home, sites, as_json, "watched", start_clock(now)(), is_paused=False)

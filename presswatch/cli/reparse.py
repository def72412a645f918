"""``presswatch reparse``: read the archive again with today's parsers."""

from typing import Annotated, Any

import typer

from corpus.home import Home
from crawler.run import Busy, take_lease
from crawler.site import Site
from parsers.answer import problem_answer
from presswatch.cli.asking import held_below
from presswatch.cli.choosing import choose_held
from presswatch.cli.endings import BUSY, PROBLEMS, USAGE, WELL, finish, worst
from presswatch.cli.options import (
    DEFAULT_HOME,
    HomeOption,
    JsonOption,
    NowOption,
    SitesArgument,
    new_app,
    start_clock,
)
from presswatch.cli.pages import problem_line
from presswatch.cli.screen import emit, say, show, styled
from presswatch.cli.stories import show_fields
from scheduler.reparse import Reread, reparse_site

app = new_app()


@app.command()
def reparse(
    sites: SitesArgument = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only tell what would read differently.")
    ] = False,
    home: HomeOption = DEFAULT_HOME,
    as_json: JsonOption = False,
    now: NowOption = None,
) -> None:
    """Read what is held again with today's parsers: no network, no alert."""
    below, clock = Home(home), start_clock(now)
    statuses = [WELL]
    with held_below(home, sites) as store:
        chosen = choose_held(below, store, sites or ())
        statuses.append(USAGE if chosen.fault_count else WELL)
        for site in chosen.sites:
            try:
                lease = take_lease(store, site, now=clock())
            except Busy as busy:
                say(str(busy))
                statuses.append(BUSY)
                continue
            try:
                rereads = reparse_site(
                    home=below, store=store, site=site, lease=lease, is_dry=dry_run
                )
                statuses.append(_tell(site, rereads, as_json=as_json))
            finally:
                store.leases.release(lease)
    finish(worst(statuses))


def _tell(site: Site, rereads: Any, *, as_json: bool) -> int:
    counts = {"as before": 0, "otherwise": 0, "not at all": 0}
    for reread in rereads:
        fields = reread.comparison.fields if reread.comparison else {}
        how = "not at all" if reread.problem else "otherwise" if fields else "as before"
        counts[how] += 1
        if as_json and how != "as before":
            emit(_shape(site, reread))
        elif how == "not at all":
            show(problem_line(reread.url, problem_answer(reread.problem) or {}))
        elif how == "otherwise":
            show(styled(reread.url, "bold"))
            show_fields(fields)
    say(f"{site.name}: " + ", ".join(f"{n} read {how}" for how, n in counts.items()))
    return PROBLEMS if counts["not at all"] else WELL


def _shape(site: Site, reread: Reread) -> dict[str, Any]:
    fields = reread.comparison.fields if reread.comparison else {}
    return {
        "site": site.name,
        "key": reread.key,
        "url": reread.url,
        "fields": {n: {"old": f.old, "new": f.new} for n, f in fields.items()},
        "problem": problem_answer(reread.problem),
    }

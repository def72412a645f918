"""``presswatch reparse``: read the archive again with today's parsers."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Annotated, Any

import typer

from corpus.home import Home
from crawler.run import Busy, take_lease
from crawler.site import Site
from parsers.answer import problem_answer
from presswatch.cli.endings import BUSY, PROBLEMS, USAGE, WELL, finish, worst
from presswatch.cli.showing.pages import problem_line
from presswatch.cli.showing.screen import emit, say, show, styled, when
from presswatch.cli.showing.shapes import stamped
from presswatch.cli.showing.stories import show_fields
from presswatch.cli.taking.asking import held_below
from presswatch.cli.taking.choosing import choose_held
from presswatch.cli.taking.options import (
    DEFAULT_HOME,
    HomeOption,
    JsonOption,
    NowOption,
    SitesArgument,
    new_app,
    start_clock,
)
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


def _tell(site: Site, rereads: Iterator[Reread], *, as_json: bool) -> int:
    """Tell each revision that reads otherwise, then the sums; return the status."""
    counts = Counter[str]()
    fields_moved = Counter[str]()
    for reread in rereads:
        fields = reread.comparison.fields if reread.comparison else {}
        how = "not at all" if reread.problem else "otherwise" if fields else "as before"
        counts[how] += 1
        fields_moved.update(list(fields))
        if as_json and how != "as before":
            emit(_shape(site, reread))
        elif how == "not at all":
            show(problem_line(reread.url, problem_answer(reread.problem) or {}))
        elif how == "otherwise":
            show(styled(reread.url, "bold"), styled(when(reread.captured_at), "dim"))
            show_fields(fields)
    say(f"{site.name}: {_sums(counts, fields_moved)}")
    return PROBLEMS if counts["not at all"] else WELL


def _sums(counts: Mapping[str, int], fields_moved: Counter[str]) -> str:
    """Return the sums in words, the fields that moved most first."""
    moved = ", ".join(f"{name} {count}" for name, count in fields_moved.most_common())
    what = {
        "as before": "",
        "otherwise": f" ({moved})" if moved else "",
        "not at all": "",
    }
    return ", ".join(f"{counts[how]} read {how}{told}" for how, told in what.items())


def _shape(site: Site, reread: Reread) -> dict[str, Any]:
    fields = reread.comparison.fields if reread.comparison else {}
    return {
        "site": site.name,
        "key": reread.key,
        "url": reread.url,
        "captured_at": stamped(reread.captured_at),
        "fields": {n: {"old": f.old, "new": f.new} for n, f in fields.items()},
        "problem": problem_answer(reread.problem),
    }

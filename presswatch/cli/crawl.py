"""``presswatch crawl``: one pass; prints what changed."""

import asyncio
from functools import partial
from typing import Annotated

import typer

from corpus.home import Home
from presswatch.cli.crawling import Pass, deliver_due, run_pass
from presswatch.cli.endings import USAGE, WELL, finish, worst
from presswatch.cli.showing.reports import show_report
from presswatch.cli.showing.screen import say
from presswatch.cli.taking.choosing import choose_sites
from presswatch.cli.taking.options import (
    DEFAULT_HOME,
    DelayOption,
    HomeOption,
    JsonOption,
    NowOption,
    new_app,
    open_store,
    start_clock,
)
from scheduler.alerting.file import load_alerts

app = new_app()


@app.command()
def crawl(
    sites: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="SITE|URL...",
            help="These sites, due or not; without any, all that are due.",
            show_default=False,
        ),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Ask for every known item, due or not.")
    ] = False,
    wait: Annotated[
        bool, typer.Option("--wait", help="Wait for a site that is being crawled.")
    ] = False,
    home: HomeOption = DEFAULT_HOME,
    as_json: JsonOption = False,
    now: NowOption = None,
    delay: DelayOption = None,
) -> None:
    """Go over the sites that are due, once, and print what changed.

    A URL that belongs to no site adds one first. Alerts that are due go out.
    """
    below, clock = Home(home), start_clock(now)
    alerts = load_alerts(home)
    with open_store(below) as store:
        chosen = choose_sites(below, store, sites or (), now=clock())
        if not chosen.sites and not chosen.fault_count:
            known = store.sites.all()
            to_watch_one = "to watch one: presswatch add ADDRESS"
            say(f"no site is due; {'see presswatch plan' if known else to_watch_one}")
        this = Pass(
            home=below,
            store=store,
            alerts=alerts,
            now=clock,
            delay=delay,
            everything=everything,
            wait=wait,
            added=chosen.added,
        )
        statuses = [USAGE if chosen.fault_count else WELL]
        tell = partial(show_report, store, as_json=as_json)
        statuses += asyncio.run(run_pass(this, chosen.sites, tell))
        deliver_due(this)
    finish(worst(statuses))

"""``presswatch watch``: the service, for ever."""

import asyncio
import errno
import logging
import os
import sys
from typing import Annotated

import typer

from corpus.home import Home
from crawler.site import Site
from presswatch.cli.crawling import Ended
from presswatch.cli.endings import PROBLEMS, STOPPED, WELL, UsageError, finish
from presswatch.cli.logs import log_to_stderr
from presswatch.cli.showing.reports import show_report
from presswatch.cli.showing.screen import say
from presswatch.cli.taking.options import (
    DEFAULT_HOME,
    DelayOption,
    HomeOption,
    JsonOption,
    NowOption,
    new_app,
    open_store,
    read_address,
    read_number,
    start_clock,
)
from scheduler.jobs import Report
from scheduler.service import Options, Service

app = new_app()

MIB = 2**20


@app.command()
def watch(
    home: HomeOption = DEFAULT_HOME,
    as_json: JsonOption = False,
    now: NowOption = None,
    delay: DelayOption = None,
    at_once: Annotated[
        int,
        typer.Option(
            "--at-once",
            metavar="N",
            parser=read_number(1, 1000),
            help="Most sites crawled at once.",
        ),
    ] = 40,
    port: Annotated[
        int,
        typer.Option(
            parser=read_number(0, 65535),
            metavar="PORT",
            envvar="PRESSWATCH_PORT",
            help="Serve /healthz and /metrics on this loopback port; 0: do not.",
        ),
    ] = 0,
    ping: Annotated[
        str | None,
        typer.Option(
            envvar="PRESSWATCH_PING",
            parser=read_address,
            metavar="URL",
            help="A dead man's switch to call every five minutes while all is well.",
        ),
    ] = None,
    memory: Annotated[
        int,
        typer.Option(
            parser=read_number(64),
            metavar="MIB",
            help="Start anew between crawls above it.",
        ),
    ] = 512,
) -> None:
    """Crawl every site when it is due, and tell what changed, until stopped.

    Sites keep the schedule of their files; one without is looked at by its own rhythm.
    """
    log_to_stderr(logging.INFO)
    options = Options(
        at_once=at_once,
        port=port,
        switch_url=ping,
        # a clock that was set by hand would begin anew as well
        most_resident=memory * MIB if now is None else sys.maxsize,
        delay=delay,
    )
    with open_store(Home(home)) as store:

        def told(site: Site, report: Report) -> None:
            status = WELL if report.run.status == "ok" else PROBLEMS
            ended = Ended(site=site, status=status, report=report)
            show_report(store, ended, as_json=as_json)

        async def serve() -> str:
            clock = start_clock(now)
            service = Service(Home(home), store, now=clock, options=options, told=told)
            return await service.run()

        try:
            why = asyncio.run(serve())
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
            taken = f"port {port} is taken: choose another (--port)"
            raise UsageError(taken) from None
    if why == "grown":
        say("memory has grown: starting anew")
        os.execv(sys.executable, [sys.executable, "-m", "presswatch", *sys.argv[1:]])
    finish(STOPPED)

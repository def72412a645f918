"""``presswatch status``: one screen that answers whether all is well."""

import shutil
import sys
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from corpus.glance import DAYS, Glance, glance
from corpus.home import Home
from presswatch.cli.endings import PROBLEMS, WELL, finish
from presswatch.cli.showing.rows import table
from presswatch.cli.showing.screen import counted, emit, show, styled
from presswatch.cli.taking.asking import NOTHING_WATCHED
from presswatch.cli.taking.options import (
    DEFAULT_HOME,
    HomeOption,
    JsonOption,
    NowOption,
    new_app,
    start_clock,
)
from scheduler.standing import (
    Standing,
    judge_standing,
    read_moment,
    sparkline,
    state_of,
    status_object,
)

app = new_app()

#: Seconds between two looks of ``--follow``.
FOLLOW_S = 2.0


@app.command()
def status(
    home: HomeOption = DEFAULT_HOME,
    as_json: JsonOption = False,
    now: NowOption = None,
    follow: Annotated[
        bool, typer.Option("--follow", help="Look again every two seconds.")
    ] = False,
) -> None:
    """Tell whether all is well: sites, runs, changes, problems, outbox, disk."""
    clock = start_clock(now)
    while True:
        standing = _look(Home(home), clock(), as_json=as_json, is_live=follow)
        if not follow:
            finish(WELL if standing.is_well else PROBLEMS)
        time.sleep(FOLLOW_S)


def _look(home: Home, now: datetime, *, as_json: bool, is_live: bool) -> Standing:
    look, free_bytes = glance(home, now=now), _free(home.root)
    faults = [*_lost_store(home), *_file_faults(home, look)]
    standing = judge_standing(look, free_bytes=free_bytes, now=now, file_faults=faults)
    if as_json:
        emit(status_object(look, standing, free_bytes=free_bytes, now=now))
        return standing
    if is_live and sys.stdout.isatty():
        sys.stdout.write("\x1b[H\x1b[2J")
    show(*_screen(look, standing, free_bytes, now), is_whole=True)
    return standing


def _lost_store(home: Home) -> Iterator[str]:
    """Yield that the store is gone, though there are captures of what it held."""
    if not home.store.exists() and any(home.archive.glob("*/*.warc.gz")):
        yield (
            f"{home.store} is gone, and the archive holds captures; presswatch archive "
            "restore makes it again"
        )


def _file_faults(home: Home, look: Glance) -> Iterator[str]:
    """Yield what is wrong with site files as they are since the last run."""
    for site in look.sites:
        path, ended_at = home.site_file(site["name"]), read_moment(site["ended_at"])
        if site["is_paused"]:
            continue
        if ended_at and path.exists() and path.stat().st_mtime < ended_at.timestamp():
            continue  # that run has read it
        # imported here: to read the files costs half as much as all the rest
        from crawler.site import SiteError, find_watched
        from scheduler.timing.planning import schedule_of

        try:
            schedule_of(home, find_watched(home, site["name"]))
        except SiteError as error:
            yield str(error)


def _screen(
    look: Glance, standing: Standing, free_bytes: int, now: datetime
) -> list[Any]:
    parts: list[Any] = [
        styled("all is well", "bold green")
        if standing.is_well
        else styled(f"{len(standing.faults)} to look at", "bold red")
    ]
    parts += [styled(f"  {fault}", "red") for fault in standing.faults]
    heads = ("site", "state", "last run", "", "next", "#live", "#changes", "#problems")
    if look.sites:
        parts += ["", *table(*heads, rows=[_cells(site, now) for site in look.sites])]
    else:
        parts += ["", NOTHING_WATCHED]
    outbox = {row["state"]: row["count"] for row in look.outbox}
    parts += [
        "",
        f"changes  {sparkline(look.daily)}  {sum(look.daily)} in {DAYS} days",
        f"outbox   {outbox.get('pending', 0)} waiting, {outbox.get('sent', 0)} sent, "
        f"{outbox.get('dead', 0)} given up",
        f"disk     {free_bytes / 2**30:.1f} GB free",
    ]
    if look.late:
        last = look.late[0]
        parts.append(
            f"late     {counted(len(look.late), 'runs')} in 7 days, "
            f"the last of {last['site']}"
        )
    return parts


def _cells(site: dict[str, Any], now: datetime) -> list[Any]:
    return [
        site["name"],
        state_of(site, now),
        read_moment(site["ended_at"]),
        site["status"] or "",
        read_moment(site["due_at"]) if not site["is_paused"] else None,
        site["live"],
        site["changes"],
        site["problems"] or 0,
    ]


def _free(folder: Path) -> int:
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return shutil.disk_usage(folder).free

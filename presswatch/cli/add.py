"""``presswatch add``: look at a site, show what was found, and watch it."""

import asyncio
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from corpus.home import Home
from crawler.agent import new_fetcher
from crawler.site import SHIPPED, Site, new_name, write_site
from crawler.survey import Survey, survey
from parsers.model import ProblemKind
from parsers.urls import normalize
from presswatch.cli.endings import PROBLEMS, WELL, UsageError, finish
from presswatch.cli.showing.screen import emit, say
from presswatch.cli.showing.surveys import show_survey, survey_shape
from presswatch.cli.taking.choosing import known_sites
from presswatch.cli.taking.options import (
    DEFAULT_HOME,
    Clock,
    DelayOption,
    HomeOption,
    JsonOption,
    NowOption,
    meant,
    new_app,
    open_store,
    start_clock,
)

app = new_app()

#: What to do where nothing can be watched, by what stands in the way.
_HINTS = {
    ProblemKind.EMPTY: "give the address of a list of items, of a feed or of a sitemap",
    ProblemKind.SCRIPT: "give the address of a feed or of a sitemap, if there is one",
    ProblemKind.ROBOTS: "ask the publisher; robots = false in a site file overrules it",
}
#: Kinds of problem that an address has where only the other scheme is served.
_UNREACHED = frozenset({ProblemKind.NETWORK, ProblemKind.TLS, ProblemKind.TIMEOUT})
_HINT = "look at the address, or try again later"


@app.command()
def add(
    url: Annotated[
        str,
        typer.Argument(
            metavar="URL", help="A news section, a feed, a sitemap or a whole site."
        ),
    ],
    name: Annotated[
        str | None,
        typer.Option("--name", metavar="NAME", help="What to call the site."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only look; write nothing.")
    ] = False,
    home: HomeOption = DEFAULT_HOME,
    as_json: JsonOption = False,
    now: NowOption = None,
    delay: DelayOption = None,
) -> None:
    """Look at a site, show what was found, and watch it from now on."""
    below, clock = Home(home), start_clock(now)
    site = site_for(below, url, name)
    say(f"looking at {site.seeds[0]} …")
    found = asyncio.run(_look(site, clock, delay))
    if found.seeds != site.seeds and is_new(below, site):
        say(f"this page leads to its news: {found.seeds[-1]}")
        site = replace(site, seeds=found.seeds)
    file = None
    if found.listing is not None and not dry_run:
        file = watch(below, site, clock())
    shape = survey_shape(site, found, file=file, delay=delay)
    if as_json:
        emit(shape)
    else:
        show_survey(shape)
    if found.listing is None:
        hints = [_hint(site.seeds[0], problem.kind) for problem in found.problems]
        say(f"nothing was added; {next(iter(hints), _HINT)}")
    finish(PROBLEMS if found.problems else WELL)


def site_for(home: Home, url: str, name: str | None) -> Site:
    """Return the site that an address makes, or the one that has it as a seed."""
    try:
        seed = normalize(url)
    except ValueError as error:
        raise UsageError(f"{error}{meant(url)}") from None
    for site in known_sites(home):
        if seed in site.seeds and name in (None, site.name):
            return site
    if name is None:
        return Site(name=new_name(home, seed), seeds=(seed,))
    try:
        is_taken = home.site_file(name).exists()
    except ValueError as error:
        raise UsageError(str(error)) from None
    if is_taken:
        raise UsageError(f"a site is named {name!r} already: {home.site_file(name)}")
    return Site(name=name, seeds=(seed,))


def is_new(home: Home, site: Site) -> bool:
    """Tell whether no file says yet what is watched of a site."""
    return not (home.site_file(site.name).exists() or _shipped(site).exists())


def watch(home: Home, site: Site, now: datetime) -> str:
    """Write a site's file, unless one ships, and watch it; return the file."""
    shipped = _shipped(site)
    file = shipped if shipped.exists() else write_site(home, site.name, site.seeds)
    with open_store(home) as store:
        store.sites.add(site.name, now=now)
    return str(file)


def _hint(seed: str, kind: ProblemKind) -> str:
    """Return what to do where a seed cannot be had."""
    if kind not in _UNREACHED:
        return _HINTS.get(kind, _HINT)
    scheme, rest = seed.split("://", 1)
    other = "http" if scheme == "https" else "https"
    return f"try {other}://{rest}, look at the address, or try again later"


def _shipped(site: Site) -> Path:
    return SHIPPED / f"{site.name}.toml"


async def _look(site: Site, now: Clock, delay: float | None) -> Survey:
    async with new_fetcher(now) as fetcher:
        return await survey(site, fetcher=fetcher, delay=delay)

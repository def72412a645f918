"""Whether sites are watched: what pause, resume and remove share."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from corpus.home import SITE_NAME, Home
from crawler.site import site_names
from presswatch.cli.endings import UsageError
from presswatch.cli.showing.screen import emit
from presswatch.cli.showing.spans import show_words
from presswatch.cli.taking.asking import held_below
from presswatch.cli.taking.options import open_store

if TYPE_CHECKING:
    from corpus.store import Store

NamedSites = Annotated[
    list[str], typer.Argument(metavar="SITE...", help="Names of sites.")
]


@contextmanager
def watched_below(
    root: Path, names: Sequence[str] | None, *, now: datetime
) -> Iterator["Store"]:
    """Open what is held; a file that somebody wrote by hand is a site, as for a crawl.

    Such a site is watched from the first command that looks at it.
    """
    home = Home(root)
    if files := [name for name in site_names(home) if SITE_NAME.fullmatch(name)]:
        with open_store(home) as store:
            watched = {row.name for row in store.sites.all()}
            for name in files:
                if name not in watched:
                    store.sites.add(name, now=now)
    with held_below(root, names) as store:
        yield store


def change_sites(
    root: Path, names: list[str], as_json: bool, word: str, now: datetime, **values: Any
) -> None:
    """Write into the store how sites are watched from now on, and tell it."""
    with watched_below(root, names, now=now) as store:
        rows = {row.name: row for row in store.sites.all()}
        for name in names:
            if name not in rows:
                raise UsageError(f"{name!r} is not watched; see presswatch sites")
        for name in names:
            store.sites.set(rows[name].id, **values)
            if as_json:
                emit({"name": name, "state": word})
            else:
                show_words(f"{name}: {word}", "bold")


def put_away(home: Home, name: str) -> Path | None:
    """Rename a site's file, so that it is not crawled and not lost either."""
    path = home.site_file(name)
    if not path.exists():
        return None
    return path.rename(path.with_suffix(".toml.removed"))

"""Whether sites are watched: what pause, resume and remove share."""

from pathlib import Path
from typing import Annotated, Any

import typer

from corpus.home import Home
from presswatch.cli.asking import held_below
from presswatch.cli.endings import UsageError
from presswatch.cli.screen import emit
from presswatch.cli.spans import show_words

NamedSites = Annotated[
    list[str], typer.Argument(metavar="SITE...", help="Names of sites.")
]


def change_sites(
    root: Path, names: list[str], as_json: bool, word: str, **values: Any
) -> None:
    """Write into the store how sites are watched from now on, and tell it."""
    with held_below(root, names) as store:
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

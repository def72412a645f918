"""What the commands that list something share: which sites, from when, how many."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.home import Home
from presswatch.cli.endings import USAGE, WELL, UsageError, finish
from presswatch.cli.showing.screen import say
from presswatch.cli.taking.options import open_store

if TYPE_CHECKING:
    from corpus.store import Store

#: Items named one by one where several have the same name.
_NAMED = 8
NOTHING_WATCHED = "nothing is watched yet; to begin: presswatch add ADDRESS"


def narrowed(
    *,
    sites: Sequence[str] | None,
    since: datetime | int | None,
    until: datetime | None,
    limit: int | None,
) -> dict[str, Any]:
    """Return what was asked for as the store's ``find`` takes it.

    >>> narrowed(sites=None, since=17, until=None, limit=5)["since_id"]
    17
    """
    by_id = isinstance(since, int)
    return {
        "site_names": list(sites or ()),
        "since_id": since if by_id else None,
        "since": None if by_id else since,
        "until": until,
        "limit": limit,
    }


@contextmanager
def held_below(
    root: Path, sites: Sequence[str] | None = None, *, is_needed: bool = False
) -> Iterator["Store"]:
    """Open what is held; end the command where nothing is, well unless it is needed."""
    home = Home(root)
    if not home.store.exists():
        check_sites(home, (), sites)
        say(f"nothing is held in {root} yet; to begin: presswatch add ADDRESS")
        finish(USAGE if is_needed else WELL)
    with open_store(home) as store:
        known = [row.name for row in store.sites.all(with_removed=True)]
        check_sites(home, known, sites)
        yield store


def check_sites(home: Home, known: Sequence[str], sites: Sequence[str] | None) -> None:
    """Raise ``UsageError`` for a site that neither the store nor a file knows."""
    for name in sites or ():
        if name in known or (home.sites / f"{name}.toml").exists():
            continue
        names = ", ".join(known) or "none yet"
        raise UsageError(f"no site is named {name!r}; known: {names}")


def find_item(store: "Store", text: str) -> Any:
    """Return the item that an address, a key or the beginning of a key names."""
    from parsers.urls import item_key

    try:
        key = item_key(text)
    except ValueError:
        key = text
    found = store.histories.match(text, key)
    if not found:
        raise UsageError(f"no item is held under {text!r}; see presswatch items")
    # a site that is watched under another name now holds its items twice
    watched = {row.name for row in store.sites.all()}
    found = [row for row in found if row.site in watched] or found
    if len(found) > 1:
        raise UsageError(f"{text!r} names several items:\n{_some_of(found)}")
    return found[0]


def _some_of(items: Sequence[Any]) -> str:
    lines = [f"  {row.key} ({row.site})" for row in items[:_NAMED]]
    return "\n".join(lines + ["  …"] * (len(items) > _NAMED))

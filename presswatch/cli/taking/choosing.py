"""Which sites a command concerns: named ones, the owner of an address, or all due."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from corpus.home import Home
from crawler.site import (
    SHIPPED,
    Site,
    SiteError,
    find_owner,
    find_site,
    find_watched,
    new_name,
    site_names,
    write_site,
)
from parsers.rules import Rules
from parsers.urls import normalize
from presswatch.cli.showing.screen import say
from presswatch.cli.taking.options import meant
from scheduler.timing.planning import schedule_of

if TYPE_CHECKING:
    from corpus.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """The sites to work on, and the files that cannot be used, told already.

    ``added`` names those that are watched from this call on.
    """

    sites: tuple[Site, ...]
    added: frozenset[str] = frozenset()
    fault_count: int = 0


def choose_sites(
    home: Home, store: "Store", names: Sequence[str], *, now: datetime
) -> Chosen:
    """Return the named sites; without names all that are watched and due."""
    asked, before = names or _due(home, store, now), set(site_names(home))
    chosen = _found(
        home, lambda name: _site(home, store, _named(home, store, name, now)), asked
    )
    return replace(chosen, added=frozenset(site_names(home)) - before)


def choose_held(home: Home, store: "Store", names: Sequence[str]) -> Chosen:
    """Return the named sites, due or not; without names all that are watched."""
    asked = names or [row.name for row in store.sites.all()]
    return _found(home, lambda name: _site(home, store, name), asked)


def _found(home: Home, find: Callable[[str], Site], names: Iterable[str]) -> Chosen:
    sites: dict[str, Site] = {}
    fault_count = 0
    for name in names:
        try:
            site = find(name)
            schedule_of(home, site)  # a fault in it is a fault of the file
        except SiteError as error:
            fault_count += 1
            say(str(error))
        else:
            sites.setdefault(site.name, site)
    return Chosen(sites=tuple(sites.values()), fault_count=fault_count)


def owner_of(home: Home, seed: str) -> Site | None:
    """Return the site, added or shipped, that an address belongs to."""
    return find_owner(known_sites(home), seed)


def known_sites(home: Home) -> Iterator[Site]:
    """Yield each site, added or shipped, whose file can be used."""
    names = [*site_names(home), *(path.stem for path in SHIPPED.glob("*.toml"))]
    for name in dict.fromkeys(names):
        try:
            yield find_site(home, name)
        except SiteError:
            continue  # told when that site itself is asked for


def rules_for(home: Home, url: str) -> Rules | None:
    """Return the reading rules of the site that an address belongs to, if any."""
    try:
        owner = owner_of(home, normalize(url))
    except ValueError:
        return None
    return owner.rules if owner else None


def _site(home: Home, store: "Store", name: str) -> Site:
    """Return a site by its name, be it watched or not."""
    is_watched = any(row.name == name for row in store.sites.all())
    return find_watched(home, name) if is_watched else find_site(home, name)


def _named(home: Home, store: "Store", name: str, now: datetime) -> str:
    """Return the name of a site, added now if it is an address of none."""
    if "://" not in name:
        if "/" in name and (hint := meant(name)):
            raise SiteError(f"neither a site's name nor an address: {name!r}{hint}")
        return name
    try:
        seed = normalize(name)
    except ValueError as error:
        raise SiteError(str(error)) from None
    if owner := owner_of(home, seed):
        return owner.name
    new = new_name(home, seed)
    file = write_site(home, new, [seed])
    store.sites.add(new, now=now)
    say(f"{new}: watched from now on ({file})")
    return new


def _due(home: Home, store: "Store", now: datetime) -> list[str]:
    """Return the watched sites whose time has come; without a schedule, all."""
    rows = {row.name: row for row in store.sites.all()}
    wanted = []
    for name in sorted({*rows, *site_names(home)}):
        row = rows.get(name)
        if row is not None and row.is_paused:
            say(f"{name}: paused; presswatch resume {name}")
        elif row is None or row.due_at is None or row.due_at <= now:
            wanted.append(name)
        elif not _has_schedule(home, name):
            wanted.append(name)  # the service plans it, a call crawls it all the same
    return wanted


def _has_schedule(home: Home, name: str) -> bool:
    try:
        return find_site(home, name).schedule is not None
    except SiteError:
        return False  # chosen, and told of as broken

"""The site files and the alert file as they stand now: read again when they change."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from corpus.home import Home
from corpus.log import Log
from corpus.store import Store
from crawler.site import Site, SiteError, find_site, site_names
from scheduler.alerting.delivery import Channel, Place
from scheduler.alerting.file import Alerts, AlertsError, load_alerts, open_channels
from scheduler.timing.planning import schedule_of
from scheduler.watch import Recipe

log = Log()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    state: tuple[int, int] | None
    site: Site | None = None
    recipe: Recipe | None = None


class SiteFiles:
    """The sites of a home by name; a broken file costs its own site alone."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._known: dict[str, _Read] = {}
        self._folder: tuple[int, int] | None = None
        self.faults: dict[str, str] = {}

    def site(self, name: str) -> Site | None:
        """Return a site as its file stands now; nothing while that is broken."""
        return self._read(name).site

    def recipe(self, name: str) -> Recipe | None:
        """Return a site's schedule and zone; nothing while its file is broken."""
        return self._read(name).recipe

    def add_new(self, store: Store, *, now: datetime) -> None:
        """Watch the sites whose files a person has put into the folder."""
        state = _state(self._home.sites)
        if state == self._folder:
            return
        self._folder = state
        known = {row.name for row in store.sites.all(with_removed=True)}
        for name in site_names(self._home):
            if name not in known:
                store.sites.add(name, now=now)
                log.info("site added", site=name)

    def _read(self, name: str) -> _Read:
        state = _state(self._home.sites / f"{name}.toml")
        known = self._known.get(name)
        if known is not None and known.state == state:
            return known
        self.faults.pop(name, None)
        read = _Read(state=state)
        try:
            site = find_site(self._home, name)
            recipe = Recipe(
                schedule=schedule_of(self._home, site),
                zone=ZoneInfo(site.time_zone or "UTC"),
            )
            read = _Read(state=state, site=site, recipe=recipe)
        except SiteError as error:
            self.faults[name] = str(error)
            log.error("site file broken", site=name, fault=str(error))
        self._known[name] = read
        return read


class AlertFile:
    """The alert file as it stands now; while it is broken, as it stood before."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._state: tuple[int, int] | str | None = "never read"
        self.alerts = Alerts(channels={}, rules=())
        self.channels: Mapping[str, Channel] = {}
        self.faults: dict[str, str] = {}

    def refresh(
        self, changed: Callable[[Mapping[str, Channel], Mapping[str, str]], None]
    ) -> None:
        """Read the file again if it has changed, and hand the channels over."""
        state = _state(self._home.alerts)
        if state == self._state:
            return
        is_first = self._state == "never read"
        try:
            alerts = load_alerts(self._home.root)
        except AlertsError as error:
            if is_first:
                raise
            self._state = state
            self.faults["alerts.toml"] = str(error)
            log.error("alert file broken", fault=str(error))
            return
        self._state = state
        self.alerts = alerts
        self.channels, faults = open_channels(alerts, Place(home=self._home.root))
        self.faults = dict(faults)
        for fault in faults.values():
            log.error("channel closed", fault=fault)
        changed(self.channels, faults)


def _state(path: Path) -> tuple[int, int] | None:
    try:
        status = os.stat(path)
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size

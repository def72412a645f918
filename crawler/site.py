"""Site files: what a person may say of a site, and what is wrong with it."""

import os
import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from corpus.home import Home
from crawler.limits import Limits
from crawler.policy import Policy
from crawler.site_file import read_values
from parsers.rules import Rules, RulesError
from parsers.urls import host_port, in_scope, site_name

#: The site files that ship; they count once they are added or named.
SHIPPED = Path(__file__).parent / "sites"


class SiteError(Exception):
    """A site file cannot be used; the message names file, line, key and remedy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The recipe of one site: its file, read and checked."""

    name: str
    seeds: tuple[str, ...]
    label: str = ""
    confirm_after: timedelta = timedelta(hours=6)
    schedule: str | None = None
    time_zone: str | None = None
    delay: float = 1.0
    parallel: int = 1
    allow: tuple[str, ...] = ()
    robots: bool = True
    verify_tls: bool = True
    limits: Limits = field(default_factory=Limits)
    rules: Rules = field(default_factory=Rules)

    def policy(self, *, delay: float | None = None) -> Policy:
        """Return how the site may be asked; ``delay`` overrules the file's."""
        return Policy(
            limits=self.limits,
            delay=self.delay if delay is None else delay,
            parallel=self.parallel,
            seeds=self.seeds,
            allow=self.allow,
            robots=self.robots,
            verify_tls=self.verify_tls,
        )


def read_site(path: Path) -> Site:
    """Read one site file; raise ``SiteError`` with file, line, key, what is allowed."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise SiteError(f"{path}: cannot be read: no UTF-8: {error.reason}") from None
    except OSError as error:
        raise SiteError(f"{path}: cannot be read: {error}") from None
    return parse_site(text, name=path.stem, where=str(path))


def parse_site(text: str, *, name: str, where: str) -> Site:
    """Read the text of a site file; ``where`` names it in messages."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SiteError(f"{where}: not valid TOML: {error}") from None
    except RecursionError:
        raise SiteError(f"{where}: nested too deep") from None
    try:
        return Site(name=name, **read_values(data))
    except RulesError as error:
        line = _line_of(error.key.split("."), text)
        raise SiteError(f"{where}:{line}: {error.key}: {error.reason}") from None


def find_site(home: Home, name: str) -> Site:
    """Read the file of a named site, the home's before the one that ships."""
    try:
        own = home.site_file(name)
    except ValueError as error:
        raise SiteError(str(error)) from None
    if own.exists():
        return read_site(own)
    shipped = SHIPPED / own.name
    if shipped.exists():
        return read_site(shipped)
    known = ", ".join(site_names(home)) or "none yet"
    raise SiteError(
        f"no site is named {name!r}; known: {known}. "
        "To watch a new one: presswatch add ADDRESS"
    )


def find_watched(home: Home, name: str) -> Site:
    """Read the file of a site that is watched; tell what to do where it is gone."""
    try:
        return find_site(home, name)
    except SiteError:
        if (file := home.site_file(name)).exists():
            raise
        raise SiteError(
            f"{name}: its file {file} is gone: put it back, or stop watching it: "
            f"presswatch remove {name}"
        ) from None


def site_names(home: Home) -> list[str]:
    """Return the names of all site files in the home."""
    return sorted(path.stem for path in home.sites.glob("*.toml"))


def find_owner(sites: Iterable[Site], url: str) -> Site | None:
    """Return the site an address belongs to: same host, longest path of a seed."""
    best: tuple[int, Site] | None = None
    host, path = host_port(url), _path(url)
    for site in sites:
        for seed in site.seeds:
            prefix = _path(seed)
            prefix = prefix[: prefix.rfind("/") + 1]
            if host_port(seed) != host or not path.startswith(prefix):
                continue
            if best is None or len(prefix) > best[0]:
                best = (len(prefix), site)
    return best[1] if best else None


def new_name(home: Home, url: str) -> str:
    """Return a name for a new site: host, port if unusual, a number if taken."""
    name = site_name(url)
    taken = set(site_names(home)) | {p.stem for p in SHIPPED.glob("*.toml")}
    number = 1
    while (candidate := name if number == 1 else f"{name}-{number}") in taken:
        number += 1
    return candidate


def write_site(
    home: Home, name: str, seeds: Sequence[str], *, is_anew: bool = False
) -> Path:
    """Write the one line that makes a site; an existing file is left as it is.

    Unless it shall be written anew, since the one line was all it had.
    """
    path = home.site_file(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    if is_anew or not path.exists():
        quoted = ", ".join('"' + seed.replace('"', "%22") + '"' for seed in seeds)
        # whole or not at all: a file that a crash cut would have to be mended by hand
        new = path.with_name(f".{path.name}.new")
        with new.open("w", encoding="utf-8") as file:
            file.write(f"seeds = [{quoted}]\n")
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    return path


def is_scope(site: Site, url: str, *, item_url: str = "") -> bool:
    """Tell whether a site's crawl may follow an address, on an item's host as well."""
    return in_scope(url, (*site.seeds, item_url) if item_url else site.seeds)


def _path(url: str) -> str:
    return re.sub(r"^https?://[^/]*", "", url).partition("?")[0] or "/"


def _line_of(loc: Sequence[str], text: str) -> int:
    """Return the line on which a key stands; 1 where it cannot be told."""
    key = re.escape(loc[-1])
    pattern = re.compile(
        rf"""^\s*(?:\[+\s*(?:[\w.-]+\.)?{key}\s*\]+|["']?{key}["']?\s*[.=])"""
    )
    table = ""
    for number, line in enumerate(text.splitlines(), 1):
        if header := re.match(r"\s*\[+\s*([\w.\"'-]+)\s*\]+", line):
            table = header[1]
        if pattern.match(line) and (len(loc) < 2 or table.split(".")[0] == loc[0]):
            return number
    return 1

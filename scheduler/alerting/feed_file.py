"""Feeds as files that several processes add to: locked, and replaced as a whole."""

import fcntl
import os
from abc import ABC, abstractmethod
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote, urlsplit

from pydantic import field_validator

from parsers.model import Alert
from scheduler.alerting.channel_settings import ChannelSettings
from scheduler.alerting.delivery import DeliveryError
from scheduler.alerting.safe import xml_text

#: Entries a feed keeps; readers that come weekly still see a busy week.
MOST_ENTRIES = 500

#: What no address may hold as it is (RFC 3987, 2.2).
_SAFE = "".join(chr(n) for n in range(33, 127) if chr(n) not in '<>"{}|\\^`')


class FeedSettings(ChannelSettings):
    """A feed's file and title; ``link`` is where the file can be had, if it can."""

    file: str
    title: str = "Presswatch"
    link: str | None = None

    @field_validator("file")
    @classmethod
    def _check_file(cls, file: str) -> str:
        path = Path(file)
        outside = path.is_absolute() or ".." in path.parts
        if outside or not path.name or "\x00" in file:
            raise ValueError("the file lies below the home; give a name relative to it")
        return file

    @field_validator("title")
    @classmethod
    def _check_title(cls, title: str) -> str:
        if not title.strip():
            raise ValueError("a feed needs a title")
        return title

    @field_validator("link")
    @classmethod
    def _check_link(cls, link: str | None) -> str | None:
        if link is not None and web_address(link) != link:
            raise ValueError("give the whole address of the feed, https://…")
        return link


class FeedFile(ABC):
    """A feed that grows by each alert; its format is a channel's own."""

    def __init__(
        self, path: Path, *, title: str = "Presswatch", link: str | None = None
    ) -> None:
        self._path, self._title, self._link = path, title, link

    def send(self, alert: Alert) -> None:
        """Write the feed anew with the alert in it."""
        _rewrite(self._path, lambda old: self._add(old, alert))

    @abstractmethod
    def _add(self, old: bytes, alert: Alert) -> bytes:
        """Return the feed with the alert in it, given the feed as it was."""


def address_of(alert: Alert) -> str | None:
    """Return where an alert about one thing leads, if a feed may hold that."""
    if alert.trouble is not None:
        return web_address(alert.trouble.problem.url)
    return web_address(alert.changes[0].url) if len(alert.changes) == 1 else None


def web_address(url: str) -> str | None:
    """Return an address as feeds may hold it; ``None`` if it leads to no web page.

    >>> web_address("https://h.example/a b?q=<новость>")
    'https://h.example/a%20b?q=%3Cновость%3E'
    >>> web_address("/news/fog") is None
    True
    """
    signs = xml_text(url).strip()
    told = "".join(
        c if c > "\x9f" and not c.isspace() else quote(c, _SAFE) for c in signs
    )
    try:
        parts = urlsplit(told)
    except ValueError:
        return None
    return told if parts.scheme in ("http", "https") and parts.hostname else None


def _rewrite(path: Path, change: Callable[[bytes], bytes]) -> None:
    """Replace a file by what ``change`` makes of it; readers see old or new, whole."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(path.with_name(f".{path.name}.lock"), "a") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            old = path.read_bytes() if path.exists() else b""
            _replace(path, change(old))
    except OSError as error:
        raise DeliveryError(f"cannot write {path.name}: {error.strerror}") from error


def _replace(path: Path, content: bytes) -> None:
    new = path.with_name(f".{path.name}.new")
    with open(new, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    os.replace(new, path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)

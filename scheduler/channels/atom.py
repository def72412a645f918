"""Alerts as an Atom feed (RFC 4287): a file below the home for any reader."""

import hashlib
from typing import Literal
from xml.etree import ElementTree as ET

from parsers.model import Alert
from scheduler.alerting.delivery import Place
from scheduler.alerting.feed_file import (
    MOST_ENTRIES,
    FeedFile,
    FeedSettings,
    address_of,
)
from scheduler.alerting.html_text import as_html
from scheduler.alerting.message import stamp, tell
from scheduler.alerting.safe import xml_text

_ATOM = "http://www.w3.org/2005/Atom"


class AtomSettings(FeedSettings):
    """The feed's file, title and address."""

    type: Literal["atom"]
    file: str = "alerts.atom"

    def open(self, name: str, place: Place) -> "Atom":
        """Return the channel to the file."""
        return Atom(place.home / self.file, title=self.title, link=self.link)


class Atom(FeedFile):
    """Adds each alert as an entry, newest first; one sent again takes its old place."""

    def _add(self, old: bytes, alert: Alert) -> bytes:
        entry = make_entry(alert)
        kept = [e for e in _entries(old) if _id_of(e) != _id_of(entry)]
        feed = ET.Element(_name("feed"))
        name = hashlib.sha256(str(self._path).encode()).hexdigest()[:32]
        _add_text(feed, "id", f"urn:presswatch:feed:{name}")
        _add_text(feed, "title", self._title)
        _add_text(feed, "updated", stamp(alert.at))
        author = ET.SubElement(feed, _name("author"))
        _add_text(author, "name", "Presswatch")
        if self._link:
            ET.SubElement(feed, _name("link"), rel="self", href=self._link)
        feed.extend([entry, *kept][:MOST_ENTRIES])
        ET.register_namespace("", _ATOM)
        text: bytes = ET.tostring(feed, encoding="utf-8", xml_declaration=True)
        return text + b"\n"


def make_entry(alert: Alert) -> ET.Element:
    """Return the alert as an Atom entry; its id stays the same for ever."""
    message = tell(alert)
    entry = ET.Element(_name("entry"))
    _add_text(entry, "id", f"urn:presswatch:alert:{alert.alert_id}")
    _add_text(entry, "title", message.subject)
    _add_text(entry, "updated", stamp(alert.at))
    if address := address_of(alert):
        ET.SubElement(entry, _name("link"), rel="alternate", href=address)
    content = _add_text(entry, "content", as_html(message))
    content.set("type", "html")
    return entry


def _entries(feed: bytes) -> list[ET.Element]:
    """Return the entries of the feed as it stands; a broken file has none."""
    try:
        return ET.fromstring(feed).findall(_name("entry")) if feed else []
    except ET.ParseError:
        return []


def _id_of(entry: ET.Element) -> str | None:
    return entry.findtext(_name("id"))


def _name(tag: str) -> str:
    return f"{{{_ATOM}}}{tag}"


def _add_text(parent: ET.Element, tag: str, text: str) -> ET.Element:
    element = ET.SubElement(parent, _name(tag))
    element.text = xml_text(text)
    return element

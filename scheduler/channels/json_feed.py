"""Alerts as a JSON Feed (version 1.1), a file below the home."""

import json
from typing import Any, Literal

from parsers.model import Alert
from scheduler.alerting.as_json import alert_object
from scheduler.alerting.delivery import Place
from scheduler.alerting.feed_file import (
    MOST_ENTRIES,
    FeedFile,
    FeedSettings,
    address_of,
)
from scheduler.alerting.html_text import as_html
from scheduler.alerting.message import stamp, tell
from scheduler.alerting.plain_text import as_plain_text

_VERSION = "https://jsonfeed.org/version/1.1"


class JsonFeedSettings(FeedSettings):
    """The feed's file, title and address."""

    type: Literal["json-feed"]
    file: str = "alerts.json"

    def open(self, name: str, place: Place) -> "JsonFeed":
        """Return the channel to the file."""
        return JsonFeed(place.home / self.file, title=self.title, link=self.link)


class JsonFeed(FeedFile):
    """Adds each alert as an item, newest first; one sent again takes its old place."""

    def _add(self, old: bytes, alert: Alert) -> bytes:
        entry = make_entry(alert)
        kept = [e for e in _entries(old) if e.get("id") != entry["id"]]
        feed: dict[str, Any] = {"version": _VERSION, "title": self._title}
        if self._link:
            feed["feed_url"] = self._link
        feed["items"] = [entry, *kept][:MOST_ENTRIES]
        text = json.dumps(feed, ensure_ascii=False, indent=1)
        return text.encode("utf-8", "replace") + b"\n"


def make_entry(alert: Alert) -> dict[str, Any]:
    """Return the alert as an item of the feed; ``_presswatch`` holds it as data."""
    message = tell(alert)
    entry: dict[str, Any] = {
        "id": alert.alert_id,
        "title": message.subject,
        "content_html": as_html(message),
        "content_text": as_plain_text(message),
        "date_published": stamp(alert.at),
        "_presswatch": alert_object(alert),
    }
    if address := address_of(alert):
        entry["url"] = address
    return entry


def _entries(feed: bytes) -> list[dict[str, Any]]:
    """Return the items of the feed as it stands; a broken file has none."""
    try:
        items = json.loads(feed)["items"] if feed else []
    except (ValueError, KeyError, TypeError):
        return []
    return [item for item in items if isinstance(item, dict)]

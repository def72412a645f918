"""Feeds that alerts are written to, as a real feed reader reads them."""

import json
import threading
from pathlib import Path
from typing import Any

import feedparser
import pytest

from scheduler.channels.atom import Atom
from scheduler.channels.json_feed import JsonFeed
from tests.scheduler.hostile_titles import HOSTILE, hostile_alerts
from tests.scheduler.samples import make_alert


@pytest.mark.promise("R36")
def test_an_atom_feed_of_hostile_titles_is_read_by_a_feed_reader(
    tmp_path: Path,
) -> None:
    """One forbidden character makes the whole feed unreadable."""
    channel = Atom(tmp_path / "alerts.atom")
    for alert in hostile_alerts():
        channel.send(alert)
    raw = (tmp_path / "alerts.atom").read_bytes()
    feed = feedparser.parse(raw)
    assert not feed.bozo
    assert feed.version == "atom10"
    assert [e.id for e in feed.entries] == [
        f"urn:presswatch:alert:alert_{n}" for n in reversed(range(len(HOSTILE)))
    ]


def test_a_json_feed_of_hostile_titles_is_valid_and_holds_the_change(
    tmp_path: Path,
) -> None:
    """Version 1.1 asks for a version, a title, items, and an id and content in each."""
    channel = JsonFeed(tmp_path / "alerts.json")
    for alert in hostile_alerts():
        channel.send(alert)
    feed = json.loads((tmp_path / "alerts.json").read_text(encoding="utf-8"))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["title"]
    assert len(feed["items"]) == len(HOSTILE)
    for item in feed["items"]:
        assert item["id"]
        assert item["content_html"]
        assert item["_presswatch"]["alert_id"] == item["id"]


@pytest.mark.promise("R8")
@pytest.mark.parametrize("kind", [Atom, JsonFeed])
def test_an_alert_sent_twice_stands_once_in_a_feed(kind: Any, tmp_path: Path) -> None:
    """At least once on the way, once in the file."""
    path = tmp_path / "feed"
    for alert in (make_alert(), make_alert(), make_alert(alert_id="alert_2")):
        kind(path).send(alert)
    entries = feedparser.parse(path.read_bytes()).entries if kind is Atom else []
    items = json.loads(path.read_bytes())["items"] if kind is JsonFeed else entries
    assert len(items) == 2


@pytest.mark.parametrize("kind", [Atom, JsonFeed])
def test_a_broken_feed_file_is_begun_anew_and_no_half_file_is_left(
    kind: Any, tmp_path: Path
) -> None:
    """A full disk once must not end the feed for ever."""
    path = tmp_path / "feed"
    path.write_bytes(b"<feed><entry>\xff")
    kind(path).send(make_alert())
    assert b"alert_0123" in path.read_bytes()
    assert {p.name for p in tmp_path.iterdir()} == {"feed", ".feed.lock"}


def test_a_feed_grows_from_several_processes_without_losing_any(
    tmp_path: Path,
) -> None:
    """The service and a command may write at once."""
    path = tmp_path / "alerts.json"

    def send(start: int) -> None:
        for n in range(start, start + 10):
            JsonFeed(path).send(make_alert(alert_id=f"alert_{n}"))

    threads = [threading.Thread(target=send, args=(n * 10,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(json.loads(path.read_bytes())["items"]) == 40

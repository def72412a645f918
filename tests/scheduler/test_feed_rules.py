"""Our feeds keep every rule of their formats, whatever is told in them."""

import json
from pathlib import Path
from typing import Any

import feedparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from parsers.model import Alert, ChangeKind, Problem, ProblemKind
from scheduler.channels.atom import Atom, AtomSettings
from scheduler.channels.json_feed import JsonFeed, JsonFeedSettings
from tests.scheduler.feed_rules import atom_faults, json_feed_faults
from tests.scheduler.samples import make_alert, make_change, make_trouble

AWKWARD = (
    "\x00\x0b\x1b[2J\ufffe\ud800",
    "]]></content></entry><!-- & &amp; &nope;",
    "<script>alert(1)</script>",
    "\u202eمرفأ الجزيرة\u2066 🚢👩‍👩‍👧",
    "港" * 3000,
    "",
)
URLS = (
    'https://press.harbour.example/a b/<x>?q={1}&r="2"',
    "https://müller.example/straße/новость#top",
    "https://press.harbour.example/%zz|^`\\",
)
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">
<id>urn:f:1</id><title>Fog</title><updated>2026-03-03T12:00:00Z</updated>
<author><name>Ada</name></author><link rel="self" href="https://h.example/f"/>
<entry><id>urn:e:1</id><title>One</title><updated>2026-03-03T12:00:00Z</updated>
<content type="html">x</content></entry></feed>"""
JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Fog",
    "feed_url": "https://h.example/f",
    "items": [
        {
            "id": "1",
            "url": "https://h.example/1",
            "content_text": "x",
            "date_published": "2026-03-03T12:00:00Z",
            "_presswatch": {},
        }
    ],
}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<id>urn:f:1</id>", ""),
        ("<id>urn:e:1</id>", "<id>/e/1</id>"),
        ("<title>One</title>", ""),
        ("<title>One</title>", "<title>One</title><title>Two</title>"),
        ("<title>One</title>", "<title><b>One</b></title>"),
        ("<title>One</title>", "<title type='bold'>One</title>"),
        ("2026-03-03T12:00:00Z</updated>\n<author>", "3 March</updated><author>"),
        ("2026-03-03T12:00:00Z</updated>\n<content", "2026-03-03</updated><content"),
        ("<author><name>Ada</name></author>", ""),
        ("<name>Ada</name>", ""),
        ("https://h.example/f", "/f"),
        ("https://h.example/f", "https://h.example/a b"),
        ('<content type="html">x</content>', ""),
        ('<content type="html">x</content>', '<content type="html"><p/></content>'),
        ("</entry>", "</entry><rights>x</rights>"),
        ("<title>One</title>", "<title type='xhtml'><b>One</b></title>"),
        ("<entry>", "<entry xml:lang='in English'>"),
        ('rel="self" ', ""),
        ("</feed>", ""),
        ("feed", "rss"),
    ],
)
def test_a_broken_atom_feed_is_found_out(old: str, new: str) -> None:
    """Else that ours have no faults would say nothing."""
    assert old in ATOM
    assert not atom_faults(ATOM.encode())
    assert atom_faults(ATOM.replace(old, new).encode())


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("version", "1.1"),
        ("title", ""),
        ("feed_url", "/f"),
        ("author", {}),
        ("items", {}),
        ("items", [{"id": 1, "content_text": "x"}]),
        ("items", [{"content_text": "x"}]),
        ("items", [{"id": "1"}]),
        ("items", [{"id": "1", "content_text": "x"}] * 2),
        ("items", [{"id": "1", "content_text": "x", "url": "1.html"}]),
        ("items", [{"id": "1", "content_text": "x", "date_published": "today"}]),
        ("items", [{"id": "1", "content_text": "x", "presswatch": {}}]),
        ("items", [{"id": "1", "content_text": "x", "tags": "fog"}]),
        ("items", [{"id": "1", "content_text": "x", "language": "in English"}]),
    ],
)
def test_a_broken_json_feed_is_found_out(name: str, value: Any) -> None:
    """Else that ours have no faults would say nothing."""
    assert not json_feed_faults(json.dumps(JSON_FEED).encode())
    assert json_feed_faults(json.dumps(JSON_FEED | {name: value}).encode())


def _alerts() -> list[Alert]:
    changes = [
        make_change(id=n, title=text, body=text, language=text or None, url=url)
        for n, (text, url) in enumerate((text, url) for text in AWKWARD for url in URLS)
    ]
    changes += [make_change(id=100 + n, kind=kind) for n, kind in enumerate(ChangeKind)]
    lost = Problem(kind=ProblemKind.EMPTY, detail="\x00 <b>", url="")
    told = [(change,) for change in changes] + [tuple(changes)]
    alerts = [make_alert(*one, alert_id=f"alert_{n}") for n, one in enumerate(told)]
    troubles = [make_trouble(), make_trouble(problem=lost)]
    return alerts + [
        make_alert(alert_id=f"trouble_{n}", changes=(), trouble=trouble)
        for n, trouble in enumerate(troubles)
    ]


@pytest.mark.promise("R36")
def test_an_atom_feed_keeps_every_rule_whatever_it_tells(tmp_path: Path) -> None:
    """Readers refuse a whole feed for one forbidden sign."""
    path = tmp_path / "alerts.atom"
    channel = Atom(path, title="Fog & <buoys>", link="https://h.example/alerts.atom")
    for alert in _alerts():
        channel.send(alert)
    assert atom_faults(path.read_bytes()) == []
    read = feedparser.parse(path.read_bytes())
    assert not read.bozo
    assert len(read.entries) == len(_alerts())
    assert read.feed.title == "Fog & <buoys>"


def test_a_json_feed_keeps_every_rule_whatever_it_tells(tmp_path: Path) -> None:
    """Readers refuse a whole feed for one wrong type."""
    path = tmp_path / "alerts.json"
    channel = JsonFeed(path, link="https://h.example/alerts.json")
    for alert in _alerts():
        channel.send(alert)
    assert json_feed_faults(path.read_bytes()) == []
    assert len(json.loads(path.read_bytes())["items"]) == len(_alerts())


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=80), st.text(max_size=80))
def test_any_words_and_any_address_make_a_valid_feed(text: str, url: str) -> None:
    """What publishers write is out of our hands."""
    alert = make_alert(make_change(title=text, body=text, url=url))
    atom, feed = Path("atom"), Path("feed")
    where = "https://h.example/alerts.atom"
    assert not atom_faults(Atom(atom, link=where)._add(b"", alert))
    assert not json_feed_faults(JsonFeed(feed)._add(b"", alert))


@pytest.mark.parametrize("kind", [AtomSettings, JsonFeedSettings])
@pytest.mark.parametrize(
    "wrong", [{"link": "alerts.atom"}, {"link": "ftp://h.example/f"}, {"title": " "}]
)
def test_a_feed_that_no_reader_would_take_is_refused_by_its_settings(
    kind: Any, wrong: dict[str, str]
) -> None:
    """An address without a host, or no title, is told when the file is read."""
    name = {"AtomSettings": "atom", "JsonFeedSettings": "json-feed"}[kind.__name__]
    with pytest.raises(ValidationError):
        kind(type=name, **wrong)

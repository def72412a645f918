"""Titles that stand on their pages as a line like any other, and that lists tell."""

import json
from pathlib import Path

import pytest

from scheduler.settling import rereader
from tests.presswatch.calling import call_here
from tests.presswatch.small_site import WORDS, Answer, small_site


def _plain(number: int, title: str) -> Answer:
    """Return a page of a board: one window title for all, a heading in the text."""
    text = "".join(f"<p>{WORDS.format(n=number * 10 + n)}</p>" for n in range(4))
    inner = f"<h2>Boats that sail to quay {number}</h2><p>Ask at pier {number}.</p>"
    cells = f"<tr><td><b>{title}</b></td></tr><tr><td>{text}{inner}</td></tr>"
    html = f"<html><title>Notices</title><body><table>{cells}</table></body></html>"
    return Answer(html.encode())


def test_a_title_that_lists_alone_tell_was_what_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The new title found no line of the old page: a heading in its text was told."""
    options = ("--home", tmp_path, "--delay", "0", "--json")
    with small_site() as site:
        for n in range(1, 7):
            site.pages[f"/news/{n}"] = _plain(n, f"Ferry number {n} stays in port")
        call_here("crawl", site.url, *options, "--now", "2026-03-01T06:00:00Z")
        monkeypatch.setattr(rereader, "READER", 0)  # what was read is read again
        site.pages["/news/3"] = _plain(3, "Ferry number 3 leaves at last")
        list_ = site.pages["/news/"].body
        renamed = list_.replace(b"3 stays in port", b"3 leaves at last")
        site.pages["/news/"] = Answer(renamed)
        ended = call_here("crawl", site.url, *options, "--now", "2026-03-02T06:00:00Z")
    told = [json.loads(line) for line in ended.out.splitlines()]
    title = {
        "old": "Ferry number 3 stays in port",
        "new": "Ferry number 3 leaves at last",
    }
    assert [change["fields"] for change in told] == [{"title": title}]

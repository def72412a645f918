"""Lists whose links lead to items by way of a page that leads on."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from tests.presswatch.calling import call_here
from tests.presswatch.small_site import HTML, Answer, SmallSite, item, small_site


def _lead(site: SmallSite, number: int, to: str, *, status: int = 302) -> str:
    """Put an item behind a number; return the link to it."""
    href = f"/link?id={number}"
    site.pages[href] = Answer(b"", status, {**HTML, "Location": to})
    site.pages[to] = item(number)
    return f'<li><a href="{href}">Ferry number {number} stays in port</a></li>'


def _crawl(site: SmallSite, home: Path, day: int) -> list[dict[str, Any]]:
    now = f"2026-03-{day:02}T06:00:00Z"
    site.asked.clear()
    options = ("--home", home, "--delay", "0", "--json", "--now", now)
    ended = call_here("crawl", site.url, *options)
    return [json.loads(line) for line in ended.out.splitlines()]


def _list(site: SmallSite, links: list[str]) -> None:
    html = f"<html><body><h1>News</h1><ul class=news>{''.join(links)}</ul>"
    site.pages["/news/"] = Answer(html.encode())


@pytest.mark.parametrize("form", ["/go.php?to={}", "/link?utm_source=list&u={}"])
def test_an_item_is_known_by_the_address_its_link_names(
    tmp_path: Path, form: str
) -> None:
    """Another redirector tomorrow, or none, makes no other item of it."""
    with small_site() as site:
        whole = site.pages["/news/"].body.decode()
        host = site.url.removesuffix("/news/")
        for n in range(1, 7):
            target = quote(f"{host if n % 2 else ''}/news/{n}", safe="")
            whole = whole.replace(f'"/news/{n}"', f'"{form.format(target)}"')
        site.pages["/news/"] = Answer(whole.encode())
        told = {change["url"] for change in _crawl(site, tmp_path, 1)}
        assert told == {f"{site.url}{n}" for n in range(1, 7)}
        assert not [path for path in site.asked if "?" in path]


@pytest.mark.parametrize("status", [301, 302])
def test_an_item_behind_a_number_is_known_by_where_that_leads(
    tmp_path: Path, status: int
) -> None:
    """It is asked for there, and by its number again only when it is not found."""
    with small_site() as site:
        links = [
            _lead(site, n, f"/news/ferry-{n}-in-port", status=status)
            for n in range(1, 7)
        ]
        _list(site, links)
        told = {change["url"] for change in _crawl(site, tmp_path, 1)}
        assert told == {f"{site.url}ferry-{n}-in-port" for n in range(1, 7)}
        assert not _crawl(site, tmp_path, 2)
        assert not [path for path in site.asked if "/link" in path]
        del site.pages["/news/ferry-4-in-port"]
        _lead(site, 4, "/news/boat-4-in-port", status=status)
        told_later = [c for day in (3, 4, 5) for c in _crawl(site, tmp_path, day)]
        assert [change["kind"] for change in told_later] == ["moved"]
        assert told_later[0]["url"] == site.url + "boat-4-in-port"


def test_an_item_moves_behind_a_gate_that_hands_out_cookies(tmp_path: Path) -> None:
    """Its address led to itself each night before, and so answered itself."""
    with small_site() as site:
        cookie = {"Location": "/news/1", "Set-Cookie": "seen=1f; path=/"}
        told = []
        for day in (5, 6):
            site.once["/news/1"] = Answer(b"", 302, {**HTML, **cookie})
            if day == 6:
                to = {**HTML, "Location": "/news/fog"}
                site.pages["/news/fog"] = site.pages["/news/1"]
                site.pages["/news/1"] = Answer(b"", 301, to)
            told += _crawl(site, tmp_path, day)
        assert [c["kind"] for c in told if not c["baseline"]] == ["moved"]

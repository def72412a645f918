"""Lists whose further pages nobody may or can read."""

import json
from pathlib import Path

import pytest

from tests.presswatch.calling import call_here
from tests.presswatch.small_site import Answer, SmallSite, item, small_site

ROBOTS = Answer(
    b"User-agent: *\nDisallow: /news/more", 200, {"Content-Type": "text/plain"}
)


@pytest.mark.parametrize("is_forbidden", [True, False])
def test_what_comes_after_a_list_without_a_readable_end_is_news(
    tmp_path: Path, is_forbidden: bool
) -> None:
    """The baseline would never end, and nobody would be told of anything."""
    with small_site() as site:
        pager = b'<div class="pager">1 <a href="/news/?page=2">2</a></div>'
        whole = site.pages["/news/"].body
        site.pages["/news/"] = Answer(whole.replace(b"</body>", pager + b"</body>"))
        if is_forbidden:
            site.pages["/robots.txt"] = ROBOTS
        options = ("--home", tmp_path, "--delay", "0", "--json")
        day = "2026-03-{:02}T06:00:00Z"
        first = call_here("crawl", site.url, *options, "--now", day.format(1))
        assert first.status == 3, "the page that cannot be read is told"
        site.pages["/news/7"] = item(7)
        link = b'<ul class=news><li><a href="/news/7">Ferry number 7 stays in port</a>'
        page = site.pages["/news/"].body.replace(b"<ul class=news>", link)
        site.pages["/news/"] = Answer(page)
        ended = call_here("crawl", site.url, *options, "--now", day.format(2))
        changes = [json.loads(line) for line in ended.out.splitlines()]
        assert [(c["kind"], c["baseline"]) for c in changes] == [("new", False)]


def test_what_is_older_than_the_readable_list_is_no_news(tmp_path: Path) -> None:
    """It was out before anybody could read of it, and a box of links shows it now."""
    with small_site() as site:
        site.pages["/robots.txt"] = ROBOTS
        pager = '<div class="pager">1 <a href="/news/?page=2">2</a></div></body>'
        page = site.pages["/news/"].body.decode().replace("</body>", pager)
        for n in range(1, 7):
            title = f"number {n} stays in port</a>"
            page = page.replace(title, f"{title} {20 + n}.02.2026")
        site.pages["/news/"] = Answer(page.encode())
        options = ("--home", tmp_path, "--delay", "0", "--json")
        day = "2026-03-{:02}T06:00:00Z"
        call_here("crawl", site.url, *options, "--now", day.format(1))
        rows = ""
        for n, printed in ((7, "02.03.2026"), (8, "05.11.2025")):
            site.pages[f"/news/{n}"] = item(n, day=printed)
            rows += (
                f'<li><a href="/news/{n}">Ferry number {n} stays in port</a> {printed}'
            )
        page = page.replace("<ul class=news>", f"<ul class=news>{rows}")
        site.pages["/news/"] = Answer(page.encode())
        ended = call_here("crawl", site.url, *options, "--now", day.format(2))
        changes = [json.loads(line) for line in ended.out.splitlines()]
        told = {c["url"][-1]: (c["kind"], c["baseline"]) for c in changes}
        assert told == {"7": ("new", False), "8": ("new", True)}


@pytest.mark.parametrize("nights", [0, 3])
def test_a_part_that_fails_keeps_no_removal_unproven_but_its_own(
    tmp_path: Path, nights: int
) -> None:
    """A section that answered once, or never, hides only what stood in it."""
    with small_site() as site:
        _change(site, "</body>", "<a href=/news/archive>Archive</a></body>")
        if nights:
            rows = "".join(
                f'<li><a href="/news/{n}">Ferry number {n} stays in port</a></li>'
                for n in range(7, 12)
            )
            site.pages["/news/archive"] = Answer(f"<ul>{rows}</ul>".encode())
            site.pages |= {f"/news/{n}": item(n) for n in range(7, 12)}
        _night(site, tmp_path, 1)
        site.pages.pop("/news/archive", None)
        for night in range(2, 2 + nights):
            assert not _night(site, tmp_path, night)
        away = Answer(status=302, headers={"Location": "/news/"})
        site.pages |= {"/news/2": away, "/news/8": away}
        _change(site, '<li><a href="/news/2">Ferry number 2 stays in port</a></li>', "")
        told = [_night(site, tmp_path, 2 + nights + n) for n in range(2)]
        assert told == [[], [("removed", f"{site.url}2")]]


def _change(site: SmallSite, old: str, new: str) -> None:
    page = site.pages["/news/"].body.decode()
    site.pages["/news/"] = Answer(page.replace(old, new).encode())


def _night(site: SmallSite, home: Path, day: int) -> list[tuple[str, str]]:
    now = f"2026-03-{day:02}T06:00:00Z"
    options = ("--home", home, "--delay", "0", "--json", "--now", now)
    lines = call_here("crawl", site.url, *options).out.splitlines()
    changes = [json.loads(line) for line in lines]
    return [(c["kind"], c["url"]) for c in changes if not c["baseline"]]

"""Lists of which one page fails for good, and what stands behind it."""

import json
from pathlib import Path
from typing import Any

from crawler.items.due import SMALL
from tests.presswatch.calling import call_here
from tests.presswatch.small_site import Answer, SmallSite, item, small_site


def _list(pager: str, days: dict[int, str]) -> Answer:
    rows = "".join(
        f'<li><a href="/news/{n}">Ferry number {n} stays in port</a> {day}</li>'
        for n, day in days.items()
    )
    page = f"<html><body><h1>News</h1><ul class=news>{rows}</ul>{pager}</body></html>"
    return Answer(page.encode())


def _give(site: SmallSite, **pages: tuple[str, dict[int, str]]) -> None:
    """Put lists and their items on a site."""
    for path, (pager, days) in pages.items():
        site.pages[path] = _list(pager, days)
        site.pages |= {f"/news/{n}": item(n, day=day) for n, day in days.items()}


def _crawl(site: SmallSite, home: Path, day: int) -> list[dict[str, Any]]:
    now = f"2026-03-{day:02}T06:00:00Z"
    options = ("--home", home, "--delay", "0", "--json", "--now", now)
    return [
        json.loads(line)
        for line in call_here("crawl", site.url, *options).out.split("\n")
        if line
    ]


def _told(changes: list[dict[str, Any]]) -> dict[str, bool]:
    assert {c["kind"] for c in changes} <= {"new"}
    return {c["url"].rpartition("/")[2]: c["baseline"] for c in changes}


PAGER = "".join(f'<a href="/news/?page={n}">{n}</a> ' for n in (2, 3))
FIRST = {n: f"{n}.02.2026" for n in (28, 27, 26, 25, 24, 23)}
SECOND = {n: f"{n}.02.2026" for n in (22, 21, 20, 19, 18, 17)}
THIRD = {n: f"{n}.02.2026" for n in (16, 15, 14, 13, 12, 11)}


def test_a_page_that_always_fails_hides_no_other_and_no_news(tmp_path: Path) -> None:
    """One broken record on page 2 would keep a newsroom from ever being told."""
    with small_site() as site:
        pager = f'<div class="pager">{PAGER}</div>'
        lists = {"/news/": (pager, FIRST), "/news/?page=3": (pager, THIRD)}
        _give(site, **lists)
        site.pages["/news/?page=2"] = Answer(b"error", 500)
        first = _told(_crawl(site, tmp_path, 1))
        assert first == {str(n): True for n in (*FIRST, *THIRD)}
        assert not _crawl(site, tmp_path, 2) + _crawl(site, tmp_path, 3)
        _give(site, **{"/news/": (pager, {29: "04.03.2026"} | FIRST)})
        assert _told(_crawl(site, tmp_path, 4)) == {"29": False}
        _give(site, **{"/news/?page=2": (pager, SECOND)})
        told = _told(_crawl(site, tmp_path, 12))
        assert told == {str(n): True for n in SECOND}, "they were out long before"


def test_months_are_walked_where_the_next_page_is_forbidden(tmp_path: Path) -> None:
    """Blogs forbid their older pages to robots, and link a page for each month."""
    with small_site() as site:
        robots = b"User-agent: *\nDisallow: /news/more"
        site.pages["/robots.txt"] = Answer(robots, 200, {"Content-Type": "text/plain"})
        months = "".join(
            f'<li><a href="/news/2026/{m:02}/">Month {m}</a></li>' for m in (2, 1)
        )
        aside = f"<aside><ul>{months}</ul></aside>"
        pager = f'<a class="next" href="/news/more?before=23">Older posts</a>{aside}'
        january = {n: f"{n - 40}.01.2026" for n in (71, 70, 69, 68)}
        _give(
            site,
            **{
                "/news/": (pager, FIRST),
                "/news/2026/02/": (aside, FIRST | SECOND),
                "/news/2026/01/": (aside, january),
            },
        )
        told = _told(_crawl(site, tmp_path, 1))
        assert told == {str(n): True for n in (*FIRST, *SECOND, *january)}
        assert not [path for path in site.asked if path.startswith("/news/more")]
        _give(site, **{"/news/": (pager, {29: "02.03.2026"} | FIRST)})
        assert _told(_crawl(site, tmp_path, 2)) == {"29": False}


def test_an_item_too_old_for_a_short_list_is_told_when_it_is_back(
    tmp_path: Path,
) -> None:
    """A list of the latest will never show it again, however long one waits."""
    days = {n: f"{n % 28 + 1}.0{n // 28 + 1}.2026" for n in range(22, 22 + SMALL)}
    with small_site() as site:
        _give(site, **{"/news/": ("", {21: "22.01.2026"} | days)})
        _crawl(site, tmp_path, 1)
        _give(site, **{"/news/": ("", days | {99: "02.03.2026"})})
        _crawl(site, tmp_path, 2)
        back = site.pages.pop("/news/21")
        gone = [c["kind"] for day in (3, 5, 6) for c in _crawl(site, tmp_path, day)]
        assert gone == ["removed"]
        site.pages["/news/21"] = back
        told = [c["kind"] for day in (8, 10) for c in _crawl(site, tmp_path, day)]
        assert told == ["restored"]

"""The address of an archive that lists its years; where gone items lead."""

from pathlib import Path

import pytest

from tests.presswatch.calling import call_here
from tests.presswatch.small_site import Answer, SmallSite, item, small_site

YEARS = {"/news/2026/": range(1, 7), "/news/2025/": range(7, 13)}
MENU = "<div id=menu><a href=/bureau.do>Home</a> <a href=/sign-in.do>Sign in</a></div>"


def _page(inner: str) -> Answer:
    return Answer(f"<html><body>{MENU}<h1>News</h1>{inner}</body></html>".encode())


def _list(site: SmallSite, numbers: range | list[int]) -> Answer:
    links = (
        f"<li><a href=/news/{n}>Ferry number {n} stays in port</a>" for n in numbers
    )
    return _page(f"<ul class=news>{''.join(links)}</ul>")


def _with_years(site: SmallSite) -> None:
    years = (f"<li><a href={path}>News {path[-5:-1]}</a>" for path in YEARS)
    site.pages["/news/"] = _page(f"<ul>{''.join(years)}</ul>")
    for path, numbers in YEARS.items():
        site.pages[path] = _list(site, numbers)
        site.pages |= {f"/news/{n}": item(n) for n in numbers}


def test_an_index_of_years_is_watched_by_the_lists_behind_it(tmp_path: Path) -> None:
    """The years were the items; what is new in one of them never was seen."""
    with small_site() as site:
        _with_years(site)
        options = ("--home", tmp_path, "--delay", "0")
        added = call_here("add", site.url, *options)
        first = call_here("crawl", *options, "--json")
        site.pages["/news/2026/"] = _list(site, [13, *YEARS["/news/2026/"]])
        site.pages["/news/13"] = item(13)
        site.asked.clear()
        second = call_here("crawl", *options, "--json", "--now", "2031-01-01T06:00:00Z")
    assert added.status == 0, added.err
    assert "Ferry number" in added.out
    assert len(first.rows) == 12
    assert [(row["kind"], row["url"][-8:]) for row in second.rows] == [
        ("new", "/news/13")
    ]


@pytest.mark.parametrize("where", ["/bureau.do", "/sign-in.do"])
def test_an_item_that_leads_to_what_lists_call_the_front_page_is_gone(
    tmp_path: Path, where: str
) -> None:
    """No address tells that it is: the item was a problem in every run."""
    is_front = where == "/bureau.do"
    with small_site() as site:
        site.pages["/news/"] = _list(site, range(1, 7))
        site.pages[where] = item(77)
        rows = []
        for day in range(1, 5):
            now = ("--now", f"2026-03-0{day}T06:00:00Z")
            options = ("--home", tmp_path, "--delay", "0", "--json", *now)
            rows += call_here("crawl", site.url, *options).rows
            site.pages["/news/3"] = Answer(status=302, headers={"Location": where})
            site.pages["/news/"] = _list(site, [1, 2, 4, 5, 6])
    told = [(row["kind"], row["url"][-1]) for row in rows if row["kind"] != "new"]
    assert told == ([("removed", "3")] if is_front else [])

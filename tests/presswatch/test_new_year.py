"""Lists of one year or month: their news go on where the next one is."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.presswatch.calling import call_here
from tests.presswatch.small_site import Answer, SmallSite, item, small_site

OLD = [f"/item/{n}" for n in range(1, 7)]
NEW = ["/item/8", "/item/7"]


def _list(
    site: SmallSite, path: str, urls: Sequence[str], times: Sequence[str]
) -> None:
    menu = "".join(f"<li><a href={time}>{time.strip('/')[-7:]}</a>" for time in times)
    rows = "".join(
        f"<li><h3><a href={url}>Ferry number {url[-1]} stays in port</a></h3>"
        f"<p>Until the fog lifts there.</p></li>"
        for url in urls
    )
    html = f"<body><ul id=years>{menu}</ul><h1>News</h1><ul class=news>{rows}</ul>"
    site.pages[path] = Answer(html.encode())


def _items(site: SmallSite) -> None:
    for n in range(1, 9):
        day = f"2026-12-{20 + n}" if n < 7 else f"2027-01-0{n - 6}"
        site.pages[f"/item/{n}"] = item(n, day=day)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/news/2026/", "/news/2027/"),
        ("/news/2026/12/", "/news/2027/01/"),
        ("/news?year=2026", "/news?year=2027"),
        ("/releases-2026.html", "/releases-2027.html"),
    ],
)
@pytest.mark.parametrize("way", ["linked", "unlinked", "instead"])
def test_the_news_of_a_new_year_are_told(
    old: str, new: str, way: str, tmp_path: Path
) -> None:
    """Who watched the list of a year heard nothing more from its end on."""
    with small_site() as site:
        _items(site)
        options = ("--home", tmp_path, "--delay", "0", "--json")
        address = site.url.removesuffix("/news/")
        _list(site, old, OLD, [old])
        call_here("crawl", address + old, *options, "--now", "2026-12-30T06:00:00Z")
        before = call_here("crawl", *options, "--now", "2027-01-01T06:00:00Z")
        _list(site, new, NEW, [new, old])
        if way == "linked":
            _list(site, old, OLD, [new, old])
        if way == "instead":
            site.pages[old] = Answer(b"<h1>Not found</h1>", status=404)
        after = call_here("crawl", *options, "--now", "2027-01-03T06:00:00Z")
    assert not before.rows, "a year may begin without a list"
    assert before.status == 0, before.err
    told = [(row["kind"], row["url"]) for row in after.rows]
    assert sorted(told) == [("new", f"{address}/item/{n}") for n in (7, 8)]


def test_a_year_that_was_over_when_it_was_first_watched_stays_so(
    tmp_path: Path,
) -> None:
    """Who gives the address of an archive wants no more than that."""
    with small_site() as site:
        _items(site)
        options = ("--home", tmp_path, "--delay", "0", "--json")
        address = site.url + "2026/"
        for path, urls in (("/news/2026/", OLD), ("/news/2027/", NEW)):
            _list(site, path, urls, ["/news/2027/", "/news/2026/"])
        for day in (3, 4):
            now = f"2027-01-0{day}T06:00:00Z"
            ended = call_here("crawl", address, *options, "--now", now)
            told = [row["url"] for row in ended.rows]
            assert len(told) == (len(OLD) if day == 3 else 0)

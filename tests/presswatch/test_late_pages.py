"""Pages that lists lead to late: they hold what was out long before."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.presswatch.calling import call_here
from tests.presswatch.small_site import Answer, SmallSite, item, small_site

SECTIONS = ("law", "ports", "city")


def _list(site: SmallSite, path: str, urls: Sequence[str], *, more: str = "") -> None:
    menu = "".join(f"<li><a href=/{name}/>{name}</a>" for name in SECTIONS)
    rows = "".join(
        f"<li><h3><a href={url}>Ferry number {url.rpartition('/')[2]} stays in port</a>"
        f"</h3><p>Until the fog lifts there.</p></li>"
        for url in urls
    )
    html = f"<body><ul id=menu>{menu}</ul><h1>News</h1><ul class=news>{rows}</ul>"
    html += f'<a href="{more}">Older news</a>' if more else ""
    site.pages[path] = Answer(html.encode())


def test_what_a_section_that_is_found_late_has_shown_for_long_is_no_news(
    tmp_path: Path,
) -> None:
    """All of its archive was told as new when the front page first led to it."""
    held = {
        name: [f"/{name}/{10 * at + n}" for n in range(1, 9)]
        for at, name in enumerate(SECTIONS, start=1)
    }
    with small_site() as site:
        for urls in held.values():
            for n, url in enumerate(urls):
                number = int(url.rpartition("/")[2])
                site.pages[url] = item(number, day=f"2026-02-{27 - 2 * n:02}")
        site.pages["/city/30"] = item(30, day="2026-03-02")
        site.pages["/city/29"] = item(29, day="2026-02-20")
        front = site.url.removesuffix("news/")
        options = ("--home", tmp_path, "--delay", "0", "--json")
        for day, late in ((1, []), (2, ["/city/30"])):
            city = [*late, *held["city"]]
            for name in SECTIONS:
                _list(site, f"/{name}/", city if name == "city" else held[name])
            shown = [*held["law"][:2], *held["ports"][:2], *city[: len(late) + 1]]
            _list(site, "/", shown)
            now = f"2026-03-0{day}T06:00:00Z"
            ended = call_here("crawl", front, *options, "--now", now)
        news = [row["url"] for row in ended.rows if not row["baseline"]]
        kept = call_here("items", "--home", tmp_path, "--json").rows
        _list(site, "/city/", ["/city/30", "/city/29", *held["city"]])
        now = "2026-03-03T06:00:00Z"
        third = call_here("crawl", front, *options, "--now", now)
    assert ended.status == 0, ended.err
    assert news == [f"{front}city/30"]
    assert len(kept) == 3 * 8 + 1
    assert [row["url"] for row in third.rows if not row["baseline"]] == [
        f"{front}city/29"
    ]


URLS = [f"/ports/{n}" for n in range(1, 17)]
#: Name → what the pages of a list show at first, and on each later day what they show,
#: and what of that is news: 40 is of today, 41 was put in late.
GROWING = {
    "a pager that came of late": (
        [URLS[:8]],
        ([["/ports/40", *URLS[:7]], URLS[7:]], ["40"]),
        ([["/ports/41", *URLS[:7]], URLS[7:]], ["41"]),
    ),
    "a page more, put in late before it": (
        [URLS[:8], URLS[8:]],
        (
            [["/ports/40", *URLS[:8]], ["/ports/41", *URLS[8:15]], URLS[15:]],
            ["40", "41"],
        ),
    ),
    "a second page, put in late at its end": (
        [URLS],
        ([URLS[:12], [*URLS[12:], "/ports/41"]], ["41"]),
    ),
}


@pytest.mark.parametrize("name", GROWING)
def test_what_comes_with_the_pages_of_a_list_that_grows(
    name: str, tmp_path: Path
) -> None:
    """All of an archive was told as new; and what was put in late once was not."""
    first, *later = GROWING[name]
    with small_site() as site:
        for n, url in enumerate(URLS):
            site.pages[url] = item(n + 1, day=f"2026-02-{27 - n:02}")
        site.pages["/ports/40"] = item(40, day="2026-03-02")
        site.pages["/ports/41"] = item(41, day="2026-02-10")
        address = site.url.removesuffix("news/") + "ports/"
        options = ("--home", tmp_path, "--delay", "0", "--json")
        for day, (pages, told) in enumerate([(first, []), *later], start=1):
            for n, urls in enumerate(pages, start=1):
                here = f"/ports/?page={n}" if n > 1 else "/ports/"
                more = f"/ports/?page={n + 1}" if n < len(pages) else ""
                _list(site, here, urls, more=more)
            now = f"2026-03-0{day}T06:00:00Z"
            ended = call_here("crawl", address, *options, "--now", now)
            news = [row["url"] for row in ended.rows if not row["baseline"]]
            assert sorted(news) == [f"{address}{n}" for n in told], day

"""Lists that are begun anew, and show their first item."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from tests.presswatch.calling import call_here
from tests.presswatch.small_site import Answer, item, small_site


def _cards(numbers: Iterable[int]) -> Answer:
    cards = "".join(
        f"<li class=card><h2>Ferry number {n} stays in port</h2>"
        f"<p>Until the fog lifts.</p><a href=/news/{n}>Read more</a></li>"
        for n in numbers
    )
    html = f"<html><body><h1>News</h1><ul class=cards>{cards}</ul></body></html>"
    return Answer(html.encode())


def test_the_first_item_of_a_new_month_is_told_on_its_day(tmp_path: Path) -> None:
    """A single link beside a label is a list where the site's lists have stood."""
    with small_site() as site:
        options = ("--home", tmp_path, "--delay", "0", "--json")
        for day, numbers in enumerate(([1, 2, 3], [4, 1, 2, 3], [5]), 26):
            site.pages["/news/"] = _cards(numbers)
            now = f"2026-02-{day}T06:00:00Z"
            ended = call_here("crawl", site.url, *options, "--now", now)
        assert [row["url"] for row in ended.rows] == [site.url + "5"]
        assert [row["kind"] for row in ended.rows] == ["new"]
        assert ended.status == 0, ended.err


def test_a_page_whose_address_names_a_visit_is_known_the_next_day(
    tmp_path: Path,
) -> None:
    """What a page of a list lost is only seen if it is known what stood on it."""
    with small_site() as site:
        options = ("--home", tmp_path, "--delay", "0", "--json")
        for day in (26, 27, 28):
            further = f"/news/?PHPSESSID={day}c1a0f2e4b6d83957&page=2"
            first, second = _cards([1, 2, 3]), _cards([4, 5, 6])
            pager = f'<a rel=next href="{further}">Next</a></body>'.encode()
            first.body = first.body.replace(b"</body>", pager)
            site.pages |= {"/news/": first, further: second}
            now = f"2026-02-{day}T06:00:00Z"
            call_here("crawl", site.url, *options, "--now", now)
        assert sum("PHPSESSID" in path for path in site.asked) == 3
    held = sqlite3.connect(tmp_path / "presswatch.sqlite")
    urls = [url for (url,) in held.execute("SELECT url FROM listings ORDER BY id")]
    assert urls == [site.url, site.url + "?page=2"]


def _month(numbers: Iterable[int]) -> Answer:
    rows = "".join(
        f"<tr><td>*<td><a href=/news/{n}>Ferry number {n} stays in port</a>"
        for n in numbers
    )
    months = "|".join(
        f"<a href=/news/{name[:3].lower()}.html>{name} 2026</a>"
        for name in ("February", "January")
    )
    return Answer(f"<html><body><h1>News</h1><table>{rows}</table>{months}".encode())


def test_an_item_that_stands_alone_in_its_month_belongs_to_the_baseline(
    tmp_path: Path,
) -> None:
    """A page that leads to other months is a list, however short."""
    with small_site() as site:
        options = ("--home", tmp_path, "--delay", "0", "--json")
        site.pages["/news/feb.html"] = _month([4, 5, 6])
        site.pages["/news/jan.html"] = _month([1, 2, 3])
        site.pages |= {f"/news/{n}": item(n) for n in range(1, 9)}
        told = []
        for day, numbers in ((2, [7]), (3, [8, 7])):
            site.pages["/news/"] = _month(numbers)
            now = f"2026-03-0{day}T06:00:00Z"
            told += call_here("crawl", site.url, *options, "--now", now).rows
        news = [row["url"] for row in told if not row["baseline"]]
        assert news == [site.url + "8"]
        assert len(told) == 8


def test_a_list_that_stays_short_is_believed_in_time(tmp_path: Path) -> None:
    """It was doubted every night, and nobody could say that it is right."""
    with small_site() as site:
        site.pages |= {f"/news/{n}": item(n) for n in range(7, 21)}
        options = ("--home", tmp_path, "--delay", "0", "--json")
        statuses = []
        for day in range(1, 10):
            site.pages["/news/"] = _cards(range(1, 21 if day == 1 else 4))
            now = f"2026-03-{day:02}T06:00:00Z"
            ended = call_here("crawl", site.url, *options, "--now", now)
            statuses.append(ended.status)
    assert statuses == [0, 3, 3, 3, 3, 0, 0, 0, 0]


def _rows(numbers: Iterable[int], onward: str) -> Answer:
    """Return a page of a list, and beside it boxes that lead elsewhere."""
    rows = "".join(
        f"<div class=post><a href=/news/{n}><img src=/{n}.jpg></a><div><b>{28 - n}</b>"
        f"<b>Jan</b><b>2026</b></div><a href=/news/topic/{n % 2}>Note</a>"
        f"<a href=/news/{n}>Ferry number {n} stays in port</a><p>Fog came.</p></div>"
        for n in numbers
    )
    banners = "".join(
        f"<li><a href=/{name}><img src=/{name}.png alt='{name} of the port'></a>"
        for name in ("Archive", "Berths", "Cranes", "Docks", "Engines", "Ferries")
    )
    recent = "".join(
        f"<li><a href=/news/{n}>Ferry number {n} stays in port</a>" for n in range(1, 6)
    )
    main = f"<h1>News</h1><div class=grid>{rows}</div>{onward}"
    side = f"<div><ul>{banners}</ul></div><div><h3>Recent</h3><ul>{recent}</ul></div>"
    return Answer(f"<html><body><div>{main}</div>{side}".encode())


def test_a_last_page_shows_less_than_the_boxes_beside_it(tmp_path: Path) -> None:
    """Its two rows were read a night late, and told as new."""
    with small_site() as site:
        site.pages |= {f"/news/{n}": item(n) for n in range(1, 13)}
        site.pages["/news/"] = _rows(range(1, 11), "<a href=?page=2>Next</a>")
        site.pages["/news/?page=2"] = _rows((11, 12), "2 / 2")
        options = ("--home", tmp_path, "--delay", "0", "--json")
        ended = call_here("crawl", site.url, *options, "--now", "2026-03-01T06:00:00Z")
    assert len(ended.rows) == 12

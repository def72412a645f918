"""Items whose addresses carry the number of the list's page on which they stood."""

from collections.abc import Iterable
from pathlib import Path

from tests.presswatch.calling import call_here
from tests.presswatch.small_site import Answer, item, small_site


def _list(numbers: Iterable[int], *, page: int, is_paged: bool = True) -> Answer:
    links = "".join(
        f'<li><a href="/news/view?id={n}&amp;pg={page}">'
        f"Ferry number {n} stays in port</a></li>"
        for n in numbers
    )
    pager = '<div class=pager><a href="/news/?pg=1">1</a> <a href="/news/?pg=2">2</a>'
    html = f"<html><body><h1>News</h1><ul class=news>{links}</ul>"
    return Answer(f"{html}{pager * is_paged}</body></html>".encode())


def test_a_page_without_its_pager_makes_no_known_item_new(tmp_path: Path) -> None:
    """Which parameter numbers the pages is known from better days."""
    with small_site() as site:
        site.pages["/news/"] = site.pages["/news/?pg=1"] = _list(range(5, 9), page=1)
        site.pages["/news/?pg=2"] = _list(range(1, 5), page=2)
        for number in range(1, 9):
            site.pages[f"/news/view?id={number}"] = item(number)
            site.pages[f"/news/view?id={number}&pg=1"] = item(number)
        options = ("--home", tmp_path, "--delay", "0", "--json")
        day = "2026-03-{:02}T06:00:00Z"
        call_here("crawl", site.url, *options, "--now", day.format(1))
        # a page further back stands on the first one, which has lost its pager
        site.pages["/news/"] = _list([8, 7, 2], page=1, is_paged=False)
        for n in (2, 3):
            ended = call_here("crawl", site.url, *options, "--now", day.format(n))
            assert ended.status == 0, ended.err
            assert ended.out == ""

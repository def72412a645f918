"""Lists that are begun anew, and show their first item."""

from collections.abc import Iterable
from pathlib import Path

from tests.presswatch.calling import call_here
from tests.presswatch.small_site import Answer, small_site


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

"""Lists that show only so many items, and no way to the older ones."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.presswatch.calling import call_here
from tests.presswatch.small_site import Answer, SmallSite, item, small_site

#: The number of each item is how many days before the end of February it was out.
ALL = range(1, 10)


def _dated(number: int, *, day: str = "") -> Answer:
    return item(number, day=day or f"2026-02-{28 - number:02}")


def _list(site: SmallSite, numbers: Iterable[int]) -> None:
    rows = "".join(
        f"<li><a href=/news/{n}>Ferry number {n} stays in port</a></li>"
        for n in numbers
    )
    html = f"<html><body><h1>News</h1><ul class=news>{rows}</ul></body></html>"
    site.pages["/news/"] = Answer(html.encode())


@pytest.mark.parametrize(
    ("later", "told"),
    [
        ([1, 2, 4, 5, 6, 7], []),  # the third was taken away
        ([1, 2, 3, 4, 5, 6, 7], ["7"]),  # nothing was: the list shows all there is
        ([7, 1, 2, 4, 5, 6], ["7"]),  # not at the end
    ],
    ids=["slid", "grown", "on-top"],
)
def test_what_a_list_shows_last_as_another_left_is_no_news(
    later: list[int], told: list[str], tmp_path: Path
) -> None:
    """It was out long before anybody watched; where it stood nobody could read."""
    with small_site() as site:
        site.pages |= {f"/news/{n}": _dated(n) for n in ALL}
        options = ("--home", tmp_path, "--delay", "0", "--json")
        for day, numbers in ((1, range(1, 7)), (2, later)):
            _list(site, numbers)
            now = f"2026-03-0{day}T06:00:00Z"
            ended = call_here("crawl", site.url, *options, "--now", now)
        news = [row for row in ended.rows if not row["baseline"]]
        assert [row["url"].rpartition("/")[2] for row in news] == told
        assert ended.status == 0, ended.err


def test_the_last_item_of_a_list_that_moved_is_told_so(tmp_path: Path) -> None:
    """It was taken for one that slid there, and its old address was told as removed."""
    with small_site() as site:
        # of so many, those that rest are not looked at in every run
        for n in range(1, 41):
            day = f"2026-0{1 if n > 20 else 2}-{28 - (n - 1) % 20:02}"
            site.pages[f"/news/{n}"] = _dated(n, day=day)
        options = ("--home", tmp_path, "--delay", "0", "--json")
        for day, last in ((1, 40), (2, 77)):
            _list(site, [*range(1, 40), last])
            rows = site.pages["/news/"].body.replace(b"number 77", b"number 40")
            site.pages["/news/"] = Answer(rows)
            now = f"2026-03-0{day}T06:00:00Z"
            ended = call_here("crawl", site.url, *options, "--now", now)
            if last == 40:
                site.pages["/news/77"] = site.pages.pop("/news/40")
        told = [(row["kind"], row["url"].rpartition("/")[2]) for row in ended.rows]
        assert told == [("moved", "77")]


def test_a_list_with_the_oldest_first_tells_its_last(tmp_path: Path) -> None:
    """What comes to its end is the newest of all."""
    with small_site() as site:
        site.pages |= {f"/news/{n}": _dated(n) for n in ALL}
        options = ("--home", tmp_path, "--delay", "0", "--json")
        for day, numbers in ((1, range(7, 1, -1)), (2, range(6, 0, -1))):
            _list(site, numbers)
            now = f"2026-03-0{day}T06:00:00Z"
            ended = call_here("crawl", site.url, *options, "--now", now)
        assert [row["kind"] for row in ended.rows if not row["baseline"]] == ["new"]


def test_rows_with_their_link_in_another_column_are_of_the_list(tmp_path: Path) -> None:
    """The last row was taken for one that slid there, as fewer had a day beside."""
    with small_site() as site:
        site.pages |= {f"/news/{n}": _dated(n) for n in ALL}
        options = ("--home", tmp_path, "--delay", "0", "--json")
        for day, days in (
            (1, [[1], [2], [3], [4, 5], [6]]),
            (2, [[1, 2], [3, 4, 5], [6], [9]]),
        ):
            rows = ""
            for numbers in days:
                cell = f"<td rowspan={len(numbers)}>2026-02-{28 - numbers[0]:02}</td>"
                for n in numbers:
                    link = f"<a href=/news/{n}>Ferry number {n} stays in port</a>"
                    rows, cell = f"{rows}<tr>{cell}<td>{link}</td></tr>", ""
            html = f"<html><h1>News</h1><table>{rows}</table></html>"
            site.pages["/news/"] = Answer(html.encode())
            now = f"2026-03-0{day}T06:00:00Z"
            ended = call_here("crawl", site.url, *options, "--now", now)
        news = [row["url"][-2:] for row in ended.rows if not row["baseline"]]
        assert news == ["/9"]

"""Archives whose links name a month alone, below or behind the head of its year."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from parsers.listing import parse_listing
from parsers.model import Capture, Listing, Printed, Teaser
from parsers.page import read_page
from parsers.pagination.months import older_url
from tests.parsers.test_pagination import LIST, links, page

#: Name → the links to the months of a year, and what the months are called.
ARCHIVES = {
    "an era in a heading": ("<h3>令和８年</h3><ul>{}</ul>", "{}月"),
    "a budget year": ("<h3>令和7年度</h3><ul>{}</ul>", "{}月"),
    "a point of a list": ("<ul><li>2026<ul>{}</ul></ul>", "{name}"),
    "a cell of a table": ("<table><tr><th>2026</th><td>{}</table>", "{name}."),
    "a bold word of the line": ("<p><b>2026:</b> {}", "{name}"),
}
NAMES = {3: "March", 2: "February", 1: "January"}


@pytest.mark.parametrize("name", ARCHIVES)
def test_a_month_below_its_year_is_the_archive_that_goes_on(name: str) -> None:
    """Prefectures show one month at a time: older items were new once edited."""
    head, called = ARCHIVES[name]
    months = head.format(
        links(
            *(
                (f"/news/r8/0{n}/index.html", called.format(n, name=NAMES[n]))
                for n in NAMES
            )
        )
    )
    for here, month, older in (
        ("index.html", 3, "r8/03"),
        ("r8/03/index.html", 3, "r8/02"),
        ("r8/02/index.html", 2, "r8/01"),
        ("r8/01/index.html", 1, None),
    ):
        items = "".join(
            f"<p>0{n}.0{month}.2026 <a href=/news/r8/0{month}/0{n}.html>Ship {n} is "
            "back in port</a>"
            for n in (9, 8, 7)
        )
        found = parse_listing(page(items + months, LIST + here))
        assert isinstance(found, Listing)
        assert found.onward_url == (older and f"{LIST}{older}/index.html")


def test_a_month_without_its_year_leads_nowhere() -> None:
    """May is a name, and March is a verb."""
    items = "".join(
        f"<p>0{n}.03.2026 <a href=/news/0{n}.html>Ship {n} is back in port</a>"
        for n in (9, 8, 7)
    )
    names = links(("/news/may/", "May"), ("/news/april/", "April"))
    found = parse_listing(page(f"{items}<h3>Pilots</h3>{names}"))
    assert isinstance(found, Listing)
    assert found.onward_url is None


@pytest.mark.parametrize("asked", ["mts=202602", "archive=2026-02"])
def test_a_month_asked_for_in_one_figure_goes_on_from_the_newest(asked: str) -> None:
    """No item need say a day: the newest month is that of the capture."""
    items = "".join(
        f"<li><a href=/news/0{n}.html>Ship {n} is back in port, and so is the pilot</a>"
        for n in (9, 8, 7)
    )
    way = links((f"/news/index.aspx?{asked}", "Mes anterior"))
    newest = page(f"<ul>{items}</ul><p>{way}</p>", f"{LIST}index.aspx").capture
    found = parse_listing(replace(newest, captured_at=datetime(2026, 3, 2, tzinfo=UTC)))
    assert isinstance(found, Listing)
    assert found.onward_url == f"{LIST}index.aspx?{asked}"


def test_a_box_below_a_list_does_not_tell_where_that_ends() -> None:
    """The rest of a month was never listed, where a box showed an item of an older."""
    months = links(*((f"/news/2026/0{n}/", f"{NAMES[n]} 2026") for n in NAMES))
    days = (("ul li a", 3, 2), ("ul li a", 2, 27), ("div a", 1, 30))
    items = [
        Teaser(
            url=f"https://h.example/news/{month}-{day}",
            published=Printed(day=date(2026, month, day), text=""),
            place=place,
        )
        for place, month, day in days
    ]
    capture = Capture(url="https://h.example/news/", payload=months.encode())
    assert older_url(read_page(capture), items) == "https://h.example/news/2026/02/"


def test_months_are_an_archive_in_scripts_that_write_around_letters() -> None:
    """The sign of a vowel was no letter: what a Thai list holds was never read."""
    items = "".join(
        f"<p>0{n}.03.2026 <a href=/news/0{n}.html>Ship {n} is back in port</a>"
        for n in (9, 8, 7)
    )
    months = links(("/news/2026/03/", "มีนาคม 2026"), ("/news/2026/02/", "กุมภาพันธ์ 2026"))
    named = links(("/news/y/03/", "มีนาคม"), ("/news/y/02/", "กุมภาพันธ์"))
    for shown, older in ((months, "2026/03/"), (f"<h3>2026</h3>{named}", "y/03/")):
        found = parse_listing(page(items + shown, LIST + "index.html"))
        assert isinstance(found, Listing)
        assert found.onward_url == LIST + older

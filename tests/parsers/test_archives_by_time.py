"""Pages that list the years or months of an archive, and lists that forms cut so."""

from datetime import UTC, datetime

import pytest

from parsers.listing import parse_listing
from parsers.model import Capture, Listing

PRESS = "https://harbour.example/press/"
NOW = datetime(2026, 3, 2, tzinfo=UTC)


def _read(inner: str, url: str = PRESS) -> Listing:
    html = (
        "<html lang=en><title>Press</title><body><div class=menu><a href=/>Home</a>"
        f"<a href=/about>About us</a></div><div class=main>{inner}</div></body></html>"
    )
    found = parse_listing(Capture(url=url, payload=html.encode(), captured_at=NOW))
    assert isinstance(found, Listing), found
    return found


def _list(*links: tuple[str, str]) -> str:
    rows = "".join(f"<li><a href={href}>{text}</a></li>" for href, text in links)
    return f"<h1>Archive</h1><ul>{rows}</ul>"


@pytest.mark.parametrize(
    ("url", "links"),
    [
        (PRESS, [("2026/", "2026"), ("2025/", "2025")]),
        (PRESS, [("2026/", "Press releases 2026"), ("2025/", "Press releases 2025")]),
        (PRESS, [("y.php?id=9", "All news of the year 2026"), ("y.php?id=8", "2025")]),
        (PRESS, [("2026/2/", "February 2026 (14)"), ("2025/12/", "December 2025 (7)")]),
        (f"{PRESS}2026/", [("2/", "February"), ("1/", "January 2026")]),
        (f"{PRESS}2026/", [("1/", "January 2026")]),
        (PRESS, [("2026/", "2026")]),
        (PRESS, [("?y=2026&m=2", "Archive: February 2026"), ("?y=2026", "2026")]),
    ],
)
def test_years_or_months_lead_to_items_and_are_none(
    url: str, links: list[tuple[str, str]]
) -> None:
    """The archive's own years were told as news, and what they list never was."""
    heads = "<h2>2026</h2>" if links[0][1] == "February" else ""
    found = _read(heads + _list(*((url + href, text) for href, text in links)), url)
    assert found.is_index
    assert not found.items
    assert found.archives == tuple(url + href for href, _ in links)
    assert found.onward_url == url + links[0][0]


@pytest.mark.parametrize("row", ["<tr><td>{}:</td><td>{}</td></tr>", "<li>{}: {}"])
def test_views_of_a_month_lead_to_its_items(row: str) -> None:
    """The archive of a mailing list had the few items that a box beside it shows."""
    rows = "".join(
        row.format(
            month,
            "".join(
                f"<a href={folder}/{view}.html>[ {view} ]</a>"
                for view in ("thread", "subject", "author")
            )
            + f"<a href={folder}.txt.gz>[ Text 26 KB ]</a>",
        )
        for month, folder in (
            ("February 2026", "2026-February"),
            ("January 2026", "2026-January"),
        )
    )
    found = _read(f"<table>{rows}</table>")
    assert found.is_index
    assert found.archives == tuple(
        f"{PRESS}2026-{name}/thread.html" for name in ("February", "January")
    )


def test_papers_of_months_are_no_archive() -> None:
    """Each month stands in a row with its report, and what is annexed to it."""
    rows = "".join(
        f"<tr><td>{month} 2026</td><td><a href=2026/{n}.html>Report</a></td>"
        f"<td><a href=2026/{n}-a.html>Berths and ferries of the port</a></td></tr>"
        for n, month in ((2, "February"), (1, "January"))
    )
    found = _read(f"<table>{rows}</table>")
    assert not found.is_index
    assert len(found.items) == 2


@pytest.mark.parametrize("name", ["Annual report {}", "Newsletter {}", "Fog of {}"])
def test_reports_of_years_are_no_archive(name: str) -> None:
    """What is called by a year may well be an item."""
    cards = "".join(
        f"<li class=card><h3><a href=/press/{n}/>{name.format(n)}</a></h3><p>"
        f"17.01.{n} What the harbour spent on berths, on piers and on its ferries.</p>"
        for n in (2026, 2025, 2024, 2023)
    )
    found = _read(f"<ul>{cards}</ul>")
    assert len(found.items) == 4
    assert not found.is_index


def test_teasers_beside_the_years_are_kept() -> None:
    """Many pages show the newest items in a box: the list of years was the end."""
    box = "".join(
        f"<div class=t><h4><a href=/press/2026/2/{n}.html>Ferry number {n} stays in "
        "port</a></h4><p>Until the fog has lifted, nobody crosses the bay.</p></div>"
        for n in range(3)
    )
    years = _list(*((f"/press/{n}/", str(n)) for n in (2026, 2025)))
    found = _read(f"{years}</div><div class=side>{box}")
    assert len(found.items) == 3
    assert found.onward_url == f"{PRESS}2026/"


def test_a_month_to_come_is_not_asked_for() -> None:
    """A year's page may name all twelve from the first day on."""
    names = ("January", "February", "March", "April", "May")
    months = ((f"/press/2026/{n}/", f"{name} 2026") for n, name in enumerate(names, 1))
    assert _read(_list(*months)).onward_url == f"{PRESS}2026/3/"


@pytest.mark.parametrize("url", ["https://harbour.example/", f"{PRESS}2026/2/"])
def test_a_front_page_and_a_month_are_no_index(url: str) -> None:
    """Beside what they show, the archive of a whole site is none of their own."""
    items = "".join(
        f"<li><a href={url}fog-{n}.html>Ferry number {n} stays in port today</a>"
        for n in range(4)
    )
    years = _list((f"{url}2026/", "2026"), (f"{url}2025/", "2025"))
    assert not _read(f"<ul class=news>{items}</ul>{years}", url).is_index


def _form(selected: str, *, method: str = "get") -> str:
    names = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul")
    months = "".join(
        f"<option value={n}{' selected' if str(n) == selected else ''}>{name}"
        for n, name in enumerate(names, 1)
    )
    rows = "".join(
        f"<li><a href=/view.aspx?id={n}>Ferry number {n} stays in port today</a></li>"
        for n in range(6)
    )
    return (
        f"<form method={method} action=/press/><input type=hidden name=s value=7>"
        f"<select name=mm><option value=''>All{months}</select><select name=yy>"
        f"<option>2026<option>2025</select></form><ul>{rows}</ul>"
    )


def test_a_list_goes_on_with_the_month_before_that_its_form_asks_for() -> None:
    """No link leads there: all but the newest month was never read."""
    found = _read(_form("3"))
    assert found.onward_url == f"{PRESS}?s=7&mm=2&yy=2026"
    assert found.pagination == "months"
    assert len(found.items) == 6
    assert _read(_form("1")).onward_url == f"{PRESS}?s=7&mm=7&yy=2025"


@pytest.mark.parametrize(("selected", "method"), [("", "get"), ("3", "post")])
def test_a_form_that_shows_all_or_sends_more_is_left_alone(
    selected: str, method: str
) -> None:
    """What shows every month has no older one; and a crawl only asks for pages."""
    assert _read(_form(selected, method=method)).onward_url is None


@pytest.mark.parametrize("count", [0, 1])
def test_a_day_of_few_items_shows_neither_its_turns_nor_a_box_for_them(
    count: int,
) -> None:
    """The links to other days, and what else to read, were taken for its items."""
    turns = [("?date=2026-02-27", "‹ Previous day"), ("/press/", "Next day ›")]
    nav = "".join(f"<a href={href}>{text}</a> " for href, text in turns)
    row = "<tr><td>10:15</td><td><a href=/notice?ref=7>Ferry 7 stays in port today</a>"
    box = _list(*((f"/notice?ref={n}", f"The ice of the bay {n}") for n in (1, 2, 3)))
    day = f"<h2>28 February 2026</h2><p>{nav}<table>{row * count}</table><p>{nav}"
    found = _read(f"<main>{day}</main><div>{box}</div>", f"{PRESS}?date=2026-02-28")
    assert [item.url for item in found.items] == [
        "https://harbour.example/notice?ref=7"
    ] * count
    assert found.older_url == f"{PRESS}?date=2026-02-27"

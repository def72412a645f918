"""Calendars of meetings: many rows of few committees, each with papers of its own."""

from datetime import date

import pytest

from parsers.listing import parse_listing
from parsers.model import Capture, Listing

BODIES = ("Harbour Board", "Committee for Pilots and Buoys", "Fisheries Panel")
HEADS = "<tr><th>Name<th>Day<th><th>Place<th>Page<th>Packet<th>Agenda</tr>"
PAGER = "<tr><th colspan=7><table><tr><th>Rows</th></tr><tr><td>1 2 3</td></tr></table>"
#: The number of each meeting and of its committee, the newest first.
MEETINGS = [(40 - n, n % 3) for n in range(9)]


def row(number: int, body: int, *, style: str = "") -> str:
    """Return the row of a meeting: who meets, when, where, and what is had of it."""
    note = "<br><em>Joint sitting with the pilots</em>" if number == 38 else ""
    return (
        f"<tr><td><a {style} href=/bodies/{body}>{BODIES[body]}</a>"
        f"<td>3/{number - 20}/2026<td><a href=/give.ashx?m=ics&n={number}><img></a>"
        f"<td>Room {body}{note}<td><a href=/sittings/{number}>Sitting page</a>"
        f"<td><a href=/give.ashx?m=p&n={number}>Packet of all proposals</a>"
        f"<td><a href=/give.ashx?m=a&n={number}>Agenda</a>"
    )


def read(rows: str) -> Listing:
    """Return what is read of a calendar of such rows."""
    page = f"<html lang=en-US><body><table><thead>{PAGER}{HEADS}</thead>{rows}</table>"
    found = parse_listing(Capture(url="https://h.example/cal", payload=page.encode()))
    assert isinstance(found, Listing)
    return found


def test_each_meeting_of_a_committee_is_an_item() -> None:
    """The page of each committee was the only item of all its meetings."""
    found = read("".join(row(*meeting) for meeting in MEETINGS))
    assert [item.url for item in found.items] == [
        f"https://h.example/sittings/{number}" for number, _ in MEETINGS
    ]
    assert [item.title for item in found.items] == [BODIES[b] for _, b in MEETINGS]
    days = [item.published.day for item in found.items if item.published]
    assert days == [date(2026, 3, number - 20) for number, _ in MEETINGS]


@pytest.mark.parametrize("style", ["class=gone", "class='former body'"])
def test_a_committee_that_is_no_more_names_its_meetings(style: str) -> None:
    """Its link is made otherwise: the room was the title, and its page the item."""
    last = row(20, 1, style=style)
    found = read("".join(row(*meeting) for meeting in MEETINGS) + last)
    item = found.items[-1]
    assert (item.url[-12:], item.title) == ("/sittings/20", BODIES[1])


def test_a_meeting_without_a_page_yet_is_no_item() -> None:
    """The page of its committee was, with the day of a meeting to come."""
    ahead = "".join(
        row(n, n % 3).partition("<td><a href=/sittings/")[0] + "<td>Not yet<td><td>"
        for n in range(45, 41, -1)
    )
    found = read(ahead + "".join(row(*meeting) for meeting in MEETINGS))
    assert len(found.items) == len(MEETINGS)
    assert all("/sittings/" in item.url for item in found.items)


def test_a_picture_beside_a_title_makes_no_committee_of_an_item() -> None:
    """Both lead to it: the link to its comments is none of a page of its own."""
    lines = "".join(
        f"<li><a href=/n/{n}><img></a><a href=/n/{n}>The harbour master speaks of pier"
        f" {n}</a> 3/{n}/2026 <b><a href=/talk/{n}>{n} opinions</a></b>"
        for n in range(20, 14, -1)
    )
    page = f"<html lang=en-US><body><ul>{lines}</ul>"
    found = parse_listing(Capture(url="https://h.example/n", payload=page.encode()))
    assert isinstance(found, Listing)
    numbers = [item.url.rpartition("/n/")[2] for item in found.items]
    assert numbers == ["20", "19", "18", "17", "16", "15"]


def test_a_list_that_is_shown_twice_keeps_its_links() -> None:
    """Rows for phones repeat each link: they lead to no committee."""
    lines = "".join(
        f"<li><a href=/n/{n}>The harbour master speaks of pier {n}</a>, 3/{n}/2026"
        f" <a href=/n/{n}/more>Read more</a>"
        for n in range(20, 14, -1)
    )
    page = f"<html lang=en-US><body><ul>{lines}{lines}</ul>"
    found = parse_listing(Capture(url="https://h.example/n", payload=page.encode()))
    assert isinstance(found, Listing)
    assert [item.url[-2:] for item in found.items] == [
        "20",
        "19",
        "18",
        "17",
        "16",
        "15",
    ]

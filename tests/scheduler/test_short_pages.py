"""Edits of dated pages, and what moves on in and beside their text."""

import pytest

from parsers.model import Capture
from scheduler.comparing.captures import compare_captures
from scheduler.comparing.compare import Comparison

NEWS = [
    "Ferry to the outer islands leaves an hour earlier again",
    "Board of the harbour names a new master of the quays",
    "Tender for the repair of the long pier is open now",
    "Report on the tides of the spring is out at last",
    "Night boat will call at Saltmarsh once more this year",
]


def fields(
    was: str, now: str, *, language: str = "en", day: str = "2026-03-03"
) -> list[str]:
    """Return what is told of two texts of a page on whose list an item came, too."""

    def page(text: str, news: list[str]) -> Capture:
        rows = "".join(f"<li><a href=/n/{hash(t)}>{t}</a></li>" for t in news)
        html = (
            f"<html lang={language}><body><nav><a href=/>Home</a></nav><main>"
            f"<h1>Notice of the harbour</h1><p class=date>{day}</p>"
            f"<div class=txt>{text}</div><aside><h2>News</h2><ul>{rows}</ul></aside>"
            "</main><footer><p>Harbour board</p></footer>"
        )
        return Capture(url="https://h.example/n/1", payload=html.encode())

    found = compare_captures(page(was, NEWS[1:]), page(now, NEWS[:-1]))
    assert isinstance(found, Comparison)
    return list(found.fields)


def test_an_edit_of_one_short_line_is_told_beside_a_long_list() -> None:
    """A dated notice of one sentence is an item, whatever stands around it."""
    line = "<p>The deadline for all applications is {} January.</p>"
    assert fields(line.format(19), line.format(25)) == ["body"]
    assert fields(line.format(19), line.format(19)) == []


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh", ["开幕式致辞和介绍", "渡轮码头参观和座谈会讨论"]),
        ("ja", ["開会の挨拶", "学校給食についての意見交換"]),
        ("en", ["Opening", "Lunch"]),
    ],
)
def test_a_time_of_a_programme_that_moved_is_told(
    language: str, said: list[str]
) -> None:
    """Its lines are a time and a word or two, as the clock of a page is."""

    def programme(*times: str) -> str:
        lines = zip(times, said, strict=True)
        rows = "".join(f"<p>{time} – {what}</p>" for time, what in lines)
        return f"<p>The board meets at the quay, and all who came are let in.</p>{rows}"

    was, now = programme("9:30", "10:30"), programme("9:30", "11:30")
    assert fields(was, now, language=language) == ["body"]


POINTER = "<p>The ferry came late, and the fog stayed.</p><p><a href={}>{}</a></p>"


@pytest.mark.parametrize(
    "headline",
    ["Board of the harbour meets at noon", "Next: the fog over the long pier"],
)
def test_a_headline_amid_a_text_that_leads_to_another_item_each_day_is_no_edit(
    headline: str,
) -> None:
    """Readers are led to what is read most just now, without a word that says so.

    One of the two may look like a pointer that is none of the text by itself.
    """
    was = POINTER.format("/n/21", "Fog over the long pier again")
    now = POINTER.format("/n/35", headline)
    text = "<p>All boats were in by dusk, says the master of the quay.</p>"
    assert fields(was + text, now + text) == []


@pytest.mark.parametrize(
    ("was", "now"),
    [
        (POINTER.format("/n/21", "Fog over the pier"), POINTER.partition("<p><a")[0]),
        (
            POINTER.format("/files/a.pdf", "Plan of the long pier"),
            POINTER.format("/files/b.pdf", "Plan of the short pier"),
        ),
        (
            POINTER.format("/quays/long", "All about the long pier"),
            POINTER.format("/quays/short", "All about the short pier"),
        ),
    ],
    ids=["gone", "files", "pages"],
)
def test_links_of_a_text_that_are_no_pointers_to_items_are_told(
    was: str, now: str
) -> None:
    """What an item offers is its own, and so is a link that nothing stands for now."""
    text = "<p>All boats were in by dusk, says the master of the quay.</p>"
    assert fields(was + text, now + text) != []


def test_an_age_glued_to_the_day_of_an_item_is_no_edit() -> None:
    """Only a style parts the two, and the first is another each day."""
    day = "<div><span>{} days ago</span><span>{} March 2026</span></div>"
    text = "<p>All boats were in by dusk, says the master of the quay.</p>"
    was = day.format(2, 2) + text
    assert fields(was, day.format(3, 2) + text, day="") == []
    assert fields(was, day.format(3, 4) + text, day="") == ["date"]


def test_an_age_before_the_minutes_that_reading_takes_is_no_edit() -> None:
    """A letter that is read on the web says both in one line, parted by a dash."""
    page = (
        "<html lang=en><body><article><h1>Notice of the harbour</h1><h4>Ada Quay</h4>"
        "<div><time datetime=2026-03-03>{} days ago</time><span><i>—</i> 3 min read"
        "</span></div><section><p>All boats were in by {}, says the master of the quay,"
        " and no one was hurt in the fog that came over the bay.</p><p>The ferry to the"
        " outer islands leaves an hour later until Friday, as the long pier is closed."
        "</p></section></article></body></html>"
    )

    def told(days: int, hour: str) -> list[str]:
        pages = (page.format(2, "dusk"), page.format(days, hour))
        url = "https://h.example/n/1"
        was, now = (Capture(url=url, payload=html.encode()) for html in pages)
        found = compare_captures(was, now)
        assert isinstance(found, Comparison)
        return list(found.fields)

    assert told(3, "dusk") == []
    assert told(3, "dawn") == ["body"]

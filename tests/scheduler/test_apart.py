"""What comes and goes in boxes beside the text of a page that calls itself nothing."""

import pytest

from parsers.model import Capture
from parsers.profile import learn
from scheduler.comparing.captures import compare_captures
from scheduler.comparing.compare import Comparison

PROSE = [
    f"<p>On day {n} the pilots’ boat counted {n + 3} ships that had lain off the bar"
    f" since the night before, and let them in one after the other with the flood.</p>"
    for n in range(1, 12)
]
PAGE = """<html><head><title>Pilots busy</title></head><body>
<ul class="menu"><li><a href="/a">Boats</a></li><li><a href="/b">Tides</a></li></ul>
<div class="page"><h1>Pilots busy</h1><p>{day}</p>{lead}
<div class="text">{first}{amid}{last}{below}</div>{behind}</div></body></html>"""
PLAIN = {
    "day": "March 3, 2026",
    "lead": "",
    "first": "".join(PROSE[:6]),
    "amid": "",
    "last": "".join(PROSE[6:]),
    "below": "",
    "behind": "",
}
BOXES = frozenset(("lead", "amid", "below", "behind"))


def _fields(**now: str) -> list[str]:
    was = {name: _was(text) if name in BOXES else text for name, text in now.items()}
    return _told(was, now)


def _told(was: dict[str, str], now: dict[str, str]) -> list[str]:
    pages = [
        Capture(
            url="https://harbour.example/pilots",
            payload=PAGE.format(**(PLAIN | one)).encode(),
        )
        for one in (was, now)
    ]
    found = compare_captures(*pages, profile=learn(pages))
    assert isinstance(found, Comparison), found
    return list(found.fields)


def _was(text: str) -> str:
    """Return what stood there before: the same with other words, or nothing."""
    return text.replace("NOW", "Then").replace("99", "97") if "NOW" in text else ""


@pytest.mark.parametrize(
    "box",
    [
        {"amid": '<div class="r1"><a href="/n/99">The quay is NOW a park</a></div>'},
        {"amid": '<blockquote><a href="/n/99">The NOW park</a></blockquote>'},
        {"lead": "<div class=s><h4>Share this page</h4>NOW: print this story</div>"},
        {"lead": "<div class=s>Listen to this article <i>99 NOW</i></div>"},
        {"amid": '<aside><h4>Listen</h4><a href="/pod">The sound of tides</a></aside>'},
        {"behind": '<div class="t"><a href="/t">Port</a> <a href="/u">Sea</a></div>'},
        {"behind": "<div class=q><h4>Vote</h4><p>Are you for the NOW park?</p></div>"},
        {"below": '<p>Follow us on <a href="https://x.com/harbour">X</a>, too.</p>'},
        {"below": '<p><a href="https://whatsapp.com/channel/7">Our WhatsApp</a></p>'},
    ],
)
def test_a_box_beside_a_text_moves_without_an_edit(box: dict[str, str]) -> None:
    """Where machines are told nothing of a page, its text tells what is beside it."""
    assert _fields(**box) == []


@pytest.mark.parametrize(
    "box",
    [
        {"lead": "<div class=sums><b>Ships</b> <i>99 of NOW</i></div>"},
        {"behind": "<div class=w><b>Low Isle</b> <i>99 boats of NOW</i></div>"},
        {"amid": "<div class=b><p>The gates NOW close at nine each night.</p></div>"},
        {"amid": '<div><h3><a href="/f#1">Who NOW may sail?</a></h3></div>'},
        {"amid": "<blockquote><p>Fog.</p><footer>Ada NOW</footer></blockquote>"},
        {"below": "<p>Call the NOW pilots.</p>"},
        {"behind": "<div class=c><p>Correction: the NOW gates were meant.</p></div>"},
        {"behind": "<div class=x><table><tr><td>Isle<td>99</tr><tr><td>NOW<td>4"},
        {"behind": '<div class=x><p><a href="/NOW.pdf">The NOW rules</a></p></div>'},
        {"below": '<p>See <a href="https://youtube.com/watch?v=7">the film</a></p>'},
    ],
)
def test_what_belongs_to_a_text_is_read_in_any_box(box: dict[str, str]) -> None:
    """Figures, files, headings and paragraphs are the item's wherever they stand."""
    assert "body" in _fields(**box) or "attachments" in _fields(**box)


def test_a_box_beside_a_few_lines_is_read() -> None:
    """On a page of little prose, boxes may be all that it has to say."""
    box = '<div><a href="/x">The NOW list of ships</a></div>'
    assert _fields(behind=box, first=PROSE[0], last="") == ["body"]


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("March 3, 2026 • Last updated {} minutes ago • Ada Quay", []),
        ("March 3, 2026 | Views: 1,2{}", []),
        ('<aside class="menu-tools">March 3, 2026, 10:{}</aside>', ["date"]),
        ('<span class="social">Ada Quay</span> March {}, 2026', ["date"]),
    ],
)
def test_what_moves_in_the_line_of_the_day_is_told_if_it_is_the_day(
    line: str, fields: list[str]
) -> None:
    """Its age and its readers move by themselves, whatever its box is called."""
    was, now = ({"day": line.format(figure)} for figure in (12, 17))
    assert _told(was, now) == fields


def test_a_sentence_behind_the_text_of_a_page_without_a_day_is_read() -> None:
    """Offices keep such pages up to date, and say last whom to ask."""
    ask = (
        "<div class=k><p>Ask the office of the NOW pilots what else it knows.</p></div>"
    )
    assert _fields(behind=ask, day="") == ["body"]
    assert _fields(behind=ask) == []


def test_a_teaser_among_the_most_read_does_not_rename_its_own_page() -> None:
    """Where the headline is no heading, those of a box moved, and one has its words."""
    was = ("Pilots busy", "Ferry late again", "Lights are out")
    now = ("Lights are out", "Fish are dear", "Tides are high")
    line = '<div class="page-title">Pilots busy</div>'
    pages = []
    for titles in (was, now):
        heads = "".join(f'<h4><a href="/{t[:4]}">{t}</a></h4>' for t in titles)
        page = PAGE.format(**(PLAIN | {"behind": f"<div class=tabs>{heads}</div>"}))
        payload = page.replace("<h1>Pilots busy</h1>", line).encode()
        pages.append(Capture(url="https://harbour.example/pilots", payload=payload))
    found = compare_captures(*pages, profile=learn(pages))
    assert isinstance(found, Comparison), found
    assert found.fields == {}

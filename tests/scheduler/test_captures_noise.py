"""What moves around the content of a page, or in its markup, is no edit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.model import Capture, Problem
from scheduler.comparing.captures import compare_captures
from scheduler.comparing.compare import Comparison
from tests.scheduler.fever import (
    FIELDS,
    NEWEST,
    PAGE,
    PROSE,
    URL,
    entries,
    fever,
    pilots,
    told,
)


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ('<a href="#content">Skip to what matters</a>', ""),
        ("<p>Show/Hide</p>", "<p>Hide or show</p>"),
        ("<p><a href='/isles'>Isles of the coast</a></p>", ""),
    ],
)
def test_what_stands_before_the_heading_is_no_part_of_the_page(
    was: str, now: str
) -> None:
    """Ways to skip the menu and the names of the office stand in no named place."""
    page = PAGE.replace('<div class="crumbs">', "{top}<div>")
    one, other = (
        Capture(url=URL, payload=page.format(**FIELDS, top=top).encode())
        for top in (was, now)
    )
    assert told(one, other) == []


def test_links_in_one_row_with_the_terms_of_a_site_are_no_part_of_its_page() -> None:
    """Not every footer says that it is one."""
    row = "<div><a href='/a'>{}</a></div><div><a href='/b'>Privacy</a></div></body>"
    one, other = (
        Capture(
            url=URL,
            payload=fever().payload.replace(b"</body>", row.format(words).encode()),
        )
        for words in ("Jobs", "Work for the harbour")
    )
    assert told(one, other) == []


def test_terms_that_speak_of_cookies_ask_for_no_consent() -> None:
    """A short line of them is text, not the notice that every site shows."""
    terms = (
        "<p>{} For cookies of others see there: this office sets none of its own.</p>"
    )
    lines = "".join(terms.format(f"Part {n}.") for n in range(5))
    kept = "<p>Cookies are kept for {} days.</p>"
    one, other = (pilots(prose=PROSE + lines + kept.format(n)) for n in (7, 9))
    assert told(one, other) == ["body"]


@pytest.mark.promise("R13")
@pytest.mark.parametrize(
    "changed",
    [
        {"weather": "Partly cloudy 61° F"},
        {"menu": "Office of the harbour"},
        {"clock": "Wednesday, 15 April 2020 - 07:40"},
        {"banner": "Never leave your boat on a slipway"},
        {"footer": "© 2020 Harbour office"},
        {"newest": entries("The new boat of the week sank", *NEWEST[:2])},
    ],
)
def test_what_moves_around_the_content_is_no_edit(changed: dict[str, str]) -> None:
    """Menus, weather, clocks, banners and newest items move daily on every page."""
    assert told(fever(), fever(**changed)) == []


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("<p>Visitors today: 1,204</p>", "<p>Visitors today: 1,207</p>"),
        ("<p>Visitor count 0012345</p>", "<p>Visitor count 0012399</p>"),
        (
            "<table><tr><th>Views<td>71<tr><th>Ask<td>Ada Quay</table>",
            "<table><tr><th>Views<td>88<tr><th>Ask<td>Ada Quay</table>",
        ),
        (
            "<table><tr><th>Paper<th>조회수<tr><td>Tides<td>71</table>",
            "<table><tr><th>Paper<th>조회수<tr><td>Tides<td>88</table>",
        ),
        (
            "<p>Harbour office | Views: 71 | Quay</p>",
            "<p>Harbour office | Views: 88 | Quay</p>",
        ),
        ("<p>12 days 5 hours 3 minutes</p>", "<p>12 days 4 hours 9 minutes</p>"),
        (
            "<b>Air quality</b><p>Unhealthy for all who work on the quay</p>",
            "<b>Air quality</b><p>Good</p>",
        ),
    ],
)
def test_figures_that_run_by_themselves_are_no_edit(was: str, now: str) -> None:
    """Visitors are counted, days are left, and the air is good or bad, day by day."""
    assert told(fever(notice=was), fever(notice=now)) == []


@pytest.mark.parametrize(
    "line",
    [
        "<p>Was this page helpful?</p><button>Yes</button><button>No</button>",
        "<p>You are using an outdated browser. Please upgrade your browser.</p>",
        "<div><a href=/>Home</a> › <a href=/isles>Isles</a> › Low Isle</div>",
        "<div><a href=/es>Español</a> | <a href=/vi>Tiếng Việt</a></div>",
        "<form><label>Search the isles</label><input name=q></form>",
        "<form><fieldset><legend>What is missing</legend><textarea></textarea></form>",
    ],
)
def test_lines_about_the_page_itself_are_no_edit(line: str) -> None:
    """Makes of sites put them on all pages at once, wherever the text stands."""
    assert told(fever(), fever(notice=line)) == []


def test_a_figure_below_another_name_is_told() -> None:
    """Only readers are counted by every visit."""
    table = "<table><tr><th>Views<th>Boats<tr><td>71<td>{}</table>"
    assert told(*(fever(notice=table.format(n)) for n in (7, 9))) == ["body"]


@pytest.mark.parametrize(
    "line",
    [
        "<p>Was this page of the logbook written on the day of the storm at all?</p>",
        "<p><a href=/>The harbour office</a> opens at nine.</p>",
        "<p><a href=/es>Español</a> | <a href=/rules>Rules for the quay</a></p>",
    ],
)
def test_lines_like_those_about_the_page_are_told(line: str) -> None:
    """Only the whole line tells what it is for."""
    assert told(fever(), fever(notice=line)) == ["body"]


@pytest.mark.parametrize(
    ("was", "now"),
    [
        (
            "<div><h3>Tweets by LowIsle</h3><p>Boil your water today.</p></div>",
            "<div><h3>Tweets by LowIsle</h3><p>The doctor is in at 9.</p></div>",
        ),
        (
            "<div><div>USD</div><div>41.25</div><div>EUR</div><div>44.90</div></div>",
            "<div><div>USD</div><div>41.31</div><div>EUR</div><div>44.71</div></div>",
        ),
        (
            "",
            "<div><h3>Isle news</h3><ul><li><a href=/n/7>The library opens again</a>"
            "<li><a href=/n/8>Road works begin on the quay</a></ul></div>",
        ),
        (
            "",
            "<div><h2>Your privacy</h2><p>We would like to set cookies to count.</p>"
            "<a href=/c>Accept</a></div>",
        ),
        ("", "<p><a href=/f/pdf>Download PDF version</a></p>"),
        (
            "",
            "<div class=emergency-alert><p>Gusts of 60 knots are on the way.</p></div>",
        ),
        (
            "<a href=/census><img src=/a.png></a><p>Ask the doctor.</p>",
            "<a href=/vote><img src=/a.png></a><p>Ask the doctor.</p>",
        ),
        ("", "<div class=modal><p>Tell us how you liked the isle’s pages.</p></div>"),
        ("", "<div id=chatbot><p>How can I help? Ask me about the isle.</p></div>"),
    ],
)
def test_boxes_of_what_is_said_elsewhere_are_no_edit(was: str, now: str) -> None:
    """What is posted, what money costs, and other news say nothing of the page."""
    assert told(fever(notice=was), fever(notice=now)) == []


def test_a_line_that_says_when_it_was_updated_weighs_little() -> None:
    """Nobody wants an alert for a stamp that moves every day."""
    found = compare_captures(fever(), fever(dated="As of 15 April 2020"))
    assert isinstance(found, Comparison)
    assert not found.fields or found.weight == "minor"


@pytest.mark.parametrize(
    "changed",
    [
        {"views": "9 views"},
        {"newest": entries("The new boat of the week sank", *NEWEST[:2])},
        {"pointer": '<p><a href="/n/4">Read also: who pays for the pilots</a></p>'},
    ],
)
def test_pointers_and_counters_of_an_article_are_no_edit(
    changed: dict[str, str],
) -> None:
    """They change under every article of a site, edited or not."""
    assert told(pilots(), pilots(**changed)) == []


def test_teasers_that_come_and_go_are_no_edit_of_a_listing() -> None:
    """What is new on a list is told item by item."""

    def listing(first: int) -> Capture:
        cards = "".join(
            f'<div class="card"><h3><a href="/n/{n}">Boat number {n} came home</a></h3>'
            f"<p>It had been out for {n} days and its crew was tired.</p></div>"
            for n in range(first, first + 6)
        )
        page = f"<html><body><h1>News</h1><div>{cards}</div></body></html>"
        return Capture(url="https://harbour.example/", payload=page.encode())

    assert told(listing(3), listing(1)) == []


_WORDS = st.text("abcdefgh ijkl.0123456789äß語", min_size=1, max_size=80)


@given(st.lists(_WORDS, max_size=12), _WORDS)
def test_a_page_never_differs_from_itself(lines: list[str], title: str) -> None:
    """Whatever stands on it."""
    body = "".join(f"<p>{line}</p><li><a href=/{i}>{line}</a>" for i, line in
                   enumerate(lines))  # fmt: skip
    page = Capture(url=URL, payload=f"<h1>{title}</h1>{body}".encode())
    again = Capture(url=URL, payload=page.payload + b"<!-- made at 09:12 -->")
    found = compare_captures(page, again)
    assert isinstance(found, Problem) or not found.fields


@pytest.mark.promise("R13")
@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'<a href="/a">', b'<a class="x1" href="/a" title="">'),
        (b"</p>\n", b"</p>\n\n   "),
        (b"fever", b"f&#101;ver"),
        (b"every evening", b"every<!-- x --> <b>evening</b>"),
        (b"The harbour", b"\xe2\x80\x8bThe\xc2\xa0harbour"),
        (b"<p>The harbour", b"<p id='p93'>The harbour"),
    ],
)
def test_markup_space_entities_and_invisible_signs_change_nothing(
    old: bytes, new: bytes
) -> None:
    """They differ with every answer of many servers."""
    page = fever()
    assert old in page.payload
    other = Capture(url=URL, payload=page.payload.replace(old, new))
    assert told(page, other) == []


def test_another_encoding_of_the_same_page_changes_nothing() -> None:
    """A server that moves to UTF-8 edits no page."""
    text = PAGE.format(**(FIELDS | {"notice": "<p>Bäder und Häfen schließen.</p>"}))
    one, other = (
        Capture(
            url=URL,
            headers=(("content-type", f"text/html; charset={name}"),),
            payload=text.encode(name),
        )
        for name in ("utf-8", "windows-1252")
    )
    assert told(one, other) == []

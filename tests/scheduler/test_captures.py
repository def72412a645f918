"""What a reader reads changed."""

import re

import pytest

from parsers.model import Capture, Problem
from scheduler.comparing.captures import compare_captures
from scheduler.comparing.compare import Comparison
from tests.scheduler.fever import (
    FIELDS,
    PROSE,
    URL,
    entries,
    fever,
    pilots,
    told,
)


@pytest.mark.promise("R13")
@pytest.mark.parametrize(
    "changed",
    [
        {"cases": "42"},
        {"notice": "<p>The count of Friday comes a day late.</p>"},
        {"notice": "<h4><a href='/talk'>Talk of the doctor on Friday at noon</a></h4>"},
        {"orders": FIELDS["orders"] + '<li><a href="/o/9.pdf">Order to wash nets</a>'},
        {"orders": FIELDS["orders"].replace("quay", "pier")},
    ],
)
def test_figures_notices_and_files_that_change_are_an_edit(
    changed: dict[str, str],
) -> None:
    """Readers of such pages read just these lines, however short."""
    assert "body" in told(fever(), fever(**changed))


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("<p>4.46</p>", "<p>4.52</p>"),
        ("<p>Open on the quay 9:30 to 17:30</p>", "<p>Open on the quay 9:30 to 18</p>"),
        ("<ul><li>Boil the water;</ul>", "<ul><li>Boil all water;</ul>"),
        ("<li>Boil it (no less than 9 minutes);", "<li>Boil it (at least 5 minutes);"),
        (
            "<p><a href='/x'>Guide for crews, updated 3/4/2020</a>",
            "<p><a href='/x'>Guide for pilots, updated 3/4/2020</a>",
        ),
        (
            "<div class='relatedDocuments'><header><h3>Orders</h3></header>"
            "<a href='/1.pdf'>Order of the third of May</a></div>",
            "<div class='relatedDocuments'><header><h3>Orders</h3></header>"
            "<a href='/2.pdf'>Order of the ninth of May</a></div>",
        ),
        (
            "<table><tr class='rteTableFooterRow-5'><td>All isles<td>7</table>",
            "<table><tr class='rteTableFooterRow-5'><td>All isles<td>8</table>",
        ),
        ("<div id='info-box_7bd-ad'><p>Stay in</div>", "<div id='info-box_7bd-ad'>"),
    ],
)
def test_short_lines_are_read_whatever_they_look_like(was: str, now: str) -> None:
    """Figures are no clocks, items no code, and styles of tables no footers."""
    assert "body" in told(fever(notice=was), fever(notice=now))


@pytest.mark.parametrize(
    "after",
    ["<p><a href='#top'>Back to top</a></p>", "<footer><a href='/t'>Terms of use</a>"],
)
def test_links_of_the_page_itself_are_read_before_its_foot(after: str) -> None:
    """A page may end with a list of links, right before those of the site."""
    links = "<ul><li><a href='/g/7'>Guide for {}</a><li><a href='/g/8'>Tides</a></ul>"
    one, other = (
        Capture(
            url=URL,
            payload=fever().payload.replace(
                b'</div>\n<div class="box">',
                f'{links.format(crews)}</div>{after}\n<div class="box">'.encode(),
            ),
        )
        for crews in ("all crews", "crews of tugs")
    )
    assert told(one, other) == ["body"]


def test_an_entry_that_leads_where_it_led_is_read_in_a_list_that_moved_on() -> None:
    """Its new words say something; that others came and went says little."""
    was = (
        "The crane on the old mole",
        "The guide for all crews",
        "The tides of the month of May",
    )
    now = (
        "The ebbs of the month of June",
        "The guide for all crews",
        "The crane on the old mole",
    )
    lists = [entries(*titles, path="/g") for titles in (was, now)]
    plain, renamed = lists[1], lists[1].replace("for all crews", "for tugs alone")
    pages = [fever(notice=f"{PROSE}<ul>{li}</ul>") for li in (lists[0], plain, renamed)]
    assert told(pages[0], pages[1]) == []
    assert told(pages[0], pages[2]) == ["body"]


def test_figures_of_the_text_are_read_before_its_heading() -> None:
    """Some offices put what is counted above the heading of what is said."""
    counts = "<p>All in all, on all of the isles of the coast: {}</p>"
    page = fever().payload.decode()
    head = '<div id="content">'
    one, other = (
        Capture(url=URL, payload=page.replace(head, head + counts.format(n)).encode())
        for n in (41, 42)
    )
    assert told(one, other) == ["body"]


@pytest.mark.parametrize(
    ("heading", "tag", "fields"),
    [
        ("The fever in figures", "aside", ["body"]),
        ("The wind on the coast", "aside", []),
        ("Harbour figures", "aside", []),
        ("The fever in figures", "nav", []),
    ],
)
def test_figures_in_a_box_that_is_headed_as_the_page_are_read(
    heading: str, tag: str, fields: list[str]
) -> None:
    """Many offices count beside the text what the page is about."""
    box = "<{tag}><h3>{heading}</h3><p>Today: {n}</p></{tag}>\n<div class="
    one, other = (
        Capture(
            url=URL,
            payload=fever(title="Fever in the harbour").payload.replace(
                b'\n<div class="box"',
                box.format(tag=tag, heading=heading, n=n).encode() + b'"box"',
            ),
        )
        for n in (41, 42)
    )
    assert told(one, other) == fields


def test_a_heading_that_opens_what_it_heads_is_read() -> None:
    """A question is part of the page, whatever happens when it is pressed."""
    line = (
        "<h4><a href='#a1'>Who may {} on the old mole?</a></h4><p>Crews, at night.</p>"
    )
    one, other = (fever(notice=line.format(do)) for do in ("fish", "swim"))
    assert told(one, other) == ["body"]


def test_a_heading_that_changes_alone_renames_the_article() -> None:
    """What the page calls itself in its head is often corrected later, or never."""
    page = pilots().payload
    other = page.replace(b"<h1>Pilots busy", b"<h1>Pilots very busy")
    assert told(pilots(), Capture(url=URL, payload=other)) == ["title"]


def test_a_table_amid_an_article_is_read_cell_by_cell() -> None:
    """Its cells are short, and may hold paragraphs."""
    rows = "".join(f"<tr><td><p>Isle {n}</p><td><p>{{}}{n}</p></tr>" for n in range(4))
    table = f"<table>{rows}</table>"
    one, other = (
        pilots(prose=PROSE + table.format(*figures) + PROSE)
        for figures in ((1, 2, 3, 4), (1, 2, 5, 4))
    )
    assert told(one, other) == ["body"]


def test_an_address_to_write_to_is_text_like_any_other() -> None:
    """Who is written to is no other page that the article points to."""
    line = '<p>Mail: <a href="mailto:{0}@low.example">{0}@low.example</a></p>'
    one, other = (pilots(prose=PROSE + line.format(n)) for n in ("quay", "pier"))
    assert told(one, other) == ["body"]


KEPT = """<html><head><title>Fever on the isles</title></head><body>
<header class="site-header"><a href="/">Harbour</a></header><div class="page">
<div class="main"><h1>Fever on the isles</h1>
<p>Published: 14 April 2020</p>
<div class="row"><div class="panel"><p>{cases}</p><h2>Cases</h2></div></div>
<div class="row"><ul><li><a href="/weekly">{report}</a></li></ul></div>
<div class="text">{prose}</div></div>
<div class="beside"><p>{beside}</p></div></div></body></html>"""


@pytest.mark.parametrize(
    ("field", "now", "fields"),
    [
        ("cases", "42", ["body"]),
        ("report", "View the report of the ninth week", ["body"]),
        ("beside", "Never leave your boat on a slipway", []),
    ],
)
def test_a_page_that_is_kept_up_to_date_is_read_around_its_text(
    field: str, now: str, fields: list[str]
) -> None:
    """Its long text is not what its readers come back for: the figures are."""
    was = {"cases": "41", "report": "View the report of the eighth week"}
    was |= {"prose": PROSE, "beside": "Wear your life belt on every crossing"}
    one, other = (
        Capture(url=URL, payload=KEPT.format(**state).encode())
        for state in (was, was | {field: now})
    )
    assert told(one, other) == fields


@pytest.mark.parametrize(
    ("href", "now", "fields"),
    [
        ("/order", "The order to stay ashore is in effect until June 15", ["body"]),
        ("/new", "The fish market moves to the old mole on Friday", []),
    ],
)
def test_a_box_that_stays_and_says_something_else_is_read(
    href: str, now: str, fields: list[str]
) -> None:
    """It leads where it led before; a teaser that came leads elsewhere."""
    box = '<div class="card"><a href="{}"><h3>{}</h3><p>{}</p></a></div>'
    rest = "".join(
        box.format(f"/{n}", f"Guide {n} of the office", f"Advice for the crews of {n}")
        for n in ("boats", "ferries", "tugs")
    )
    states = (
        ("/order", "The order to stay ashore is in effect until May 31"),
        (href, now),
    )
    one, other = (
        fever(notice=f"{PROSE}<div>{box.format(to, 'Order', says)}{rest}</div>")
        for to, says in states
    )
    assert told(one, other) == fields


def test_a_page_that_is_renamed_is_an_edit_of_the_title_alone() -> None:
    """The heading is the title, and no second change of the body."""
    assert told(fever(), fever(title="Fever on High Isle")) == ["title"]


@pytest.mark.parametrize(
    "head",
    [b"Pilots busy", b"<a href='#'>Pilots busy</a>", b"<i>Harbour</i> Pilots busy"],
)
def test_a_namesake_that_leaves_a_box_of_news_does_not_rename_the_page(
    head: bytes,
) -> None:
    """Another item may be called the same, and its teaser makes way for a newer one."""
    payload = pilots().payload.replace(b"<h1>Pilots busy", b"<h1>" + head)
    box = "<div class=more><h3><a href=/n/7>{}</a></h3></div></body>"
    one, other = (
        Capture(
            url=URL,
            payload=payload.replace(b"</body>", box.format(name).encode()),
        )
        for name in ("Pilots busy", "A new crane for the old mole")
    )
    assert told(one, other) == []


def test_pages_without_an_address_are_compared_like_others() -> None:
    """A file from elsewhere has none, and its headline may lead to where it was."""
    payload = pilots().payload.replace(
        b"<h1>Pilots busy", b"<h1><a href=http://h.example/1>Pilots busy</a>"
    )
    box = "<div class=more><h3><a href=/n/7>{}</a></h3></div></body>"
    one, other = (
        Capture(url="", payload=payload.replace(b"</body>", box.format(name).encode()))
        for name in ("Pilots busy", "A new crane for the old mole")
    )
    assert told(one, other) == []


def test_one_word_of_an_article_is_an_edit() -> None:
    """The smallest correction is what the monitor is for."""
    changed = pilots(prose=PROSE.replace("counted 9 boats", "counted 8 boats"))
    assert told(pilots(), changed) == ["body"]


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("A rookie won.", "A pilot won."),
        ("There were cookies for nine.", "There were cookies for ten."),
        (
            "Each <a href='#'>pilot</a> had to wait for an hour at the least.",
            "Each <a href='#'>pilot</a> had to wait for two hours at the least.",
        ),
    ],
)
def test_a_sentence_of_an_article_is_text_whatever_else_it_is_like(
    was: str, now: str
) -> None:
    """They were taken for a notice of cookies, or for what only a script does."""
    one, other = (pilots(prose=PROSE + f"<p>{line}</p>" + PROSE) for line in (was, now))
    assert told(one, other) == ["body"]


def test_a_short_article_is_one_if_its_page_tells_machines_so() -> None:
    """All news beside it are others a week later, and were taken for its text."""
    day = '<meta property="article:published_time" content="2020-04-14T09:00Z"><title>'
    short = {"prose": PROSE[: PROSE.index("On day 4")]}
    more = "<h3>From the isles</h3>{}<p>All that is new on the {} quay</p>"
    one, other = (
        pilots(**short, pointer=f"</article>{more.format(links, name)}<article>")
        for links, name in (
            ("<a href=/n/1>Red boat home</a>", "red"),
            ("<a href=/n/7>Tug lost a rope</a>", "blue"),
        )
    )
    one, other = (
        Capture(
            url=URL,
            payload=c.payload.replace(b"<title>", day.encode()),
        )
        for c in (one, other)
    )
    assert told(one, other) == []


def test_the_day_beside_an_article_is_a_field_of_its_own() -> None:
    """It is read, though it is no part of the body."""
    page = pilots().payload
    other = page.replace(b">14 April 2020<", b">15 April 2020<")
    assert told(pilots(), Capture(url=URL, payload=other)) == ["date"]


def test_figures_that_change_places_in_a_table_are_an_edit() -> None:
    """Each figure stands on both pages; what it tells does not."""
    rows = "<tr><td>High Isle<td>{}</tr><tr><td>Far Isle<td>{}</tr>"
    one, other = (
        fever(notice=f"<table>{rows.format(*pair)}</table>") for pair in ("73", "37")
    )
    assert told(one, other) == ["body"]


@pytest.mark.promise("R14")
@pytest.mark.parametrize(
    "payload",
    [
        b"",
        b"null",
        b"<head><title>Object moved</title></head><body>Object moved to here</body>",
        b"<html><body><script>location.replace('/elsewhere?token=1234567890'"
        b" + document.cookie + window.name + navigator.userAgent + Date.now());"
        b"var aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa;</script>",
        pilots().payload[:90],
        re.sub(rb"(?s)<article>.*</article>", b"", pilots().payload),
    ],
)
def test_a_capture_that_went_wrong_is_a_problem_whichever_comes_first(
    payload: bytes,
) -> None:
    """An empty answer says nothing about the page."""
    wrong = Capture(url=URL, payload=payload)
    assert isinstance(compare_captures(pilots(), wrong), Problem)
    assert isinstance(compare_captures(wrong, pilots()), Problem)


def test_a_word_moved_back_is_the_same_edit_backwards() -> None:
    """Comparison has no favourite side."""
    there = compare_captures(fever(), fever(cases="42"))
    back = compare_captures(fever(cases="42"), fever())
    assert isinstance(there, Comparison)
    assert isinstance(back, Comparison)
    assert there.fields["body"].old == back.fields["body"].new


def test_an_article_beside_many_teasers_is_no_listing() -> None:
    """It says itself what it is, and its short lines are read as those of a text."""
    heading = "<h4>{} pilots</h4>"
    prose, end = PROSE[: len(PROSE) // 2], PROSE[len(PROSE) // 2 :]
    titles = [f"The {n} other boats that came home this week" for n in range(10, 80)]
    was, now = (
        pilots(prose=prose + heading.format(word) + end, newest=entries(*titles))
        for word in ("Seven", "Eight")
    )
    assert told(was, now) == ["body"]


def test_a_text_in_many_places_of_one_name_stands_in_no_sidebar() -> None:
    """A make calls the columns of the text itself a sidebar, one for each section."""
    column = '<div class="sidebar-grid">{}</div>'
    paragraphs = PROSE.replace("</p>", "</p>|").split("|")
    sections = "".join(map(column.format, paragraphs))
    was, now = (
        pilots(prose=sections + column.format(f"<h3>{word} pilots</h3>") + sections)
        for word in ("Seven", "Eight")
    )
    assert told(was, now) == ["body"]

"""What a reader reads changed, or only what stands around it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.model import Capture, Problem
from parsers.profile import learn
from scheduler.comparing.captures import compare_captures
from scheduler.comparing.compare import Comparison

URL = "https://harbour.example/fever"
PAGE = """<html><head><title>Fever on Low Isle</title></head><body>
<header class="site-header"><div id="weather">{weather}</div>
<ul class="main-menu"><li><a href="/a">{menu}</a><li><a href="/b">Boats</a></ul>
</header>
<div class="crumbs">{clock}</div>
<div id="content"><h1>{title}</h1>
<p>{dated}</p>
<p>The harbour doctor counts the cases of fever every evening and lists them here.</p>
{notice}
<table><tr><th>Isle<th>Cases</tr><tr><td>Low Isle<td>{cases}</tr></table>
<ul>{orders}</ul>
</div>
<div class="box"><h3>Newest</h3><ul>{newest}</ul></div>
<div class="banner-rotator"><a href="/x">{banner}</a></div>
<footer><p>{footer}</p></footer></body></html>"""
ORDERS = ("Order to stay on the quay", "Order to close the fish market early")
NEWEST = tuple(f"The {w} boat of the week came home" for w in ("red", "blue", "old"))
FIELDS = {
    "weather": "Clear 64° F",
    "menu": "Harbour office",
    "clock": "Tuesday, 14 April 2020 - 09:12",
    "title": "Fever on Low Isle",
    "dated": "As of 14 April 2020",
    "notice": "",
    "cases": "41",
    "orders": "".join(
        f'<li><a href="/o/{i}.pdf">{o}</a>' for i, o in enumerate(ORDERS)
    ),
    "newest": "".join(f'<li><a href="/n/{i}">{n}</a>' for i, n in enumerate(NEWEST)),
    "banner": "Wear your life belt on every crossing",
    "footer": "© 2019 Harbour office",
}
PROSE = "".join(
    f"<p>On day {n} the pilots counted {n + 3} boats that had lain off the bar since"
    f" the night before, and let them in one after the other with the flood.</p>"
    for n in range(1, 12)
)
ARTICLE = """<html><head><meta property="og:type" content="article">
<title>Pilots busy</title></head><body><main><article><h1>Pilots busy</h1>
<p class="date">14 April 2020</p>{prose}{pointer}</article></main>
<div class="more-stories"><ul>{newest}</ul></div><div class="views">{views}</div>
</body></html>"""


def _page(**changed: str) -> Capture:
    return Capture(url=URL, payload=PAGE.format(**(FIELDS | changed)).encode())


def _article(**changed: str) -> Capture:
    fields = {"prose": PROSE, "pointer": "", "views": "7 views"}
    page = ARTICLE.format(**(fields | {"newest": FIELDS["newest"]} | changed))
    return Capture(url=URL, payload=page.encode())


def _fields(before: Capture, after: Capture) -> list[str]:
    found = compare_captures(before, after, profile=learn([before, after]))
    assert isinstance(found, Comparison), found
    return list(found.fields)


def _entries(*titles: str, path: str = "/n") -> str:
    return "".join(f'<li><a href="{path}/{t[4:9]}">{t}</a>' for t in titles)


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
    assert "body" in _fields(_page(), _page(**changed))


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
    assert "body" in _fields(_page(notice=was), _page(notice=now))


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
    assert _fields(one, other) == []


def test_links_in_one_row_with_the_terms_of_a_site_are_no_part_of_its_page() -> None:
    """Not every footer says that it is one."""
    row = "<div><a href='/a'>{}</a></div><div><a href='/b'>Privacy</a></div></body>"
    one, other = (
        Capture(
            url=URL,
            payload=_page().payload.replace(b"</body>", row.format(words).encode()),
        )
        for words in ("Jobs", "Work for the harbour")
    )
    assert _fields(one, other) == []


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
            payload=_page().payload.replace(
                b'</div>\n<div class="box">',
                f'{links.format(crews)}</div>{after}\n<div class="box">'.encode(),
            ),
        )
        for crews in ("all crews", "crews of tugs")
    )
    assert _fields(one, other) == ["body"]


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
    lists = [_entries(*titles, path="/g") for titles in (was, now)]
    plain, renamed = lists[1], lists[1].replace("for all crews", "for tugs alone")
    pages = [_page(notice=f"{PROSE}<ul>{li}</ul>") for li in (lists[0], plain, renamed)]
    assert _fields(pages[0], pages[1]) == []
    assert _fields(pages[0], pages[2]) == ["body"]


def test_figures_of_the_text_are_read_before_its_heading() -> None:
    """Some offices put what is counted above the heading of what is said."""
    counts = "<p>All in all, on all of the isles of the coast: {}</p>"
    page = _page().payload.decode()
    head = '<div id="content">'
    one, other = (
        Capture(url=URL, payload=page.replace(head, head + counts.format(n)).encode())
        for n in (41, 42)
    )
    assert _fields(one, other) == ["body"]


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
            payload=_page(title="Fever in the harbour").payload.replace(
                b'\n<div class="box"',
                box.format(tag=tag, heading=heading, n=n).encode() + b'"box"',
            ),
        )
        for n in (41, 42)
    )
    assert _fields(one, other) == fields


def test_a_heading_that_opens_what_it_heads_is_read() -> None:
    """A question is part of the page, whatever happens when it is pressed."""
    line = (
        "<h4><a href='#a1'>Who may {} on the old mole?</a></h4><p>Crews, at night.</p>"
    )
    one, other = (_page(notice=line.format(do)) for do in ("fish", "swim"))
    assert _fields(one, other) == ["body"]


def test_a_heading_that_changes_alone_renames_the_article() -> None:
    """What the page calls itself in its head is often corrected later, or never."""
    page = _article().payload
    other = page.replace(b"<h1>Pilots busy", b"<h1>Pilots very busy")
    assert _fields(_article(), Capture(url=URL, payload=other)) == ["title"]


def test_a_table_amid_an_article_is_read_cell_by_cell() -> None:
    """Its cells are short, and may hold paragraphs."""
    rows = "".join(f"<tr><td><p>Isle {n}</p><td><p>{{}}{n}</p></tr>" for n in range(4))
    table = f"<table>{rows}</table>"
    one, other = (
        _article(prose=PROSE + table.format(*figures) + PROSE)
        for figures in ((1, 2, 3, 4), (1, 2, 5, 4))
    )
    assert _fields(one, other) == ["body"]


def test_an_address_to_write_to_is_text_like_any_other() -> None:
    """Who is written to is no other page that the article points to."""
    line = '<p>Mail: <a href="mailto:{0}@low.example">{0}@low.example</a></p>'
    one, other = (_article(prose=PROSE + line.format(n)) for n in ("quay", "pier"))
    assert _fields(one, other) == ["body"]


def test_terms_that_speak_of_cookies_ask_for_no_consent() -> None:
    """A short line of them is text, not the notice that every site shows."""
    terms = (
        "<p>{} For cookies of others see there: this office sets none of its own.</p>"
    )
    lines = "".join(terms.format(f"Part {n}.") for n in range(5))
    kept = "<p>Cookies are kept for {} days.</p>"
    one, other = (_article(prose=PROSE + lines + kept.format(n)) for n in (7, 9))
    assert _fields(one, other) == ["body"]


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
    assert _fields(one, other) == fields


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
        _page(notice=f"{PROSE}<div>{box.format(to, 'Order', says)}{rest}</div>")
        for to, says in states
    )
    assert _fields(one, other) == fields


def test_a_page_that_is_renamed_is_an_edit_of_the_title_alone() -> None:
    """The heading is the title, and no second change of the body."""
    assert _fields(_page(), _page(title="Fever on High Isle")) == ["title"]


def test_a_namesake_that_leaves_a_box_of_news_does_not_rename_the_page() -> None:
    """Another item may be called the same, and its teaser makes way for a newer one."""
    page = _article()
    box = "<div class=more><h3><a href=/n/7>{}</a></h3></div></body>"
    one, other = (
        Capture(
            url=URL,
            payload=page.payload.replace(b"</body>", box.format(name).encode()),
        )
        for name in ("Pilots busy", "A new crane for the old mole")
    )
    assert _fields(one, other) == []


@pytest.mark.promise("R13")
@pytest.mark.parametrize(
    "changed",
    [
        {"weather": "Partly cloudy 61° F"},
        {"menu": "Office of the harbour"},
        {"clock": "Wednesday, 15 April 2020 - 07:40"},
        {"banner": "Never leave your boat on a slipway"},
        {"footer": "© 2020 Harbour office"},
        {"newest": _entries("The new boat of the week sank", *NEWEST[:2])},
    ],
)
def test_what_moves_around_the_content_is_no_edit(changed: dict[str, str]) -> None:
    """Menus, weather, clocks, banners and newest items move daily on every page."""
    assert _fields(_page(), _page(**changed)) == []


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("<p>Visitors today: 1,204</p>", "<p>Visitors today: 1,207</p>"),
        ("<p>12 days 5 hours 3 minutes</p>", "<p>12 days 4 hours 9 minutes</p>"),
        (
            "<b>Air quality</b><p>Unhealthy for all who work on the quay</p>",
            "<b>Air quality</b><p>Good</p>",
        ),
    ],
)
def test_figures_that_run_by_themselves_are_no_edit(was: str, now: str) -> None:
    """Visitors are counted, days are left, and the air is good or bad, day by day."""
    assert _fields(_page(notice=was), _page(notice=now)) == []


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
        ("", "<div class=modal><p>Tell us how you liked the isle’s pages.</p></div>"),
        ("", "<div id=chatbot><p>How can I help? Ask me about the isle.</p></div>"),
    ],
)
def test_boxes_of_what_is_said_elsewhere_are_no_edit(was: str, now: str) -> None:
    """What is posted, what money costs, and other news say nothing of the page."""
    assert _fields(_page(notice=was), _page(notice=now)) == []


def test_a_line_that_says_when_it_was_updated_weighs_little() -> None:
    """Nobody wants an alert for a stamp that moves every day."""
    found = compare_captures(_page(), _page(dated="As of 15 April 2020"))
    assert isinstance(found, Comparison)
    assert not found.fields or found.weight == "minor"


def test_one_word_of_an_article_is_an_edit() -> None:
    """The smallest correction is what the monitor is for."""
    changed = _article(prose=PROSE.replace("counted 9 boats", "counted 8 boats"))
    assert _fields(_article(), changed) == ["body"]


def test_the_day_beside_an_article_is_a_field_of_its_own() -> None:
    """It is read, though it is no part of the body."""
    page = _article().payload
    other = page.replace(b">14 April 2020<", b">15 April 2020<")
    assert _fields(_article(), Capture(url=URL, payload=other)) == ["date"]


def test_figures_that_change_places_in_a_table_are_an_edit() -> None:
    """Each figure stands on both pages; what it tells does not."""
    rows = "<tr><td>High Isle<td>{}</tr><tr><td>Far Isle<td>{}</tr>"
    one, other = (
        _page(notice=f"<table>{rows.format(*pair)}</table>") for pair in ("73", "37")
    )
    assert _fields(one, other) == ["body"]


@pytest.mark.parametrize(
    "changed",
    [
        {"views": "9 views"},
        {"newest": _entries("The new boat of the week sank", *NEWEST[:2])},
        {"pointer": '<p><a href="/n/4">Read also: who pays for the pilots</a></p>'},
    ],
)
def test_pointers_and_counters_of_an_article_are_no_edit(
    changed: dict[str, str],
) -> None:
    """They change under every article of a site, edited or not."""
    assert _fields(_article(), _article(**changed)) == []


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

    assert _fields(listing(3), listing(1)) == []


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
        _article().payload[:90],
        re.sub(rb"(?s)<article>.*</article>", b"", _article().payload),
    ],
)
def test_a_capture_that_went_wrong_is_a_problem_whichever_comes_first(
    payload: bytes,
) -> None:
    """An empty answer says nothing about the page."""
    wrong = Capture(url=URL, payload=payload)
    assert isinstance(compare_captures(_article(), wrong), Problem)
    assert isinstance(compare_captures(wrong, _article()), Problem)


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
    page = _page()
    assert old in page.payload
    other = Capture(url=URL, payload=page.payload.replace(old, new))
    assert _fields(page, other) == []


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
    assert _fields(one, other) == []


def test_a_word_moved_back_is_the_same_edit_backwards() -> None:
    """Comparison has no favourite side."""
    there = compare_captures(_page(), _page(cases="42"))
    back = compare_captures(_page(cases="42"), _page())
    assert isinstance(there, Comparison)
    assert isinstance(back, Comparison)
    assert there.fields["body"].old == back.fields["body"].new


def test_an_article_beside_many_teasers_is_no_listing() -> None:
    """It says itself what it is, and its short lines are read as those of a text."""
    heading = "<h4>{} pilots</h4>"
    prose, end = PROSE[: len(PROSE) // 2], PROSE[len(PROSE) // 2 :]
    titles = [f"The {n} other boats that came home this week" for n in range(10, 80)]
    was, now = (
        _article(prose=prose + heading.format(word) + end, newest=_entries(*titles))
        for word in ("Seven", "Eight")
    )
    assert _fields(was, now) == ["body"]


def test_a_text_in_many_places_of_one_name_stands_in_no_sidebar() -> None:
    """A make calls the columns of the text itself a sidebar, one for each section."""
    column = '<div class="sidebar-grid">{}</div>'
    paragraphs = PROSE.replace("</p>", "</p>|").split("|")
    sections = "".join(map(column.format, paragraphs))
    was, now = (
        _article(prose=sections + column.format(f"<h3>{word} pilots</h3>") + sections)
        for word in ("Seven", "Eight")
    )
    assert _fields(was, now) == ["body"]

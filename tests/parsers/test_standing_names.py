"""Headlines below the names of sites, sections and kinds of pages."""

import pytest

from parsers.article import parse_article
from parsers.model import Article, Capture, Teaser
from tests.parsers.test_title_lines import LINE, PROSE, title

MENU = "<div><a href=/>Quay Post</a> <a href=/notes/>Harbour notes</a></div>"
FOOT = "<div>© 2026 Isle Authority. All rights reserved.</div>"
URL = "https://h.example/notes/7"

#: What stands over the headline, and the window title.
HEADS = [
    ("Quay Post", "Quay Post"),
    ("Harbour notes", "Harbour notes | Quay Post"),
    ("Isle Authority", "Isle Authority"),
    ("Press release", "Press release | Quay Post"),
    ("Пресс-релиз", "Пресс-релиз"),
    ("보도자료", "보도자료"),
]


@pytest.mark.parametrize(("head", "window"), HEADS)
@pytest.mark.parametrize(
    "line",
    [
        f"<h1>{LINE}</h1>",
        f"<h2>{LINE}</h2>",
        f"<h4>{LINE}</h4>",
        f"<p><b>{LINE}</b></p>",
        f"<div class=newstitle>{LINE}</div>",
    ],
)
def test_what_names_the_site_or_a_section_is_no_headline(
    head: str, window: str, line: str
) -> None:
    """A page says what it calls itself: in a link, under its text, or by a word."""
    body = f"{MENU}<h1>{head}</h1>{line}<p>3 May 2026</p><div>{PROSE}</div>{FOOT}"
    assert title(body, window=window, url=URL) == LINE


def test_a_first_heading_that_leads_to_its_folder_names_a_blog() -> None:
    """Where the headline leads to its own page; else its folder may be the item's."""
    head = "<h1><a href=/notes/>Harbour notes</a></h1>"
    own = f"<h2><a href={URL} rel=bookmark>{LINE}</a></h2><p>3 May 2026</p>"
    window = f"Harbour notes » Archive » {LINE}"
    assert title(f"{head}{own}<div>{PROSE}</div>", window=window, url=URL) == LINE
    part = f"{head}<h2>How it began</h2><div>{PROSE}</div>"
    assert title(part, window="Harbour notes", url=URL) == "Harbour notes"


def test_a_claim_of_the_site_s_name_is_none_of_a_title() -> None:
    """Some sites tell machines the same title of every page."""
    told = '<meta property="og:title" content="Quay Post">'
    body = f"{told}{MENU}<h1>{LINE}</h1><div>{PROSE}</div>"
    assert title(body, window=f"{LINE} | Quay Post", url=URL) == LINE


def test_a_window_title_loses_its_section_too() -> None:
    """Where the page has no heading, that is all there is."""
    window = f"{LINE} | Harbour notes | Quay Post"
    assert title(f"{MENU}<div>{PROSE}</div>", window=window, url=URL) == LINE


def test_a_name_is_the_title_if_the_page_claims_it_or_has_no_other() -> None:
    """A page about its section, or one of several of one item."""
    head = f"{MENU}<h1>Harbour notes</h1><div>{PROSE}</div>"
    assert title(head, window="Harbour notes", url=URL) == "Harbour notes"
    told = '<meta property="og:title" content="Harbour notes">'
    text = f"{PROSE}<h2>What comes next</h2><p>Nothing is known yet."
    head = f"{told}{MENU}<h1>Harbour notes</h1><div>{text}</div>"
    assert title(head, window="Harbour notes", url=URL) == "Harbour notes"


def test_a_heading_that_leads_away_yields_to_one_that_does_not() -> None:
    """Latest news stand above many a headline, in headings of the same rank."""
    teaser = "<h2><a href=/notes/9>Pier gets new lamps</a></h2>"
    body = f"{teaser}<h2>{LINE}</h2><div>{PROSE}</div>"
    assert title(body, window="Quay Post", url=URL) == LINE


def test_a_claim_that_was_cut_short_is_the_line_that_it_begins() -> None:
    """Readers see all of it."""
    whole = f"{LINE} since the fog came in"
    told = f'<meta property="og:title" content="{LINE} since...">'
    body = f"{told}<div class=x>{whole}</div><div>{PROSE}</div>"
    assert title(body, window=f"{LINE} since...", url=URL) == whole


def test_a_heading_escaped_twice_is_read_as_it_was_meant() -> None:
    """A template that escapes what was escaped shows the signs of it."""
    body = f"<h1>Fees &amp;amp; dues rise</h1><div>{PROSE}</div>"
    assert title(body, window="Fees &amp; dues rise") == "Fees & dues rise"


def test_a_stop_that_the_window_alone_has_is_none_of_the_headline() -> None:
    """What readers see ends without it."""
    body = f"<h1>{LINE}</h1><div>{PROSE}</div>"
    assert title(body, window=f"{LINE}. | h.example") == LINE


@pytest.mark.parametrize(
    ("listed", "line", "called"),
    [
        (LINE, f"<p>{LINE}</p>", LINE),
        (f"{LINE[:20]}…", f"<p>{LINE}</p>", LINE),
        ("The ferry of noon", "", "The ferry of noon"),
        ("Harbour notes", "", "Quay Post"),
        ("", f"<p><b>{LINE}</b></p>", LINE),
    ],
)
def test_a_page_that_names_but_its_site_is_called_as_its_list_does(
    listed: str, line: str, called: str
) -> None:
    """On the first visit nothing else tells a plain line from others."""
    page = f"<title>Quay Post</title>{MENU}<div>{line}{PROSE}</div>"
    found = parse_article(
        Capture(url=URL, payload=page.encode()), teaser=Teaser(url=URL, title=listed)
    )
    assert isinstance(found, Article)
    assert found.title == called

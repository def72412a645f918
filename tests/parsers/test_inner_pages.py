"""Pages that say nothing themselves and lead to others: frames, refreshes, scripts."""

import pytest

from parsers.listing import parse_listing
from parsers.model import Capture, Listing, Problem

HOST = "https://coast.harbour.example"
NEWS = (f"{HOST}/en/news.html",)
FRAMES = "<frameset cols=20%,*><frame src=menu.html><frame src=news.html></frameset>"


@pytest.mark.parametrize(
    "html",
    [
        '<meta http-equiv="refresh" content="0; URL=/en/news.html"><p>Welcome',
        "<META HTTP-EQUIV=Refresh CONTENT='3;url=\"en/news.html\"'><body></body>",
        '<script>window.location.href = "/en/news.html";</script>',
        "<body><script>if (top == self) location.replace('/en/news.html')</script>",
        '<body><iframe src="/en/news.html" width="100%"></iframe></body>',
    ],
)
def test_a_page_that_says_nothing_leads_to_where_it_sends_its_readers(
    html: str,
) -> None:
    """Front pages of old sites do; the list stands behind them."""
    found = parse_listing(
        Capture(url=f"{HOST}/", payload=f"<html>{html}</html>".encode())
    )
    assert isinstance(found, Listing)
    assert found.sections == NEWS


def test_every_frame_may_hold_the_list() -> None:
    """Which one does is seen when they are read."""
    found = parse_listing(
        Capture(url=f"{HOST}/", payload=f"<html>{FRAMES}</html>".encode())
    )
    assert isinstance(found, Listing)
    assert found.sections == (f"{HOST}/menu.html", f"{HOST}/news.html")


MENU = "".join(
    f"<li><a href=/{n}>What the office of the coast does, part {n}</a>"
    for n in "abcdefg"
)


@pytest.mark.parametrize(
    "menu",
    [
        f"<header><ul>{MENU}</ul></header>",
        f"<ul class=menu>{MENU}</ul>",
        f"<div id=main-menu><ul>{MENU}</ul></div>",
        f"<nav>{MENU}</nav>",
    ],
)
def test_a_menu_is_no_list_where_the_list_stands_elsewhere(menu: str) -> None:
    """Scripts draw it, or a frame holds it; nothing else on the page has links."""
    page = f"<html><body>{menu}<main><h1>News</h1>{{}}</main></body></html>"
    frame = "<iframe src=/en/news.html></iframe>"
    for inner, sections in (("<div id=app></div>", ()), (frame, NEWS)):
        capture = Capture(url=f"{HOST}/", payload=page.format(inner).encode())
        found = parse_listing(capture)
        assert isinstance(found, Listing)
        assert (found.items, found.sections) == ((), sections)


@pytest.mark.parametrize(
    ("frame", "sections"),
    [
        ("<main><iframe src=/en/news.html width=100%></iframe></main>", NEWS),
        ("<main><iframe src=/en/news.html height=1200></iframe></main>", NEWS),
        ("<iframe src=/en/news.html style='height: 900px'></iframe>", NEWS),
        ("<iframe src=/en/news.html width=100% height=90></iframe>", ()),
        ("<aside><iframe src=/en/news.html height=1200></iframe></aside>", ()),
        ("<iframe src=//maps.example/x height=1200></iframe>", ()),
        ("<iframe src=/x height=1200 style='display: none'></iframe>", ()),
    ],
)
def test_a_large_frame_is_looked_into_beside_a_box_of_a_few_items(
    frame: str, sections: tuple[str, ...]
) -> None:
    """The box shows three items, others each day; the frame has the list of all."""
    box = "".join(
        f"<li><a href=/n/{n}>Ferry number {n} leaves late again</a> 0{n}.03.2026"
        for n in range(1, 4)
    )
    page = f"<html><body><h1>News</h1>{frame}<div id=box><ul>{box}</ul></div></html>"
    found = parse_listing(Capture(url=f"{HOST}/", payload=page.encode()))
    assert isinstance(found, Listing)
    assert (len(found.items), found.sections) == (3, sections)


@pytest.mark.parametrize(
    "html",
    [
        "<meta http-equiv=refresh content='600; url=/en/news.html'><body></body>",
        "<meta http-equiv=refresh content='5; url=/'><body></body>",
        "<script>window.open('/en/news.html')</script><body></body>",
        "<body><iframe src='https://maps.example/embed'></iframe></body>",
        f"<body><p>{'No news were found. ' * 20}</p><iframe src=/map></iframe></body>",
    ],
)
def test_a_list_that_is_empty_today_leads_nowhere(html: str) -> None:
    """A page that renews itself, a map or a popup holds no list."""
    found = parse_listing(
        Capture(url=f"{HOST}/", payload=f"<html>{html}</html>".encode())
    )
    assert isinstance(found, Problem) or found.sections == ()

"""Where a page ends: what is laid over it, and boxes that have a foot of their own."""

import pytest

from parsers.model import Capture
from scheduler.comparing.captures import compare_captures
from scheduler.comparing.compare import Comparison

URL = "https://harbour.example/fever"
TEXT = "".join(
    f"<p>Pilot {n} saw {n + 3} boats off the bar, and let them in with the flood.</p>"
    for n in range(1, 20)
)
FOOT = """<footer><p>Harbour office, 1 Quay</p><p>Open from nine to five</p>
<p><a href="/privacy">Privacy</a></p></footer>"""


def _page(*, box: str = "", over: str = "") -> Capture:
    page = f"<html><body><div id='page'><h1>Fever</h1>{TEXT}{box}{FOOT}</div>{over}"
    return Capture(url=URL, payload=f"{page}</body></html>".encode())


def _fields(before: Capture, after: Capture) -> list[str]:
    found = compare_captures(before, after)
    assert isinstance(found, Comparison), found
    return list(found.fields)


@pytest.mark.parametrize(
    "over",
    [
        "<div><h4>Help us</h4><p>Take a short survey on your visit today.</p></div>",
        "<div><p>Hello! May I help to find something?</p><a href='#'>Chat</a></div>",
        "<p>Server 3 took 0.231 s, answer 91be03aa.</p>",
    ],
)
def test_what_is_laid_over_a_page_behind_the_foot_of_its_site_is_no_edit(
    over: str,
) -> None:
    """It comes and goes by itself, whatever it is called."""
    assert _fields(_page(), _page(over=over)) == []
    assert _fields(_page(over=over), _page()) == []


def test_the_foot_of_a_box_does_not_end_the_page() -> None:
    """It is one line, and what follows it is read."""
    air = "<div><p>Air: good</p><footer><a href='/air'>Harbour air</a></footer></div>"
    files = "<h2>Orders</h2><p><a href='/1.pdf'>Order to stay on the quay</a></p>"
    more = files + "<p><a href='/2.pdf'>Order to close the market</a></p>"
    assert "body" in _fields(_page(box=air + files), _page(box=air + more))


STRIP = """<div class="z9"><div><h3>Contact</h3><p>{}</p><p>Phone: 555-0{}</p></div>
<p>© 2026 Low Isle</p></div>"""


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("", STRIP.format("1 Quay", 100)),
        (STRIP.format("1 Quay", 100), STRIP.format("3 Mole", 107)),
        (STRIP.format("1 Quay", 100), STRIP.format("1 Quay", 100) + "<p>Chat?</p>"),
    ],
)
def test_the_last_strip_is_known_by_whose_rights_it_tells(was: str, now: str) -> None:
    """It has no name, and neither the address in it nor what follows is the page's."""
    page = f"<html><body><div><h1>Fever</h1>{TEXT}<p>{{}}</p></div>{{}}</body></html>"
    one, other, edited = (
        Capture(url=URL, payload=page.format(*parts).encode())
        for parts in (("Ask at 9", was), ("Ask at 9", now), ("Ask at 5", now))
    )
    assert _fields(one, other) == []
    assert _fields(one, edited) == ["body"]


@pytest.mark.parametrize(
    "line",
    [
        "Share: <a href='https://www.facebook.com/sharer.php?u=x'>f</a>",
        "Hand on: <a href='mailto:?subject=Fever'>mail</a>",
        "<a href='/fever?print=1'>For your printer</a>",
        "Text size: <a href='#'>A</a> <a href='javascript:big()'>A+</a>",
    ],
)
def test_what_hands_a_page_on_or_prints_it_is_no_edit(line: str) -> None:
    """The line stands amid the text, and no name tells what it is."""
    assert _fields(_page(), _page(box=f"<p>{line}</p>")) == []
    to_dock = "<p>Hand it in: <a href='mailto:dock@h.example'>the dock</a></p>"
    assert _fields(_page(), _page(box=to_dock)) == ["body"]

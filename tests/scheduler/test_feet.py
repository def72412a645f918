"""Where a page ends: what is laid over it, and boxes that have a foot of their own."""

import pytest

from parsers.model import Capture
from scheduler.captures import compare_captures
from scheduler.compare import Comparison

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

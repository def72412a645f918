"""Boxes that say in their first line that they are none of a text."""

import pytest

from parsers.model import Capture
from tests.scheduler.fever import told

_TEXT = "".join(
    f"<p>Pilot number {n} took {n + 3} boats past the lighthouse in the night, and "
    f"was back at the quay before the fog came at {n % 12 + 1} o'clock.</p>"
    for n in range(1, 16)
)
_VIDEO = (
    "<div class=v><h4>WATCH: Fog comes in</h4><p>The quay at night (1:42)</p></div>"
)
_REPLY = "<div><b>bo77</b><span>{} ago</span><p>{} is what we need, I say.</p></div>"
_COMMENTS = f"<section><h3>Comments</h3>{_REPLY}</section>"
_POLL = "<div><h4>Poll of the week</h4><p>{}?</p><ul><li>Yes ({}%)</li></ul></div>"
_MONEY = (
    "<div><h3>Support our work</h3><p>We depend on readers like you, each day.</p>"
    "<a href=/give>Donate</a></div>"
)
_AD = "<div><i>Sponsored</i><p><a href=https://s.example/{0}>{0} on sale</a></p></div>"
_APP = (
    "<div><p>Download our app to be told first.</p>"
    "<a href=https://apps.apple.com/7>App Store</a></div>"
)
_LETTER = "<p><em>Sign up for our free newsletter <a href=/l>here</a>.</em></p>"
_SHOTS = "<div><figure><a href=/g/1><img src=g></a><figcaption>{}</figure></div>"
_BACK = "<div><a href=/n/1>« The ferry stays in port until noon</a></div>"
_READERS = "<div>{} people are reading this now</div>"
_SHARES = "<div>DAX 15,812.4 {}0.4% EUR/USD 1.08</div>"
_SKY = "<div><b>Quay</b>{} °C<span>{}</span></div>"
_PART = "<div><h3>{}</h3><p>{}</p></div>"
_ASKED = "Of the pilots asked, {}% are for it."
_WRITE = "Write to the pilots by {} May, in two copies."
_APPLY = "<p><a href=/form>Apply for the {}licence »</a></p>"


def _page(box: str) -> Capture:
    """Return a page that tells machines nothing, with a box amid its text."""
    page = f"<title>Pilots</title><main><h1>What the pilots did</h1>{_TEXT}{box}"
    html = f"<html><body>{page}<p>The year is over.</p></main></body></html>"
    return Capture(url="https://h.example/pilots", payload=html.encode())


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("", _VIDEO),
        (_COMMENTS.format("2 hours", "Fog"), _COMMENTS.format("5 minutes", "Ice")),
        (_POLL.format("Is it fog", 61), _POLL.format("Do you take the boat", 38)),
        ("", _MONEY),
        (_AD.format("Shoes"), _AD.format("Pans")),
        ("", _APP),
        ("", _LETTER),
        ("", _BACK),
        (_SHOTS.format("In pictures: the fog"), _SHOTS.format("In pictures: the ice")),
        (_READERS.format(12), _READERS.format(9)),
        (_SHARES.format("+"), _SHARES.format("-")),
        (_SKY.format(12, "Fog"), _SKY.format(17, "Sun")),
    ],
)
def test_a_box_that_says_what_it_is_for_is_no_edit(was: str, now: str) -> None:
    """On a page that tells machines nothing, all else amid a text is read as text."""
    assert told(_page(was), _page(now)) == []


@pytest.mark.parametrize(
    ("was", "now"),
    [
        tuple(_PART.format("Comments", _WRITE.format(n)) for n in (7, 9)),
        tuple(_PART.format("Poll", _ASKED.format(n)) for n in (61, 38)),
        tuple(_PART.format("Help for pilots", f"It is {n} crowns.") for n in (7, 9)),
        (_APPLY.format(""), _APPLY.format("new ")),
    ],
)
def test_a_part_of_a_text_that_is_called_alike_is_read(was: str, now: str) -> None:
    """Offices head what they say with the same words as papers head their boxes."""
    assert told(_page(was), _page(now)) == ["body"]

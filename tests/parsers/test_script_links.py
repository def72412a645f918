"""Addresses that stand in scripts: read, never run, and never guessed."""

import pytest

from parsers.model import Capture
from parsers.page import read_page
from parsers.script_links import ScriptLinks

SCRIPTS = """<script>
function goTo(id) { window.location.href = "/news/" + id + ".html"; }
var open2 = function (id) { window.open('/view?id=' + id); };
function withState(id) { location.href = base + id; }
function other(id) { load(id); }
</script>"""


@pytest.mark.parametrize(
    ("link", "href"),
    [
        ('<a href="/plain">', "/plain"),
        ('<a href="#" onclick="location.href=\'/n?page=2\'">', "/n?page=2"),
        ("<a href=\"javascript:location='/n/3'\">", "/n/3"),
        ("<a href=\"javascript:goTo('77')\">", "/news/77.html"),
        ('<a onclick="return goTo(78);">', "/news/78.html"),
        ('<a href="#" onclick="open2(9)">', "/view?id=9"),
        ('<a href="javascript:withState(4)">', ""),
        ('<a href="javascript:other(4)">', ""),
        ('<a href="javascript:unknown(4)">', ""),
        ('<a href="javascript:void(0)">', ""),
        ('<a href="#top">', ""),
        ("<a onclick=\"location.href='/n?a=1\\u0026b=2'\">", "/n?a=1&b=2"),
    ],
)
def test_a_handler_is_read_as_far_as_it_says_where_it_leads(
    link: str, href: str
) -> None:
    """A link that needs a script is a link to readers; what it hides stays hidden."""
    html = f"<body>{link}Fog</a>{SCRIPTS}"
    page = read_page(Capture(url="https://h.example/", payload=html.encode()))
    element = next(page.root.iter("a"))
    assert ScriptLinks(page).href_of(element) == href

"""Addresses that stand in scripts: read, never run, and never guessed."""

import pytest

from parsers.addresses.script_links import ScriptLinks
from parsers.model import Capture
from parsers.page import read_page

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
        ("<a href=\"javascript:app.openNews('/news/79', 1)\">", "/news/79"),
        ("<a href=\"javascript:shareOn('/news/79')\">", ""),
        ('<a href="#top">', ""),
        ("<a onclick=\"window.open('https://share.example/?u=/n')\">", ""),
        ("<a onclick=\"window.open('https://[h/')\">", ""),
        (
            "<a onclick=\"window.open('https://h.example/n/4')\">",
            "https://h.example/n/4",
        ),
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


FORM = """<form name="list" {method}><input type="hidden" name="id">
<input type="hidden" name="board" value="B1"><input type="hidden" name="page" value="1">
</form><script>function view(n) {{ var f = document.list; f.id.value = n;
f.action = "/view.do"; f.submit(); }} function turn(n) {{
document.list.page.value = n; document.list.submit(); }}</script>"""


@pytest.mark.parametrize(
    ("method", "link", "href"),
    [
        ('method="get" action="/list.do"', "view('77')", "/view.do?board=B1&id=77"),
        ('action="/list.do"', "turn(2)", "/list.do?board=B1&page=2"),
        ('method="POST" action="/list.do"', "view('77')", ""),
    ],
)
def test_a_form_that_asks_by_address_has_one(method: str, link: str, href: str) -> None:
    """Boards fill a hidden field and submit; what is posted has no address."""
    html = f'<body><a href="#" onclick="{link}">Fog</a>{FORM.format(method=method)}'
    page = read_page(Capture(url="https://h.example/", payload=html.encode()))
    assert ScriptLinks(page).href_of(next(page.root.iter("a"))) == href

"""A page of figures kept up to date, and an article, as two captures see them."""

from parsers.model import Capture
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


def fever(**changed: str) -> Capture:
    """Return a page of figures, with some fields of it changed."""
    return Capture(url=URL, payload=PAGE.format(**(FIELDS | changed)).encode())


def pilots(**changed: str) -> Capture:
    """Return an article, with some fields of it changed."""
    fields = {"prose": PROSE, "pointer": "", "views": "7 views"}
    page = ARTICLE.format(**(fields | {"newest": FIELDS["newest"]} | changed))
    return Capture(url=URL, payload=page.encode())


def told(before: Capture, after: Capture) -> list[str]:
    """Return the fields that are told of two captures."""
    found = compare_captures(before, after, profile=learn([before, after]))
    assert isinstance(found, Comparison), found
    return list(found.fields)


def entries(*titles: str, path: str = "/n") -> str:
    """Return linked titles as entries of a list."""
    return "".join(f'<li><a href="{path}/{t[4:9]}">{t}</a>' for t in titles)

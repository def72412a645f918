"""Every make of listing within a frame that no name tells from it."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from parsers.listing import parse_listing
from parsers.model import Listing
from tests.golden import FIXTURES, case_name, expected, load_capture

#: A menu of four parts as such menus are: boxes of links, long ones among them.
_MENU = {
    "About us": ("Our mission and values", "How we are organised", "Work with us"),
    "What we do": ("Inspecting lifts and stairs", "Support for small harbours"),
    "Guidance": ("How to report a fault", "Rules for owners of lifts", "Forms"),
    "News centre": ("Press releases and statements", "Speeches by the director"),
}
_BESIDE = """
<div class=b><h3>Upcoming events</h3><ul>
<li>14 April 2026 <a href=/ev/311>Open day at the old lock and its museum</a>
<li>22 April 2026 <a href=/ev/312>Evening for owners of small lifts and stairs</a>
<li>6 May 2026 <a href=/ev/313>Yearly meeting in Port Low, places are left</a>
</ul></div>
<div class=b><h3>Popular pages</h3><ul>
<li><a href=/p/report>Report a fault in a lift near you</a>
<li><a href=/p/search>Search the public register of licences</a>
<li><a href=/p/fees>Fees of this year and how to pay them</a></ul></div>
"""
_FOOT = """
<div class=f><h4>Information for</h4><ul>
<li><a href=/for/owners>Owners of buildings and lifts</a>
<li><a href=/for/inspectors>Licensed inspectors and engineers</a>
<li><a href=/for/teachers>Teachers of schools in the county</a></ul><ul>
<li><a href=/legal/terms>Terms and conditions of use</a>
<li><a href=/legal/privacy>Privacy notice and data protection</a></ul>
<p>Last updated 28 March 2026</p></div>
"""
_BODY = re.compile(rb"(?<=<body>)(.*?)(?=</body>|\Z)", re.DOTALL)
_TAG = re.compile(rb"<script.*?</script>|<[^>]*>", re.DOTALL)
#: A page with fewer letters is drawn by scripts; within a frame it says something.
_DRAWN = 300


def makes() -> list[Path]:
    """Return the makes of listing that are shown as they are sent."""
    return [
        path.parent
        for path in sorted((FIXTURES / "makes").glob("*/expected.json"))
        if "items" in expected(path.parent) and _shown(path.parent) >= _DRAWN
    ]


def _shown(folder: Path) -> int:
    body = _BODY.search((folder / "page.html").read_bytes())
    return len(_TAG.sub(b"", body[0])) if body else 0


def framed(page: bytes) -> bytes:
    """Return a page with a menu, boxes and a foot around what it shows."""
    menu = "".join(
        f"<div class=x><a href=/{n}>{head}</a><div class=z>"
        + "".join(f"<div><a href=/{n}/{m}>{t}</a></div>" for m, t in enumerate(links))
        + "</div></div>"
        for n, (head, links) in enumerate(_MENU.items())
    )
    before = f"<div class=w><div class=t>{menu}</div><div class=g>".encode()
    behind = f"</div><div class=s>{_BESIDE}</div>{_FOOT}</div>".encode()
    return _BODY.sub(lambda found: before + found[0] + behind, page, count=1)


@pytest.mark.parametrize("folder", makes(), ids=case_name)
def test_a_listing_is_the_same_whatever_frames_it(folder: Path) -> None:
    """What stands around a list is on every page; one false item is an alert a site."""
    capture = load_capture(folder)
    found = parse_listing(replace(capture, payload=framed(capture.payload)))
    assert isinstance(found, Listing)
    wanted = [item["url"] for item in expected(folder)["items"]]
    assert sorted(item.url for item in found.items) == sorted(wanted)

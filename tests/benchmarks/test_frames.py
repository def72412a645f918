"""A frame keeps all of a page but its item, and another item lives in it."""

import re

import pytest

from benchmarks.framing.cut import cut
from benchmarks.framing.frame import UnfitError
from benchmarks.framing.living import family_of
from parsers.model import Capture
from tests.fixtures.living import FAMILIES, World
from tests.fixtures.living.http import Request

TITLE = "Pilots of the harbour are busy all night"
TEXT = [
    f"On day {n} the pilots of the quay counted {n + 3} ships off the bar, and let them"
    f" in one after the other with the flood."
    for n in range(1, 5)
]
ROWS = "".join(
    f"<article class=card><a href='/n/{n}'><img src='{n}.jpg' alt=''></a><h3><a"
    f" href='/n/{n}'>The {n} boats of the week came home</a></h3><p>{n} May 2026</p>"
    "</article>"
    for n in range(1, 5)
)
PAGE = f"""<html lang=en><head><meta property=og:title content="{TITLE}">
<title>{TITLE} - Quay</title></head><body><nav><a href=/about>About us</a></nav>
<main><h1>{TITLE}</h1><p class=byline>By <span class=author>Ada Tidewell</span>,
3 March 2026, 10:05</p><div class=text><p class=par>{TEXT[0]}</p>
<div class=ad>Advertisement</div><p class=par>{TEXT[1]}</p><h2>How it went on</h2>
<p class=par>{TEXT[2]}</p><p class=par>{TEXT[3]}</p></div>
<b title="{TITLE}">Send</b></main><aside><section class=cards>{ROWS}
</section></aside><footer>Quay 2026<p><em>Go and see </em><a href=/n/77>the quay and all
its boats</a><em> before the fog comes in.</em></p></footer></body></html>"""
ROW = {
    "id": "pilots",
    "site": "quay.example",
    "url": "https://quay.example/n/9",
    "title": TITLE,
    "date": "2026-03-03",
    "body": "\n\n".join([*TEXT[:2], "How it went on", *TEXT[2:]]),
}


def _capture(page: str) -> Capture:
    return Capture(url=ROW["url"], payload=page.encode())


def test_another_item_lives_in_the_frame_of_a_page() -> None:
    """A word of the old item on every page would be a fault of the cutter alone."""
    frame = cut(ROW, _capture(PAGE))
    family = family_of(frame, ROW["id"])
    FAMILIES[family.name] = family
    world = World(seed=1, families=(family.name,), items=6, tricks=())
    del FAMILIES[family.name]
    site = world.sites[family.name]
    item = site.items[2]

    def answer(target: str) -> str:
        request = Request(target=target, method="GET", headers={})
        return site.answer(request).body.decode()

    page, listing = answer(item.path), answer(family.seed)
    old = (TITLE, *TEXT, "Ada Tidewell", "3 March", "boats of the week", "May 2026")
    assert not [words for words in (*old, "@@") if words in page + listing]
    record, day = item.record, f"{item.at.day} {item.at:%B %Y, %H:%M}"
    said = (record.title, record.authors[0], day, '<p class="par">', "Advertisement")
    assert "all\nits boats" in page  # words of a sentence lead to no item
    assert all(words in page for words in said)
    assert page.index(record.title) < page.index(day) < page.index('class="par"')
    for other in site.items:
        assert other is item or other.path in listing


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        (TITLE, "Fog again", "no headline"),
        ("3 March 2026", "2 hours ago", "no printed day"),
        ("<html lang=en>", "<html lang=fo>", "language fo"),
        (TEXT[1], "", "text not found"),
        ("Send</b>", f"Send: {TITLE[:38]}...</b>", "part of the headline left"),
    ],
)
def test_a_page_that_cannot_be_cut_cleanly_is_not_used(
    old: str, new: str, reason: str
) -> None:
    """Whoever reads the figures must see which pages they leave out, and why."""
    page = PAGE.replace(old, new)
    page = page.replace(TEXT[2], "") if old == TEXT[1] else page
    with pytest.raises(UnfitError, match=re.escape(reason)):
        cut(ROW, _capture(page))

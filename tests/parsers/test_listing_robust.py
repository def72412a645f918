"""Whatever bytes come, a listing or a problem comes out, and soon."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import fromstring

from parsers.listing import parse_listing
from parsers.model import Capture, Listing, Problem
from parsers.pagination.candidates import own_marks
from parsers.templates.words import plain_title

PIECES = [
    "<ul>", "<li>", "</li>", "<a href='/1'>", "<a href='?page=2'>2", "</a>",
    "<div class=x>", "</div>", "<table><tr><td>", "<dl><dt>",
    "<time datetime='2026'>", "Ship leaves the port", "08.12.2021", "12/31/2020",
    "Next", "»", "<h3>", "<!--", "]]>", "<![CDATA[", "&#0;", "&amp", "<rss>",
    "<item>", "<link>", "<urlset>", "<url><loc>http://h.example/</loc>", "<?xml ?>",
    "<feed>", "{", "}", '"items":', "[", "<script type='application/ld+json'>",
    "</script>", "<link rel=next href='?p=3'>", "<base href='http://['>",
    "<a href='http://[x'>", "\x00",
]  # fmt: skip

SOUP = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=60).map("".join)


@given(st.binary(max_size=400) | SOUP.map(lambda text: text.encode("utf-8", "replace")))
def test_any_bytes_give_a_listing_or_a_problem(payload: bytes) -> None:
    """A page must never stop a crawl."""
    found = parse_listing(Capture(url="http://h.example/news/", payload=payload))
    assert isinstance(found, Listing | Problem)


LONG = {
    "links": lambda n: "<a href='/x'>Ship</a> " * n,
    "nested boxes": lambda n: "<div class='a b'>" * n + "<a href=/1>Ship</a>",
    "nested tables": lambda n: "<table><tr><td><a href=/1>Ship leaves</a>" * (n // 4),
    "numbers": lambda n: "".join(f"<a href='?p={i}'>{i}</a>" for i in range(n)),
    "one text": lambda n: "<a href=/1>" + "Ship " * n * 5 + "</a>",
    "dates": lambda n: "<li>08.12.2021 <a href=/1>Ship leaves</a>" * n,
    "one paragraph": lambda n: "<p>" + "word <a href='/x'>link</a> " * n,
    "entities": lambda n: "<rss><item><title>" + "&amp;" * n + "</title></item></rss>",
    "entries": lambda n: "<rss>" + "<item><link>http://h.example/1</link></item>" * n,
    "open tags": lambda n: "<urlset>" + "<url>" * n,
    "objects": lambda n: "[" * n,
    "pictures in a link": lambda n: (
        "<a href=/1>" + "Ship " * n * 20 + "<img src=1 alt='Ship leaves the port'>" * n
    ),
    "boxes of languages": lambda n: (
        "<div><ul>"
        + "".join(
            f"<li><a href=/{i}>Ship</a><div class='menu lang-{i}'><a href=/{i}>EN</a>"
            "</div>"
            for i in range(n // 2)
        )
        + "</ul></div><div>"
        + "<div></div>" * n * 4
    ),
    "footers": lambda n: (
        "<b>x</b>" * n + "<section>" + "<p><footer><a href=/1>Go</a></footer>" * n
    ),
    "classes": lambda n: f"<ul class='{'a ' * n}'><li><a href=/1>Ship leaves</a></ul>",
}


@pytest.mark.parametrize("name", LONG)
def test_time_grows_no_faster_than_the_page(name: str) -> None:
    """A page made to be slow must not hold a crawl."""

    def seconds(count: int) -> float:
        page = LONG[name](count).encode()
        start = time.process_time()
        parse_listing(Capture(url="http://h.example/news/", payload=page))
        return time.process_time() - start

    seconds(100)
    small, large = seconds(1_000), seconds(8_000)
    assert large < max(0.5, 30 * small)
    assert large < 10


@pytest.mark.parametrize("unit", ["-", "(", "| ", "1", "1.", "» ", "views "])
def test_a_title_of_signs_costs_linear_time(unit: str) -> None:
    """A list of a few hundred such titles held a crawl for minutes."""
    start = time.process_time()
    plain_title(f"Ship 5 {unit * 5_000}x")
    assert time.process_time() - start < 0.5


@pytest.mark.parametrize("kind", ['{"@id": "List"}', '["ItemList", {}, [[]]]', "7"])
def test_a_kind_in_linked_data_may_be_anything(kind: str) -> None:
    """A list was not read, night after night, for what machines alone see of it."""
    script = f'<script type="application/ld+json">{{"@type": {kind}}}</script>'
    ship = (
        "<li><a href=/{n}>Ship {n} leaves the port in fog</a> <b>{n} May 2026</b></li>"
    )
    rows = "".join(ship.format(n=n) for n in range(1, 6))
    page = f"<h1>News</h1><ul>{rows}</ul>{script}".encode()
    found = parse_listing(Capture(url="http://h.example/news/", payload=page))
    assert isinstance(found, Listing)
    assert len(found.items) == 5


def test_a_link_among_very_many_is_read_without_counting_them() -> None:
    """A page of a million links took hours: lxml counts children one by one."""
    box = fromstring("<div>" + "<a></a>" * 200_000 + "</div>")
    start = time.process_time()
    assert not any(map(own_marks, box[:3_000]))
    assert time.process_time() - start < 0.5


def test_days_only_machines_read_may_be_left_out_now_and_then() -> None:
    """No text of such a list holds a day, so none can lead the others."""
    rows = "".join(
        f"<li><time{stamp}></time><a href='/{number}'>Ship {number} leaves the port</a>"
        for number, stamp in enumerate([" datetime='2026-03-08'", "", ""] * 3)
    )
    page = f"<ul>{rows}</ul>".encode()
    found = parse_listing(Capture(url="http://h.example/news/", payload=page))
    assert isinstance(found, Listing)
    assert [bool(one.published) for one in found.items] == [True, False, False] * 3


def test_a_link_without_words_may_end_a_list_under_years() -> None:
    """It stands behind the last text of the page, where no day can be."""
    rows = "".join(
        f"<li>{number} March <a href='/{number}'>Ship {number} leaves the port</a></li>"
        for number in range(1, 6)
    )
    page = f"<h2>2026</h2><ul>{rows}<li><a href='/6'><img src='/6.jpg'></a></ul>"
    found = parse_listing(Capture(url="http://h.example/news/", payload=page.encode()))
    assert isinstance(found, Listing)
    assert [one.published and one.published.iso for one in found.items[:5]] == [
        f"2026-03-0{number}" for number in range(1, 6)
    ]

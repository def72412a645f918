"""Any bytes whatever become a page with a tree."""

import gc
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.block_walk import walk
from parsers.metadata import read_metadata
from parsers.model import Capture, ProblemKind
from parsers.page import Page, read_page
from parsers.problem import find_problem

URL = "https://press.harbour.example/news/1/"


def page_of(payload: bytes, *, content_type: str = "", url: str = URL) -> Page:
    """Return a payload as a page."""
    return read_page(
        Capture(url=url, payload=payload, headers=(("Content-Type", content_type),))
    )


MARKUP = st.lists(
    st.sampled_from(
        [b"<p>", b"<table>", b"</", b"<!--", b"-->", b"<![CDATA[", b"\0", b"<meta ",
         b"<title>", b"<script type='application/ld+json'>", b'{"@type":[3,"Article"]',
         b',"headline":{"a":[1]}}', b"</script>", b"<base href='http://['>", b"&#0;",
         b"<svg>", b"<h1 itemprop=headline>", b"\xff\xfe", b"<html lang=\xe2\x80\x8b>"]
    ) | st.binary(max_size=12)
).map(b"".join)  # fmt: skip


@given(MARKUP, st.sampled_from(["", "text/html; charset=gbk", "application/xhtml+xml"]))
def test_any_bytes_give_a_page(payload: bytes, content_type: str) -> None:
    """A parser that raises stops a crawl; a page without a root stops a finder."""
    page = page_of(payload, content_type=content_type)
    assert page.root.tag is not None
    assert read_metadata(page) == read_metadata(page)


@given(st.binary(max_size=200), st.text(max_size=40))
def test_any_address_gives_a_base(payload: bytes, url: str) -> None:
    """Addresses come from pages, and so from anyone."""
    assert page_of(b"<base href='//[x'>" + payload, url=url).base_url is not None


@pytest.mark.parametrize("payload", [b"", b"  \n", b"\0\0", b"\xef\xbb\xbf"])
def test_nothing_is_told_as_empty(payload: bytes) -> None:
    """An empty answer must become a problem, never an article without words."""
    assert "empty" in page_of(payload).flags


def test_a_page_without_words_is_told_in_words() -> None:
    """Who reads that it says nothing but '' looks for what that may be."""
    found = find_problem(page_of(b"<p></p><img src=/a.jpg>"), None)
    assert found
    assert (found.kind, found.detail) == (ProblemKind.EMPTY, "the page shows no words")


def test_a_page_too_long_to_be_read_to_its_end_is_not_called_cut() -> None:
    """Who reads that it is cut looks for a broken network."""
    page = page_of(b"<p>Fog" + b"<br>" * 400_000)
    assert page.flags == ("long",)
    found = find_problem(page, None)
    assert found
    assert (found.kind, found.detail[:37]) == (
        ProblemKind.TOO_LARGE,
        "the page has more than 16 MB, or 400,",
    )


def test_a_page_that_breaks_off_in_a_tag_is_told() -> None:
    """A cut page looks like an edit that removed its end."""
    assert page_of(b"<p>Ferry late</p><p>Fog").flags == ()
    assert page_of(b"<p>Ferry late</p><a hr").flags == ("cut",)
    assert page_of(b"<p>Ferry late</p></di").flags == ("cut",)
    assert page_of(b"<p>Ferry late</p></body></html").flags == ()


def test_markup_that_was_kept_as_text_for_those_without_scripts_is_no_text() -> None:
    """Pages that a browser saved have it so; a picture's address was an article's."""
    kept = b"<noscript>&lt;img src='/count?page=fog'&gt;</noscript>"
    assert page_of(b"<p>Ferry late</p>" + kept).root.text_content() == "Ferry late"
    told = b"<noscript><p>Ferry late</p></noscript>"
    assert page_of(told).root.text_content() == "Ferry late"


def test_zeros_do_not_end_a_page() -> None:
    """Some templates print them; C libraries stop there."""
    assert page_of(b"<p>Ferry\0 late").root.text_content() == "Ferry late"


def test_relative_addresses_start_from_the_base() -> None:
    """A base with a relative address counts, one with nonsense does not."""
    assert (
        page_of(b"<base href='/en/'>").base_url == "https://press.harbour.example/en/"
    )
    assert page_of(b"<base href='javascript:x'>").base_url == URL


@pytest.mark.parametrize(
    ("payload", "language"),
    [
        (b"<html lang=en-GB>", "en-GB"),
        (b"<html xml:lang='pt_BR'>", "pt-BR"),
        (b"<meta http-equiv=Content-Language content='ru, en'>", "ru"),
        (b"<html lang=''>", None),
        (b"<html lang='$lang'>", None),
    ],
)
def test_the_declared_language_is_read(payload: bytes, language: str | None) -> None:
    """It tells which month a word is, and which number is the day."""
    assert page_of(payload).language == language


def test_tags_closed_at_once_do_not_swallow_a_page() -> None:
    """In XHTML ``<title/>`` is complete; in HTML all that follows is the title."""
    payload = (
        b"<html><head><title/><script src='a'/></head><body><p>Fog</p></body></html>"
    )
    page = page_of(payload, content_type="application/xhtml+xml")
    assert page.root.text_content() == "Fog"


@pytest.mark.parametrize("tag", [b"<div>", b"<b>", b"<table><tr><td>", b"<ul><li>"])
def test_text_below_any_depth_is_read(tag: bytes) -> None:
    """A tree builder gives up at some depth; the words there still count."""
    page = page_of(b"<h1>Ferry</h1>" + tag * 5000 + b"late")
    assert page.root.text_content().split() == ["Ferry", "late"]
    assert "repaired" in page.flags


@pytest.mark.parametrize(
    "payload",
    [
        b"<p " + b" ".join(b"a%d=1" % n for n in range(60_000)) + b">",
        b"<div>" * 200_000,
        b"<script>" + b"var boat = 1; " * 1_000_000 + b"</script>",
        b"<!--" * 100_000,
        b"<![CDATA[" * 50_000,
        b"<a href=x><p>" * 50_000,
        b"<meta charset=" * 50_000,
        b"&lt" * 300_000,
    ],
    ids=lambda payload: payload[:12].decode(),
)
def test_hostile_pages_take_linear_time(payload: bytes) -> None:
    """One page must not hold up a night's crawl."""
    started = time.process_time()
    read_metadata(page_of(payload))
    assert time.process_time() - started < 5


def test_a_page_that_leaves_out_its_tags_has_a_body_all_the_same() -> None:
    """Head and body may be left out, and HTML 5 elements come first of all."""
    payload = b"<!doctype html><title>Fog</title><main><h1>Fog</h1><p>No boat.</main>"
    root = read_page(Capture(url="https://h.example/", payload=payload)).root
    assert [one.tag for one in root] == ["head", "body"]
    assert root[1].text_content() == "FogNo boat."


def test_a_body_that_a_later_box_begins_has_what_stands_before_it_too() -> None:
    """The tree builder begins a body at the first element that HTML 4 knew."""
    html = b"<title>Fog</title><main><p>It came.</main><div>Cookies</div> Bye"
    body = read_page(Capture(url=URL, payload=html)).root.find("body")
    assert body is not None
    assert [element.tag for element in body] == ["main", "div"]
    assert body.text_content() == "It came.Cookies Bye"


def test_signs_that_xml_forbids_may_stand_where_a_body_begins() -> None:
    """Found by the fuzz run: they cannot be set as text again."""
    html = b"<title>Fog</title><main><p>It came.</main>\x1b Bye\x01<div>Cookies</div>"
    body = read_page(Capture(url=URL, payload=html)).root.find("body")
    assert body is not None
    assert body.text_content() == "It came. ByeCookies"


@pytest.mark.parametrize("ends", [b"</body></html>", b"</BODY>\n</HTML >", b"</html>"])
def test_what_follows_the_end_of_a_page_is_read(ends: bytes) -> None:
    """Pages are put together from parts, one of which may say that all is over."""
    html = b"<html><body><p>Menu." + ends + b"<div><p>The ferry is late.</div>" + ends
    root = read_page(Capture(url=URL, payload=html)).root
    assert "".join(root.text_content().split()) == "Menu.Theferryislate."


def test_the_word_that_an_icon_font_draws_is_no_text() -> None:
    """Readers see a picture of a calendar, not its name."""
    icon = b"<i class=material-icons>calendar_today</i>"
    page = read_page(Capture(url="https://h.example/", payload=icon + b"3 May"))
    assert page.root.text_content() == "3 May"
    other = icon.replace(b"calendar_today", b"Fog came in")
    page = read_page(Capture(url="https://h.example/", payload=other))
    assert page.root.text_content() == "Fog came in"


def test_a_link_around_a_box_ends_with_it() -> None:
    """A logo's link would else be the headline's behind it too."""
    html = b"<a href=/><div>Harbour office</div></a><h1>Fog</h1><a href=/f><img></a>Map"
    blocks = walk(read_page(Capture(url="https://h.example/1", payload=html)))
    assert [block.hrefs for block in blocks] == [("/",), (), ("/f",)]


def test_a_page_that_was_walked_is_let_go_at_once() -> None:
    """A ring would keep its tree until the collector comes, and a crawl would swell."""
    payload = b"<h1>Fog</h1><pre>Fog lay there.\n\nIt stayed.</pre><ul><li>Port</ul>"
    walk(page_of(payload))
    gc.collect()
    gc.disable()
    try:
        walk(page_of(payload))
        assert gc.collect() == 0
    finally:
        gc.enable()


@pytest.mark.parametrize(
    ("component", "tag"),
    [
        ('<gov-heading tag="h2" size="l">Fog</gov-heading>', "h2"),
        ('<x-card-title level="h3">Fog</x-card-title>', "h3"),
        ('<gov-card title-tag="h3">Fog</gov-card>', "gov-card"),
        ('<gov-heading size="l">Fog</gov-heading><p id="h1"></p>', "gov-heading"),
    ],
)
def test_a_component_that_draws_a_heading_is_one(component: str, tag: str) -> None:
    """A text whose headings are components lost each of them."""
    html = f"<body><h1>Harbour</h1>{component}"
    blocks = walk(read_page(Capture(url=URL, payload=html.encode())))
    assert [block.tag for block in blocks] == ["h1", tag]

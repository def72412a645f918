"""Addresses: one normal form, resolution as browsers do it, identity of items."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.urls import (
    MAX_LENGTH,
    host_port,
    in_scope,
    item_key,
    item_url,
    normalize,
    registrable,
    resolve,
    same_page,
    site_name,
)

NORMAL_FORMS = {
    "HTTP://Harbour.Example": "http://harbour.example/",
    "http://harbour.example:80/": "http://harbour.example/",
    "https://harbour.example:443/a": "https://harbour.example/a",
    "https://harbour.example:0443/a": "https://harbour.example/a",
    "http://harbour.example:8080/": "http://harbour.example:8080/",
    "http://harbour.example:/": "http://harbour.example/",
    "http://harbour.example./a": "http://harbour.example/a",
    "http://me:secret@harbour.example/a": "http://harbour.example/a",
    "http://harbour.example@evil.example/": "http://evil.example/",
    "http://harbour.example/a#part": "http://harbour.example/a",
    "http://harbour.example/a?": "http://harbour.example/a",
    "http://harbour.example/a/./b/../c": "http://harbour.example/a/c",
    "http://harbour.example/a/..": "http://harbour.example/",
    "http://harbour.example/../../a": "http://harbour.example/a",
    "http://harbour.example/a/%2e%2e/b": "http://harbour.example/b",
    "http://harbour.example/%7Ea/%e2%80%93": "http://harbour.example/~a/%E2%80%93",
    "http://harbour.example/a%2fb": "http://harbour.example/a%2Fb",
    "http://harbour.example/100%": "http://harbour.example/100%25",
    "http://harbour.example/%%341": "http://harbour.example/%2541",
    "http://harbour.example/Nebel über": "http://harbour.example/Nebel%20%C3%BCber",
    "http://harbour.example/a?b=[1]&c=d e": "http://harbour.example/a?b=%5B1%5D&c=d%20e",
    "  http://harbour.example/a\n ": "http://harbour.example/a",
    "http://harbour.exam\nple/a\tb": "http://harbour.example/ab",
    "http:\\\\harbour.example\\a": "http://harbour.example/a",
    "http:/harbour.example/a": "http://harbour.example/a",
    "http://harbour.example/News/Fog-/": "http://harbour.example/News/Fog-/",
    "http://harbour.example/a//b": "http://harbour.example/a//b",
    "http://HÄFEN.example/": "http://xn--hfen-loa.example/",
    "http://%48arbour.example/": "http://harbour.example/",
    "http://ｈarbour。example/": "http://harbour.example/",
    "http://my_port.harbour.example/": "http://my_port.harbour.example/",
    "http://127.1/": "http://127.0.0.1/",
    "http://0x7f000001/": "http://127.0.0.1/",
    "http://2130706433/": "http://127.0.0.1/",
    "http://0177.0.0.01:81/": "http://127.0.0.1:81/",
    "http://[0:0::1]:8000/": "http://[::1]:8000/",
    "http://[2001:DB8::A]/": "http://[2001:db8::a]/",
}

NO_ADDRESSES = [
    "",
    " ",
    "news/",
    "//harbour.example/",
    "ftp://harbour.example/",
    "mailto:desk@harbour.example",
    "http://",
    "http:///",
    "http://:80/",
    "http://harbour example/",
    "http://harbour.example:99999/",
    "http://harbour.example:80a/",
    "http://harbour.example:0/",
    "http://1.2.3.4.5/",
    "http://256.1.1.1/",
    "http://[::g]/",
    "http://[fe80::1%25eth0]/",
    "http://harbour..example/",
    "http://<b>/",
    "http://" + "a" * 64 + ".example/",
    "http://harbour.example/" + "a" * MAX_LENGTH,
]

BASE = "https://press.harbour.example/en/news/?p=3"

RESOLVED = {
    "fog.html": "https://press.harbour.example/en/news/fog.html",
    "?p=4": "https://press.harbour.example/en/news/?p=4",
    "/fog": "https://press.harbour.example/fog",
    "../fog": "https://press.harbour.example/en/fog",
    "//other.example/fog": "https://other.example/fog",
    "http://other.example": "http://other.example/",
    "https:fog": "https://press.harbour.example/en/news/fog",
    "\\fog\\bank": "https://press.harbour.example/fog/bank",
    "\\\\other.example\\fog": "https://other.example/fog",
    " \n fog.html\t": "https://press.harbour.example/en/news/fog.html",
    "\u00a0fog.html": "https://press.harbour.example/en/news/fog.html",
    "?a=1&amp;b=2": "https://press.harbour.example/en/news/?a=1&b=2",
    "?a=1&#38;b=2": "https://press.harbour.example/en/news/?a=1&b=2",
    "?copy=1&copy2=2": "https://press.harbour.example/en/news/?copy=1&copy2=2",
    "": "https://press.harbour.example/en/news/?p=3",
    "#top": "https://press.harbour.example/en/news/?p=3",
    "a:b": None,
    "mailto:desk@harbour.example": None,
    "javascript:void(0)": None,
    " JavaScript:void(0)": None,
    "tel:+4940": None,
    "data:text/html,fog": None,
    "http://": None,
    "http://exa mple/": None,
    "x" * (MAX_LENGTH + 1): None,
}

ONE_ITEM = [
    ("http://h.example/news/7/", "https://www.h.example/news/7"),
    ("http://h.example/news/7", "http://h.example/news/7?utm_source=a&utm_medium=b"),
    ("http://h.example/news/7", "http://h.example/news/7?fbclid=IwAR0x"),
    ("http://h.example/?id=7&a=1", "http://h.example/index.php?a=1&id=7"),
    ("http://h.example/a/", "http://h.example/a/Default.aspx"),
    ("http://h.example/a", "http://h.example/a;jsessionid=0A1B?PHPSESSID=1"),
    (
        "http://h.example/a.aspx",
        "http://h.example/(S(lit3py55t21z5v55vlm25s55))/a.aspx",
    ),
    ("http://h.example/a", "http://h.example/a?sid=0123456789abcdef0123456789ABCDEF"),
    (
        "http://h.example/ords/f?p=210:3:2718281828459::NO::P3_ID:7",
        "http://h.example/ords/f?p=210:3:3141592653589::NO::P3_ID:7",
    ),
    ("http://h.example/ords/f?p=210:1", "http://h.example/ords/f?p=210:1:27182818284"),
    ("http://h.example/p/7", "http://h.example/p/7?session=27182818284590"),
    ("http://h.example/fog-over-port/", "http://h.example/fog-over-port/amp/"),
    ("http://h.example/fog-over-port", "http://h.example/amp/fog-over-port"),
    ("http://h.example/news/7", "http://h.example/news/7/print"),
    ("http://h.example/news/7.html", "http://h.example/news/7.amp.html"),
    ("http://h.example/news/7/", "http://h.example/news/7/?print=Y"),
    ("http://h.example/?id=7", "http://h.example/?id=7&tmpl=component&print=1"),
    ("http://h.example/?id=7", "http://h.example/?id=7&Itemid=12"),
    (
        "http://h.example/-/fog",
        "http://h.example/-/fog?inheritRedirect=false&redirect=http%3A%2F%2Fh.example%2F",
    ),
    ("http://h.example/-/fog", "http://h.example/-/fog?redirect=%2Fweb%2Fnews"),
    (
        "http://h.example/-/fog",
        "http://h.example/-/fog?p_l_back_url=%2Fnews&p_l_back_url_title=News",
    ),
    (
        "http://h.example/fog-over-port",
        "http://h.example/fog-over-port?_101_INSTANCE_q_redirect=%2Fnews%3Fcur%3D2",
    ),
    ("http://h.example/n?id=7", "http://h.example/n?id=7&backUrl=list.asp%3Fp%3D3"),
    ("http://h.example/n?id=7", "http://h.example/n?id=7&_=1700000000"),
    ("http://h.example/n/7", "http://h.example/n/7?ref=rss"),
    ("http://h.example/n/%7Ea%e4", "http://h.example/n/~a%E4"),
    ("http://h.example:80/n/7", "https://h.example:443/n/7"),
    ("http://h.example/n//7", "http://h.example/n/7#more"),
    ("http://h.example/n/7/", "http://h.example/n/7/?bxajaxid=1f&sphrase_id=9"),
]

TWO_ITEMS = [
    ("http://h.example/?id=7", "http://h.example/?id=8"),
    ("http://h.example/news/", "http://h.example/news/?page=2"),
    ("http://h.example/news/", "http://h.example/news/?PAGEN_1=2"),
    ("http://h.example/n?lang=en", "http://h.example/n?lang=ru"),
    ("http://h.example/News/7", "http://h.example/news/7"),
    ("http://h.example/news/fog-", "http://h.example/news/fog"),
    ("http://h.example/n?sid=7", "http://h.example/n?sid=8"),
    (
        "http://h.example/f?p=210:3:::NO::P3_ID:7",
        "http://h.example/f?p=210:3:::NO::P3_ID:8",
    ),
    ("http://h.example/f?p=210:3:271828", "http://h.example/f?p=210:4:271828"),
    ("http://h.example/n?p=1:20260302", "http://h.example/n?p=1:20260303"),
    ("http://h.example/n?session=118", "http://h.example/n?session=119"),
    ("http://h.example/n?ref=1207", "http://h.example/n?ref=1208"),
    ("http://h.example/v.php?pk_id=13117", "http://h.example/v.php?pk_id=13118"),
    ("http://h.example/", "http://h.example:8080/"),
    ("http://en.h.example/n/7", "http://h.example/n/7"),
    ("http://h.example/tags/amp/", "http://h.example/tags/"),
    ("http://h.example/n?view=list", "http://h.example/n"),
    ("http://h.example/a%2Fb", "http://h.example/a/b"),
    ("http://h.example/go?url=/news/7", "http://h.example/go?url=/news/8"),
    ("http://h.example/go?redirect=/news/7", "http://h.example/go?redirect=/news/8"),
    ("http://h.example/news/fog-12?from=20", "http://h.example/news/fog-12?from=40"),
]


@pytest.mark.parametrize(("url", "normal"), NORMAL_FORMS.items())
def test_an_address_has_one_normal_form(url: str, normal: str) -> None:
    """Frontier, archive and store must agree on what an address is."""
    assert normalize(url) == normal
    assert normalize(normal) == normal


@pytest.mark.parametrize("url", NO_ADDRESSES)
def test_what_is_no_address_is_refused(url: str) -> None:
    """Only http and https with a sound host may reach the fetch layer."""
    with pytest.raises(ValueError, match=r".+"):
        normalize(url)


@pytest.mark.parametrize(("href", "url"), RESOLVED.items())
def test_a_link_leads_where_a_browser_would_go(href: str, url: str | None) -> None:
    """Sites are tested with browsers, so their mistakes are made for browsers."""
    assert resolve(BASE, href) == url


def test_a_query_is_sent_in_the_encoding_of_its_page() -> None:
    """Old servers read the query in their own code page and nothing else."""
    url = resolve("http://h.example/", "?q=ж&p=é", encoding="windows-1251")
    assert url == "http://h.example/?q=%E6&p=%26%23233%3B"


@pytest.mark.parametrize(("one", "other"), ONE_ITEM)
def test_spellings_of_one_address_are_one_item(one: str, other: str) -> None:
    """A reader who came by mail reads the same item as one who came by chat."""
    assert item_key(one) == item_key(other)
    assert same_page(one, other)


@pytest.mark.parametrize(
    "link",
    [
        "https://h.example/-/fog?redirect=%2Fnews%3Fp_p_id%3Dq_cur%3D2",
        "https://h.example/-/fog?inheritRedirect=true&redirect=%2Fhome",
        "https://h.example/-/fog?p_l_back_url=%2Fnews&p_l_back_url_title=News",
    ],
)
def test_an_item_is_told_without_the_way_back_to_its_list(link: str) -> None:
    """The same item came under another address from every page that links it."""
    assert item_url(link) == "https://h.example/-/fog"


@pytest.mark.parametrize(
    "name", ["id=7", "newsId=1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809"]
)
def test_an_item_named_by_a_parameter_is_told_without_the_way_back(name: str) -> None:
    """The page of all items says in its address which one, and where one came from."""
    link = f"https://h.example/news-details?{name}&returnUrl=%2Fnews%3Fpage%3D2"
    assert item_url(link) == f"https://h.example/news-details?{name}"


@pytest.mark.parametrize(
    "link",
    [
        "https://h.example/go?redirect=%2Fnews%2F7",
        "https://h.example/login?return=%2Fnews%2F7",
        "https://h.example/news/fog-12?from=20",
    ],
)
def test_an_item_is_asked_for_by_all_that_names_it(link: str) -> None:
    """Where no name stands in the path, the parameter is where the link leads."""
    assert item_url(link) == link


@pytest.mark.parametrize(("one", "other"), TWO_ITEMS)
def test_two_pages_never_share_a_key(one: str, other: str) -> None:
    """An item folded into another one is an item missed."""
    assert item_key(one) != item_key(other)


def test_a_key_is_an_address_without_its_scheme() -> None:
    """People type keys, or the beginning of one."""
    assert item_key("https://www.h.example/News/fog-/?b=2&a=1") == (
        "h.example/News/fog-?a=1&b=2"
    )


def test_scope_is_the_host_and_port_of_a_seed() -> None:
    """A crawl stays on its site, whatever the scheme."""
    seeds = ["https://www.h.example/news/", "http://p.example:8080/"]
    assert in_scope("http://h.example/else/", seeds)
    assert in_scope("http://p.example:8080/", seeds)
    assert not in_scope("http://p.example/", seeds)
    assert not in_scope("http://en.h.example/news/", seeds)
    assert not in_scope("mailto:desk@h.example", seeds)


def test_a_host_is_named_with_its_port_where_politeness_needs_it() -> None:
    """One pace per host and port, so every spelling must give the same name."""
    assert host_port("http://H.example/a") == "h.example:80"
    assert host_port("https://h.example:8443/a") == "h.example:8443"
    assert host_port("http://[::1]/") == "[::1]:80"
    assert host_port("http://[::1]:81/") == "[::1]:81"


def test_pages_are_grouped_by_what_was_registered() -> None:
    """Subdomains of one office share their templates; numbers share nothing."""
    assert registrable("https://en.press.harbour.co.uk/") == "harbour.co.uk"
    assert registrable("http://10.0.3.7:8080/") == "10.0.3.7:8080"
    assert registrable("http://localhost:8000/") == "localhost:8000"


def test_a_site_is_named_after_its_host() -> None:
    """The name is a file name, so no colon and no bracket stands in it."""
    assert site_name("https://h.example/news/") == "h.example"
    assert site_name("http://h.example:8000/") == "h.example_8000"
    assert site_name("http://[::1]:8000/") == "1_8000"


PIECES = """
http:// https:// h.example / // .. . % %2e %2E %25 %zz ? # & = ; : @ [ ] \\ www. 7 a
Ä ß ж 0x7f ::1 index.html ;jsessionid= utm_a=1 sid
"""
ADDRESSES = st.lists(
    st.sampled_from(PIECES.split()) | st.text(max_size=3), max_size=14
).map("".join)


@given(st.text() | ADDRESSES | ADDRESSES.map("http://h.example/".__add__))
def test_normalizing_again_changes_nothing(url: str) -> None:
    """Keys are made of normal forms of normal forms; no other error comes."""
    try:
        normal = normalize(url)
    except ValueError:
        return
    assert normalize(normal) == normal
    assert normal.isascii()
    assert item_key(normal) == item_key(url)


@given(ADDRESSES | st.text(), st.text() | ADDRESSES)
def test_resolving_never_raises(base: str, href: str) -> None:
    """A page's links are anyone's input."""
    for start in (base, BASE):
        url = resolve(start, href)
        assert url is None or normalize(url) == url

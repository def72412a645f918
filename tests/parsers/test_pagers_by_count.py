"""Pagers that say nothing we know, and those that speak South Asian languages."""

import pytest

from parsers.listing import parse_listing
from parsers.model import Capture, Listing

SITE = "https://press.harbour.example"
LIST = f"{SITE}/handouts.php"


def onward(under: str, *, items: int = 6, url: str = LIST) -> str | None:
    """Return where a list of so many items goes on, with this under it."""
    rows = "".join(
        f'<a href="/handout.php?id={n}">Ferry number {n} is in the harbour again</a>'
        f" [0{n}/03/2026]<br>"
        for n in range(1, items + 1)
    )
    html = f"<!doctype html><meta charset=utf-8><body>{rows}<center>{under}</center>"
    found = parse_listing(Capture(url=url, payload=html.encode()))
    assert isinstance(found, Listing)
    assert len(found.items) == items
    return found.onward_url


@pytest.mark.parametrize(
    ("url", "href"),
    [
        (LIST, "?offset=6"),
        (f"{LIST}?row=6", "?row=12"),
        (LIST, "?page=2"),
        (LIST, "?leathanach=2"),
    ],
)
def test_a_list_goes_on_by_the_items_shown_without_a_word(url: str, href: str) -> None:
    """A picture with a name in a language that we cannot read is a pager too."""
    picture = f'<a href="{href}"><img src="/img/n.gif" alt="hnapp"></a>'
    assert onward(picture, url=url) == LIST + href


@pytest.mark.parametrize(
    ("url", "href", "onto"),
    [
        ("/news/", "page/2/?blog", "/news/page/2/?blog"),
        ("/news/page/2/?blog", "/news/page/3/?blog", "/news/page/3/?blog"),
        ("/news/page/3/", "/news/page/2/", None),
        ("/news/", "/news/page/9/", None),
        ("/news/", "/other/page/2/", None),
    ],
)
def test_a_list_goes_on_by_the_next_folder_of_a_page_without_a_word(
    url: str, href: str, onto: str | None
) -> None:
    """Themes call older items as their translators like."""
    pager = f'<div class="older"><a href="{href}">&laquo; hnapp</a></div>'
    assert onward(pager, url=SITE + url) == (onto and SITE + onto)


@pytest.mark.parametrize(
    ("url", "under", "onto"),
    [
        (LIST, '<a href="?hnapp=2">Hnapp</a>', "?hnapp=2"),
        (
            f"{LIST}?hnapp=2",
            '<a href="?hnapp=1">Pnahh</a> <a href="?hnapp=3">Hnapp</a>',
            "?hnapp=3",
        ),
        (LIST, '<a href="?hnapp=2">Boats</a> <a href="?hnapp=3">Quays</a>', None),
        (LIST, '<a href="?L=2">Hnapp</a>', None),
        (LIST, '<a href="?hnapp=7">Hnapp</a>', None),
    ],
)
def test_a_list_goes_on_by_the_next_number_of_any_name_below_it(
    url: str, under: str, onto: str | None
) -> None:
    """Sites name the parameter, and the link, in their own language."""
    assert onward(under, url=url) == (onto and LIST + onto)


@pytest.mark.parametrize(
    ("url", "href", "is_more"),
    [
        ("/s/port", "/s/port?before=41", True),
        ("/s/port?before=61", "/s/port?before=41", True),
        ("/s/port", "/s/port?before=43", False),
        ("/s/port", "/s/quay?before=41", False),
    ],
)
def test_a_list_goes_on_by_the_number_of_its_oldest_item(
    url: str, href: str, is_more: bool
) -> None:
    """Channels show the newest below and older ones above, where a reader comes to."""
    rows = "".join(
        f'<div class="m"><p><b>Ferry number {n} is in the harbour again</b><br>All '
        f'boats were in by dusk.</p><a href="/port/{n}"><time datetime="2026-03-0'
        f'{n % 9}T10:00:00Z">10:00</time></a></div>'
        for n in range(41, 49)
    )
    html = f'<body><div><a href="{href}" class="old"></a></div>{rows}'
    found = parse_listing(Capture(url=SITE + url, payload=html.encode()))
    assert isinstance(found, Listing)
    assert found.onward_url == (SITE + href if is_more else None)


def test_a_list_goes_on_by_the_items_it_shows_less_those_of_a_box_beside_it() -> None:
    """The newest stand beside each page, and are counted along on all but the first."""
    rows, newest = (
        "".join(
            f"<li><a href=/handout.php?id={n}>Ferry number {n} is in the harbour</a>"
            f" [0{n % 9 + 1}/03/2026]</li>"
            for n in numbers
        )
        for numbers in (range(7, 13), range(1, 5))
    )
    html = (
        f"<table><tr><td><ul>{rows}</ul><a href=?offset=12>hnapp</a></td>"
        f"<td><p>Hnal</p><ul>{newest}</ul></td></tr></table>"
    )
    found = parse_listing(Capture(url=f"{LIST}?offset=6", payload=html.encode()))
    assert isinstance(found, Listing)
    assert found.onward_url == f"{LIST}?offset=12"


@pytest.mark.parametrize("href", ["?limit=6", "?topic=9", "/other.php?offset=6"])
def test_a_number_that_is_not_that_of_the_items_leads_nowhere(href: str) -> None:
    """Sizes of a page, topics and other lists would be walked for nothing."""
    assert onward(f'<a href="{href}">hnapp</a>') is None


def test_of_two_links_that_fit_none_is_believed() -> None:
    """One of them is a coincidence, and we cannot tell which."""
    assert onward('<a href="?topic=6">quay</a> <a href="?row=6">hnapp</a>') is None


def test_the_last_page_does_not_lead_back() -> None:
    """The walk must end somewhere."""
    back = '<a href="/handouts.php"><img src="/img/p.gif" alt="hnapp"></a>'
    assert onward(back, url=f"{LIST}?offset=6") is None


@pytest.mark.parametrize(
    "label",
    [
        "পরের পাতা",
        "अगला पेज",
        "पुढील",
        "अर्को पृष्ठ",
        "આગળ",
        "ਅਗਲਾ ਪੰਨਾ",
        "اگلا صفحہ",
        "ඊළඟ පිටුව",
        "அடுத்த பக்கம்",
        "తదుపరి పేజీ",
        "ಮುಂದಿನ ಪುಟ",
        "അടുത്ത പേജ്",
    ],
)
def test_the_next_page_is_known_by_its_south_asian_name(label: str) -> None:
    """A fifth of mankind reads these; the count of items need not be right."""
    picture = f'<a href="?offset=20"><img src="/img/n.gif" alt="{label}"></a>'
    assert onward(picture) == f"{LIST}?offset=20"

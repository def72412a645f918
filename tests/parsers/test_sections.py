"""Front pages of strips, back numbers of static sites, menus beside short lists."""

from itertools import count

import pytest

from parsers.listing import parse_listing
from parsers.lists.strips import find_strips
from parsers.model import Capture, Listing, Teaser
from parsers.page import read_page

HOST = "https://coast.harbour.example"
WORDS = ("Ferry late again", "New crane for the quay", "Pilots meet on Monday")


def listing(html: str, path: str = "/") -> Listing:
    """Return what is read of a listing's page."""
    found = parse_listing(Capture(url=HOST + path, payload=html.encode()))
    assert isinstance(found, Listing)
    return found


def strip(name: str) -> str:
    """Return a strip of three cards of one section."""
    cards = "".join(
        f"<article><a href=/{name}/{words.lower().replace(' ', '-')}-{n}.html><h3>"
        f"{words} at {name}</h3></a><p>0{n}.03.2021</p></article>"
        for n, words in enumerate(WORDS, start=1)
    )
    return f"<section><h2><a href=/{name}/>{name}</a></h2>{cards}</section>"


def test_a_front_page_of_strips_leads_to_its_sections() -> None:
    """What is older than four cards a section is listed there alone."""
    page = "<nav><a href=/about>About</a></nav>" + strip("ports") + strip("works")
    assert listing(page).sections == (f"{HOST}/ports/", f"{HOST}/works/")


@pytest.mark.parametrize("is_headed", [True, False])
def test_strips_lead_to_sections_whatever_their_items_are_called(
    is_headed: bool,
) -> None:
    """All items of some suites are one page and a number; so are their categories."""

    def numbered(name: str, number: int) -> str:
        to_all = "<p><a href=?cat={}>{}</a></p>".format
        head = to_all(number, name).replace("p>", "h2>") if is_headed else name
        rows = "".join(
            f"<div><h3><a href=/alerts.aspx?id={number}{n}>{words}: {name}</a></h3>"
            f"<p>What is known. <a href=/alerts.aspx?id={number}{n}>Read on</a></div>"
            for n, words in enumerate(WORDS)
        )
        foot = "" if is_headed else to_all(number, "View All")
        return f"<div class=cat>{head}{rows}{foot}</div>"

    menu = "<ul><li><a href=/pay>Pay a bill</a><li><a href=/bids>More</a></ul>"
    page = menu + numbered("Roads", 17) + numbered("Piers", 31)
    found = listing(page, "/alerts.aspx")
    assert found.sections == tuple(f"{HOST}/alerts.aspx?cat={n}" for n in (17, 31))
    assert listing(menu + numbered("Roads", 17), "/alerts.aspx").sections == ()


@pytest.mark.parametrize("is_alike", [True, False])
def test_a_front_page_leads_to_the_sections_of_strips_that_are_made_alike(
    is_alike: bool,
) -> None:
    """Each department's news was read as far as the front page shows it."""

    def department(number: int, script: str) -> str:
        rows = "".join(
            f"<li><a href=/{script}?id={number}{n}>{words}, says office {number}</a>"
            for n, words in enumerate(WORDS)
        )
        head = f"<h2><a href=/office/{number}/>Office {number}</a></h2>"
        return f"<section>{head}<ul>{rows}</ul></section>"

    other = "news.php" if is_alike else "tender.php"
    page = department(3, "news.php") + department(7, other)
    sections = (f"{HOST}/office/3/", f"{HOST}/office/7/") if is_alike else ()
    assert listing(page).sections == sections


def test_sections_may_share_items_and_leave_some_to_what_is_featured() -> None:
    """A readout is a statement as well, and a carousel shows what no strip has."""
    visits = count(1)

    def card(words: str) -> str:
        path = f"{words.lower().replace(' ', '-')}?PHPSESSID={next(visits):032x}"
        return (
            f"<article><a href=/news/detail/the-{path}><h3>The {words} of the harbour"
            "</h3></a><p>02.03.2021</p></article>"
        )

    def kind(name: str, *words: str) -> str:
        cards = "".join(map(card, words))
        return f"<section>{cards}<a href=/news/{name}>View all</a></section>"

    page = (
        f"<div>{card('Featured report')}{card('Featured picture')}</div>"
        + kind("readouts", "Call with the pilots", "Visit to the crane", "Talks on fog")
        + kind(
            "statements", "Call with the pilots", "Visit to the crane", "On the quay"
        )
        + kind("remarks", "Opening remarks on ferries", "Closing remarks on ferries")
        + kind("updates", "First hours of the storm", "Last hours of the storm")
    )
    names = ("readouts", "statements", "remarks", "updates")
    assert listing(page, "/news").sections == tuple(f"{HOST}/news/{n}" for n in names)


def test_what_leads_to_a_section_is_no_item() -> None:
    """The links to all of a kind repeat, and a day stands right above each."""
    row = (
        '<li class="entry {0}"><h3><a href=/press/{0}/fog-{1}>{2}, the {0} say</a></h3>'
        "<p>The port says that it is so.</p><p>{1}.03.2026</p></li>"
    )
    page = ""
    for day, name in enumerate(("remarks", "notices", "letters"), start=10):
        rows = "".join(
            row.format(name, day + 3 * n, words) for n, words in enumerate(WORDS)
        )
        all_of = f"<p><a href=/press/{name}>All the {name} of the port</a></p>"
        page += f"<div role=tabpanel><ul>{rows}</ul>{all_of}</div>"
    found = listing(page, "/press")
    assert len(found.sections) == 3
    assert {item.url.count("/") for item in found.items} == {5}


def test_the_head_of_a_strip_is_no_item_where_all_strips_lie_in_one_folder() -> None:
    """The front page leads to the folder alone; its strips are headed all the same."""
    page = ""
    for day, name in enumerate(("city", "ports"), start=10):
        cards = "".join(
            f"<div class=card><h5>{words} in the {name}</h5><p>The port says so.</p>"
            f"<a class=more href=/news/{name}/{day}{n}>More</a><span>{day + n}.03.2026"
            "</span></div>"
            for n, words in enumerate(WORDS)
        )
        head = f"<h2><a href=/news/{name}/>The {name} of the sound</a></h2>"
        all_of = f"<a href=/news/{name}/>All of the {name}</a>"
        page += f"<section>{head}<div class=grid>{cards}</div>{all_of}</section>"
    menu = (
        "<header><nav><a href=/news/>News</a> <a href=/about>About</a></nav></header>"
    )
    found = listing(menu + page, "/")
    assert {item.url.rpartition("/")[0] for item in found.items} == {
        f"{HOST}/news/city",
        f"{HOST}/news/ports",
    }
    assert all(item.url[-1].isdigit() for item in found.items)


def test_a_listing_with_pages_of_its_own_has_no_sections() -> None:
    """Its pages show all; asking for the sections too would double the requests."""
    pager = (
        "<div class=pager><b>1</b> <a href=?page=2>2</a> <a href=?page=3>3</a></div>"
    )
    page = strip("ports") + strip("works") + pager
    assert listing(page).sections == ()


def test_back_numbers_follow_in_files_of_their_own() -> None:
    """back2.html is made otherwise than index.html, and is its next page."""
    pager = "<p class=pageNav><a href=/press/back2.html>Next &gt;</a></p>"
    page = listing(strip("press") + pager, "/press/index.html")
    assert page.next_url == f"{HOST}/press/back2.html"


def test_a_menu_beside_a_short_last_page_shows_no_items() -> None:
    """With two items left, the box of newest items is as heavy as the list."""
    side = "".join(
        f"<font>0{n}.03</font> <a href=/press/54{n}.html>{words}</a><br><br>"
        for n, words in enumerate(WORDS)
    )
    rows = "".join(
        f"<tr><td>0{n}.01.2021</td><td><a href=/press/50{n}.html>{words} of old</a>"
        for n, words in enumerate(WORDS[:2], start=1)
    )
    page = (
        "<table><tr><td><a href=/>Home</a><br><a href=/press/>News</a><br>"
        f"<a href=/about>About us</a><br><hr><b>Latest</b><br>{side}</td>"
        f"<td><h3>All news</h3><table>{rows}</table></td></tr></table>"
    )
    urls = {item.url for item in listing(page, "/press/index.html?page=4").items}
    assert f"{HOST}/press/501.html" in urls
    assert f"{HOST}/about" not in urls


@pytest.mark.parametrize(
    ("href", "name", "is_followed"),
    [
        ("/past-notices/tenders/", "Archive", True),
        ("/notices/tenders/archive", "Past tenders", True),
        ("/notices/arkiv.html", "Arkiv", True),
        ("/archives/", "Archives of the town", False),
        ("/notices/archives-of-the-town-open", "Archives of the town open", False),
        ("/notices/tenders/?status=expired", "Expired tenders", True),
        ("/notices/tenders/?sort=title", "Archive", False),
        ("/past-notices/tenders/", "Records of the pilots", False),
    ],
)
def test_a_list_of_what_is_current_leads_to_that_of_what_is_past(
    href: str, name: str, is_followed: bool
) -> None:
    """An item whose last day is over moves there: it was news when a page named it."""
    rows = "".join(
        f"<li><a href=/notice/{n}>{words}</a> 0{n}.03.2021"
        for n, words in enumerate(WORDS, start=1)
    )
    pager = "<p><b>1</b> <a href=/notices/tenders/page/2/>2</a></p>"
    page = f"<ul>{rows}</ul>{pager}<a href={href}>{name}</a>"
    found = listing(page, "/notices/tenders/")
    assert (HOST + href in found.sections) == is_followed
    assert found.next_url == f"{HOST}/notices/tenders/page/2/"


def test_the_topic_of_an_item_is_no_list_of_what_is_past() -> None:
    """A label that speaks of the archive was walked, and answered 404 every night."""
    rows = "".join(
        f"<li><a href=/news/{n}>{words}</a> 0{n}.03.2021 "
        f"<a href=/news/topic/{n % 2}>{['The archive hall', 'Piers'][n % 2]}</a>"
        for n, words in enumerate(WORDS, start=1)
    )
    page = f"<ul>{rows}</ul><a href=/news/archive>Archive</a>"
    assert listing(page, "/news").sections == (f"{HOST}/news/archive",)


def test_a_heading_that_was_taken_for_an_item_leads_to_its_strip() -> None:
    """Titles were no links, and one of them called it: it was edited with that."""
    page = strip("ports") + strip("works")
    capture = Capture(url=f"{HOST}/news/", payload=page.encode())
    rows = [
        Teaser(url=f"{HOST}/{name}/{words.lower().replace(' ', '-')}-{n}.html")
        for name in ("ports", "works")
        for n, words in enumerate(WORDS, start=1)
    ]
    heads = [
        Teaser(url=f"{HOST}/{name}/", title=WORDS[0]) for name in ("ports", "works")
    ]
    found = find_strips(read_page(capture), [*rows, *heads])
    assert found == (f"{HOST}/ports/", f"{HOST}/works/")

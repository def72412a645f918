"""Listings: the items of a page, and not its menu."""

import json
from collections.abc import Collection
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

import parsers.templates as templates
from parsers.listing import parse_listing
from parsers.model import Capture, Listing, Problem, ProblemKind
from parsers.rules import load_rules
from parsers.templates import TEMPLATES

HOST = "https://press.harbour.example"
MENU = "".join(
    f'<li><a href="/{name}/">{text}</a></li>'
    for name, text in (
        ("about", "About the harbour and its people"),
        ("ships", "Ships that call at the harbour"),
        ("contact", "How to reach the press office"),
    )
)


def listing(body: str, *, url: str = f"{HOST}/news/", head: str = "") -> Listing:
    """Return the listing read from a page with a menu and this body."""
    page = (
        f'<!doctype html><html lang="en-GB"><head>{head}</head><body>'
        f"<nav><ul>{MENU}</ul></nav><main>{body}</main>"
        '<footer><a href="/imprint/">Imprint of the harbour office</a></footer></body>'
    )
    found = parse_listing(Capture(url=url, payload=page.encode()))
    assert isinstance(found, Listing)
    return found


def rows(count: int) -> str:
    """Return so many items, a day each."""
    return "".join(
        f'<div class="row"><span class="date">{1 + n % 28:02d}.03.2026</span>'
        f'<h3><a href="/news/{n}.html">Ship number {n} leaves port</a></h3></div>'
        for n in range(count)
    )


def test_items_have_title_date_address_and_summary() -> None:
    """All that a page says of an item before it is opened."""
    found = listing(
        '<ul class="list">'
        + "".join(
            f'<li><a href="/n/{n}"><h4>The ferry {name} is late</h4></a>'
            f"<time datetime='2026-03-0{n}T08:00:00+01:00'>{n} March 2026</time>"
            f"<p>Fog in the sound kept the {name} from leaving on time.</p></li>"
            for n, name in ((3, "Tern"), (2, "Gull"), (1, "Auk"))
        )
        + "</ul>"
    )
    assert [item.title for item in found.items] == [
        "The ferry Tern is late",
        "The ferry Gull is late",
        "The ferry Auk is late",
    ]
    first = found.items[0]
    assert first.url == f"{HOST}/n/3"
    assert first.published is not None
    assert first.published.day.isoformat() == "2026-03-03"
    assert first.summary == "Fog in the sound kept the Tern from leaving on time."


def test_a_thousand_items_on_one_page_are_a_thousand_items() -> None:
    """Old offices never learned to page."""
    assert len(listing(rows(1000)).items) == 1000


def test_a_counter_in_a_link_is_no_part_of_the_title() -> None:
    """It would make every item an edited one, every day."""
    found = listing(
        "<ul>"
        + "".join(
            f'<li><a href="/n/{n}">The pier of {name} is open again '
            f"<span>(1{n}7 views)</span></a></li>"
            for n, name in enumerate(("Saltmarsh", "Wexley", "Eldvik", "Brackwater"))
        )
        + "</ul>"
    )
    assert found.items[0].title == "The pier of Saltmarsh is open again"


def test_a_title_cut_short_is_taken_from_what_the_link_says_when_pointed_at() -> None:
    """Where the cut falls changes with the layout, the title does not."""
    whole = "The pier of Saltmarsh is open again after the longest winter since 1911"
    found = listing(
        "<ul>"
        + "".join(
            f'<li><a href="/n/{n}" title="{whole} ({n})">{whole[:40]}…</a></li>'
            for n in range(4)
        )
        + "</ul>"
    )
    assert [item.title for item in found.items] == [f"{whole} ({n})" for n in range(4)]


def test_one_item_under_several_links_is_one_teaser() -> None:
    """Picture, title and "read more" lead to the same place."""
    found = listing(
        "".join(
            f'<div class="card"><a href="/n/{n}"><img alt="IMG{n}.jpg" src="{n}.jpg">'
            "</a>"
            f'<a href="/n/{n}?utm_source=list"><b>Dredging of basin {n} begins</b></a>'
            f'<a class="more" href="/n/{n}#start">Read more</a></div>'
            for n in range(5)
        )
    )
    assert [item.title for item in found.items] == [
        f"Dredging of basin {n} begins" for n in range(5)
    ]


def test_todays_date_is_no_items_date() -> None:
    """A clock over a list would date every item anew each day."""
    found = listing(
        "<p>Today is 9 March 2026</p><ul>"
        + "".join(
            f'<li><a href="/n/{n}">Notice to the mariners of basin {n}</a></li>'
            for n in range(6)
        )
        + "</ul>"
    )
    assert len(found.items) == 6
    assert all(item.published is None for item in found.items)


def test_days_that_would_lie_ahead_prove_the_order_of_their_numbers() -> None:
    """A page that names no language may have no day above twelve all month."""
    body = "".join(
        f'<p>{day} <a href="/n/{n}">Ruling number {n} of the harbour court</a></p>'
        for n, day in enumerate(("07/03/2026", "04/03/2026", "02/01/2026"))
    )
    at = datetime(2026, 3, 8, 12, tzinfo=UTC)
    capture = Capture(url=f"{HOST}/", payload=body.encode(), captured_at=at)
    found = parse_listing(capture)
    assert isinstance(found, Listing)
    days = [str(i.published.day) if i.published else "" for i in found.items]
    assert days == ["2026-03-07", "2026-03-04", "2026-01-02"]


def test_the_day_that_a_title_speaks_of_dates_no_item() -> None:
    """Three notices of events in one box were back-dated by a year."""
    body = "".join(
        f'<li><a href="/n/{n}">Notice of the harbour court on the piers, {day}</a></li>'
        for n, day in enumerate(("8 July", "12 April", "9 January"))
    )
    at = datetime(2026, 3, 8, 12, tzinfo=UTC)
    payload = f"<html lang=en><body><main><ul>{body}</ul></main>".encode()
    found = parse_listing(
        Capture(url=f"{HOST}/", payload=payload, captured_at=at),
    )
    assert isinstance(found, Listing)
    assert [item.published for item in found.items] == [None] * 3


def test_a_link_that_nobody_sees_is_no_item() -> None:
    """It is a trap for machines, and leads where they must not go."""
    trap = "<p><a style='display:none' href='/trap/'>All news of all the harbours</a>"
    assert len(listing(rows(5) + trap).items) == 5


@pytest.mark.parametrize(("fetched", "day"), [(9, None), (20, date(2026, 3, 9))])
def test_the_day_of_the_fetch_over_a_list_is_a_clocks(
    fetched: int, day: date | None
) -> None:
    """It would date every item of a side box anew each day; any other day is theirs."""
    items = "".join(
        f'<li><a href="/n/{n}">Notice to the mariners of basin {n}</a></li>'
        for n in range(6)
    )
    body = f"<main><p>Monday, 9 March 2026</p><ul>{items}</ul></main>"
    at = datetime(2026, 3, fetched, 12, tzinfo=UTC)
    capture = Capture(url=f"{HOST}/", payload=body.encode(), captured_at=at)
    found = parse_listing(capture)
    assert isinstance(found, Listing)
    assert [i.published.day if i.published else None for i in found.items] == [day] * 6


def test_order_of_day_and_month_is_learned_from_the_page() -> None:
    """One date with a day over twelve proves it for all."""
    dates = ("03/14/2026", "03/02/2026", "02/27/2026")
    body = "".join(
        f'<p>{day} <a href="/n/{n}">Ruling number {n} of the harbour court</a></p>'
        for n, day in enumerate(dates)
    )
    page = f"<html><body>{body}</body>".encode()
    found = parse_listing(Capture(url=f"{HOST}/", payload=page))
    assert isinstance(found, Listing)
    assert [item.published and item.published.iso for item in found.items] == [
        "2026-03-14",
        "2026-03-02",
        "2026-02-27",
    ]


def test_what_a_page_tells_machines_fills_what_it_does_not_show() -> None:
    """JSON-LD often dates items that the list shows without dates."""
    entries = [
        {
            "@type": "ListItem",
            "position": n,
            "item": {
                "@type": "NewsArticle",
                "url": f"/n/{n}",
                "headline": f"Storm {n}",
                "datePublished": f"2026-03-0{n}",
            },
        }
        for n in (1, 2, 3)
    ]
    data = json.dumps({"@type": "ItemList", "itemListElement": entries})
    script = f'<script type="application/ld+json">{data}</script>'
    shown = "".join(
        f'<p><a href="/n/{n}">Storm warning {n} for the outer roads</a></p>'
        for n in (1, 2, 3)
    )
    found = listing(shown + script)
    assert found.items[0].title == "Storm warning 1 for the outer roads"
    assert found.items[0].published is not None
    assert [item.title for item in listing(script).items] == [
        f"Storm {n}" for n in (1, 2, 3)
    ]


def test_an_answer_to_load_more_is_a_listing() -> None:
    """It is JSON around HTML, or the items themselves."""
    around = json.dumps({"html": rows(5), "next": "/ajax?page=3"}).encode()
    bare = json.dumps(
        {"data": [{"title": f"Ship {n}", "url": f"/n/{n}"} for n in range(5)]}
    ).encode()
    for payload in (around, bare, rows(5).encode()):
        found = parse_listing(Capture(url=f"{HOST}/ajax?page=2", payload=payload))
        assert isinstance(found, Listing)
        assert len(found.items) == 5
        assert found.next_url == (f"{HOST}/ajax?page=3" if payload == around else None)


@pytest.mark.parametrize(
    ("asked", "count", "following"),
    [
        ("offset=12&limit=6", 6, "offset=18&limit=6"),
        ("tipo=3&page=2&per_page=6", 6, "tipo=3&page=3&per_page=6"),
        ("offset=12&limit=6", 5, None),
        ("offset=12", 6, None),
    ],
)
def test_an_answer_as_full_as_its_address_asks_leads_on(
    asked: str, count: int, following: str | None
) -> None:
    """A button counts on alone; its days are figures that could begin a year 1770."""
    entries = [
        {"titulo": t, "url": f"/n/{n}", "fecha": 1770844081000 + n}
        for n, t in enumerate("abcdef"[:count])
    ]
    payload = json.dumps({"data": entries, "total": 99}).encode()
    found = parse_listing(Capture(url=f"{HOST}/api/n?{asked}", payload=payload))
    assert isinstance(found, Listing)
    assert [i.published.day.isoformat() for i in found.items if i.published] == [
        "2026-02-11"
    ] * count
    assert found.next_url == (following and f"{HOST}/api/n?{following}")


@pytest.mark.parametrize(
    ("entry", "urls"),
    [
        ({"date": "2026-03-28"}, [f"{HOST}/news/fog-over-the-port-7"]),
        ({"date": "2026-03-28", "url": "/n/7"}, [f"{HOST}/n/7"]),
        ({}, []),
    ],
)
def test_data_may_give_but_the_name_of_an_item(
    entry: dict[str, str], urls: list[str]
) -> None:
    """Its page lies where the data do; without a day it is a topic, or an author."""
    entry = {"title": "Fog over the port", "slug": "fog-over-the-port-7", **entry}
    payload = json.dumps({"data": [entry]}).encode()
    found = parse_listing(Capture(url=f"{HOST}/api/v2/news?page=2", payload=payload))
    assert isinstance(found, Listing)
    assert [item.url for item in found.items] == urls


def test_a_script_that_appends_to_its_page_is_a_listing() -> None:
    """Some frameworks answer their buttons with what is to be run."""
    more = '<a data-remote="true" href="/news?order=new&amp;page=3">Load more</a>'
    script = f"$('#list').append({json.dumps(rows(5))});\n$('#more').html('{more}');"
    found = parse_listing(
        Capture(
            url=f"{HOST}/news?order=new&page=2",
            payload=script.replace("</", "<\\/").encode(),
            headers=(("content-type", "text/javascript; charset=utf-8"),),
        )
    )
    assert isinstance(found, Listing)
    assert len(found.items) == 5
    assert found.next_url == f"{HOST}/news?order=new&page=3"


def test_rules_overrule_what_is_found() -> None:
    """A site file has the last word."""
    rules = load_rules(
        {"listing": {"item": ".box", "title": "b", "date": "i", "next": "a.on"}}
    )
    body = (
        '<div class="box"><b>First</b> <i>3 March 2026</i> <a href="/1">x</a></div>'
        '<div class="box"><b>Second</b> <i>2 March 2026</i> <a href="/2">x</a></div>'
        '<a class="on" href="/more">on</a>'
    ) + rows(9)
    capture = Capture(url=f"{HOST}/", payload=body.encode())
    found = parse_listing(capture, rules=rules)
    assert isinstance(found, Listing)
    assert [(i.title, i.url) for i in found.items] == [
        ("First", f"{HOST}/1"),
        ("Second", f"{HOST}/2"),
    ]
    assert found.next_url == f"{HOST}/more"


def test_a_page_announces_its_feeds() -> None:
    """A feed is often the better listing; the one of comments is none."""
    head = (
        '<link rel="alternate" type="application/rss+xml" href="/feed/">'
        '<link rel="alternate" type="application/rss+xml" href="/comments/feed/">'
        '<link rel="alternate" type="application/atom+xml" href="/atom.xml">'
    )
    assert listing(rows(3), head=head).feeds == (f"{HOST}/feed/", f"{HOST}/atom.xml")


@pytest.mark.parametrize("payload", [b"", b" \n\t", b"\xef\xbb\xbf"])
def test_an_answer_without_words_is_a_problem(payload: bytes) -> None:
    """An empty answer must never look like a list that lost its items."""
    found = parse_listing(Capture(url=f"{HOST}/", payload=payload))
    assert isinstance(found, Problem)
    assert found.kind == ProblemKind.EMPTY


def test_a_page_without_an_address_still_lists_its_items() -> None:
    """Pages in files often lost where they came from; paths are all there is then."""
    found = parse_listing(Capture(url="", payload=rows(4).encode()))
    assert isinstance(found, Listing)
    assert [item.url for item in found.items] == [f"/news/{n}.html" for n in range(4)]


def test_a_page_made_by_scripts_is_told_as_such() -> None:
    """An empty frame is no list that lost its items."""
    page = b"<html><body><div id=app></div><script src=/app.js></script></body></html>"
    found = parse_listing(Capture(url=f"{HOST}/", payload=page))
    assert isinstance(found, Problem)
    assert found.kind == ProblemKind.SCRIPT


def _cards(count: int, places: Collection[str] = ()) -> Listing | Problem:
    cards = "".join(
        f"<li class=card><h2>Basin {n} closes at low tide</h2><p>The gates stay shut."
        f"<a href=/news/basin-{n}-closes>Read more</a>"
        for n in range(count)
    )
    page = f"<html><body><h1>News</h1><ul class=cards>{cards}</ul></body></html>"
    return parse_listing(Capture(url=f"{HOST}/", payload=page.encode()), places=places)


def test_a_list_of_one_item_is_known_by_where_it_stands() -> None:
    """The first item of a month must not wait for the second."""
    many, one = _cards(4), _cards(1)
    assert isinstance(many, Listing)
    assert not isinstance(one, Listing) or not one.items
    (place,) = {item.place for item in many.items}
    one = _cards(1, places=[place])
    assert isinstance(one, Listing)
    assert [item.url for item in one.items] == [f"{HOST}/news/basin-0-closes"]


@pytest.mark.parametrize("label", ["Darllen mwy", "წაიკითხეთ მეტი", "ອ່ານຕໍ່"])
def test_the_one_item_of_a_list_has_its_title_beside_its_link(label: str) -> None:
    """Where nothing repeats, it was called as its link says, and taken for a label."""

    def read(count: int, places: Collection[str] = ()) -> Listing | Problem:
        rows = "".join(
            f"<li class=node><a href=/topic/0>News</a><div class=headline>Basin {n}"
            f" closes at low tide</div><a class=more href=/item-{n}>{label}</a>"
            for n in range(count)
        )
        page = f"<div class=c><h1>Basins</h1><p>What is shut.<ul>{rows}</ul></div>"
        capture = Capture(url=f"{HOST}/", payload=page.encode())
        return parse_listing(capture, places=places)

    many = read(4)
    assert isinstance(many, Listing)
    one = read(1, {item.place for item in many.items})
    assert isinstance(one, Listing)
    assert [item.title for item in one.items] == ["Basin 0 closes at low tide"]


@pytest.mark.parametrize("count", [1, 3])
def test_a_list_known_by_where_it_stands_leads_before_a_longer_box(count: int) -> None:
    """A day on which the list is short must not bring in what is tested beside it."""
    beside = "".join(
        f"<li><a href=/t/{n}-boats>All {n} boats of the port tested</a>"
        for n in range(40)
    )
    prose = (
        "<p>The harbour office is closed on Mondays and open else, if it can be." * 50
    )

    def read(size: int, places: Collection[str] = ()) -> Listing | Problem:
        cards = "".join(
            f"<h3><a href=/n/{n}-basin-closes>Basin {n} closes at low tide</a></h3>"
            for n in range(size)
        )
        page = f"<main><div class=cards>{cards}</div>{prose}</main><aside>{beside}"
        capture = Capture(url=f"{HOST}/", payload=page.encode())
        return parse_listing(capture, places=places)

    many = read(30)
    assert isinstance(many, Listing)
    known = {item.place for item in many.items if "/n/" in item.url}
    few = read(count, known)
    assert isinstance(few, Listing)
    assert len(few.items) == count
    none = read(0, known)
    assert not isinstance(none, Listing) or not none.items


@pytest.mark.parametrize("label", ["Read also", "קראו גם", "Lesen Sie auch:"])
def test_what_a_box_bids_to_read_also_is_no_part_of_the_list(label: str) -> None:
    """It shows old items, others each day: behind a short list each was told as new."""
    rows = "".join(
        f"<li><span>2026-03-{9 - n:02}</span><h2><a href=/detail/{n}/>The ferry of pier"
        f" {n} stays in port</a></h2><p>Until the fog {n} lifts.</p></li>"
        for n in range(1, 9)
    )
    others = "".join(
        f"<li><a href=/detail/{n}/>The pilots of pier {n} wait for the tide</a></li>"
        for n in (41, 52, 63)
    )
    page = f"<main><ul>{rows}</ul></main><div><h4>{label}</h4><ul>{others}</ul></div>"
    listing = parse_listing(Capture(url="https://h.example/", payload=page.encode()))
    assert isinstance(listing, Listing)
    assert [item.url[25:-1] for item in listing.items] == list("12345678")


def test_a_wall_lists_nothing_whatever_stands_beside_it() -> None:
    """A box of offers beside a form to sign in was read as the list of that day."""
    offers = "".join(
        f"<li><a href=/t/{n}-boats>All {n} boats of the port tested</a>"
        for n in range(12)
    )
    wall = "<h1>Please sign in to continue</h1><form><input type=password></form>"
    page = f"<main>{wall}</main><ul>{offers}</ul>".encode()
    found = parse_listing(Capture(url=f"{HOST}/", payload=page))
    assert isinstance(found, Problem)
    assert found.kind == "blocked"


def test_pages_of_writers_are_no_items_beside_those_they_wrote() -> None:
    """What is listed there is edited each time that one of them writes."""
    rows = "".join(
        f"<li>{n} May 2021 <a href=/n/{n}-basin>Basin {n} closes at low tide</a></li>"
        for n in range(1, 9)
    )
    cards = "".join(
        f"<div class=card><a href=/author/{name}-quay>{name.title()} Quay</a><p>Writes "
        f"of basins, and of those who close them.</p><time>{len(name)} May 2021</time>"
        "</div>"
        for name in ("ada", "bo", "cyril", "dagmar", "emil")
    )
    page = f"<main><ul>{rows}</ul><div>{cards}</div></main>".encode()
    found = parse_listing(Capture(url=f"{HOST}/", payload=page))
    assert isinstance(found, Listing)
    assert {item.url.rpartition("/")[0] for item in found.items} == {f"{HOST}/n"}


def test_a_page_without_a_list_lists_nothing() -> None:
    """A menu is no listing."""
    prose = "<p>" + "The harbour office is closed on Mondays and open otherwise. " * 40
    assert listing(prose).items == ()


def test_a_numbered_list_drawn_like_a_menu_is_part_of_the_list() -> None:
    """Blogs show some items in full and the next ones as bare titles below."""
    more = "".join(f"<li><a href=/news/{n}.html>Ship {n} came in</a>" for n in (8, 9))
    found = listing(
        f"{rows(6)}<h3>More articles...</h3><ol class='nav nav-stacked'>{more}</ol>"
    )
    assert len(found.items) == 8


def test_a_list_reads_the_same_when_what_surrounds_it_changes() -> None:
    """Otherwise every call-out would be reported as edits."""
    one = listing("<p>Welcome.</p>" + rows(8))
    other = listing(
        '<div class="callout"><a href="/x">A call-out of the harbour office</a></div>'
        + rows(8)
        + "<p>Visitors today: 812</p>"
    )
    assert set(one.items) <= set(other.items)


def test_every_template_is_a_module_and_a_line() -> None:
    """Adding a template is one file and one line; neither may be forgotten."""
    folder = Path(templates.__file__).parent
    assert all((folder / f"{name}.py").is_file() for name in TEMPLATES)


TITLES = ("The ferry Tern is late", "The ferry Gull is late", "The ferry Auk is late")


def _days(rows: list[str]) -> list[str | None]:
    found = listing("<ul>" + "".join(f"<li>{row}</li>" for row in rows) + "</ul>")
    assert [item.title for item in found.items] == list(TITLES)
    return [item.published.iso if item.published else None for item in found.items]


def test_a_day_that_only_machines_are_told_is_the_items_own() -> None:
    """The first item's day is no day of those that print an age, or nothing."""
    shown = ("2 hours ago", "yesterday", "")
    rows = [
        f'<time datetime="2026-03-2{8 - n}">{shown[n]}</time>'
        f'<a href="/n/{n}">{title}</a>'
        for n, title in enumerate(TITLES)
    ]
    assert _days(rows) == ["2026-03-28", "2026-03-27", "2026-03-26"]
    rows = [
        f'<a href="/n/{n}">{title}</a><meta itemprop="datePublished" '
        f'content="2026-03-2{8 - n}">'
        for n, title in enumerate(TITLES)
    ]
    assert _days(rows) == ["2026-03-28", "2026-03-27", "2026-03-26"]


def test_a_day_that_stands_in_the_address_alone_is_read() -> None:
    """Some makes print no day in their lists, and file items by it."""
    rows = [
        f'<a href="/2026/03/{8 - n}/ferry-late/">{title}</a>'
        for n, title in enumerate(TITLES)
    ]
    assert _days(rows) == ["2026-03-08", "2026-03-07", "2026-03-06"]
    rows = [
        f'<a href="/n/2026032{n}/1{n}.html">{title}</a>'
        for n, title in enumerate(TITLES)
    ]
    assert _days(rows) == ["2026-03-20", "2026-03-21", "2026-03-22"]


@pytest.mark.parametrize("name", ["publish_date", "publishDate", "date-published"])
def test_a_list_for_scripts_names_its_day_in_many_ways(name: str) -> None:
    """What a button loads is a listing too."""
    items = [
        {"title": t, "url": f"/n/{n}", name: "2026-03-28"} for n, t in enumerate("abc")
    ]
    payload = json.dumps({"results": items}).encode()
    found = parse_listing(Capture(url=f"{HOST}/api", payload=payload))
    assert isinstance(found, Listing)
    assert {item.published.iso for item in found.items if item.published} == {
        "2026-03-28"
    }


def test_pictures_that_lead_on_without_a_day_are_a_menu() -> None:
    """Offices show their services as pictures, and news with a day beside each."""
    names = ("About the harbour office", "Services for residents", "How to reach us")
    tiles = "".join(f'<a href="/{n}/"><img alt="{a}"></a>' for n, a in enumerate(names))
    assert not listing(f"<p>Welcome to the office of the harbour.</p>{tiles}").items


def test_headlines_that_are_pictures_are_read_beside_a_box_that_shows_words() -> None:
    """An old design sets its headlines as pictures; the newest stand in words aside."""
    said = [f"The harbour opens quay number {n} to boats" for n in range(1, 7)]
    rows = "".join(
        f'<li><a href="/n/{n + 60}-quay"><img src="/t{n}.png" alt="{title}"></a>'
        f"<span>2026/02/{28 - n}</span>"
        for n, title in enumerate(said)
    )
    box = "".join(f'<p><a href="/n/{n + 60}-quay">{said[n]}</a>' for n in (4, 1, 3))
    found = listing(f"<h1>News</h1><ul>{rows}</ul><h3>Most read</h3>{box}")
    assert [item.title for item in found.items] == said
    assert all(item.published for item in found.items)


def test_a_day_within_a_title_is_not_the_items_day() -> None:
    """A year over a list lends itself to days beside titles, not to their words."""
    rows = [
        f'<a href="/n/{n}">Form {n} for the dues of May 3 at sea</a>' for n in "12345"
    ]
    found = listing(
        "<h2>2026</h2><ul>" + "".join(f"<li>{r}</li>" for r in rows) + "</ul>"
    )
    assert not any(item.published for item in found.items)


def _titles(row: str) -> list[str]:
    """Return the titles of a list of such rows above a site's footer."""
    rows = "".join(
        row.format(n=n, title=f"Ferry {n} stays in port for the winter months")
        for n in range(1, 9)
    )
    foot = "<footer><a href=/about>About the harbour office and its work</a></footer>"
    page = f"<html><body><main><h1>News</h1>{rows}</main>{foot}</body></html>"
    found = parse_listing(Capture(url="https://h.example/news/", payload=page.encode()))
    return [item.title for item in found.items] if isinstance(found, Listing) else []


@pytest.mark.parametrize(
    "row",
    [
        "<section><h3>{title}</h3><p>{n} March 2026</p><footer>"
        "<a href=/news/{n}>Read more</a></footer></section>",
        "<div><h3>{title}</h3><small>{n} March 2026</small>"
        "<button onclick=\"location.href='/news/{n}'\">Read more</button></div>",
    ],
)
def test_an_item_may_be_led_to_by_its_own_footer_or_a_button(row: str) -> None:
    """Only the footer that ends a page is no place for news."""
    assert len(_titles(row)) == 8
    assert _titles(row)[0].startswith("Ferry 1 stays")


def test_the_last_word_of_a_menu_heads_no_list() -> None:
    """Many menus end with whom to write to: what follows is news all the same."""
    menu = "<nav><a href=/news/>News</a> <a href=/contact/>Contact</a></nav>"
    top = "<section><a href=/news/99.html><h2>The pier is closed</h2></a></section>"
    page = f"<html><body>{menu}<h1>News</h1>{top}<section>{rows(7)}</section>"
    found = parse_listing(Capture(url=f"{HOST}/news/", payload=page.encode()))
    assert isinstance(found, Listing)
    assert [item.title for item in found.items][:2] == [
        "The pier is closed",
        "Ship number 0 leaves port",
    ]


def test_the_time_of_a_text_that_is_shown_whole_leads_to_its_item() -> None:
    """Channels show whole texts: of each the link to another site was the item."""
    rows = "".join(
        f'<div class="m"><b>Ferry number {n} is in the harbour again</b><br>All boats '
        f'were in by dusk. <a href="https://quay.example/{n * n}">The order of the '
        f'quay and its {n} annexes</a><br>No one was hurt.<div class="foot"><a href='
        f'"/port/{n}"><time datetime="2026-03-0{n % 9}T10:00:00Z">10:00</time></a>'
        "</div></div>"
        for n in range(41, 47)
    )
    payload = f"<!doctype html><body><main>{rows}</main>".encode()
    found = parse_listing(Capture(url="https://h.example/s/port", payload=payload))
    assert isinstance(found, Listing)
    assert [item.url for item in found.items] == [
        f"https://h.example/port/{n}" for n in range(41, 47)
    ]

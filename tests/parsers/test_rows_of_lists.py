"""Rows of lists that hold more than one link, or whose link says nothing itself."""

import json
from collections.abc import Iterable
from datetime import UTC, date, datetime

import pytest

from parsers.listing import parse_listing
from parsers.model import Capture, Listing
from parsers.page import read_page
from parsers.templates.parts import find_groups
from parsers.templates.places import Area
from parsers.templates.sheet_walk import read_sheet
from tests.parsers.test_days_of_lists import NAMES, each, read, title

DAYS = tuple(f"2026-03-{20 - n}" for n in range(len(NAMES)))
TITLES = tuple(map(title, range(len(NAMES))))


def front(body: str) -> Listing:
    """Return what is read from the front page of a site, the day after its newest."""
    page = f"<body><div><div><h1>News</h1>{body}</div></div>"
    at = datetime(2026, 3, 21, tzinfo=UTC)
    found = parse_listing(
        Capture(url="https://h.example/", payload=page.encode(), captured_at=at)
    )
    assert isinstance(found, Listing)
    return found


#: Name → rows that say the items with their days, the newest first.
ROWS = {
    "a topic before each title": "<ul>"
    + each("<li><a href=/port>Port</a> {link} {day}.03.2026</li>")
    + "</ul>",
    "a topic behind each title": "<ul>"
    + each("<li>{link} <a href=/t/{day}>Low</a> {day}.03.2026</li>")
    + "</ul>",
    "a topic before some titles": "<ul>"
    + each("<li><a href=/port>Port</a> {link} {day}.03.2026</li>").replace(
        "<a href=/port>Port</a>", "", 1
    )
    + "</ul>",
    "a picture of its topic beside its writer and day": each(
        "<table><tr><td>{link}</td></tr><tr><td><font>Sent by <a href=/who>Ada</a> on"
        " {day} March 2026 (512 reads)</font><br><a href=/n/port><img src=/port.gif"
        " alt=Port></a>It came late once more.</td></tr></table>"
    ),
    "rows that lie flat, the day over a topic": "<div class=all>"
    + each(
        "<p class=d>{day}.03.2026</p><span>Port</span><h2>{link}</h2>"
        "<p>It came late once more.</p>"
    )
    + "</div>",
    "rows that lie flat, the day in pieces below a picture": "<div class=all>"
    + each(
        "<a href={way}><img src=/{day}.jpg></a><p><b>{day}</b> <i>Mar</i> 2026</p>"
        "<a class=t href=/t/1>Port</a><h2>{link}</h2><p>Late.</p><a href={way}>»</a>"
    )
    + "</div>",
    "dots for a link": each(
        "<div><i>{day}.03.2026</i><h3>{title}</h3><p>Late. <a href={way}>[…]</a></div>"
    ),
    "a title and its day in one link": "<div>"
    + each("<a href={way}><b>{title}</b><i>{day} March 2026</i></a>")
    + "</div>",
    "a copy for paper beside the way to each": each(
        "<div class=t>{title}<br>{day} March 2026</div><div class=way>(<a href={way}>"
        "Read more</a> 1452 bytes [<a href=/print/{day}>Print</a>])</div>"
    ),
    "papers behind some titles": "<dl>"
    + each("<dt>{day} March 2026<dd>{link}(<a href=/up/{day}.pdf>Data, 64 KB</a>)")
    .replace("(<a href=/up/20.pdf>Data, 64 KB</a>)", "")
    .replace("(<a href=/up/18.pdf>Data, 64 KB</a>)", "")
    + "</dl>",
    "a paper with a title of its own in one box": "<div>"
    + each("<div class=box><h3>{link}</h3><i>{day} March 2026</i></div>").replace(
        "18 March 2026</i>",
        "18 March 2026</i><p><a href=/up/7.pdf>What the pilots of the port do in thick"
        " fog</a></p>",
    )
    + "</div>",
    "how many replies each got": "<table>"
    + each(
        "<tr><td>{link} <a href={way}#c class=replies>2</a><td>{day}.03.2026</td></tr>"
    )
    + "</table>",
    "cards with a foot": "<div class=row>"
    + each(
        "<div class=col><div class=card><div class=card-body><p>{day}.03.2026</p>"
        "<h5>{title}</h5></div><div class='card-footer bg'><a href={way}>Read more</a>"
        "</div></div></div>"
    )
    + "</div>",
    "a head within each link": "<div class=row>"
    + each(
        "<div class=cell><a href={way}><div><header><h3>{title}</h3></header></div>"
        "<p>{day} March 2026</p></a></div>"
    )
    + "</div>",
    "a time and its zone before each title": "<div>"
    + each(
        "<div class=card><a href={way}><h3><small>{day} March 2026, 10:30 ET</small>"
        " {title}</h3><p>It came late once more.</p></a></div>"
    )
    + "</div>",
    "a head and a foot in each box": "<div><div><div class=row>"
    + each(
        "<div class=card><header><h3>{link}</h3></header><p>It came late once more.</p>"
        "<footer>{day} March 2026</footer></div>"
    )
    + "</div></div></div><ul><li><a href=/a>How to reach the press office of the town"
    "</a><li><a href=/b>Who is who at the harbour office of the town</a></ul>",
    "a link over each box, the first made larger": each(
        "<article class=post><h2>{title}</h2><p>It came late.</p><i>{day} March 2026"
        "</i><a class=over href={way}></a></article>"
    ).replace("class=post", "class=lead-item", 1),
    "an arrow for a link": "<table>"
    + each("<tr><td>{day}.03.2026</td><td>{title}</td><td><a href={way}>→</a></td>")
    + "</table>",
    "a heading of its day over each title": each(
        "<h2>{day} March 2026</h2><img src=/b.jpg><h3>{link}</h3><p>It came late.</p>"
    ),
    "a row that a function of another file opens": "<div>"
    + each("<div onclick=\"goTo('{way}')\"><i>{day}.03.2026</i><p>{title}</p></div>")
    + "</div>",
    "days and sums that are made alike": each(
        "<div>{day} March 2026</div><div>{link}</div><div>It came late once more.</div>"
    ),
    "days before links in one paragraph": "<p>"
    + each("{day}.03.2026: {link} · ")
    + "</p>",
}


@pytest.mark.parametrize("name", ROWS)
def test_a_row_is_one_item_of_one_day(name: str) -> None:
    """An item that takes its neighbor's day is told as an edit when that one goes."""
    listing = read(ROWS[name])
    days = [item.published and item.published.day for item in listing.items]
    assert tuple(item.title for item in listing.items) == TITLES
    assert tuple(map(str, days)) == DAYS
    assert listing.next_url is None


@pytest.mark.parametrize("more", ["»", "Read more"])
def test_a_paper_in_the_row_of_a_page_is_no_item(more: str) -> None:
    """The title is no link: what says more than an arrow was taken for its item."""
    paper = "<a class=file href=/up/{day}.pdf>PDF (64 KB)</a>"
    row = "<li><i>{day}.03.2026</i><p>{title}</p><a href={way}>" + more + "</a>"
    found = read(f"<ul>{each(row + paper)}</ul>")
    pages = [f"https://h.example/n/{n}" for n in range(len(NAMES))]
    assert [item.url for item in found.items] == pages
    register = read(f"<ul>{each(row.replace('{way}', '/port') + paper)}</ul>")
    papers = [f"https://h.example/up/{20 - n}.pdf" for n in range(len(NAMES))]
    assert [item.url for item in register.items] == papers


def test_a_heading_of_a_day_is_that_of_all_items_below_it() -> None:
    """Those above it have nothing to do with it, though no box parts them."""
    days = each("{day} ").split()
    items = each("<p>Port</p><h3>{link}</h3><p>It came late.</p>|").split("|")
    heads = [f"<h2>{days[n]} March 2026</h2>" for n in (0, 3)]
    found = read("".join([heads[0], *items[:3], heads[1], *items[3:]]))
    read_days = [item.published and str(item.published.day) for item in found.items]
    assert read_days == ["2026-03-20"] * 3 + ["2026-03-17"] * 2


def test_the_first_of_many_items_that_a_script_shows_is_one_of_them() -> None:
    """It stands over the others in a shape of its own, and is called by its number."""
    top = "The ferry to the isle of Auk is back"
    first = f"<div class=top><h2><a href='/item.php?id=99'>{top}</a></h2></div>"
    rows = "".join(
        f"<li><i>{n} March 2026</i><h3><a href='/item.php?id={n}'>The ferry to the isle"
        f" of Tern is late on day {n}</a></h3></li>"
        for n in range(20, 5, -1)
    )
    found = read(f"{first}<ul>{rows}</ul>")
    assert [item.title for item in found.items[:1]] == [top]
    assert len(found.items) == 16


def test_boxes_of_items_that_a_script_shows_are_no_part_of_their_list() -> None:
    """Tables without names hold all of an old page; each page of the list has them."""

    def links(numbers: Iterable[int], row: str) -> str:
        return "".join(
            row.format(f"<a href=news.php?id={n}>The ferry is late on day {n}</a>", n)
            for n in numbers
        )

    newest = links(range(30, 26, -1), "<tr><td>· {} 03/{}</td></tr>")
    read_most = links((12, 17), "<p>{}</p>")
    rows = links(range(20, 9, -1), "<img src=dot.gif> {} (2026-03-{})<br>")
    page = (
        f"<table><tr><td><table>{newest}</table>{read_most}</td>"
        f"<td><b>Notices</b><hr>{rows}</td></tr></table>"
    )
    shown = [item.url.rpartition("=")[2] for item in read(page).items]
    assert shown == [f"{n}" for n in range(20, 9, -1)]


def test_calls_for_bids_and_vacancies_beside_news_are_no_news() -> None:
    """They have days as well: those on which they end."""
    boxes = "".join(
        f"<h3>{head}</h3><ul><li><a href=/{head}/1>Ropes for the large ferry"
        f"</a> 30.04.2026<li><a href=/{head}/2>Paint for the pier</a> 30.04.2026</ul>"
        for head in ("Tenders", "Vacancies")
    )
    listing = read(f"{each('<p>{day}.03.2026 {link}</p>')}{boxes}")
    assert tuple(item.title for item in listing.items) == TITLES


def test_rows_without_a_title_stand_in_the_list_by_their_lead() -> None:
    """Some editors give no title: the first lines are the link, in a box alike."""
    lead = "The pilots of all three basins went out by night, since the fog came in."
    untitled = (
        '<div class="row"><i>09.03.2026</i><p class="lead"><a href="/item/untitled-'
        f'fog-in-all-basins">{lead}</a></p></div>'
    )
    row = (
        '<div class="row"><i>{day}.03.2026</i><h3>{link}</h3><p class="lead">Late.'
        "</p></div>"
    )
    found = read("<div>" + each(row) + untitled + "</div>")
    assert [item.title for item in found.items] == [*TITLES, lead]


def test_a_menu_of_many_words_joins_no_list_without_days() -> None:
    """Its addresses name offices, and the items' are counted."""
    menu = "".join(
        f"<li><a href=/{name}>The {name} of the harbour and its offices</a></li>"
        for name in ("council", "mayor", "port", "ferry")
    )
    items = each(
        "<div><h3>{link}</h3><p>It stays in port for all of the week.</p></div>"
    )
    listing = read(f"{items}<div><ul>{menu}</ul></div>")
    assert tuple(item.title for item in listing.items) == TITLES


def test_events_made_as_news_are_none_below_their_head() -> None:
    """One kind of box serves both, and a head parts them."""
    box = "<div class=c>{link}<i>{day}.03.2026</i></div>"
    fair = "<div class=c><a href=/e/1>Fair of boats</a><i>12.04.2026</i></div>"
    heads = f"<h2>Latest news</h2>{each(box)}<h2>Upcoming events</h2>{fair}"
    assert tuple(item.title for item in read(heads).items) == TITLES
    heads = f"<h2>Upcoming events</h2>{fair}<h2>Latest news</h2>{each(box)}"
    assert tuple(item.title for item in read(heads).items) == TITLES


def test_a_box_between_items_that_leads_to_no_item_is_none() -> None:
    """A letter is offered in a box like theirs."""
    box = "<div class=c><h3>{link}</h3><i>{day}.03.2026</i></div>"
    letter = "<div class=c><h3><a href=/letter>Get our letter every week</a></h3></div>"
    listing = read(each(box).replace("</i></div>", f"</i></div>{letter}", 1))
    assert tuple(item.title for item in listing.items) == TITLES


def test_the_last_word_of_a_menu_above_the_headline_heads_no_list() -> None:
    """Contact stands above the first news, with the headline of the page between."""
    menu = "<ul><li><a href=/a>The council</a><li><a href=/c>Contact</a></ul>"
    rows = each("<p>{day}.03.2026 {link}</p>")
    halves = rows.partition(f"<p>{DAYS[2][-2:]}.")
    boxes = f"<div class=a>{halves[0]}</div><div class=b>{halves[1]}{halves[2]}</div>"
    body = f"{menu}<h1>News</h1>{boxes}"
    assert tuple(item.title for item in read(body).items) == TITLES


def test_a_year_of_two_digits_leads_in_a_korean_list() -> None:
    """The first number of all rows is the same, and above twelve."""
    rows = each("<tr><td>{link}<td>26.03.{day}").replace("The ferry", "부두 여객선")
    listing = read(f"<table>{rows}</table>", language="ko")
    days = [item.published and item.published.day for item in listing.items]
    assert tuple(map(str, days)) == DAYS


def test_a_row_that_links_but_a_paper_is_an_item_where_others_have_a_page() -> None:
    """Notices of districts are a page or a paper: one was told, the other was not."""
    rows = "".join(
        f"<tr><td>{title}<td>0{n}/03/2026<td>"
        + (f"<span><a href=/up/{n}.pdf>View</a></span>" if n > 2 else "-")
        for n, title in enumerate(
            (
                "<a href=/notice/0>The ferry to the low isle is late</a>",
                "<a href=/notice/1>The crane of the quay is sold</a>",
                "The pilots of the port meet in the old house",
                "<a href=/notice/3>The lamps of the pier are lit again</a>",
                "<a href=/notice/4>The board counts its boats</a>",
            ),
            start=1,
        )
    )
    found = read(f"<table><tr><th>Title<th>Date<th>File{rows}</table>").items
    assert len(found) == 5
    assert found[2].url.endswith("/up/3.pdf")
    assert found[2].title == "The pilots of the port meet in the old house"


def test_a_menu_that_is_built_like_a_box_of_items_is_none() -> None:
    """Without names in the markup, both are lists; a page about us is no news."""
    names = ("On fog in Low", "On tides in Ellin", "On nets in Quay")
    items = enumerate(names, 31)
    box = "".join(f"<li><a href=/2026/{n}.htm>{name}</a>" for n, name in items)
    menu = "<div><ul><li><a href=/us>About the board of the harbour</a></ul></div>"
    rows = each("<dt>{day}.03.2026</dt><dd><a href=/2026/{day}.htm>{title}</a></dd>")
    found = read(f"{menu}<div><dl>{rows}</dl></div><div><ul>{box}</ul></div>")
    assert [item.title for item in found.items[-3:]] == list(names)
    assert len(found.items) == len(names) + len(NAMES)


def test_a_list_in_what_its_make_calls_a_header_of_the_main_part_is_no_menu() -> None:
    """Builders draw a page of parts, and call the first of them its header."""
    found = read(
        f"<header><ul>{each('<li>{link} {day} March 2026</li>')}</ul></header>"
    )
    assert len(found.items) == len(NAMES)


@pytest.mark.parametrize(
    "box",
    [
        "<div class='page__body page__body--with-sidebar'>{}</div>",
        "<div class='page__body teasers--near-menu'>{}</div>",
        "<div class=hasSidebar>{}</div>",
        "<div class=l-sidebar-fixed><div class=l-main>{}</div><div class=l-sidebar>"
        "<p>Fog</div></div>",
    ],
)
def test_a_box_that_has_a_sidebar_or_tabs_is_none(box: str) -> None:
    """Else the list weighs less than a row of cards under it, and is lost."""
    rows = each("<li>{link} <i>{day} March 2026</i></li>")
    cards = "".join(
        f"<article class=card><h4><a href=/v/{n}>On {name} and the tides</a></h4>"
        f"<i>{n} March 2026</i></article>"
        for n, name in enumerate(("nets", "piers", "quays", "ropes", "sails") * 3, 1)
    )
    found = read(f"{box.format(f'<ul>{rows}</ul>')}<section>{cards}</section>")
    assert {title(n) for n in range(5)} <= {item.title for item in found.items}


@pytest.mark.parametrize(
    "row",
    [
        "<li class=row><div class=media><a href={way}><img src=/{day}.jpg alt=''></a>"
        "<div class=media__footer><a href={way}>{title}</a></div></div>",
        "<li><a href={way}><h3>{title}</h3><p>By <a href=/ada>Ada Quay</a></p></a>",
    ],
    ids=["in its foot", "around the link of its writer"],
)
def test_a_row_has_its_headline_wherever_its_own_link_stands(row: str) -> None:
    """As cards do; a list of such rows was empty, or had a few of them."""
    foot = "<footer class=footer><a href=/about>What we are and do for you</a></footer>"
    found = read(f"<ul>{each(row)}</ul>{foot}")
    assert {item.title for item in found.items} == set(TITLES)


@pytest.mark.parametrize(
    "row",
    [
        "<li><h3>{link}</h3><span>{day}.03.2026</span><a href={way}>»</a>",
        "<h3>{link}</h3><span>{day}.03.2026</span><a href={way}>»</a>",
        "<tr><td>{day}.03.2026<td>{link}<td><a href={way}>&gt;</a>",
    ],
    ids=["in its box", "beside the others", "in a cell"],
)
def test_an_arrow_for_the_rest_of_an_item_is_no_pager(row: str) -> None:
    """Three rows with such were taken for the pager, and none of them was listed."""
    tag = "table" if row.startswith("<tr") else "ul"
    short = each(row).split(row[:4])[1:4]
    pages = (
        "<ol class=pages><li><a href='?page=2'>2</a><li><a href='?page=2'>»</a></ol>"
    )
    rows = "".join(row[:4] + one for one in short)
    found = read(f"<div><{tag}>{rows}</{tag}>{pages}</div>")
    assert [item.title for item in found.items] == list(TITLES[:3])
    assert found.next_url
    assert found.next_url.endswith("?page=2")


def test_a_linked_sentence_behind_a_title_is_its_summary() -> None:
    """It may be the longer one."""
    said = "<a href={way}>The boats of the sound waited for the fog to lift.</a>"
    found = read(
        each("<a href={way}><span>{title}</span></a>" + said + " {day}.03.2026")
    )
    assert [item.title for item in found.items] == list(TITLES)


def test_the_arrows_of_a_few_rows_are_no_pager() -> None:
    """They lead to the items: taken for pages, they left the topics to be items."""
    rows = "".join(
        f"<li>{20 - n}.03.2026<h5>{title(n)}</h5><p><a href=/topic/{n}>Port</a></p>"
        f"<a href=/item-{n}.html>»</a><a href=https://share.example/?u={n}>Share</a>"
        for n in range(1, 4)
    )
    pages = "<p class=pages><a href='?start=3'>2</a> <a href='?start=6'>3</a></p>"
    found = front(f"<ol>{rows}</ol>{pages}")
    assert [item.title for item in found.items] == list(TITLES[1:4])
    assert all("/item-" in item.url for item in found.items)
    assert found.next_url == "https://h.example/?start=3"


def test_a_writer_is_no_title_where_the_day_is_the_link() -> None:
    """What is linked and no day was the item: a whole site was its writers' pages."""
    rows = "".join(
        f"<dt><a href=/n/{n}><p>{20 - n} February</p></a><span class=title>{title(n)}"
        f"</span></dt><dd><p>The boats of low harbour {n} wait for the fog to lift.</p>"
        f"<span>By <a href=/author/{n}>{name} Lovelace</a></span></dd>"
        for n, name in enumerate(("Annabella", "Bernadette", "Carlotta"))
    )
    found = front(f"<dl>{rows}</dl>")
    assert [item.title for item in found.items] == list(TITLES[:3])


def test_pictures_beside_a_list_are_not_called_as_its_first_item() -> None:
    """They lead elsewhere, and the only heading around them is of the list."""
    way = "<a href=/{0}><img src=/{0}.png alt='{0}'></a>"
    box = "".join(f"<li>{way.format(name)}" for name in ("law", "hotline", "open-data"))
    rows = each(
        "<article><h2>{title}</h2>{day}.03.2026<p><a href={way}>More</a></article>"
    )
    page = f"<div><section>{rows}</section><div class=right><ul>{box}</ul></div></div>"
    assert [item.title for item in read(page).items] == list(TITLES)


def test_a_list_and_a_box_beside_it_made_alike_are_two() -> None:
    """Half of a last page stood aside, and so none of it was in the list."""
    row = "<article><div class=a><div class=b><div class=c><h3>{link}</h3></div></div>"
    rows = f"<section>{each(row + '</div></article>')}</section>"
    page = f"<main>{rows}{'<p>The boats wait.' * 30}</main><aside>{rows}</aside>"
    capture = Capture(url="https://h.example/news", payload=page.encode())
    groups = find_groups(read_sheet(read_page(capture)))
    areas = [{part.link.area for part in group.parts} for group in groups]
    assert areas == [{Area.MAIN}, {Area.SIDE}]


def test_pictures_below_a_list_are_no_items_with_the_title_of_one() -> None:
    """A list of few rows was lost to a gallery: its items came days late, as new."""
    rows = "".join(
        f"<li><h2>{TITLES[n]}</h2><p>It came.</p><a href=/news/{n + 81}#notes>1</a>"
        f"<a href=/news/{n + 81}><p>{20 - n}.03.2026</p></a></li>"
        for n in range(3)
    )
    pictures = "".join(
        f"<a href=/g/{n}><img src=/{n}.jpg alt=Quay></a>" for n in "12345"
    )
    found = front(f"<form><input name=q></form><ul>{rows}</ul><div>{pictures}</div>")
    assert [(item.url[-8:], item.title) for item in found.items] == [
        (f"/news/{n + 81}", TITLES[n]) for n in range(3)
    ]


@pytest.mark.parametrize("kind", ["text/html", "application/json"])
def test_a_button_may_fetch_a_single_row(kind: str) -> None:
    """The last page of a list was empty: its item came late, and no walk ended."""
    day = "<i>20</i><i>3</i><i>2026</i>"
    row = f"<div class=row>{day}<a href=/i.php?id=145><h3>{TITLES[0]}</h3></a><p>Late."
    text = row if kind == "text/html" else json.dumps({"html": row, "next": None})
    url, headers = "https://h.example/more?offset=24", (("content-type", kind),)
    found = parse_listing(Capture(url=url, payload=text.encode(), headers=headers))
    assert isinstance(found, Listing)
    assert [item.title for item in found.items] == [TITLES[0]]


def test_what_is_shown_large_above_a_list_of_sections_is_its_first_item() -> None:
    """Addresses of three folders have no form in common: the newest came a day late."""
    rows = "".join(
        f"<tr class=post><td><a href=/press/{folder}/item-{n}.html>{20 - n}.03.2026</a>"
        f"<td><b>Boat {n} is back in the old port</b>"
        f"<td><a href=/press/{folder}/item-{n}.html>»</a>"
        for n, folder in enumerate(("sea", "sky", "law") * 5)
    )
    large = (
        "<div class=top><img src=/9.jpg><h2><a href=/press/law/item-99.html>Fog lifts "
        "over the low isle</a></h2><p class=day>21.03.2026</p></div>"
    )
    events = (
        "<div class=event><a href=/fairs/item-3.html>Fair at the old quay</a> "
        "<i>21.04.2026</i></div>"
    )
    found = front(f"{large}<table>{rows}</table>{events}")
    assert found.items[0].url == "https://h.example/press/law/item-99.html"
    assert len(found.items) == 1 + 15


def test_what_one_script_shows_large_above_its_list_are_the_first_items() -> None:
    """Every box of such a site is made so, but these have days: they came days late."""
    at = "<a href='/i.php?s=news&id={0}'>Boat {0} is back in the old port</a>"
    large = "".join(
        f"<div class=top><img src=/{n}.jpg><h2>{at.format(n)}</h2><p>What the crew saw "
        f"of the fog.</p><i>{n - 70}.03.2026</i></div>"
        for n in (90, 89, 88)
    )
    rows = "".join(
        f"<tr><td>{n // 2}.01.2026<td>{at.format(n)}" for n in range(60, 9, -1)
    )
    events = "".join(
        f"<div class=event><a href='/i.php?s=fair&id={n}'>Fair at old quay {n}</a> "
        f"<i>{n}.04.2026</i></div>"
        for n in (21, 22, 23)
    )
    found = front(f"{large}<table>{rows}</table>{events}")
    assert [item.url[-2:] for item in found.items[:4]] == ["90", "89", "88", "60"]
    assert len(found.items) == 3 + 51


def test_rows_of_a_day_and_a_link_that_says_here_are_items() -> None:
    """Titles stood on a site's pages alone: a box beside its list was taken for it."""
    rows = each("<li><font>{day} March 2026 - Click <a href={way}>here</a></font>")
    box = "".join(f"<li><a href=/n/{n}>{TITLES[n]}</a>" for n in (1, 3))
    found = front(f"<ul>{rows}</ul><div class=more><h4>More</h4><ul>{box}</ul></div>")
    assert [item.published.day for item in found.items if item.published] == [
        date.fromisoformat(day) for day in DAYS
    ]


def test_such_rows_are_none_beside_a_list_of_days_and_titles() -> None:
    """They lead to the papers of meetings."""
    rows = "".join(
        f"<tr><td>{n}.03.2026<td><a href=/m/{n}>View</a>" for n in range(1, 9)
    )
    news = each("<li>{day}.03.2026 {link}")
    found = front(f"<ul>{news}</ul><table>{rows}</table>")
    assert [item.title for item in found.items] == list(TITLES)


def test_what_a_page_shows_large_above_its_list_needs_no_day() -> None:
    """The newest item of each page was told as new once it stood in a row."""
    rows = each(
        "<a href=/news/{day}-ferry/{day}-of-the-fleet>{title} {day}.03.2026</a>"
    )
    hero = (
        "<a href=/news/ship-21/21-of-the-fleet><img><h2>The pier of oak opens</h2></a>"
    )
    found = front(f"<section>{hero}<div>{rows}</div></section>")
    assert found.items[0].title == "The pier of oak opens"
    menu = "<a href=/news/ship-21/21-of-the-fleet>How to subscribe to all news</a>"
    found = front(f"<section>{menu}<div>{rows}</div></section>")
    assert [item.title for item in found.items] == list(TITLES)


def test_a_box_outside_the_main_part_is_worth_no_more_than_one_aside() -> None:
    """A federation shows the results of its games above the news."""
    rows = each("<li>{link} {day}.03.2026")
    games = "".join(
        f"<div>{n} March 2026 <a href=/game/{n}>Report of game {n} Low - High</a></div>"
        for n in (11, 12)
    )
    page = f"<div class=scores>{games}</div><main><ul>{rows}</ul></main>"
    found = parse_listing(Capture(url="https://h.example/", payload=page.encode()))
    assert isinstance(found, Listing)
    assert [item.title for item in found.items] == list(TITLES)


@pytest.mark.parametrize(
    "topics",
    [
        "port city law law city law port port city city",
        "law law city city law law law city city law",
    ],
)
def test_rows_whose_classes_name_their_topics_are_one_list(topics: str) -> None:
    """Some of a page were no part of it: they came days late, as new."""
    rows = "".join(
        f"<article class='note on-{topic}'><h2><a href=/n/{n}>{TITLES[n % 5]} {n}</a>"
        f"</h2><div><time>{20 - n} March 2026</time><a href=/n/{n}#c>3 notes</a></div>"
        "</article>"
        for n, topic in enumerate(topics.split())
    )
    assert len(read(f"<div>{rows}</div>").items) == 10


def test_an_index_that_the_server_makes_lists_each_page_once_and_not_itself() -> None:
    """Its heads ask for another order, and a copy to print lies beside each page."""
    row = "{0} <a href={0}>{0}</a>  2026-03-{1:02} 10:15  4.1K\n"
    names = [(f"pr-{n:03}.{kind}", n) for n in range(1, 9) for kind in ("html", "pdf")]
    heads = "<a href='?C=N;O=D'>Name</a> <a href='?C=M;O=A'>Last modified</a><hr>"
    lines = "".join(row.format(name, n) for name, n in [*names, ("map.pdf", 9)])
    page = f"<h1>Index of /press</h1><pre>{heads}<a href=/>Up</a>\n{lines}</pre>"
    found = parse_listing(
        Capture(url="https://h.example/press/", payload=page.encode())
    )
    assert isinstance(found, Listing)
    kept = [item.url.rpartition("/")[2] for item in found.items]
    assert kept == [*(name for name, _ in names if name.endswith("l")), "map.pdf"]


@pytest.mark.parametrize(
    ("tongue", "labels"),
    [("en", "AR EN FR"), ("fr-CA", "English Français العربية"), ("it", "IT EN DE")],
)
def test_a_row_of_languages_leads_to_the_one_of_its_page(
    tongue: str, labels: str
) -> None:
    """A box of languages in each row was taken for the menu of the site, and left."""
    links = "".join(
        f"<a href=/d/{{day}}-{n}.html>{label}</a> <a href=/d/{{day}}-{n}.pdf><img></a>"
        for n, label in enumerate(labels.split())
    )
    rows = "".join(
        f"<div class=doc><p>{20 - n} March 2026</p><p>{title(n)}</p>"
        f"<div class=doc-langs>{links.format(day=n)}</div></div>"
        for n in range(len(NAMES))
    )
    box = "".join(f"<li><a href=/d/{n}>{title(n)}</a></li>" for n in (1, 2, 3))
    page = f"<html lang={tongue}><body><h1>News</h1>{rows}<div><ul>{box}</ul></div>"
    found = parse_listing(Capture(url="https://h.example/n", payload=page.encode()))
    assert isinstance(found, Listing)
    own = {"en": 1, "fr-CA": 1, "it": 0}[tongue]
    assert [(item.title, item.url) for item in found.items] == [
        (title(n), f"https://h.example/d/{n}-{own}.html") for n in range(len(NAMES))
    ]


def test_all_days_of_a_month_drawn_as_a_table_hold_one_list() -> None:
    """Each day of the week was a list, of which some were taken for parts of others."""
    told = {13: (0,), 14: (1,), 20: (2,), 25: (3, 4)}
    cells = [
        f"<td>{day}<ul>"
        + "".join(f"<li><a href=/n/{n}>{title(n)}</a>" for n in told.get(day, ()))
        + "</ul></td>"
        for day in range(1, 29)
    ]
    weeks = (f"<tr>{''.join(cells[n : n + 7])}</tr>" for n in range(0, 28, 7))
    table = f"<table><caption>February 2026</caption>{''.join(weeks)}</table>"
    found = front(f"{table}<div><a href=/n/1>{title(1)}</a></div>")
    assert [item.title for item in found.items] == list(TITLES)


def test_letters_that_a_kit_of_styles_draws_bold_may_be_a_title() -> None:
    """A class for bold text was read as that of a text below a title: writers won."""
    rows = "".join(
        f"<section><div><a href=/who/{n}>the minister Ada {name}</a><br>"
        f"<time>{20 - n} March 2026</time></div><div class=justify-content-between>"
        f"<span class='f1 text-bold'><a href=/n/{n}>{title(n)}</a></span></div>"
        f"<p>It came late once more.</p></section>"
        for n, name in enumerate(NAMES)
    )
    found = front(rows)
    said = [(item.title, item.url.rpartition("/")[2]) for item in found.items]
    assert said == [(title(n), str(n)) for n in range(len(NAMES))]


@pytest.mark.parametrize(("folder", "count"), [("2026/03", 12), ("about", 0)])
def test_items_of_some_months_may_stand_in_a_menu_alone(
    folder: str, count: int
) -> None:
    """A tool for manuals shows them nowhere else: such a site had no list at all."""
    links = "".join(
        f"<li><a href=/notes/{folder}/fog-{n}/>The fog of day {n} lifts</a></li>"
        for n in range(12)
    )
    nav = f"<nav><ul><li>Notes<nav><ul>{links}</ul></nav></li></ul></nav>"
    page = f"<main><div>{nav}</div><article><h1>Notes</h1><p>Choose.</p></article>"
    box = "".join(f"<a href=/t/{n}>Ferry {n}</a> " for n in range(3))
    found = parse_listing(
        Capture(url="https://h.example/notes/", payload=f"{page}</main>{box}".encode())
    )
    items = found.items if isinstance(found, Listing) else ()
    assert len(items) == count

"""Pagers: where a listing goes on, and which links are of its pager."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

import parsers.pagination as pagination
from parsers.listing import parse_listing
from parsers.model import Capture, Listing
from parsers.page import Page, read_page
from parsers.pagination import STYLES, Pagination, find_pagination
from parsers.pagination.words import LABELS, label_role

HOST = "https://press.harbour.example"
LIST = f"{HOST}/news/"


def page(body: str, url: str = LIST) -> Page:
    """Return a page with this body at this address."""
    payload = f"<!doctype html><meta charset=utf-8><body>{body}".encode()
    return read_page(Capture(url=url, payload=payload))


def pager(body: str, url: str = LIST) -> Pagination:
    """Return the pagination found in a body."""
    return find_pagination(page(body, url))


def links(*pairs: tuple[str, str]) -> str:
    """Return links in a row, as pagers have them."""
    return " ".join(f'<a href="{href}">{text}</a>' for href, text in pairs)


GOES_ON = {
    "one-based": (
        LIST,
        links(("?page=2", "2"), ("?page=3", "3")),
        f"{LIST}?page=2",
    ),
    "beside a number that all addresses have": (
        f"{LIST}?p=1",
        links(("?p=1&strana=2", "2"), ("?p=1&strana=3", "3")),
        f"{LIST}?p=1&strana=2",
    ),
    "folder of a file": (
        f"{HOST}/tin-tuc.htm",
        '<a class="view-more" href="/tin-tuc/trang-2.htm">Xem thêm</a>',
        f"{HOST}/tin-tuc/trang-2.htm",
    ),
    "below a short list, with a calendar beside both": (
        LIST,
        "<div><div>Fog lifts. Ferry late.<p>"
        + links(("?start=2", "Next »"))
        + "</p></div><aside><div class=calendar>"
        + links(("/calendar/2026/03/", "2026/03"))
        + "</div></aside></div>",
        f"{LIST}?start=2",
    ),
    "zero-based": (
        f"{LIST}?page=1",
        links(("?page=0", "1"), ("?page=2", "3"), ("?page=3", "4")),
        f"{LIST}?page=2",
    ),
    "folders": (
        f"{LIST}page/2/",
        links(("/news/", "1"), ("/news/page/3/", "3"), ("/news/page/4/", "4")),
        f"{LIST}page/3/",
    ),
    "offsets": (
        f"{LIST}?start=10&ps=10",
        links(("?start=0&ps=10", "1"), ("?start=20&ps=10", "3")),
        f"{LIST}?start=20&ps=10",
    ),
    "file names": (
        f"{HOST}/list_70_1.html",
        links(("list_70_2.html", "2"), ("list_70_3.html", "3")),
        f"{HOST}/list_70_2.html",
    ),
    "an unknown parameter": (
        f"{HOST}/forum?board=18.0",
        "<b>1</b> " + links(("?board=18.20", "2"), ("?board=18.40", "3")),
        f"{HOST}/forum?board=18.20",
    ),
    "chunks and a word": (
        f"{LIST}?chunk=2",
        links(("?chunk=1", "Précédent"), ("?chunk=3", "Suivant »")),
        f"{LIST}?chunk=3",
    ),
    "a word alone, on a folder's own page": (
        f"{HOST}/press/index.html",
        "<p>" + links(("back2.html", "次へ >")),
        f"{HOST}/press/back2.html",
    ),
    "words alone, between files of numbers": (
        f"{HOST}/press/back2.html",
        "<p>" + links(("index.html", "< 前へ"), ("back3.html", "次へ >")),
        f"{HOST}/press/back3.html",
    ),
    "a word alone, and where the last page ended": (
        f"{HOST}/News.aspx",
        links(("/News.aspx?Day=20260215&Last=255&PageFirstRow=16", "Next")),
        f"{HOST}/News.aspx?Day=20260215&Last=255&PageFirstRow=16",
    ),
    "a picture alone, farther than the last page ended": (
        f"{HOST}/News.aspx?Day=20260215&Last=255&PageFirstRow=16",
        '<a href="/News.aspx"><img alt=Previous></a>'
        '<a href="/News.aspx?Day=20260130&Last=270&PageFirstRow=31"><img alt=Next></a>',
        f"{HOST}/News.aspx?Day=20260130&Last=270&PageFirstRow=31",
    ),
    "an arrow": (
        f"{LIST}?p=2",
        links(("?p=1", "«"), ("?p=1", "1"), ("?p=3", "3"), ("?p=3", "»")),
        f"{LIST}?p=3",
    ),
    "an arrow that is called the last page": (
        LIST,
        '<b>1</b> <a href="?p=2">2</a> <a href="?p=3" aria-label="Ostatnia">»</a>',
        f"{LIST}?p=2",
    ),
    "an arrow that leads past the next number": (
        f"{LIST}?p=2",
        links(("?p=1", "1"), ("?p=3", "3"), ("?p=4", "4"), ("?p=9", "»")),
        f"{LIST}?p=3",
    ),
    "single arrows beside double ones": (
        f"{LIST}?p=2",
        links(("?p=1", "<"), ("?p=3", ">"), ("?p=9", ">>")),
        f"{LIST}?p=3",
    ),
    "a class": (
        LIST,
        '<ul class="pager"><li class="pager-next"><a href="?p=2"><i></i></a></ul>',
        f"{LIST}?p=2",
    ),
    "a picture": (
        LIST,
        '<div class="pages"><a href="?p=2"><img alt="Next page" src="n.gif"></a></div>',
        f"{LIST}?p=2",
    ),
    "rel": (LIST, '<a rel="next" href="?from=20">further</a>', f"{LIST}?from=20"),
    "the head": (LIST, '<link rel="next" href="/news/page/2/">', f"{LIST}page/2/"),
    "a button's data": (
        LIST,
        '<button class="load-more" data-url="/ajax/news?offset=20">More</button>',
        f"{HOST}/ajax/news?offset=20",
    ),
    "a button's endpoint": (
        LIST,
        '<button class="x" data-endpoint="/api/news?page=2">Read more</button>',
        f"{HOST}/api/news?page=2",
    ),
    "a button's numbers": (
        f"{LIST}?year=2026",
        '<div class="show-more" data-nav-num="1" data-next-page="2">Show more</div>',
        f"{LIST}?year=2026&PAGEN_1=2",
    ),
    "a button that sorts as well": (
        LIST,
        '<a data-remote="true" href="?order=DESC&amp;page=2">Cargar más</a>',
        f"{LIST}?order=DESC&page=2",
    ),
    "a button for more of it at once": (
        f"{LIST}?type=press&shown=9",
        '<button><a href="?type=press&amp;shown=18">Cargar más resultados</a></button>',
        f"{LIST}?type=press&shown=18",
    ),
    "a board whose pages have another address": (
        f"{HOST}/press",
        '<div class="pagination"><a href="/press">처음</a> <strong>1</strong> '
        '<a href="/index.php?mid=press&amp;page=2">2</a> '
        '<a class="next" href="/index.php?mid=press&amp;page=3">끝 페이지</a></div>',
        f"{HOST}/index.php?mid=press&page=2",
    ),
    "a next page that is called one, of two": (
        LIST,
        "<span>1.</span>" + links(("?oldal=2", "2."), ("?oldal=2", "következő oldal")),
        f"{LIST}?oldal=2",
    ),
    "numbers that count up beside words of any language": (
        LIST,
        links(("?p=2", "2"), ("?p=3", "3"), ("?p=2", "Xq zwrt"), ("?p=9", "Zwrt")),
        f"{LIST}?p=2",
    ),
    "a frame that fetches itself": (
        LIST,
        '<turbo-frame src="/weather?city=1"></turbo-frame>'
        '<turbo-frame loading="lazy" src="/news/?page=2"><p>…</p></turbo-frame>',
        f"{LIST}?page=2",
    ),
    "grouped digits": (
        f"{LIST}?paged=1203",
        links(("?paged=1202", "1,202"), ("?paged=1204", "1,204")),
        f"{LIST}?paged=1204",
    ),
}

NO_PAGERS = {
    "neighbors of an article": (
        f"{HOST}/2026/03/fog-over-the-port/",
        '<nav class="post-navigation"><a rel="prev" href="/2026/02/ice-in-the-sound/">'
        'Previous</a> <a rel="next" href="/2026/03/storm-is-over-now/">Next</a></nav>',
    ),
    "neighbors in the head": (
        f"{HOST}/2026/03/fog-over-the-port/",
        '<link rel="next" href="/2026/03/storm-is-over-now/">',
    ),
    "an item before, by its title": (
        LIST,
        links(("/n/702", "2"), ("/n/701", "1"))
        + '<a rel="prev" href="/n/703.html">← New piers for the old port</a>',
    ),
    "a calendar": (
        LIST,
        '<table class="calendar">'
        + "".join(
            "<tr>"
            + "".join(
                f'<td><a href="/news/2026/03/{day}/">{day}</a></td>'
                for day in range(week * 7 + 1, week * 7 + 8)
            )
            + "</tr>"
            for week in range(4)
        )
        + "</table>",
    ),
    "a slide show": (
        LIST,
        '<div class="slider">'
        + links(("#1", "1"), ("#2", "2"), ("#2", "Next"))
        + "</div>",
    ),
    "sizes of the page": (
        LIST,
        "Show " + links(("?limit=15", "15"), ("?limit=30", "30"), ("?limit=60", "60")),
    ),
    "years": (LIST, links(("/news/2024/", "2024"), ("/news/2025/", "2025"))),
    "frames of other boxes": (
        LIST,
        '<turbo-frame src="/weather?city=2"></turbo-frame>'
        '<turbo-frame loading="lazy" src="/news/17/votes"></turbo-frame>',
    ),
    "counters of comments in one row with the titles": (
        LIST,
        links(("/a/11", "Fog over the port"), ("/a/11", "2"))
        + links(("/a/12", "Ferry late again"), ("/a/12", "7")),
    ),
    "counters of comments": (
        LIST,
        "".join(
            f"<p>{links((f'/a/{n}/#c', str(c)))}</p>" for n, c in ((11, 3), (12, 7))
        ),
    ),
}


@pytest.mark.parametrize("name", GOES_ON)
def test_a_listing_goes_on_where_its_pager_says(name: str) -> None:
    """A page missed is items missed."""
    url, body, next_url = GOES_ON[name]
    found = pager(body, url)
    assert found.next_url == next_url
    assert next_url in found.pages
    assert found.style in STYLES


@pytest.mark.parametrize("name", NO_PAGERS)
def test_what_only_looks_like_a_pager_is_none(name: str) -> None:
    """Calendars never end, and the next article is no page of a listing."""
    url, body = NO_PAGERS[name]
    found = pager(body, url)
    assert found.next_url is None
    assert found.pages == ()


def test_every_link_of_a_pager_is_told_but_the_page_itself() -> None:
    """A crawler that lost its place finds it again by any of them."""
    body = links(
        ("?p=1", "First"),
        ("?p=4", "Previous"),
        ("?p=4", "4"),
        ("?p=5", "5"),
        ("?p=6", "6"),
        ("?p=6", "Next"),
        ("?p=9", "Last"),
        ("?showall=1", "All"),
    )
    found = pager(body, f"{LIST}?p=5")
    assert set(found.pages) == {f"{LIST}?p={number}" for number in (1, 4, 6, 9)}


def test_the_last_page_has_no_next() -> None:
    """The walk must end somewhere."""
    body = links(("?p=7", "Previous"), ("?p=7", "7"), ("?p=8", "8"))
    assert pager(body, f"{LIST}?p=9").next_url is None


def test_a_head_is_not_believed_against_the_pager_that_readers_see() -> None:
    """Some makes announce a next page on the last one too."""
    body = '<link rel="next" href="?paged=10">' + links(
        ("?paged=7", "7"), ("?paged=8", "8"), ("?paged=8", "Previous")
    )
    assert pager(body, f"{LIST}?paged=9").next_url is None


def test_the_pager_of_another_box_is_not_followed_from_the_last_page() -> None:
    """A page with two pagers numbers both in one parameter."""
    box = f"<div class=pager>1 {links(('?page=1', '2'))}</div><p>Fog in port</p>"
    for at, more in (("%2C4", None), ("%2C3", f"{LIST}?page=%2C4")):
        pages = [(f"?page=%2C{n}", str(n + 1)) for n in range(5) if f"%2C{n}" != at]
        body = f"{box}<div class=pager>{links(*pages)}</div>"
        assert pager(body, f"{LIST}?page={at}").next_url == more


def test_older_items_are_found_behind_a_link_called_previous() -> None:
    """Blogs are read from their end."""
    body = (
        '<div class="nav-previous"><a href="/page/3/">Older posts</a></div>'
        '<div class="nav-next"><a href="/">Newer posts</a></div>'
    )
    found = pager(body, f"{HOST}/page/2/")
    assert found.older_url == f"{HOST}/page/3/"


def test_the_oldest_page_of_a_blog_leads_nowhere() -> None:
    """What it calls newer goes back; a walk that followed would never end."""
    newer = (
        '<nav class=pagination><a href="/news?offset=17&amp;back=1">{} posts</a></nav>'
    )
    body = "".join(
        f"<article><h2><a href=/{n}>Fog {n} came</a></h2></article>" for n in "abcd"
    )
    for word, more in (("Newer", None), ("Older", f"{HOST}/news?offset=17&back=1")):
        page = f"<body>{body}{newer.format(word)}"
        found = parse_listing(Capture(url=f"{LIST}?offset=9", payload=page.encode()))
        assert isinstance(found, Listing)
        assert found.onward_url == more


def test_reversed_numbers_lead_down() -> None:
    """The newest page has the highest number and the bare address."""
    body = (
        '<div class="modern-page-navigation"><a href="/news/">9</a> <span>8</span> '
        '<a href="?PAGEN_1=7">7</a> <a class="modern-page-next" href="?PAGEN_1=7">'
        "Next</a></div>"
    )
    found = pager(body, f"{LIST}?PAGEN_1=8")
    assert found.next_url == f"{LIST}?PAGEN_1=7"
    assert found.style == "pagen"


def test_the_last_page_of_reversed_numbers_is_the_last() -> None:
    """Going up again from page one would be a loop."""
    body = (
        '<div class="modern-page-navigation"><a href="/news/">3</a> '
        '<a class="modern-page-previous" href="?PAGEN_1=2">Previous</a> '
        '<a href="?PAGEN_1=2">2</a> <span>1</span></div>'
    )
    found = pager(body, f"{LIST}?PAGEN_1=1")
    assert (found.next_url, found.older_url) == (None, None)


def test_a_listing_cut_by_months_goes_on_with_the_month_before() -> None:
    """Some offices never page; their list is the month, the rest an archive."""
    months = links(*((f"/news/2026/0{n}/", f"2026, month {n}") for n in (3, 2, 1)))
    items = "".join(
        f'<p>0{n}.03.2026 <a href="/news/2026/03/ship-{n}">Ship {n} is in port</a></p>'
        for n in (9, 8, 7)
    )
    for url, older in (
        (LIST, f"{LIST}2026/03/"),
        (f"{LIST}2026/03/", f"{LIST}2026/02/"),
        (f"{LIST}2026/02/", f"{LIST}2026/01/"),
        (f"{LIST}2026/01/", None),
    ):
        found = parse_listing(page(items + months, url))
        assert isinstance(found, Listing)
        assert found.onward_url == older


def test_a_page_of_the_host_may_hold_its_months_and_turn_a_calendar_too() -> None:
    """The arrows of the calendar lead to newer months as well, each with a visit."""
    home, visit = "https://harbour.example/news.php", f"PHPSESSID={'0f4e' * 8}"
    pinned = "<tr><td><a href=/news.php?id=1>05.01.2026 All berths of the year</a>"
    items = pinned + "".join(
        f'<tr><td><a href="/news.php?id={n}&{visit}">0{n}.02.2026 Ship {n} is in port'
        "</a></td></tr>"
        for n in (9, 8, 7)
    )
    for asked, older in (("", 2), ("?y=2026&m=2", 1), ("?y=2026&m=1", None)):
        archive = [(f"{home}?y=2026&m={n}&{visit}", f"2026, {n}") for n in (3, 2, 1)]
        month = int(asked[-1:] or 3)
        turns = [(f"{home}?y=2026&m={month + 1}&{visit}", "&gt;&gt;")]
        if month > 1:
            turns.insert(0, (f"{home}?y=2026&m={month - 1}&{visit}", "&lt;&lt;"))
        calendar = f"<table><tr><td>{links(*turns)}</table>"
        body = f"{links(*archive)}{calendar}<table>{items}</table>"
        found = parse_listing(page(body, home + asked))
        assert isinstance(found, Listing)
        assert found.onward_url == (older and f"{home}?y=2026&m={older}&{visit}")


def test_todays_page_leads_to_the_day_before_in_its_folder() -> None:
    """The address of a day may have its year and month in one piece."""
    items = links(
        ("/gia/202603/03/P1.htm", "Fog lifts"), ("/gia/202603/03/P2.htm", "b")
    )
    for here, before in (("today", "202603/02"), ("202603/02", "202602/27")):
        at = datetime(2026, 3, 3, tzinfo=UTC)
        body = f"{items}<p>{links((f'/gia/{before}.htm', 'Previous day'))}</p>"
        url = f"{HOST}/gia/{here}.htm"
        capture = replace(page(body, url).capture, captured_at=at)
        found = parse_listing(capture)
        assert isinstance(found, Listing)
        assert found.onward_url == f"{HOST}/gia/{before}.htm"


def test_a_listing_cut_by_weeks_goes_on_with_the_week_before() -> None:
    """A parliament's page of the week leads by two arrows, and by nothing else."""
    items = "".join(
        f'<p>0{n}.03.2026 <a href="/item/{n}">Ship {n} is back in port</a></p>'
        for n in (5, 4, 2)
    )
    for here, older, newer in (
        ("", "?week=2026-W09", ""),
        ("?week=2026-W09", "?week=2026-W08", "?week=2026-W10"),
        ("2026/week/9/", "2026/week/8/", "2026/week/10/"),
    ):
        ways = links((LIST + older, "← Earlier week"), (LIST + newer, "Week ahead →"))
        found = parse_listing(page(items + ways, LIST + here))
        assert isinstance(found, Listing)
        assert found.onward_url == LIST + older


def test_a_listing_cut_by_days_goes_on_with_the_day_before() -> None:
    """A head of state's chronicle has a page a day, and a calendar of those days."""
    calendar = links(*((f"/news/2026-03-0{n}", f"{n}") for n in (2, 4, 5)))
    events = links(("/events/2026-03-01", "1"), ("/events/2026-03-03", "3"))
    for name, shown, older in (
        ("", 6, "2026-03-05"),
        ("2026-03-05", 5, "2026-03-04"),
        ("2026-03-04", 4, "2026-03-02"),
        ("2026-03-02", 2, "2026-02-27"),
        ("2026-02-27", 27, None),
    ):
        month = 2 if shown > 9 else 3
        items = "".join(
            f'<p>{shown:02d}.{month:02d}.2026 <a href="/item/{shown}{n}">Ship {n} of '
            f"day {shown} is in port</a></p>"
            for n in (3, 2, 1)
        )
        back = '<a href="/news/2026-02-27">← 27 February</a>' if month == 3 else ""
        body = items + back + calendar + events
        found = parse_listing(page(body, f"{LIST}{name}"))
        assert isinstance(found, Listing)
        assert found.onward_url == (older and f"{LIST}{older}")


def test_an_archive_may_name_its_months_in_the_links_alone() -> None:
    """Eras and wide figures are nothing that an address says."""
    months = links(*((f"r080{n}.html", f"令和８年{n}月") for n in (3, 2, 1)))
    items = "".join(
        f'<p>2026年2月{n}日 <a href="r0802/h{n}.html">Ship {n} is back in port</a>'
        for n in (9, 8, 7)
    )
    for name, rows, older in (
        ("index", items, "r0802"),
        ("r0802", items, "r0801"),
        ("r0803", items[: items.index("<p>", 1)], "r0802"),
        ("r0801", items.replace("2月", "1月"), None),
    ):
        found = parse_listing(page(rows + months, f"{LIST}{name}.html"))
        assert isinstance(found, Listing)
        assert found.onward_url == (older and f"{LIST}{older}.html")
        assert not any(item.title.startswith("令和") for item in found.items)


@pytest.mark.parametrize(
    ("years", "pages"),
    [
        ("/news/?year={}", "/news/?year={}&p={}"),
        ("/news/?s=press&an={}", "/news/?s=press&an={}&p={}"),
        ("/news/{}/", "/news/{}/page/{}/"),
        ("/{}/news/all", "/{}/news/all?page={}"),
    ],
)
def test_behind_the_last_page_of_a_year_stands_the_year_before(
    years: str, pages: str
) -> None:
    """A list that shows one year a time ended with the newest: older items were new."""
    nav = links(*((years.format(y), f"{y}") for y in (2026, 2025, 2024)))
    pager = links(*((pages.format(2025, n), f"{n}") for n in (1, 2)))
    items = links(
        *((f"/news/item-{n}/", f"The ferry comes to pier {n}") for n in "abcd")
    )
    last = parse_listing(page(items + nav + pager, HOST + pages.format(2025, 2)))
    assert isinstance(last, Listing)
    assert last.onward_url == HOST + years.format(2024)


@pytest.mark.parametrize(
    ("nav", "onward"),
    [
        ((("?s=press&an=2026", "2026"), ("?s=press&an=2025", "2025")), "an=2026"),
        ((("?s=press&cut=2025", "Archive 2025 (14)"),), "cut=2025"),
        ((("?s=law&an=2026", "2026"), ("?s=law&an=2025", "2025")), None),
        ((("?s=press&law=2025", "The law of 2025 and its seven annexes"),), None),
    ],
)
def test_years_that_links_say_are_asked_for_by_any_name(
    nav: tuple[tuple[str, str], ...], onward: str | None
) -> None:
    """A town's list of the newest eight ended there: each language has its own year."""
    items = "".join(
        f"<p>0{n}.03.2026 <a href=?s=press&id={n}>The ferry comes to pier {n}</a>"
        for n in (7, 6, 5, 4)
    )
    found = parse_listing(page(items + links(*nav), f"{LIST}?s=press"))
    assert isinstance(found, Listing)
    assert found.onward_url == (onward and f"{LIST}?s=press&{onward}")


@pytest.mark.parametrize(
    ("here", "links_to", "onward"),
    [
        ("/date/2026/html/index.en.html", "/date/2025/html/index.en.html", True),
        ("/press-2026.html", "/press-2025.html", True),
        ("/news/", "/news/2025/index.html", True),
        ("/date/2026/html/index.en.html", "/law/2025/html/index.en.html", False),
        ("/date/2026/html/index.en.html", "/date/2025/html/rules.en.html", False),
    ],
)
def test_the_year_in_the_address_of_a_list_leads_to_the_year_before(
    here: str, links_to: str, onward: bool
) -> None:
    """A bank has a folder a year above its lists: of all years the newest was read."""
    items = "".join(
        f"<p>0{n}.01.2026 <a href=/pr/{n}>The ferry comes to pier {n}</a>"
        for n in (7, 6, 5, 4)
    )
    nav = links((here, "2026"), (links_to, "2025"))
    found = parse_listing(page(items + nav, HOST + here))
    assert isinstance(found, Listing)
    assert found.onward_url == (f"{HOST}{links_to}" if onward else None)


def test_a_link_to_the_month_shown_leads_nowhere_though_it_names_a_visit() -> None:
    """The newest month is called by its name among the others, each visit another."""
    items = "".join(
        f"<p>0{n}.03.2026 <a href=/pr/{n}>The ferry comes to pier {n}</a>"
        for n in (7, 6, 5, 4)
    )
    visit = "?PHPSESSID=5f3c1e0a9b8d7c6e5f4a3b2c1d0e9f8a"
    months = links(
        (f"/news{visit}", "March 2026"), (f"/news/feb-26{visit}", "February 2026")
    )
    found = parse_listing(page(items + months, f"{HOST}/news"))
    assert isinstance(found, Listing)
    assert found.onward_url == f"{HOST}/news/feb-26{visit}"


@pytest.mark.parametrize(
    ("row", "onward"),
    [
        ("<b>1</b> <a href=?s=1>2</a>", "s=1"),
        ("<a href=?s=1>1</a> <b>2</b> <a href=?s=3>3</a>", "s=3"),
        ("Bladzijde: <b>1</b> <a href=?s=1>2</a>", "s=1"),
        ("Fleet <b>1</b> <a href=?s=1>2</a>", None),
        ("<b>4</b> <a href=?s=5>5</a>", None),
    ],
    ids=["two pages", "the second of three", "a label", "a name", "no first"],
)
def test_a_row_of_numbers_is_a_pager_whatever_the_page_is_called_by(
    row: str, onward: str | None
) -> None:
    """Where there are but two pages, one link is all that leads to the second."""
    url = LIST if "s=3" not in row else f"{LIST}?s=2"
    items = links(*((f"/n/{n}", f"The ferry comes to pier {n}") for n in "abcd"))
    found = pager(
        f"<ul><li>{items}</ul><div class=x>{row}</div>" + "<p>Fog. " * 70, url
    )
    assert found.next_url == (onward and f"{LIST}?{onward}")


def test_the_issues_of_a_bulletin_are_items_though_called_by_their_months() -> None:
    """There is nothing else on the page that they could be an archive of."""
    issues = "".join(
        f"<div class=issue><h3><a href=/bulletin/{n}.html>{month} 2026</a></h3>"
        f"<p>{n + 3}.0{n + 1}.2026 What the port decided, of berths and fees.</div>"
        for n, month in enumerate(("January", "February", "March", "April"))
    )
    found = parse_listing(page(issues, f"{HOST}/bulletin/"))
    assert isinstance(found, Listing)
    assert len(found.items) == 4


def test_every_label_of_the_table_can_be_read() -> None:
    """A label that trimming cuts to pieces would never be found on a page."""
    assert [label for label in LABELS if label_role(label) != LABELS[label]] == []


def test_an_item_of_several_pages_does_not_lead_the_listing_away() -> None:
    """Lists show the pages of long items; the listing's own pager decides."""
    body = (
        '<div class="thread"><div class="pages">'
        + links(("/t/7-2.html", "2"), ("/t/7-3.html", "3"), ("/t/7-2.html", "Next"))
        + '</div></div><div class="pages">'
        + links(("?p=2", "2"), ("?p=3", "3"), ("?p=2", "Next"))
        + "</div>"
    )
    assert pager(body).next_url == f"{LIST}?p=2"


def test_every_style_is_a_module_and_a_line() -> None:
    """Adding a style is one file and one line; neither may be forgotten."""
    folder = Path(pagination.__file__).parent
    modules = {
        path.stem
        for path in folder.glob("*.py")
        if "def next_url(" in path.read_text("utf-8")
    }
    assert {name.replace("-", "_") for name in STYLES} == modules


def test_a_title_that_speaks_of_more_is_no_button() -> None:
    """An item whose address ends in a number would lead the walk into an article."""
    body = '<ul><li><a href="/news/533">Figures show more night trains</a></li></ul>'
    assert pager(body, "https://press.harbour.example/news").next_url is None


def test_years_to_choose_from_lead_to_the_year_before() -> None:
    """A choice of years is all that some offices have for a pager."""
    years = "".join(
        f'<option value="/news?year={y}">{y}</option>' for y in (2026, 2025)
    )
    items = "".join(
        f"<p>03/{day}/2026 <a href='/n/{day}'>The ferry is late again on day {day}</a>"
        for day in (18, 17, 16)
    )
    html = f"<body><select>{years}</select>{items}"
    url = "https://press.harbour.example/news?year=2026"
    found = parse_listing(Capture(url=url, payload=html.encode()))
    assert isinstance(found, Listing)
    assert found.onward_url == "https://press.harbour.example/news?year=2025"


def test_the_next_ten_pages_are_not_the_next_page() -> None:
    """Boards jump by ten pages at once; nine pages would be missed."""
    before, behind = links(("?page=1", "1")), links(("?page=3", "3"))
    jump = links(("?page=11", "Next 10"))
    body = f'<div class="paging">{before} 2 {behind} {jump}</div>'
    found = pager(body, f"{LIST}?page=2")
    assert found.next_url == f"{LIST}?page=3"


@pytest.mark.parametrize("url", ["/news/fog-over-the-port", "/news/533"])
def test_an_article_that_follows_another_is_no_next_page(url: str) -> None:
    """Some sites let the next article follow as the reader goes down."""
    assert pager(f'<div data-next-url="{url}"><p>Fog</p></div>').next_url is None

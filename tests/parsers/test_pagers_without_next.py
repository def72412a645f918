"""Pagers that have no word, arrow or class for the next page, or hide its address."""

import pytest

from parsers.model import Capture
from parsers.page import read_page
from parsers.pagination import Pagination, find_pagination

HOST = "https://press.harbour.example"
ODD = "/web/news?portlet=101_x&delta=20&_101_x_cur="


def pager(body: str, path: str = "/news") -> Pagination:
    """Return the pagination found in a body."""
    payload = f"<!doctype html><meta charset=utf-8><body>{body}".encode()
    return find_pagination(read_page(Capture(url=HOST + path, payload=payload)))


def links(*pairs: tuple[str, str]) -> str:
    """Return links in a row, as pagers have them."""
    return " ".join(f'<a href="{href}">{text}</a>' for href, text in pairs)


def form(inner: str, method: str = "get") -> str:
    """Return a form with a field that is always sent."""
    kept = '<input type="hidden" name="topic" value="ports">'
    return f'<form method="{method}" action="/news">{kept}{inner}</form>'


#: Name → address of the page, its pager, where it goes on.
GOES_ON = {
    "numbers whose address a script is told": (
        "/news",
        "<ul><li><b>1</b>"
        + "".join(
            f'<li><a href="#" data-page={n} data-href="?page={n}">{n}</a>'
            for n in (2, 3)
        )
        + "</ul>",
        "/news?page=2",
    ),
    "numbers in one box with a short list that has some, too": (
        "/news",
        "<div><ul>"
        + "".join(f"<li><a href=/{n}>Fog {n}</a> {n} days ago" for n in range(2, 9))
        + "</ul><p><b>1</b> "
        + links(*((f"?page={n}", str(n)) for n in (2, 3, 4, 5)))
        + "</div>",
        "/news?page=2",
    ),
    "numbers that count down, the newest linked too": (
        "/news/",
        links(*((f"?page={n}", str(n)) for n in (3, 2, 1))),
        "/news/?page=3",
    ),
    "the newest by its number": (
        "/news/?page=3",
        links(*((f"?page={n}", str(n)) for n in (3, 2, 1))),
        "/news/?page=2",
    ),
    "a button that shows more news": (
        "/news",
        '<a class="plus" href="?page=1">Afficher plus d’actualités</a>',
        "/news?page=1",
    ),
    "folders with a name of their own before each number": (
        "/hewal",
        "<ul class=pagination><li><a href=/hewal>١</a>"
        + links(("/hewal/lapere-2", "٢"), ("/hewal/lapere-3", "٣"))
        + "</ul>",
        "/hewal/lapere-2",
    ),
    "a word for a page of a small language": (
        "/nuacht/",
        '<p><a href="/nuacht/?leathanach=2">Ar aghaidh</a></p>',
        "/nuacht/?leathanach=2",
    ),
    "offsets in a folder with a name of its own": (
        "/newsroom/stories",
        "<ul><li><a>1</a></li>"
        + "".join(
            f'<li><a href="/newsroom/stories/(archive)/{n * 12}">{n + 1}</a></li>'
            for n in (1, 2, 3)
        )
        + "</ul>",
        "/newsroom/stories/(archive)/12",
    ),
    "folders of pages behind a month": (
        "/sittings/2026/02/",
        '<p class="pages"><b>1</b> '
        + links(
            ("/sittings/2026/02/pagina/2/", "2"),
            ("/sittings/2026/02/pagina/3/", "3"),
        )
        + "</p>",
        "/sittings/2026/02/pagina/2/",
    ),
    "a link to more that lies elsewhere than its list": (
        "/news/statements",
        links(("/ajax/list/statements/2", "Load more")),
        "/ajax/list/statements/2",
    ),
    "numbers that say of how many": (
        "/news-results.html?office=ports",
        links(
            ("/news-results.html?office=ports&start=&end=&idx=10", "2 of 5"),
            ("/news-results.html?office=ports&start=&end=&idx=20", "3 of 5"),
        ),
        "/news-results.html?office=ports&start=&end=&idx=10",
    ),
    "a next on the page itself, with fields that it had not": (
        "/news-results.html?office=ports",
        '<ul class="pagination"><li>'
        + links(("/news-results.html?office=ports&start=&end=&idx=10", "Next"))
        + "</ul>",
        "/news-results.html?office=ports&start=&end=&idx=10",
    ),
    "a number behind a comma or a word, amid the name of the page": (
        "/news.html",
        "<p class=seiten>Seiten: <b>1</b> "
        + links(("/news-seite2.html", "2"), ("/news-seite3.html", "3")),
        "/news-seite2.html",
    ),
    "one more page, its number behind a semicolon": (
        "/news",
        "<p class=seiten>Seiten: <b>1</b> " + links(("/news;p=2", "2")),
        "/news;p=2",
    ),
    "numbers in the path, and a visit in the query": (
        "/news.html",
        "<p class=pages><b>1</b> "
        + links((f"/news/p2.html?PHPSESSID={'0f4' * 10}", "2")),
        f"/news/p2.html?PHPSESSID={'0f4' * 10}",
    ),
    "numbers with the word for a page, for those who hear them": (
        "/news",
        "<div><span>صفحة1</span>"
        + links(("/news?n=2", "صفحة2"), ("/news?n=3", "<i>صفحة</i>3"))
        + "</div>",
        "/news?n=2",
    ),
    "the same in another language": (
        "/news",
        "<div><b>Хуудас 1</b> "
        + links(("/news?x=2", "Хуудас 2"), ("/news?x=3", "Хуудас 3"))
        + "</div>",
        "/news?x=2",
    ),
    "the number of the first item": (
        "/site.php?rubric7",
        '<p class="pagination"><strong class="on">0</strong> | '
        + links(
            ("site.php?rubric7&debut_articles=10", "10"),
            ("site.php?rubric7&debut_articles=20", "20"),
        ),
        "/site.php?rubric7&debut_articles=10",
    ),
    "the number of the first item, on the second page": (
        "/site.php?rubric7&debut_articles=10",
        links(
            ("site.php?rubric7", "0"), ("site.php?rubric7&debut_articles=20", "20")
        ),
        "/site.php?rubric7&debut_articles=20",
    ),
    "first items counted from one": (
        "/news",
        "1 " + links(("/news?row=11", "11"), ("/news?row=21", "21")),
        "/news?row=11",
    ),
    "a parameter that nobody knows": (
        "/list?cat=3",
        "<b>1</b> " + links(("/list?cat=3&zz=2", "2"), ("/list?cat=3&zz=3", "3")),
        "/list?cat=3&zz=2",
    ),
    "a parameter that nobody knows, on the second page": (
        "/list?cat=3&zz=2",
        links(("/list?cat=3", "1"), ("?cat=3&zz=3", "3"), ("?cat=3&zz=4", "4")),
        "/list?cat=3&zz=3",
    ),
    "more parameters than the page's own address has": (
        "/web/news",
        "1 " + links((f"{ODD}2", "2"), (f"{ODD}3", "3")),
        f"{ODD}2",
    ),
    "a type behind the parameter's name": (
        "/noticias",
        '<ul class="paginacao listingBar"><li>1<li><a href="?b_start:int=20">2</a>'
        '<li><a class="proximo" href="?b_start:int=20">Próximos 20 itens »</a></ul>',
        "/noticias?b_start:int=20",
    ),
    "so many reports more": (
        "/aktuelles",
        links(("/aktuelles?s=2", "nächste 10 Meldungen")),
        "/aktuelles?s=2",
    ),
    "a picture with a title": (
        "/news",
        '<a href="/news?x=2"><img src="r.gif" alt="" title="Siguiente"></a>',
        "/news?x=2",
    ),
    "a word whose accents stand apart": (
        "/news",
        f'<ul class="pager">{links(("/news?x_delta=5", "5"), ("/news?x_delta=9", "9"))}'
        "<li><a href='/news?p=2'>Επο\u0301μενη</a></ul>",
        "/news?p=2",
    ),
    "digits of another script": (
        "/news",
        "๑ " + links(("/news?hn=2", "๒"), ("/news?hn=3", "๓")),
        "/news?hn=2",
    ),
    "a file in the folder of the list": (
        "/news/",
        links(("/news/seite-2.html", "2"), ("/news/seite-3.html", "3")),
        "/news/seite-2.html",
    ),
    "files beside the index": (
        "/news/index.htm",
        links(("/news/index_1.htm", "2"), ("/news/index_2.htm", "3")),
        "/news/index_1.htm",
    ),
    "buttons of a form": (
        "/news",
        form('<button name="page" value="2">2</button>'
             '<button name="page" value="3">3</button>'),
        "/news?topic=ports&page=2",
    ),
    "a form that knows its next page": (
        "/news",
        form('<input type="hidden" name="page" value="2">'
             '<input type="submit" value="Next">'),
        "/news?topic=ports&page=2",
    ),
    "a choice of pages": (
        "/news",
        form('<select name="page" onchange="this.form.submit()">'
             '<option value="1" selected>1</option><option value="2">2</option>'
             '<option value="3">3</option></select>'),
        "/news?topic=ports&page=2",
    ),
    "list items that a script makes buttons": (
        "/news?page=1",
        '<ul class="pagination"><li data-page="1">1</li><li data-page="2">2</li></ul>',
        "/news?page=2",
    ),
    "a function that stands elsewhere": (
        "/news?page=1",
        '<div class="paging"><a href="#" onclick="goPage(1)">1</a>'
        '<a href="#" onclick="goPage(2)">2</a></div>',
        "/news?page=2",
    ),
    "a function and a field for the number": (
        "/news",
        form('<input type="hidden" name="pageIndex" value="1"><b class="page">1</b>'
             '<a href="javascript:fn_page(2)">2</a>'),
        "/news?topic=ports&pageIndex=2",
    ),
}  # fmt: skip

NO_PAGERS = {
    "years, the newest first": links(
        *((f"?filter={n}", str(n)) for n in (2026, 2025, 2024))
    ),
    "days of a month": links(*((f"/news?day={n}", str(n)) for n in range(1, 32))),
    "how many a page shows": "Show "
    + links(*((f"/news?anzahl={n}", str(n)) for n in (10, 20, 50))),
    "a form that is posted": form(
        '<button name="page" value="2">2</button>', method="post"
    ),
    "months to begin with": form(
        '<select name="from">'
        + "".join(f'<option value="{n}">{n}</option>' for n in range(1, 13))
        + "</select>"
    ),
    "a search": form('<input name="q"><input type="submit" value="Next">'),
    "all items on one page": "<ul class=pagination><li>"
    + links(("/news?limit=all", "Next")),
    "the next item by its number": links(("/news?id=534", "Next")),
    "days of a month below the page": links(
        ("/news/2026/03/02", "2"), ("/news/2026/03/03", "3")
    ),
}


@pytest.mark.parametrize("name", GOES_ON)
def test_a_list_goes_on_whatever_its_pager_is_made_of(name: str) -> None:
    """Where no link says "next", all that lies behind the first page is missed."""
    path, body, next_path = GOES_ON[name]
    assert pager(f"<div>{body}</div>", path).next_url == HOST + next_path


@pytest.mark.parametrize("name", NO_PAGERS)
def test_numbers_and_forms_that_do_not_lead_on(name: str) -> None:
    """A walk along days, sizes or items never ends."""
    assert pager(f"<div>{NO_PAGERS[name]}</div>").next_url is None


def test_days_of_a_month_between_arrows_are_no_pages() -> None:
    """A calendar that nothing calls one was read day by day, each night anew."""
    days = "".join(f"<a href=/all/2026/03/{day:02}/>{day}</a> " for day in range(1, 29))
    arrows = "<a href=/all/2026/02/>&lt;</a> <a href=/all/2026/04/>&gt;</a>"
    payload = f"<div><p>{days}</p>{arrows}</div>".encode()
    url = "https://h.example/all/2026/03/"
    found = find_pagination(read_page(Capture(url=url, payload=payload)))
    assert not any(page.startswith(url) for page in found.pages)


def test_the_last_page_below_a_desks_number_leads_nowhere() -> None:
    """The number of the desk was taken for that of a page far ahead: its first."""
    body = links(("/desk/4321/15", "back"), ("/desk/4321", "1"), ("/desk/4321/15", "2"))
    assert pager(f"<div>{body} <b>3</b></div>", "/desk/4321/30").next_url is None
    middle = f"{links(('/desk/4321', '1'))} <b>2</b> {links(('/desk/4321/30', '3'))}"
    assert pager(f"<div>{middle}</div>", "/desk/4321/15").next_url == (
        f"{HOST}/desk/4321/30"
    )

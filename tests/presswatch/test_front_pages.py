"""The address of a whole site: its front page shows little, and leads to its news."""

import tomllib
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.presswatch.calling import call_here
from tests.presswatch.small_site import Answer, SmallSite, item, small_site

MENU = "<a href=/about>About us</a> <a href={}>News</a> <a href=/laws>Laws</a>"
SERVICES = ("Berths for yachts", "Pilots for tankers", "Cranes for heavy loads")


def _cards(urls: Iterable[str], day: str = "{n:02}.03.2026") -> str:
    cards = "".join(
        f"<li class=card><time>{day.format(n=n)}</time><h3><a href={url}>"
        f"Ferry number {n} stays in port</a></h3><p>Until the fog lifts.</p></li>"
        for n, url in enumerate(urls, start=1)
    )
    return f"<ul class=cards>{cards}</ul>"


def _page(inner: str) -> Answer:
    return Answer(f"<html><body>{inner}</body></html>".encode())


def _front(site: SmallSite, *, shown: str, led_to: str, urls: list[str]) -> str:
    """Give a site a front page, a list that it leads to, and items; return its url."""
    site.pages["/"] = _page(MENU.format(led_to) + "<h1>Harbour office</h1>" + shown)
    site.pages[led_to] = _page(MENU.format(led_to) + "<h1>News</h1>" + _cards(urls))
    site.pages |= {url: item(n) for n, url in enumerate(urls, start=1)}
    return site.url.removesuffix("news/")


def test_a_crawl_of_a_front_page_reads_the_folder_of_its_news(tmp_path: Path) -> None:
    """Three cards are no news section: what is older must be watched too."""
    urls = [f"/press/{n}.html" for n in range(1, 9)]
    with small_site() as site:
        address = _front(site, shown=_cards(urls[:3]), led_to="/press/", urls=urls)
        options = ("--home", tmp_path, "--delay", "0", "--json")
        ended = call_here("crawl", address, *options)
    assert sorted(row["url"] for row in ended.rows) == [address + u[1:] for u in urls]


def test_a_calendar_on_a_front_page_does_not_hide_its_news(tmp_path: Path) -> None:
    """Its days lead to items as well: the site was watched by them, and had none."""
    urls = [f"/press/{n}.html" for n in range(1, 9)]
    days = "<td>1</td><td>2</td><td class=day-active><a href=/2026/03/03/>3</a></td>"
    week = "<tr><th>Mon</th><th>Tue</th><th>Wed</th></tr>"
    text = "<p>The office tells the public of its work and answers on weekdays.</p>" * 9
    shown = f"{text}<div id=calendar><table>{week}<tr>{days}</tr></table></div>"
    with small_site() as site:
        address = _front(site, shown=shown, led_to="/press/", urls=urls)
        options = ("--home", tmp_path, "--delay", "0", "--json")
        ended = call_here("crawl", address, *options)
    assert sorted(row["url"] for row in ended.rows) == [address + u[1:] for u in urls]


@pytest.mark.parametrize("has_news", [True, False])
def test_a_front_page_is_watched_with_the_list_that_shows_its_news(
    tmp_path: Path, has_news: bool
) -> None:
    """Where addresses have no folders, the link that is called news is tried."""
    urls = [f"/view.aspx?id={n}" for n in range(1, 9)]
    services = "".join(
        f"<li class=card><h3><a href=/do/{n}>{name}</a></h3><p>How to book.</p></li>"
        for n, name in enumerate(SERVICES)
    )
    shown = _cards(urls[:3]) if has_news else f"<ul class=cards>{services}</ul>"
    with small_site() as site:
        address = _front(site, shown=shown, led_to="/list.aspx", urls=urls)
        options = ("--home", tmp_path, "--delay", "0", "--json")
        ended = call_here("add", address, *options)
        at_once = call_here(
            "crawl", address, "--home", tmp_path / "other", *options[2:]
        )
    assert sorted(row["url"] for row in at_once.rows) == [address + u[1:] for u in urls]
    led = address + "list.aspx"
    assert ended.rows[0]["seeds"] == ([address, led] if has_news else [led])
    assert len(ended.rows[0]["items"]) == len(urls)
    written = tomllib.loads(Path(ended.rows[0]["file"]).read_text())
    assert written["seeds"] == ended.rows[0]["seeds"]


def test_a_list_of_something_else_is_not_the_news_of_a_front_page(
    tmp_path: Path,
) -> None:
    """A link may be called news, and lead to those of somebody else."""
    urls = [f"/view.aspx?id={n}" for n in range(1, 9)]
    with small_site() as site:
        shown = _cards([f"/story.aspx?no={n}" for n in range(1, 5)])
        address = _front(site, shown=shown, led_to="/list.aspx", urls=urls)
        site.pages |= {f"/story.aspx?no={n}": item(n) for n in range(1, 5)}
        ended = call_here("add", address, "--home", tmp_path, "--delay", "0", "--json")
    assert ended.rows[0]["seeds"] == [address]
    assert len(ended.rows[0]["items"]) == 4


def test_a_page_without_items_is_told_with_where_its_site_has_them(
    tmp_path: Path,
) -> None:
    """Who gives the address of an article learns at once which one to give."""
    with small_site() as site:
        article = item(7).body.decode().replace("<body>", MENU.format("/news/"))
        site.pages["/7"] = Answer(article.encode())
        address = site.url.removesuffix("news/") + "7"
        ended = call_here("add", address, "--home", tmp_path, "--delay", "0", "--json")
    assert ended.rows[0]["problems"][0]["detail"].endswith(f"is at {site.url}")


FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>{}
</channel></rss>"""
SHELL = (
    "<html><head><title>News</title><link rel=alternate type=application/rss+xml "
    "href=/feed.xml><script src=/app.js></script></head><body><div id=root></div>"
    "<noscript>You need to enable JavaScript to run this app.</noscript></body></html>"
)


def test_a_page_that_needs_scripts_gives_way_to_the_feed_that_it_announces(
    tmp_path: Path,
) -> None:
    """What a reader without scripts cannot see is told to programs all the same."""
    with small_site() as site:
        entries = "".join(
            f"<item><title>Ferry number {n} stays in port</title>"
            f"<link>{site.url}{n}</link></item>"
            for n in range(1, 7)
        )
        site.pages["/feed.xml"] = Answer(
            FEED.format(entries).encode(), headers={"Content-Type": "text/xml"}
        )
        site.pages["/news/"] = Answer(SHELL.encode())
        options = ("--home", tmp_path, "--delay", "0", "--json")
        first = call_here("crawl", site.url, *options)
        site.pages["/news/7"] = item(7)
        feed = site.pages["/feed.xml"].body.replace(b"/1<", b"/7<")
        site.pages["/feed.xml"].body = feed.replace(b"number 1", b"number 7")
        second = call_here("crawl", *options)
    assert sorted(row["url"] for row in first.rows) == [
        f"{site.url}{n}" for n in range(1, 7)
    ]
    assert (first.status, second.status) == (0, 0), first.err + second.err
    assert [(row["kind"], row["url"]) for row in second.rows] == [
        ("new", f"{site.url}7")
    ]


def test_a_list_whose_items_lie_on_another_site_is_told(tmp_path: Path) -> None:
    """Who watches it would wait for news for ever."""
    with small_site() as site, small_site() as other:
        links = site.pages["/news/"].body.decode().replace("/news/", other.url)
        site.pages["/news/"] = Answer(links.encode())
        options = ("--home", tmp_path, "--delay", "0", "--json")
        added = call_here("add", site.url, *options)
        crawled = call_here("crawl", *options)
        problems = call_here("problems", "--home", tmp_path, "--json").rows
    told = f"another site: {other.url.split('/')[2]}"
    assert added.rows[0]["problems"][0]["detail"].endswith(told)
    assert crawled.status == added.status == 3
    assert [row["detail"].endswith(told) for row in problems] == [True]
    assert not other.asked


def _strip(url: str, items: Iterable[str]) -> str:
    """Return a box of the newest of a section, whose days are headings like its own."""
    rows = "".join(
        f"<h2>{n:02}.03.2026</h2><a href={item}><strong>Ferry number {n} stays in port"
        f"</strong><p>Until the fog lifts.</p></a>"
        for n, item in enumerate(items, start=1)
    )
    return f"<section><h2><a href={url}>Boats</a></h2><div>{rows}</div></section>"


def test_a_list_that_a_box_shows_as_an_item_is_none(tmp_path: Path) -> None:
    """The box of a section had one item: its name was told as another."""
    sea, sky = ([f"/press/{name}/{n}.html" for n in range(1, 9)] for name in "ab")
    sections = {"/press/a/": sea, "/press/b/": sky}
    with small_site() as site:
        shown = "".join(_strip(url, items[:3]) for url, items in sections.items())
        address = _front(site, shown=shown, led_to="/press/", urls=sea)
        site.pages["/press/"] = _page("<h1>News</h1>" + shown)
        site.pages |= {url: item(n) for n, url in enumerate(sky, start=11)}
        for url, items in sections.items():
            site.pages[url] = _page("<h1>Boats</h1>" + _cards(items))
        options = ("--home", tmp_path, "--delay", "0", "--json")
        ended = call_here("crawl", address, *options, "--now", "2026-04-01T06:00:00Z")
        assert len(ended.rows) == 16
        shown = _strip("/press/a/", sea[:1]) + _strip("/press/b/", sky[:2])
        site.pages["/"] = site.pages["/press/"] = _page("<h1>News</h1>" + shown)
        ended = call_here("crawl", address, *options, "--now", "2026-04-02T06:00:00Z")
    assert ended.rows == []


@pytest.mark.parametrize("is_of_site", [True, False])
def test_a_list_that_needs_scripts_of_late_gives_way_to_its_feed(
    tmp_path: Path, is_of_site: bool
) -> None:
    """Each run told so, and nothing of the news; what others write is none."""
    numbers = range(2, 8) if is_of_site else range(7, 13)
    with small_site() as site:
        options = ("--home", tmp_path, "--delay", "0", "--json")
        call_here("crawl", site.url, *options)
        entries = "".join(
            f"<item><title>Ferry number {n} stays in port</title>"
            f"<link>{site.url}{n}</link></item>"
            for n in numbers
        )
        site.pages["/feed.xml"] = Answer(
            FEED.format(entries).encode(), headers={"Content-Type": "text/xml"}
        )
        site.pages["/news/"] = Answer(SHELL.encode())
        site.pages |= {f"/news/{n}": item(n) for n in numbers}
        second = call_here("crawl", *options)
    told = [(row["kind"], row["url"]) for row in second.rows]
    assert told == ([("new", f"{site.url}7")] if is_of_site else [])
    assert second.err.count("you need to enable javascript") == 1


def test_a_list_that_is_gone_is_told_with_where_news_may_be(tmp_path: Path) -> None:
    """Who watches a hundred sites learns at once which address to give instead."""
    with small_site() as site:
        options = ("--home", tmp_path, "--delay", "0", "--json")
        call_here("crawl", site.url, *options)
        lost = f"<h1>Not found</h1>{MENU.format('/newsroom/')}<a href=/news/>News</a>"
        site.pages["/news/"] = Answer(lost.encode(), status=404)
        ended = call_here("crawl", *options)
    led = site.url.replace("/news/", "/newsroom/")
    assert f"answers 404; what that page calls news is at {led}\n" in ended.err

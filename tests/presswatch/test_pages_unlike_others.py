"""A page that is not as all others of its site are: doubted before it is told."""

import json
import re
import sqlite3
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from tests.presswatch.calling import call_here
from tests.presswatch.small_site import Answer, SmallSite, item, small_site


def test_a_page_that_lost_letters_as_no_other_did_is_no_edit(tmp_path: Path) -> None:
    """Its markup is broken, so that what stands between its lines looks like text."""
    with small_site() as site:
        options = ("--home", tmp_path, "--delay", "0", "--json")
        call_here("crawl", site.url, *options, "--now", "2026-03-01T06:00:00Z")
        whole = site.pages["/news/3"].body
        advert = b'<div class="adv"><a rel="sponsored">The winter ferry</a></div></p>'
        damaged = whole.replace(b"</p>", advert, 1).replace(b'"', "\ufffd".encode())
        site.pages["/news/3"] = Answer(damaged)
        ended = call_here("crawl", site.url, *options, "--now", "2026-03-02T06:00:00Z")
        assert (ended.status, ended.rows) == (3, [])
        assert "letters of the page are lost" in ended.err
        site.pages["/news/3"] = Answer(whole)
        ended = call_here("crawl", site.url, *options, "--now", "2026-03-03T06:00:00Z")
        assert (ended.status, ended.rows) == (0, [])


def test_pages_that_all_break_off_for_some_nights_are_no_edits(tmp_path: Path) -> None:
    """A server that miscounts cuts each of its pages, those of new items too."""
    with small_site() as site:
        options = ("--home", tmp_path, "--delay", "0", "--json", "--all")
        day = "2026-03-{:02}T06:00:00Z"
        call_here("crawl", site.url, *options, "--now", day.format(1))
        numbers = (7, 8, 9)
        new = {f"/news/{n}": item(n) for n in numbers}
        links = "".join(
            f"<li><a href=/news/{n}>Ferry number {n} stays in port</a>" for n in numbers
        )
        listing = site.pages["/news/"].body.replace(b"<li>", f"{links}<li>".encode(), 1)
        whole = {**site.pages, **new, "/news/": Answer(listing)}
        cut = {
            path: Answer(page.body[: len(page.body) * 3 // 4])
            for path, page in whole.items()
            if path != "/news/"
        }
        told = []
        for n, pages in enumerate((cut, cut | new, {}), 2):
            site.pages = whole | pages
            ended = call_here("crawl", *options, "--now", day.format(n))
            told.append([row["kind"] for row in ended.rows])
            assert ("breaks off before its end, which" in ended.err) == (n < 4)
        assert told == [[], ["new"] * 3, []]


def test_new_items_wait_while_all_pages_of_a_site_break_off(tmp_path: Path) -> None:
    """A bad night teaches nothing: in the second, half a text was an item's first."""
    with small_site() as site:
        options = ("--home", tmp_path, "--delay", "0", "--json", "--all")
        day = "2026-03-{:02}T06:00:00Z"
        call_here("crawl", site.url, *options, "--now", day.format(1))
        whole, told = dict(site.pages), []
        for n in (2, 3, 4):
            link = f"<li><a href=/news/{n + 5}>Ferry number {n + 5} stays in port</a>"
            listing = whole["/news/"].body.replace(b"<li>", f"{link}<li>".encode(), 1)
            whole |= {"/news/": Answer(listing), f"/news/{n + 5}": item(n + 5)}
            site.pages = {
                path: Answer(
                    page.body if n == 4 or path == "/news/" else page.body[:-40]
                )
                for path, page in whole.items()
            }
            ended = call_here("crawl", *options, "--now", day.format(n))
            told.append([(row["kind"], row["body"][-8:]) for row in ended.rows])
        assert told == [[], [], [("new", "set out.")] * 3]


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "letters read as two": lambda page: page.replace("é".encode(), "Ã©".encode()),
    "references": lambda page: page.replace("é".encode(), b"&amp;eacute;"),
    "tags": lambda page: page.replace(b"</p>", b"&lt;/p&gt;</p>"),
    "short codes": lambda page: page.replace(
        b"<p>", b"<p>[caption id=7]At sea[/caption]"
    ),
    "a field for a title": lambda page: _titled(page, b"{{ article.title }}"),
    "nothing for a title": lambda page: _titled(page, b"undefined"),
    "sizes of chunks": lambda page: b"%x\r\n%b\r\n0\r\n\r\n" % (len(page), page),
}


def _titled(page: bytes, title: bytes) -> bytes:
    return re.sub(rb"(<title>|<h1>)[^<]*", lambda tag: tag[1] + title, page)


@pytest.mark.parametrize("damage", DAMAGES)
def test_pages_that_came_out_wrong_for_two_nights_are_no_edits(
    tmp_path: Path, damage: str
) -> None:
    """One mistake in a template, or on the way, changes some pages, new ones too."""
    with small_site() as site:
        for path in site.pages.keys() - {"/news/"}:
            page = site.pages[path].body.replace(
                b"the office says", "so the café".encode()
            )
            site.pages[path] = Answer(page)
        options = ("--home", tmp_path, "--delay", "0", "--json", "--all")
        day = "2026-03-{:02}T06:00:00Z"
        call_here("crawl", site.url, *options, "--now", day.format(1))
        link = b"<li><a href=/news/7>Ferry number 7 stays in port</a><li>"
        listing = site.pages["/news/"].body.replace(b"<li>", link, 1)
        new = Answer(
            item(7).body.replace(b"the office says", "so the café".encode(), 2)
        )
        whole = site.pages | {"/news/": Answer(listing), "/news/7": new}
        broken = {
            f"/news/{n}": Answer(DAMAGES[damage](whole[f"/news/{n}"].body))
            for n in ((2, 5) if damage == "letters read as two" else (2, 5, 7))
        }
        told = []
        for n, pages in enumerate((broken, broken, {}), 2):
            site.pages = whole | pages
            ended = call_here("crawl", *options, "--now", day.format(n))
            told += [(n, row["kind"], row["title"]) for row in ended.rows]
        first = 2 if damage == "letters read as two" else 4
        assert told == [(first, "new", "Ferry number 7 stays in port")]


def test_a_new_page_without_a_date_is_told_when_it_stays_so(tmp_path: Path) -> None:
    """A server's excuse is no first text of an item, and changes with its clock."""
    with small_site() as site:
        dated = b"<p>Published: 12 February 2026</p><p>"
        for path in site.pages.keys() - {"/news/"}:
            page = site.pages[path].body
            site.pages[path] = Answer(page.replace(b"<p>", dated, 1))
        options = ("--home", tmp_path, "--delay", "0", "--json")
        day = "2026-03-{:02}T06:00:00Z"
        call_here("crawl", site.url, *options, "--now", day.format(1))
        link = b'<ul class=news><li><a href="/news/7">Ferry number 7 stays</a></li>'
        listing = site.pages["/news/"].body.replace(b"<ul class=news>", link)
        site.pages |= {"/news/": Answer(listing), "/news/7": item(7)}
        told = []
        for n in (2, 3, 4):
            ended = call_here("crawl", site.url, *options, "--now", day.format(n))
            told.append([row["kind"] for row in ended.rows])
            assert ("has no date" in ended.err) == (n < 4)
        assert told == [[], [], ["new"]]


def test_a_made_up_address_is_asked_for_only_where_it_can_tell_something(
    tmp_path: Path,
) -> None:
    """No bytes, or another item's text, are not what an absent page shows."""
    with small_site() as site:
        options = ("--home", tmp_path, "--delay", "0", "--json")
        title, words = "Ferry number 4 stays in port", " ".join(map(str, range(90)))
        text = f"<title>{title}</title><h1>{title}</h1><p>Its cabins are {words}.</p>"
        site.pages["/news/4"] = Answer(f"<html><body>{text}</body></html>".encode())
        call_here("crawl", site.url, *options, "--now", "2026-03-01T06:00:00Z")
        site.pages |= {"/news/2": Answer(b""), "/news/3": site.pages["/news/4"]}
        ended = call_here("crawl", site.url, *options, "--now", "2026-03-02T06:00:00Z")
        assert (ended.status, ended.rows) == (3, [])
        assert "no bytes" in ended.err
        assert "another item's text" in ended.err
        assert not [path for path in site.asked if "no-such-page" in path]
        site.pages["/news/5"] = Answer(b"<html><body><p>Ferry gone</p></body></html>")
        call_here("crawl", site.url, *options, "--now", "2026-03-03T06:00:00Z")
        assert [path for path in site.asked if "no-such-page" in path]


def statement(topic: str) -> Answer:
    """Return an article of an office that calls all of them alike."""
    title = f"Statement of the harbour office on the {topic}"
    words = " ".join(f"{topic} {n} is over." for n in range(40))
    text = f"<title>{title}</title><h1>{title}</h1><p>{words}</p>"
    return Answer(f"<html><body>{text}</body></html>".encode())


def test_a_new_page_with_another_item_s_text_is_not_told_as_that(
    tmp_path: Path,
) -> None:
    """Statements of one office begin alike, so the whole title is compared."""

    def link(path: str, topic: str) -> None:
        title = f"Statement of the harbour office on the {topic}"
        row = f'<ul class=news><li><a href="{path}">{title}</a></li>'
        listing = site.pages["/news/"].body
        site.pages["/news/"] = Answer(
            listing.replace(b"<ul class=news>", row.encode(), 1)
        )

    with small_site() as site:
        options = ("--home", tmp_path, "--delay", "0", "--json")
        day = "2026-03-{:02}T06:00:00Z"
        link("/news/7", "fog")
        site.pages["/news/7"] = statement("fog")
        call_here("crawl", site.url, *options, "--now", day.format(1))
        link("/news/8", "ice")
        site.pages["/news/8"] = site.pages["/news/7"]
        assert not call_here("crawl", site.url, *options, "--now", day.format(2)).rows
        site.pages["/news/8"] = statement("ice")
        told = call_here("crawl", site.url, *options, "--now", day.format(3)).rows
        assert [(row["kind"], row["title"][-3:]) for row in told] == [("new", "ice")]


def test_items_that_exchange_their_texts_are_told_on_that_day(tmp_path: Path) -> None:
    """A mistake of a server shows one text twice, and for days; an office corrects."""
    with small_site() as site:
        options = ("--home", tmp_path, "--delay", "0", "--json")
        site.pages |= {f"/news/{n}": statement(f"{n} fogs") for n in range(1, 6)}
        call_here("crawl", site.url, *options, "--now", "2026-03-01T06:00:00Z")
        first, second, third = (site.pages[f"/news/{n}"] for n in (1, 2, 3))
        site.pages |= {"/news/1": second, "/news/2": first, "/news/4": third}
        ended = call_here("crawl", site.url, *options, "--now", "2026-03-02T06:00:00Z")
        edits = {row["url"]: row["title"][-6:] for row in ended.rows}
        assert edits == {site.url + "1": "2 fogs", site.url + "2": "1 fogs"}
        assert ended.err.count("another item's text") == 1


def test_an_item_that_leads_to_the_list_which_shows_it_is_a_problem(
    tmp_path: Path,
) -> None:
    """It is not gone while its list shows it, and nobody was told why it is unread."""
    with small_site() as site:
        options = ("--home", tmp_path, "--delay", "0", "--json")
        site.pages["/news/3"] = Answer(status=302, headers={"Location": "/news/"})
        ended = call_here("crawl", site.url, *options, "--now", "2026-03-01T06:00:00Z")
        assert (ended.status, len(ended.rows)) == (3, 5)
        assert f"redirect: {site.url}3: leads away, and a listing" in ended.err


def test_a_page_that_is_doubted_teaches_nothing(tmp_path: Path) -> None:
    """A server's excuse is no page of the site; the fifth is read last."""
    with small_site() as site:
        options = ("--home", tmp_path, "--delay", "0", "--json")
        site.pages["/news/5"] = statement("machine that is being looked after")
        ended = call_here("crawl", site.url, *options, "--now", "2026-03-01T06:00:00Z")
        assert "is not called as its listing says" in ended.err
    held = sqlite3.connect(tmp_path / "presswatch.sqlite")
    ((profile,),) = held.execute("SELECT profile FROM profiles").fetchall()
    assert json.loads(profile)["page_count"] == 5


def _around(site: SmallSite, paths: list[str]) -> dict[str, Answer]:
    """Return what each of some items shows if it shows the next one's page."""
    return {a: site.pages[b] for a, b in pairwise([*paths, paths[0]])}


def _notice(number: int) -> Answer:
    """Return an article whose sentences no other has."""
    title = f"Notice {number} of the harbour office"
    words = " ".join(f"Berth {number * 100 + n} is closed." for n in range(40))
    text = f"<title>{title}</title><h1>{title}</h1><p>{words}</p>"
    return Answer(f"<html><body>{text}</body></html>".encode())


@pytest.mark.parametrize("is_listed_so", [True, False])
def test_texts_that_go_round_are_told_if_the_lists_go_with_them(
    tmp_path: Path, is_listed_so: bool
) -> None:
    """A cache that is one answer late shows each item the text of the one before."""
    with small_site() as site:
        options = ("--home", tmp_path, "--delay", "0", "--json", "--all")
        day = "2026-03-{:02}T06:00:00Z"
        html = site.pages["/news/"].body.decode().replace("Ferry number", "Notice")
        html = html.replace("stays in port", "of the harbour office")
        site.pages = {f"/news/{n}": _notice(n) for n in range(1, 7)}
        site.pages["/news/"] = Answer(html.encode())
        call_here("crawl", site.url, *options, "--now", day.format(1))
        whole = dict(site.pages)
        site.pages = whole | _around(site, [f"/news/{n}" for n in (2, 3, 4)])
        if is_listed_so:
            for n, other in ((2, "III"), (3, "IV"), (4, "II")):
                html = html.replace(f"Notice {n} ", f"Notice {other} ")
            for n, other in ((3, "III"), (4, "IV"), (2, "II")):
                html = html.replace(f"Notice {other} ", f"Notice {n} ")
            site.pages["/news/"] = Answer(html.encode())
        ended = call_here("crawl", *options, "--now", day.format(2))
        told = [row["kind"] for row in ended.rows]
        assert told == (["edited"] * 3 if is_listed_so else [])
        assert ("another item's text" in ended.err) is not is_listed_so


def test_a_text_that_stands_at_a_third_address_too_was_not_exchanged(
    tmp_path: Path,
) -> None:
    """A mistake shows one text twice."""
    with small_site() as site:
        options = ("--home", tmp_path, "--delay", "0", "--json", "--all")
        site.pages |= {f"/news/{n}": _notice(n) for n in range(1, 7)}
        call_here("crawl", site.url, *options, "--now", "2026-03-01T06:00:00Z")
        site.pages |= _around(site, ["/news/2", "/news/3"])
        site.pages["/news/4"] = site.pages["/news/2"]
        ended = call_here("crawl", *options, "--now", "2026-03-02T06:00:00Z")
        assert ended.rows == []
        assert ended.err.count("another item's text") == 3


def test_an_item_that_shows_the_page_of_its_list_is_no_edit_and_no_news(
    tmp_path: Path,
) -> None:
    """It is led away without a redirect; what no list shows any more is gone."""
    with small_site() as site:
        options = ("--home", tmp_path, "--delay", "0", "--json", "--all")
        day = "2026-03-{:02}T06:00:00Z"
        call_here("crawl", site.url, *options, "--now", day.format(1))
        whole = dict(site.pages)
        rows = site.pages["/news/"].body.replace(b"/news/6", b"/news/7")
        listing = Answer(rows.replace(b"number 6", b"number 7"))
        site.pages |= dict.fromkeys(("/news/", "/news/5", "/news/6"), listing)
        site.pages["/news/7"] = listing
        told = []
        for n in (2, 3):
            ended = call_here("crawl", *options, "--now", day.format(n))
            told.append([(row["kind"], row["url"][-1]) for row in ended.rows])
            assert ended.err.count("shows a list in its place") == 2
        assert told == [[], [("removed", "6")]]
        site.pages = {**whole, "/news/": listing, "/news/7": item(7)}
        del site.pages["/news/6"]
        ended = call_here("crawl", *options, "--now", day.format(4))
        assert [row["kind"] for row in ended.rows] == ["new"]

"""Items that stand at another address, in all the ways that sites arrange it."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from crawler.items.due import SMALL
from tests.presswatch.calling import call_here
from tests.presswatch.small_site import HTML, Answer, SmallSite, item, small_site


def _crawl(site: SmallSite, home: Path, day: int) -> list[dict[str, Any]]:
    now = f"2026-03-{day:02}T06:00:00Z"
    options = ("--home", home, "--delay", "0", "--json", "--now", now)
    said = call_here("crawl", site.url, *options).out
    return [json.loads(line) for line in said.splitlines()]


def _relist(site: SmallSite, old: str, new: str, title: str = "") -> None:
    """Let the listing show another address, and perhaps another title."""
    page = site.pages["/news/"].body.decode()
    begin, there, rest = page.partition(f'<a href="{old}">')
    words, _, rest = rest.partition("</a>")
    assert there
    page = f'{begin}<a href="{new}">{title or words}</a>{rest}'
    site.pages["/news/"] = Answer(page.encode())


def _leads(site: SmallSite, old: str, new: str) -> None:
    """Let an item's page lead to another address for good."""
    site.pages[old] = Answer(b"", 301, {**HTML, "Location": new})


def _refreshes(site: SmallSite) -> None:
    page = '<meta http-equiv="refresh" content="0;url=/news/fog-3"><p>It is now here.'
    page += "<h4>Read also</h4>" + "".join(
        f'<p><a href="/news/{n}">Ferry number {n} stays in port until the fog lifts</a>'
        for n in (1, 2, 4, 5, 6)
    )
    site.pages["/news/3"] = Answer(page.encode())


def _refreshes_busily(site: SmallSite) -> None:
    _refreshes(site)
    site.once["/news/3"] = Answer(b"", 429, {**HTML, "Retry-After": "0"})


def _leads_for_now(site: SmallSite) -> None:
    site.pages["/news/3"] = Answer(b"", 302, {**HTML, "Location": "/news/fog-3"})


def _claims(site: SmallSite) -> None:
    link = f'<link rel="canonical" href="{site.url}fog-3"><title>'
    page = item(3).body.replace(b"<title>", link.encode())
    site.pages["/news/3"] = site.pages["/news/fog-3"] = Answer(page)


@pytest.mark.parametrize(
    ("arrange", "told"),
    [
        (_refreshes, ["moved"]),
        (_refreshes_busily, ["moved"]),
        (_leads_for_now, []),
        (_claims, []),
    ],
)
def test_a_new_address_of_a_known_item_is_no_new_item(
    tmp_path: Path, arrange: Callable[[SmallSite], None], told: list[str]
) -> None:
    """Whichever way an old address leads on, nothing was published."""
    with small_site() as site:
        _crawl(site, tmp_path, 1)
        site.pages["/news/fog-3"] = item(3)
        _relist(site, "/news/3", "/news/fog-3")
        arrange(site)
        changes = [c for day in (2, 3, 4) for c in _crawl(site, tmp_path, day)]
        assert [c["kind"] for c in changes] == told
        assert all(c["url"].endswith("/fog-3") for c in changes)


def test_an_item_told_as_new_is_known_for_a_moved_one_when_that_leads_there(
    tmp_path: Path,
) -> None:
    """The old address was ill when the new one came, and has a title of before."""
    with small_site() as site:
        _crawl(site, tmp_path, 1)
        body = site.pages["/news/3"].body.replace(b"Ferry number", b"Boat number")
        site.pages["/news/boat-3"] = Answer(body)
        site.pages["/news/3"] = Answer(b"", 503, {**HTML, "Retry-After": "0"})
        _relist(site, "/news/3", "/news/boat-3", "Boat number 3 stays in port")
        told = _crawl(site, tmp_path, 2)
        _leads(site, "/news/3", "/news/boat-3")
        told += _crawl(site, tmp_path, 3) + _crawl(site, tmp_path, 4)
        assert [c["kind"] for c in told] == ["new", "moved"]


@pytest.mark.parametrize(
    ("leads_on", "told"), [(True, [[], ["moved"], []]), (False, [[], ["new"], []])]
)
def test_a_text_whose_own_address_is_in_doubt_tonight_is_not_new_yet(
    tmp_path: Path, leads_on: bool, told: list[list[str]]
) -> None:
    """It may have moved under another title, and its old address answers wrongly."""
    with small_site() as site:
        _crawl(site, tmp_path, 1)
        own = site.pages["/news/3"]
        anew = own.body.replace(b"Ferry number", b"Boat number")
        site.pages["/news/boat-3"] = Answer(anew)
        other = (
            b"<p>The pilots count the ships off the bar, and then go to bed.</p>" * 5
        )
        page = b"<html><body><main><h1>Pilots busy</h1>" + other + b"</main></body>"
        site.pages["/news/3"] = Answer(page)
        _relist(site, "/news/3", "/news/boat-3", "Boat number 3 stays in port")
        found = [_crawl(site, tmp_path, 2)]
        site.pages["/news/3"] = own
        if leads_on:
            _leads(site, "/news/3", "/news/boat-3")
        found += [_crawl(site, tmp_path, 3), _crawl(site, tmp_path, 4)]
        assert [[c["kind"] for c in changes] for changes in found] == told


def test_an_item_that_moved_and_was_edited_is_told_with_its_new_words(
    tmp_path: Path,
) -> None:
    """The run reads it twice: where it stood, and where the list has it now."""
    with small_site() as site:
        _crawl(site, tmp_path, 1)
        body = site.pages["/news/3"].body.replace(b"until the fog", b"till all the fog")
        site.pages["/news/fog-3"] = Answer(body)
        _leads(site, "/news/3", "/news/fog-3")
        _relist(site, "/news/3", "/news/fog-3")
        [moved] = _crawl(site, tmp_path, 2)
        assert (moved["kind"], list(moved["fields"])) == ("moved", ["body"])
        assert _crawl(site, tmp_path, 3) == []


@pytest.mark.parametrize("has_always_led", [True, False])
def test_an_item_that_keeps_its_name_in_another_folder_has_moved(
    tmp_path: Path, has_always_led: bool
) -> None:
    """A new office of the same items; links that were never direct are no news."""
    with small_site() as site:
        names = {f"/news/{n}": f"the-ferry-number-{n}" for n in range(1, 7)}
        page = site.pages["/news/"].body.decode()
        for old, name in names.items():
            page = page.replace(f'"{old}"', f'"/news/{name}"')
            site.pages[f"/news/{name}"] = site.pages[f"/news/port/{name}"] = site.pages[
                old
            ]
        site.pages["/news/"] = Answer(page.encode())

        def lead() -> None:
            for name in names.values():
                to = {**HTML, "Location": f"/news/port/{name}"}
                site.pages[f"/news/{name}"] = Answer(b"", 301, to)

        if has_always_led:
            lead()
        _crawl(site, tmp_path, 1)
        if not has_always_led:
            lead()
            site.pages["/news/"] = Answer(
                page.replace("/news/", "/news/port/").encode()
            )
        told = [c["kind"] for day in (2, 3) for c in _crawl(site, tmp_path, day)]
        assert told == ([] if has_always_led else ["moved"] * 6)


def test_capitals_in_links_make_no_new_items(tmp_path: Path) -> None:
    """Many servers do not tell them apart, and editors write them as they like."""
    with small_site() as site:
        _crawl(site, tmp_path, 1)
        for n in range(1, 7):
            site.pages[f"/News/{n}"] = site.pages[f"/news/{n}"]
        page = site.pages["/news/"].body.replace(b'"/news/', b'"/News/')
        site.pages["/news/"] = Answer(page)
        assert not _crawl(site, tmp_path, 2) + _crawl(site, tmp_path, 3)


def test_the_place_in_a_list_is_no_part_of_an_item_s_name(tmp_path: Path) -> None:
    """Some lists tell the statistics from which place a reader came."""
    with small_site() as site:
        whole = site.pages["/news/"].body.decode()
        for day in (1, 2, 3):
            page, *links = whole.split('<li><a href="/news/')
            names = [f"{n}-fog" for n in range(9 - day, 4 - day, -1)]
            for place, name in enumerate(names, 1):
                link = f'<li><a href="/news/{name}?pos={place}'
                page += link + links[0][1:].replace(" 1 ", f" {name[0]} ")
                site.pages[f"/news/{name}?pos={place}"] = item(int(name[0]))
                site.pages[f"/news/{name}"] = item(int(name[0]))
            site.pages["/news/"] = Answer(page.encode())
            told = [c["baseline"] for c in _crawl(site, tmp_path, day)]
            assert told == ([True] * 5 if day == 1 else [False])


def test_an_item_that_moved_with_its_title_is_found_where_it_was_left_out(
    tmp_path: Path,
) -> None:
    """A new title makes a new address; nothing but the gap in the list tells.

    Links that carry the number of their page are no other items for that.
    """
    with small_site() as site:
        count = SMALL + 6
        links = [
            f'<li><a href="/news/see?id={n}&page={page}">Ferry number {n} stays in '
            "port</a> 01.02.2026"
            for page, numbers in ((1, range(1, count + 1)), (2, (1,)))
            for n in numbers
        ]
        for path, shown in (("", links[:-1]), ("?page=2", links[-1:])):
            html = f"<html><body><h1>News</h1><ul class=news>{''.join(shown)}</ul>"
            html += '<p>1 <a href="/news/?page=2">2</a></p></body></html>'
            site.pages[f"/news/{path}"] = Answer(html.encode())
        for n in range(1, count + 1):
            dated = item(n).body.replace(b"</h1>", b"</h1><p>01.02.2026</p>")
            site.pages[f"/news/see?id={n}"] = Answer(dated)
        _crawl(site, tmp_path, 1)
        for n, day in ((7, 2), (20, 3), (33, 4)):
            old, new = f"/news/see?id={n}", f"/news/see?id=boat-{n}"
            body = site.pages[old].body.replace(b"Ferry number", b"Boat number")
            site.pages[new] = Answer(body)
            _leads(site, old, new)
            title = f"Boat number {n} stays in port"
            _relist(site, f"{old}&page=1", f"{new}&page=1", title)
            told = [(c["kind"], c["url"]) for c in _crawl(site, tmp_path, day)]
            assert told == [("moved", site.url + f"see?id=boat-{n}")]


def test_an_item_that_moved_with_its_title_is_known_by_its_text_and_its_day(
    tmp_path: Path,
) -> None:
    """Where pages have other addresses every day, no gap in their lists is seen."""
    with small_site() as site:
        shown = [
            (f"/news/{n}", f"Ferry number {n} stays in port") for n in range(SMALL + 4)
        ]
        for n, (path, _) in enumerate(shown):
            date = f"</h1><p>{n // 2 + 1:02}.02.2026</p>".encode()
            site.pages[path] = Answer(item(n).body.replace(b"</h1>", date))

        def lists(day: int) -> None:
            rows = [f'<li><a href="{url}">{title}</a>' for url, title in shown]
            following = f"/news/?cursor=c{day}aFb"
            more = f'<div data-next-url="{following}">more</div>'
            for path, part, end in (
                ("/news/", rows[:6], more),
                (following, rows[6:], ""),
            ):
                html = f"<html><body><h1>News</h1><ul class=news>{''.join(part)}</ul>"
                site.pages[path] = Answer(f"{html}{end}</body></html>".encode())

        lists(1)
        _crawl(site, tmp_path, 1)
        old, new = "/news/30", "/news/boat-30"
        body = site.pages[old].body.replace(b"Ferry number", b"Boat number")
        site.pages[new] = Answer(body)
        _leads(site, old, new)
        shown[30] = (new, "Boat number 30 stays in port")
        lists(2)
        told = [(c["kind"], c["url"]) for c in _crawl(site, tmp_path, 2)]
        assert told == [("moved", f"{site.url}boat-30")]


@pytest.mark.parametrize("leads", [False, True])
def test_an_item_that_shows_the_page_of_a_new_one_has_not_moved_there(
    tmp_path: Path, leads: bool
) -> None:
    """A cache mixes two pages up, claims and all, or an item that is gone leads on."""
    with small_site() as site:
        _crawl(site, tmp_path, 1)
        _crawl(site, tmp_path, 2)
        text = (
            "<p>The council of lighthouses met and spoke of lamps, oil and wages.</p>"
        )
        head = f'<link rel=canonical href="{site.url}9"><title>Of lamps</title>'
        page = f"<html><head>{head}</head><body><h1>Of lamps</h1><article>{text * 4}"
        page += "</article></body></html>"
        was, came = site.pages["/news/3"], Answer(page.encode())
        site.pages["/news/9"] = site.pages["/news/3"] = came
        if leads:
            site.pages["/news/3"] = Answer(b"", 302, {**HTML, "Location": "/news/9"})
        link = b'<li><a href="/news/9">Of lamps</a></li><li><a href="/news/1">'
        listing = site.pages["/news/"].body.replace(b'<li><a href="/news/1">', link)
        site.pages["/news/"] = Answer(listing)
        told = _crawl(site, tmp_path, 3)
        site.pages["/news/3"] = was
        told += _crawl(site, tmp_path, 4)
        assert [(c["kind"], c["title"]) for c in told] == [("new", "Of lamps")]


def test_a_value_that_changes_in_all_links_at_once_makes_no_new_items(
    tmp_path: Path,
) -> None:
    """What names the day or a visit is sent, as are values that never change."""
    with small_site() as site:
        whole = site.pages["/news/"].body.decode()
        pages = {n: site.pages.pop(f"/news/{n}") for n in range(1, 7)}
        begin = '<li><a href="/news/7">Ferry number 7 stays in port</a></li>'
        for day in (1, 2, 3):
            page = whole.replace("<li>", begin + "<li>", 1) if day == 3 else whole
            end = f"?lang=en&v={day}77"
            page = re.sub(r'"/news/(\d)"', rf'"/news/\1{end}"', page)
            site.pages = {"/news/": Answer(page.encode())}
            site.pages |= {f"/news/{n}{end}": held for n, held in pages.items()}
            site.pages[f"/news/7{end}"] = item(7)
            site.asked.clear()
            told = [c["url"] for c in _crawl(site, tmp_path, day) if not c["baseline"]]
            assert told == ([f"{site.url}7{end}"] if day == 3 else [])
            items = [path for path in site.asked if "lang=en" in path]
            assert len(items) == len(set(items)) == (7 if day == 3 else 6)


def test_an_unread_item_that_leads_to_a_known_one_is_that_one(tmp_path: Path) -> None:
    """It was renamed before its page could be read; the other was told as new."""
    with small_site() as site:
        site.pages |= {f"/news/{n}": item(n) for n in range(10, 50)}
        rows = "".join(
            f"<li><a href=/news/{n}>Ferry number {n} stays in port</a></li>"
            for n in range(10, 50)
        )
        page = site.pages["/news/"].body
        first = page.index(b"<li>")

        def lists(link: str) -> None:
            more = f"<li>{link}</a></li>{rows}".encode()
            site.pages["/news/"] = Answer(page[:first] + more + page[first:])

        lists("<a href=/news/9>Ferry number 9 stays in port")
        site.pages["/news/9"] = item(9)
        _crawl(site, tmp_path, 1)
        lists("<a href=/news/7>The quay is closed for a week")
        site.pages["/news/7"] = Answer(status=503)
        assert _crawl(site, tmp_path, 2) == []
        site.pages["/news/fog-8"] = item(8)
        _leads(site, "/news/7", "/news/fog-8")
        lists("<a href=/news/fog-8>Ferry number 8 stays in port")
        told = [change for day in range(3, 7) for change in _crawl(site, tmp_path, day)]
        assert [(c["kind"], c["url"]) for c in told] == [("new", f"{site.url}fog-8")]


def test_an_item_that_moved_under_another_day_of_its_list_has_moved(
    tmp_path: Path,
) -> None:
    """Its new address waited for nights, as that of a text which stood elsewhere."""
    with small_site() as site:
        rows = "".join(
            f'<li><a href="/news/{n}">Ferry number {n} stays in port</a> '
            f"<i>{12 - n:02}.03.2026</i></li>"
            for n in range(1, 7)
        )
        page = f"<html><body><h1>News</h1><ul class=news>{rows}</ul></body></html>"
        site.pages["/news/"] = Answer(page.encode())
        for n in range(1, 7):
            day = f"</h1><p>{12 - n} March 2026</p>".encode()
            whole = site.pages[f"/news/{n}"].body.replace(b"</h1>", day)
            site.pages[f"/news/{n}"] = Answer(whole)
        _crawl(site, tmp_path, 12)
        site.pages["/news/fog-3"] = site.pages["/news/3"]
        moved = page.replace('"/news/3"', '"/news/fog-3"').replace("09.03", "13.03")
        site.pages["/news/"] = Answer(moved.encode())
        told = [_crawl(site, tmp_path, 13)]
        site.pages["/news/3"] = Answer(b"", 404)
        told += [_crawl(site, tmp_path, day) for day in (14, 15, 16)]
    kinds = [[change["kind"] for change in changes] for changes in told]
    assert kinds == [[], ["moved"], [], []]

"""A server that is down, or refuses us, is left in peace; one bad section is not it."""

from collections import Counter
from pathlib import Path

import pytest

from tests.presswatch.calling import Ended, call_here
from tests.presswatch.small_site import HTML, Answer, SmallSite, item, small_site

COUNT = 12


def _many(site: SmallSite) -> None:
    links = "".join(
        f'<li><a href="/news/{n}">Ferry number {n} stays in port</a></li>'
        for n in range(1, COUNT + 1)
    )
    html = f"<html><body><h1>News</h1><ul class=news>{links}</ul></body></html>"
    site.pages["/news/"] = Answer(html.encode())
    site.pages |= {f"/news/{n}": item(n) for n in range(1, COUNT + 1)}


def _crawl(site: SmallSite, home: Path, day: int) -> Ended:
    site.asked.clear()
    now = f"2026-03-{day:02}T06:00:00Z"
    options = ("--home", home, "--delay", "0", "--json", "--now", now)
    return call_here("crawl", site.url, *options)


@pytest.mark.promise("R26")
def test_a_site_that_refuses_is_not_asked_for_all_it_has(tmp_path: Path) -> None:
    """A ban is not lifted by a thousand more requests; the next run asks for all."""
    with small_site() as site:
        _many(site)
        assert _crawl(site, tmp_path, 1).status == 0
        good = dict(site.pages)
        site.pages = {path: Answer(b"Forbidden", 403) for path in good}
        refused = _crawl(site, tmp_path, 2)
        assert refused.status == 3
        assert "2 known items in a row failed (answered 403" in refused.err
        assert len([path for path in site.asked if path in good]) == 1 + 2
        site.pages = good
        assert _crawl(site, tmp_path, 3).status == 0
        assert Counter(site.asked) >= Counter(good.keys())


@pytest.mark.promise("R26")
@pytest.mark.parametrize("status", [200, 404])
def test_a_site_that_shows_one_page_for_all_is_not_asked_for_all_it_has(
    tmp_path: Path, status: int
) -> None:
    """A wall, or a bad deploy: ten items tell as much as a thousand."""
    wall = Answer(b"<html><body><h1>Sign in</h1><form></form></body></html>", status)
    with small_site() as site:
        _many(site)
        _crawl(site, tmp_path, 1)
        good = dict(site.pages)
        site.pages = dict.fromkeys(good, wall)
        ill = _crawl(site, tmp_path, 2)
        assert ill.status == 3
        assert not ill.rows
        assert len({path for path in site.asked if path in good}) == 1 + 10
        site.pages = good
        well = _crawl(site, tmp_path, 3)
        assert not well.rows
        assert Counter(site.asked) >= Counter(good.keys())


def test_a_known_item_that_fails_is_tried_once_more(tmp_path: Path) -> None:
    """What lasts longer lasts until the next run, which asks for it all the same."""
    with small_site() as site:
        _crawl(site, tmp_path, 1)
        site.pages["/news/3"] = Answer(b"Internal Server Error", 500)
        _crawl(site, tmp_path, 2)
        assert site.asked.count("/news/3") == 2


def test_an_item_that_leads_to_a_dead_host_keeps_no_other_from_being_looked_at(
    tmp_path: Path,
) -> None:
    """It is not the site's own robots.txt that fails: the others' edits were lost."""
    away = Answer(status=301, headers={"Location": "http://127.0.0.1:1/gone"})
    with small_site() as site:
        _crawl(site, tmp_path, 1)
        [file] = (tmp_path / "sites").iterdir()
        more = 'allow = ["127.0.0.1:1"]\n[limits]\nretries = 0\n'
        file.write_text(file.read_text() + more)
        known = {path for path in site.asked if path.startswith("/news/")}
        site.pages["/news/3"] = away
        run = _crawl(site, tmp_path, 2)
        assert "robots.txt could not be read" in run.err
        assert known <= set(site.asked)


def test_where_an_item_leads_away_to_is_not_asked_for(tmp_path: Path) -> None:
    """That it is the front page, or a listing, is all there is to know."""
    away = Answer(status=302, headers={"Location": "/"})
    back = Answer(status=301, headers={"Location": "/news/"})
    with small_site() as site:
        site.pages["/"] = item(9)
        _crawl(site, tmp_path, 1)
        site.pages |= {"/news/2": away, "/news/4": back}
        links = b"".join(
            line + b"</li>"
            for line in site.pages["/news/"].body.split(b"</li>")
            if b"/news/2" not in line and b"/news/4" not in line
        )
        site.pages["/news/"] = Answer(links)
        found = [_crawl(site, tmp_path, day) for day in (2, 3)]
        assert [(r["kind"], r["url"][-1]) for r in found[1].rows] == [
            ("removed", "2"),
            ("removed", "4"),
        ]
        assert "/" not in site.asked
        assert site.asked.count("/news/") == 1


def test_a_section_that_fails_keeps_no_other_from_being_looked_at(
    tmp_path: Path,
) -> None:
    """The first page still answers: it is not the site that is closed."""
    with small_site() as site:
        _many(site)
        _crawl(site, tmp_path, 1)
        for n in range(1, 8):
            site.pages[f"/news/{n}"] = Answer(b"Forbidden", 403)
        assert _crawl(site, tmp_path, 2).status == 3
        assert {f"/news/{n}" for n in range(8, COUNT + 1)} <= set(site.asked)


@pytest.mark.promise("R25")
def test_a_robots_file_that_fails_is_told_once(tmp_path: Path) -> None:
    """It keeps us from every item alike; nobody reads the same line a dozen times."""
    with small_site() as site:
        _many(site)
        _crawl(site, tmp_path, 1)
        site.pages["/robots.txt"] = Answer(b"Bad Gateway", 502)
        ended = _crawl(site, tmp_path, 3)
        assert ended.status == 3
        assert 1 <= ended.err.count("nothing may be asked for") <= 2
        assert set(site.asked) == {"/robots.txt"}


@pytest.mark.promise("R26")
@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize("ill", [(1,), (7, 12, 13)])
def test_a_page_that_wants_a_day_of_rest_every_day_keeps_nobody_from_the_others(
    tmp_path: Path, status: int, ill: tuple[int, ...]
) -> None:
    """The rest is given; but what stands behind it was never asked for again."""
    with small_site() as site:
        _many(site)
        _crawl(site, tmp_path, 1)
        link = (
            b'<ul class=news><li><a href="/news/13">Ferry number 13 stays in port</a>'
        )
        listing = site.pages["/news/"].body.replace(b"<ul class=news>", link)
        site.pages |= {"/news/": Answer(listing), "/news/13": item(13)}
        others = site.pages.keys() - {f"/news/{n}" for n in ill}
        rest = Answer(b"", status, {**HTML, "Retry-After": "86400"})
        site.pages |= {f"/news/{n}": rest for n in ill}
        for day in range(2, 9):
            _crawl(site, tmp_path, day)
            barred = [path for path in site.asked if path not in others]
            assert len(set(barred) - {"/robots.txt"}) <= 1
            if day > 1 + len(ill):
                assert others <= set(site.asked), day


@pytest.mark.promise("R26")
def test_a_further_page_that_wants_a_day_of_rest_keeps_nobody_from_the_rest(
    tmp_path: Path,
) -> None:
    """It is asked for before all items; and once it answers again, it is read."""
    with small_site() as site:
        _many(site)
        _, *rows = site.pages["/news/"].body.decode().split("<li>")
        for n, part in enumerate((rows[:4], rows[4:8], rows[8:]), 1):
            rows_html = "".join(f"<li>{row}" for row in part).replace("</ul>", "")
            onward = f'<a rel="next" href="/news/?page={n + 1}">Older</a>' * (n < 3)
            html = f"<html><h1>News</h1><ul class=news>{rows_html}</ul>{onward}</html>"
            site.pages[f"/news/?page={n}" if n > 1 else "/news/"] = Answer(
                html.encode()
            )
        assert _crawl(site, tmp_path, 1).status == 0
        good, ill = dict(site.pages), "/news/?page=2"
        site.pages[ill] = Answer(b"", 503, {**HTML, "Retry-After": "86400"})
        words = site.pages["/news/2"].body.replace(b"stays", b"does not stay")
        good["/news/2"] = site.pages["/news/2"] = Answer(words)
        _crawl(site, tmp_path, 2)
        ended = _crawl(site, tmp_path, 3)
        assert site.asked[-1] == ill
        assert {f"/news/{n}" for n in range(1, COUNT + 1)} <= set(site.asked)
        assert [row["kind"] for row in ended.rows] == ["edited"]
        site.pages = good
        _crawl(site, tmp_path, 4)
        assert site.asked[-1] == ill
        assert _crawl(site, tmp_path, 5).status == 0
        assert ill in site.asked[:5]


def test_a_budget_is_not_spent_on_what_fails_every_night(tmp_path: Path) -> None:
    """What fails is due again at once, and is the oldest that is due."""
    with small_site() as site:
        _many(site)
        _crawl(site, tmp_path, 1)
        (file,) = (tmp_path / "sites").glob("*.toml")
        with file.open("a") as limits:
            limits.write("\n[limits]\nrequests = 7\n")
        odd = {f"/news/{n}" for n in range(1, COUNT + 1, 2)}
        site.pages |= dict.fromkeys(odd, Answer(b"Members only", 403))
        asked: Counter[str] = Counter()
        for day in range(2, 10):
            _crawl(site, tmp_path, day)
            asked.update({path for path in site.asked if path[-1].isdigit()})
        assert len(asked) == COUNT
        assert min(asked.values()) >= 2

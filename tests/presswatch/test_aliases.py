"""One item in several sections of a site: one item, and each edit told once."""

from pathlib import Path
from typing import Any

import pytest

from tests.presswatch.calling import call_here
from tests.presswatch.small_site import Answer, SmallSite, small_site

PORTS = "/news/ports/ferry-of-the-isles.html"
NEWS = "/news/isles/ferry-of-the-isles.html"


def _put(
    site: SmallSite, paths: list[str], *, extra: str = "", claims: bool = True
) -> None:
    """Link an article at several addresses, of which the second is its own.

    The first address shows one line more: as pages do that are read before their site
    has taught what stands on all of them.
    """
    links = "".join(
        f'<li><a href="{p}">The ferry of the isles is new</a></li>' for p in paths
    )
    listing = site.pages["/news/"].body.replace(b"</ul>", f"{links}</ul>".encode())
    site.pages["/news/"] = Answer(listing)
    words = " ".join(f"Berth {n} holds {n * 7} boats." for n in range(40))
    for path in paths:
        line = "<p>Printed at the harbour.</p>" if path == PORTS else ""
        title = "The ferry of the isles is new"
        head = f"<title>{title}</title>"
        if claims:
            head += f'<link rel="canonical" href="{NEWS}">'
        main = f"<h1>{title}</h1><p>{words}{extra}</p>{line if claims else ''}"
        site.pages[path] = Answer(f"<html>{head}<body>{main}</body></html>".encode())


@pytest.mark.parametrize("paths", [[PORTS, NEWS], [NEWS, PORTS]])
def test_an_item_that_claims_its_other_address_is_one(
    tmp_path: Path, paths: list[str]
) -> None:
    """Though it reads a little otherwise at the two, whichever is read first."""
    with small_site() as site:
        options = ("--home", tmp_path, "--delay", "0", "--json")
        listing = site.pages["/news/"]
        _put(site, paths)
        first = call_here("crawl", site.url, *options, "--now", "2026-03-01T06:00:00Z")
        assert len(first.rows) == 7
        site.pages["/news/"] = listing
        _put(site, paths, extra=" It sails at noon.")
        later = call_here("crawl", site.url, *options, "--now", "2026-03-02T06:00:00Z")
        assert [row["kind"] for row in later.rows] == ["edited"]


def test_an_undated_item_has_the_day_that_a_list_gives_its_own_address(
    tmp_path: Path,
) -> None:
    """The address that a box without days showed first was read before that."""
    with small_site() as site:
        options = ("--home", tmp_path, "--delay", "0", "--json")
        listing = site.pages["/news/"].body.decode()
        _put(site, [PORTS, NEWS])
        shown = '<li><a href="{}">The ferry of the isles is new</a>'.format
        dated = listing.replace("</a></li>", "</a> 3 March 2026</li>")
        dated = dated.replace("<ul class=news>", f"<ul class=news>{shown(PORTS)}")
        dated = dated.replace("</ul>", f"{shown(NEWS)} 1 March 2026</ul>")
        site.pages["/news/"] = Answer(dated.encode())
        told = call_here("crawl", site.url, *options, "--now", "2026-03-04T06:00:00Z")
        days = [row["date"] for row in told.rows if "isles" in row["title"]]
        assert days == ["2026-03-01"]


@pytest.mark.parametrize(
    ("known", "new"),
    [(NEWS, PORTS), ("/news/view?id=7&ori=1", "/news/view?id=7")],
    ids=["of-a-section", "with-less-said"],
)
def test_another_address_of_an_item_that_was_edited_just_then_is_no_news(
    known: str, new: str, tmp_path: Path
) -> None:
    """A section shows it from today on, in words that nobody has read before."""
    with small_site() as site:
        options = ("--home", tmp_path, "--delay", "0", "--json")
        listing = site.pages["/news/"]
        for day, paths, extra in ((1, [known], ""), (2, [new, known], " At noon.")):
            site.pages["/news/"] = listing
            _put(site, paths, extra=extra, claims=False)
            now = f"2026-03-0{day}T06:00:00Z"
            told = call_here("crawl", site.url, *options, "--now", now).rows
        assert [row["kind"] for row in told] == ["edited"]


@pytest.mark.parametrize("is_back", [False, True])
def test_an_item_that_is_left_at_its_other_address_alone_has_moved(
    is_back: bool, tmp_path: Path
) -> None:
    """One section lets go of it, and it is not removed for that.

    It has not moved if it is back where the list goes on showing it.
    """
    with small_site() as site:
        options = ("--home", tmp_path, "--delay", "0", "--json")
        _put(site, [NEWS, PORTS], claims=False)
        told: list[dict[str, Any]] = []
        for day in (1, 2, 3, 4, 5):
            if day == 2:
                own = next(row["url"] for row in told if "isles" in row["title"])
                path, left = (NEWS, PORTS) if own.endswith(NEWS) else (PORTS, NEWS)
                page = site.pages.pop(path)
            if day == 3 and is_back:
                site.pages[path] = page
            now = f"2026-03-0{day}T06:00:00Z"
            told += call_here("crawl", site.url, *options, "--now", now).rows
        changes = [row for row in told if not row["baseline"]]
        moves = [(row["kind"], row["old_url"], row["url"]) for row in changes]
        there = site.url.replace("/news/", left)
        assert moves == ([] if is_back else [("moved", own, there)])


@pytest.mark.parametrize("is_late", [True, False])
def test_an_older_address_of_an_item_that_names_its_own_is_one(
    tmp_path: Path, is_late: bool
) -> None:
    """A box links by a number alone, and its page may be read before the item's own."""
    old, own = "/news/view.aspx?ItemID=71255", "/news/ferry-of-the-isles-a71255.html"
    words = " ".join(f"Berth {n} holds {n * 7} boats." for n in range(40))
    title = "The ferry of the isles is new"
    head = f'<title>{title}</title><link rel="canonical" href="{own}">'
    page = Answer(f"<html>{head}<body><h1>{title}</h1><p>{words}</p></body>".encode())
    with small_site() as site:
        options = ("--home", tmp_path, "--delay", "0", "--json")
        call_here("crawl", site.url, *options, "--now", "2026-03-01T06:00:00Z")
        links = "".join(f'<li><a href="{at}">{title}</a></li>' for at in (own, old))
        listing = site.pages["/news/"].body.replace(b"</ul>", f"{links}</ul>".encode())
        site.pages |= {"/news/": Answer(listing), old: page, own: page}
        if is_late:
            site.once[own] = Answer(b"", 503)
        told = []
        for day in (2, 3):
            now = f"2026-03-0{day}T06:00:00Z"
            told += call_here("crawl", site.url, *options, "--now", now).rows
    assert [row["kind"] for row in told] == ["new"]
    assert told[0]["url"].endswith(own)


def test_an_older_address_of_an_item_edited_just_then_is_no_news(
    tmp_path: Path,
) -> None:
    """A box shows it one day later, in words that nobody has read before."""
    old, own = "/news/view.aspx?ItemID=71255", "/news/ferry-of-the-isles-a71255.html"
    words = " ".join(f"Berth {n} holds {n * 7} boats." for n in range(40))
    title = "The ferry of the isles is new"
    head = f'<title>{title}</title><link rel="canonical" href="{own}">'
    with small_site() as site:
        options = ("--home", tmp_path, "--delay", "0", "--json")
        before, told = site.pages["/news/"].body, []
        for day, paths, extra in ((1, (own,), ""), (2, (old, own), " At noon.")):
            text = f"<h1>{title}</h1><p>2 March 2026</p><p>{words}{extra}</p>"
            page = Answer(f"<html>{head}<body>{text}</body>".encode())
            links = "".join(f'<li><a href="{at}">{title}</a></li>' for at in paths)
            listing = before.replace(b"</ul>", f"{links}</ul>".encode())
            site.pages |= {"/news/": Answer(listing), old: page, own: page}
            now = f"2026-03-0{day}T06:00:00Z"
            told += call_here("crawl", site.url, *options, "--now", now).rows
    assert [row["kind"] for row in told[7:]] == ["edited"]


def test_an_item_under_one_number_in_two_sections_is_one(tmp_path: Path) -> None:
    """Neither page says which address is its own, and no name tells it."""
    with small_site() as site:
        options = ("--home", tmp_path, "--delay", "0", "--json")
        call_here("crawl", site.url, *options, "--now", "2026-03-01T06:00:00Z")
        _put(site, ["/news/sea/708", "/news/isles/708"], claims=False)
        ended = call_here("crawl", site.url, *options, "--now", "2026-03-02T06:00:00Z")
    assert [row["kind"] for row in ended.rows] == ["new"]

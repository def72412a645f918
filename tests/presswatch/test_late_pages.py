"""Pages that lists lead to late: they hold what was out long before."""

from collections.abc import Sequence
from pathlib import Path

from tests.presswatch.calling import call_here
from tests.presswatch.small_site import Answer, SmallSite, item, small_site

SECTIONS = ("law", "ports", "city")


def _dated(number: int, day: str) -> Answer:
    told = f"</h1><p class=date>{day}</p>"
    return Answer(item(number).body.replace(b"</h1>", told.encode()))


def _list(site: SmallSite, path: str, urls: Sequence[str], *, more: str = "") -> None:
    menu = "".join(f"<li><a href=/{name}/>{name}</a>" for name in SECTIONS)
    rows = "".join(
        f"<li><h3><a href={url}>Ferry number {url.rpartition('/')[2]} stays in port</a>"
        f"</h3><p>Until the fog lifts there.</p></li>"
        for url in urls
    )
    html = f"<body><ul id=menu>{menu}</ul><h1>News</h1><ul class=news>{rows}</ul>"
    html += f'<a href="{more}">Older news</a>' if more else ""
    site.pages[path] = Answer(html.encode())


def test_what_a_section_that_is_found_late_has_shown_for_long_is_no_news(
    tmp_path: Path,
) -> None:
    """All of its archive was told as new when the front page first led to it."""
    held = {
        name: [f"/{name}/{10 * at + n}" for n in range(1, 9)]
        for at, name in enumerate(SECTIONS, start=1)
    }
    with small_site() as site:
        for urls in held.values():
            for n, url in enumerate(urls):
                number = int(url.rpartition("/")[2])
                site.pages[url] = _dated(number, f"2026-02-{27 - 2 * n:02}")
        site.pages["/city/30"] = _dated(30, "2026-03-02")
        site.pages["/city/29"] = _dated(29, "2026-02-20")
        front = site.url.removesuffix("news/")
        options = ("--home", tmp_path, "--delay", "0", "--json")
        for day, late in ((1, []), (2, ["/city/30"])):
            city = [*late, *held["city"]]
            for name in SECTIONS:
                _list(site, f"/{name}/", city if name == "city" else held[name])
            shown = [*held["law"][:2], *held["ports"][:2], *city[: len(late) + 1]]
            _list(site, "/", shown)
            now = f"2026-03-0{day}T06:00:00Z"
            ended = call_here("crawl", front, *options, "--now", now)
        news = [row["url"] for row in ended.rows if not row["baseline"]]
        kept = call_here("items", "--home", tmp_path, "--json").rows
        _list(site, "/city/", ["/city/30", "/city/29", *held["city"]])
        now = "2026-03-03T06:00:00Z"
        third = call_here("crawl", front, *options, "--now", now)
    assert ended.status == 0, ended.err
    assert news == [f"{front}city/30"]
    assert len(kept) == 3 * 8 + 1
    assert [row["url"] for row in third.rows if not row["baseline"]] == [
        f"{front}city/29"
    ]


def test_what_stands_behind_a_list_that_leads_on_of_late_is_no_news(
    tmp_path: Path,
) -> None:
    """A list that got a pager told all of its archive as new."""
    urls = [f"/ports/{n}" for n in range(1, 17)]
    with small_site() as site:
        for n, url in enumerate(urls):
            site.pages[url] = _dated(n + 1, f"2026-02-{27 - n:02}")
        site.pages["/ports/40"] = _dated(40, "2026-03-02")
        site.pages["/ports/41"] = _dated(41, "2026-02-20")
        address = site.url.removesuffix("news/") + "ports/"
        options = ("--home", tmp_path, "--delay", "0", "--json")
        _list(site, "/ports/", urls[:8])
        call_here("crawl", address, *options, "--now", "2026-03-01T06:00:00Z")
        _list(site, "/ports/", ["/ports/40", *urls[:7]], more="/ports/?page=2")
        _list(site, "/ports/?page=2", urls[7:])
        second = call_here("crawl", *options, "--now", "2026-03-02T06:00:00Z")
        _list(site, "/ports/", ["/ports/41", *urls[:7]], more="/ports/?page=2")
        third = call_here("crawl", *options, "--now", "2026-03-03T06:00:00Z")
    news = [row["url"] for row in second.rows if not row["baseline"]]
    assert news == [f"{address}40"]
    assert [row["url"] for row in third.rows if not row["baseline"]] == [f"{address}41"]


def test_what_is_put_in_late_amid_a_list_that_grows_is_news(tmp_path: Path) -> None:
    """The last page of a list leads on one day: what came that day was old news."""
    urls = [f"/ports/{n}" for n in range(1, 17)]
    with small_site() as site:
        for n, url in enumerate(urls):
            site.pages[url] = _dated(n + 1, f"2026-02-{27 - n:02}")
        site.pages["/ports/41"] = _dated(41, "2026-02-20")
        site.pages["/ports/42"] = _dated(42, "2026-03-02")
        address = site.url.removesuffix("news/") + "ports/"
        options = ("--home", tmp_path, "--delay", "0", "--json")
        _list(site, "/ports/", urls[:8], more="/ports/?page=2")
        _list(site, "/ports/?page=2", urls[8:])
        call_here("crawl", address, *options, "--now", "2026-03-01T06:00:00Z")
        late = ["/ports/41", *urls[8:15]]
        _list(site, "/ports/", ["/ports/42", *urls[:8]], more="/ports/?page=2")
        _list(site, "/ports/?page=2", late, more="/ports/?page=3")
        _list(site, "/ports/?page=3", urls[15:])
        second = call_here("crawl", *options, "--now", "2026-03-02T06:00:00Z")
    told = [row["url"] for row in second.rows if not row["baseline"]]
    assert sorted(told) == [f"{address}41", f"{address}42"]


def test_what_is_put_in_late_is_news_where_a_list_grows_by_its_first_further_page(
    tmp_path: Path,
) -> None:
    """Of its new page all but that stood on the one before."""
    urls = [f"/ports/{n}" for n in range(1, 17)]
    with small_site() as site:
        for n, url in enumerate(urls):
            site.pages[url] = _dated(n + 1, f"2026-02-{27 - n:02}")
        site.pages["/ports/41"] = _dated(41, "2026-02-10")
        address = site.url.removesuffix("news/") + "ports/"
        options = ("--home", tmp_path, "--delay", "0", "--json")
        _list(site, "/ports/", urls)
        call_here("crawl", address, *options, "--now", "2026-03-01T06:00:00Z")
        _list(site, "/ports/", urls[:12], more="/ports/?page=2")
        _list(site, "/ports/?page=2", [*urls[12:], "/ports/41"])
        second = call_here("crawl", *options, "--now", "2026-03-02T06:00:00Z")
    told = [row["url"] for row in second.rows if not row["baseline"]]
    assert told == [f"{address}41"]

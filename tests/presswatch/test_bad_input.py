"""Whatever is bad costs itself: a clear message, its status, the rest of the work."""

import gzip
import os
import re
import socket
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from corpus.store import Store
from tests.presswatch.calling import Ended, call_here
from tests.presswatch.small_site import Answer, SmallSite, item, small_site

Run = Callable[..., Ended]


@pytest.fixture
def site() -> Iterator[SmallSite]:
    with small_site() as site:
        yield site


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Give what runs a command in one home and checks that it ends as promised."""

    def run(*words: str) -> Ended:
        ended = call_here(*words, "--home", tmp_path, "--json")
        assert "Traceback" not in ended.err
        assert "bug" not in ended.err
        return ended

    return run


def write_site(home: Path, name: str, url: str, more: str = "") -> Path:
    path = home / "sites" / f"{name}.toml"
    path.parent.mkdir(exist_ok=True)
    fast = "delay = 0\nlimits.retry_seconds = 0.01\nlimits.retries = 1\n"
    path.write_text(f'seeds = ["{url}"]\n{fast}{more}')
    return path


@pytest.mark.promise("R7")
def test_an_unknown_site_is_told_and_the_known_ones_are_crawled(
    site: SmallSite, run: Run, tmp_path: Path
) -> None:
    """A slip of the pen in a list of sites must not cost the night."""
    write_site(tmp_path, "harbour", site.url)
    ended = run("crawl", "harbor", "harbour")
    assert ended.status == 2
    assert "no site is named 'harbor'; known: harbour" in ended.err
    assert len(ended.rows) == 6


@pytest.mark.promise("R7")
@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ('seeds = ["{url}"\ndelay = 1', None, "not valid TOML"),
        ('seeds = ["{url}"]\ndepth = 3', 2, "depth: unknown key; one of allow, "),
        ('seeds = ["{url}"]\n[limits]\nbytes = 3', 3, "limits.bytes: unknown key"),
        ('seeds = ["{url}"]\n\ndelay = "slow"', 3, "delay: "),
        ("delay = 1", 1, "seeds: is needed"),
        ('seeds = ["ftp://press.example/"]', 1, "is no http(s) address"),
        ('seeds = ["{url}"]\nconfirm_after = "6 moons"', 2, "confirm_after: "),
        ('seeds = ["{url}"]\ntime_zone = "Mars"', 2, "time_zone: 'Mars' is no time"),
        ('seeds = ["{url}"]\n[article]\nheadline = "h1"', 3, "article.headline: "),
        ('seeds = ["{url}"]\n[article]\ntitle = "h1["', 3, "article.title: "),
        ('seeds = ["{url}"]\nallow = ["10.0.0.0/8"]', 2, "allow: '10.0.0.0/8' is no"),
        ('seeds = ["{url}"]\n[listing]\npagination = "next"', 3, "one of labelled"),
    ],
)
def test_a_broken_site_file_is_told_by_line_and_key(
    site: SmallSite, run: Run, tmp_path: Path, text: str, line: int | None, told: str
) -> None:
    """Whoever wrote it must find the place; the other sites are crawled."""
    write_site(tmp_path, "harbour", site.url)
    broken = write_site(tmp_path, "wrong", site.url)
    broken.write_text(text.replace("{url}", site.url))
    ended = run("crawl")
    assert ended.status == 2
    assert str(broken) in ended.err
    assert told in ended.err
    if line is not None:
        assert f"wrong.toml:{line}: " in ended.err
    else:
        assert re.search(r"line \d+", ended.err)
    assert len(ended.rows) == 6


def test_an_unreachable_host_is_a_problem_and_the_others_are_crawled(
    site: SmallSite, run: Run, tmp_path: Path
) -> None:
    """One press office that is down must not silence forty others."""
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    write_site(tmp_path, "down", f"http://127.0.0.1:{port}/news/")
    write_site(tmp_path, "harbour", site.url)
    ended = run("crawl")
    assert ended.status == 3
    assert len(ended.rows) == 6
    assert [kind for kind, _ in problems(run)] == ["network"]


def test_a_seed_that_robots_refuses_is_told(
    site: SmallSite, run: Run, tmp_path: Path
) -> None:
    """An operator who sees nothing for weeks must learn why."""
    site.pages["/robots.txt"] = Answer(b"User-agent: *\nDisallow: /news/")
    write_site(tmp_path, "harbour", site.url)
    ended = run("crawl")
    assert ended.status == 3
    assert ended.rows == []
    assert problems(run) == [("robots", site.url)]
    assert set(site.asked) == {"/robots.txt"}


def test_links_that_robots_refuses_are_skipped_and_known_items_told(
    site: SmallSite, run: Run, tmp_path: Path
) -> None:
    """A link may be closed to us from the start; an item that becomes so is lost."""
    site.pages["/robots.txt"] = Answer(b"User-agent: *\nDisallow: /news/6")
    write_site(tmp_path, "harbour", site.url)
    assert run("crawl").status == 0
    assert last_run(run)["skipped"] == 1
    site.pages["/robots.txt"] = Answer(b"User-agent: *\nDisallow: /news/5")
    assert run("crawl").status == 3
    assert problems(run) == [("robots", f"{site.url}5")]


def _empty(site: SmallSite) -> Answer:
    return Answer(b"")


def _no_text(site: SmallSite) -> Answer:
    return Answer(b"<html><body></body></html>")


def _cut(site: SmallSite) -> Answer:
    whole = item(3)
    return Answer(whole.body[:200], length=len(whole.body))


def _error(site: SmallSite) -> Answer:
    return Answer(b"<h1>Internal error</h1>", status=500)


def _bomb(site: SmallSite) -> Answer:
    body = gzip.compress(b"<p>" + bytes(60_000_000))
    return Answer(body, headers={"Content-Encoding": "gzip"})


def _no_gzip(site: SmallSite) -> Answer:
    headers = {"Content-Type": "text/html", "Content-Encoding": "gzip"}
    return Answer(b"this is no gzip", headers=headers)


def _to_the_inside(site: SmallSite) -> Answer:
    return Answer(status=302, headers={"Location": "http://10.0.0.1/admin"})


def _to_the_metadata(site: SmallSite) -> Answer:
    url = "http://169.254.169.254/latest/meta-data/"
    return Answer(status=301, headers={"Location": url})


def _for_ever(site: SmallSite) -> Answer:
    return Answer(status=302, headers={"Location": "/news/3"})


@pytest.mark.promise("R31")
@pytest.mark.parametrize(
    ("make", "kinds"),
    [
        (_empty, {"empty"}),
        (_no_text, {"empty"}),
        (_cut, {"truncated"}),
        (_error, {"http_status"}),
        (_bomb, {"too_large"}),
        (_no_gzip, {"encoding", "truncated"}),
        (_to_the_inside, {"blocked_address"}),
        (_to_the_metadata, {"blocked_address"}),
        (_for_ever, {"redirect"}),
    ],
)
def test_a_bad_page_is_one_problem_and_the_rest_is_read(
    site: SmallSite,
    run: Run,
    tmp_path: Path,
    make: Callable[[SmallSite], Answer],
    kinds: set[str],
) -> None:
    """First on an item that is not known yet, then on one that is: never a change."""
    write_site(tmp_path, "harbour", site.url)
    good, site.pages["/news/3"] = site.pages["/news/3"], make(site)
    ended = run("crawl")
    assert ended.status == 3, ended.err
    assert len(ended.rows) == 5
    assert [kind in kinds for kind, _ in problems(run)] == [True]
    site.pages["/news/3"] = good
    assert run("crawl").status == 0
    site.pages["/news/3"] = make(site)
    ended = run("crawl", "--all")
    assert (ended.status, ended.rows) == (3, [])
    assert [kind in kinds for kind, _ in problems(run)] == [True]
    site.pages["/news/3"] = good
    ended = run("crawl", "--all")
    assert (ended.status, ended.rows) == (0, [])
    check_sums(run)


@pytest.mark.promise("R15")
@pytest.mark.parametrize(
    ("second", "kinds"),
    [
        (b"<sitemapindex/>", ["empty"]),
        (gzip.compress(b" " * 40 * 2**20), ["feed"]),
    ],
)
def test_lists_that_lead_to_nothing_are_no_baseline(
    site: SmallSite, run: Run, tmp_path: Path, second: bytes, kinds: list[str]
) -> None:
    """All that a site has would be told as new, the night its sitemap is mended."""
    index = "<sitemapindex><sitemap><loc>{}</loc></sitemap></sitemapindex>"
    good = Answer(f"<urlset><url><loc>{site.url}1</loc></url></urlset>".encode())
    site.pages["/news/"] = Answer(index.format(f"{site.url}all.xml.gz").encode())
    site.pages["/news/all.xml.gz"] = Answer(second)
    write_site(tmp_path, "harbour", site.url)
    ended = run("crawl")
    assert (ended.status, ended.rows) == (3, [])
    assert [kind for kind, _ in problems(run)] == kinds
    site.pages["/news/all.xml.gz"] = good
    assert [row["baseline"] for row in run("crawl").rows] == [True]


@pytest.mark.promise("R28")
def test_a_feed_that_breaks_off_gives_what_it_can_and_is_told(
    site: SmallSite, run: Run, tmp_path: Path
) -> None:
    """What it lost is missed every night, until somebody knows."""
    entry = f"<item><title>Ferry</title><link>{site.url}1</link></item>"
    feed = f"<rss><channel>{entry}<item><title>Ha"
    site.pages["/news/"] = Answer(feed.encode())
    write_site(tmp_path, "harbour", site.url)
    ended = run("crawl")
    assert (ended.status, len(ended.rows)) == (3, 1)
    assert "the feed breaks off" in ended.err


def test_a_link_to_a_private_address_is_not_followed(
    site: SmallSite, run: Run, tmp_path: Path
) -> None:
    """What stands on a page decides nothing about the machine that reads it."""
    inside = b'<li><a href="http://10.0.0.1/news/7">Ferry number 7 stays in</a></li>'
    listing = site.pages["/news/"]
    listing.body = listing.body.replace(b"</ul>", inside + b"</ul>")
    write_site(tmp_path, "harbour", site.url)
    ended = run("crawl")
    assert ended.status == 0, ended.err
    assert len(ended.rows) == 6


def test_an_archive_that_cannot_be_read_is_told_and_the_crawl_goes_on(
    site: SmallSite, run: Run, tmp_path: Path
) -> None:
    """A damaged disk must cost no more than what lay on the damaged place."""
    for page in site.pages.values():
        page.headers["ETag"] = f'"{hash(page.body)}"'
    write_site(tmp_path, "harbour", site.url)
    assert run("crawl").status == 0
    (warc,) = (tmp_path / "archive").rglob("*.warc.gz")
    warc.write_bytes(b"nothing" * 9)
    ended = run("archive", "verify")
    assert ended.status == 3
    assert warc.name in ended.rows[0]["file"]
    ended = run("reparse")
    assert ended.status == 3
    assert {row["problem"]["kind"] for row in ended.rows} == {"storage"}
    site.pages["/news/7"] = item(7)
    listing = site.pages["/news/"]
    new = b'<li><a href="/news/7">Ferry number 7 stays in port</a></li></ul>'
    listing.body = listing.body.replace(b"</ul>", new)
    ended = run("crawl")
    assert [row["kind"] for row in ended.rows] == ["new"]
    assert ended.status in (0, 3), ended.err


@pytest.mark.promise("R7")
def test_an_archive_that_is_no_folder_is_told(
    site: SmallSite, run: Run, tmp_path: Path
) -> None:
    """Nothing can be captured then, and nothing may be reported as captured."""
    write_site(tmp_path, "harbour", site.url)
    (tmp_path / "archive").write_text("in the way")
    ended = run("crawl")
    assert ended.status in (2, 3), ended.err
    assert "archive" in ended.err
    assert ended.rows == []


@pytest.mark.promise("R7")
def test_a_store_that_is_none_is_told(run: Run, tmp_path: Path) -> None:
    """It must neither be overwritten nor taken for an empty one."""
    (tmp_path / "presswatch.sqlite").write_bytes(b"not a database " * 100)
    ended = run("crawl")
    assert ended.status == 3
    assert "presswatch.sqlite" in ended.err
    assert (tmp_path / "presswatch.sqlite").read_bytes().startswith(b"not a database")


@pytest.mark.promise("R7")
@pytest.mark.parametrize("command", [("status",), ("crawl",)])
@pytest.mark.parametrize(
    ("damage", "told"),
    [
        ("garbage", "it is no store"),
        ("cut", "presswatch archive restore"),
        ("newer", "made by a newer presswatch"),
        ("other", "it is no store"),
    ],
)
def test_a_store_that_cannot_be_used_is_no_bug(
    run: Run, tmp_path: Path, damage: str, told: str, command: tuple[str, ...]
) -> None:
    """Each command says what is wrong with the file and what to do about it."""
    path = tmp_path / "presswatch.sqlite"
    if damage == "other":
        with closing(sqlite3.connect(path)) as other:
            other.execute("CREATE TABLE ships (name)")
    elif damage == "garbage":
        path.write_bytes(b"not a database " * 100)
    else:
        Store(path).close()
        with closing(sqlite3.connect(path)) as held:
            held.execute("UPDATE alembic_version SET version_num = '9999'")
            held.commit()
    if damage == "cut":
        os.truncate(path, path.stat().st_size // 2)
    ended = run(*command)
    if (command, damage) == (("status",), "newer"):
        return  # it reads all that it knows
    assert ended.status == 3
    assert told in ended.err


@pytest.mark.promise("R7")
def test_a_site_is_watched_once_its_file_lies_there(run: Run, tmp_path: Path) -> None:
    """A file written by hand is as good as one that add wrote; one gone is told."""
    file = write_site(tmp_path, "harbour", "https://press.harbour.example/news/")
    assert [row["name"] for row in run("sites").rows] == ["harbour"]
    assert [row["site"] for row in run("plan").rows] == ["harbour"]
    assert run("pause", "harbour").status == 0
    assert run("sites").rows[0]["paused"]
    file.unlink()
    ended = run("crawl", "harbour")
    assert ended.status == 2
    assert f"its file {file} is gone" in ended.err
    assert run("remove", "harbour").status == 0
    assert run("crawl").status == 0


@pytest.mark.promise("R7")
def test_a_site_file_from_another_editor_is_read_or_named(
    run: Run, tmp_path: Path
) -> None:
    """Some save text with a mark before it; one that saves no UTF-8 is told so."""
    file = write_site(tmp_path, "harbour", "https://press.harbour.example/news/")
    text = file.read_text()
    file.write_text(text, encoding="utf-8-sig")
    assert run("plan").status == 0
    file.write_text(text, encoding="utf-16")
    ended = run("plan")
    assert ended.status == 2
    assert f"{file}: cannot be read: no UTF-8" in ended.err


@pytest.mark.promise("R7")
def test_a_store_that_is_gone_is_missed_by_the_morning_s_look(
    run: Run, site: SmallSite, tmp_path: Path
) -> None:
    """Whoever restores a backup in part must not read that all is well."""
    assert run("crawl", site.url, "--delay", "0").status == 0
    assert run("status").status == 0
    for path in tmp_path.glob("presswatch.sqlite*"):
        path.unlink()
    ended = run("status")
    assert ended.status == 3
    assert "presswatch archive restore" in ended.rows[0]["faults"][0]


@pytest.mark.promise("R7")
def test_an_address_needs_its_scheme(run: Run, tmp_path: Path) -> None:
    """What most people type is told in full; a broken file nearby is no hindrance."""
    (tmp_path / "sites").mkdir()
    (tmp_path / "sites" / "wrong.toml").write_text("depth = 1")
    ended = run("add", "press.harbour.example/news/")
    assert ended.status == 2
    assert "did you mean https://press.harbour.example/news/?" in ended.err
    assert "did you mean" not in run("add", "news/ferry").err
    assert "did you mean" not in run("add", "mailto:desk@harbour.example").err


def test_who_does_not_answer_may_do_so_under_the_other_scheme(
    run: Run, site: SmallSite
) -> None:
    """Half of all sites answer one of http and https only."""
    ended = run("add", site.url.replace("http:", "https:"))
    assert ended.status == 3
    assert f"nothing was added; try {site.url}," in ended.err


def test_what_lists_nothing_is_not_said_to_lead_to_lists(
    run: Run, site: SmallSite, tmp_path: Path
) -> None:
    """Somebody who typed a wrong address must learn how to take it back."""
    site.pages["/news/"] = Answer(
        b"<html><body>"
        + b"<p>Ask the office of the harbour for its news.</p>" * 9
        + b"</body></html>"
    )
    ended = call_here("add", site.url, "--home", tmp_path, "--delay", "0")
    assert ended.status == 3
    assert "but lists" not in ended.out
    assert "if this is no list: presswatch remove SITE" in ended.out


def problems(run: Run) -> list[tuple[str, str]]:
    return [(row["kind"], row["url"]) for row in run("problems").rows]


def last_run(run: Run) -> dict[str, Any]:
    return run("runs").rows[-1]


def check_sums(run: Run) -> None:
    """Check that each request of each run is accounted for, once."""
    parts = "listings revisions unchanged pending problems skipped".split()
    for row in run("runs").rows:
        assert row["requested"] == sum(row[part] for part in parts), row

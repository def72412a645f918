"""robots.txt by RFC 9309: whose lines count, and what each answer to it means."""

import asyncio
import gzip
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.fetch import Fetcher
from crawler.limits import ROBOTS_BYTES
from crawler.policy import Fetched, Policy
from crawler.robots import KEPT_FOR, read_robots
from tests.crawler.hostile import (
    HASTY,
    SMALL,
    Answer,
    Hostile,
    ask,
    attempt,
    cut,
    moved,
    page,
    silent,
)

NOON = datetime(2026, 1, 5, 12, tzinfo=UTC)
ALL_CLOSED = b"User-agent: *\nDisallow: /\n"


def allows(lines: str | bytes, path: str = "/fog") -> bool:
    text = lines.encode() if isinstance(lines, str) else lines
    file = read_robots("", 200, text, now=NOON)
    return file.allows("http://harbour.example" + path)


@pytest.mark.promise("R25")
@pytest.mark.parametrize(
    ("lines", "path", "is_allowed"),
    [
        ("", "/fog", True),
        ("User-agent: *\nDisallow:", "/fog", True),
        ("User-agent: *\nDisallow: /", "/fog", False),
        ("user-AGENT: PressWatch\ndisallow: /fog", "/fog", False),
        ("User-agent: presswatch/2.0\nDisallow: /fog", "/fog", False),
        ("User-agent: presswatch # us\nDisallow: /fog # there", "/fog", False),
        ("User-agent: presswatcher\nDisallow: /", "/fog", True),
        ("User-agent: press\nDisallow: /", "/fog", True),
        ("User-agent: watch\nDisallow: /", "/fog", True),
        ("User-agent: p\nDisallow: /", "/fog", True),
        ("User-agent: other\nDisallow: /", "/fog", True),
        (
            "User-agent: *\nDisallow: /\n\nUser-agent: presswatch\nAllow: /",
            "/fog",
            True,
        ),
        ("User-agent: presswatch\nUser-agent: x\nDisallow: /fog", "/fog", False),
        (
            "User-agent: presswatch\nDisallow: /a\nUser-agent: x\nDisallow: /\n"
            "User-agent: presswatch\nDisallow: /fog",
            "/fog",
            False,
        ),
        ("User-agent: *\nDisallow: /fog\nAllow: /fog/pier", "/fog/pier", True),
        ("User-agent: *\nAllow: /fog\nDisallow: /fog", "/fog", True),
        ("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf?x", True),
        ("User-agent: *\nDisallow: /a*b", "/axxb", False),
        ("User-agent: *\nDisallow: /FOG", "/fog", True),
        ("User-agent: *\nDisallow: /f%6Fg", "/fog", False),
        ("User-agent: *\nDisallow: /\u043f", "/%D0%BF", False),
        ("Disallow: /fog\nUser-agent: *\nDisallow: /x", "/fog", True),
        ("\ufeffUser-agent: *\nDisallow: /fog", "/fog", False),
        ("User-agent: *\rDisallow: /fog\r", "/fog", False),
        ("User-agent: *\r\nDisallow: /fog\r\n", "/fog", False),
        ("User-agent: *\nDisallow: /a\u2028Allow: /\nDisallow: /fog", "/fog", False),
        ("User-agent: *\n\nDisallow: /fog", "/fog", False),
        ("User-agent: *\nDisallow: /\nAllow: /robots.txt", "/robots.txt", True),
        ("<html><p>User-agent: *</p>\nDisallow: /", "/fog", True),
    ],
)
def test_the_lines_for_us_decide(lines: str, path: str, is_allowed: bool) -> None:
    """Whole name, longest match, last group included: RFC 9309, 2.2."""
    assert allows(lines, path) is is_allowed


@given(st.binary(max_size=300))
def test_any_bytes_are_a_robots_file(text: bytes) -> None:
    """What cannot be read forbids nothing and breaks nothing."""
    allows(b"User-agent: *\nCrawl-delay: " + text)
    assert isinstance(allows(text), bool)


@pytest.mark.promise("R30")
def test_a_hostile_robots_file_is_read_in_no_time() -> None:
    """Wildcards on wildcards must not eat the night."""
    stars = b"User-agent: *\n" + b"Disallow: /" + b"*a" * 5_000 + b"b\n"
    started = datetime.now(UTC)
    allows(stars, "/" + "a" * 5_000)
    allows(b"user agent" * 50_000)
    allows(b"user-agent:" + b" " * 500_000 + b"x")
    allows(b"Disallow: /x\n" * 30_000)
    assert datetime.now(UTC) - started < timedelta(seconds=10)


@pytest.mark.promise("R25")
@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (page(ALL_CLOSED), "robots"),
        (page(ALL_CLOSED, status=203), "robots"),
        (page(ALL_CLOSED, status=400), ""),
        (page(ALL_CLOSED, status=401), ""),
        (page(ALL_CLOSED, status=403), ""),
        (page(ALL_CLOSED, status=404), ""),
        (page(ALL_CLOSED, status=410), ""),
        (page(ALL_CLOSED, status=429), "robots"),
        (page(b"", status=500), "robots"),
        (page(b"", status=503), "robots"),
        (page(b"", status=302), ""),
        (moved("/robots.txt"), ""),
        (moved("file:///etc/passwd"), ""),
        (moved("/closed"), "robots"),
        (moved("/open"), ""),
        (cut(b""), "network"),
        (cut(page(ALL_CLOSED)[:-1]), "truncated"),
        (silent, "timeout"),
        (page(ALL_CLOSED, "Content-Encoding: gzip"), "encoding"),
        (page(b"", *["X: y"] * 30), "too_large"),
    ],
)
def test_the_status_of_a_robots_file_decides(answer: Answer, kind: str) -> None:
    """Unavailable (4xx) allows all; unreachable forbids all, for now: 2.3.1."""
    answers = {
        "/": page(),
        "/robots.txt": answer,
        "/closed": page(ALL_CLOSED),
        "/open": page(b""),
    }
    if kind == "":
        assert ask(answers, robots=True).fetched.last.status == 200
        return
    limits = HASTY if answer is silent else SMALL
    outcome = ask(answers, "/", "/", robots=True, limits=limits)
    assert outcome.kind == kind
    assert "/" not in outcome.server.paths


@pytest.mark.promise("R25")
def test_five_redirects_of_a_robots_file_are_followed() -> None:
    """The sixth may be taken as "there is none" (2.3.1.2)."""
    answers = {f"/{i}": moved(f"/{i + 1}") for i in range(9)} | {"/": page()}
    for first, is_allowed in ((1, False), (0, True)):
        chain = answers | {"/robots.txt": moved(f"/{first}"), "/5": page(ALL_CLOSED)}
        assert (ask(chain, robots=True).kind == "") is is_allowed


@pytest.mark.promise("R25")
def test_a_robots_file_is_read_to_its_bound() -> None:
    """At least 500 KiB count; what lies beyond does not."""
    late = b"#" * (ROBOTS_BYTES - len(ALL_CLOSED) - 1) + b"\n" + ALL_CLOSED
    too_late = b"#" * ROBOTS_BYTES + b"\n" + ALL_CLOSED
    for body, kind in ((late, "robots"), (too_late, "")):
        outcome = ask({"/": page(), "/robots.txt": page(body)}, robots=True)
        assert outcome.kind == kind
    coded = page(gzip.compress(late), "Content-Encoding: gzip")
    assert ask({"/": page(), "/robots.txt": coded}, robots=True).kind == "robots"


@pytest.mark.promise("R25")
def test_a_robots_file_is_asked_for_once_per_host_and_port() -> None:
    """And told with the first answer, for the archive."""
    outcome = ask({"/": page(), "/robots.txt": page(b"")}, "/", "/", robots=True)
    assert outcome.server.paths == ["/robots.txt", "/", "/"]
    first, second = outcome.results
    assert isinstance(first, Fetched)
    assert isinstance(second, Fetched)
    assert [each.request_line_target for each in first.robots] == ["/robots.txt"]
    assert (second.robots, first.request_count, second.request_count) == ((), 2, 1)


def test_many_at_once_wait_for_one_robots_file() -> None:
    """Not one request goes out before its answer is there."""

    async def run() -> None:
        answers = {"/robots.txt": page(b""), "/": page()}
        async with Hostile(answers) as server, Fetcher(agent="p/0") as fetcher:
            policy = Policy(seeds=(server.origin,), delay=0, parallel=4)
            url = server.origin + "/"
            await asyncio.gather(*(attempt(fetcher, url, policy) for _ in range(8)))
            assert server.paths == ["/robots.txt"] + ["/"] * 8

    asyncio.run(run())


@pytest.mark.promise("R25")
def test_robots_of_every_hop_count() -> None:
    """A redirect is no way around them."""
    lines = b"User-agent: *\nDisallow: /closed"
    answers = {"/robots.txt": page(lines), "/": moved("/closed"), "/closed": page()}
    outcome = ask(answers, robots=True)
    assert outcome.kind == "robots"
    assert outcome.problem.problem.url.endswith("/closed")
    assert "/closed" not in outcome.server.paths
    assert ask(answers, robots=False).fetched.last.status == 200


@pytest.mark.promise("R25")
def test_a_robots_file_is_kept_for_a_day_by_the_clock_of_the_program() -> None:
    """A copy that was good is used while the server fails, but no longer."""
    clock = [NOON]

    async def run() -> list[bool]:
        answers = {
            "/robots.txt": [page(b""), page(b"", status=500), page(b"", status=500)],
            "/": page(),
        }
        async with (
            Hostile(answers) as server,
            Fetcher(agent="p/0", now=lambda: clock[0]) as fetcher,
        ):
            policy = Policy(limits=SMALL, seeds=(server.origin,), delay=0)
            found = []
            for hours in (0, 23.9, 24.1):
                clock[0] = NOON + timedelta(hours=hours)
                got = await attempt(fetcher, server.origin + "/", policy)
                found.append(isinstance(got, Fetched))
            assert server.paths.count("/robots.txt") == 2
            return found

    assert asyncio.run(run()) == [True, True, False]


def test_a_failed_robots_file_is_tried_again_soon() -> None:
    """ "For now" is no day."""
    clock = [NOON]

    async def run() -> list[bool]:
        answers = {"/robots.txt": [page(b"", status=500), page(b"")], "/": page()}
        async with (
            Hostile(answers) as server,
            Fetcher(agent="p/0", now=lambda: clock[0]) as fetcher,
        ):
            policy = Policy(limits=SMALL, seeds=(server.origin,), delay=0)
            found = []
            for minutes in (0, 9, 11):
                clock[0] = NOON + timedelta(minutes=minutes)
                got = await attempt(fetcher, server.origin + "/", policy)
                found.append(isinstance(got, Fetched))
            return found

    assert asyncio.run(run()) == [False, False, True]


def test_a_copy_of_yesterday_no_longer_holds() -> None:
    """Nor does one from a future that the clock was set back from."""
    file = read_robots("", 200, b"", now=NOON)
    assert file.holds(NOON + KEPT_FOR - timedelta(seconds=1))
    assert not file.holds(NOON + KEPT_FOR)
    assert not file.holds(NOON - KEPT_FOR)


@pytest.mark.promise("R25")
@pytest.mark.parametrize(
    ("value", "delay", "is_practical"),
    [
        ("0.25", 0.25, True),
        ("60", 60, True),
        ("60.5", 60, False),
        ("1e9", 60, False),
        ("-1", 0, True),
        ("nan", 0, True),
        ("inf", 0, True),
        ("soon", 0, True),
        ("", 0, True),
    ],
)
def test_a_crawl_delay_is_honored_up_to_a_minute(
    value: str, delay: float, is_practical: bool
) -> None:
    """More makes a site impractical, and that is told."""
    lines = f"User-agent: *\nCrawl-delay: {value}\n".encode()
    file = read_robots("", 200, lines, now=NOON)
    assert file.crawl_delay == delay
    assert file.allows("http://harbour.example/") is is_practical
    if not is_practical:
        assert "impractical" in file.refusal


def test_an_impractical_site_is_told_as_one() -> None:
    """It is the robots.txt that is the trouble, so its address is given."""
    lines = b"User-agent: presswatch\nCrawl-delay: 3600\n"
    outcome = ask({"/robots.txt": page(lines), "/": page()}, robots=True)
    assert outcome.kind == "robots"
    assert outcome.problem.problem.url.endswith("/robots.txt")
    assert [each.status for each in outcome.problem.robots] == [200]


def test_sitemaps_of_a_robots_file_can_be_had() -> None:
    """They are listings that the site itself announces."""

    async def run() -> tuple[str, ...]:
        lines = b"Sitemap: https://h.example/a.xml\nsitemap: https://h.example/b.xml"
        answers = {"/robots.txt": page(lines)}
        async with Hostile(answers) as server, Fetcher(agent="p/0") as fetcher:
            policy = Policy(seeds=(server.origin,), delay=0)
            file = await fetcher.robots(server.origin + "/", policy=policy)
            return file.sitemaps

    assert asyncio.run(run()) == ("https://h.example/a.xml", "https://h.example/b.xml")

"""Certificates are checked unless a site file says otherwise, which is noted."""

import asyncio
import ssl
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import trustme

from crawler.fetch import Fetcher
from crawler.policy import FetchProblem, Policy
from tests.crawler.hostile import SMALL, Canary, Hostile, ask, attempt, cut, page

AUTHORITY = trustme.CA()


def trusting(authority: trustme.CA = AUTHORITY) -> ssl.SSLContext:
    context = ssl.create_default_context()
    authority.configure_trust(context)
    return context


def serving(authority: trustme.CA = AUTHORITY, **how: object) -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    host = str(how.pop("host", "127.0.0.1"))
    authority.issue_cert(host, **how).configure_cert(context)  # type: ignore[arg-type]
    return context


YESTERDAY = datetime.now(UTC) - timedelta(days=1)
BROKEN = {
    "of an authority nobody knows": serving(trustme.CA()),
    "of another host": serving(host="other.example"),
    "of the past": serving(not_after=YESTERDAY),
}


def test_a_sound_certificate_is_taken() -> None:
    """The ordinary case."""
    exchange = ask(page(), tls=serving(), trust=trusting()).fetched.last
    assert exchange.payload == b"<p>Fog.</p>"
    assert not exchange.tls_unverified


def test_until_when_a_certificate_is_good_is_known() -> None:
    """Who watches a site hears of it before visitors do."""
    ends = datetime.now(UTC).replace(microsecond=0) + timedelta(days=9)

    async def shown(tls: ssl.SSLContext | None, *, verify: bool) -> Any:
        async with Hostile({"/": page()}, tls) as server:
            seed = server.origin + "/"
            how = Policy(
                limits=SMALL, robots=False, delay=0, seeds=(seed,), verify_tls=verify
            )
            async with Fetcher(agent="presswatch/0", ssl_context=trusting()) as fetcher:
                await fetcher.fetch(seed, policy=how)
                return fetcher.certificate(seed)

    found = asyncio.run(shown(serving(not_after=ends), verify=True))
    assert (found.host, found.ends) == ("127.0.0.1", ends)
    assert asyncio.run(shown(None, verify=True)) is None
    assert asyncio.run(shown(serving(), verify=False)) is None


@pytest.mark.promise("R24")
@pytest.mark.parametrize("name", list(BROKEN))
def test_a_broken_certificate_is_a_problem(name: str) -> None:
    """Nobody knows who is speaking, so nothing is asked."""
    outcome = ask(page(), tls=BROKEN[name], trust=trusting())
    assert outcome.kind == "tls"
    assert outcome.server.asked == []
    assert len(outcome.problem.problem.detail) > len("no secure connection: ")


@pytest.mark.promise("R24")
@pytest.mark.parametrize("name", list(BROKEN))
def test_an_exception_is_the_site_files_and_marks_what_came(name: str) -> None:
    """Who reads the capture later must know."""
    outcome = ask(page(), tls=BROKEN[name], trust=trusting(), verify_tls=False)
    assert outcome.fetched.last.tls_unverified


@pytest.mark.parametrize("song", [b"", b"HTTP/1.1 400 No\r\n\r\n"])
def test_what_speaks_no_tls_is_a_problem(song: bytes) -> None:
    """A plain port under https is no way around certificates."""

    async def run() -> None:
        async with Canary(song=song) as plain, Fetcher(agent="p/0") as fetcher:
            url = f"https://127.0.0.1:{plain.port}/"
            policy = Policy(limits=SMALL, seeds=(url,), delay=0, robots=False)
            got = await attempt(fetcher, url, policy)
            assert isinstance(got, FetchProblem)
            assert got.problem.kind == ("tls" if song else "network")
            assert got.problem.detail.endswith("is no TLS") == bool(song)

    asyncio.run(run())


@pytest.mark.promise("R21")
def test_a_body_cut_under_tls_is_a_problem() -> None:
    """Whoever sits in between can cut, even if not read."""
    outcome = ask(cut(page()[:-1]), tls=serving(), trust=trusting())
    assert outcome.kind == "truncated"

"""A failing server is asked again, a few times, when it wants it and no earlier."""

import asyncio
import email.utils
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from time import monotonic

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.fetch import Fetcher
from crawler.net.retry import LONGEST_PAUSE, parse_retry_after
from crawler.policy import Fetched, FetchProblem, Policy
from tests.crawler.hostile import SMALL, Answer, Hostile, ask, attempt, cut, page

NOON = datetime(2026, 1, 5, 12, tzinfo=UTC)
TWICE = replace(SMALL, retries=2)
#: What a failing server may say; two of these, then a page.
FAILURES: list[Answer] = [
    page(b"", status=500),
    page(b"", status=502),
    page(b"", "Retry-After: 0", status=503),
    page(b"", "Retry-After: rubbish", status=429),
    cut(b""),
    cut(page()[:-1]),
]


def busy(retry_after: str, status: int = 503) -> bytes:
    return page(b"", f"Retry-After: {retry_after}", status=status)


@pytest.mark.promise("R26")
@pytest.mark.parametrize("failure", FAILURES)
def test_a_passing_failure_is_survived(failure: Answer) -> None:
    """A night must not lose a page to one hiccup."""
    outcome = ask({"/": [failure, failure, page()]}, limits=TWICE)
    assert outcome.fetched.last.status == 200
    assert outcome.fetched.request_count == 3


@pytest.mark.promise("R26")
@pytest.mark.parametrize("failure", FAILURES)
def test_a_lasting_failure_is_told_after_as_many_tries_as_allowed(
    failure: Answer,
) -> None:
    """A server that is down must not be hammered."""
    outcome = ask({"/": failure}, limits=TWICE)
    assert outcome.kind in {"http_status", "network", "truncated"}
    assert len(outcome.server.asked) == 3 == outcome.problem.request_count


def test_what_will_not_pass_is_not_tried_again() -> None:
    """The same request would get the same answer."""
    for answer in (
        page(b"", status=403),
        page(b"", status=404),
        page(b"x" * 20_000),
        cut(b"not HTTP\r\n\r\n"),
    ):
        assert len(ask({"/": answer}, limits=TWICE).server.asked) == 1


@pytest.mark.promise("R26")
@pytest.mark.parametrize("status", [429, 503])
def test_a_bearable_pause_is_kept(status: int) -> None:
    """Not a moment less than the host asked for."""
    limits = replace(TWICE, pause_seconds=5)
    outcome = ask({"/": [busy("1", status), page()]}, limits=limits)
    assert outcome.fetched.last.status == 200
    first, second = outcome.server.asked
    assert second.at - first.at >= 0.99


@pytest.mark.promise("R26")
def test_a_rest_that_a_host_asks_for_is_no_try() -> None:
    """A page that broke off is asked for again, though its host was busy by then."""
    once = replace(SMALL, retries=1)
    broken, resting = cut(page()[:-1]), busy("0", 429)
    for first, second in ((broken, resting), (resting, broken)):
        outcome = ask({"/": [first, second, page()]}, limits=once)
        assert outcome.fetched.last.status == 200
        outcome = ask({"/": [first, second]}, limits=once)
        assert outcome.problem.request_count == 3


@pytest.mark.promise("R26")
@pytest.mark.parametrize(
    "value", ["3600", "99999999999999", "Fri, 31 Dec 9999 23:59:59 GMT"]
)
def test_a_run_does_not_wait_for_hours(value: str) -> None:
    """It notes when to come back, and leaves the host alone until then."""
    started = monotonic()
    outcome = ask({"/": busy(value), "/fog": page()}, "/", "/fog", limits=TWICE)
    assert monotonic() - started < 20
    assert outcome.server.paths == ["/"]
    for problem in outcome.results:
        assert isinstance(problem, FetchProblem)
        assert problem.problem.kind == "http_status"
        assert problem.retry_at is not None
        wait_for = problem.retry_at - datetime.now(UTC)
        assert timedelta(minutes=59) < wait_for <= timedelta(hours=24)


@pytest.mark.promise("R26")
def test_pauses_add_up_to_the_bound() -> None:
    """A host that asks for one short pause after the other stops us as well."""
    limits = replace(SMALL, retries=50, pause_seconds=2.5)
    started = monotonic()
    outcome = ask({"/": busy("1")}, limits=limits)
    assert outcome.problem.retry_at is not None
    assert len(outcome.server.asked) == 3
    assert monotonic() - started < 20


@pytest.mark.promise("R26")
def test_a_busy_host_makes_nobody_else_wait() -> None:
    """Its pause is its own."""

    async def run() -> None:
        async with (
            Hostile({"/": [busy("9"), page()]}) as tired,
            Hostile({"/": page()}) as fresh,
            Fetcher(agent="p/0") as fetcher,
        ):
            limits = replace(TWICE, pause_seconds=10)
            seeds = (tired.origin, fresh.origin)
            policy = Policy(limits=limits, seeds=seeds, delay=0, robots=False)
            waiting = asyncio.create_task(attempt(fetcher, tired.origin + "/", policy))
            await asyncio.sleep(0.1)
            for _ in range(5):
                got = await attempt(fetcher, fresh.origin + "/", policy)
                assert isinstance(got, Fetched)
            assert not waiting.done()
            waiting.cancel()

    asyncio.run(run())


@pytest.mark.promise("R26")
def test_all_requests_to_a_busy_host_keep_its_pause() -> None:
    """Not only the one that was told."""

    async def run() -> None:
        answers = {"/": [busy("1"), page()], "/fog": page()}
        async with Hostile(answers) as server, Fetcher(agent="p/0") as fetcher:
            limits = replace(TWICE, pause_seconds=5)
            policy = Policy(
                limits=limits, seeds=(server.origin,), delay=0, robots=False
            )
            await asyncio.gather(
                attempt(fetcher, server.origin + "/", policy),
                attempt(fetcher, server.origin + "/fog", policy),
            )
            first, *rest = server.asked
            assert all(each.at - first.at >= 0.99 for each in rest)

    asyncio.run(run())


@pytest.mark.promise("R26")
def test_who_waits_for_a_host_hears_when_it_wants_to_be_left_alone() -> None:
    """Those in the queue must not knock one after the other."""

    async def run() -> None:
        async with Hostile({"/": busy("3600")}) as server, Fetcher(agent="p/0") as f:
            policy = Policy(limits=TWICE, seeds=(server.origin,), delay=0, robots=False)
            url = server.origin + "/"
            got = await asyncio.gather(*(attempt(f, url, policy) for _ in range(9)))
            assert all(isinstance(each, FetchProblem) for each in got)
            assert len(server.asked) == 1

    asyncio.run(run())


@given(st.integers(0, 10**30))
def test_seconds_are_read_and_bounded(seconds: int) -> None:
    """A number may be of any size."""
    found = parse_retry_after(f" {seconds} ", now=NOON)
    assert found == min(seconds, LONGEST_PAUSE)


@given(st.datetimes(timezones=st.just(UTC)), st.booleans())
def test_dates_are_measured_by_the_clock_of_the_server(
    until: datetime, has_date: bool
) -> None:
    """Ours may run in another year (``--now``), theirs is consistent with itself."""
    value = email.utils.format_datetime(until, usegmt=True)
    date = email.utils.format_datetime(NOON, usegmt=True) if has_date else ""
    found = parse_retry_after(value, date=date, now=NOON)
    assert found is not None or until.year < 1000
    assert 0 <= (found or 0) <= LONGEST_PAUSE
    if NOON.replace(year=1970) <= until <= NOON:
        assert found == 0


@given(st.text())
def test_any_text_is_a_pause_or_none(value: str) -> None:
    """A server may send anything."""
    found = parse_retry_after(value, date=value, now=NOON)
    assert found is None or 0 <= found <= LONGEST_PAUSE


@pytest.mark.parametrize("value", ["", "-1", "1.5", "1e3", "²", "٣", "soon", "1, 2"])
def test_what_cannot_be_read_is_no_pause(value: str) -> None:
    """The usual distance holds then."""
    assert parse_retry_after(value, now=NOON) is None

"""One page from the network, for a person who named it: guarded as in a crawl."""

import asyncio
import os

from corpus.exchange import Exchange
from crawler.fetch import Fetcher, agent_name
from crawler.policy import Fetched, FetchProblem, Policy
from parsers.model import Capture, Problem, ProblemKind
from parsers.urls import normalize
from presswatch.cli.endings import UsageError
from presswatch.cli.options import Clock


def fetch_page(url: str, *, now: Clock) -> Capture | Problem:
    """Return what an address answers; its own host may be a private one."""
    try:
        url = normalize(url)
    except ValueError as error:
        raise UsageError(str(error)) from None
    try:
        fetched = asyncio.run(_fetch(url, now))
    except FetchProblem as problem:
        return problem.problem
    return as_capture(fetched)


def as_capture(fetched: Fetched) -> Capture | Problem:
    """Return an answer as parsers read it, or why it is none."""
    last: Exchange = fetched.last
    if last.status >= 400:
        detail = f"the server answered {last.status} {last.reason}".strip()
        return Problem(kind=ProblemKind.HTTP_STATUS, detail=detail, url=fetched.url)
    return Capture(
        url=fetched.url,
        status=last.status,
        headers=last.headers,
        payload=last.payload,
        captured_at=last.fetched_at,
        redirected_from=tuple(hop.url for hop in fetched.exchanges[:-1]),
        moved_for_good=fetched.moved_for_good,
    )


async def _fetch(url: str, now: Clock) -> Fetched:
    contact = os.environ.get("PRESSWATCH_CONTACT", "")
    async with Fetcher(agent=agent_name(contact), now=now) as fetcher:
        return await fetcher.fetch(url, policy=Policy(seeds=(url,)))

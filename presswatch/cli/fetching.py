"""One page from the network, for a person who named it: guarded as in a crawl."""

import asyncio
import os

from crawler.ask import as_capture
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
    last = fetched.last
    if last.status >= 400:
        detail = f"the server answers {last.status} {last.reason}".strip()
        return Problem(kind=ProblemKind.HTTP_STATUS, detail=detail, url=fetched.url)
    return as_capture(fetched)


async def _fetch(url: str, now: Clock) -> Fetched:
    contact = os.environ.get("PRESSWATCH_CONTACT", "")
    async with Fetcher(agent=agent_name(contact), now=now) as fetcher:
        return await fetcher.fetch(url, policy=Policy(seeds=(url,)))

"""Pages from the network, for a person who named them: guarded, polite as a crawl."""

import asyncio
from collections.abc import Sequence

from crawler.agent import new_fetcher
from crawler.ask import as_capture
from crawler.fetch import Fetcher
from crawler.policy import FetchProblem, Policy
from parsers.model import Capture, Problem, ProblemKind
from parsers.urls import normalize
from presswatch.cli.endings import UsageError
from presswatch.cli.taking.options import Clock


def fetch_pages(
    urls: Sequence[str], *, now: Clock, delay: float | None = None
) -> dict[str, Capture | Problem]:
    """Return what each address answers; their own hosts may be private ones."""
    asked = {url: _normalized(url) for url in urls}
    policy = Policy(
        seeds=tuple(asked.values()), delay=Policy.delay if delay is None else delay
    )
    return asyncio.run(_fetch_all(asked, policy, now)) if asked else {}


def _normalized(url: str) -> str:
    try:
        return normalize(url)
    except ValueError as error:
        raise UsageError(f"{url!r} is no web address: {error}") from None


async def _fetch_all(
    asked: dict[str, str], policy: Policy, now: Clock
) -> dict[str, Capture | Problem]:
    async with new_fetcher(now) as fetcher:
        return {name: await _fetch(fetcher, url, policy) for name, url in asked.items()}


async def _fetch(fetcher: Fetcher, url: str, policy: Policy) -> Capture | Problem:
    try:
        fetched = await fetcher.fetch(url, policy=policy)
    except FetchProblem as problem:
        return problem.problem
    last = fetched.last
    if last.status >= 400:
        detail = f"the server answers {last.status} {last.reason}".strip()
        return Problem(kind=ProblemKind.HTTP_STATUS, detail=detail, url=fetched.url)
    return as_capture(fetched)

"""Known items asked for again: which, in which order, and when a site wants peace."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeGuard

from crawler.ask import validators
from crawler.lists.walk import Walk
from crawler.policy import Fetched, FetchProblem, Policy
from parsers.model import ItemStatus, Problem, ProblemKind

if TYPE_CHECKING:
    from crawler.crawl import Crawl

#: Items that fail one after the other before the others are left for the next run.
CLOSED = 5
#: The same where the first page failed in this run already: a server that says it is
#: busy is waited for longer and longer, and the fifth would come after minutes.
DOWN = 2
#: Live items that are no articles one after the other, while the first page is ill,
#: before the others are left: enough to be held as a mass change.
ILL = 10
#: Requests for a known item that are made again when its server fails.
RETRIES = 1
#: How a server fails that is down, or asks to be left alone.
CLOSING = frozenset(
    {ProblemKind.HTTP_STATUS, ProblemKind.NETWORK, ProblemKind.TIMEOUT, ProblemKind.TLS}
)


class Rechecks:
    """Asks for the known items of one run, each at most once."""

    def __init__(self, crawl: "Crawl") -> None:
        self._crawl = crawl
        self._policy = _gentle(crawl.policy, crawl.walk)
        #: How addresses begin whose robots.txt failed in this run.
        self._closed: tuple[str, ...] = ()

    async def look_again(self) -> None:
        """Ask for every known item that is due, then settle what was doubtful."""
        crawl, items = self._crawl, self._crawl.items
        crawl.keeper.flush()
        await self._look_at(crawl.asked_last.in_order(crawl.due()))
        await self._look_at(items.identity.namesakes())
        await self._look_at(items.identity.missing())
        await items.doubts.settle()
        await crawl.listings.ask_last()

    async def _look_at(self, known: Iterable[Any]) -> None:
        """Ask for known items, each once in a run, while the site lets us."""
        crawl = self._crawl
        failed = missing = 0
        why = ""
        most = DOWN if crawl.walk.is_broken(crawl.site.seeds[0]) else CLOSED
        for item in known:
            if crawl.asked_before(item.id) or item.url.startswith(self._closed):
                continue
            if failed == most or missing == ILL:
                with crawl.survive(item.url):
                    if failed == most and await self._is_closed():
                        self._leave(item, f"{most} known items in a row failed ({why})")
                        return
                    if missing == ILL and crawl.walk.is_broken(crawl.site.seeds[0]):
                        self._leave(item, f"{ILL} known items in a row are no articles")
                        return
            if not crawl.may_ask():
                return
            with crawl.survive(item.url):
                articles = crawl.keeper.articles
                answer = await self._fetch(item)
                if _is_closing(answer):
                    failed, why = failed + 1, answer.problem.detail
                else:
                    failed = 0
                await crawl.items.answered(item, answer)
                if crawl.keeper.articles > articles:
                    missing = 0
                elif item.status == ItemStatus.LIVE:
                    missing += 1
                self._closed += _closed_by_robots(answer)

    async def _is_closed(self) -> bool:
        """Tell whether the site's first page fails as well as its items."""
        seed = self._crawl.site.seeds[0]
        return self._crawl.walk.is_broken(seed) or _is_closing(
            await self._crawl.aside(seed)
        )

    def _leave(self, item: Any, why: str) -> None:
        """Tell that a site which failed so often is not asked for the rest."""
        detail = (
            f"{why} while the site's first page fails too; this item and those after "
            "it wait for the next run"
        )
        problem = Problem(kind=ProblemKind.BLOCKED, detail=detail, url=item.url)
        self._crawl.keeper.problem(problem, now=self._crawl.now())

    async def _fetch(self, item: Any) -> Fetched | FetchProblem:
        asked = self._crawl.validation.is_conditional(item.id)
        return await self._crawl.fetch(
            item.url,
            validators(item) if asked else None,
            self._policy,
        )


def _gentle(policy: Policy, walk: Walk) -> Policy:
    """Return how known items are asked for: each with one try more at most.

    One that leads to a listing leads away, whatever stands there; one that fails is
    due in the next run all the same.
    """
    limits = replace(policy.limits, retries=min(policy.limits.retries, RETRIES))
    return replace(policy, limits=limits, ends=walk.is_listing)


def _is_closing(answer: Fetched | FetchProblem | None) -> TypeGuard[FetchProblem]:
    return isinstance(answer, FetchProblem) and answer.problem.kind in CLOSING


def _closed_by_robots(answer: Fetched | FetchProblem) -> tuple[str, ...]:
    """Return how the addresses begin that wait, as their robots.txt itself failed.

    It may be that of another host, where one item leads.
    """
    url = answer.problem.url if isinstance(answer, FetchProblem) else ""
    return (url.removesuffix("robots.txt"),) if url.endswith("/robots.txt") else ()

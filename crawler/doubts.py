"""Answers that want a second look at the end of a run: gone, news, or neither."""

import secrets
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from corpus.store.keep import Look, NewCapture
from crawler.ask import as_capture
from crawler.judge import AGREEING_RUNS, agreeing_runs, suspect_values
from crawler.policy import FetchProblem
from parsers.model import Capture, Problem, ProblemKind
from parsers.not_found import is_not_found

if TYPE_CHECKING:
    from crawler.crawl import Crawl
    from crawler.items import ItemReader

#: Kinds of problem that a page which is no article any more may have.
PERHAPS_GONE = frozenset(
    {ProblemKind.SOFT_404, ProblemKind.EMPTY, ProblemKind.EXTRACTOR}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubtful:
    """An answer that is not believed yet; ``look`` is what it would come to."""

    item: Any
    problem: Problem
    capture: Capture
    captures: tuple[NewCapture, ...]
    look: Look | None


class Doubts:
    """The doubtful answers of one run."""

    def __init__(self, crawl: "Crawl", items: "ItemReader") -> None:
        self._crawl = crawl
        self._items = items
        self._waiting: list[Doubtful] = []
        self._not_found: Capture | None = None
        self._has_asked = False

    def add(
        self,
        item: Any,
        problem: Problem,
        capture: Capture,
        captures: tuple[NewCapture, ...],
        look: Look | None = None,
    ) -> None:
        """Put an answer aside until the rest of the run is known."""
        self._waiting.append(
            Doubtful(
                item=item,
                problem=replace(problem, url=item.url),
                capture=capture,
                captures=captures,
                look=look,
            )
        )

    async def settle(self) -> None:
        """Decide what was put aside: the site's not-found page, news, or neither."""
        waiting, self._waiting = self._waiting, []
        for doubtful in waiting:
            if await self._is_not_found(doubtful):
                self._items.gone(doubtful.item, "soft_404", doubtful.captures)
            elif doubtful.look is None:
                self._items.problem(doubtful.item, doubtful.problem, doubtful.captures)
            else:
                self._settle_reading(doubtful, doubtful.look)
        self._crawl.keeper.flush()

    def _settle_reading(self, doubtful: Doubtful, look: Look) -> None:
        """Believe a reading that enough runs in a row saw; else keep it aside."""
        assert look.revision is not None
        seen = look.revision.fingerprint
        now = self._crawl.now()
        agreeing = agreeing_runs(doubtful.item, seen, now=now)
        # a text that is damaged stays damaged, however often it is seen
        is_damaged = doubtful.problem.kind == ProblemKind.ENCODING
        if agreeing + 1 >= AGREEING_RUNS and not is_damaged:
            self._crawl.keeper.keep(look)
            return
        values = suspect_values(
            doubtful.item,
            fingerprint=seen,
            problem=doubtful.problem,
            run_id=self._crawl.run_id,
            now=now,
        )
        self._items.problem(doubtful.item, doubtful.problem, doubtful.captures, values)

    async def _is_not_found(self, doubtful: Doubtful) -> bool:
        """Tell whether a page is what a made-up address of the site shows."""
        if not self._has_asked:
            await self._ask(doubtful.item.url)
        if self._not_found is None:
            return False
        return is_not_found(
            doubtful.capture,
            not_found=self._not_found,
            ordinary=self._items.last_good(doubtful.item),
        )

    async def _ask(self, url: str) -> None:
        """Ask for an address beside ``url`` that cannot exist, once a run."""
        if not self._crawl.may_ask():
            return
        self._has_asked = True
        made_up = urljoin(url.rstrip("/"), f"no-such-page-{secrets.token_hex(4)}")
        answer = await self._crawl.fetch(made_up, None)
        captures = self._crawl.keeper.archived(answer)
        self._crawl.keeper.keep(
            Look(
                url=made_up,
                at=self._crawl.now(),
                outcome="skipped",
                captures=captures,
            )
        )
        if not isinstance(answer, FetchProblem):
            self._not_found = as_capture(answer)

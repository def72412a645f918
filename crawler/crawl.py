"""One run over one site: what to ask for, and what the answers come to.

The spider brings answers to listings and unread items; known items are asked for
here, directly. What is found is kept by the keeper; nothing is compared or told.
"""

import asyncio
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from typing import Any

from corpus.archive import Archive, StorageError
from corpus.home import Home
from corpus.log import Log
from corpus.store import Connection, Lease, LeaseLost, Store, StoreError
from corpus.store.keep import Look
from corpus.store.leases import check_lease
from crawler.ask import Ask
from crawler.budget import Budget
from crawler.fetch import Fetched, FetchProblem, Validators
from crawler.items.asked_last import AskedLast
from crawler.items.due import SMALL, between_deep_walks
from crawler.items.habits import Habits
from crawler.items.items import ItemReader
from crawler.items.rechecks import Rechecks
from crawler.items.validators import Validation
from crawler.keeper import DISK_ERRORS, Keeper
from crawler.ledger import keep_end
from crawler.lessons import Lessons
from crawler.lists.dead_ends import DeadEnds
from crawler.lists.late_pages import LatePages
from crawler.lists.listings import ListingReader
from crawler.lists.places import ListPlaces
from crawler.lists.walk import Walk
from crawler.patience import Fetches, Patience, Stopped
from crawler.policy import Policy
from crawler.site import Site
from parsers.model import Problem, ProblemKind

log = Log()


class Crawl:
    """The state of one run; made under a lease, closed once."""

    def __init__(
        self,
        *,
        home: Home,
        store: Store,
        site: Site,
        lease: Lease,
        fetcher: Fetches,
        now: Callable[[], datetime],
        delay: float | None = None,
        everything: bool = False,
        archive: Archive | None = None,
    ) -> None:
        self.home, self.store, self.site, self.lease = home, store, site, lease
        self.fetcher = Patience(fetcher)
        self.now, self.everything = now, everything
        self.policy = site.policy(delay=delay)
        self.row = store.sites.by_id(lease.site_id)
        self.started_at = now()
        self.run_id = store.runs.begin(lease, now=self.started_at)
        self.archive = archive or Archive(home.archive)
        self.archive.repair(site.name)
        self.keeper = Keeper(
            store=store,
            writer=self.archive.writer(site.name, run=self.run_id, now=now),
            lease=lease,
            run_id=self.run_id,
        )
        self.lessons = Lessons(self)
        _, self.walked_to = store.runs.noted(lease.site_id, "walked_to")
        self.is_baseline = self.row.baseline_at is None
        #: What is older stood where nobody could read when the baseline was taken.
        self.unread_before: str = self.row.facts.get("unread_before", "")
        #: What came to the end of a list as others left it, and what stands above it.
        self.slid_in: dict[str, str] = {}
        #: Parameters that say at which place of a list a link to an item stood.
        self.position_names = set(self.row.facts.get("position_names", ()))
        #: Parameters whose values are others in the next links to the same items.
        self.passing_names = set(self.row.facts.get("passing_names", ()))
        self.walk = Walk(
            site.seeds,
            is_deep=self._wants_deep_walk(),
            depth=site.limits.depth,
            calendar_ends=self.row.facts.get("calendar_ends", ()),
        )
        self.validation = Validation(self.row.facts, run_id=self.run_id)
        self.habits = Habits(self.row.facts)
        self.asked_last = AskedLast(self.row.facts)
        self.dead_ends = DeadEnds(self.row.facts)
        self.list_places = ListPlaces(self.row.facts)
        self.late_pages = LatePages(self.row.facts, now=self.started_at)
        self.listings = ListingReader(self)
        self.items = ItemReader(self)
        self.rechecks = Rechecks(self)
        self.walked = asyncio.Event()
        self.stopped: Problem | None = None
        self.was_told_to_stop = self._is_broken = False
        self.on_stop: Callable[[], object] = lambda: None
        self._budget = Budget(site.limits, home.root)
        self._lost: LeaseLost | None = None
        self._outstanding = 0
        self._asked: set[int] = set()

    def _wants_deep_walk(self) -> bool:
        """Tell whether listings are read to their end, as back-dated items demand."""
        walked_at = self.row.walked_at
        if self.everything or walked_at is None or walked_at > self.started_at:
            return True
        pages = int(self.row.facts.get("listing_count", 0))
        return self.started_at - walked_at >= between_deep_walks(pages)

    def seeds(self) -> list[Ask]:
        """Return the requests that a run begins with."""
        if reason := self._budget.full_disk():
            self.stop(*reason)
        asks = [self.listings.ask(url, 0) for url in self.walk.seeds]
        # a seed whose validators lie would hide all that is new
        return self._ask([replace(ask, validators=None) for ask in asks])

    async def answered(self, ask: Ask, answer: Fetched | BaseException) -> list[Ask]:
        """Take an answer, keep what it came to, return what to ask for next.

        What is no answer and no failure of the fetch is a bug.
        """
        following: list[Ask] = []
        with self.survive(ask.url):
            if not isinstance(answer, Fetched | FetchProblem):
                raise answer
            if ask.role == "listing":
                following = self._ask(self.listings.answered(ask, answer))
            else:
                await self.items.answered(ask.item, answer)
        if reason := self._budget.over():
            self.stop(*reason)
        if reason or self._is_broken:
            self.fetcher.end()  # what waits its turn may have hours before it
        self._outstanding -= 1
        if self._outstanding == 0:
            self.walked.set()
        return following

    async def after_walk(self) -> None:
        """Look again at what is known: the second half of every run."""
        await self.walked.wait()
        if self.stopped is None:
            with self.survive(self.site.seeds[0]):
                self._doubt_nothing()
                await self.rechecks.look_again()

    def _doubt_nothing(self) -> None:
        """Tell that lists lead to no item at all: that is no baseline of a site."""
        site_id, seed = self.lease.site_id, self.site.seeds[0]
        self.keeper.flush()
        if self.walk.is_complete and not self.store.items.holds_more(site_id, than=0):
            self.walk.broke(seed)
            detail = "no items are found in this listing, nor in those it leads to"
            problem = Problem(kind=ProblemKind.EMPTY, detail=detail, url=seed)
            self.keeper.problem(problem, now=self.now())

    def due(self) -> Iterable[Any]:
        """Return the known items that want a look, most urgent first."""
        site_id = self.lease.site_id
        is_small = not self.store.items.holds_more(site_id, than=SMALL)
        return self.store.items.due(
            site_id,
            run_id=self.run_id,
            now=self.now(),
            everything=self.everything or is_small,
        )

    @contextmanager
    def survive(self, url: str) -> Iterator[None]:
        """Let what goes wrong with one answer end no more than it must.

        A disk that refuses, or a lost lease, ends the run; a bug costs its page.
        """
        try:
            yield
        except Stopped:
            pass
        except (LeaseLost, StorageError, StoreError) as error:
            self.fail(error)
        except Exception as error:
            if isinstance(error, OSError) and error.errno in DISK_ERRORS:
                self.fail(StorageError(error, str(error.filename or self.home.root)))
                return
            log.exception("bug while reading", site=self.site.name, url=url)
            if self.walk.is_listing(url):
                self.walk.broke(url)
            try:
                self.keeper.keep(self._bug(url, error))
            except (LeaseLost, StorageError, StoreError) as worse:
                self.fail(worse)

    def fail(self, error: Exception) -> None:
        """End the run for what cannot be helped; it is raised again at its close."""
        self._is_broken = True
        if isinstance(error, StorageError) or getattr(error, "is_disk", False):
            told = str(error).removeprefix(f"[Errno {getattr(error, 'errno', '')}] ")
            self.stop(ProblemKind.DISK, f"the disk refuses to be written: {told}")
        elif isinstance(error, LeaseLost):
            self._lost = error
            self.stop(ProblemKind.STORAGE, str(error))
            self.on_stop()
        else:
            self.stop(ProblemKind.STORAGE, str(error))

    def stop(self, kind: ProblemKind, detail: str) -> None:
        """Ask for nothing more; tell why in the run's problems."""
        if self.stopped is None:
            self.stopped = Problem(kind=kind, detail=detail, url=self.site.seeds[0])
            self.walk.is_cut = True
            log.warning("run stopped", site=self.site.name, why=detail)

    def tell_to_stop(self) -> None:
        """Stop because a person or the system said so; no problem is told."""
        self.was_told_to_stop = True
        self.stop(ProblemKind.BUDGET, "stopped by a signal")
        self.on_stop()

    def may_ask(self) -> bool:
        """Tell whether the run may make one more request, and count it."""
        if self.stopped is None and (reason := self._budget.used_up()):
            self.stop(*reason)
        if self.stopped is not None:
            return False
        self._budget.spend()
        return True

    def asked_before(self, item_id: int) -> bool:
        """Tell whether this run asked for an item already, and remember it."""
        if item_id in self._asked:
            return True
        self._asked.add(item_id)
        return False

    async def fetch(
        self, url: str, validators: Validators | None, policy: Policy | None = None
    ) -> Fetched | FetchProblem:
        """Fetch directly; a failure is an answer too."""
        try:
            return await self.fetcher.fetch(
                url, policy=policy or self.policy, validators=validators
            )
        except FetchProblem as failure:
            return failure

    async def aside(self, url: str) -> Fetched | FetchProblem | None:
        """Ask for what is no item, only to learn how the site answers."""
        if not self.may_ask():
            return None
        answer = await self.fetch(url, None)
        self.put_aside(url, answer)
        return answer

    def put_aside(self, url: str, answer: Fetched | FetchProblem) -> None:
        """Keep an answer that nothing is read from."""
        captures = self.keeper.archived(answer)
        self.keeper.keep(
            Look(url=url, at=self.now(), outcome="skipped", captures=captures)
        )

    def progress(self) -> dict[str, int]:
        """Return the sums so far and how many requests wait."""
        return dict(self.keeper.sums) | {"waiting": self._outstanding}

    def close(self) -> None:
        """Keep what is left and end the run; it still owes its comparisons.

        Raises ``LeaseLost``, or ``StoreError`` when the store cannot take its end.
        """
        if self.has_ended and not self._lost:
            with self.survive(self.site.seeds[0]):
                self.lessons.keep()
        if not self._lost:
            with self.survive(self.site.seeds[0]):
                self.keeper.close()
        if self._lost:
            self.keeper.abandon()
            raise self._lost
        if self.stopped is not None and not self.was_told_to_stop:
            self._tell_stop(self.stopped)
        keep_end(self)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a transaction of a run that still holds its site."""
        with self.store.write() as connection:
            check_lease(connection, self.lease)
            yield connection

    @property
    def has_ended(self) -> bool:
        """Whether the run came to its end, be it that of its budget."""
        if self.was_told_to_stop:
            return False
        return self.stopped is None or self.stopped.kind == ProblemKind.BUDGET

    def _ask(self, asks: list[Ask]) -> list[Ask]:
        allowed = [ask for ask in asks if self.may_ask()]
        self._outstanding += len(allowed)
        if not allowed and self._outstanding == 0:
            self.walked.set()
        return allowed

    def _tell_stop(self, problem: Problem) -> None:
        try:
            self.keeper.problem(problem, now=self.now())
        except StoreError as error:
            log.error("problem not kept", site=self.site.name, error=str(error))

    def _bug(self, url: str, error: Exception) -> Look:
        problem = Problem(
            kind=ProblemKind.PARSE,
            detail=f"a bug in presswatch: {type(error).__name__}: {error}",
            url=url,
        )
        return Look(url=url, at=self.now(), outcome="problems", problems=(problem,))

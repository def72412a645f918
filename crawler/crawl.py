"""One run over one site: what to ask for, and what the answers come to.

The spider brings answers to listings and unread items; known items are asked for
here, directly. What is found is kept by the keeper; nothing is compared or told.
"""

import asyncio
import time
from collections.abc import Callable
from datetime import datetime
from typing import Any

import structlog

from corpus.archive import Archive, StorageError
from corpus.home import Home
from corpus.store import Lease, Store
from corpus.store.leases import check_lease
from corpus.store.runs import set_run
from corpus.store.sites import set_site
from crawler.ask import Ask
from crawler.fetch import Fetched, Fetcher, FetchProblem, Validators
from crawler.items import ItemReader
from crawler.keeper import Keeper, free_bytes
from crawler.learner import Learner
from crawler.listings import ListingReader
from crawler.site import Site
from crawler.walk import Walk
from parsers.model import Problem, ProblemKind
from parsers.profile import dump_profile, load_profile

log = structlog.get_logger()

#: Seconds between two looks at the free space of the disk.
DISK_EVERY = 5.0


class Crawl:
    """The state of one run; made under a lease, closed once."""

    def __init__(
        self,
        *,
        home: Home,
        store: Store,
        site: Site,
        lease: Lease,
        fetcher: Fetcher,
        now: Callable[[], datetime],
        delay: float | None = None,
        everything: bool = False,
    ) -> None:
        self.home, self.store, self.site, self.lease = home, store, site, lease
        self.fetcher, self.now, self.everything = fetcher, now, everything
        self.policy = site.policy(delay=delay)
        self.row = store.sites.by_id(lease.site_id)
        self.started_at = now()
        self.run_id = store.runs.begin(lease, now=self.started_at)
        self.archive = Archive(home.archive)
        self.archive.repair(site.name)
        self.keeper = Keeper(
            store=store,
            writer=self.archive.writer(site.name, run=self.run_id, now=now),
            lease=lease,
            run_id=self.run_id,
        )
        known = store.sites.profile(lease.site_id)
        self.learner = Learner(load_profile(known) if known else None)
        self._known_version = self.learner.version
        self.is_baseline = self.row.baseline_at is None
        self.walk = Walk(site.seeds, is_deep=True, depth=site.limits.depth)
        self.listings = ListingReader(self)
        self.items = ItemReader(self)
        self.walked = asyncio.Event()
        self.stopped: Problem | None = None
        self.was_told_to_stop = False
        self._outstanding = 0
        self._asked: set[int] = set()
        self._requests = 0
        self._began = time.monotonic()
        self._looked_at_disk = 0.0

    def seeds(self) -> list[Ask]:
        """Return the requests that a run begins with."""
        self._check_disk()
        return self._ask([Ask(url=url, role="listing") for url in self.walk.seeds])

    async def answered(self, ask: Ask, answer: Fetched | FetchProblem) -> list[Ask]:
        """Take an answer, keep what it came to, return what to ask for next."""
        try:
            if ask.role == "listing":
                return self._ask(self.listings.answered(ask, answer))
            await self.items.answered(ask.item, answer)
            return []
        except StorageError as error:
            self.stop(ProblemKind.DISK, f"the disk refuses to be written: {error}")
            return []
        finally:
            self._outstanding -= 1
            if self._outstanding == 0:
                self.walked.set()

    async def after_walk(self) -> None:
        """Look again at what is known: the second half of every run."""
        await self.walked.wait()
        if self.stopped is None:
            await self.items.look_again()

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

    def may_ask(self) -> bool:
        """Tell whether the run may make one more request, and count it."""
        limits = self.site.limits
        if self.stopped is None and self._requests >= limits.requests:
            self.stop(
                ProblemKind.BUDGET,
                f"the run's {limits.requests} requests are used up; "
                "the next run goes on (limits.requests)",
            )
        elif (
            self.stopped is None
            and time.monotonic() - self._began > limits.crawl_seconds
        ):
            self.stop(
                ProblemKind.BUDGET,
                f"the run's {limits.crawl_seconds:.0f} seconds are used up; "
                "the next run goes on (limits.crawl_seconds)",
            )
        self._check_disk()
        if self.stopped is not None:
            return False
        self._requests += 1
        return True

    def asked_before(self, item_id: int) -> bool:
        """Tell whether this run asked for an item already, and remember it."""
        if item_id in self._asked:
            return True
        self._asked.add(item_id)
        return False

    async def fetch(
        self, url: str, validators: Validators | None
    ) -> Fetched | FetchProblem:
        """Fetch directly; a failure is an answer too."""
        try:
            return await self.fetcher.fetch(
                url, policy=self.policy, validators=validators
            )
        except FetchProblem as failure:
            return failure

    def progress(self) -> dict[str, int]:
        """Return the sums so far and how many requests wait."""
        return dict(self.keeper.sums) | {"waiting": self._outstanding}

    def close(self) -> None:
        """Keep what is left and end the run; it still owes its comparisons."""
        if self.stopped is not None and not self.was_told_to_stop:
            self._tell_stop(self.stopped)
        self.learner.lesson()
        try:
            self.keeper.close()
        except StorageError as error:
            self.stop(ProblemKind.DISK, f"the disk refuses to be written: {error}")
        self._keep_profile()
        self._end()

    def _ask(self, asks: list[Ask]) -> list[Ask]:
        allowed = [ask for ask in asks if self.may_ask()]
        self._outstanding += len(allowed)
        if not allowed and self._outstanding == 0:
            self.walked.set()
        return allowed

    def _check_disk(self) -> None:
        if time.monotonic() - self._looked_at_disk < DISK_EVERY:
            return
        self._looked_at_disk = time.monotonic()
        free, floor = free_bytes(self.home.root), self.site.limits.free_bytes
        if free < floor:
            self.stop(
                ProblemKind.DISK,
                f"{free // 2**20} MB are free where {floor // 2**20} MB must stay free "
                f"(limits.free_bytes): make room below {self.home.root}",
            )

    def _tell_stop(self, problem: Problem) -> None:
        try:
            self.keeper.problem(problem, now=self.now())
        except OSError as error:
            log.error("problem not kept", site=self.site.name, error=str(error))

    def _keep_profile(self) -> None:
        profile = self.learner.profile
        if profile is None or profile.version == self._known_version:
            return
        self.store.sites.keep_profile(
            self.lease.site_id,
            dump_profile(profile),
            version=profile.version,
            now=self.now(),
        )

    def _end(self) -> None:
        is_complete = self.walk.is_complete
        values: dict[str, Any] = {"crawled_at": self.now()}
        if is_complete:
            values["walked_at"] = self.now()
            if self.is_baseline:
                values["baseline_at"] = self.now()
        with self.store.write() as connection:
            check_lease(connection, self.lease)
            set_site(connection, self.lease.site_id, **values)
            set_run(
                connection,
                self.run_id,
                ended_at=self.now(),
                is_complete=is_complete,
                status=self._status(),
                ledger={"read": self.walk.read[:2000]},
            )

    def _status(self) -> str:
        if self.was_told_to_stop:
            return "stopped"
        has_problems = self.stopped is not None or self.keeper.sums["problems"] > 0
        return "problems" if has_problems else "ok"

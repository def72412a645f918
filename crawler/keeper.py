"""Keeps what a run captured: archive first, synced; then the store, in batches (R2)."""

import errno
import shutil
import time
from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

from corpus.archive import Locator, Writer
from corpus.exchange import Exchange
from corpus.store import Lease, LeaseLost, Store
from corpus.store.items import note_listed
from corpus.store.keep import Look, NewCapture, keep_looks, keep_problem, keep_sums
from corpus.store.leases import check_lease
from corpus.store.runs import PARTS
from crawler.policy import Fetched, FetchProblem
from parsers.model import Problem

#: What a system call says when the machine, and not the program, is at fault.
DISK_ERRORS = frozenset(
    {
        errno.ENOSPC,
        errno.EDQUOT,
        errno.EFBIG,
        errno.EIO,
        errno.EROFS,
        errno.EMFILE,
        errno.ENFILE,
    }
)
#: Looks that share one sync and one transaction, at most.
BATCH = 64
#: Seconds after which a run that writes looks at its lease first.
BEAT = 5.0
#: Seconds that a look waits for others to share them with.
PATIENCE = 2.0


class Keeper:
    """The writing side of one run."""

    def __init__(
        self, *, store: Store, writer: Writer, lease: Lease, run_id: int
    ) -> None:
        self._store = store
        self._writer = writer
        self._lease = lease
        self._run_id = run_id
        self._looks: list[Look] = []
        self._waiting: set[int | None] = set()
        self._listed: set[int] = set()
        self._since = 0.0
        self._renewed_at = time.time()
        self.sums: Counter[str] = Counter(dict.fromkeys(PARTS, 0))
        #: Whether a problem was kept that is no single request's.
        self.has_problem = False

    def archived(
        self, answer: Fetched | FetchProblem, *, original: Locator | None = None
    ) -> tuple[NewCapture, ...]:
        """Put every exchange of an answer into the archive; return its captures.

        ``original`` is the capture whose payload the answer repeats.
        """
        self._beat()  # a process that was asleep must not write beside its successor
        found = [self._archive_one(e, (), None, False) for e in answer.robots]
        way: list[str] = []
        last = len(answer.exchanges) - 1
        for number, exchange in enumerate(answer.exchanges):
            is_last = number == last and isinstance(answer, Fetched)
            revisit_of = original if is_last else None
            for_good = is_last and isinstance(answer, Fetched) and answer.moved_for_good
            found.append(self._archive_one(exchange, tuple(way), revisit_of, for_good))
            way.append(exchange.url)
        return tuple(found)

    def keep(self, look: Look) -> None:
        """Keep what a request came to, soon: with others, in one transaction."""
        if look.item_id is not None and look.item_id in self._waiting:
            self.flush()  # the later look must find what the earlier one kept
        if not self._looks:
            self._since = time.monotonic()
        self._looks.append(look)
        self._waiting.add(look.item_id)
        self.sums[look.outcome] += 1
        if len(self._looks) >= BATCH or time.monotonic() - self._since > PATIENCE:
            self.flush()

    @property
    def articles(self) -> int:
        """How many answers of this run were articles, as before or not."""
        return self.sums["unchanged"] + self.sums["revisions"]

    def keep_listed(self, item_ids: Iterable[int]) -> None:
        """Keep that this run's listings show these items, with the next looks."""
        self._listed.update(item_ids)

    def is_listed(self, item: Any) -> bool:
        """Tell whether a listing of this run showed an item already."""
        return item.listed_run == self._run_id or item.id in self._listed

    def has_waiting(self, words: str) -> bool:
        """Tell whether a revision with these words waits to be kept."""
        return any(
            look.revision and look.revision.words == words for look in self._looks
        )

    def flush(self) -> None:
        """Sync the archive, then keep all that waits; raises ``LeaseLost``."""
        if not self._looks and not self._listed:
            self._beat()
            return
        self._writer.sync()
        with self._store.write() as connection:
            check_lease(connection, self._lease)
            keep_looks(
                connection,
                site_id=self._lease.site_id,
                run_id=self._run_id,
                looks=self._looks,
            )
            note_listed(connection, list(self._listed), run_id=self._run_id)
            keep_sums(connection, self._run_id, self.sums)
        self._looks = []
        self._waiting = set()
        self._listed = set()
        self._beat()

    def problem(self, problem: Problem, *, now: datetime) -> None:
        """Keep a problem that is no single request's."""
        self.has_problem = True
        with self._store.write() as connection:
            check_lease(connection, self._lease)
            keep_problem(
                connection,
                site_id=self._lease.site_id,
                run_id=self._run_id,
                problem=problem,
                at=now,
            )

    def close(self) -> None:
        """Flush, and close the archive file; raises ``LeaseLost``."""
        try:
            self.flush()
        except LeaseLost:
            self.abandon()  # the file is the successor's to close
            raise
        finally:
            self._writer.close()

    def abandon(self) -> None:
        """Keep nothing more: the site is another run's now."""
        self._looks = []
        self._writer.abandon()

    def _beat(self) -> None:
        """Renew the lease in good time; raise ``LeaseLost`` where that was missed."""
        now = time.time()
        if abs(now - self._renewed_at) > BEAT:
            self._store.leases.renew(self._lease)
            self._renewed_at = now

    def _archive_one(
        self,
        exchange: Exchange,
        way: tuple[str, ...],
        revisit_of: Locator | None,
        for_good: bool,
    ) -> NewCapture:
        locator = self._writer.add(
            exchange,
            revisit_of=revisit_of,
            redirected_from=way,
            moved_for_good=for_good,
        )
        return new_capture(exchange, locator, way)


def new_capture(
    exchange: Exchange, locator: Locator, way: tuple[str, ...]
) -> NewCapture:
    """Return what the store keeps of an exchange in the archive, and how it was met."""
    return NewCapture(
        url=exchange.url,
        status=exchange.status,
        captured_at=exchange.fetched_at,
        digest=locator.digest,
        file=locator.file,
        offset=locator.offset,
        length=locator.length,
        record_id=locator.record_id,
        redirected_from=way,
    )


def free_bytes(folder: Path) -> int:
    """Return how much may still be written where a folder lies."""
    while not folder.exists():
        folder = folder.parent
    return shutil.disk_usage(folder).free

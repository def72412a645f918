"""Tells changes: each is kept with its alerts, inside the transaction of its mark."""

import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any

from corpus.store import Connection, Lease, Store
from corpus.store.changes import add_change, get_change
from corpus.store.keep import keep_problem
from corpus.store.leases import check_lease
from crawler.site import Site
from parsers.model import Article, ChangeKind, FieldChange, Problem, Trouble, Weight
from scheduler.alerting.file import Alerts
from scheduler.comparing.compare import iso
from scheduler.health import note_trouble
from scheduler.normal import PROPOSALS

#: Seconds between two heartbeats of the lease while comparing.
_BEAT = 10.0


class SettlementStopped(Exception):
    """The program is to end; what is still owed is settled at the next start."""

    def __init__(self, run_id: int, change_ids: Sequence[int]) -> None:
        super().__init__(f"run {run_id} is not compared to its end")
        self.run_id = run_id
        self.change_ids = change_ids


class Teller:
    """Writes what a settlement decides, while it holds the site."""

    def __init__(
        self,
        *,
        store: Store,
        site: Site,
        lease: Lease,
        run_id: int,
        now: Callable[[], datetime],
        alerts: Alerts | None = None,
        is_stopping: Callable[[], bool] = lambda: False,
    ) -> None:
        self._store, self._site, self._lease = store, site, lease
        self._site_id, self._run_id = lease.site_id, run_id
        self._alerts, self._is_stopping = alerts, is_stopping
        self._beat_at = time.monotonic()
        self.now = now
        self.change_ids: list[int] = []
        self.problems: list[Problem] = []

    def add(
        self,
        connection: Connection,
        *,
        kind: ChangeKind,
        item_id: int,
        url: str,
        article: Article,
        captured_at: datetime,
        run_id: int | None = None,
        revision_id: int | None = None,
        old_revision_id: int | None = None,
        old_url: str | None = None,
        fields: Mapping[str, FieldChange] | None = None,
        weight: Weight = Weight.FULL,
        baseline: bool = False,
    ) -> None:
        """Keep one change and its alerts, inside the transaction of its mark."""
        change_id = add_change(
            connection,
            site_id=self._site_id,
            item_id=item_id,
            run_id=run_id or self._run_id,
            revision_id=revision_id,
            old_revision_id=old_revision_id,
            kind=str(kind),
            url=url,
            old_url=old_url,
            title=article.title,
            date=iso(article.published),
            body=article.body,
            fields=dump_fields(fields or {}),
            weight=str(weight),
            baseline=baseline,
            captured_at=captured_at,
        )
        if change_id is None:
            return
        self.change_ids.append(change_id)
        if self._alerts is None or baseline:
            return
        from scheduler.outbox import keep_alerts  # on most nights there is none

        change = get_change(connection, change_id)
        assert change is not None
        keep_alerts(
            connection,
            change,
            self._alerts,
            now=self.now(),
            site_id=self._site_id,
            item_id=item_id,
            site_zone=self._site.time_zone,
        )

    def keep_problem(
        self, connection: Connection, problem: Problem, now: datetime
    ) -> None:
        """Keep a problem of the settlement, and the operations alert about it."""
        keep_problem(
            connection,
            site_id=self._site_id,
            run_id=self._run_id,
            problem=problem,
            at=now,
        )
        trouble = Trouble(
            site=self._site.name,
            problem=problem,
            at=now,
            run=self._run_id,
            proposal=PROPOSALS.get(problem.kind, ""),
        )
        note_trouble(
            connection,
            trouble,
            self._alerts,
            site_id=self._site_id,
            zone=self._site.time_zone,
        )

    def go_on(self) -> None:
        """Keep the lease alive; raise ``SettlementStopped`` when told to stop."""
        if self._is_stopping():
            raise SettlementStopped(self._run_id, self.change_ids)
        if time.monotonic() - self._beat_at > _BEAT:
            self._store.leases.renew(self._lease)
            self._beat_at = time.monotonic()

    def writing(self) -> AbstractContextManager[Connection]:
        """Give a transaction of a run that still holds its site."""
        self.go_on()
        return _Guarded(self._store, self._lease)


class _Guarded(AbstractContextManager[Connection]):
    """A transaction of a run that still holds its site."""

    def __init__(self, store: Store, lease: Lease) -> None:
        self._transaction = store.write()
        self._lease = lease

    def __enter__(self) -> Connection:
        connection = self._transaction.__enter__()
        check_lease(connection, self._lease)
        return connection

    def __exit__(self, *error: Any) -> None:
        self._transaction.__exit__(*error)


def dump_fields(fields: Mapping[str, FieldChange]) -> dict[str, Any]:
    """Return field changes as JSON values."""
    return {name: {"old": f.old, "new": f.new} for name, f in fields.items()}

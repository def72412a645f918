"""The service's own book: which site was due when, and that it ran once."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    Connection,
    Engine,
    Row,
    and_,
    func,
    insert,
    or_,
    select,
    true,
    update,
)

from corpus.store.engine import write
from corpus.store.leases import is_dead, is_elsewhere, name_holder
from corpus.store.schema import changes, items, leases, runs, sites, wakes

#: A run that begins so long after its time is called late.
LATE = timedelta(minutes=15)
#: Failed runs in a row that are told apart; more are as many.
MOST_FAILED = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Wake:
    """One run that a schedule asked for; ``missed`` times were passed over for it."""

    id: int
    site_id: int
    due_at: datetime
    started_at: datetime
    missed: int


def is_late(wake: Any) -> bool:
    """Tell whether a run came later than its schedule asked, or for several times."""
    return wake.missed > 0 or wake.started_at - wake.due_at > LATE


class Wakes:
    """When sites were due, and the runs that answered."""

    def __init__(
        self, engine: Engine, *, is_dead: Callable[[str], bool] = is_dead
    ) -> None:
        self._engine, self._is_dead = engine, is_dead
        self.holder = name_holder()

    def watched(self) -> list[Row[Any]]:
        """Return every site that is crawled by a schedule: id, name, due_at."""
        query = select(sites.c.id, sites.c.name, sites.c.due_at).where(
            sites.c.removed_at.is_(None), sites.c.is_paused.is_(False)
        )
        with self._engine.connect() as connection:
            return list(connection.execute(query.order_by(sites.c.due_at)))

    def plan(self, site_id: int, due_at: datetime, *, was: datetime | None) -> None:
        """Set when a site is due, unless somebody else has since."""
        with write(self._engine) as connection:
            connection.execute(
                update(sites)
                .where(sites.c.id == site_id, sites.c.due_at.is_not_distinct_from(was))
                .values(due_at=due_at)
            )

    def begin(
        self,
        site_id: int,
        due_at: datetime,
        *,
        was: datetime | None,
        now: datetime,
        missed: int = 0,
    ) -> Wake | None:
        """Take a due run; nothing if another process runs it, or has run it.

        One that a killed process left open is taken over.
        """
        with write(self._engine) as connection:
            planned = connection.execute(
                select(sites.c.due_at).where(sites.c.id == site_id)
            ).scalar()
            if planned != was:
                return None
            open_one = connection.execute(
                select(wakes)
                .where(wakes.c.site_id == site_id, wakes.c.ended_at.is_(None))
                .order_by(wakes.c.id.desc())
                .limit(1)
            ).one_or_none()
            if open_one is not None:
                if not self._is_free(connection, open_one):
                    return None
                taken_over = connection.execute(
                    update(wakes)
                    .where(wakes.c.id == open_one.id)
                    # it stands for what was passed over since, too
                    .values(
                        started_at=now,
                        holder=self.holder,
                        missed=max(open_one.missed, missed),
                    )
                    .returning(wakes)
                ).one()
                return _as_wake(taken_over, started_at=now)
            connection.execute(
                update(sites).where(sites.c.id == site_id).values(due_at=due_at)
            )
            row = connection.execute(
                insert(wakes)
                .values(
                    site_id=site_id,
                    due_at=due_at,
                    started_at=now,
                    missed=missed,
                    holder=self.holder,
                )
                .returning(wakes)
            ).one()
            return _as_wake(row, started_at=now)

    def _is_free(self, connection: Connection, wake: Row[Any]) -> bool:
        """Tell whether nobody runs an open wake any more.

        Of a process elsewhere only its lease tells whether it lives: a container that
        is started anew has another name.
        """
        holder = wake.holder
        if not holder or holder == self.holder or self._is_dead(holder):
            return True
        if not is_elsewhere(holder):
            return False
        expires_at = connection.execute(
            select(leases.c.expires_at).where(leases.c.site_id == wake.site_id)
        ).scalar()
        return expires_at is None or expires_at < time.time()

    def end(
        self, wake: Wake, *, now: datetime, outcome: str, next_at: datetime
    ) -> None:
        """Close a run, and plan the next one, in one transaction."""
        with write(self._engine) as connection:
            connection.execute(
                update(wakes)
                .where(wakes.c.id == wake.id, wakes.c.holder == self.holder)
                .values(ended_at=now, outcome=outcome)
            )
            connection.execute(
                update(sites).where(sites.c.id == wake.site_id).values(due_at=next_at)
            )

    def give_back(self, wake: Wake) -> None:
        """Leave a run undone, for whoever comes next."""
        with write(self._engine) as connection:
            connection.execute(
                update(wakes)
                .where(wakes.c.id == wake.id, wakes.c.holder == self.holder)
                .values(holder="")
            )

    def late(self, *, since: datetime) -> list[Row[Any]]:
        """Return the runs since then that came late, or for several, newest last."""
        query = (
            select(wakes, sites.c.name.label("site"))
            .join(sites, sites.c.id == wakes.c.site_id)
            .where(wakes.c.started_at >= since)
            .order_by(wakes.c.id)
        )
        with self._engine.connect() as connection:
            return [row for row in connection.execute(query) if is_late(row)]

    def failing(self, site_id: int | None = None) -> dict[int, tuple[int, datetime]]:
        """Return the sites whose last runs failed: how many in a row, and when last."""
        numbered = (
            select(
                wakes.c.site_id,
                wakes.c.outcome,
                wakes.c.ended_at,
                func.row_number()
                .over(partition_by=wakes.c.site_id, order_by=wakes.c.id.desc())
                .label("back"),
            )
            .where(wakes.c.ended_at.is_not(None))
            .where(wakes.c.site_id == site_id if site_id is not None else true())
            .subquery()
        )
        query = (
            select(numbered)
            .where(numbered.c.back <= MOST_FAILED)
            .order_by(numbered.c.site_id, numbered.c.back)
        )
        found: dict[int, tuple[int, datetime]] = {}
        with self._engine.connect() as connection:
            for row in connection.execute(query):
                count, last = found.get(row.site_id, (0, row.ended_at))
                if row.outcome == "failed" and count == row.back - 1:
                    found[row.site_id] = (count + 1, last)
        return found

    def history(self, site_id: int) -> list[Row[Any]]:
        """Return every wake of a site, oldest first."""
        query = select(wakes).where(wakes.c.site_id == site_id).order_by(wakes.c.id)
        with self._engine.connect() as connection:
            return list(connection.execute(query))

    def events(self, site_id: int, *, since: datetime) -> Sequence[Row[Any]]:
        """Return what the site did: kind, when it was seen, its date, first sight.

        ``looked_at`` is when the run before the one that saw it began.
        """
        before = runs.alias("before")
        looked_at = (
            select(func.max(before.c.started_at))
            .where(
                before.c.site_id == changes.c.site_id, before.c.id < changes.c.run_id
            )
            .scalar_subquery()
        )
        query = (
            select(
                changes.c.kind,
                changes.c.baseline,
                changes.c.captured_at,
                changes.c.date,
                items.c.first_seen,
                looked_at.label("looked_at"),
            )
            .join(items, items.c.id == changes.c.item_id)
            .where(changes.c.site_id == site_id)
            .where(or_(changes.c.captured_at >= since, changes.c.baseline))
            .where(
                or_(
                    changes.c.kind == "new",
                    and_(changes.c.kind == "edited", changes.c.weight == "full"),
                )
            )
            .order_by(changes.c.id.desc())
            .limit(2000)
        )
        with self._engine.connect() as connection:
            return list(connection.execute(query))


def _as_wake(row: Row[Any], *, started_at: datetime) -> Wake:
    return Wake(
        id=row.id,
        site_id=row.site_id,
        due_at=row.due_at,
        started_at=started_at,
        missed=row.missed,
    )

"""What each run did, met and lost."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, Row, func, select, text, update

from corpus.store.direct import set_rows
from corpus.store.engine import insert_row, write
from corpus.store.leases import Lease, check_lease
from corpus.store.schema import problems, runs, sites

#: The parts that ``requested`` is the sum of (R31).
PARTS = ("listings", "revisions", "unchanged", "pending", "problems", "skipped")


def number_next_run(connection: Connection, run_id: int) -> None:
    """Let the next run have a number, as the archive's files know it."""
    connection.execute(text("DELETE FROM sqlite_sequence WHERE name = 'runs'"))
    connection.execute(
        text("INSERT INTO sqlite_sequence (name, seq) VALUES ('runs', :last)"),
        {"last": run_id - 1},
    )


class Runs:
    """The runs and their problems."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def begin(self, lease: Lease, *, now: datetime) -> int:
        """Open a run under a lease; a run that a kill left open is closed as failed."""
        with write(self._engine) as connection:
            check_lease(connection, lease)
            connection.execute(
                update(runs)
                .where(runs.c.site_id == lease.site_id, runs.c.ended_at.is_(None))
                .values(ended_at=now, status="failed")
            )
            return insert_row(
                connection,
                runs,
                site_id=lease.site_id,
                fence=lease.fence,
                started_at=now,
                ledger={},
            )

    def get(self, run_id: int) -> Row[Any]:
        """Return one run, with its site's name as ``site``."""
        with self._engine.connect() as connection:
            return connection.execute(_select().where(runs.c.id == run_id)).one()

    def last(self, site_id: int) -> Row[Any] | None:
        """Return the site's newest run."""
        with self._engine.connect() as connection:
            return connection.execute(
                _select()
                .where(runs.c.site_id == site_id)
                .order_by(runs.c.id.desc())
                .limit(1)
            ).one_or_none()

    def last_settled(self, site_id: int, *, before: int) -> int:
        """Return the newest run before one whose captures were compared; 0 for none.

        Runs between the two were killed or stopped: they and the one count as one.
        """
        query = select(func.max(runs.c.id)).where(
            runs.c.site_id == site_id, runs.c.id < before, runs.c.is_settled
        )
        with self._engine.connect() as connection:
            return connection.execute(query).scalar() or 0

    def answered(self, site_id: int, *, since: int, until: int) -> int:
        """Return how many items answered as usual in the runs after ``since``."""
        query = select(func.sum(runs.c.revisions + runs.c.unchanged)).where(
            runs.c.site_id == site_id, runs.c.id > since, runs.c.id <= until
        )
        with self._engine.connect() as connection:
            return connection.execute(query).scalar() or 0

    def noted(self, site_id: int, name: str) -> tuple[int, int]:
        """Return the newest run whose ledger notes a number, and the number; or 0, 0.

        Only runs that came to their proper end note anything.
        """
        number = runs.c.ledger[name].as_integer()
        query = (
            select(runs.c.id, number)
            .where(runs.c.site_id == site_id, number.is_not(None))
            .order_by(runs.c.id.desc())
            .limit(1)
        )
        with self._engine.connect() as connection:
            row = connection.execute(query).one_or_none()
        return (row[0], row[1]) if row else (0, 0)

    def find(
        self,
        *,
        site_names: Sequence[str] = (),
        since_id: int | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        status: str | None = None,
        limit: int | None = None,
    ) -> list[Row[Any]]:
        """Return runs, oldest first; with a limit the newest ones."""
        query = _select()
        if site_names:
            query = query.where(sites.c.name.in_(site_names))
        if status:
            query = query.where(runs.c.status == status)
        if since_id is not None:
            query = query.where(runs.c.id > since_id)
        if since:
            query = query.where(runs.c.started_at >= since)
        if until:
            query = query.where(runs.c.started_at < until)
        with self._engine.connect() as connection:
            newest = connection.execute(query.order_by(runs.c.id.desc()).limit(limit))
            return list(newest)[::-1]

    def problems(
        self,
        *,
        site_names: Sequence[str] = (),
        kind: str | None = None,
        run_id: int | None = None,
        since_id: int | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        limit: int | None = None,
    ) -> list[Row[Any]]:
        """Return problems, oldest first; of each site's last run unless since when."""
        query = select(problems, sites.c.name.label("site")).join(
            sites, sites.c.id == problems.c.site_id
        )
        if run_id is not None:
            query = query.where(problems.c.run_id == run_id)
        elif since_id is None and since is None:
            last = select(func.max(runs.c.id)).group_by(runs.c.site_id)
            query = query.where(problems.c.run_id.in_(last))
        if since_id is not None:
            query = query.where(problems.c.id > since_id)
        if site_names:
            query = query.where(sites.c.name.in_(site_names))
        if kind:
            query = query.where(problems.c.kind == kind)
        if since:
            query = query.where(problems.c.at >= since)
        if until:
            query = query.where(problems.c.at < until)
        with self._engine.connect() as connection:
            newest = connection.execute(
                query.order_by(problems.c.id.desc()).limit(limit)
            )
            return list(newest)[::-1]


def set_run(connection: Connection, run_id: int, **values: Any) -> None:
    """Overwrite columns of a run, inside a transaction."""
    set_rows(connection, runs, {run_id: values})


def _select() -> Any:
    return select(runs, sites.c.name.label("site")).join(
        sites, sites.c.id == runs.c.site_id
    )

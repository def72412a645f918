"""What each run did, met and lost."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from corpus.store.database import Connection, Database, Row, one_of
from corpus.store.leases import Lease, check_lease

#: The parts that ``requested`` is the sum of (R31).
PARTS = ("listings", "revisions", "unchanged", "pending", "problems", "skipped")

_RUNS = """
SELECT runs.*, sites.name AS site FROM runs JOIN sites ON sites.id = runs.site_id
"""
_PROBLEMS = """
SELECT problems.*, sites.name AS site
FROM problems JOIN sites ON sites.id = problems.site_id
"""
_OF_SITES = f"sites.name {one_of('site_names')}"
_RUNS_ASKED = {
    "site_names": _OF_SITES,
    "status": "runs.status = :status",
    "since_id": "runs.id > :since_id",
    "since": "runs.started_at >= :since",
    "until": "runs.started_at < :until",
}
_PROBLEMS_ASKED = {
    "run_id": "problems.run_id = :run_id",
    "is_of_last": "problems.run_id IN (SELECT MAX(id) FROM runs GROUP BY site_id)",
    "since_id": "problems.id > :since_id",
    "site_names": _OF_SITES,
    "kind": "problems.kind = :kind",
    "since": "problems.at >= :since",
    "until": "problems.at < :until",
}


def number_next_run(connection: Connection, run_id: int) -> None:
    """Let the next run have a number, as the archive's files know it."""
    connection.run("DELETE FROM sqlite_sequence WHERE name = 'runs'")
    connection.insert("sqlite_sequence", name="runs", seq=run_id - 1)


class Runs:
    """The runs and their problems."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(self, lease: Lease, *, now: datetime) -> int:
        """Open a run under a lease; a run that a kill left open is closed as failed."""
        with self._database.write() as connection:
            check_lease(connection, lease)
            connection.run(
                "UPDATE runs SET ended_at = :now, status = 'failed'"
                " WHERE site_id = :site_id AND ended_at IS NULL",
                now=now,
                site_id=lease.site_id,
            )
            return add_run(
                connection, site_id=lease.site_id, fence=lease.fence, started_at=now
            )

    def get(self, run_id: int) -> Row:
        """Return one run, with its site's name as ``site``."""
        return self._database.row(f"{_RUNS} WHERE runs.id = :id", id=run_id)

    def last(self, site_id: int) -> Row | None:
        """Return the site's newest run."""
        sql = f"{_RUNS} WHERE runs.site_id = :site_id ORDER BY runs.id DESC LIMIT 1"
        return self._database.row(sql, site_id=site_id)

    def last_settled(self, site_id: int, *, before: int) -> int:
        """Return the newest run before one whose captures were compared; 0 for none.

        Runs between the two were killed or stopped: they and the one count as one.
        """
        sql = """
        SELECT MAX(id) FROM runs
        WHERE site_id = :site_id AND id < :before AND is_settled
        """
        return self._database.value(sql, site_id=site_id, before=before) or 0

    def answered(self, site_id: int, *, since: int, until: int) -> int:
        """Return how many items answered as usual in the runs after ``since``."""
        sql = """
        SELECT SUM(revisions + unchanged) FROM runs
        WHERE site_id = :site_id AND id > :since AND id <= :until
        """
        return self._database.value(sql, site_id=site_id, since=since, until=until) or 0

    def noted(self, site_id: int, name: str) -> tuple[int, int]:
        """Return the newest run whose ledger notes a number, and the number; or 0, 0.

        Only runs that came to their proper end note anything.
        """
        sql = """
        SELECT id, json_extract(ledger, :place) AS number FROM runs
        WHERE site_id = :site_id AND number IS NOT NULL ORDER BY id DESC LIMIT 1
        """
        row = self._database.row(sql, site_id=site_id, place=f'$."{name}"')
        return (row.id, row.number) if row else (0, 0)

    def find(
        self,
        *,
        site_names: Sequence[str] = (),
        since_id: int | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        status: str | None = None,
        limit: int | None = None,
    ) -> list[Row]:
        """Return runs, oldest first; with a limit the newest ones."""
        return self._database.newest(
            "runs",
            _RUNS,
            _RUNS_ASKED,
            limit,
            site_names=list(site_names),
            since_id=since_id,
            since=since,
            until=until,
            status=status,
        )

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
    ) -> list[Row]:
        """Return problems, oldest first; of each site's last run unless since when."""
        return self._database.newest(
            "problems",
            _PROBLEMS,
            _PROBLEMS_ASKED,
            limit,
            site_names=list(site_names),
            kind=kind,
            run_id=run_id,
            is_of_last=run_id is None and since_id is None and since is None,
            since_id=since_id,
            since=since,
            until=until,
        )


def add_run(connection: Connection, **values: Any) -> int:
    """Open a run that has done nothing yet; return its id."""
    nothing = dict.fromkeys(("requested", *PARTS, "changes"), 0)
    flags = {"is_complete": False, "is_settled": False}
    return connection.insert("runs", **{**nothing, **flags, "ledger": {}, **values})


def set_run(connection: Connection, run_id: int, **values: Any) -> None:
    """Overwrite columns of a run, inside a transaction."""
    connection.set_rows("runs", {run_id: values})

"""The service's own book: which site was due when, and that it ran once."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from corpus.store.database import Connection, Database, Row
from corpus.store.leases import is_dead, is_elsewhere, name_holder
from corpus.store.sites import set_site

#: A run that begins so long after its time is called late.
LATE = timedelta(minutes=15)
#: Failed runs in a row that are told apart; more are as many.
MOST_FAILED = 4

_LAST_WAKES = """
SELECT site_id, outcome, ended_at, back FROM (
  SELECT site_id, outcome, ended_at,
  ROW_NUMBER() OVER (PARTITION BY site_id ORDER BY id DESC) AS back
  FROM wakes
  WHERE ended_at IS NOT NULL AND (:site_id IS NULL OR site_id = :site_id))
WHERE back <= :most ORDER BY site_id, back
"""
_EVENTS = """
SELECT changes.kind, changes.baseline, changes.captured_at, changes.date,
items.first_seen, (SELECT MAX(started_at) FROM runs
  WHERE runs.site_id = changes.site_id AND runs.id < changes.run_id) AS looked_at
FROM changes JOIN items ON items.id = changes.item_id
WHERE changes.site_id = :site_id AND (changes.captured_at >= :since OR changes.baseline)
AND (changes.kind = 'new' OR (changes.kind = 'edited' AND changes.weight = 'full'))
ORDER BY changes.id DESC LIMIT 2000
"""


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
        self, database: Database, *, is_dead: Callable[[str], bool] = is_dead
    ) -> None:
        self._database, self._is_dead = database, is_dead
        self.holder = name_holder()

    def watched(self) -> list[Row]:
        """Return every site that is crawled by a schedule: id, name, due_at."""
        return self._database.rows(
            "SELECT id, name, due_at FROM sites"
            " WHERE removed_at IS NULL AND NOT is_paused ORDER BY due_at"
        )

    def plan(self, site_id: int, due_at: datetime, *, was: datetime | None) -> None:
        """Set when a site is due, unless somebody else has since."""
        with self._database.write() as connection:
            connection.run(
                "UPDATE sites SET due_at = :due_at WHERE id = :id AND due_at IS :was",
                due_at=due_at,
                id=site_id,
                was=was,
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
        with self._database.write() as connection:
            sql = "SELECT due_at FROM sites WHERE id = :id"
            if connection.value(sql, id=site_id) != was:
                return None
            open_one = connection.row(
                "SELECT * FROM wakes WHERE site_id = :site_id AND ended_at IS NULL"
                " ORDER BY id DESC LIMIT 1",
                site_id=site_id,
            )
            values: dict[str, Any] = {"started_at": now, "holder": self.holder}
            if open_one is not None:
                if not self._is_free(connection, open_one):
                    return None
                # it stands for what was passed over since, too
                values["missed"] = missed = max(open_one.missed, missed)
                connection.set_rows("wakes", {open_one.id: values})
                wake_id, due_at = open_one.id, open_one.due_at
            else:
                set_site(connection, site_id, due_at=due_at)
                values |= {"site_id": site_id, "due_at": due_at, "missed": missed}
                wake_id = connection.insert("wakes", **values)
        return Wake(
            id=wake_id, site_id=site_id, due_at=due_at, started_at=now, missed=missed
        )

    def _is_free(self, connection: Connection, wake: Row) -> bool:
        """Tell whether nobody runs an open wake any more.

        Of a process elsewhere only its lease tells whether it lives: a container that
        is started anew has another name.
        """
        holder = wake.holder
        if not holder or holder == self.holder or self._is_dead(holder):
            return True
        if not is_elsewhere(holder):
            return False
        sql = "SELECT expires_at FROM leases WHERE site_id = :site_id"
        expires_at = connection.value(sql, site_id=wake.site_id)
        return expires_at is None or expires_at < time.time()

    def end(
        self, wake: Wake, *, now: datetime, outcome: str, next_at: datetime
    ) -> None:
        """Close a run, and plan the next one, in one transaction."""
        with self._database.write() as connection:
            self._set(connection, wake, ended_at=now, outcome=outcome)
            set_site(connection, wake.site_id, due_at=next_at)

    def give_back(self, wake: Wake) -> None:
        """Leave a run undone, for whoever comes next."""
        with self._database.write() as connection:
            self._set(connection, wake, holder="")

    def _set(self, connection: Connection, wake: Wake, **values: Any) -> None:
        """Overwrite columns of a wake that this process still has."""
        sql = "SELECT id FROM wakes WHERE id = :id AND holder = :holder"
        mine = connection.column(sql, id=wake.id, holder=self.holder)
        connection.set_rows("wakes", dict.fromkeys(mine, values))

    def late(self, *, since: datetime) -> list[Row]:
        """Return the runs since then that came late, or for several, newest last."""
        sql = """
        SELECT wakes.*, sites.name AS site
        FROM wakes JOIN sites ON sites.id = wakes.site_id
        WHERE wakes.started_at >= :since ORDER BY wakes.id
        """
        return [row for row in self._database.rows(sql, since=since) if is_late(row)]

    def failing(self, site_id: int | None = None) -> dict[int, tuple[int, datetime]]:
        """Return the sites whose last runs failed: how many in a row, and when last."""
        rows = self._database.rows(_LAST_WAKES, site_id=site_id, most=MOST_FAILED)
        found: dict[int, tuple[int, datetime]] = {}
        for row in rows:
            count, last = found.get(row.site_id, (0, row.ended_at))
            if row.outcome == "failed" and count == row.back - 1:
                found[row.site_id] = (count + 1, last)
        return found

    def history(self, site_id: int) -> list[Row]:
        """Return every wake of a site, oldest first."""
        sql = "SELECT * FROM wakes WHERE site_id = :site_id ORDER BY id"
        return self._database.rows(sql, site_id=site_id)

    def events(self, site_id: int, *, since: datetime) -> Sequence[Row]:
        """Return what the site did: kind, when it was seen, its date, first sight.

        ``looked_at`` is when the run before the one that saw it began.
        """
        return self._database.rows(_EVENTS, site_id=site_id, since=since)

"""Alerts kept before they are sent: claimed by one process, in order per item."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from corpus.store.database import Connection, Database, Row, one_of, such_that
from corpus.store.drafts import DEAD, GATHERED, PENDING, SENT
from corpus.store.leases import is_dead, is_elsewhere, name_holder
from corpus.store.roundups import IS_FREE, roll_up
from corpus.store.taken import FOLDER, Taken

#: Seconds a claim holds: longer than any delivery may take.
CLAIM_FOR = 120.0
#: No retry lies farther ahead; what does was written by a clock that ran ahead.
LONGEST_WAIT = timedelta(hours=25)

_ALONE = f"lane NOT {one_of('gathered')}"
_IS_DUE = "(next_at <= :now OR next_at > :too_far)"
#: Its time had come, whatever the pause after a refusal says.
_IS_PLANNED = "(planned_at <= :now OR planned_at > :too_far)"
_ALERTS = """
SELECT outbox.*, sites.name AS site
FROM outbox LEFT JOIN sites ON sites.id = outbox.site_id
"""
_ASKED = {
    "states": f"outbox.state {one_of('states')}",
    "change_id": "outbox.change_id = :change_id",
    "alert_ids": f"outbox.alert_id {one_of('alert_ids')}",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one delivery: taken, to be tried again, or given up."""

    row_id: int
    now: datetime
    sent: bool = False
    next_at: datetime | None = None
    error: str | None = None


class Outbox:
    """The alerts not yet delivered, and what became of the others."""

    def __init__(self, database: Database, folder: Path) -> None:
        self._database = database
        self.holder = name_holder()
        self._taken = Taken(folder / FOLDER, self.holder)

    def busy_channels(self, *, now: datetime, everything: bool = False) -> list[str]:
        """Return the channels that have something to send."""
        sql = f"""
        SELECT DISTINCT channel FROM outbox WHERE state = 'pending' AND {_ALONE}
        AND {_IS_PLANNED if everything else _IS_DUE} ORDER BY channel
        """
        return self._database.column(sql, gathered=GATHERED, **_times(now))

    def has_due(self, *, now: datetime) -> bool:
        """Tell whether anything is due, alone or in a roundup."""
        sql = f"SELECT 1 FROM outbox WHERE state = 'pending' AND {_IS_DUE} LIMIT 1"
        return self._database.value(sql, **_times(now)) is not None

    def next_at(self) -> datetime | None:
        """Return when the next alert is to go out."""
        sql = "SELECT MIN(next_at) AS next_at FROM outbox WHERE state = 'pending'"
        found: datetime | None = self._database.value(sql)
        return found

    def note_taken(self, row: Row) -> None:
        """Note at once that a channel took a claimed alert; ``finish`` follows."""
        self._taken.note(row.id, row.claimed_until)

    def free_dead(self) -> None:
        """Take back what a process claimed and did not live to send.

        Of a process elsewhere that is known when its claims have run out.
        """
        claimed_until: dict[str, float] = dict.fromkeys(self._taken.holders(), 0.0)
        claims = """
        SELECT claimed_by, MAX(claimed_until) FROM outbox
        WHERE state = 'pending' AND claimed_by IS NOT NULL GROUP BY claimed_by
        """
        claimed_until |= dict(self._database.pairs(claims))
        for holder, until in sorted(claimed_until.items()):
            is_over = is_elsewhere(holder) and until < time.time()
            if holder == self.holder or not (is_over or is_dead(holder)):
                continue
            with self._database.write() as connection:
                for row_id, until in self._taken.read(holder):
                    _believe(connection, holder, row_id, until)
                _release(connection, holder)
            self._taken.forget(holder)

    def release(self) -> None:
        """Give back what this process has claimed and not sent, before it ends."""
        with self._database.write() as connection:
            _release(connection, self.holder)
        self._taken.close()

    def clear_notes(self) -> None:
        """Forget what was noted as taken; only while nothing is being sent."""
        self._taken.clear()

    def roll(self, *, now: datetime) -> int:
        """Bind what is due for a roundup into carriers; return how many were made."""
        with self._database.write() as connection:
            return roll_up(connection, now=now)

    def claim(
        self,
        channel: str,
        *,
        now: datetime,
        everything: bool = False,
        but: Sequence[int] = (),
        done: Outcome | None = None,
    ) -> Row | None:
        """Take the next alert of a channel; nobody else has it while the claim holds.

        ``done`` is what became of the one before: told in the same transaction.
        ``everything`` takes those that wait after a refusal; ``but`` leaves some out.
        """
        real = time.time()
        with self._database.write() as connection:
            if done is not None:
                _finish(connection, done)
            row_id = connection.value(
                f"""
                SELECT id FROM outbox
                WHERE channel = :channel AND state = 'pending' AND {_ALONE}
                AND id NOT {one_of("but")}
                AND (claimed_by IS NULL OR claimed_until < :real)
                AND {_IS_PLANNED if everything else _IS_DUE} AND {IS_FREE}
                ORDER BY next_at, id LIMIT 1
                """,
                channel=channel,
                gathered=GATHERED,
                but=list(but),
                real=real,
                **_times(now),
            )
            if row_id is None:
                return None
            claim = {"claimed_by": self.holder, "claimed_until": real + CLAIM_FOR}
            connection.set_rows("outbox", {row_id: claim})
            return connection.row("SELECT * FROM outbox WHERE id = :id", id=row_id)

    def finish(self, outcome: Outcome) -> None:
        """Tell what became of a delivery."""
        with self._database.write() as connection:
            _finish(connection, outcome)

    def find(
        self,
        *,
        states: Sequence[str] = (),
        change_id: int | None = None,
        alert_ids: Sequence[str] = (),
    ) -> list[Row]:
        """Return alerts, oldest first, with the site's name as ``site``."""
        asked = {
            "states": list(states),
            "change_id": change_id,
            "alert_ids": list(alert_ids),
        }
        sql = f"{_ALERTS} {such_that(_ASKED, asked)} ORDER BY outbox.id"
        return self._database.rows(sql, **asked)

    def remaining(self, *, now: datetime) -> int:
        """Return how many alerts should have been taken by now and were not."""
        sql = f"""
        SELECT COUNT(*) FROM outbox WHERE state = 'pending' AND {_IS_PLANNED}
        AND ({_ALONE} OR next_at <= :now)
        """
        return int(self._database.value(sql, gathered=GATHERED, **_times(now)))

    def count(self) -> dict[str, int]:
        """Return how many alerts are in each state."""
        sql = "SELECT state, COUNT(*) FROM outbox GROUP BY state"
        return dict(self._database.pairs(sql))

    def resend(self, alert_ids: Sequence[str] = (), *, now: datetime) -> list[str]:
        """Put alerts back that were given up (all of them without ids) or named."""
        states = (DEAD, SENT, PENDING) if alert_ids else (DEAD,)
        asked = {"states": list(states), "alert_ids": list(alert_ids)}
        sql = f"SELECT id, alert_id FROM outbox {such_that(_ASKED, asked)} ORDER BY id"
        anew = {"state": PENDING, "next_at": now, "attempts": 0, "first_tried_at": None}
        with self._database.write() as connection:
            rows = connection.rows(sql, **asked)
            connection.set_rows("outbox", {row.id: anew for row in rows})
        return [row.alert_id for row in rows]


def _times(now: datetime) -> dict[str, datetime]:
    """Return now, and behind which time only a wrong clock can have planned."""
    return {"now": now, "too_far": now + LONGEST_WAIT}


def _release(connection: Connection, holder: str) -> None:
    connection.run(
        "UPDATE outbox SET claimed_by = NULL, claimed_until = NULL"
        " WHERE state = 'pending' AND claimed_by = :holder",
        holder=holder,
    )


def _believe(connection: Connection, holder: str, row_id: int, until: float) -> None:
    """Finish a delivery that a process noted and did not live to tell the store."""
    connection.run(
        "UPDATE outbox SET state = 'sent', attempts = attempts + 1, sent_at = next_at,"
        " next_at = NULL, error = NULL, claimed_by = NULL, claimed_until = NULL"
        " WHERE id = :id AND state = 'pending'"
        " AND claimed_by = :holder AND claimed_until = :until",
        id=row_id,
        holder=holder,
        until=until,
    )


def _finish(connection: Connection, outcome: Outcome) -> None:
    state = SENT if outcome.sent else PENDING if outcome.next_at else DEAD
    connection.run(
        "UPDATE outbox SET state = :state, attempts = attempts + 1,"
        " first_tried_at = COALESCE(first_tried_at, :now), sent_at = :sent_at,"
        " next_at = :next_at, error = :error, claimed_by = NULL, claimed_until = NULL"
        " WHERE id = :id AND state != 'sent'",
        id=outcome.row_id,
        now=outcome.now,
        state=state,
        sent_at=outcome.now if outcome.sent else None,
        next_at=None if outcome.sent else outcome.next_at,
        error=outcome.error,
    )

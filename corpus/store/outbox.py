"""Alerts kept before they are sent: claimed by one process, in order per item."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Row, and_, func, literal, or_, select, update

from corpus.store.drafts import DEAD, GATHERED, PENDING, SENT
from corpus.store.engine import write
from corpus.store.leases import is_dead, is_elsewhere, name_holder
from corpus.store.roundups import is_blocked, roll_up
from corpus.store.schema import Moment, outbox, sites
from corpus.store.taken import FOLDER, Taken

#: Seconds a claim holds: longer than any delivery may take.
CLAIM_FOR = 120.0
#: No retry lies farther ahead; what does was written by a clock that ran ahead.
LONGEST_WAIT = timedelta(hours=25)


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

    def __init__(self, engine: Engine, folder: Path) -> None:
        self._engine = engine
        self.holder = name_holder()
        self._taken = Taken(folder / FOLDER, self.holder)

    def busy_channels(self, *, now: datetime, everything: bool = False) -> list[str]:
        """Return the channels that have something to send."""
        query = select(outbox.c.channel).distinct().where(outbox.c.state == PENDING)
        query = query.where(outbox.c.lane.not_in(GATHERED))
        query = query.where(_is_planned(now) if everything else _is_due(now))
        with self._engine.connect() as connection:
            return list(connection.execute(query.order_by(outbox.c.channel)).scalars())

    def has_due(self, *, now: datetime) -> bool:
        """Tell whether anything is due, alone or in a roundup."""
        query = select(outbox.c.id).where(outbox.c.state == PENDING, _is_due(now))
        with self._engine.connect() as connection:
            return connection.execute(query.limit(1)).first() is not None

    def next_at(self) -> datetime | None:
        """Return when the next alert is to go out."""
        query = select(func.min(outbox.c.next_at)).where(outbox.c.state == PENDING)
        with self._engine.connect() as connection:
            return connection.execute(query).scalar()

    def note_taken(self, row: Row[Any]) -> None:
        """Note at once that a channel took a claimed alert; ``finish`` follows."""
        self._taken.note(row.id, row.claimed_until)

    def free_dead(self) -> None:
        """Take back what a process claimed and did not live to send.

        Of a process elsewhere that is known when its claims have run out.
        """
        claimed_until: dict[str, float] = dict.fromkeys(self._taken.holders(), 0.0)
        with self._engine.connect() as connection:
            claims = connection.execute(
                select(outbox.c.claimed_by, func.max(outbox.c.claimed_until))
                .where(outbox.c.state == PENDING, outbox.c.claimed_by.is_not(None))
                .group_by(outbox.c.claimed_by)
            )
            claimed_until |= {row[0]: row[1] for row in claims}
        for holder, until in sorted(claimed_until.items()):
            is_over = is_elsewhere(holder) and until < time.time()
            if holder == self.holder or not (is_over or is_dead(holder)):
                continue
            with write(self._engine) as connection:
                for row_id, until in self._taken.read(holder):
                    _believe(connection, holder, row_id, until)
                _release(connection, holder)
            self._taken.forget(holder)

    def release(self) -> None:
        """Give back what this process has claimed and not sent, before it ends."""
        with write(self._engine) as connection:
            _release(connection, self.holder)
        self._taken.close()

    def clear_notes(self) -> None:
        """Forget what was noted as taken; only while nothing is being sent."""
        self._taken.clear()

    def roll(self, *, now: datetime) -> int:
        """Bind what is due for a roundup into carriers; return how many were made."""
        with write(self._engine) as connection:
            return roll_up(connection, now=now)

    def claim(
        self,
        channel: str,
        *,
        now: datetime,
        everything: bool = False,
        but: Sequence[int] = (),
        done: Outcome | None = None,
    ) -> Row[Any] | None:
        """Take the next alert of a channel; nobody else has it while the claim holds.

        ``done`` is what became of the one before: told in the same transaction.
        ``everything`` takes those that wait after a refusal; ``but`` leaves some out.
        """
        real = time.time()
        with write(self._engine) as connection:
            if done is not None:
                _finish(connection, done)
            query = (
                select(outbox)
                .where(outbox.c.channel == channel, outbox.c.state == PENDING)
                .where(outbox.c.lane.not_in(GATHERED), outbox.c.id.not_in(but))
                .where(
                    or_(outbox.c.claimed_by.is_(None), outbox.c.claimed_until < real)
                )
                .where(~is_blocked())
                .order_by(outbox.c.next_at, outbox.c.id)
                .limit(1)
            )
            query = query.where(_is_planned(now) if everything else _is_due(now))
            row = connection.execute(query).one_or_none()
            if row is None:
                return None
            return connection.execute(
                update(outbox)
                .where(outbox.c.id == row.id)
                .values(claimed_by=self.holder, claimed_until=real + CLAIM_FOR)
                .returning(outbox)
            ).one()

    def finish(self, outcome: Outcome) -> None:
        """Tell what became of a delivery."""
        with write(self._engine) as connection:
            _finish(connection, outcome)

    def find(
        self,
        *,
        states: Sequence[str] = (),
        change_id: int | None = None,
        alert_ids: Sequence[str] = (),
    ) -> list[Row[Any]]:
        """Return alerts, oldest first, with the site's name as ``site``."""
        query = (
            select(outbox, sites.c.name.label("site"))
            .outerjoin(sites, sites.c.id == outbox.c.site_id)
            .order_by(outbox.c.id)
        )
        if states:
            query = query.where(outbox.c.state.in_(states))
        if change_id is not None:
            query = query.where(outbox.c.change_id == change_id)
        if alert_ids:
            query = query.where(outbox.c.alert_id.in_(alert_ids))
        with self._engine.connect() as connection:
            return list(connection.execute(query))

    def remaining(self, *, now: datetime) -> int:
        """Return how many alerts should have been taken by now and were not."""
        query = (
            select(func.count())
            .select_from(outbox)
            .where(outbox.c.state == PENDING, _is_planned(now))
            .where(or_(outbox.c.lane.not_in(GATHERED), outbox.c.next_at <= now))
        )
        with self._engine.connect() as connection:
            return int(connection.execute(query).scalar_one())

    def count(self) -> dict[str, int]:
        """Return how many alerts are in each state."""
        query = select(outbox.c.state, func.count()).group_by(outbox.c.state)
        with self._engine.connect() as connection:
            return {row[0]: row[1] for row in connection.execute(query)}

    def resend(self, alert_ids: Sequence[str] = (), *, now: datetime) -> list[str]:
        """Put alerts back that were given up (all of them without ids) or named."""
        chosen = (
            outbox.c.alert_id.in_(alert_ids)
            if alert_ids
            else and_(outbox.c.state == DEAD)
        )
        with write(self._engine) as connection:
            rows = connection.execute(
                select(outbox).where(chosen, outbox.c.state.in_((DEAD, SENT, PENDING)))
            ).all()
            connection.execute(
                update(outbox)
                .where(outbox.c.id.in_([row.id for row in rows]))
                .values(state=PENDING, next_at=now, attempts=0, first_tried_at=None)
            )
        return [row.alert_id for row in rows]


def _is_due(now: datetime) -> Any:
    return or_(outbox.c.next_at <= now, outbox.c.next_at > now + LONGEST_WAIT)


def _is_planned(now: datetime) -> Any:
    """Tell whether its time had come, whatever the pause after a refusal says."""
    at = outbox.c.planned_at
    return or_(at <= now, at > now + LONGEST_WAIT)


def _release(connection: Connection, holder: str) -> None:
    connection.execute(
        update(outbox)
        .where(outbox.c.state == PENDING, outbox.c.claimed_by == holder)
        .values(claimed_by=None, claimed_until=None)
    )


def _believe(connection: Connection, holder: str, row_id: int, until: float) -> None:
    """Finish a delivery that a process noted and did not live to tell the store."""
    connection.execute(
        update(outbox)
        .where(outbox.c.id == row_id, outbox.c.state == PENDING)
        .where(outbox.c.claimed_by == holder, outbox.c.claimed_until == until)
        .values(
            state=SENT,
            attempts=outbox.c.attempts + 1,
            sent_at=outbox.c.next_at,
            next_at=None,
            error=None,
            claimed_by=None,
            claimed_until=None,
        )
    )


def _finish(connection: Connection, outcome: Outcome) -> None:
    values: dict[str, Any] = {
        "attempts": outbox.c.attempts + 1,
        "first_tried_at": func.coalesce(
            outbox.c.first_tried_at, literal(outcome.now, Moment())
        ),
        "claimed_by": None,
        "claimed_until": None,
        "next_at": outcome.next_at,
        "error": outcome.error,
    }
    if outcome.sent:
        values |= {"state": SENT, "sent_at": outcome.now, "next_at": None}
    elif outcome.next_at is None:
        values["state"] = DEAD
    connection.execute(
        update(outbox)
        .where(outbox.c.id == outcome.row_id, outbox.c.state != SENT)
        .values(**values)
    )

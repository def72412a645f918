"""The outbox at work: alerts kept with their change, and delivered until taken."""

import random
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from corpus.log import Log
from corpus.store import Store
from corpus.store.changes import get_change
from corpus.store.drafts import CARRIER, add_alerts, count_planned
from corpus.store.outbox import Outcome
from parsers.model import Alert, Change, Problem, ProblemKind, Trouble
from scheduler.alerting.delivery import Channel, DeliveryError
from scheduler.alerting.file import Alerts
from scheduler.alerts import alerts_about, alerts_for

#: First pause after a refusal, the longest one, and the longest a receiver may ask for.
FIRST_WAIT = timedelta(seconds=15)
LONGEST_WAIT = timedelta(hours=1)
LONGEST_ASKED = timedelta(hours=24)
#: An alert that was refused for so long is given up, and stays visible.
GIVE_UP_AFTER = timedelta(days=3)
#: After so many failures in a row a channel is left alone for a while.
PAUSE_AFTER = 3
#: Seconds after which one who tries everything leaves a channel that only fails.
LONGEST_FAILING_S = 120.0
#: Refusals of one channel after which he leaves it, too.
MOST_FAILED = 1000

log = Log()


@dataclass(slots=True, kw_only=True)
class Tally:
    """What one round of deliveries did."""

    sent: int = 0
    failed: int = 0
    dead: int = 0
    errors: dict[str, str] = field(default_factory=dict)


def keep_alerts(
    connection: Any,
    change: Change,
    alerts: Alerts,
    *,
    now: datetime,
    site_id: int,
    item_id: int,
    site_zone: str | None = None,
) -> int:
    """Keep the alerts a change gives rise to, in the transaction of the change."""

    def planned(rule: str, channel: str, after: datetime, until: datetime) -> int:
        return count_planned(connection, rule, channel, after, until)

    drafts = alerts_for(change, alerts, now=now, planned=planned, site_zone=site_zone)
    return add_alerts(connection, drafts, now=now, site_id=site_id, item_id=item_id)


def keep_trouble(
    connection: Any,
    trouble: Trouble,
    alerts: Alerts,
    *,
    now: datetime,
    site_id: int | None = None,
    site_zone: str | None = None,
) -> int:
    """Keep the operations alerts of a trouble, in the transaction that notes it."""
    drafts = alerts_about(trouble, alerts, now=now, site_zone=site_zone)
    return add_alerts(connection, drafts, now=now, site_id=site_id)


def retry_at(
    *,
    attempts: int,
    first_tried_at: datetime,
    now: datetime,
    error: DeliveryError,
    chance: float,
) -> datetime | None:
    """Return when to try again after so many attempts; nothing: give it up.

    The pause doubles from 15 seconds to an hour, less up to half by ``chance`` (0 to
    1), so that many alerts do not come back at once. What the receiver asks for
    counts if it is longer, up to a day.

    >>> from datetime import UTC
    >>> noon = datetime(2026, 1, 1, 12, tzinfo=UTC)
    >>> late = DeliveryError("answered 503")
    >>> retry_at(attempts=3, first_tried_at=noon, now=noon, error=late, chance=0) - noon
    datetime.timedelta(seconds=60)
    """
    if error.permanent or now - first_tried_at >= GIVE_UP_AFTER:
        return None
    pause = min(FIRST_WAIT * 2 ** min(attempts - 1, 20), LONGEST_WAIT)
    pause *= 1 - chance / 2
    if error.retry_after is not None:
        asked = timedelta(seconds=min(error.retry_after, LONGEST_ASKED.total_seconds()))
        pause = max(pause, asked)
    return now + pause


class Deliverer:
    """Sends what is due: a thread for each channel, so that none delays another."""

    def __init__(
        self,
        store: Store,
        channels: Mapping[str, Channel],
        *,
        now: Callable[[], datetime],
        faults: Mapping[str, str] | None = None,
        chance: Callable[[], float] = random.random,
        rest: timedelta = FIRST_WAIT,
    ) -> None:
        self._store, self._channels, self._now = store, channels, now
        self._faults, self._chance = dict(faults or {}), chance
        self._rest = rest
        self._busy: dict[str, threading.Thread] = {}
        self._paused: dict[str, float] = {}
        self._failures: dict[str, int] = {}
        self._stop = threading.Event()
        self.tally = Tally()
        store.outbox.free_dead()

    def use(self, channels: Mapping[str, Channel], faults: Mapping[str, str]) -> None:
        """Use other channels from now on: the alert file has changed."""
        self._channels, self._faults = channels, dict(faults)
        self._paused.clear()

    def start_due(self) -> int:
        """Start a thread for each channel with something due; return how many run."""
        now = self._now()
        if not self._busy and not self._store.outbox.has_due(now=now):
            return 0
        self._store.outbox.free_dead()
        self._store.outbox.roll(now=now)
        for channel in self._store.outbox.busy_channels(now=now):
            thread = self._busy.get(channel)
            is_paused = self._paused.get(channel, 0.0) > time.monotonic()
            if is_paused or (thread and thread.is_alive()) or self._stop.is_set():
                continue
            self._start(channel)
        self._busy = {name: t for name, t in self._busy.items() if t.is_alive()}
        if not self._busy:
            self._store.outbox.clear_notes()
        return len(self._busy)

    def deliver_all(self) -> Tally:
        """Try once what was not taken, whatever pause it is in; wait for the end."""
        self._store.outbox.free_dead()
        self._store.outbox.roll(now=self._now())
        busy = self._store.outbox.busy_channels(now=self._now(), everything=True)
        for channel in busy:
            self._start(channel, everything=True)
        for thread in list(self._busy.values()):
            thread.join()
        return self.tally

    def wait(self, *, step_s: float, most_s: float) -> None:
        """Wait for what was begun, as long as some alert is taken in each step."""
        ends_at, taken = time.monotonic() + most_s, -1
        while self.tally.sent > taken and time.monotonic() < ends_at:
            taken = self.tally.sent
            if self._have_ended(step_s):
                return

    def stop(self, *, wait_s: float = 5.0) -> None:
        """Begin no more, wait a little for what was begun, give back the rest."""
        self._stop.set()
        if self._have_ended(wait_s):
            self._store.outbox.release()

    def _have_ended(self, wait_s: float) -> bool:
        ends_at = time.monotonic() + wait_s
        for thread in list(self._busy.values()):
            thread.join(max(ends_at - time.monotonic(), 0.0))
        return not any(thread.is_alive() for thread in self._busy.values())

    def _start(self, channel: str, *, everything: bool = False) -> None:
        thread = threading.Thread(
            target=self._run,
            args=(channel, everything),
            name=f"channel {channel}",
            daemon=True,
        )
        self._busy[channel] = thread
        thread.start()

    def _run(self, channel: str, everything: bool) -> None:
        try:
            self._deliver(channel, everything=everything)
        except Exception:
            log.exception("channel ended", channel=channel)

    def _deliver(self, channel: str, *, everything: bool) -> None:
        failed: list[int] = []
        began_at = time.monotonic()
        outcome: Outcome | None = None
        while not self._stop.is_set():
            row = self._store.outbox.claim(
                channel,
                now=self._now(),
                everything=everything,
                but=failed,
                done=outcome,
            )
            outcome = None
            if row is None:
                return
            outcome = self._send(row)
            if everything and not outcome.sent:
                failed.append(row.id)
                if len(failed) >= MOST_FAILED:
                    break
            tried_for = time.monotonic() - began_at if everything else None
            if self._is_resting(channel, tried_for=tried_for):
                break
        if outcome is not None:
            self._store.outbox.finish(outcome)

    def _send(self, row: Any) -> Outcome:
        try:
            self._channel(row.channel).send(self._alert(row))
            self._store.outbox.note_taken(row)
        except DeliveryError as error:
            return self._failed(row, error)
        except Exception as error:  # a fault of one channel must end no other
            log.exception("channel failed", channel=row.channel, alert=row.alert_id)
            return self._failed(row, DeliveryError(f"a bug: {type(error).__name__}"))
        self._failures[row.channel] = 0
        self.tally.sent += 1
        log.info("alert sent", channel=row.channel, alert=row.alert_id)
        return Outcome(row_id=row.id, now=self._now(), sent=True)

    def _failed(self, row: Any, error: DeliveryError) -> Outcome:
        now = self._now()
        next_at = retry_at(
            attempts=row.attempts + 1,
            first_tried_at=row.first_tried_at or now,
            now=now,
            error=error,
            chance=self._chance(),
        )
        self._failures[row.channel] = self._failures.get(row.channel, 0) + 1
        if error.retry_after:
            asked = min(error.retry_after, LONGEST_ASKED.total_seconds())
            self._paused[row.channel] = time.monotonic() + asked
        self.tally.failed += 1
        self.tally.dead += next_at is None
        self.tally.errors[row.channel] = str(error)
        tell = log.error if next_at is None else log.warning
        fact = "alert given up" if next_at is None else "alert not taken"
        tell(fact, channel=row.channel, alert=row.alert_id, error=str(error))
        return Outcome(row_id=row.id, now=now, next_at=next_at, error=str(error))

    def _is_resting(self, channel: str, *, tried_for: float | None) -> bool:
        """Tell whether to leave a channel alone that fails, or that asked for it."""
        failures = self._failures.get(channel, 0)
        if tried_for is not None:
            # all are tried once, but not for hours where nobody ever answers
            return failures >= PAUSE_AFTER and tried_for > LONGEST_FAILING_S
        if self._paused.get(channel, 0.0) > time.monotonic():
            return True
        if failures < PAUSE_AFTER:
            return False
        pause = min(self._rest * 2 ** min(failures - PAUSE_AFTER, 20), self._rest * 40)
        self._paused[channel] = time.monotonic() + pause.total_seconds()
        return True

    def _channel(self, name: str) -> Channel:
        if name in self._faults:
            raise DeliveryError(self._faults[name])
        if name not in self._channels:
            reason = f"no channel is named {name} in alerts.toml any more"
            raise DeliveryError(reason, permanent=True)
        return self._channels[name]

    def _alert(self, row: Any) -> Alert:
        ids = [row.change_id] if row.change_id else row.payload.get("changes", [])
        with self._store.database.read() as connection:
            found = [get_change(connection, change_id) for change_id in ids]
        changes = tuple(change for change in found if change is not None)
        if ids and not changes:
            raise DeliveryError("the change is no longer in the store", permanent=True)
        return Alert(
            alert_id=row.alert_id,
            channel=row.channel,
            rule=row.rule,
            at=row.created_at,
            changes=changes,
            trouble=None if ids else read_trouble(row.payload),
            is_roundup=row.lane == CARRIER,
        )


def read_trouble(payload: Mapping[str, Any]) -> Trouble:
    """Return the trouble that an operations alert was kept with."""
    return Trouble(
        site=payload["site"],
        problem=Problem(
            kind=ProblemKind(payload["kind"]),
            detail=payload["detail"],
            url=payload["url"],
        ),
        at=datetime.fromisoformat(payload["at"]),
        run=payload["run"],
        proposal=payload["proposal"],
    )

"""Alerts as they are written: in the transaction of what they tell, each once."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from corpus.store.database import Connection, Row, one_of

#: How an alert travels: alone, or gathered, or as what carries the gathered ones.
AT_ONCE, ROUNDUP, OVERFLOW, CARRIER = "at_once", "roundup", "overflow", "carrier"
PENDING, SENT, DEAD, ROLLED = "pending", "sent", "dead", "rolled"
GATHERED = (ROUNDUP, OVERFLOW)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An alert to be kept: to whom, by which rule, when, and alone or with others."""

    alert_id: str
    rule: str
    channel: str
    planned_at: datetime
    lane: str = AT_ONCE
    change_id: int | None = None
    payload: dict[str, Any] = field(default_factory=dict)


def add_alerts(
    connection: Connection,
    drafts: Iterable[Draft],
    *,
    now: datetime,
    site_id: int | None = None,
    item_id: int | None = None,
) -> int:
    """Keep alerts, inside the transaction of what they tell; each once for ever.

    What an earlier alert about the same item still waits for in a roundup goes out
    before a later one: order per item holds. After a cap it waits with the others.
    """
    kept = 0
    for draft in drafts:
        sql = "SELECT 1 FROM outbox WHERE alert_id = :alert_id"
        if connection.value(sql, alert_id=draft.alert_id):
            continue
        lane, planned_at = draft.lane, draft.planned_at
        if item_id is not None:
            waiting = _waiting(connection, draft.channel, item_id)
            overflow = next((row for row in waiting if row.lane == OVERFLOW), None)
            if overflow is not None and lane == AT_ONCE:
                lane, planned_at = OVERFLOW, overflow.next_at
            sooner = {"lane": AT_ONCE, "next_at": planned_at, "planned_at": planned_at}
            later = [row.id for row in waiting if row.next_at > planned_at]
            connection.set_rows("outbox", dict.fromkeys(later, sooner))
        add_alert(
            connection,
            alert_id=draft.alert_id,
            change_id=draft.change_id,
            site_id=site_id,
            item_id=item_id,
            rule=draft.rule,
            channel=draft.channel,
            lane=lane,
            payload=draft.payload,
            created_at=now,
            planned_at=planned_at,
        )
        kept += 1
    return kept


def add_alert(connection: Connection, *, planned_at: datetime, **values: Any) -> None:
    """Keep one alert, to be sent at a time."""
    times = {"planned_at": planned_at, "next_at": planned_at}
    connection.insert("outbox", state=PENDING, attempts=0, **times, **values)


def count_planned(
    connection: Connection, rule: str, channel: str, after: datetime, until: datetime
) -> int:
    """Count what a rule sends a channel on its own in a span of time."""
    sql = """
    SELECT COUNT(*) FROM outbox WHERE channel = :channel AND rule = :rule
    AND lane = :lane AND planned_at > :after AND planned_at <= :until
    """
    asked = {"channel": channel, "rule": rule, "after": after, "until": until}
    return int(connection.value(sql, lane=AT_ONCE, **asked))


def _waiting(connection: Connection, channel: str, item_id: int) -> list[Row]:
    sql = f"""
    SELECT * FROM outbox WHERE channel = :channel AND item_id = :item_id
    AND state = :state AND lane {one_of("lanes")} ORDER BY id
    """
    asked = {"channel": channel, "item_id": item_id}
    return connection.rows(sql, state=PENDING, lanes=GATHERED, **asked)

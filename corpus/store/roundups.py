"""Alerts that wait for each other: roundups, and the order of those of one item."""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, and_, exists, insert, or_, select, text, update

from corpus.store.drafts import CARRIER, GATHERED, PENDING, ROLLED
from corpus.store.schema import outbox

#: Changes that one roundup carries at most.
ROUNDUP_SIZE = 100

_earlier = outbox.alias("earlier")
_carrier = outbox.alias("carrier")


def roll_up(connection: Connection, *, now: datetime) -> int:
    """Bind what is due for a roundup into carriers; return how many were made."""
    query = (
        select(outbox)
        .where(outbox.c.state == PENDING, outbox.c.lane.in_(GATHERED))
        .where(outbox.c.next_at <= now, ~is_blocked(but_gathered=True))
        .order_by(outbox.c.id)
    )
    bundles = _bundle(connection.execute(query).all())
    for bundle in bundles:
        _carry(connection, bundle, now=now)
    return len(bundles)


def is_blocked(*, but_gathered: bool = False) -> Any:
    """Tell of an earlier alert about the same item that has not gone out yet."""
    carrier_waits = exists().where(
        _carrier.c.alert_id == _earlier.c.roundup_id, _carrier.c.state == PENDING
    )
    is_open = _earlier.c.state == PENDING
    if but_gathered:
        is_open = and_(is_open, _earlier.c.lane.not_in(GATHERED))
    return exists().where(
        # in these very words, so that the index of what is open serves it
        text("earlier.state IN ('pending', 'rolled')"),
        _earlier.c.channel == outbox.c.channel,
        _earlier.c.item_id == outbox.c.item_id,
        _earlier.c.id < outbox.c.id,
        or_(is_open, and_(_earlier.c.state == ROLLED, carrier_waits)),
    )


def _bundle(rows: Sequence[Row[Any]]) -> list[list[Row[Any]]]:
    """Sort alerts into roundups by channel and rule; an item is in one at a time."""
    bundles: list[list[Row[Any]]] = []
    open_ones: dict[tuple[str, str], list[Row[Any]]] = {}
    places: dict[tuple[str, int | None], list[Row[Any]]] = {}
    for row in rows:
        bundle = open_ones.get((row.channel, row.rule))
        if bundle is None or len(bundle) >= ROUNDUP_SIZE:
            bundle = open_ones[row.channel, row.rule] = []
            bundles.append(bundle)
        # an item's later alert waits until the earlier one has gone out elsewhere
        if places.setdefault((row.channel, row.item_id), bundle) is bundle:
            bundle.append(row)
    return [bundle for bundle in bundles if bundle]


def _carry(connection: Connection, rows: Sequence[Row[Any]], *, now: datetime) -> None:
    words = "\x1f".join(["roundup", *(row.alert_id for row in rows)])
    alert_id = "alert_" + hashlib.sha256(words.encode()).hexdigest()[:32]
    connection.execute(
        insert(outbox).values(
            alert_id=alert_id,
            rule=rows[0].rule,
            channel=rows[0].channel,
            lane=CARRIER,
            payload={"changes": [row.change_id for row in rows]},
            state=PENDING,
            attempts=0,
            created_at=now,
            planned_at=now,
            next_at=now,
        )
    )
    connection.execute(
        update(outbox)
        .where(outbox.c.id.in_([row.id for row in rows]))
        .values(state=ROLLED, roundup_id=alert_id, next_at=None)
    )

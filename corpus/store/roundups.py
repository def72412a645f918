"""Alerts that wait for each other: roundups, and the order of those of one item."""

import hashlib
from collections.abc import Sequence
from datetime import datetime

from corpus.store.database import Connection, Row, one_of
from corpus.store.drafts import CARRIER, GATHERED, ROLLED, add_alert

#: Changes that one roundup carries at most.
ROUNDUP_SIZE = 100

# an earlier alert about the same item has not gone out yet; its state in the very words
# of the index of what is open, which serves it so
_BLOCKED = """
EXISTS (SELECT 1 FROM outbox AS earlier
  WHERE earlier.state IN ('pending', 'rolled')
  AND earlier.channel = outbox.channel AND earlier.item_id = outbox.item_id
  AND earlier.id < outbox.id
  AND ((earlier.state = 'pending' AND {which}) OR (earlier.state = 'rolled' AND EXISTS
    (SELECT 1 FROM outbox AS carrier
      WHERE carrier.alert_id = earlier.roundup_id AND carrier.state = 'pending'))))
"""
#: Nothing about the same item that came before is still to go out.
IS_FREE = f"NOT {_BLOCKED.format(which='TRUE')}"
#: Nothing but what is gathered too.
_MAY_GATHER = f"NOT {_BLOCKED.format(which='earlier.lane NOT ' + one_of('gathered'))}"


def roll_up(connection: Connection, *, now: datetime) -> int:
    """Bind what is due for a roundup into carriers; return how many were made."""
    sql = f"""
    SELECT * FROM outbox WHERE state = 'pending' AND lane {one_of("gathered")}
    AND next_at <= :now AND {_MAY_GATHER} ORDER BY id
    """
    bundles = _bundle(connection.rows(sql, gathered=GATHERED, now=now))
    for bundle in bundles:
        _carry(connection, bundle, now=now)
    return len(bundles)


def _bundle(rows: Sequence[Row]) -> list[list[Row]]:
    """Sort alerts into roundups by channel and rule; an item is in one at a time."""
    bundles: list[list[Row]] = []
    open_ones: dict[tuple[str, str], list[Row]] = {}
    places: dict[tuple[str, int | None], list[Row]] = {}
    for row in rows:
        bundle = open_ones.get((row.channel, row.rule))
        if bundle is None or len(bundle) >= ROUNDUP_SIZE:
            bundle = open_ones[row.channel, row.rule] = []
            bundles.append(bundle)
        # an item's later alert waits until the earlier one has gone out elsewhere
        if places.setdefault((row.channel, row.item_id), bundle) is bundle:
            bundle.append(row)
    return [bundle for bundle in bundles if bundle]


def _carry(connection: Connection, rows: Sequence[Row], *, now: datetime) -> None:
    words = "\x1f".join(["roundup", *(row.alert_id for row in rows)])
    alert_id = "alert_" + hashlib.sha256(words.encode()).hexdigest()[:32]
    add_alert(
        connection,
        alert_id=alert_id,
        rule=rows[0].rule,
        channel=rows[0].channel,
        lane=CARRIER,
        payload={"changes": [row.change_id for row in rows]},
        created_at=now,
        planned_at=now,
    )
    rolled = {"state": ROLLED, "roundup_id": alert_id, "next_at": None}
    connection.set_rows("outbox", {row.id: rolled for row in rows})

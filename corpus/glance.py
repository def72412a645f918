"""One look at the store for ``presswatch status``: SQLite alone, nothing else loaded.

It stands beside the store and not in it because to load the store costs more than all
that a person waits for here.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from corpus.home import Home

Row = dict[str, Any]

_SITES = """
SELECT s.name, s.is_paused, s.due_at, s.baseline_at,
       r.id AS run, r.status, r.started_at, r.ended_at, r.problems, r.requested,
       (SELECT count(*) FROM items i WHERE i.site_id = s.id AND i.status = 'live') live,
       (SELECT count(*) FROM changes c WHERE c.site_id = s.id AND NOT c.baseline
         AND c.captured_at >= :day) AS changes,
       (SELECT max(c.captured_at) FROM changes c WHERE c.site_id = s.id
         AND c.kind = 'new' AND NOT c.baseline) AS last_new_at,
       (SELECT count(*) FROM held h WHERE h.site_id = s.id) AS held,
       (SELECT l.holder FROM leases l WHERE l.site_id = s.id
         AND l.expires_at > unixepoch('now')) AS holder
FROM sites s LEFT JOIN runs r
  ON r.id = (SELECT max(id) FROM runs WHERE site_id = s.id AND ended_at IS NOT NULL)
WHERE s.removed_at IS NULL ORDER BY s.name
"""
_DAILY = """
SELECT site_id, substr(captured_at, 1, 10) AS day, count(*) AS count FROM changes
WHERE captured_at >= :since AND NOT baseline GROUP BY site_id, day
"""
_OUTBOX = """
SELECT state, count(*) AS count, min(planned_at) AS oldest FROM outbox GROUP BY state
"""
_TROUBLES = """
SELECT s.name AS site, t.kind, t.detail, t.proposal, t.began_at FROM troubles t
JOIN sites s ON s.id = t.site_id
WHERE t.ended_at IS NULL AND s.removed_at IS NULL ORDER BY t.id
"""
_LATE = """
SELECT s.name AS site, w.due_at, w.started_at, w.missed FROM wakes w
JOIN sites s ON s.id = w.site_id
WHERE w.started_at >= :since
  AND (w.missed > 0 OR unixepoch(w.started_at) - unixepoch(w.due_at) > 900)
ORDER BY w.id DESC LIMIT 20
"""
#: Days of the trend.
DAYS = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """What the store says of everything, as plain rows; times are UTC text."""

    sites: tuple[Row, ...] = ()
    daily: tuple[int, ...] = ()
    outbox: tuple[Row, ...] = ()
    troubles: tuple[Row, ...] = ()
    late: tuple[Row, ...] = ()


def glance(home: Home, *, now: datetime) -> Glance:
    """Read all of it in one transaction; an empty one where nothing is held yet."""
    if not home.store.exists():
        return Glance()
    times = {
        "day": _text(now - timedelta(days=1)),
        "since": _text(now - timedelta(days=7)),
    }
    with _reading(home.store) as ask:
        return Glance(
            sites=tuple(ask(_SITES, times)),
            daily=_trend(ask(_DAILY, _since(now)), now),
            outbox=tuple(ask(_OUTBOX, {})),
            troubles=tuple(ask(_TROUBLES, {})),
            late=tuple(ask(_LATE, times)),
        )


@contextmanager
def _reading(path: Path) -> Iterator[Any]:
    uri = path.resolve().as_uri() + "?mode=ro"
    try:
        with closing(sqlite3.connect(uri, uri=True, timeout=10)) as connection:
            connection.row_factory = sqlite3.Row
            connection.execute("BEGIN")

            def ask(query: str, values: Row) -> list[Row]:
                return [dict(row) for row in connection.execute(query, values)]

            yield ask
    except sqlite3.DatabaseError as error:
        # brings all of the store along
        from corpus.store.failures import StoreError, failure

        if told := failure(error, path):
            raise told from error
        if "no such table" in str(error):
            raise StoreError(f"{path}: {error}: move it away; it is no store") from None
        raise


def _since(now: datetime) -> Row:
    return {"since": _text(now - timedelta(days=DAYS - 1))[:10]}


def _trend(rows: list[Row], now: datetime) -> tuple[int, ...]:
    """Return the changes of each day, the oldest first and today last."""
    counts: dict[str, int] = {}
    for row in rows:
        counts[row["day"]] = counts.get(row["day"], 0) + row["count"]
    days = [now - timedelta(days=back) for back in range(DAYS - 1, -1, -1)]
    return tuple(counts.get(day.strftime("%Y-%m-%d"), 0) for day in days)


def _text(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%S.%fZ")

"""Changes, troubles and alerts to test with; and a real store that holds changes."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from corpus.store import Store
from corpus.store.changes import add_change, get_change
from parsers.model import (
    Alert,
    Change,
    ChangeKind,
    FieldChange,
    Problem,
    ProblemKind,
    Seen,
    Trouble,
)
from scheduler.alerting.file import Alerts
from scheduler.outbox import keep_alerts

NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)
SITE = "press.harbour.example"


def make_change(**values: Any) -> Change:
    """Return an edit of a ferry notice, with what the test says otherwise."""
    fields = {
        "title": FieldChange(old="Ferry fares rise", new="Ferry fares fall"),
        "body": FieldChange(
            old="The fare is 10 euros.\n\nThe pier stays open.",
            new="The fare is 8 euros.\n\nThe pier stays open.",
        ),
    }
    known: dict[str, Any] = {
        "id": 7,
        "kind": ChangeKind.EDITED,
        "site": SITE,
        "key": "press.harbour.example/news/ferry",
        "url": "https://press.harbour.example/news/ferry",
        "captured_at": NOON,
        "title": "Ferry fares fall",
        "date": "2026-03-02",
        "body": "The fare is 8 euros.\n\nThe pier stays open.",
        "fields": fields,
        "language": "en",
        "before": Seen(at=NOON.replace(day=2), digest="sha256:aa11"),
        "after": Seen(at=NOON, digest="sha256:bb22"),
    }
    return Change(**(known | values))


def make_alert(*changes: Change, **values: Any) -> Alert:
    """Return an alert about a change, or a roundup of several."""
    told = changes or (make_change(),)
    known: dict[str, Any] = {
        "alert_id": "alert_0123456789abcdef0123456789abcdef",
        "channel": "desk",
        "rule": "corrections",
        "at": NOON,
        "changes": told,
        "is_roundup": len(told) > 1,
    }
    return Alert(**(known | values))


def make_trouble(**values: Any) -> Trouble:
    """Return a site from which nothing is found any more."""
    known: dict[str, Any] = {
        "site": SITE,
        "problem": Problem(
            kind=ProblemKind.REDESIGN,
            detail="12 of 14 pages no longer fit the profile",
            url="https://press.harbour.example/news/",
        ),
        "at": NOON,
        "run": 3,
        "proposal": "look at one page: presswatch parse --explain",
    }
    return Trouble(**(known | values))


class Corpus:
    """A real store with one site, into which changes are put as a run does."""

    def __init__(self, home: Path, site: str = SITE) -> None:
        self.store = Store(home / "presswatch.sqlite")
        self.site_id = self.store.sites.add(site, now=NOON)
        self.site = site

    def run(self, now: datetime = NOON) -> int:
        """Begin a run; return its id."""
        lease = self.store.leases.acquire(self.site_id)
        assert lease is not None
        run_id = self.store.runs.begin(lease, now=now)
        self.store.leases.release(lease)
        return run_id

    def item(self, key: str, *, now: datetime = NOON) -> int:
        """Keep an item; return its id."""
        with self.store.write() as connection:
            return connection.insert(
                "items",
                site_id=self.site_id,
                key=key,
                url=f"https://{key}",
                status="live",
                is_baseline=False,
                first_seen=now,
            )

    def change(
        self,
        item_id: int,
        alerts: Alerts,
        *,
        run_id: int,
        now: datetime = NOON,
        **values: Any,
    ) -> Change | None:
        """Keep a change and its alerts in one transaction."""
        row: dict[str, Any] = {
            "kind": "edited",
            "url": f"https://{self.site}/news/{item_id}",
            "title": f"Item {item_id}",
            "body": "Words.",
            "fields": {"body": {"old": "Word.", "new": "Words."}},
            "weight": "full",
            "baseline": False,
            "captured_at": now,
        } | values
        with self.store.write() as connection:
            change_id = add_change(
                connection, site_id=self.site_id, item_id=item_id, run_id=run_id, **row
            )
            if change_id is None:
                return None
            change = get_change(connection, change_id)
            assert change is not None
            keep_alerts(
                connection,
                change,
                alerts,
                now=now,
                site_id=self.site_id,
                item_id=item_id,
            )
            return change

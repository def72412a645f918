"""Alerts, rehearsals and verdicts as the contract's JSON, and as lines. Pure."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from parsers.model import Alert, Change, ChangeKind, FieldChange, Seen
from presswatch.cli.showing.shapes import stamped
from scheduler.alerting.file import Alerts
from scheduler.alerting.rehearsal import Told
from scheduler.alerts import match

_HOW = {"at_once": "at once", "roundup": "roundup", "overflow": "over the cap"}


def told_shape(told: Told, *, rich: bool = False) -> dict[str, Any]:
    """Return what a rule would have sent; ``rich``: the columns of a table."""
    change = told.change
    shape: dict[str, Any] = {
        "rule": told.rule,
        "channel": told.channel,
        "how": _HOW[told.lane] if rich else told.lane,
        "at": told.planned_at if rich else stamped(told.planned_at),
        "kind": change.kind.value,
        "site": change.site,
        "title": change.title,
    }
    if rich:
        return shape
    return {"change": change.id, "url": change.url} | shape


def pending_shape(row: Any, *, rich: bool = False) -> dict[str, Any]:
    """Return an alert that is not delivered."""
    return {
        "alert_id": row.alert_id,
        "change": row.change_id,
        "rule": row.rule,
        "channel": row.channel,
        "attempts": row.attempts,
        "next_at": row.next_at if rich else stamped(row.next_at),
        "state": row.state,
    }


def why_shapes(
    change: Change, alerts: Alerts, deliveries: Sequence[Any], carriers: Sequence[Any]
) -> Iterator[dict[str, Any]]:
    """Yield for every rule its verdict on a change, and what it delivered.

    A rule that is no longer in the file, and once fired, has no verdict.
    """
    by_rule: dict[str, list[dict[str, Any]]] = {}
    for row in deliveries:
        carrier = next((c for c in carriers if c.alert_id == row.roundup_id), None)
        shape = _delivery(row, carrier)
        by_rule.setdefault(row.rule, []).append(shape)
    for rule in alerts.rules:
        verdict = match(change, rule)
        yield {
            "change": change.id,
            "rule": rule.name,
            "fires": verdict.fires,
            "reasons": [
                {"test": r.test, "passed": r.passed, "why": r.why}
                for r in verdict.reasons
            ],
            "deliveries": by_rule.pop(rule.name, []),
        }
    for name, shapes in by_rule.items():
        yield {
            "change": change.id,
            "rule": name,
            "fires": None,
            "reasons": [],
            "deliveries": shapes,
        }


def why_lines(shape: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield a verdict as lines, each with its style."""
    words = {True: "fires", False: "does not fire", None: "is no longer in the file"}
    yield f"{shape['rule']}: {words[shape['fires']]}", "bold"
    for reason in shape["reasons"]:
        sign, style = ("✓", "green") if reason["passed"] else ("✗", "red")
        yield f"  {sign} {reason['test']}: {reason['why']}", style
    for one in shape["deliveries"]:
        yield f"  → {_told_delivery(one)}", "cyan"


def sample(channel: str, now: datetime) -> Alert:
    """Return an alert that shows whether a channel works, and how it looks."""
    old = "The ferry leaves at ten.\n\nTickets are sold on board."
    new = "The ferry leaves at twelve.\n\nTickets are sold on board."
    change = Change(
        id=0,
        kind=ChangeKind.EDITED,
        site="sample.example",
        key="sample.example/ferry",
        url="https://sample.example/ferry",
        captured_at=now,
        title="This is a sample: the ferry leaves later",
        date=now.date().isoformat(),
        body=new,
        fields={"body": FieldChange(old=old, new=new)},
        before=Seen(at=now, digest="sha256:sample-before"),
        after=Seen(at=now, digest="sha256:sample-after"),
    )
    return Alert(
        alert_id=f"alert_sample_{int(now.timestamp())}",
        channel=channel,
        rule="alerts test --send",
        at=now,
        changes=(change,),
    )


def _delivery(row: Any, carrier: Any) -> dict[str, Any]:
    """Return what became of an alert; one in a roundup has the roundup's fate."""
    fate = carrier or row
    return {
        "alert_id": row.alert_id,
        "channel": row.channel,
        "state": fate.state,
        "roundup": row.roundup_id,
        "attempts": fate.attempts,
        "next_at": stamped(fate.next_at),
        "sent_at": stamped(fate.sent_at),
        "error": fate.error,
    }


def _told_delivery(one: dict[str, Any]) -> str:
    when = {"sent": one["sent_at"], "pending": f"next {one['next_at']}"}
    parts = [
        one["channel"],
        one["state"],
        when.get(one["state"], ""),
        f"after {one['attempts']} tries" if one["attempts"] else "",
        f"in roundup {one['roundup']}" if one["roundup"] else "",
        one["error"] or "",
    ]
    return ", ".join(part for part in parts if part)

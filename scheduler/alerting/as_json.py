"""An alert as the JSON object that webhooks and feeds carry. Pure."""

from typing import Any

from parsers.model import Alert, Change
from scheduler.alerting.message import stamp
from scheduler.alerting.safe import cut

#: Most characters of one text, most changes in one object: what is cut is named.
MOST_CHARS = 500_000
MOST_CHANGES = 500


def alert_object(alert: Alert) -> dict[str, Any]:
    """Return the alert as documented in ``docs/webhook.schema.json``."""
    head = {"alert_id": alert.alert_id, "rule": alert.rule, "channel": alert.channel}
    if alert.trouble is not None:
        trouble = alert.trouble
        return head | {
            "kind": "problem",
            "site": trouble.site,
            "url": trouble.problem.url or None,
            "problem": {
                "kind": trouble.problem.kind.value,
                "detail": trouble.problem.detail,
            },
            "proposal": trouble.proposal or None,
            "run": trouble.run,
            "at": stamp(trouble.at),
        }
    if alert.is_roundup:
        told = [change_object(change) for change in alert.changes[:MOST_CHANGES]]
        return head | {"kind": "roundup", "at": stamp(alert.at), "changes": told}
    return head | change_object(alert.changes[0])


def change_object(change: Change) -> dict[str, Any]:
    """Return a change in the contract's form."""
    return {
        "id": change.id,
        "kind": change.kind.value,
        "site": change.site,
        "key": change.key,
        "url": change.url,
        "old_url": change.old_url,
        "title": _bounded(change.title),
        "date": change.date,
        "body": _bounded(change.body),
        "fields": {
            name: {"old": _bounded(field.old), "new": _bounded(field.new)}
            for name, field in change.fields.items()
        },
        "weight": change.weight.value,
        "baseline": change.baseline,
        "captured_at": stamp(change.captured_at),
    }


def _bounded(value: Any) -> Any:
    return cut(value, MOST_CHARS) if isinstance(value, str) else value

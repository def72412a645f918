"""What the alert rules would have told, and why they told or did not. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from corpus.store.drafts import AT_ONCE
from parsers.model import Change
from scheduler.alerting.file import Alerts
from scheduler.alerting.rules import Rule
from scheduler.alerts import fires, plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One alert that a rule would have sent."""

    rule: str
    channel: str
    change: Change
    lane: str
    planned_at: datetime


def rehearse(
    changes: Iterable[Change], alerts: Alerts, names: Sequence[str] = ()
) -> Iterator[Told]:
    """Yield what each rule by itself would have sent, switched off or not.

    Each change is taken as found when it was captured; caps count what came before.
    """
    rules = [rule for rule in alerts.rules if not names or rule.name in names]
    sent: dict[tuple[str, str], list[datetime]] = {}

    def planned(rule: str, channel: str, after: datetime, until: datetime) -> int:
        times = sent.get((rule, channel), ())
        return sum(after < at <= until for at in times)

    for change in changes:
        for rule in rules:
            if not fires(change, switched_on(rule)):
                continue
            zone = alerts.zone(rule)
            for channel in dict.fromkeys(rule.channels):
                now = change.captured_at
                lane, at = plan(rule, channel, now=now, zone=zone, planned=planned)
                if lane == AT_ONCE:
                    sent.setdefault((rule.name, channel), []).append(at)
                yield Told(
                    rule=rule.name,
                    channel=channel,
                    change=change,
                    lane=lane,
                    planned_at=at,
                )


def switched_on(rule: Rule) -> Rule:
    """Return the rule as it would be when it is switched on."""
    return rule if rule.enabled else rule.model_copy(update={"enabled": True})


def count_messages(told: Sequence[Told]) -> int:
    """Return how many messages the alerts come to: those of a roundup are one."""
    alone = sum(alert.lane == AT_ONCE for alert in told)
    together = {
        (alert.rule, alert.channel, alert.planned_at)
        for alert in told
        if alert.lane != AT_ONCE
    }
    return alone + len(together)

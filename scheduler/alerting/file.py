"""``HOME/alerts.toml``: which changes concern whom, and how they are told."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from scheduler.alerting.delivery import Channel, Place, SecretError
from scheduler.alerting.toml_lines import find_line

if TYPE_CHECKING:
    from scheduler.alerting.channel_settings import ChannelSettings
    from scheduler.alerting.rules import Rule

FILE = "alerts.toml"


class AlertsError(Exception):
    """The alert file cannot be used; ``faults`` are lines with file, line and key."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


@dataclass(frozen=True, slots=True, kw_only=True)
class Alerts:
    """The alert file as read: channels by name, rules in the order they stand."""

    channels: "Mapping[str, ChannelSettings]"
    rules: "tuple[Rule, ...]"
    time_zone: str | None = None
    path: Path | None = None

    def rule(self, name: str) -> "Rule | None":
        """Return the rule of that name."""
        return next((rule for rule in self.rules if rule.name == name), None)

    def zone(self, rule: "Rule", site_zone: str | None = None) -> ZoneInfo:
        """Return the zone of a rule's times: its own, the file's, the site's, UTC."""
        return ZoneInfo(rule.time_zone or self.time_zone or site_zone or "UTC")


def load_alerts(home: Path) -> Alerts:
    """Read the home's alert file; without one there are no rules.

    All faults are told together, in one ``AlertsError``. Secrets are not looked at:
    ``open_channels`` does that.
    """
    path = home / FILE
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return Alerts(channels={}, rules=(), path=path)
    except OSError as error:
        raise AlertsError((f"{path}: cannot be read: {error.strerror}",)) from error
    try:
        # some editors put a mark before the first line
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise AlertsError((f"{path}:{line}: this is not UTF-8",)) from error
    from scheduler.alerting.rules import read_alerts  # what checks costs without a file

    return read_alerts(text, path=path)


def open_channels(
    alerts: Alerts, place: Place
) -> tuple[dict[str, Channel], dict[str, str]]:
    """Return the channels ready to send, and for each that is not the fault."""
    channels, faults = {}, {}
    for name, settings in alerts.channels.items():
        try:
            channels[name] = settings.open(name, place)
        except SecretError as error:
            faults[name] = f"{place_of(alerts, 'channel', name, error.key)}: {error}"
    return channels, faults


def place_of(alerts: Alerts, *key: str | int) -> str:
    """Return file, line and key of a value, as a message begins."""
    text = ""
    if alerts.path:
        with suppress(OSError, UnicodeDecodeError):
            text = alerts.path.read_text("utf-8-sig")
    words = ".".join(part for part in key if isinstance(part, str))
    return f"{alerts.path or FILE}:{find_line(text, key)}: {words}"

"""The ways an alert can go out: one module and one line each."""

from scheduler.alerting.channel_settings import ChannelSettings
from scheduler.channels import apprise, atom, console, email, json_feed, webhook

#: What may stand as ``type`` under ``[channel.NAME]``, and the keys it takes.
CHANNELS: dict[str, type[ChannelSettings]] = {
    "email": email.EmailSettings,
    "webhook": webhook.WebhookSettings,
    "atom": atom.AtomSettings,
    "json-feed": json_feed.JsonFeedSettings,
    "console": console.ConsoleSettings,
    "apprise": apprise.AppriseSettings,
}

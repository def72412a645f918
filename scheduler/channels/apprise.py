"""Alerts to whatever Apprise speaks: Slack, Telegram, Matrix, Teams, ntfy, …"""

import logging
from typing import ClassVar, Literal, Self

from pydantic import model_validator

from parsers.model import Alert
from scheduler.alerting.channel_settings import ChannelSettings, read_secret
from scheduler.alerting.delivery import DeliveryError, Place, SecretError
from scheduler.alerting.message import tell
from scheduler.alerting.plain_text import as_plain_text
from scheduler.alerting.safe import cut, inert

#: Chats cut long messages or refuse them; the link leads to the rest.
MOST_CHARS = 1_800


class AppriseSettings(ChannelSettings):
    """An Apprise address; one that holds a token comes from ``url_env``."""

    SECRETS: ClassVar[tuple[str, ...]] = ("url",)

    type: Literal["apprise"]
    url: str | None = None
    url_env: str | None = None
    url_file: str | None = None

    @model_validator(mode="after")
    def _check(self) -> Self:
        if sum(key is not None for key in (self.url, self.url_env, self.url_file)) != 1:
            raise ValueError("give one of url_env, url_file, url")
        return self

    def open(self, name: str, place: Place) -> "AppriseChannel":
        """Return the channel; an address that Apprise cannot read is told at once."""
        url = self.url or read_secret(self, "url", place) or ""
        key = next(k for k in ("url", "url_env", "url_file") if getattr(self, k))
        return AppriseChannel(url, key=key)


class AppriseChannel:
    """Hands each alert to Apprise as plain text, mark-up and mentions made inert."""

    def __init__(self, url: str, *, key: str = "url") -> None:
        # imported here: it costs more than all the other channels together
        from apprise import Apprise

        # its log lines hold the addresses, and with them the tokens
        logging.getLogger("apprise").setLevel(logging.CRITICAL)
        self._apprise = Apprise()
        if not self._apprise.add(url):
            raise SecretError(
                key, "Apprise cannot read this address; see its list of services"
            )

    def send(self, alert: Alert) -> None:
        """Notify; Apprise says whether it went well, never why it did not."""
        from apprise import NotifyFormat

        message = tell(alert)
        body = cut(as_plain_text(message, clean=inert), MOST_CHARS)
        try:
            taken = self._apprise.notify(
                title=inert(message.subject), body=body, body_format=NotifyFormat.TEXT
            )
        except Exception as error:  # a plugin may raise whatever it likes
            raise DeliveryError(f"Apprise failed: {type(error).__name__}") from error
        if not taken:
            raise DeliveryError("the service behind Apprise did not take it")

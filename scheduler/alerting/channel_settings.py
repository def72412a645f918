"""What the alert file says of a channel, and where its secrets are."""

from typing import ClassVar

from pydantic import BaseModel, ConfigDict

from scheduler.alerting.delivery import Channel, Place, SecretError


class ChannelSettings(BaseModel):
    """What stands under ``[channel.NAME]``; each type adds its own keys."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    #: Keys whose value names a secret, never is one.
    SECRETS: ClassVar[tuple[str, ...]] = ()

    type: str

    def open(self, name: str, place: Place) -> Channel:
        """Return the channel, ready to send; ``SecretError`` if a secret is missing."""
        raise NotImplementedError


def read_secret(settings: ChannelSettings, word: str, place: Place) -> str | None:
    """Return the secret that ``WORD_env`` or ``WORD_file`` names; nothing if neither.

    A file without a leading slash lies below the home. The message never holds the
    secret itself.
    """
    variable = getattr(settings, f"{word}_env", None)
    file = getattr(settings, f"{word}_file", None)
    if variable:
        secret = place.environ.get(variable, "").strip()
        if not secret:
            raise SecretError(
                f"{word}_env",
                f"the environment has no {variable}; set it and try again",
            )
        return secret
    if not file:
        return None
    try:
        secret = (place.home / file).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeError) as error:
        reason = getattr(error, "strerror", None) or "it is no text file"
        raise SecretError(f"{word}_file", f"cannot read {file}: {reason}") from error
    if not secret:
        raise SecretError(f"{word}_file", f"{file} is empty")
    return secret

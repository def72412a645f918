"""What every channel has in common: where it works, and how it fails."""

import os
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from parsers.model import Alert

#: Seconds a channel may take for one alert, name look-up to acknowledgement.
TIMEOUT_S = 30.0


class DeliveryError(Exception):
    """An alert was not taken; ``permanent`` says that trying again is useless.

    ``retry_after`` is what the other side asked us to wait, in seconds; ``key`` the
    key of the channel that a person may want to look at.
    """

    def __init__(
        self,
        reason: str,
        *,
        permanent: bool = False,
        retry_after: float | None = None,
        key: str = "type",
    ) -> None:
        super().__init__(reason)
        self.permanent = permanent
        self.retry_after = retry_after
        self.key = key


def reason_of(error: Exception) -> str:
    """Return in words, without a number, why nothing came of a connection.

    >>> reason_of(ConnectionRefusedError(111, "Connection refused"))
    'Connection refused'
    >>> reason_of(TimeoutError()), reason_of(EOFError())
    ('no answer in time', 'EOFError')
    """
    if isinstance(error, TimeoutError):
        return "no answer in time"
    told = error.strerror if isinstance(error, OSError) else None
    return told or str(error) or type(error).__name__


class Channel(Protocol):
    """One way an alert reaches a person."""

    def send(self, alert: Alert) -> None:
        """Deliver one alert, or raise ``DeliveryError``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a channel works: the home it writes to, the secrets it may read."""

    home: Path
    environ: Mapping[str, str] = field(default_factory=lambda: os.environ)


class SecretError(Exception):
    """A secret is not where the file says; ``key`` is the key that says so."""

    def __init__(self, key: str, reason: str) -> None:
        super().__init__(reason)
        self.key = key


@contextmanager
def deadline(close: Callable[[], object], seconds: float = TIMEOUT_S) -> Iterator[None]:
    """Close the connection when the time is over, however slowly it still drips."""
    is_late = threading.Event()

    def end() -> None:
        is_late.set()
        with suppress(OSError):
            close()

    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield
    except (OSError, ValueError, AttributeError) as error:
        if is_late.is_set():
            raise DeliveryError(f"no answer within {seconds:g} seconds") from error
        raise
    finally:
        timer.cancel()

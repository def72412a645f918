"""Alerts as lines on standard error, for those who watch a terminal."""

import sys
from typing import Literal, TextIO

from parsers.model import Alert
from scheduler.alerting.channel_settings import ChannelSettings
from scheduler.alerting.delivery import DeliveryError, Place
from scheduler.alerting.message import headline, subject
from scheduler.alerting.safe import one_line


class ConsoleSettings(ChannelSettings):
    """A console needs no keys; standard output stays with the command's results."""

    type: Literal["console"]

    def open(self, name: str, place: Place) -> "Console":
        """Return the channel to standard error."""
        return Console(sys.stderr)


class Console:
    """Prints a line for the alert, and one for each change of a roundup."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def send(self, alert: Alert) -> None:
        """Print the alert."""
        lines = [subject(alert)]
        if alert.trouble is not None:
            lines.append(f"  {one_line(alert.trouble.problem.detail, 500)}")
        for change in alert.changes[:100]:
            if alert.is_roundup:
                lines.append(f"  {headline(change)}")
            lines.append(f"  {one_line(change.url, 2000)}")
        try:
            self._stream.write("\n".join(lines) + "\n")
            self._stream.flush()
        except UnicodeError:
            text = "\n".join(lines).encode("ascii", "backslashreplace").decode()
            print(text, file=self._stream, flush=True)
        except (OSError, ValueError) as error:
            raise DeliveryError(f"the terminal is gone: {error}") from error

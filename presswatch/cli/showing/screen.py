"""What reaches a terminal or a pipe: JSON lines, messages, what Rich draws.

Text from pages is cleaned here, last, of what could move a cursor or turn a line round;
in JSON such characters are escaped instead, so that nothing is lost.
"""

import json
import os
import re
import shutil
import sys
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, TextIO

from scheduler.alerting.safe import one_line, plain

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

#: Controls, direction marks, line separators, lone surrogates: escaped in JSON.
_ESCAPED = re.compile(
    "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
#: Columns of what is drawn where no terminal says how many there are.
_WIDE = 4000


def to_json(value: Mapping[str, Any]) -> str:
    r"""Return a value as one line of JSON that no terminal can be harmed by.

    >>> to_json({"title": "Fähre\u202e\x1b[2J\n"})
    '{"title": "Fähre\\u202e\\u001b[2J\\n"}'
    """
    return _ESCAPED.sub(_escape, json.dumps(value, ensure_ascii=False))


def emit(value: Mapping[str, Any]) -> None:
    """Print one result as a line of JSON."""
    write(to_json(value) + "\n")


def say(text: str) -> None:
    """Print a message for a person, on standard error."""
    try:
        print(plain(text), file=sys.stderr, flush=True)
    except OSError:
        pass


def console(stream: TextIO | None = None) -> "Console":
    """Return Rich's console on standard output: colours on terminals only."""
    from rich.console import Console

    stream = stream or sys.stdout
    is_terminal = stream.isatty()
    columns = shutil.get_terminal_size().columns
    return Console(
        file=stream,
        force_terminal=is_terminal and not os.environ.get("NO_COLOR"),
        width=columns if is_terminal else _WIDE,
        markup=False,
        highlight=False,
        emoji=False,
        legacy_windows=False,
    )


def columns_of_screen() -> int | None:
    """Return how many columns the terminal has; nothing where there is none."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def show(*parts: Any, is_whole: bool = False) -> None:
    """Print what Rich can draw; a whole line is broken by the terminal alone."""
    screen = console()
    with screen.capture() as drawn:
        for part in parts:
            screen.print(part, soft_wrap=is_whole or screen.width == _WIDE)
    text = drawn.get()
    if not screen.is_terminal:
        text = "".join(line.rstrip() + "\n" for line in text.splitlines())
    write(text)


def styled(text: str, style: str) -> "Text":
    """Return clean one-line text in a style."""
    from rich.text import Text

    return Text(one_line(text, 2000), style=style)


def when(moment: datetime) -> str:
    """Return a time in local time, to the minute, as people read it."""
    return moment.astimezone().strftime("%Y-%m-%d %H:%M")


def counted(count: int, word: str) -> str:
    """Return a count with its word, of which one thing has no plural.

    >>> counted(0, "problems"), counted(1, "problems"), counted(1, "unchanged")
    ('0 problems', '1 problem', '1 unchanged')
    """
    return f"{count} {word.removesuffix('s') if count == 1 else word}"


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def write(text: str) -> None:
    """Write to standard output; a reader who went away does not end the work."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        # what stays in the buffer would fail once more when the interpreter ends
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
        if not isinstance(error, BrokenPipeError):
            raise OSError(error.errno, error.strerror, "standard output") from None

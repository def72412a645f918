"""Run one command: what goes wrong on the way becomes a message and an exit status."""

import io
import os
import signal
import sys
import tempfile
import traceback
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from types import FrameType, ModuleType
from typing import NoReturn

from corpus.loading import for_good
from corpus.log import prepare
from presswatch import __version__
from presswatch.cli.commands import COMMANDS, overview
from presswatch.cli.endings import (
    BUG,
    PROBLEMS,
    STOPPED,
    USAGE,
    WELL,
    UsageError,
    status_of,
)
from presswatch.cli.showing.screen import say, write
from scheduler.alerting.safe import plain


class Stopped(BaseException):
    """A signal asked the program to end."""


def run(arguments: Sequence[str]) -> int:
    """Run the command that the arguments name; return the exit status."""
    _speak_utf8()
    if arguments[0] in COMMANDS:
        _listen()
    return call(*arguments)


def introduce(*, is_asked: bool) -> int:
    """Tell what there is; return the exit status."""
    if not is_asked:
        say(overview())
        return USAGE
    try:
        write(overview() + "\n")
    except OSError as error:
        return _complain("presswatch", str(error), PROBLEMS)
    return WELL


def call(name: str, *rest: str) -> int:
    """Call a command by its name; what it raises becomes a message and a status."""
    if name not in COMMANDS:
        return _complain("presswatch", _unknown(name), USAGE)
    try:
        return _call(name, rest)
    except Stopped:
        return _complain(f"presswatch {name}", "stopped", STOPPED)
    except Exception as error:
        if (status := status_of(error)) != BUG:
            return _complain(f"presswatch {name}", str(error), status)
        trace = keep_trace(error, home_of(rest, os.environ))
        return _complain(f"presswatch {name}", _bug(error, trace), BUG)


def home_of(arguments: Sequence[str], environment: Mapping[str, str]) -> Path:
    """Return the home that was asked for, however little of the call makes sense.

    >>> home_of(["crawl", "--home", "/tmp/h"], {}).name, home_of(["crawl"], {}).name
    ('h', 'output')
    """
    for place, argument in enumerate(arguments):
        if argument.startswith("--home="):
            return Path(argument.partition("=")[2])
        if argument == "--home" and place + 1 < len(arguments):
            return Path(arguments[place + 1])
    return Path(environment.get("PRESSWATCH_HOME") or "output")


def keep_trace(error: BaseException, home: Path) -> Path | None:
    """Write where a bug struck below the home, else in the temporary folder."""
    moment = datetime.now(UTC).strftime("%Y%m%dT%H%M%S.%fZ")
    text = f"presswatch {__version__}\nPython {sys.version}\n\n"
    text += "".join(traceback.format_exception(error))
    for folder in (home / "logs", Path(tempfile.gettempdir()) / "presswatch-logs"):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            path = folder / f"trace-{moment}-{os.getpid()}.txt"
            path.write_text(text, encoding="utf-8", errors="backslashreplace")
        except OSError:
            continue
        return path
    return None


def _call(name: str, rest: Sequence[str]) -> int:
    module = _imported(COMMANDS[name][0])
    if "logging" in sys.modules:
        from presswatch.cli.logs import log_to_stderr, quiet_readers

        prepare(log_to_stderr)
        quiet_readers()
    try:
        module.app(args=list(rest), prog_name=f"presswatch {name}")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else WELL
    return WELL


def _imported(command: str) -> ModuleType:
    """Import what a command needs; tell what to do where it is not installed."""
    try:
        with for_good():
            return import_module(f"presswatch.cli.{command}")
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("presswatch"):
            raise
        raise UsageError(
            f"this Python has no {error.name}: call .venv/bin/presswatch, "
            "which make setup installs"
        ) from error


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _listen() -> None:
    """Let a first SIGINT or SIGTERM end the command in order, a second one at once."""
    signal.signal(signal.SIGINT, _stop)
    signal.signal(signal.SIGTERM, _stop)


def _stop(number: int, frame: FrameType | None) -> NoReturn:
    for again in (signal.SIGINT, signal.SIGTERM):
        signal.signal(again, lambda *_: os._exit(STOPPED))
    raise Stopped


def _complain(who: str, what: str, status: int) -> int:
    try:
        print(f"{who}: {plain(what)}", file=sys.stderr, flush=True)
    except OSError:
        pass
    return status


def _unknown(name: str) -> str:
    if name.startswith("-"):
        return f"{name}: options follow the command's name; see presswatch --help"
    alike = get_close_matches(name, COMMANDS, n=1)
    hint = f"did you mean {alike[0]}? See" if alike else "see"
    return f"no command is named {name!r}; {hint} presswatch --help"


def _bug(error: BaseException, trace: Path | None) -> str:
    last = traceback.format_exception_only(error)[-1].strip()
    where = f"its trace lies in {trace}" if trace else "its trace could not be written"
    return (
        f"this is a bug in presswatch: {last}\n{where}; please report it with that file"
    )

"""What commands have in common: their options, the program's clock, home and store."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from corpus.clock import clock as start_clock
from corpus.home import Home

if TYPE_CHECKING:
    from corpus.store import Store

__all__ = ["start_clock"]

Clock = Callable[[], datetime]

#: Within which the program's clock may start.
_FIRST_YEAR, _LAST_YEAR = 1971, 9000
#: No row has a higher one.
_LAST_ID = 2**63 - 1


def new_app(*, has_parts: bool = False) -> typer.Typer:
    """Return an empty command, set up as all of ours are; parts are asked for."""
    return typer.Typer(
        no_args_is_help=has_parts,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["--help", "-h"]},
    )


def read_time(text: str) -> datetime:
    """Return the moment a text names.

    >>> read_time("2026-03-01T08:00+02:00").isoformat()
    '2026-03-01T06:00:00+00:00'
    """
    moment = _moment(text)
    if moment is None:
        raise typer.BadParameter(
            f"{text!r} is no time with an offset; write 2026-03-01T08:00:00Z"
        )
    return moment


def read_now(text: str) -> datetime:
    """Return the moment that a clock is to start at, with years before and after it.

    >>> read_now("2026-03-01T08:00Z").isoformat()
    '2026-03-01T08:00:00+00:00'
    """
    moment = read_time(text)
    if not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        years = f"{_FIRST_YEAR} to {_LAST_YEAR}"
        raise typer.BadParameter(f"{text!r}: the clock knows the years {years}")
    return moment


def read_since(text: str) -> datetime | int:
    """Return the moment or the id a text names; a day begins at midnight UTC.

    >>> read_since("17"), read_since("2026-03-01").isoformat()
    (17, '2026-03-01T00:00:00+00:00')
    """
    if not (text.isascii() and text.isdigit()):
        return read_day(text)
    return int(text) if len(text) < len(str(_LAST_ID)) else _LAST_ID


def read_day(text: str) -> datetime:
    """Return the moment a text names; a day alone begins at midnight UTC."""
    moment = _moment(text + "T00:00:00Z" if len(text) == 10 else text)
    if moment is None:
        raise typer.BadParameter(
            f"{text!r} is no day and no time with an offset; write 2026-03-01 or "
            "2026-03-01T08:00:00Z"
        )
    return moment


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
        return moment.astimezone(UTC) if moment.tzinfo else None
    except (ValueError, OverflowError):
        return None


def read_seconds(text: str) -> float:
    """Return a pause in seconds.

    >>> read_seconds("0.5")
    0.5
    """
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds <= 3600:
        raise typer.BadParameter(f"{text!r} is no number of seconds from 0 to 3600")
    return seconds


def read_number(least: int, most: int | None = None) -> Callable[[str], int]:
    """Return what reads a whole number between two.

    >>> read_number(1)("5")
    5
    """
    wanted = f"from {least} to {most}" if most else f"of {least} or more"

    def read(text: str | int) -> int:
        try:
            number = int(text)
        except ValueError:
            number = least - 1
        if number < least or (most is not None and number > most):
            raise typer.BadParameter(f"{str(text)!r} is no whole number {wanted}")
        return number

    return read


def read_address(text: str) -> str:
    """Return an http or https address as it was written.

    >>> read_address("https://switch.example/ping")
    'https://switch.example/ping'
    """
    from parsers.urls import normalize  # imported here: few commands take one

    try:
        normalize(text)
    except ValueError as error:
        raise typer.BadParameter(f"{error}{meant(text)}") from None
    return text


def meant(url: str) -> str:
    """Return what to type instead of an address without its scheme.

    >>> meant("press.harbour.example/news/")
    '; did you mean https://press.harbour.example/news/?'
    >>> meant("mailto:desk@press.harbour.example")
    ''
    """
    from parsers.urls import host_port

    try:
        is_other = "://" in url or "@" in url
        is_host = not is_other and "." in host_port(f"https://{url}")
    except ValueError:
        return ""
    return f"; did you mean https://{url}?" if is_host else ""


HomeOption = Annotated[
    Path,
    typer.Option(
        "--home",
        envvar="PRESSWATCH_HOME",
        metavar="DIR",
        help="Where everything that is kept lies.",
        file_okay=False,
    ),
]
JsonOption = Annotated[
    bool, typer.Option("--json", help="Print one JSON object a line.")
]
NowOption = Annotated[
    datetime | None,
    typer.Option(
        "--now",
        parser=read_now,
        metavar="TIME",
        help="Start the program's clock there (ISO 8601 with offset).",
    ),
]
DelayOption = Annotated[
    float | None,
    typer.Option(
        "--delay",
        parser=read_seconds,
        metavar="SECONDS",
        help="The pause between two requests to one host and port.",
    ),
]
SitesArgument = Annotated[
    list[str] | None,
    typer.Argument(metavar="SITE...", help="These sites only.", show_default=False),
]
SinceOption = Annotated[
    Any,
    typer.Option(
        "--since",
        parser=read_since,
        metavar="TIME|ID",
        help="After this id, or from then on.",
    ),
]
UntilOption = Annotated[
    datetime | None,
    typer.Option("--until", parser=read_day, metavar="TIME", help="Before this time."),
]
LimitOption = Annotated[
    int | None,
    typer.Option(
        "--limit", parser=read_number(1), metavar="N", help="The newest N of them."
    ),
]

DEFAULT_HOME = Path("output")


@contextmanager
def open_store(home: Home) -> Iterator["Store"]:
    """Open the store below the home, made if need be, and let go of it at the end."""
    from corpus.store import Store

    store = Store(home.store)
    try:
        yield store
    finally:
        store.close()

"""JSON lines in, answers out in the same order; what cannot be read is told."""

import gzip
import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import isfinite
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

from parsers.group import gather

#: Most bytes read of one file, unpacked; a page larger than that is no page.
MOST_BYTES = 64 * 2**20

Ask = TypeVar("Ask")


class LineError(Exception):
    """A line, or a file it names, cannot be read; the message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of input: its object, or why there is none."""

    number: int
    row: dict[str, Any]
    fault: str = ""


def read_lines(stream: Iterable[bytes]) -> Iterator[Line]:
    """Yield the objects of a stream, empty lines left out.

    >>> [line.fault for line in read_lines([b'{"id": 1}', b" ", b"[2]", b"{"])]
    ['', 'not a JSON object', 'not JSON (Expecting property name enclosed in double \
quotes)']
    """
    for number, raw in enumerate(stream, 1):
        if not raw.strip():
            continue
        try:
            row = json.loads(raw, parse_constant=_refuse, parse_float=_finite)
        except ValueError as error:
            reason = str(getattr(error, "msg", error)).partition(":")[0]
            yield Line(number=number, row={}, fault=f"not JSON ({reason})")
            continue
        except RecursionError:
            yield Line(number=number, row={}, fault="nested too deep")
            continue
        if isinstance(row, dict):
            yield Line(number=number, row=row)
        else:
            yield Line(number=number, row={}, fault="not a JSON object")


def text_of(row: dict[str, Any], key: str, *, needed: bool = False) -> str | None:
    """Return a text that a line gives, or nothing; ``LineError`` for other things.

    >>> text_of({"url": None}, "url") is None
    True
    >>> text_of({}, "html_file", needed=True)
    Traceback (most recent call last):
        ...
    presswatch.cli.taking.lines.LineError: html_file is missing
    """
    value = row.get(key)
    if value is None or value == "":
        if needed:
            raise LineError(f"{key} is missing")
        return None
    if not isinstance(value, str):
        raise LineError(f"{key} is no text")
    return value


def url_of(row: dict[str, Any]) -> str | None:
    """Return the address that a line gives, if any; it may be relative.

    >>> url_of({"url": "http://[::1/news/"})
    Traceback (most recent call last):
        ...
    presswatch.cli.taking.lines.LineError: url is no address: Invalid IPv6 URL
    """
    url = text_of(row, "url")
    try:
        urlsplit(url or "")
    except ValueError as error:
        raise LineError(f"url is no address: {error}") from None
    return url


def id_of(row: dict[str, Any]) -> Any:
    """Return what a line calls itself."""
    if "id" not in row:
        raise LineError("id is missing")
    return row["id"]


def _refuse(number: str) -> float:
    raise ValueError(f"{number} is no number")


def _finite(number: str) -> float:
    found = float(number)
    return found if isfinite(found) else _refuse(number)


def read_file(path: Path) -> bytes:
    """Return the bytes of a page, unpacked where the name ends in ``.gz``."""
    try:
        with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
            if len(data) <= MOST_BYTES:
                data += file.read()  # to the very end: is it all there?
    except (OSError, EOFError, ValueError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or error
        raise LineError(f"{path}: cannot be read: {reason}") from None
    if len(data) > MOST_BYTES:
        raise LineError(f"{path}: longer than {MOST_BYTES} bytes")
    return bytes(data)


def in_order(
    asks: Sequence[Ask],
    names: Iterable[str],
    answer: Callable[[list[Ask]], Iterator[dict[str, Any] | None]],
) -> Iterator[dict[str, Any]]:
    """Yield the answers group by group, but in the order of the asks.

    ``answer`` gives one for each ask of a group, or ``None`` where there is none.

    >>> def letters(group): return iter([{"id": ask} for ask in group])
    >>> [a["id"] for a in in_order("abc", ["x", "y", "x"], letters)]
    ['a', 'b', 'c']
    """
    waiting: dict[int, dict[str, Any] | None] = {}
    turn = 0
    for places in gather(names).values():
        answers = answer([asks[place] for place in places])
        for place, found in zip(places, answers, strict=True):
            waiting[place] = found
            while turn in waiting:
                if (ready := waiting.pop(turn)) is not None:
                    yield ready
                turn += 1

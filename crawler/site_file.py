"""What may stand in a site file: its keys, and how each value is read. Pure.

Checked by hand: a library that checks would be a fifth of what a quiet night costs.
"""

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from crawler.durations import parse_duration
from crawler.limits import Limits
from parsers.rules import TABLES, Reader, Rules, RulesError, read_table, read_text
from parsers.urls import host_port, normalize

#: Limits that may be nothing at all.
_MAY_BE_ZERO = frozenset(
    {
        "slow_bytes",
        "redirects",
        "retries",
        "retry_seconds",
        "pause_seconds",
        "depth",
        "free_bytes",
    }
)


def read_values(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a site file says, as the fields of a ``Site``.

    >>> read_values({"seeds": ["https://h.example"], "delay": 2})["seeds"]
    ('https://h.example/',)
    >>> read_values({"seeds": ["https://h.example"], "delay": "slow"})
    Traceback (most recent call last):
        ...
    parsers.rules.RulesError: delay: a number from 0 to 3600
    """
    if "seeds" not in data:
        raise RulesError("seeds", 'is needed: seeds = ["https://…"]')
    values = read_table(data, {**_KEYS, **TABLES})
    rules = {key: values.pop(key) for key in TABLES if key in values}
    return {**values, "rules": Rules(**rules)}


def _seeds(value: Any) -> tuple[str, ...]:
    seeds = _texts(value)
    if not seeds:
        raise ValueError("one address at least")
    return tuple(map(_seed, seeds))


def _seed(value: str) -> str:
    try:
        return normalize(value)
    except ValueError:
        raise ValueError(f"{value!r} is no http(s) address") from None


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise ValueError('a list of texts, such as ["one", "two"]')
    return tuple(value)


def _allowed(value: Any) -> tuple[str, ...]:
    for each in _texts(value):
        if not _is_host(each):
            raise ValueError(f'{each!r} is no host and port, such as "10.0.3.7:8080"')
    return tuple(value)


def _is_host(value: str) -> bool:
    try:
        return "/" not in value and bool(host_port(f"http://{value}/"))
    except ValueError:
        return False


def _duration(value: Any) -> timedelta:
    return parse_duration(read_text(value))


def _zone(value: Any) -> str:
    name = read_text(value)
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError(
            f"{value!r} is no time zone; write one such as Europe/Berlin"
        ) from None
    return name


def _yes(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError("true or false")
    return value


def _delay(value: Any) -> float:
    if not _is_number(value) or not 0 <= value <= 3600:
        raise ValueError("a number from 0 to 3600")
    return float(value)


def _parallel(value: Any) -> int:
    if not _is_number(value) or value not in range(1, 65):
        raise ValueError("a whole number from 1 to 64")
    return int(value)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _limit(name: str, *, is_whole: bool) -> Reader:
    """Return what reads a limit: of the kind its usual value is of."""
    may_be_zero = name in _MAY_BE_ZERO
    kind = "whole number" if is_whole else "number"
    told = f"a {kind}, {'0 or more' if may_be_zero else 'more than 0'}"

    def read(value: Any) -> Any:
        if (
            not _is_number(value)
            or (is_whole and not isinstance(value, int))
            or not (value > 0 or (may_be_zero and value == 0))
        ):
            raise ValueError(told)
        return value if is_whole else float(value)

    return read


_LIMITS = {
    field.name: _limit(field.name, is_whole=isinstance(field.default, int))
    for field in fields(Limits)
}


def _limits(value: Any) -> Limits:
    return replace(Limits(), **read_table(value, _LIMITS))


_KEYS: dict[str, Reader] = {
    "seeds": _seeds,
    "label": read_text,
    "confirm_after": _duration,
    "schedule": read_text,
    "time_zone": _zone,
    "delay": _delay,
    "parallel": _parallel,
    "allow": _allowed,
    "robots": _yes,
    "verify_tls": _yes,
    "limits": _limits,
}

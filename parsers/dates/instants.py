"""Printed local times beside the instants that machines are told. Pure."""

from dataclasses import replace
from datetime import UTC, timedelta, timezone

from parsers.model import Printed

_QUARTER = timedelta(minutes=15)
_NEAR = timedelta(minutes=2)
#: Zones lie between these.
_WEST, _EAST = timedelta(hours=-12), timedelta(hours=14)


def can_be(printed: Printed, claim: Printed) -> bool:
    """Say whether a printed day, or time, is a claimed instant somewhere on earth."""
    if not claim.at or claim.at.tzinfo is None:
        return abs(printed.day - claim.day) <= timedelta(days=1)
    at = claim.at.astimezone(UTC)
    if printed.at and printed.at.tzinfo:
        return abs(printed.at - at) < _NEAR
    if printed.at:
        return _offset(printed, claim) is not None
    return (at + _WEST).date() <= printed.day <= (at + _EAST).date()


def in_own_zone(printed: Printed, claim: Printed) -> Printed:
    """Return a printed time with the offset that a claimed instant proves, if it does.

    >>> from parsers.dates import parse_date, parse_machine_date
    >>> claim = parse_machine_date("2026-03-02T23:25:44Z")
    >>> in_own_zone(parse_date("3 March 2026, 00:25"), claim).iso
    '2026-03-03T00:25:44+01:00'
    """
    offset = _offset(printed, claim)
    if offset is None or claim.at is None:
        return printed
    return replace(printed, at=claim.at.astimezone(timezone(offset)))


def _offset(printed: Printed, claim: Printed) -> timedelta | None:
    """Return how far from UTC a printed time is told, if it can be the instant."""
    if not (printed.at and claim.at and claim.at.tzinfo) or printed.at.tzinfo:
        return None
    apart = printed.at.replace(tzinfo=UTC) - claim.at.astimezone(UTC)
    offset = round(apart / _QUARTER) * _QUARTER
    is_zone = abs(apart - offset) < _NEAR and _WEST <= offset <= _EAST
    return offset if is_zone else None

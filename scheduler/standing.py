"""Is everything all right? What a look at the store says to that. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from corpus.glance import Glance, Row

#: A site that should have been crawled so long ago has no service that does it.
OVERDUE = timedelta(minutes=30)
#: An alert that should have gone out so long ago has a channel in trouble.
STUCK = timedelta(hours=1)
#: Bytes that should be free on the disk.
FREE_BYTES = 512 * 2**20

_BARS = "▁▂▃▄▅▆▇█"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Whether all is well, and every reason why it is not."""

    is_well: bool
    faults: tuple[str, ...]


def judge_standing(
    look: Glance, *, free_bytes: int, now: datetime, file_faults: Sequence[str] = ()
) -> Standing:
    """Return what a person should look at; a single page that failed is no reason."""
    faults = [*file_faults]
    faults += [
        f"{trouble['site']}: {trouble['detail']}; next: {trouble['proposal']}"
        for trouble in look.troubles
    ]
    faults += [fault for site in look.sites for fault in _site_faults(site, now)]
    faults += [fault for row in look.outbox for fault in _outbox_faults(row, now)]
    if free_bytes < FREE_BYTES:
        faults.append(f"only {free_bytes / 2**20:.0f} MB are free on the disk")
    return Standing(is_well=not faults, faults=tuple(faults))


def sparkline(counts: Sequence[int]) -> str:
    """Draw numbers as bars; the lowest bar is nothing.

    >>> sparkline([0, 1, 4, 8])
    '▁▂▅█'
    """
    most = max(counts, default=0) or 1
    return "".join(
        _BARS[-(-count * (len(_BARS) - 1) // most) if count else 0] for count in counts
    )


def read_moment(text: str | None) -> datetime | None:
    """Read a time as the store keeps it."""
    return datetime.fromisoformat(text) if text else None


def status_object(
    look: Glance, standing: Standing, *, free_bytes: int, now: datetime
) -> dict[str, Any]:
    """Return the whole status as one JSON object."""
    outbox = {row["state"]: row["count"] for row in look.outbox}
    return {
        "well": standing.is_well,
        "at": _stamp(now.isoformat()),
        "faults": list(standing.faults),
        "sites": [_site_object(site, now) for site in look.sites],
        "troubles": [
            trouble | {"began_at": _stamp(trouble["began_at"])}
            for trouble in look.troubles
        ],
        "late": [
            row
            | {"due_at": _stamp(row["due_at"])}
            | {"started_at": _stamp(row["started_at"])}
            for row in look.late
        ],
        "outbox": {
            state: outbox.get(state, 0) for state in ("pending", "sent", "dead")
        },
        "disk": {"free_bytes": free_bytes},
        "trend": list(look.daily),
    }


def _site_object(site: Row, now: datetime) -> Row:
    return {
        "name": site["name"],
        "state": state_of(site, now),
        "live": site["live"],
        "changes": site["changes"],
        "held": site["held"],
        "last_run": {
            "id": site["run"],
            "status": site["status"],
            "ended_at": _stamp(site["ended_at"]),
            "requested": site["requested"],
            "problems": site["problems"],
        },
        "last_new_at": _stamp(site["last_new_at"]),
        "next_at": _stamp(site["due_at"]),
    }


def state_of(site: Row, now: datetime) -> str:
    """Return how a site stands, in a word."""
    if site["holder"]:
        return "running"
    if site["is_paused"]:
        return "paused"
    if site["run"] is None:
        return "new"
    if _is_overdue(site, now):
        return "overdue"
    return "watched" if site["baseline_at"] else "baseline"


def _is_overdue(site: Row, now: datetime) -> bool:
    due_at = read_moment(site["due_at"])
    return due_at is not None and now - due_at > OVERDUE and not site["holder"]


def _site_faults(site: Row, now: datetime) -> list[str]:
    name = site["name"]
    if site["is_paused"]:
        return []
    faults = []
    if site["status"] == "failed":
        faults.append(f"{name}: the last run failed (the service tries again); see "
                      f"presswatch problems {name}")  # fmt: skip
    if site["held"]:
        faults.append(f"{name}: {site['held']} changes are held; see presswatch held")
    if _is_overdue(site, now):
        faults.append(f"{name}: overdue since {_stamp(site['due_at'])}; is the service "
                      "running? presswatch watch")  # fmt: skip
    return faults


def _outbox_faults(row: Row, now: datetime) -> list[str]:
    oldest = read_moment(row["oldest"])
    if row["state"] == "dead":
        return [f"{row['count']} alerts were given up; see presswatch alerts pending"]
    if row["state"] == "pending" and oldest is not None and now - oldest > STUCK:
        return [
            f"alerts wait since {_stamp(row['oldest'])}; see presswatch alerts pending"
        ]
    return []


def _stamp(text: str | None) -> str | None:
    """Return a time of the store to the second.

    >>> _stamp("2026-03-01T06:00:00.123456Z")
    '2026-03-01T06:00:00Z'
    """
    return None if text is None else text[:19] + "Z"

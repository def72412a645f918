"""What the walk asks for, and an answer as the parsers take it. Pure."""

from dataclasses import dataclass
from typing import Any

from crawler.policy import Fetched, Validators
from parsers.model import Capture


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One request that the walk wants made; ``role`` is listing or item.

    ``item`` is the row that the store holds of the item, or of the listing.
    """

    url: str
    role: str
    depth: int = 0
    item: Any = None
    validators: Validators | None = None


def as_capture(answer: Fetched) -> Capture:
    """Return an answer as a capture: its last page, and the way there."""
    last = answer.last
    return Capture(
        url=answer.url,
        status=last.status,
        headers=last.headers,
        payload=last.payload,
        captured_at=last.fetched_at,
        redirected_from=tuple(e.url for e in answer.exchanges[:-1]),
        moved_for_good=answer.moved_for_good,
    )


def validators_of(answer: Fetched) -> dict[str, str | None]:
    """Return what an answer says to ask with next time, as columns of an item."""
    last = answer.last
    return {
        "etag": last.header("ETag") or None,
        "last_modified": last.header("Last-Modified") or None,
    }


def validators(values: Any) -> Validators | None:
    """Return what to ask with, from an item or a part of one that we hold."""
    if not values.etag and not values.last_modified:
        return None
    return Validators(
        etag=values.etag or "",
        last_modified=values.last_modified or "",
        url=values.capture_url or "",
    )

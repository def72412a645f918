"""When so much moves at once that it cannot be news. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

#: More than this share of the known items that a run looked at …
SHARE = 0.3
#: … and at least so many are a mass change.
AT_LEAST = 10
#: Runs that must agree until what is held is believed.
AGREEING_RUNS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldFate:
    """What becomes of what is held: back as before, let out, or held on."""

    back: tuple[Any, ...] = ()
    released: tuple[Any, ...] = ()
    kept: tuple[Any, ...] = ()


def is_mass_change(affected: int, looked: int) -> bool:
    """Tell whether so many items moved that none of them is believed.

    >>> is_mass_change(10, 33), is_mass_change(10, 34), is_mass_change(9, 9)
    (True, False, False)
    """
    return affected >= AT_LEAST and affected > SHARE * looked


def is_proven(
    item: Any, *, run_id: int, now: datetime, confirm_after: timedelta, is_usual: bool
) -> bool:
    """Tell whether an item that is gone in this run is removed for certain.

    It was found gone in an earlier run, at least ``confirm_after`` ago, and other
    items of the site answer as usual (``is_usual``).
    """
    return bool(
        item.gone_run is not None
        and item.gone_run != run_id
        and item.gone_at is not None
        and now - item.gone_at >= confirm_after
        and is_usual
    )


def decide_held(
    held: Sequence[Any], *, run_id: int, looked: int, fresh: int
) -> HeldFate:
    """Decide about what is held after one more run.

    An edit goes back when the item shows other words than the held ones, a removal
    when the run found the item there. ``fresh`` items moved for the first time.
    """
    seen = [h for h in held if h.looked_run == run_id]
    agreed = [h for h in seen if _agrees(h, run_id)]
    back = [h for h in seen if not _agrees(h, run_id)]
    unseen = [h for h in held if h.looked_run != run_id]
    if not is_mass_change(len(agreed) + fresh, looked) and agreed:
        return HeldFate(back=tuple(back), released=tuple(agreed), kept=tuple(unseen))
    out = [h for h in agreed if h.run_count + 1 >= AGREEING_RUNS]
    kept = [h for h in agreed if h.run_count + 1 < AGREEING_RUNS]
    return HeldFate(back=tuple(back), released=tuple(out), kept=(*kept, *unseen))


def _agrees(held: Any, run_id: int) -> bool:
    if held.kind == "removed":
        return bool(held.gone_last_run == run_id)
    return bool(held.newest_id == held.revision_id and held.gone_last_run != run_id)

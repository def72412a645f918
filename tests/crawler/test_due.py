"""When a known item wants its next look."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from corpus.store.items import FARTHEST
from crawler.items.due import (
    FORGOTTEN_DAYS,
    RESTING_DAYS,
    between_deep_walks,
    next_look,
    next_look_at_removed,
)

NOW = datetime(2026, 3, 20, 3, tzinfo=UTC)


def _next(**values: object) -> datetime | None:
    usual: dict[str, object] = {
        "item_id": 1,
        "now": NOW,
        "first_seen": NOW - timedelta(days=60),
        "is_baseline": True,
        "published": date(2026, 1, 1),
        "is_first": False,
    }
    return next_look(**{**usual, **values})  # type: ignore[arg-type]


def test_a_young_item_is_looked_at_in_every_run() -> None:
    """Most corrections come in the first days."""
    assert _next(is_baseline=False, first_seen=NOW - timedelta(days=5)) is None
    assert _next(published=date(2026, 3, 15)) is None


def test_an_item_that_is_a_week_old_by_the_next_run_rests() -> None:
    """Seven daily looks, not eight: the one of today decides when the next one is."""
    assert _next(is_baseline=False, first_seen=NOW - timedelta(days=6)) is not None


@given(st.integers(1, 10**6), st.booleans())
def test_a_resting_item_comes_due_within_three_days(item_id: int, first: bool) -> None:
    """An edit of an old item is found within three daily passes."""
    due_at = _next(item_id=item_id, is_first=first)
    assert due_at is not None
    assert due_at <= NOW + timedelta(days=3)


def test_no_look_is_planned_farther_ahead_than_the_store_believes() -> None:
    """What is planned later was planned by a clock that ran ahead, and is due."""
    assert timedelta(days=RESTING_DAYS) <= FARTHEST["live"]
    assert timedelta(days=FORGOTTEN_DAYS) <= FARTHEST["removed"]


def test_the_baseline_is_spread_over_three_days() -> None:
    """A third of the old items a day, not all of them on one."""
    found = [_next(item_id=n, is_first=True) for n in range(300)]
    assert {found.count(due) for due in found} == {100}


def test_a_removed_item_is_asked_for_ever_more_seldom_but_never_forgotten() -> None:
    """What comes back after a year is restored all the same."""
    soon = next_look_at_removed(last_seen=NOW - timedelta(days=2), now=NOW)
    late = next_look_at_removed(last_seen=NOW - timedelta(days=400), now=NOW)
    assert NOW < soon < late <= NOW + timedelta(days=30)


def test_a_removed_item_that_listings_showed_waits_for_them() -> None:
    """They show it again when it is back; one that they never show is looked at."""
    last_seen = NOW - timedelta(days=2)
    lists = {"days": 1, "months": 60}
    due = {
        name: next_look_at_removed(
            last_seen=last_seen, now=NOW, listed_at=last_seen - timedelta(days=days)
        )
        for name, days in lists.items()
    }
    assert due["months"] <= NOW + timedelta(days=4) < due["days"]


def test_a_removed_item_that_may_have_left_its_list_is_looked_at() -> None:
    """A list of the newest does not show again what came back after weeks.

    It may move on faster than it did: what came back was told five days late.
    """
    last_seen = NOW - timedelta(days=2)
    due = [
        next_look_at_removed(
            last_seen=last_seen,
            now=NOW,
            listed_at=last_seen,
            leaves_at=NOW + timedelta(days=days),
        )
        for days in (-3, 20, 400)
    ]
    found = [round((at - NOW) / timedelta(days=1)) for at in due]
    assert found == [4, 15, 30]


@given(st.integers(0, 10**6))
def test_every_listing_is_walked_to_its_end_within_a_week(count: int) -> None:
    """A back-dated item deep in the list is found, however long the list."""
    assert timedelta(hours=12) < between_deep_walks(count) <= timedelta(days=7)

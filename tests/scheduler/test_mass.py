"""When so much moves at once that it cannot be news."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from scheduler.settling.mass import decide_held, is_mass_change, is_proven

NOW = datetime(2026, 3, 5, 6, tzinfo=UTC)


@pytest.mark.promise("R10")
@pytest.mark.parametrize(
    ("affected", "looked", "expected"),
    [(9, 9, False), (10, 33, True), (10, 34, False), (31, 100, True), (0, 0, False)],
)
def test_a_mass_change_is_more_than_thirty_per_cent_and_at_least_ten(
    affected: int, looked: int, expected: bool
) -> None:
    """The threshold of the contract, on both sides."""
    assert is_mass_change(affected, looked) is expected


def _held(number: int, **values: Any) -> Any:
    usual = {
        "id": number,
        "item_id": number,
        "kind": "edited",
        "revision_id": number,
        "newest_id": number,
        "looked_run": 5,
        "gone_last_run": None,
        "run_count": 1,
    }
    return SimpleNamespace(**{**usual, **values})


def test_what_answers_as_before_leaves_the_hold() -> None:
    """A bad deploy that is undone overnight was never news."""
    held = [_held(n, newest_id=99) for n in range(20)]
    fate = decide_held(held, run_id=5, looked=30, fresh=0)
    assert (len(fate.back), fate.released, fate.kept) == (20, (), ())


def test_what_three_runs_agree_on_is_let_out() -> None:
    """In the end a site that really changed is believed."""
    held = [_held(n, run_count=2) for n in range(20)]
    assert len(decide_held(held, run_id=5, looked=30, fresh=0).released) == 20


def test_when_the_rest_is_few_each_is_judged_alone() -> None:
    """The real edit of a redesign's night comes out as soon as the noise is gone."""
    held = [_held(n, newest_id=99) for n in range(20)] + [_held(50), _held(51)]
    fate = decide_held(held, run_id=5, looked=30, fresh=0)
    assert [h.id for h in fate.released] == [50, 51]


def test_what_was_not_looked_at_stays_held() -> None:
    """No news is no agreement."""
    held = [_held(n, looked_run=4) for n in range(20)]
    fate = decide_held(held, run_id=5, looked=30, fresh=0)
    assert (len(fate.kept), fate.released) == (20, ())


def _gone(**values: Any) -> Any:
    usual = {"gone_run": 3, "gone_at": NOW - timedelta(hours=7)}
    return SimpleNamespace(**{**usual, **values})


@pytest.mark.promise("R12")
@pytest.mark.parametrize(
    ("item", "is_usual", "expected"),
    [
        (_gone(), True, True),
        (_gone(), False, False),
        (_gone(gone_run=4), True, False),
        (_gone(gone_at=NOW - timedelta(hours=5, minutes=59)), True, False),
        (_gone(gone_run=None, gone_at=None), True, False),
        (_gone(gone_at=NOW + timedelta(days=1)), True, False),
    ],
)
def test_a_removal_needs_two_runs_some_hours_apart_and_a_site_that_answers(
    item: Any, is_usual: bool, expected: bool
) -> None:
    """Removed is the gravest thing we say of a press office: it needs proof, twice."""
    proven = is_proven(
        item,
        run_id=4,
        now=NOW,
        confirm_after=timedelta(hours=6),
        is_usual=is_usual,
    )
    assert proven is expected

"""A month is played and scored as the bars of the project say."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from tests.fixtures.living import World
from tests.fixtures.living.month import play, requests_per_least
from tests.fixtures.living.score import compare_changes


def test_a_monitor_that_knows_everything_gets_full_marks() -> None:
    """The scale has an upper end."""
    world = World(4, ["bitrix", "korea"], tricks=["all"])

    def look(name: str, url: str, now: datetime) -> Iterable[Mapping[str, Any]]:
        return world.truth(name)

    for score in play(world, look, days=15).values():
        assert score.f1() == 1.0
        assert score.fields_exact() == 1.0
        assert {score.exactness(field) for field in ("title", "date", "body")} == {1.0}
        assert set(score.late_days) == {0}
    assert requests_per_least(world, "bitrix") == 0.0


def test_late_is_right_until_it_is_too_late() -> None:
    """Old items are looked at every third day; never is something else."""
    world = World(4, ["bitrix"])
    world.advance(10)
    truth = world.truth("bitrix", since_day=1)
    late = [{**c, "day": c["day"] + 3} for c in truth]
    assert compare_changes(truth, late).f1() == 1.0
    never = [{**c, "day": c["day"] + 9} for c in truth]
    assert compare_changes(truth, never).f1() == 0.0


def test_a_removal_told_at_first_sight_is_false() -> None:
    """Proof takes two looks, and the scorer knows."""
    world = World(4, ["bitrix"])
    world.advance(20)
    removed = [c for c in world.truth("bitrix", since_day=1) if c["kind"] == "removed"]
    hasty = [{**c, "day": c["day"] - 1} for c in removed]
    assert compare_changes(removed, hasty).precision("removed") == 0.0


def test_a_minor_edit_told_the_day_before_is_not_the_edit() -> None:
    """What alerts nobody must not stand for what has to."""
    world = World(4, ["bitrix"])
    world.advance(20)
    edits = [c for c in world.truth("bitrix", since_day=1) if c["kind"] == "edited"]
    edit = next(c for c in edits if c["weight"] == "full")
    minor = {**edit, "weight": "minor", "day": edit["day"] - 1}
    score = compare_changes([edit], [minor, edit])
    assert score.right["edited"] == 1
    assert (score.false, score.minor_false) == ([], [minor])


def test_what_can_still_be_told_is_not_missed() -> None:
    """The last days of a month would count against the patient."""
    world = World(4, ["bitrix"])
    world.advance(10)
    truth = world.truth("bitrix", since_day=9)
    assert compare_changes(truth, [], until=10).missed == []
    assert compare_changes(truth, []).missed != []

"""Each trick of the living sites alone: what a monitor tells is the truth."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from tests.fixtures.living import TRICKS, World
from tests.fixtures.living.month import play
from tests.fixtures.living.score import Score
from tests.presswatch.calling import call_here

#: Those that a plain reading of pages gets wrong; the others are in the long loops.
HARD = ("other_text", "half_page", "short_listing", "soft_404", "move_silently")


def _score(home: Path, name: str, days: int, *, make: str = "typo3") -> Score:
    """Return how well a world with one trick was told."""
    world = World(5, [make], tricks=["publish", name])

    def look(site: str, address: str, now: datetime) -> Iterable[Mapping[str, Any]]:
        words = ("--home", home, "--delay", "0", "--now", now.isoformat(), "--json")
        return call_here("crawl", address, *words).rows

    with world.serve():
        (score,) = play(world, look, days=days).values()
    return score


def _wrong(home: Path, name: str, days: int) -> dict[str, Any]:
    """Return what is missed, or told and not true, in a world with one trick."""
    score = _score(home, name, days)
    assert any(score.right.values())
    return {"missed": score.missed, "false": score.false}


@pytest.mark.parametrize("name", HARD)
def test_a_trick_that_misleads_is_seen_through(tmp_path: Path, name: str) -> None:
    """Another item's text, half a page, a page that says it is not there, a move."""
    assert _wrong(tmp_path, name, 13) == {"missed": [], "false": []}


def test_an_edit_under_a_picture_alone_is_told(tmp_path: Path) -> None:
    """Who is on it, say; the words of the text itself stay as they are."""
    score = _score(tmp_path, "correct_caption", 2, make="builder")
    assert (score.right["edited"], score.false) == (1, [])


@pytest.mark.soak
@pytest.mark.parametrize("name", [name for name in TRICKS if name not in HARD])
def test_a_trick_alone_is_seen_through(tmp_path: Path, name: str) -> None:
    """One cause each, where the month has them all at once."""
    assert _wrong(tmp_path, name, 15) == {"missed": [], "false": []}

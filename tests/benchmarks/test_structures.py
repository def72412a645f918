"""What press sites build is built, read and compared, and what is wrong is counted."""

from collections import Counter
from collections.abc import Callable
from itertools import chain, repeat

import pytest

from benchmarks.building.trial import Trial
from benchmarks.structures import SORTS, Figures, count, table


def _first() -> Callable[..., bool]:
    """Return what draws the first thing that it is asked for, and nothing else."""
    answers = chain([True], repeat(False))
    return lambda *marks: next(answers)


@pytest.mark.parametrize("sort", SORTS)
def test_each_sort_can_be_tried(sort: str) -> None:
    """A benchmark that does not run measures nothing, and nobody would know."""
    trials = list(SORTS[sort][0]("en", _first()))
    assert trials
    assert not [trial for trial in trials if trial.wrong]


def test_what_is_wrong_is_counted_by_everything_it_was_made_of() -> None:
    """A figure that does not say where the fault lies leads to no mend."""
    figures: Figures = {}
    trials = [
        Trial(group="alone", marks={"wrap": "cell", "language": "en"}, wrong="- Fog."),
        Trial(group="alone", marks={"wrap": "cell", "language": "th"}),
        Trial(group="learned", marks={"wrap": "bare", "language": "en"}),
    ]
    count(trials, figures)
    assert figures["alone", "", ""] == Counter(tried=2, wrong=1)
    assert figures["alone", "language", "th"] == Counter(tried=1, wrong=0)
    lines = [line.split() for line in table("texts", figures).splitlines()]
    assert ["texts,", "alone", "2", "1", "0.5000"] in lines
    assert ["wrap", "cell", "2", "1"] in lines
    assert not [words for words in lines if words[:2] == ["language", "th"]]

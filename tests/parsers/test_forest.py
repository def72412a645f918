"""Trees asked all at once say what each says when it is walked."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.body.forest import Forest, Tree
from parsers.body.judge import model

NUMBERS = st.integers(-3, 3).map(float)


def questions(below: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
    return st.tuples(st.integers(0, 3), NUMBERS, below, below)


TREES = st.recursive(NUMBERS, questions, max_leaves=8)


def walk(tree: Tree, row: Sequence[float]) -> float:
    while isinstance(tree, tuple):
        number, limit, low, high = tree
        tree = low if row[number] <= limit else high
    return tree


@given(st.lists(TREES, max_size=5), st.lists(NUMBERS, min_size=4, max_size=4))
def test_a_forest_says_what_its_trees_say(trees: list[Tree], row: list[float]) -> None:
    """The quick way must not know better than the plain one, at the limits either."""
    assert Forest(trees).total(row) == sum(walk(tree, row) for tree in trees)


def test_the_learned_trees_are_asked_as_they_were_learned() -> None:
    """They are the ones that matter."""
    learned = model()
    for value in (-1.0, 0.0, 0.3, 1.0, 20.0, 400.0):
        row = [value] * 100
        walked = sum(walk(tree, row) for tree in learned.trees)
        assert learned.forest.total(row) == pytest.approx(walked)


def test_a_tree_too_large_for_a_byte_is_refused() -> None:
    """Its last leaves would be silently forgotten."""
    tree: Tree = 1.0
    for _ in range(8):
        tree = (0, 0.0, tree, 2.0)
    with pytest.raises(ValueError, match="9 leaves"):
        Forest([tree])

"""What of a page's blocks is taken as text when the judge of each is in doubt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.block_walk import walk
from parsers.blocks import Block
from parsers.body.likes import best_limit, with_likes
from parsers.model import Capture
from parsers.page import read_page

SAID = "The ferry to the island was late, because the fog lay over the harbour. " * 3


def blocks_of(count: int) -> tuple[Block, ...]:
    """Return some paragraphs of one make and a menu's links."""
    menu = "<ul>" + "<li><a href=/1>Quays</a>" * 3 + "</ul>"
    html = f"<body>{menu}<div class=text>{f'<p>{SAID}' * count}</div>"
    page = read_page(Capture(url="https://h.example/", payload=html.encode()))
    return walk(page)


def judged(count: int, *likely: float) -> list[tuple[Block, float]]:
    """Return paragraphs with what the judge thought of each, and unlikely links."""
    blocks = blocks_of(count)
    links = len(blocks) - count
    return list(zip(blocks, [0.01] * links + list(likely), strict=True))


def test_a_paragraph_is_as_likely_as_the_others_of_its_make() -> None:
    """One that speaks of a newsletter stands among its like all the same."""
    drawn = [p for _, p in with_likes(judged(4, 0.95, 0.95, 0.4, 0.95))]
    assert drawn[-2] > 0.6
    assert drawn[0] == pytest.approx(0.01)


def test_two_of_a_make_are_no_rule() -> None:
    """A pair of boxes may hold the text and its opposite."""
    assert [p for _, p in with_likes(judged(2, 0.9, 0.1))][-2:] == pytest.approx(
        [0.9, 0.1]
    )


def test_a_text_that_is_doubtful_throughout_is_taken() -> None:
    """A page has one text, and this is the likeliest on it."""
    assert best_limit(judged(5, 0.9, 0.4, 0.42, 0.38, 0.41)) <= 0.38
    assert best_limit(judged(5, 0.99, 0.99, 0.98, 0.97, 0.3)) > 0.3


@given(st.lists(st.floats(0.0, 1.0), min_size=1, max_size=6))
def test_something_is_taken_and_nothing_is_left_that_is_likelier(
    likely: list[float],
) -> None:
    """The limit is one half at most, so that no likely paragraph is lost."""
    limit = best_limit(judged(len(likely), *likely))
    assert 0 <= limit <= 0.5

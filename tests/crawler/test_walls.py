"""A text that ends, since some night, where readers are asked to pay was not edited."""

import pytest

from crawler.items.walls import find_wall
from parsers.model import Capture, ProblemKind

LINES = [
    f"Pier {n} is closed to all ferries until the divers of the harbour board, who "
    "were down there on Monday, have told the council what they saw."
    for n in range(6)
]
#: A wall whose words nobody knows leads to where one pays all the same.
WALL = '<div><h3>Ce texte-ci</h3><a href="/abonnement/">Lire</a></div>'


def page(lines: list[str], more: str = "") -> Capture:
    """Return an item's page."""
    text = "".join(f"<p>{line}</p>" for line in lines)
    html = f"<html><h1>Piers</h1><article>{text}{more}</article></html>"
    return Capture(url="https://h.example/piers", payload=html.encode())


@pytest.mark.parametrize(
    ("left", "more", "is_wall"),
    [
        (LINES[:2], WALL, True),
        (LINES[:2], "<p>Már előfizető?</p>", True),
        (LINES[:2], '<a href="/tides">Tides</a>', False),
        ([*LINES[:2], LINES[5]], WALL, False),
        (LINES[1:], WALL, False),
    ],
)
def test_a_text_that_ends_before_a_wall_is_no_edit(
    left: list[str], more: str, is_wall: bool
) -> None:
    """Not where it goes on behind it, where its beginning went, or nothing is asked."""
    found = find_wall(
        "\n\n".join(LINES),
        "\n\n".join(left),
        before=page(LINES),
        capture=page(left, more),
    )
    assert (found is not None) is is_wall
    assert found is None or found.kind == ProblemKind.BLOCKED


def test_what_each_page_asks_hides_nothing() -> None:
    """A paper offers to subscribe on its free pages too."""
    whole, cut = page(LINES, WALL), page(LINES[:4], WALL)
    old, new = "\n\n".join(LINES), "\n\n".join(LINES[:4])
    assert find_wall(old, new, before=whole, capture=cut) is None
    assert find_wall(old, new, before=None, capture=cut) is None

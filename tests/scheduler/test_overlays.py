"""Boxes that come before or behind all of a page are no part of it."""

import pytest

from parsers.model import Capture
from parsers.profile import learn
from scheduler.comparing.captures import compare_captures
from scheduler.comparing.compare import Comparison

PAGE = """<html><body>{before}<div class="all"><h1>Quay rules</h1>
<p>Boats lie on the north side of the quay, and pay at the office by the crane.</p>
<p>{rule}</p></div>{behind}</body></html>"""
PLAIN = {"before": "", "behind": "", "rule": "No fire is lit on deck after sunset."}
OFFER = "<div class=x1><p>Get the isle’s app, and know the tides.</p><a href=/a>Get</a>"


def _fields(**changed: str) -> list[str]:
    pages = [
        Capture(url="https://h.example/rules", payload=PAGE.format(**one).encode())
        for one in (PLAIN, PLAIN | changed)
    ]
    found = compare_captures(*pages, profile=learn(pages))
    assert isinstance(found, Comparison), found
    return list(found.fields)


@pytest.mark.parametrize("where", ["before", "behind"])
def test_a_box_at_an_end_of_the_body_is_no_edit(where: str) -> None:
    """Offers and alerts are laid around the box that a page stands in."""
    assert _fields(**{where: f"{OFFER}</div>"}) == []


def test_a_line_in_the_box_of_the_page_is_an_edit() -> None:
    """However short it is, and though a box comes on the same day."""
    rule = f"{PLAIN['rule']}</p><p>Dogs stay on board."
    assert _fields(rule=rule) == ["body"]
    assert _fields(rule=rule, behind=f"{OFFER}</div>") == ["body"]


def test_a_line_behind_a_text_that_stands_in_the_body_itself_is_an_edit() -> None:
    """There is no box that the text would stand in."""
    pages = [
        Capture(url="https://h.example/rules", payload=page.encode())
        for one in (PLAIN, PLAIN | {"behind": "<div>Dogs stay on board.</div>"})
        for page in [PAGE.replace('<div class="all">', "").format(**one)]
    ]
    found = compare_captures(*pages, profile=learn(pages))
    assert isinstance(found, Comparison)
    assert list(found.fields) == ["body"]

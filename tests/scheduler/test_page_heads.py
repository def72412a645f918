"""Where a page begins, whatever makes of sites call it, and what is told above it."""

import pytest

from parsers.model import Capture
from tests.scheduler.fever import FIELDS, PAGE, URL, told

LINES = "<p>{}</p><ul><li><a href='/q'>{}</a></ul>"
#: What of a head moves, and says nothing of the page below it.
WAS, NOW = LINES.format("Office hours by telephone", "Pay a bill"), "<p>We moved.</p>"


def _page(heading: str, above: str, more: str = "") -> Capture:
    page = PAGE.replace("<h1>{title}</h1>", heading)
    page = page.replace('<div class="crumbs">{clock}</div>', "<div>{above}</div>")
    return Capture(
        url=URL, payload=page.format(**(FIELDS | {"above": above + more})).encode()
    )


@pytest.mark.parametrize(
    "heading",
    [
        '<h1 class="page-header">{title}</h1>',
        '<header class="title-widget"><h1>{title}</h1></header>',
        '<h1 class="screen-reader-text">{title}</h1>',
        "<font size=5><b>{title}</b></font><br>",
    ],
)
def test_what_stands_over_a_heading_in_a_named_box_is_no_part_of_the_page(
    heading: str,
) -> None:
    """Many makes call the heading of every page its header, hide it, or know none."""
    assert told(_page(heading, WAS), _page(heading, NOW)) == []


def test_a_heading_that_is_called_header_is_told_when_it_alone_changes() -> None:
    """What the window is called may stay as it was."""
    one, other = (
        _page(f'<h1 class="page-header">{title}</h1>', "")
        for title in ("Fever on Low Isle", "Fever on both isles")
    )
    assert "title" in told(one, other)


def test_the_banner_of_a_government_is_no_text_before_the_heading() -> None:
    """It says at length over short pages whose site this is."""
    says = "This is an official site of the isles, and here is how you know it. " * 3
    banner = f'<div class="official-site"><p>{says}</p></div>'
    plain = "<h1>{title}</h1>"
    assert told(_page(plain, WAS, banner), _page(plain, NOW, banner)) == []


def test_menus_before_every_heading_are_no_part_of_a_page() -> None:
    """Old makes lay theirs out in tables that have no name."""
    more = "".join(f"<li><a href='/m{n}'>Part {n}</a>" for n in range(6))
    links = f"<table><tr><td><ul><li><a href='/x'>{{}}</a>{more}</ul></table>"
    says = "The doctor sees all who feel ill on day {} at nine, one after the other."
    beside = "<h2>Where to ask</h2>" + "".join(
        f"<p>{says.format(n)}</p>" for n in range(9)
    )
    plain = "<h1>{title}</h1>"
    one, other = (
        _page(plain, links.format(name), beside) for name in ("boats", "pilots")
    )
    assert told(one, other) == []


@pytest.mark.parametrize("place", ["above", "below"])
def test_the_day_of_today_over_a_page_is_not_its_date(place: str) -> None:
    """Many offices print it into the head of every page; below, it is the page's."""
    heads = {"above": "{day}<h1>{{title}}</h1>", "below": "<h1>{{title}}</h1>{day}"}
    bare = PAGE.replace("<p>{dated}</p>", "").replace("{clock}", "")
    one, other = (
        Capture(
            url=URL,
            payload=bare.replace("<h1>{title}</h1>", heads[place])
            .replace("{{title}}", "{title}")
            .replace("{day}", f"<div>Thursday, April {day}, 2026</div>")
            .format(**FIELDS)
            .encode(),
        )
        for day in (2, 9)
    )
    assert told(one, other) == ([] if place == "above" else ["date"])

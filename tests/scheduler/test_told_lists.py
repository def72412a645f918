"""Lists that tell of other items beside or below a text, and change all at once."""

import pytest

from parsers.model import Capture
from parsers.profile import learn
from scheduler.comparing.captures import compare_captures
from scheduler.comparing.compare import Comparison

URL = "https://harbour.example/news/pilots"
PROSE = "".join(
    f"<p>On day {n} the pilots’ boat counted {n + 3} ships that had lain off the bar"
    f" since the night before, and let them in one after the other with the flood.</p>"
    for n in range(1, 6)
)
NAMES = ("fog", "tide", "mole", "quay", "bar", "buoy", "sound", "cliff")
FLAT = "<h4><a href=/n/{0}>What they said of the {0}</a></h4><p>The {0} was {1}.</p>"
CARD = (
    "<div class=card><a href=/n/{0}><h3>What the pilots said of the {0}</h3></a>"
    "<span>{1}.02.2026</span><p>The {0} was seen by {1} crews of the harbour.</p></div>"
)
TOOLS = "".join(f"<div class={name}>{name} it</div>" for name in ("share", "print"))
TOOLS += "".join(f"<div class={name}>{name} 9</div>" for name in ("tag", "page", "id"))
SIGNS = "<div class=card><a href=/n/{0}><h3>{1}号码头昨日重新开放通航</h3></a></div>"


def _told(row: str, first: int) -> str:
    told = list(enumerate(NAMES))[first : first + 4]
    return "".join(row.format(name, 11 + n) for n, name in told)


def _fields(was: str, now: str, prose: str = PROSE) -> list[str]:
    pages = []
    for below, text in ((was, PROSE), (now, prose)):
        body = f"<h1>Pilots busy in the fog</h1><div class=text>{text}</div>{below}"
        page = f"<html><title>Pilots busy in the fog</title><div class=c>{body}</div>"
        pages.append(Capture(url=URL, payload=page.encode()))
    found = compare_captures(*pages, profile=learn(pages))
    assert isinstance(found, Comparison), found
    return list(found.fields)


@pytest.mark.parametrize(
    ("row", "frame"),
    [
        (FLAT, "<h4>What else</h4>{}"),
        (CARD, TOOLS + "{}"),
        (CARD, "<aside><h2>What else</h2>{}</aside>"),
        (SIGNS, TOOLS + "{}"),
    ],
    ids=["headings", "cards among other boxes", "cards aside", "titles of few signs"],
)
def test_a_list_of_other_items_may_change_as_a_whole(row: str, frame: str) -> None:
    """A page that declares nothing is read around its text too; that still counts."""
    was, now = (frame.format(_told(row, first)) for first in (4, 0))
    assert _fields(was, now.replace("sound", "shoal")) == []
    edited = PROSE.replace("day 4", "day 44")
    assert _fields(was, now, edited) == ["body"]


def test_an_item_told_in_a_list_may_have_been_the_next_one_before() -> None:
    """It is no entry that stayed and says something else."""
    next_one = "<p>Next: <a href=/n/{0}>What they said of the {0}</a></p>"
    was = TOOLS + _told(CARD, 4) + next_one.format("tide")
    assert _fields(was, TOOLS + _told(CARD, 1) + next_one.format("cliff")) == []


def test_a_text_with_a_link_is_no_entry_among_cards_beside_it() -> None:
    """A short one was taken for one more of them, and no edit of it was told."""
    also = "<p>Read too: <a href=/n/harbour>What they said of the harbour</a></p>"
    text = f"<p>The pilots counted 9 ships off the bar today.</p>{also}{PROSE[:300]}"
    page = "<html><title>Pilots</title><div class=c><h1>Pilots busy</h1><div>{}</div>{}"
    pages = [
        Capture(url=URL, payload=page.format(one, _told(CARD, 4)).encode())
        for one in (text, text.replace("9 ships", "8 ships"))
    ]
    found = compare_captures(*pages, profile=learn(pages))
    assert isinstance(found, Comparison)
    assert list(found.fields) == ["body"]


def test_a_text_that_ends_with_a_pointer_is_no_entry_of_a_list() -> None:
    """With its topics and the next item it made three, and no edit of it was told."""
    also = "<p>Read too: <a href=/n/harbour>What they said of the harbour</a></p>"
    text = f"<div class=text>{PROSE[:310]}</p>{also}</div>"
    below = "<div class=topics><a href=/t/1>Pilots and their boats</a></div>"
    below += "<div class=next><a href=/n/fog>What they said of the fog</a></div>"
    page = "<html><title>Pilots</title><div class=c><h1>Pilots busy</h1>{}{}</div>"
    pages = [
        Capture(url=URL, payload=page.format(one, below).encode())
        for one in (text, text.replace("5 ships", "55 ships"))
    ]
    found = compare_captures(*pages, profile=learn(pages))
    assert isinstance(found, Comparison)
    assert list(found.fields) == ["body"]

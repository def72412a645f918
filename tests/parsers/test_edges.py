"""Lists, tables and quotes with which a text opens or ends."""

import pytest

from parsers.article import parse_article
from parsers.model import Article, Capture

PROSE = [
    "The harbour board decided on Monday that the ferry to the islands will leave an"
    " hour earlier from next week on, because the tide has moved since the spring.",
    "Nobody who came to the meeting had seen the list of names before, and the chair"
    " of the board read it out twice, slowly, so that all could write it down.",
    "A crossing costs what it cost before, and whoever bought a ticket may give it"
    " back at the counter, from nine in the morning, until the end of the month.",
]
POINTS = "<ul><li>An hour earlier than before</li><li>Tickets at the counter</li></ul>"
SAID = ["An hour earlier than before", "Tickets at the counter"]
TABLE = "<table><tr><td>Eldvik<td>07<tr><td>Saltmarsh<td>19</table>"
ROWS = ["Eldvik | 07", "Saltmarsh | 19"]
QUOTE = "<blockquote><p>Nobody is left on a quay, whatever the tide.</p></blockquote>"
QUOTED = ["Nobody is left on a quay, whatever the tide."]
LINE = "From Monday on, the board informs, this changes for all of you:"
BRIEF = "<p>In brief</p>"


def boxed(*parts: str) -> str:
    """Return parts as builders set them: each in a box of one name."""
    return "".join(f"<section><div class=part>{part}</div></section>" for part in parts)


def body(*parts: str) -> list[str]:
    """Return the paragraphs that are read of a page with these parts in its text."""
    page = (
        "<html lang=en><title>Ferry leaves earlier</title><body>"
        "<nav><a href=/>Home</a> <a href=/news>News</a></nav><main>"
        "<h1>Ferry leaves earlier</h1><p class=date>3 May 2021</p>"
        f"<div class=txt>{''.join(parts)}</div></main>"
        "<footer><p>Harbour board</p></footer>"
    )
    read = parse_article(Capture(url="https://h.example/1", payload=page.encode()))
    assert isinstance(read, Article)
    return read.body.split("\n\n")


@pytest.mark.parametrize(
    ("parts", "first"),
    [
        ([POINTS], SAID),
        ([BRIEF, POINTS], ["In brief", *SAID]),
        (["<h2>In brief</h2>", POINTS], ["In brief", *SAID]),
        ([TABLE], ROWS),
        ([QUOTE], QUOTED),
        ([f"<p>{LINE}</p>", POINTS], [LINE, *SAID]),
    ],
    ids=["points", "label", "heading", "table", "quote", "line"],
)
def test_what_a_text_opens_with_is_read_whole(
    parts: list[str], first: list[str]
) -> None:
    """The news of a release often stands in its points: none may change unseen."""
    prose = [f"<p>{text}</p>" for text in PROSE]
    assert body(*parts, *prose) == [*first, *PROSE]
    assert body(boxed(*parts, *prose)) == [*first, *PROSE]


@pytest.mark.parametrize(
    ("over", "is_read"),
    [
        ("<li>{0}</li><li>{1}</li>", True),
        ("<li><a href=/1>{0}</a></li><li>{1}</li>", False),
        ("<li>Tickets</li><li>By post</li>", False),
    ],
    ids=["points", "links", "labels"],
)
def test_points_between_the_headline_and_the_text_are_read(
    over: str, is_read: bool
) -> None:
    """A parliament says there what was decided, and sets a picture below it."""
    said = ["Ferries leave an hour earlier from Monday", "Tickets of May stay valid"]
    said = [f"{text}, as the harbour board decided" for text in said]
    facts = f"<div class=facts><ul>{over.format(*said)}</ul></div>"
    prose = [f"<p>{text}</p>" for text in PROSE]
    page = f"</div>{facts}<div class=picture><img src=/1.jpg></div><div class=txt>"
    assert body(page, *prose) == [*(said if is_read else []), *PROSE]


@pytest.mark.parametrize(
    ("part", "last"), [(POINTS, SAID), (TABLE, ROWS), (QUOTE, QUOTED)]
)
def test_what_a_text_ends_with_in_a_box_of_its_own_is_read_whole(
    part: str, last: list[str]
) -> None:
    """Builders set each part of a text apart, and the last is as much its own."""
    assert body(boxed(*(f"<p>{text}</p>" for text in PROSE), part)) == [*PROSE, *last]


def test_one_sentence_over_a_list_is_read_with_it() -> None:
    """A short notice says what it is about in the line over its points."""
    said = "The harbour board informs of the changes from Monday on:"
    times = "".join(f"<li>{n}:00 Ferry to the isles, quay {n}</li>" for n in (7, 9))
    assert body(f"<div>{said}</div><ul>{times}</ul>") == [
        said,
        "7:00 Ferry to the isles, quay 7",
        "9:00 Ferry to the isles, quay 9",
    ]


@pytest.mark.parametrize(
    "list_",
    [
        "<ul><li><a href=/a>An hour earlier</a></li><li>Tickets by post</li></ul>",
        "<ul><li>Published on 3 May 2021</li><li>By the board of the harbour</li></ul>",
        "<ul class=tags><li>Ferries and their quays</li><li>Tickets by post</li></ul>",
    ],
    ids=["links", "day", "named"],
)
def test_a_list_before_a_text_that_is_of_the_page_is_none_of_it(list_: str) -> None:
    """Labels, days and links above a text come and go with the frame of a site."""
    assert body(list_, *(f"<p>{text}</p>" for text in PROSE)) == PROSE


@pytest.mark.parametrize(
    "line",
    [
        "(Corrects the hour in the second paragraph: it is seven, not eight.)",
        "[Korrigiert: Das Schiff legt um sieben ab, nicht um acht.]",
    ],
)
def test_what_was_corrected_in_a_text_stands_above_it(line: str) -> None:
    """It is the news of the day, and was no edit: it was read for a note of others."""
    prose = "".join(f"<p>{part}</p>" for part in PROSE)
    assert body(f"<p class=note>{line}</p>", prose) == [line, *PROSE]
    lead = "<h2>Whoever bought a ticket may give it back</h2>"
    assert line in body(lead, "<div>Share</div>", f"<p class=note>{line}</p>", prose)
    assert body("<p class=note>(Picture: Ada Quay, for the board)</p>", prose) == PROSE

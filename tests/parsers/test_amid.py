"""Lines that many texts of a site have: amid a text they are its own, beside it not."""

import pytest

from parsers.article import parse_article
from parsers.model import Article, Capture
from parsers.profile import learn

PLACES = ("Low Isle", "Tern Bay", "Gull Point", "the outer basin", "Quay Street")
SAID = (
    "The fog came in at noon over {0} and stayed there until the evening ferry left.",
    "Two of the nine boats that sail to {0} were late, and a third one turned back.",
    "The pilots of {0} had waited for four hours, in vain, and went home at dusk.",
    "What the harbour of {0} needs is a second light, and a horn that can be heard.",
)
#: How builders wrap each part of a text.
PART = (
    "<section class=block><div class=box><div class=row><div class=col>{}"
    "</div></div></div></section>"
)


def body_of(markup: str, number: int = 0) -> str:
    """Return the text of a page of a site that has been learned from five like it."""
    texts = [[said.format(place) for said in SAID] for place in PLACES]
    captures = [
        Capture(
            url=f"https://press.harbour.example/news/{n}",
            payload=(
                f"<title>Fog at {place}</title><main><h1>Fog at {place}</h1>"
                f"<p class=date>{n + 2} March 2026</p>"
                f"<div class=text>{markup.format(*texts[n], n=n)}"
                "</div></main><footer><p>Harbour House, Quay Street 4</p></footer>"
            ).encode(),
        )
        for n, place in enumerate(PLACES)
    ]
    article = parse_article(captures[number], profile=learn(captures))
    assert isinstance(article, Article)
    return article.body


@pytest.mark.parametrize(
    ("markup", "line"),
    [
        ("<p>{0}</p><p>Presidency</p><p>{1}</p><p>{2}</p>", "Presidency"),
        ("<p>(Wexley, 1{n} March 2026)</p><p>Dear friends!</p><p>{0}</p><p>{1}</p>",
         "Dear friends!"),
        ("<p>{0}</p><p>{1}</p><h2>Notes to editors</h2><ul><li>{2}<li>{3}</ul>",
         "Notes to editors"),
        ("<p>{0}</p><blockquote><p>{1}</p><cite>Ada Quay</cite></blockquote><p>{2}</p>",
         "Ada Quay"),
        ("<p><b>Chapter I</b></p><p>{0}</p><p><b>Article 1</b></p><p>{1}</p><p>{2}</p>",
         "Chapter I"),
        ("<p>I. General rules</p><p>{0}</p><p>{1}</p><p>II. Boat {n}</p><p>{2}</p>",
         "I. General rules"),
        ("<div class=part><p class=who>Ada Quay</p><p>{0}</p><p>{1}</p></div><div "
         "class=part><p class=who>Bo Reed</p><p>{2}</p><p>{3}</p></div>", "Bo Reed"),
        (PART.format("<h2>What came</h2><p>{0}</p>")
         + PART.format("<h2>Next steps</h2><p>{1}</p>")
         + PART.format("<h2>The fog</h2><p>{2}</p><p>{3}</p>"), "The fog"),
    ],
)  # fmt: skip
def test_a_line_that_other_texts_have_amid_its_own_is_text(
    markup: str, line: str
) -> None:
    """Who speaks and what a part is called is the same in many texts of a site."""
    assert line in body_of(markup).split("\n\n")


@pytest.mark.parametrize(
    "line",
    [
        "<p>Harbour House informs the press</p><p>{0}</p><p>{1}</p><p>{2}</p>",
        "<p>{0}</p><p>{1}</p><p>{2}</p><p>Harbour House informs the press</p>",
        "<p>{0}</p><p>{1}</p><div class=hint><p>Harbour House informs the press</p>"
        "</div><p>{2}</p>",
        "<p>{0}</p><div id=hint>Harbour House informs the press</div><p>{1}</p><p>{2}",
        "<p>{0}</p><p>{1}</p><p><a href=/post>Harbour House informs the press</a></p>"
        "<p>{2}</p>",
    ],
)
def test_a_line_that_other_texts_have_at_an_edge_or_in_a_box_is_the_sites(
    line: str,
) -> None:
    """Sites open and close texts alike, and put boxes and pointers into them."""
    body = body_of(line)
    assert "informs the press" not in body
    assert SAID[1].format(PLACES[0]) in body


def test_a_number_over_a_text_that_has_no_others_is_the_site_s() -> None:
    """What counts pages or pictures counts no parts."""
    body = body_of("<p>Page 1</p><p>{0}</p><p>{1}</p><p>{2}</p>")
    assert "Page 1" not in body
    assert SAID[0].format(PLACES[0]) in body


@pytest.mark.parametrize(
    "fact", ["<p><b>Author:</b> Ada Quay {n}</p>", "<p>Published: 1{n} March 2026</p>"]
)
def test_facts_that_all_items_share_are_none_of_the_text(fact: str) -> None:
    """The facts that are an item's own stand before them, and begin no text."""
    shared = "<p><b>Category:</b> Notices</p><p><b>Regions:</b> North</p>"
    text = "<p>{0}</p><p>{1}</p><p>{2}</p>"
    body = body_of(f"{fact}{shared}{text}")
    assert "Notices" not in body
    assert "North" not in body
    assert SAID[0].format(PLACES[0]) in body


def test_who_is_named_before_the_mark_of_the_end_is_text() -> None:
    """Offices close a release with whom to ask, and three signs; the rest is theirs."""
    text = "<p>{0}</p><p>{1}</p><p>{2}</p>"
    asked = "<div>CONTACT:</div><div>Ada Quay, 555-010{n}</div>"
    after = "<div>The harbour office lights the coast.</div>"
    body = body_of(f"{text}{asked}<div># # #</div>{after}")
    said = [line.format(PLACES[0]) for line in SAID[:3]]
    assert body.split("\n\n") == [*said, "CONTACT:", "Ada Quay, 555-0100"]


def test_a_heading_over_the_text_that_most_items_have_is_the_site_s() -> None:
    """Release calendars head the text of each with "Summary": a redesign took it."""
    parts = "<h2>Summary</h2><p>{0}</p><p>{1}</p><h2>What {n} did</h2><p>{2}</p>"
    lines = body_of(parts).split("\n\n")
    assert lines[0] == SAID[0].format(PLACES[0])
    assert "What 0 did" in lines


def test_a_day_below_a_text_brings_in_no_lines_of_the_site() -> None:
    """Whom to ask stood between the text and the day of the last change."""
    ask = "<h2>Whom to ask</h2><p>The harbour's press desk, 555-0142</p>"
    text = body_of(f"<p>{{0}}</p><p>{{1}}</p>{ask}<p>1{{n}} May 2026</p>")
    assert text.startswith(SAID[0][:9])
    assert "press desk" not in text


def test_a_heading_over_the_text_stays_the_site_s_while_a_new_design_comes() -> None:
    """Those of the new have none. It goes from behind the line of the day, too."""
    parts = (
        "<h3>Date of meeting: {n} March 2026</h3><h2>Minutes</h2>"
        "<p>{0}</p><p>{1}</p><h2>What {n} did</h2><p>{2}</p>"
    )
    texts = [
        [said.format(f"{place} {n}") for said in SAID]
        for n in range(2)
        for place in PLACES
    ]
    old = f"<div class=text>{parts}</div>"
    new = "<article><section><p>{0}</p><p>{1}</p><p>{2}</p></section></article>"
    captures = [
        Capture(
            url=f"https://press.harbour.example/news/{n}",
            payload=(
                f"<title>Fog {n}</title><main><h1>Fog {n}</h1>"
                f"{(old if n < 7 else new).format(*text, n=n)}</main>"
            ).encode(),
        )
        for n, text in enumerate(texts)
    ]
    article = parse_article(captures[1], profile=learn(captures))
    assert isinstance(article, Article)
    assert article.body.startswith(texts[1][0])

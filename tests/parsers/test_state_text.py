"""Texts that a page holds for its scripts to draw, and shows to nobody without them."""

import json

import pytest

from parsers.article import explain_article, parse_article
from parsers.model import Article, Capture, Problem

TITLE = "The northern pier stays closed until spring"
LINES = (
    "The harbour master said on Monday that storms had loosened forty of its piles.",
    "Boats to the outer isles leave from the fishing quay, an hour later than before.",
    "Who holds a ticket for the morning may board any boat of the day, he said.",
)
TEXT = "".join(f"<p>{line}</p>" for line in LINES)
ENTRY = {"title": TITLE, "body": TEXT, "published_at": "2026-03-02T09:00:00Z"}
OTHER = {"title": "Fog at the lighthouse", "body": TEXT.replace("pier", "quay")}


def capture(script: str, shown: str = f"<h1>{TITLE}</h1>") -> Capture:
    """Return a page that shows little, and holds data."""
    page = (
        f"<html lang=en><head><title>{TITLE}</title></head><body>"
        f"<nav><a href=/>Home</a></nav><main>{shown}</main><script>{script}</script>"
        "</body></html>"
    )
    return Capture(url="https://h.example/news/7", payload=page.encode())


def state(*entries: object) -> str:
    """Return a script that keeps some entries."""
    return f"window.__STATE__ = {json.dumps({'route': '/7', 'items': entries})};"


#: The same entry as a system writes it whose data are what a function returns.
CALLED = (
    "window.__DATA__=(function(a,b,c,d){return {layout:d,data:[{item:{title:a,lead:b,"
    f"seen:void 0,body:{json.dumps(TEXT)},old:c}}}}]}}}}"
    f'({json.dumps(TITLE)},null,false,"wide"));'
)


@pytest.mark.parametrize(
    "script",
    [
        state(OTHER, ENTRY),
        CALLED,
        state({**ENTRY, "body": "\n".join(LINES)}),
        state({**ENTRY, "body": [{"type": "text", "content": one} for one in LINES]}),
        state({"title": {"rendered": TITLE}, "content": {"rendered": TEXT}}),
    ],
    ids=["data", "a function", "lines", "pieces", "boxes"],
)
@pytest.mark.parametrize("shown", [f"<h1>{TITLE}</h1>", "<div id=app></div>"])
def test_a_text_that_only_scripts_would_draw_is_read(script: str, shown: str) -> None:
    """The item was kept without a text, or was a problem, though its page holds it."""
    page = capture(script, shown)
    found = parse_article(page)
    assert isinstance(found, Article)
    assert found.body.split("\n\n") == list(LINES)
    assert explain_article(page).ways["body"] == "state"


def test_what_scripts_draw_stands_below_what_is_shown_of_its_item() -> None:
    """A lead ended the text, and a box amid it that asks for mail was part of it."""
    lead = "Forty piles have to be set anew before boats may call again."
    shown = f"<article><header><h1>{TITLE}</h1></header><h2 class=lead>{lead}</h2>"
    shown += "</article>"
    box = "<div><h4>Our letter</h4><p>All that the port decided, each Friday.</p>"
    form = "<form><input type=email><input type=submit></form></div>"
    entry = {**ENTRY, "body": TEXT.replace("</p>", f"</p>{box}{form}", 1)}
    found = parse_article(capture(state(entry), shown))
    assert isinstance(found, Article)
    assert found.body.split("\n\n") == [lead, *LINES]


def test_the_text_of_another_item_is_none_of_the_page_s() -> None:
    """A page without a text may hold what other items say."""
    found = parse_article(capture(state(OTHER)))
    assert isinstance(found, Problem) or not found.body


def test_what_a_page_shows_is_its_text_whatever_it_holds() -> None:
    """Readers see what is shown."""
    shown = "".join(f"<p>{line.replace('pier', 'quay')}</p>" for line in LINES)
    found = parse_article(capture(state(ENTRY), f"<h1>{TITLE}</h1>{shown}"))
    assert isinstance(found, Article)
    assert found.body.split("\n\n") == [one.replace("pier", "quay") for one in LINES]

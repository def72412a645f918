"""Texts that machines are told whole, where readers are shown how they begin."""

import json

from parsers.article import parse_article
from parsers.model import Article, Capture

LINES = [
    f"The ferry of the {word} came back at noon, and the pilots had waited for it since"
    f" the {word} before, as they do each day when there is fog on the water."
    for word in ("third", "fourth", "fifth", "sixth", "seventh", "eighth")
]


def body(shown: list[str], told: str) -> str:
    """Return the text of a page that shows some lines and tells machines others."""
    data = {"@type": "NewsArticle", "headline": "Fog", "articleBody": told}
    page = (
        f"<script type=application/ld+json>{json.dumps(data)}</script><h1>Fog</h1><div>"
        + "".join(f"<p>{line}</p>" for line in shown)
        + "</div>"
    )
    article = parse_article(Capture(url="https://h.example/1", payload=page.encode()))
    assert isinstance(article, Article)
    return article.body


def test_a_text_that_is_shown_in_part_is_read_whole() -> None:
    """Scripts show the rest, or a wall stands before it."""
    whole = "\n\n".join(LINES)
    assert body(LINES[:2], whole) == whole
    broken = LINES[1][:90].rpartition(" ")[0] + " …"
    assert body([LINES[0], broken], whole) == whole
    marked = "".join(f"<p>{line}</p>" for line in LINES)
    assert body(LINES[:2], marked) == whole


def test_another_text_and_a_little_more_are_not_taken() -> None:
    """What a page shows counts, unless it is plain that it breaks off."""
    shown = "\n\n".join(LINES[1:5])
    assert body(LINES[1:5], "\n".join(LINES)) == shown
    assert body(LINES[1:5], "\n".join(LINES[1:])) == shown

"""A text that its page has for several screens is read once."""

import pytest

from parsers.article import parse_article
from parsers.model import Article, Capture

LINES = (
    "The ferry stays in the harbour until the fog has gone, says the port today.",
    "How long?",
    "Its captain does not expect to leave before noon, when the wind may turn west.",
    "Passengers may give back their tickets at the counter, or take the next boat.",
)
TITLE = "<h1>Ferry late in the fog</h1>"
TEXT = "".join(f"<p>{line}</p>" for line in LINES)
EACH = "".join(f"<p class=wide>{line}</p><p class=small>{line}</p>" for line in LINES)


@pytest.mark.parametrize(
    "html",
    [
        f"{TITLE}<div class=wide>{TEXT}</div><div class=small>{TEXT}</div>",
        f"<article>{TITLE}{TEXT}</article><article>{TITLE}{TEXT}</article>",
        f"{TITLE}<div class=text>{EACH}</div>",
    ],
    ids=["in two boxes", "below two headlines", "line by line"],
)
def test_a_text_for_several_screens_is_read_once(html: str) -> None:
    """Readers see one of the copies; an edit of one is an edit of the text."""
    assert _body(html).split("\n\n") == list(LINES)


def test_a_line_that_is_said_again_stays() -> None:
    """A text with a refrain has not been copied."""
    html = f"{TITLE}<div>{TEXT}<p>{LINES[0]}</p></div>"
    assert _body(html).count(LINES[0]) == 2


def test_what_the_first_copy_says_twice_itself_stays() -> None:
    """Rows of a table begin alike, and the copy for phones has another table."""
    rows = "".join(f"<tr><td>Low Isle<td>Ferry {n}<td>{n}0" for n in range(1, 4))
    cards = "".join(f"<p>Low Isle: Ferry {n}, {n}0</p>" for n in range(1, 4))
    wide = (
        f"<div class=wide>{TEXT}<table>{rows}</table>{TEXT.replace('The', 'A')}</div>"
    )
    small = f"<div class=small>{TEXT}{cards}{TEXT.replace('The', 'A')}</div>"
    assert _body(f"{TITLE}{wide}{small}").count("Low Isle | Ferry") == 3


def _body(html: str) -> str:
    article = parse_article(Capture(url="https://h.example/1", payload=html.encode()))
    assert isinstance(article, Article)
    return article.body

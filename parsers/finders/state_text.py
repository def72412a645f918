"""The text of an item that a page holds for its scripts to draw, and nowhere else.

Pure.
"""

import html
import re
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement, fragment_fromstring

from parsers.blocks import text_size
from parsers.feeds import plain
from parsers.finders.title_lines import title_key
from parsers.page import Page
from parsers.page_data import documents_in_scripts
from parsers.templates.fragment import name_of, values_of

_TITLES = ("title", "headline", "name")
#: What the text is called, less the signs between the words.
_TEXTS = re.compile(
    r"(?:article|page|post|story|news|full|main)?"
    r"(?:body|content|text|html)(?:html|text|elements|blocks)?"
)
#: How a piece of a text is called where each paragraph is one.
_PIECES = ("content", "text", "html", "value")
#: A text says so much.
SAYS = 200
_MARKUP = re.compile(
    r"<(?:p|br|div|h[1-6]|ul|ol|blockquote|table)[\s/>]", re.IGNORECASE
)


def text_in_state(page: Page, title: str) -> HtmlElement | None:
    """Return what the page's own data say of the item that is called so, as a box.

    >>> from parsers.model import Capture
    >>> from parsers.page import read_page
    >>> state = {"title": "Fog lifts", "body": "<p>The fog is gone.</p>" * 20}
    >>> markup = f"<script>window.S = {state};</script><h1>Fog lifts</h1>".encode()
    >>> page = read_page(Capture(url="https://h.example/7", payload=markup))
    >>> len(text_in_state(page, "Fog lifts")), text_in_state(page, "Fog falls")
    (20, None)
    """
    key = title_key(title)
    texts = _texts(page, key) if key else ()
    best = max(texts, default="", key=lambda text: text_size(plain(text)))
    if text_size(plain(best)) < SAYS:
        return None
    try:
        return fragment_fromstring(best, create_parent="div")
    except ValueError:
        return None


def _texts(page: Page, key: str) -> Iterator[str]:
    """Yield the markup of the texts of the entries that are called so."""
    for data in documents_in_scripts(page):
        for _, entry in values_of(data):
            if not isinstance(entry, dict):
                continue
            named = {name_of(name): value for name, value in entry.items()}
            titles = (str(_plain(named.get(name)) or "") for name in _TITLES)
            if any(title_key(title) == key for title in titles):
                found = (v for name, v in named.items() if _TEXTS.fullmatch(name))
                yield from filter(None, map(_markup, map(_plain, found)))


def _plain(value: Any) -> Any:
    """Return a value out of the box in which some systems say how it is to be shown."""
    return value.get("rendered") if isinstance(value, dict) else value


def _markup(value: Any) -> str:
    """Return the markup of a text that is told as such, as lines or in pieces."""
    if isinstance(value, list):
        pieces = (next((p[n] for n in _PIECES if p.get(n)), "") for p in _dicts(value))
        return "".join(f"<p>{piece}</p>" for piece in pieces if isinstance(piece, str))
    if not isinstance(value, str):
        return ""
    if _MARKUP.search(value):
        return value
    lines = (html.escape(line) for line in value.splitlines() if line.strip())
    return "".join(f"<p>{line}</p>" for line in lines)


def _dicts(values: list[Any]) -> Iterator[dict[str, Any]]:
    return (value for value in values if isinstance(value, dict))

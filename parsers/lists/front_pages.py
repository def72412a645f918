"""The lists of news that the front page of a site leads to. Pure."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from parsers.lists.named_links import named_links
from parsers.model import Teaser
from parsers.page import Page
from parsers.templates.beside import is_beside, says_news
from parsers.urls import item_key

#: A link that names a list has no more words or letters.
_WORDS, _LETTERS = 5, 40


def news_urls(page: Page, items: Sequence[Teaser]) -> tuple[str, ...]:
    """Return where links that are called news lead, but for items and other hosts.

    >>> from parsers.model import Capture
    >>> from parsers.page import read_page
    >>> html = b"<a href=/laws>Laws</a><a href=/press>Press releases</a>"
    >>> news_urls(read_page(Capture(url="https://h.example/", payload=html)), ())
    ('https://h.example/press',)
    """
    known = {item_key(page.url), *(item_key(item.url) for item in items)}
    found: dict[str, str] = {}
    for _, url in named_links(page, _names_news):
        key = item_key(url)
        if urlsplit(url).netloc == urlsplit(page.url).netloc and key not in known:
            found.setdefault(key, url)
    return tuple(found.values())


def _names_news(name: str) -> bool:
    is_short = len(name) <= _LETTERS and name.count(" ") < _WORDS
    return is_short and says_news(name) and not is_beside(name)

"""The lists of news that the front page of a site leads to. Pure."""

from collections.abc import Sequence
from itertools import islice
from urllib.parse import urlsplit

from parsers.model import Teaser
from parsers.page import Page
from parsers.templates.beside import is_beside, says_news
from parsers.text import normal_text
from parsers.urls import item_key, resolve

#: A link that names a list has no more words or letters.
_WORDS, _LETTERS = 5, 40
_MOST_LINKS = 5000


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
    for link in islice(page.root.iter("a"), _MOST_LINKS):
        href, name = link.get("href"), normal_text("".join(link.itertext()))
        if not href or not _names_news(name):
            continue
        url = resolve(page.base_url, href, encoding=page.encoding)
        if url and urlsplit(url).netloc == urlsplit(page.url).netloc:
            key = item_key(url)
            if key not in known:
                found.setdefault(key, url)
    return tuple(found.values())


def _names_news(name: str) -> bool:
    is_short = len(name) <= _LETTERS and name.count(" ") < _WORDS
    return is_short and says_news(name) and not is_beside(name)

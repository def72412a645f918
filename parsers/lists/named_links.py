"""Links of a page that are called something, and where they lead. Pure."""

from collections.abc import Callable, Iterator
from itertools import islice

from lxml.html import HtmlElement

from parsers.page import Page
from parsers.text import normal_text

_MOST_LINKS = 5000


def named_links(
    page: Page, is_named: Callable[[str], bool]
) -> Iterator[tuple[HtmlElement, str]]:
    """Yield the links of a page whose words pass, each with where it leads."""
    for link in islice(page.root.iter("a"), _MOST_LINKS):
        href = link.get("href")
        if not href or not is_named(normal_text("".join(link.itertext()))):
            continue
        if url := page.resolve(href):
            yield link, url

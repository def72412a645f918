"""Pagers that a script writes into the page, of makes that many sites share. Pure."""

import re
from urllib.parse import urlsplit

from parsers.page import Page
from parsers.pagination.links import Pager
from parsers.urls import resolve

#: How many pages, which one this is from zero on, and how their files are named:
#: the call that government sites in China print under their lists, and their texts.
_CALL = b"createPageHTML"
_PAGE_HTML = re.compile(
    r"""createPageHTML\(\s*["']?(?P<count>\d{1,5})["']?\s*,\s*["']?(?P<at>\d{1,5})["']?\s*,"""
    r"""\s*["'](?P<name>[\w-]{1,40})["']\s*,\s*["'](?P<ending>\w{2,5})["']"""
)


def next_url(pager: Pager) -> str | None:
    """Return the next page that a script's call under the list tells of."""
    called = _called(pager.page)
    number = int(called["at"]) + 1 if called else 0
    if called is None or number >= int(called["count"]):
        return None
    return resolve(pager.page.base_url, _file(called, number))


def part_urls(page: Page, most: int) -> tuple[str, ...]:
    """Return the pages of a text, if a script's call names the file of this one."""
    called = _called(page) if _CALL in page.capture.payload else None
    if called is None or int(called["count"]) < 2:
        return ()
    own = _file(called, int(called["at"]))
    if urlsplit(page.url).path.rpartition("/")[2] != own:
        return ()
    files = (_file(called, n) for n in range(min(int(called["count"]), most)))
    urls = (resolve(page.base_url, file) for file in files if file != own)
    return tuple(filter(None, urls))


def _called(page: Page) -> re.Match[str] | None:
    scripts = page.root.iter("script")
    calls = (_PAGE_HTML.search((one.text or "")[:100_000]) for one in scripts)
    return next(filter(None, calls), None)


def _file(called: re.Match[str], number: int) -> str:
    """Return how the file of a page is called; the first has no number."""
    counted = f"_{number}" if number else ""
    return f"{called['name']}{counted}.{called['ending']}"

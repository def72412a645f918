"""Pagers that a script writes into the page, of makes that many sites share. Pure."""

import re

from parsers.pagination.links import Pager
from parsers.urls import resolve

#: How many pages, which one this is from zero on, and how their files are named:
#: the call that government sites in China print under their lists.
_PAGE_HTML = re.compile(
    r"""createPageHTML\(\s*["']?(?P<count>\d{1,5})["']?\s*,\s*["']?(?P<at>\d{1,5})["']?\s*,"""
    r"""\s*["'](?P<name>[\w-]{1,40})["']\s*,\s*["'](?P<ending>\w{2,5})["']"""
)


def next_url(pager: Pager) -> str | None:
    """Return the next page that a script's call under the list tells of."""
    page = pager.page
    for script in page.root.iter("script"):
        if called := _PAGE_HTML.search((script.text or "")[:100_000]):
            number = int(called["at"]) + 1
            if number >= int(called["count"]):
                return None
            name = f"{called['name']}_{number}.{called['ending']}"
            return resolve(page.base_url, name)
    return None

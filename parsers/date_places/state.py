"""The day that data in a page's scripts give its item. Pure."""

import re
from collections.abc import Iterator
from typing import Any

from parsers.dates import parse_machine_date
from parsers.finders.title_lines import title_key
from parsers.model import Printed
from parsers.page import Page
from parsers.page_data import documents_in_scripts, told_of_page
from parsers.templates.fragment import name_of, values_of

_TITLES = ("title", "headline", "name")
#: Names of a publication alone: what was made, or is shown, is so on another day.
_DATES = re.compile(
    r"(?:article|page|content|post|story|news|first)?"
    r"(?:datepublished|publi(?:shed|sh|cation)(?:at|on|date|time|dt)?|pubdate"
    r"|releasedate)"
)


def day_in_state(page: Page, title: str) -> Printed | None:
    """Return when the item was published that is called so in the page's own data.

    Or the one day that the page tells those who count its readers.

    >>> from parsers.model import Capture
    >>> from parsers.page import read_page
    >>> state = b'S = {"article": {"title": "Fog lifts", "publishedAt": "2026-03-02"}};'
    >>> html = b"<script>window." + state + b"</script><h1>Fog lifts</h1>"
    >>> page = read_page(Capture(url="https://h.example/7", payload=html))
    >>> day_in_state(page, "Fog lifts").iso, day_in_state(page, "Fog falls")
    ('2026-03-02', None)
    """
    key = title_key(title)
    if not key:
        return None
    for entry in _objects(documents_in_scripts(page)):
        names = (str(entry.get(name) or "") for name in _TITLES)
        if any(title_key(name) == key for name in names) and (day := _day_of(entry)):
            return day
    told = list(filter(None, map(_day_of, _objects(told_of_page(page)))))
    return told[0] if len({one.day for one in told}) == 1 else None


def _objects(documents: Iterator[Any]) -> Iterator[dict[str, Any]]:
    for data in documents:
        for _, value in values_of(data):
            if isinstance(value, dict):
                yield {name_of(name): said for name, said in value.items()}


def _day_of(entry: dict[str, Any]) -> Printed | None:
    said = (value for name, value in entry.items() if _DATES.fullmatch(name))
    return next(filter(None, (parse_machine_date(str(value)) for value in said)), None)

"""Items that a page holds for its scripts to draw. Pure."""

from collections.abc import Collection, Iterator
from typing import Any

from parsers.model import Teaser
from parsers.page import Page
from parsers.page_data import documents_of
from parsers.templates import fragment
from parsers.templates.sheet_walk import read_sheet

#: Letters of a page that draws itself; one with more shows its items to readers.
MAX_TEXT = 600


def find(page: Page, pages: Collection[str], places: object = ()) -> tuple[Teaser, ...]:
    """Return the items of the longest list of dated items in the page's data.

    Only where the page itself says next to nothing.
    """
    lists = [
        tuple(i for i in fragment.items_of(page.capture, data) if i.url not in pages)
        for data in _lists(page)
    ]
    dated = [[item for item in items if item.published] for items in lists]
    best = max(dated, key=len, default=[])
    if len(best) < 2 or not _is_drawn(page):
        return ()
    return tuple(best)


def next_url(page: Page) -> str | None:
    """Return where the page's data say that their list goes on."""
    found = (fragment.next_of(page.capture, data) for data in documents_of(page))
    return next((url for url in found if url), None)


def _is_drawn(page: Page) -> bool:
    shown = sum(len(unit.text) for unit in read_sheet(page).units if unit.area)
    return shown <= MAX_TEXT


def _lists(page: Page) -> Iterator[list[Any]]:
    """Yield the lists of the page's data that hold several objects."""
    for data in documents_of(page):
        for _, value in fragment.values_of(data):
            if isinstance(value, list) and sum(isinstance(v, dict) for v in value) > 1:
                yield [_flat(entry) for entry in value]


def _flat(entry: Any) -> Any:
    """Return an entry without what lists of its own it holds, such as its labels."""
    if not isinstance(entry, dict):
        return None
    entry = entry["node"] if isinstance(entry.get("node"), dict) else entry
    return {key: value for key, value in entry.items() if not isinstance(value, list)}

"""Items that a page holds for its scripts to draw, as JSON or as literals. Pure."""

import json
import re
from collections.abc import Collection, Iterator
from itertools import chain
from typing import Any

from parsers.model import Teaser
from parsers.page import Page
from parsers.templates import fragment
from parsers.templates.literals import as_json, unquoted
from parsers.templates.sheet import read_sheet

#: Letters of a page that draws itself; one with more shows its items to readers.
MAX_TEXT = 600
#: Characters of scripts that are read.
MAX_SCRIPTS = 8_000_000

#: Letters of an attribute that can hold a list of items.
_LEAST = 60
#: Data that are no literal of a script, since their first name stands in quotes.
_IS_JSON = re.compile(r"\s*(?:\[\s*)?\{\s*\"")
_STATE = re.compile(
    r"\s*(?:(?:var|let|const)\s+)?(?:window|self|globalThis)?[\w.$\[\]\"']{1,80}"
    r"\s*=\s*(?=[{\[]|JSON\.parse\()"
)


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
    found = (fragment.next_of(page.capture, data) for data in _documents(page))
    return next((url for url in found if url), None)


def _is_drawn(page: Page) -> bool:
    shown = sum(len(unit.text) for unit in read_sheet(page).units if unit.area)
    return shown <= MAX_TEXT


def _documents(page: Page) -> Iterator[Any]:
    """Yield the data of a page: in its scripts, and in attributes of its elements."""
    left = MAX_SCRIPTS
    for text in chain(_in_scripts(page), _in_attributes(page)):
        left -= len(text)
        if left < 0:
            return
        data = _data(text)
        if data is None and not _IS_JSON.match(text):
            data = _data(as_json(text))
        if data is not None:
            yield data


def _data(text: str) -> Any:
    try:
        return json.JSONDecoder(strict=False).raw_decode(text.lstrip())[0]
    except (ValueError, RecursionError):
        return None


def _in_scripts(page: Page) -> Iterator[str]:
    for script in page.root.iter("script"):
        text = script.text or ""
        kind = (script.get("type") or "").lower()
        if "ld+json" in kind:
            continue
        if "json" in kind:
            yield text
        elif state := _STATE.match(text[:400]):
            yield unquoted(text[state.end() :])


def _in_attributes(page: Page) -> Iterator[str]:
    return (
        value
        for element in page.root.iter()
        for value in element.attrib.values()
        if len(value) > _LEAST and value[0] in "[{"
    )


def _lists(page: Page) -> Iterator[list[Any]]:
    """Yield the lists of the page's data that hold several objects."""
    for data in _documents(page):
        for _, value in fragment.values_of(data):
            if isinstance(value, list) and sum(isinstance(v, dict) for v in value) > 1:
                yield [_flat(entry) for entry in value]


def _flat(entry: Any) -> Any:
    """Return an entry without what lists of its own it holds, such as its labels."""
    if not isinstance(entry, dict):
        return None
    entry = entry["node"] if isinstance(entry.get("node"), dict) else entry
    return {key: value for key, value in entry.items() if not isinstance(value, list)}

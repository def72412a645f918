"""Data that a page holds for its scripts to draw, as JSON or as literals. Pure."""

import json
import re
from collections.abc import Iterator
from itertools import chain
from typing import Any

from parsers.page import Page
from parsers.templates.literals import as_json, called, unquoted

#: Characters of scripts that are read.
MAX_SCRIPTS = 8_000_000

#: Letters of an attribute that can hold a list of items.
_LEAST = 60
#: What a page tells of itself to those who count its readers.
_TOLD = re.compile(
    r"\b(?:dataLayer|digitalData|utag_data)\b[^;{]{0,40}?(?:=\s*\[?|\.push\(\s*)(?={)"
)
#: Data that are no literal of a script, since their first name stands in quotes.
_IS_JSON = re.compile(r"\s*(?:\[\s*)?\{\s*\"")
_STATE = re.compile(
    r"\s*(?:(?:var|let|const)\s+)?(?:window|self|globalThis)?[\w.$\[\]\"']{1,80}"
    r"\s*=\s*(?=[{\[]|JSON\.parse\(|\(function\b)"
)


def documents_of(page: Page) -> Iterator[Any]:
    """Yield the data of a page: in its scripts, and in attributes of its elements."""
    return _read(chain(_in_scripts(page), _in_attributes(page)))


def documents_in_scripts(page: Page) -> Iterator[Any]:
    """Yield the data in the scripts of a page."""
    return _read(_in_scripts(page))


def told_of_page(page: Page) -> Iterator[Any]:
    """Yield the data with which a page tells those who count its readers what it is."""
    texts = (script.text or "" for script in page.root.iter("script"))
    return _read(t[at.end() :] for t in texts for at in _TOLD.finditer(t))


def _read(texts: Iterator[str]) -> Iterator[Any]:
    left = MAX_SCRIPTS
    for text in texts:
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
            yield called(unquoted(text[state.end() :]))


def _in_attributes(page: Page) -> Iterator[str]:
    return (
        value
        for element in page.root.iter()
        for value in element.attrib.values()
        if len(value) > _LEAST and value[0] in "[{"
    )

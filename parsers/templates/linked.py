"""Items a page lists for machines: JSON-LD ``ItemList``. Pure."""

import json
from collections.abc import Collection, Iterator
from typing import Any

from parsers.dates import parse_machine_date
from parsers.feeds import plain
from parsers.model import Teaser
from parsers.page import Page
from parsers.urls import resolve

#: Items of one list, and objects looked at to find one.
MAX_ITEMS, MAX_OBJECTS = 2_000, 5_000

_LISTS = {"ItemList", "CollectionPage", "Blog", "OfferCatalog"}
_KEYS = ("itemListElement", "hasPart", "blogPost", "blogPosts", "mainEntity")


def find(page: Page) -> dict[str, Teaser]:
    """Return the items of a page's item list by address; most pages have none."""
    found: dict[str, Teaser] = {}
    for script in page.root.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        for entry in _entries(_load(script.text or "")):
            if (item := _teaser(page, entry)) and len(found) < MAX_ITEMS:
                found.setdefault(item.url, item)
    return found


def find_titled(
    page: Page, pages: Collection[str], places: object = ()
) -> tuple[Teaser, ...]:
    """Return the items of a page's item list where it names them."""
    items = tuple(
        item for item in find(page).values() if item.title and item.url not in pages
    )
    return items if len(items) > 1 else ()


def _load(text: str) -> Any:
    try:
        return json.loads(text[:1_000_000], strict=False)
    except (ValueError, RecursionError):
        return None


def _entries(data: Any) -> Iterator[dict[str, Any]]:
    """Yield what stands in the item lists of a document; breadcrumbs are none."""
    waiting, seen = [data], 0
    while waiting and seen < MAX_OBJECTS:
        value = waiting.pop()
        seen += 1
        if isinstance(value, list):
            waiting.extend(reversed(value))
        elif isinstance(value, dict):
            kinds = value.get("@type")
            named = kinds if isinstance(kinds, list) else [kinds]
            is_list = any(isinstance(kind, str) and kind in _LISTS for kind in named)
            for key in _KEYS if is_list else ("@graph", "mainEntity"):
                inner = value.get(key)
                if key == "itemListElement" and isinstance(inner, list):
                    yield from (e for e in inner if isinstance(e, dict))
                elif key.startswith("blogPost") or key == "hasPart":
                    entries = inner if isinstance(inner, list) else [inner]
                    yield from (e for e in entries if isinstance(e, dict))
                elif inner is not None:
                    waiting.append(inner)


def _teaser(page: Page, entry: dict[str, Any]) -> Teaser | None:
    inner = entry.get("item")
    about = inner if isinstance(inner, dict) else entry
    href = about.get("url") or about.get("@id") or entry.get("url") or inner
    url = resolve(page.base_url, href) if isinstance(href, str) and href else None
    if url is None or url == page.url:
        return None
    stamp = about.get("datePublished")
    return Teaser(
        url=url,
        title=plain(about.get("headline") or about.get("name"))[:500],
        published=parse_machine_date(stamp[:60]) if isinstance(stamp, str) else None,
        summary=plain(about.get("description"))[:1_000],
    )

"""The sections that a front page shows strips of: listings of their own. Pure."""

from collections import Counter
from collections.abc import Sequence
from urllib.parse import urlsplit

from parsers.model import Teaser
from parsers.page import Page
from parsers.urls import is_front

#: A section is shown by so many items, a page of strips has so many sections.
_ITEMS, _LEAST, _MOST = 2, 2, 16
#: Sections hold this share of what a page of strips shows, and none holds all of it,
#: unless the page is the front page of a whole site.
_SHARE = 0.8
_MOST_LINKS = 5000


def find_sections(page: Page, items: Sequence[Teaser]) -> tuple[str, ...]:
    """Return the linked addresses that the page's items lie under, in several groups.

    Only for a page that leads to no further page of its own: what is older than its
    strips is found in the sections alone.
    """
    counts = _folders(items)
    own, is_whole = urlsplit(page.url), is_front(page.url)
    found: dict[str, str] = {}
    for count, link in enumerate(page.root.iter("a")):
        if count >= _MOST_LINKS:
            break
        href = link.get("href")
        url = page.resolve(href) if href else None
        if not url:
            continue
        parts = urlsplit(url)
        folder = parts.path.rstrip("/") + "/"
        if parts.query or parts.netloc != own.netloc or own.path.startswith(folder):
            continue
        if _ITEMS <= counts[folder] < len(items) + is_whole:
            found.setdefault(folder, url)
    top = {f: url for f, url in found.items() if not _is_within(f, found)}
    held = sum(counts[folder] for folder in top)
    has_sections = (1 if is_whole else _LEAST) <= len(top) <= _MOST
    shown = len({item.url for item in items}.difference(top.values()))
    return tuple(top.values()) if has_sections and held >= _SHARE * shown else ()


def without_folders(items: Sequence[Teaser]) -> tuple[Teaser, ...]:
    """Return the items of a list without links to folders that several others lie in.

    The head of a strip leads to its section, and stands before an item's title.
    """
    counts = _folders(items)
    return tuple(item for item in items if counts[_as_folder(item.url)] < _ITEMS)


def _as_folder(url: str) -> str:
    parts = urlsplit(url)
    return "" if parts.query else parts.path.rstrip("/") + "/"


def _folders(items: Sequence[Teaser]) -> Counter[str]:
    """Count the items under each folder of their addresses, but for the host's own."""
    counts: Counter[str] = Counter()
    for item in items:
        steps = urlsplit(item.url).path.strip("/").split("/")[:-1]
        for end in range(1, len(steps) + 1):
            counts["/" + "/".join(steps[:end]) + "/"] += 1
    return counts


def _is_within(folder: str, folders: dict[str, str]) -> bool:
    return any(folder != other and folder.startswith(other) for other in folders)

"""Whether what a page calls itself has changed, and which lines show it. Pure."""

from collections import Counter
from collections.abc import Mapping, Sequence

from parsers.model import FieldChange
from parsers.text import same_words
from parsers.urls import same_page
from scheduler.comparing.side import Side
from scheduler.comparing.side_lines import Line
from scheduler.comparing.side_words import leads_away, leads_to_front


def renamed(
    old: Side,
    new: Side,
    gone: Sequence[Line],
    come: Sequence[Line],
    told: Mapping[str, FieldChange],
) -> FieldChange | None:
    """Return how the title changed that the page shows, if it did.

    A heading may change alone, and what the page calls itself stay as it was.
    """
    titles = titles_of(old, new)
    moved_titles = [line for line in (*gone, *come) if is_title(line, titles)]
    if "title" in told and moved_titles:
        return None if _stands(old, new) or _stands(new, old) else told["title"]
    if _heads_both(old, new):
        return None  # what moved was another item of the same name
    was = {li.block.path: li for li in gone if li.block.kind == "heading"}
    now = {li.block.path: li for li in come if li.block.kind == "heading"}
    for line in moved_titles:
        path = line.block.path
        if path in was and path in now and not _heads_rows(path, old, new):
            return FieldChange(old=was[path].block.text, new=now[path].block.text)
    return None


def titles_of(old: Side, new: Side) -> frozenset[str]:
    """Return the titles of both pages, folded."""
    return frozenset((same_words(old.article.title), same_words(new.article.title)))


def is_title(line: Line, titles: frozenset[str]) -> bool:
    """Tell whether a line shows the title of its page, not a way back to it."""
    block = line.block
    if line.key not in titles or not leads_away(block):
        return line.key in titles
    return block.kind == "heading" and not all(map(leads_to_front, block.hrefs))


def _heads_rows(path: str, *sides: Side) -> bool:
    """Tell whether several headings at one place lead away: each heads another item."""
    return any(
        sum(b.path == path and b.kind == "heading" and leads_away(b) for b in blocks)
        > 1
        for blocks in (side.blocks for side in sides)
    )


def _heads_both(old: Side, new: Side) -> bool:
    """Tell whether both pages have one title over their text, at the same place.

    The heading may say first what the item is.
    """
    title = same_words(new.article.title)
    places, others = (
        {
            block.path
            for block, key in zip(side.blocks, side.keys, strict=True)
            if block.kind == "heading"
            and key.endswith(title)
            and block.index < side.last
            and all(_leads_here(href, side) for href in block.hrefs)
        }
        for side in (new, old)
    )
    return title == same_words(old.article.title) and not places.isdisjoint(others)


def _leads_here(href: str, side: Side) -> bool:
    """Tell whether a link is a mark to link to, or leads to its own page.

    Where that is nobody knows of a file without an address.
    """
    if href.startswith("#") or not side.page.url:
        return True
    url = side.page.resolve(href)
    return url is not None and same_page(url, side.page.url)


def _stands(mine: Side, other: Side) -> bool:
    """Tell whether another page has a title wherever this one has it for its own."""
    title = same_words(mine.article.title)
    places, others = (
        Counter(
            block.path
            for block, key in zip(side.blocks, side.keys, strict=True)
            if key == title
        )
        for side in (mine, other)
    )
    return bool(places) and places <= others

"""Days of items that a list prints in pieces, in heads, or tells only machines."""

import pytest

from parsers.listing import parse_listing
from parsers.model import Capture, Listing

NAMES = ("Tern", "Gull", "Auk", "Loon", "Rail")


def title(number: int) -> str:
    """Return a title with words enough."""
    return f"The ferry to the isle of {NAMES[number]} is late again"


def link(number: int, folder: str = "/n") -> str:
    """Return the link of an item."""
    return f'<a href="{folder}/{number}">{title(number)}</a>'


def each(pattern: str, folder: str = "/n") -> str:
    """Return a pattern for each item, from the 20th of March back."""
    return "".join(
        pattern.format(day=20 - n, link=link(n, folder), title=title(n), way=f"/n/{n}")
        for n in range(len(NAMES))
    )


def read(body: str) -> Listing:
    """Return the listing read from a page with this body."""
    page = f'<html lang="en-GB"><body><main><h1>News</h1>{body}</main>'
    found = parse_listing(Capture(url="https://h.example/news", payload=page.encode()))
    assert isinstance(found, Listing)
    return found


#: Name → a list that says one day for each item, the newest first.
LISTS = {
    "numbers under the head of their month": "<h3>March 2026</h3>"
    + each("<p>{day}: {link}</p>"),
    "numbers in a list within the list": "<ul><li>March 2026<ul>"
    + each("<li><b>{day}</b> {link}</li>")
    + "</ul></ul>",
    "leaves under the head of their month": "<h2>March 2026</h2>"
    + each("<div><i class=w>Mon</i><b>{day}</b><i class=m>Mar</i>{link}</div>"),
    "days under the head of their year": "<h3>2026</h3><ul>"
    + each("<li>{link} – {day} March</li>")
    + "</ul>",
    "a year in the address alone": each(
        "<div><span>{day} March</span>{link}</div>", "/2026/n"
    ),
    "what a pointer is told": each(
        '<div>{link} <abbr title="2026-03-{day}T10:00:00Z">lately</abbr></div>'
    ),
    "what scripts are told": each('<div data-date="2026-03-{day}">{link}</div>'),
    "cells in a row": "<table><tr>" + each("<td>{link}<br>{day}.03.2026</td>"),
}


#: Name → a list whose links name only a kind of file or a language of each item.
VERSIONS = {
    "files": each("<li>{day}.03.2026: {title} <a href='{way}.pdf'>PDF</a> "
                  "<a href='{way}.doc'>DOC</a></li>"),
    "languages": each("<li>{day}.03.2026 {title} <a href='/en{way}'>English</a> | "
                      "<a href='/fr{way}'>Français</a></li>"),
}  # fmt: skip


@pytest.mark.parametrize("name", VERSIONS)
def test_files_and_languages_of_one_item_are_one_item(name: str) -> None:
    """Its title stands beside them, and is none of their names."""
    found = read(f"<ul>{VERSIONS[name]}</ul>")
    assert [item.title for item in found.items] == [title(n) for n in range(5)]
    assert all(item.published for item in found.items)


@pytest.mark.parametrize("name", LISTS)
def test_each_item_has_its_day(name: str) -> None:
    """A list without days cannot tell what is new from what was moved."""
    found = read(LISTS[name])
    assert [item.title for item in found.items] == [title(n) for n in range(5)]
    days = [item.published and item.published.day.isoformat() for item in found.items]
    assert days == [f"2026-03-{20 - n}" for n in range(5)]

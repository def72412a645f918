"""Lists of what is still to come, made as the news beside them."""

from datetime import UTC, datetime

import pytest

from parsers.listing import parse_listing
from parsers.model import Capture, Listing

TODAY = datetime(2026, 3, 21, tzinfo=UTC)


def _card(path: str, title: str, day: str) -> str:
    return (
        f"<div class=card><h3><a href=/{path}/{title.lower().replace(' ', '-')}>{title}"
        f"</a></h3><time>{day}</time><p>Some words of what it is about.</p></div>"
    )


def _cards(path: str, title: str, *days: str) -> str:
    return "".join(_card(path, f"{title} {n}", day) for n, day in enumerate(days))


NEWS = _cards(
    "news",
    "Ferry stays in port until noon",
    *(f"{day} March 2026" for day in (20, 19, 17, 12)),
)


def titles(page: str) -> set[str]:
    """Return the first word of each item of a page's list."""
    html = f"<html><body><main>{page}</main></body></html>".encode()
    found = parse_listing(
        Capture(url="https://h.example/", payload=html, captured_at=TODAY)
    )
    assert isinstance(found, Listing)
    return {item.title.split()[0] for item in found.items}


@pytest.mark.parametrize(
    "page",
    [
        "<div class=grid>{news}</div><div class=grid>{agenda}</div>",
        "<div class=grid>{agenda}{news}</div>",
        "<div class=tab>{news}</div><div class=tab>{agenda}</div>",
    ],
)
def test_an_agenda_made_as_news_is_none(page: str) -> None:
    """Each event would be news, and be gone when it is over."""
    agenda = _cards("agenda", "Choir sings at night", "3 April 2026", "10 April 2026")
    assert titles(page.format(news=NEWS, agenda=agenda)) == {"Ferry"}


@pytest.mark.parametrize(
    "others",
    [
        _cards("news", "Choir will sing in church", "3 April 2026"),
        _cards("news", "Choir will sing in church", "3 April 2026", "4 March 2026"),
        _cards("notes", "Choir will sing in church", "22 March 2026", "22 March 2026"),
    ],
)
def test_news_of_what_is_to_come_is_listed(others: str) -> None:
    """An office announces what it will do, and dates it by the day of that."""
    assert titles(f"<div class=grid>{NEWS}{others}</div>") == {"Ferry", "Choir"}


def test_an_agenda_alone_is_a_list() -> None:
    """Somebody may want to know of all events."""
    agenda = _cards("agenda", "Choir sings at night", "3 April 2026", "10 April 2026")
    assert titles(f"<h1>Agenda</h1><div class=grid>{agenda}</div>") == {"Choir"}

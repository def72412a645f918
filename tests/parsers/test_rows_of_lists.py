"""Rows of lists that hold more than one link, or whose link says nothing itself."""

import pytest

from tests.parsers.test_days_of_lists import NAMES, each, read, title

DAYS = tuple(f"2026-03-{20 - n}" for n in range(len(NAMES)))
TITLES = tuple(map(title, range(len(NAMES))))

#: Name → rows that say the items with their days, the newest first.
ROWS = {
    "a topic before each title": "<ul>"
    + each("<li><a href=/port>Port</a> {link} {day}.03.2026</li>")
    + "</ul>",
    "a topic behind each title": "<ul>"
    + each("<li>{link} <a href=/t/{day}>Low</a> {day}.03.2026</li>")
    + "</ul>",
    "an arrow for a link": "<table>"
    + each("<tr><td>{day}.03.2026</td><td>{title}</td><td><a href={way}>→</a></td>")
    + "</table>",
    "a row that a function of another file opens": "<div>"
    + each("<div onclick=\"goTo('{way}')\"><i>{day}.03.2026</i><p>{title}</p></div>")
    + "</div>",
    "days and sums that are made alike": each(
        "<div>{day} March 2026</div><div>{link}</div><div>It came late once more.</div>"
    ),
    "days before links in one paragraph": "<p>"
    + each("{day}.03.2026: {link} · ")
    + "</p>",
}


@pytest.mark.parametrize("name", ROWS)
def test_a_row_is_one_item_of_one_day(name: str) -> None:
    """An item that takes its neighbor's day is told as an edit when that one goes."""
    listing = read(ROWS[name])
    days = [item.published and item.published.day for item in listing.items]
    assert tuple(item.title for item in listing.items) == TITLES
    assert tuple(map(str, days)) == DAYS
    assert listing.next_url is None


def test_calls_for_bids_and_vacancies_beside_news_are_no_news() -> None:
    """They have days as well: those on which they end."""
    boxes = "".join(
        f"<h3>{head}</h3><ul><li><a href=/{head}/1>Ropes for the large ferry"
        f"</a> 30.04.2026<li><a href=/{head}/2>Paint for the pier</a> 30.04.2026</ul>"
        for head in ("Tenders", "Vacancies")
    )
    listing = read(f"{each('<p>{day}.03.2026 {link}</p>')}{boxes}")
    assert tuple(item.title for item in listing.items) == TITLES


def test_a_menu_of_many_words_joins_no_list_without_days() -> None:
    """Its addresses name offices, and the items' are counted."""
    menu = "".join(
        f"<li><a href=/{name}>The {name} of the harbour and its offices</a></li>"
        for name in ("council", "mayor", "port", "ferry")
    )
    items = each(
        "<div><h3>{link}</h3><p>It stays in port for all of the week.</p></div>"
    )
    listing = read(f"{items}<div><ul>{menu}</ul></div>")
    assert tuple(item.title for item in listing.items) == TITLES

"""Days of items that a list prints in pieces, in heads, or tells only machines."""

from datetime import UTC, datetime

import pytest

from parsers.listing import parse_listing
from parsers.model import Capture, Listing, Problem

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


def read(body: str, *, language: str = "en-GB") -> Listing:
    """Return the listing read from a page with this body."""
    page = f'<html lang="{language}"><body><main><h1>News</h1>{body}</main>'
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
    "in the words of a court": each(
        "<p>{link}<br>Done this {day}th day of March, 2026"
    ),
    "before the day of another court": each(
        "<li>{link}<br>March {day}, 2026<p>Port Low; Ruling Date: 4 May 2024</p></li>"
    ),
    "the one that is called the item's own": each(
        "<li>{link}: filed March {day}, 2026, against a ruling of June 3, 2024.</li>"
    ),
    "lines that divide the items": each("{day}.03.2026 - {link} - Port Low<br>"),
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


def test_a_day_that_a_title_tells_of_is_not_the_items_own() -> None:
    """It stands first, and both lack their year, which the head of the month has."""
    card = (
        "<div><b>{title} on 6 June</b><p>Date: {day} March</p>"
        "<a href='{way}'>More</a></div>"
    )
    found = read("<h3>March 2026</h3>" + each(card))
    days = [item.published and item.published.day.isoformat() for item in found.items]
    assert days == [f"2026-03-{20 - n}" for n in range(5)]


def test_a_day_on_which_nothing_was_published_is_no_items_day() -> None:
    """Wrong is worse than none."""
    found = read("<ul>" + each("<li>{link}<p>To be argued: {day} March 2027</li>"))
    assert [item.published for item in found.items] == [None] * len(NAMES)


def test_days_over_the_items_do_not_date_what_stands_below_them() -> None:
    """A foot of the page follows the last day as the items do."""
    foot = '<p><a href="/p">Privacy and security policy</a> <a href="/a">Access for all'
    found = read(each("<h3>{day} March 2026</h3><p>{link}</p>") + f"<div>{foot}")
    assert len(found.items) == len(NAMES)


def test_a_list_is_more_than_the_box_that_dates_its_newest() -> None:
    """The list says each day once, far from its items; the box says it in full."""
    box = "<h3>Latest</h3>" + "".join(
        f"<li>{link(n)}<span>{20 - n}.03.2026</span></li>" for n in range(3)
    )
    days = "".join(
        f"<section><b>{20 - n}</b><i>of the month</i><ul><li>{link(n)}</ul></section>"
        for n in range(len(NAMES))
    )
    later = "".join(
        f'<li><a href="/n/{n}">The boats of pier {n} are here</a><i>{n}.03.2026</i>'
        for n in (24, 23)
    )
    for newest in ("", later):
        found = read(f"{days}<div class=right><ul>{newest}{box}</ul></div>")
        assert {f"/n/{n}" for n in range(len(NAMES))} <= {
            item.url.removeprefix("https://h.example") for item in found.items
        }
    found = read(f"{days}<div class=right><ul>{box}</ul></div>")
    assert [item.title for item in found.items] == list(map(title, range(len(NAMES))))
    assert [item.published is not None for item in found.items] == [True] * 3 + [
        False
    ] * 2


@pytest.mark.parametrize("counts", [(2, 1, 1, 1), (1, 1, 1, 1), (3, 2)])
def test_days_without_a_year_over_the_items_date_them(counts: tuple[int, ...]) -> None:
    """An item alone on its day was called "1 January, Thursday", and none had a day."""
    days = ("2 January, Friday", "1 January, Thursday", "30 December", "29 December")
    numbers = iter(range(9))
    body = "".join(
        f"<div class=day><h3>{day}</h3>"
        + "".join(
            f"<div class=row><i>14:0{n}</i> <a href=/news/notice-{n}>Notice {n} to the "
            "mariners of the port</a></div>"
            for n in (next(numbers) for _ in range(count))
        )
        + "</div>"
        for day, count in zip(days, counts, strict=False)
    )
    page = f"<html lang=en-GB><body><main><h1>News</h1>{body}</main>"
    at = datetime(2026, 1, 3, 12, tzinfo=UTC)
    found = parse_listing(
        Capture(url="https://h.example/news", payload=page.encode(), captured_at=at)
    )
    assert isinstance(found, Listing)
    dated = ("2026-01-02", "2026-01-01", "2025-12-30", "2025-12-29")
    assert [(i.title[:8], i.published and i.published.iso) for i in found.items] == [
        (f"Notice {n}", day)
        for n, day in enumerate(
            day for day, count in zip(dated, counts, strict=False) for _ in range(count)
        )
    ]


def at_capture(body: str) -> list[tuple[str, str | None]]:
    """Return titles and days read from a page of the early 3rd of March 2026."""
    page = f"<html lang=en-GB><body>{body}"
    at = datetime(2026, 3, 3, 6, tzinfo=UTC)
    found = parse_listing(
        Capture(url="https://h.example/news", payload=page.encode(), captured_at=at)
    )
    assert isinstance(found, Listing)
    return [(i.title, i.published.iso if i.published else None) for i in found.items]


def test_days_of_this_year_need_no_year_beside_those_of_the_last() -> None:
    """Builders print one from January on: the items of the turn had no day."""
    days = ("Jan 4", "Jan 2", "Dec 30, 2025", "Dec 29, 2025", "Dec 28, 2025")
    body = "".join(
        f"<div><i class=day>{day}</i> {link(n)}</div>" for n, day in enumerate(days)
    )
    assert [day for _, day in at_capture(f"<main><h1>News</h1>{body}</main>")] == [
        "2026-01-04",
        "2026-01-02",
        "2025-12-30",
        "2025-12-29",
        "2025-12-28",
    ]


def test_headings_of_days_of_this_year_date_what_stands_below_them() -> None:
    """No box parts the items above one from it, and its year stands nowhere."""
    rows = [f"<p>Port</p><h3>{link(n)}</h3><p>It came late.</p>" for n in range(5)]
    heads = ("<h2>2 March</h2>", "", "<h2>28 February</h2>", "", "<h2>27 February</h2>")
    body = "".join(head + row for head, row in zip(heads, rows, strict=True))
    assert [day for _, day in at_capture(f"<main><h1>News</h1>{body}</main>")] == [
        "2026-03-02",
        "2026-03-02",
        "2026-02-28",
        "2026-02-28",
        "2026-02-27",
    ]


def test_a_clock_and_the_head_of_a_day_date_no_menu() -> None:
    """A month that has just begun shows two items, and lost them to three links."""
    rows = "".join(f"<li><b>Ports</b><p>{link(n)}</p></li>" for n in range(2))
    page = (
        "<div>Today is 3 March 2026, 08:15</div><div><a href=/>The Ministry</a></div>"
        f"<div id=list><h1>Press notes</h1><h3>2 March 2026</h3><ul>{rows}</ul></div>"
        "<div id=end><a href=/map>Map of the site</a> <a href=/law>Legal note</a></div>"
    )
    assert [name for name, _ in at_capture(page)] == [title(0), title(1)]


@pytest.mark.parametrize(
    "said",
    ["Today is 3 March 2026", "Данас је 3. март 2026.", "Бүгін 2026 жылғы 3 наурыз"],
)
def test_what_is_called_today_dates_no_link_beside_it(said: str) -> None:
    """A logo and a switch of letters were items on nights without a list."""
    logo = "<a href=/ id=arms><img src=/arms.png alt='The Ministry of the Coast'></a>"
    switch = "<a href=/?in=cyr>Ћирилица</a> | <a href=/?in=lat>Latinica</a>"
    top = f"<div><div class=in>{switch}</div>{logo}<div id=now>{said}</div></div>"
    page = f"<html lang=en-GB><body>{top}<p></p><div id=foot>All rights reserved</div>"
    at = datetime(2026, 3, 3, 6, tzinfo=UTC)
    found = parse_listing(
        Capture(url="https://h.example/news", payload=page.encode(), captured_at=at)
    )
    assert isinstance(found, Problem)


def test_a_subtitle_is_no_title() -> None:
    """The lead of the story above the list was its name: no item is called so."""
    lead = "The port will open its night train before the end of April, it has said"
    body = "".join(
        f"<div class=story><a href=/n/{n}><h2>{title(n)}</h2><p class=story_subtitle>"
        f"{lead}, part {n}</p></a><i>{9 - n} March 2026</i></div>"
        for n in range(3)
    )
    assert [name for name, _ in at_capture(body)] == [title(n) for n in range(3)]


def test_a_card_in_one_link_is_called_by_its_title_and_has_its_day() -> None:
    """Its leaf names no year, and its lead is longer than its title."""
    body = "".join(
        f"<li><a class=actu href=/n/{n}><b>{28 - n}</b> <i class=mois>février</i>"
        f"<strong class=actu-titre>Bac en retard {n}</strong><span class=actu-chapeau>"
        f"Le bac de l’île a eu du retard pour la fois {n}, dit le port.</span></a></li>"
        for n in range(4)
    )
    assert at_capture(f"<h1>Actualités</h1><ul>{body}</ul>") == [
        (f"Bac en retard {n}", f"2026-02-{28 - n}") for n in range(4)
    ]


def test_the_heading_of_today_dates_what_stands_below_it() -> None:
    """On the first of a month a list by months had no day, and old items led it."""
    rows = "".join(f"<li>{link(n)}</li>" for n in range(2))
    page = f"<main><h1>Notes</h1><div><h3>2 March 2026</h3><ul>{rows}</ul></div>"
    assert [day for _, day in at_capture(page)] == ["2026-03-02"] * 2


def test_the_day_of_the_last_item_dates_nothing_below_the_list() -> None:
    """A calendar under a short last page was an item, and its days were read daily."""
    rows = "".join(
        f"<div class=card><h3>{link(n)}</h3><i>{9 - n} January 2026</i></div>"
        for n in range(3)
    )
    below = "<div><a href=/calendar/2026/03/>2026/03</a></div><p>Weather: Port Low -1°C"
    below += "<p>EUR 8.1384 USD 7.4873</p>"
    page = f"<div><main>{rows}</main><div>{below}</div></div>"
    assert [name for name, _ in at_capture(page)] == [title(n) for n in range(3)]


def test_how_often_an_item_was_read_is_no_year() -> None:
    """A board counts readers in the last column: 1925 of them made an item of 1925."""
    rows = "".join(
        f"<tr><td>{link(n)}</td><td>Office</td><td>03-{20 - n}</td><td>{seen}</td></tr>"
        for n, seen in enumerate((1925, 1988, 2031, 2077, 812))
    )
    page = f"<html lang=ko><main><table>{rows}</table></main>".encode()
    at = datetime(2026, 3, 21, tzinfo=UTC)
    shown = Capture(url="https://h.example/news", payload=page, captured_at=at)
    found = parse_listing(shown)
    assert isinstance(found, Listing)
    days = [item.published.iso if item.published else "" for item in found.items]
    assert days == [f"2026-03-{20 - n}" for n in range(len(NAMES))]


@pytest.mark.parametrize(
    ("said", "count"),
    [("{} mars, par Ada Quai", 5), ("Étape {}", 0)],
    ids=["days", "numbers"],
)
def test_a_list_with_days_is_no_menu_though_it_is_called_one(
    said: str, count: int
) -> None:
    """Its last page was read as empty, and what stood there came a day late."""
    items = each(f"<li><b>{{link}}</b><br><small>{said.format('{day}')}</small>")
    other = "".join(f"<li>{link(n, '/also')}" for n in range(3))
    page = (
        "<html lang=fr><h1>Actualités</h1><div id=content><div class='menu items'>"
        f"<ul>{items}</ul></div></div><div class=more><ul>{other}</ul></div>"
        + "<p>The office opens at nine.</p>"
        * 20
    )
    shown = Capture(url="https://h.example/news", payload=page.encode())
    found = parse_listing(shown)
    assert isinstance(found, Listing)
    assert sum("/n/" in item.url for item in found.items) == count


@pytest.mark.parametrize(
    ("months", "pinned"),
    [("March February", 0), ("March February", 2), ("มีนาคม กุมภาพันธ์", 1)],
    ids=["in-order", "pinned", "pinned-in-thai"],
)
def test_an_old_item_above_days_without_a_year_dates_no_list_back(
    months: str, pinned: int
) -> None:
    """All that stood below it were taken for items of the year before."""
    march, february = months.split()
    days = [f"{12 + n} {february}" for n in range(pinned)]
    days += [f"2 {march}", f"1 {march}", f"27 {february}", f"26 {february}"]
    rows = "".join(f"<li>{link(n)} <i>{day}</i></li>" for n, day in enumerate(days[:5]))
    read_days = [day for _, day in at_capture(f"<main><ul>{rows}</ul></main>")]
    dated = [f"2026-02-{12 + n}" for n in range(pinned)]
    dated += ["2026-03-02", "2026-03-01", "2026-02-27", "2026-02-26"]
    assert read_days == dated[:5]


def test_a_day_that_an_item_is_named_after_stays_in_its_title() -> None:
    """Issues of a gazette differ by it, and pages say it: they were told as edited."""
    rows = each(
        '<div><a href="{way}"><b>Выпуск № 1{day} от {day}.03.2026</b></a></div>'
    )
    first = read(rows, language="ru").items[0]
    assert first.title == "Выпуск № 120 от 20.03.2026"
    assert first.published is not None
    assert first.published.iso == "2026-03-20"


def test_a_day_in_a_cell_over_several_rows_is_that_of_each() -> None:
    """Where most days have but one item, the other rows were taken for its links."""
    rows = ""
    for number, rest in enumerate((1, 2, 1, 1, 3, 1, 1, 1)):
        cell = f"<td rowspan={rest}>{20 - number}.03.2026</td>"
        for place in range(rest):
            name = f"{title(number % 5)}, as is ship {number}{place}"
            rows += f"<tr>{cell}<td><a href=/n/{number}{place}>{name}</a></td></tr>"
            cell = ""
    found = read(f"<table>{rows}</table>").items
    days = [item.published.day.day if item.published else 0 for item in found]
    assert days == [20, 19, 19, 18, 17, 16, 16, 16, 15, 14, 13]


@pytest.mark.parametrize(
    ("pattern", "count"),
    [
        ('<li><a href="{way}">Nr. {day} — {day}.02.2026</a></li>', 5),
        ('<li><a href="{way}">No. {day}</a> {day}.02.2026</li>', 5),
        ('<li><a href="{way}">{day}.02.2026 ({day})</a></li>', 0),
        ('<li><a href="{way}">{day}.02.2026</a></li>', 0),
    ],
)
def test_items_that_lists_name_by_number_and_day(pattern: str, count: int) -> None:
    """Titles stand in the articles alone; a day, or its count of items, is no item."""
    page = f"<main><h1>News</h1><ul>{each(pattern)}</ul></main>"
    found = parse_listing(Capture(url="https://h.example/news", payload=page.encode()))
    items = found.items if isinstance(found, Listing) else ()
    assert len(items) == count

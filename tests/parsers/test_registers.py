"""Lists as registers print them: of decisions, orders and records, often of files."""

import pytest

from parsers.listing import parse_listing
from parsers.model import Capture, Listing
from parsers.page import read_page
from parsers.templates.dates import Days
from parsers.templates.fields import read_group
from parsers.templates.part import Group, Part
from parsers.templates.sheet_walk import read_sheet
from tests.parsers.test_days_of_lists import NAMES, each, read, title

TITLES = [title(n) for n in range(len(NAMES))]
DAYS = [f"2026-03-{20 - n}" for n in range(len(NAMES))]
#: The numbers of five records, and rows without their tags' ends.
NUMBERS = ("10531", "10609", "10645", "10686", "10735")

#: The papers of the rows, by the ends of their addresses.
PAPERS = [f"{20 - n}.pdf" for n in range(5)]


def register(rows: str) -> Listing:
    """Return what is read from a page that is but rows, without a main part."""
    page = f'<html lang="en-US"><body>{rows}'
    found = parse_listing(Capture(url="https://h.example/log", payload=page.encode()))
    assert isinstance(found, Listing)
    return found


def days_of(listing: Listing) -> list[str]:
    """Return the days of items as they would be printed."""
    return [str(item.published and item.published.day) for item in listing.items]


def titles_of(listing: Listing) -> list[str]:
    """Return the titles of items."""
    return [item.title for item in listing.items]


@pytest.mark.parametrize(
    "names",
    [
        ("logRow", "logAltRow"),
        ("log_row", "log_row_even"),
        ("", "logAlternate"),
        ("itemline", "itemline-odd"),
    ],
    ids=" and ".join,
)
def test_rows_that_take_turns_are_one_list(names: tuple[str, str]) -> None:
    """Every other row has a name of its own: half of the items were missing."""
    rows = each(
        "<tr class='{day}'><td>{day} March 2026<td><a href=/f/{day}.pdf>No. 9{day}</a>"
        "<td>{title}"
    )
    for n in range(len(NAMES)):
        rows = rows.replace(f"class='{20 - n}'", f"class='{names[n % 2]}'")
    found = read(f"<table>{rows}</table>")
    assert titles_of(found) == TITLES
    assert days_of(found) == DAYS


def test_files_that_are_called_by_a_number_are_no_pages_of_a_list() -> None:
    """The number of each stands in its address, as that of a page does."""
    rows = "".join(
        f"<a href={number}.pdf>{number}</a> - {name} case<br>"
        for number, name in zip(NUMBERS, NAMES, strict=True)
    )
    assert read(f"<h2>4 March 2026</h2><p>{rows}</p>").pages == ()


def test_points_that_lead_nowhere_are_no_prose_beside_those_that_do() -> None:
    """What was printed in a book has no file any more: the page was an article."""
    gone = "".join(
        f"<li>81{n} {title(n % 5)}, and all captains of the port v. the harbour board"
        for n in range(30)
    )
    found = read(f"<h3>20 March 2026</h3><ul>{each('<li>{link}')}{gone}</ul>")
    assert titles_of(found)[:5] == TITLES


def test_what_only_styles_its_row_makes_no_other_list() -> None:
    """Rows that were set by hand differ in their tags: those of half had no day."""
    styles = (
        "<font face=Arial><font size=2>{}</font></font>",
        "<font size=2>{}</font>",
    )
    row = "<a href=/f/{0}{1}.pdf>9{0}{1}</a> - {2}"
    told = [
        f"<b>Printed in the log of 3/{20 - day}/26:</b><ul>"
        + "".join(
            "<li>" + styles[(day + n) % 2].format(row.format(day, n, name))
            for n, name in enumerate(TITLES)
        )
        + "</ul>"
        for day in range(6)
    ]
    found = read("".join(told), language="en-US").items
    days = [item.published and item.published.day.day for item in found]
    assert days == [20 - n for n in range(6) for _ in TITLES]


def test_rows_that_are_never_closed_are_those_of_one_table() -> None:
    """Each stood in the last cell of the one before: the first were missing."""
    rows = each(
        "<tr><td><font><a href=/f/{day}.pdf>{day}/14</a><td><font>2026-03-{day}"
        "<td><font>{title}<td><font>7\n"
    )
    found = register(f"<table>{rows}</table>")
    assert titles_of(found) == TITLES
    assert days_of(found) == DAYS


def test_a_blank_link_beside_one_that_says_something_is_none() -> None:
    """Who edits a page by hand leaves links of other rows behind: nothing was read."""
    row = (
        "<tr><td>{day} March 2026<td>{title}<td><a href=/f/{day}7.pdf></a>"
        "<a href=/f/{day}.pdf>Opinion</a><a href=/f/{day}8.pdf></a>"
    )
    found = read(f"<table>{each(row)}</table>")
    assert titles_of(found) == TITLES
    assert [item.url[-6:] for item in found.items] == PAPERS


@pytest.mark.parametrize(
    "behind",
    [
        "<td>Low court of the outer isles at the mouth of the river {day}",
        "<br><font size=1>Low court of the outer isles at great bay {day}</font>",
    ],
    ids=["a column", "a line"],
)
def test_a_row_is_called_by_the_first_of_what_may_be_its_title(behind: str) -> None:
    """Court and judges stand behind the name of a case, in as many words."""
    row = "<tr><td>{day} March 2026<td><a href=/f/{day}.pdf>9{day}</a><td>{title}"
    rows = each(row + behind)
    for name, said in zip(NAMES, TITLES, strict=True):
        rows = rows.replace(said, f"The {name} Company v. Port Board")
    found = read(f"<table>{rows}</table>")
    assert titles_of(found) == [f"The {name} Company v. Port Board" for name in NAMES]


def test_what_leads_elsewhere_before_a_title_is_none() -> None:
    """A forum names its boards, and the newest thread of each: that was not read."""
    row = (
        "<tr><td><a href=/board/{day}>The boats of the low harbour {day}</a>"
        "<td>{link}<td><a href=/last/{day}>&raquo;</a>"
    )
    page = f"<table>{each(row)}</table>".encode()
    sheet = read_sheet(read_page(Capture(url="https://h.example/log", payload=page)))
    rows = (next(arrow.element.iterancestors("tr")) for arrow in sheet.links[2::3])
    parts = [
        Part(arrow, *sheet.spans[row], row)
        for arrow, row in zip(sheet.links[2::3], rows, strict=True)
    ]
    reading = read_group(sheet, Group(parts=parts), Days(sheet))
    assert [teaser.title for teaser in reading.teasers] == TITLES


def test_a_notice_that_comes_again_counts_once_beside_a_list() -> None:
    """It stood below the items of each day: the page was an article without any."""
    notice = "<p>The board has settled other matters, too, of which no paper tells. "
    notice += (
        "They are noted in the log of the port, and may be read at its office.</p>"
    )
    rows = each("<tr><td>{link}<td>{day} March 2026")
    assert titles_of(read(f"<table>{rows}</table>{15 * notice}")) == TITLES


def test_a_title_goes_on_in_the_line_below_where_it_is_not_at_its_end() -> None:
    """Only the second party was the title of each case."""
    row = (
        "<tr><td>{day} March 2026<td>{title} v.<br>Harbour Board of Port {day}"
        "<td><a href=/f/{day}.pdf>Opinion</a>"
    )
    found = read(f"<table>{each(row)}</table>")
    assert titles_of(found) == [
        f"{title} v. Harbour Board of Port {20 - n}" for n, title in enumerate(TITLES)
    ]


@pytest.mark.parametrize("label", ["Summary", "Overview/Summary"])
def test_the_summary_of_a_paper_is_no_item(label: str) -> None:
    """It was one beside each, or in its stead."""
    row = (
        "<tr><td>{day} March 2026<td>{title}<td><ul><li><a href=/f/{day}.pdf>Order</a>"
        f"<li><a href=/f/{{day}}s.pdf>{label}</a></ul>"
    )
    found = read(f"<table>{each(row)}</table>")
    assert titles_of(found) == TITLES
    assert [item.url[-6:] for item in found.items] == PAPERS


@pytest.mark.parametrize(
    "row",
    [
        "<td><a href=/f/{day}.pdf>No. 9{day}</a><td><a href=/log?n={day}>4-{day}</a>",
        "<td>4-{day} [<a href=/f/{day}.pdf>PDF</a>]<td>"
        "<a href=/log?n={day}>Case Details</a>",
    ],
    ids=["numbers", "words"],
)
def test_where_a_docket_stands_beside_an_opinion_that_is_the_item(row: str) -> None:
    """Links to the docket of each case were items: it changes with every letter."""
    found = read(
        f"<table>{each('<tr>' + row + '<td>{title}<td>2026-03-{day}')}</table>"
    )
    assert titles_of(found) == TITLES
    assert [item.url[-6:] for item in found.items] == PAPERS


def test_a_word_in_a_bracket_behind_a_link_is_none_of_its_own() -> None:
    """The copy for screen readers of each paper was an item, and rows lost titles."""
    row = (
        "<tr><td>{day} March 2026<td><a href=/f/{day}.pdf>CA-9{day}</a> "
        "[<a href=/f/{day}x.pdf>XYZ</a>]<td>{title}"
    )
    found = read(f"<table>{each(row)}</table>")
    assert titles_of(found) == TITLES
    assert [item.url[-6:] for item in found.items] == PAPERS


def test_days_between_links_that_lie_flat_head_what_stands_below_them() -> None:
    """The first item of each day had the day of the next, since some have two."""
    day = "<br><font size=4>{} March 2026</font><br>"
    item = (
        "<br>{}, No. {}<br>It came late, since the fog did.<br>It will be so again.<br>"
    )
    links = each("{link}\n").splitlines()
    told = [
        day.format(20 - n) * (n in (0, 1, 3)) + item.format(links[n], n)
        for n in range(5)
    ]
    found = register("".join(told))
    assert titles_of(found) == TITLES
    assert [day[-2:] for day in days_of(found)] == ["20", "19", "19", "17", "17"]


def test_the_number_of_a_docket_proves_no_order_of_numbers() -> None:
    """Beside "13-12-40" no day was one that could be two."""
    days = ("3/20/2026", "3/9/2026", "3/8/2026", "3/5/2026", "3/4/2026")
    dockets = ("17-13-40", "13-12-40", "14-15-42", "15-13-40", "16-14-41")
    rows = "".join(
        f"<tr><td><a href=/n/{docket}>{title}</a><td>{docket}<td>{day}"
        for docket, title, day in zip(dockets, TITLES, days, strict=True)
    )
    found = read(f"<table>{rows}</table>", language="en")
    assert [day[-2:] for day in days_of(found)] == ["20", "09", "08", "05", "04"]


def test_heads_of_days_date_rows_that_hold_two_links() -> None:
    """Where most rows hold one, the others were a list apart, and had no day."""
    one = each("<li><p>{link}</p></li>\n").splitlines()
    more = each("<li><p>{link}</p></li>\n", "/m").replace("late", "early").splitlines()
    two = (
        "<li><p><a href=/two/{0}>The crane of quay {0} is sold for good</a>; and<br>"
        "<a href=/too/{0}>The lamps of pier {0} are lit once more</a></p></li>"
    )
    told = [
        f"<h3>{20 - n} March 2026</h3><ul>{two.format(n) * (n in (0, 4))}{row}{other}"
        "</ul>"
        for n, (row, other) in enumerate(zip(one, more, strict=True))
    ]
    days = {item.url[-5:]: item.published for item in read("".join(told)).items}
    found = [str(days[f"{way}/{n}"].day) for n in (0, 4) for way in ("two", "too")]
    assert found == ["2026-03-20", "2026-03-20", "2026-03-16", "2026-03-16"]


def test_heads_with_their_year_date_more_than_days_below_one() -> None:
    """Months stand as heads, too, below the first days: these dated nothing."""
    rows = [f"<ul>{each('<li>{link}</li>', f'/{n}')}</ul>" for n in range(4)]
    told = [
        f"<p><b>{20 - n} March 2026 - <a href=/s/{n}.pdf>Notes on rulings</a></b></p>"
        + row
        + "<p>MARCH 2026</p>" * (n == 0)
        for n, row in enumerate(rows)
    ]
    items = [item for item in read("".join(told)).items if "/s/" not in item.url]
    days = [item.published and item.published.day.day for item in items]
    assert days == [20 - n for n in range(4) for _ in NAMES]


def test_a_menu_made_like_the_rows_is_none_of_them() -> None:
    """Entries of three words and more joined a list that stood in such a table."""
    menu = "".join(
        f"<tr><td><a href={name}.html>Words of the {name} of the court</a>"
        for name in ("judges", "clerks", "terms")
    )
    rows = each("<tr><td><a href=/f/9{day}.pdf>{title}</a><td>{day} March 2026")
    found = register(
        f"<div><table>{menu}</table><table>{rows}<tr><td><a href=/f/911.pdf>Motions of"
        "</a></table></div>"
    )
    assert [item.url for item in found.items if not item.url.endswith(".pdf")] == []
    assert titles_of(found)[:5] == TITLES


def test_a_title_that_a_script_opens_leads_to_its_item_wherever_it_stands() -> None:
    """Only the archive of each day's papers was a link, and the item of the day."""
    row = (
        "<tr><td><span class=title onclick='show(\"/papers?id={day}\")'>{title}</span>"
        "<br><i>Whether it will be so again</i>"
    )
    head = (
        "<tr><td>{0} March 2026 <a href=/zip/{0}>All papers</a><br>Mandate: 1 May 2026"
    )
    rows = each(row)
    days = (head.format(20), rows, head.format(10), rows.replace("?id=", "?id=1"))
    found = read(f"<table>{''.join(days)}</table>").items
    assert [item.title for item in found if "papers" in item.url] == TITLES * 2
    assert {str(item.published and item.published.day) for item in found} == {
        "2026-03-20",
        "2026-03-10",
    }

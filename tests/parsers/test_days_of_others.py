"""Days near a text that are another thing's: where its own is, or where it has none."""

import pytest

from parsers.dates import find_dates
from tests.parsers.test_date_lines import TEXT, TITLE, date_of

HTML = "<html lang=en>"

#: What stands behind, or above, the text of an item that has no day.
OTHERS = {
    "a programme": "<ul><li>12 April 2026: opening<li>13 April 2026: talks</ul>",
    "a table": "<table><tr><td>1 April 2026<td>12<tr><td>1 May 2026<td>13</table>",
    "heads of parts": f"<h2>12 April 2019</h2>{TEXT}<h2>13 April 2020</h2>{TEXT}",
    "files": "<ul><li><a href=/a.pdf>The report</a> 12 April 2019"
    "<li><a href=/b.pdf>The map</a> 12 April 2018</ul>",
    "an order": "<blockquote><p>Order of 12 April 2019</p></blockquote>",
    "an event": "<div><h4>Next event</h4><p>Town hall<p>12 April 2026, 10:00</div>",
}


@pytest.mark.parametrize("name", OTHERS)
def test_a_day_of_something_else_is_none_of_an_item_that_has_none(name: str) -> None:
    """Wrong is worse than none: the listing may tell the day."""
    assert date_of(f"{HTML}{TITLE}{TEXT}{OTHERS[name]}") == ""


def test_a_day_that_says_what_it_is_below_a_file_is_the_item_s() -> None:
    """The facts of a release stand behind its text and its files, day by day."""
    file = "<h4>Files</h4><div><a href=/a.pdf>The plan of the new quay</a></div>"
    own = "<div>Date of publication: 03.03.2026</div>"
    changed = "<div>Date of the last amendment: 04.03.2026</div>"
    facts = f"<div>{own}{changed}</div>"
    page = f"{HTML}<div>{TITLE}{TEXT}<div>{file}</div>{facts}</div>"
    assert date_of(page) == "2026-03-03"


def test_a_notice_above_the_headline_dates_no_item() -> None:
    """It says when the office is closed."""
    notice = "<div>The office is closed on 12 April 2026.</div>"
    assert date_of(f"{HTML}{notice}{TITLE}{TEXT}") == ""


def test_the_day_of_a_picture_is_none_of_the_item_s() -> None:
    """It stands nearer below the headline than the item's own does above it."""
    own, picture = "<div>03.03.2026 14:05</div>", "<p>Фото: порт, 12.04.2019</p>"
    page = f"<html lang=uk>{own}{TITLE}{picture}{TEXT}"
    assert date_of(page) == "2026-03-03T14:05:00"


def test_a_last_change_below_the_headline_leaves_the_day_above_it() -> None:
    """Offices of some countries print the one above, and the other below."""
    own, changed = "<p>2026年3月3日</p>", "<p>最終更新日：2026年3月9日</p>"
    assert date_of(f"<html lang=ja>{own}{TITLE}{changed}{TEXT}") == "2026-03-03"


def test_a_reference_to_a_decision_is_no_day_of_publication() -> None:
    """Files and laws have their days, behind the same word as a release."""
    lines = "<p>03.03.2026</p><p>Az. 12/2026 vom 12.01.2026</p>"
    assert date_of(f"<html lang=de>{TITLE}{lines}{TEXT}") == "2026-03-03"
    line = "<p>Pressemitteilung Nr. 45 vom 03.03.2026</p>"
    assert date_of(f"<html lang=de>{line}{TITLE}{TEXT}") == "2026-03-03"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("2 मार्च 2026 2:05 अपराह्न", "hi"),
        ("2 مارس 2026 02:05 مساءً", "ar"),
        ("2 مارچ 2026 02:05 ب.ظ", "fa"),
        ("2 de marzo de 2026, 2:05 de la tarde", "es"),
    ],
)
def test_an_hour_after_noon_is_told_in_words(text: str, language: str) -> None:
    """Without them it would be one of the night."""
    (found,) = find_dates(text, languages=[language])
    assert found.iso == "2026-03-02T14:05:00"


@pytest.mark.parametrize(
    ("language", "label"),
    [
        ("el", "Εγγραφή"), ("ru", "Зарегистрирован"), ("hu", "Csatlakozott"),
        ("de", "Mitglied seit"), ("fr", "Inscription"), ("zh", "注册时间"),
    ],
)  # fmt: skip
def test_the_day_on_which_a_writer_joined_is_no_day_of_an_item(
    language: str, label: str
) -> None:
    """Forums write it beside each post."""
    joined = f"<dl><dt><a>Quay</a><dd>{label}: 05.03.2015, 12:00</dl>"
    page = f"<html lang={language}>{TITLE}{joined}{TEXT}"
    assert date_of(page) == ""
    own = "<p>Quay » 03.03.2026</p>"
    page = f"<html lang={language}>{TITLE}{joined}{own}{TEXT}"
    assert date_of(page) == "2026-03-03"

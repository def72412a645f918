"""What an article's metadata, window title and first words tell of its day."""

import pytest

from tests.parsers.test_date_lines import TEXT, TITLE, URL, date_of

META = '<meta property="article:published_time" content="{}">'


def test_a_line_in_doubt_moves_no_claim_that_another_line_bears_out() -> None:
    """A local time that is claimed as a universal one still is of the printed day."""
    meta = META.format("2021-12-08T15:13:15+00:00")
    printed = "8 December 2021 3:13 PM"
    own = f"<p class=date><time datetime=2021-12-08T15:13:15-05:00>{printed}</time>"
    other = "<p>9 December 2021</p>"
    assert date_of(f"{meta}{TITLE}{own}{other}{TEXT}").startswith("2021-12-08")
    assert date_of(f"{meta}{TITLE}{other}{TEXT}") == "2021-12-09"


def test_a_value_told_under_another_name_is_told() -> None:
    """Some makes write ``value`` where ``content`` belongs."""
    meta = META.format("2021-12-08").replace("content=", "value=")
    assert date_of(f"{meta}{TITLE}{TEXT}") == "2021-12-08"


def test_a_day_in_the_window_title_bears_out_one_far_from_the_headline() -> None:
    """Of two days beside a text, the one that the site glues to its titles is its."""
    facts = "<div class=teaser><ul><li>Date 8 December 2021</ul></div>"
    body = f"{TITLE}{TEXT}{TEXT}{facts}"
    window = "<title>The ferry came late again | Harbour Press | 08.12.2021</title>"
    assert date_of(f"{window}{body}") == "2021-12-08"
    assert date_of(f"<title>The ferry came late again</title>{body}") == ""


def test_a_day_may_open_the_text_behind_its_lead() -> None:
    """What comes first is a summary, in which no day opens anything."""
    lead = f"<h3>{'On the day of the ferry we look back at the fog. ' * 4}</h3>"
    text = TEXT.replace("<p>", "<p>8.12.2021 - ")
    head = "<html lang=de>"
    assert date_of(f"{head}{TITLE}{lead}<p>By Ada Quay</p>{text}") == "2021-12-08"


@pytest.mark.parametrize(
    "name", ["release_date", "date_published", "published_at", "press_publish-date"]
)
def test_a_name_that_ends_in_publication_tells_when(name: str) -> None:
    """Every make of site has its own name for it."""
    told = f'<meta name="{name}" content="2021-12-08">'
    assert date_of(f"{told}{TITLE}{TEXT}") == "2021-12-08"
    other = told.replace("publish", "unpublish").replace("release", "end")
    assert date_of(f"{other}{TITLE}{TEXT}") == ""


def test_a_day_is_told_by_rdfa() -> None:
    """Old makes of portals tell it so, beside figures that could be two days."""
    told = '<span property="dc:date dc:created" content="2021-12-08T10:00:00+01:00">'
    node = f'<div typeof="sioc:Item foaf:Document">{TITLE}{told}12/08/21</span>'
    assert date_of(f"{node}{TEXT}</div>") == "2021-12-08T10:00:00+01:00"
    said = f'<div typeof="sioc:Post sioct:Comment">{told}</span>'
    assert date_of(f"<div typeof=sioc:Item>{TITLE}{TEXT}{said}") == ""


@pytest.mark.parametrize(
    "age",
    [
        '<span class=ago title="2021-12-08T10:00:00Z">7 days ago</span>',
        '<abbr class=published title="2021-12-08T10:00:00Z">last week</abbr>',
        '<span data-timestamp="1638957600">7 days ago</span>',
        '<p class=ago><i data-utc-time="1638957600"></i>7 days ago</p>',
        '<time title="8 December 2021">7 days ago</time>',
        '<time datetime="8 December 2021">7 days ago</time>',
        '<span title="8 December 2021, 11:00">7 days ago</span>',
        '<p>By Ada Quay · <b title="8 December 2021">7 days ago</b> · 5 likes</p>',
        '<p>By Ada Quay · <b title="2021-12-08 11:00">7 days ago</b> · 5 likes</p>',
        '<p>By Ada Quay <a title="8 December 2021" href=/8>7 days</a> ago</p>',
    ],
)
def test_an_age_tells_its_day_to_machines(age: str) -> None:
    """Scripts count from it, and readers see how long ago that was."""
    found = date_of(f"<html lang=en>{TITLE}{age}{TEXT}")
    assert found.partition("T")[0] == "2021-12-08"


def test_a_tip_that_says_more_than_a_day_tells_none() -> None:
    """What a pointer is shown may be the headline of another item."""
    for tip in (
        '<span title="What the harbour board heard on 8 December 2021">Next</span>',
        '<p>See also: <a title="8 December 2021" href=/8>The fog</a></p>',
        '<p>All days: <a title="8 December 2021" href=/8>8</a></p>',
    ):
        assert date_of(f"<html lang=en>{TITLE}{tip}{TEXT}") == ""


def test_a_month_may_have_its_name_in_an_address() -> None:
    """The folders of some papers are called by it."""
    url = URL.replace("/news/", "/2021/dec/08/")
    assert date_of(f"{TITLE}{TEXT}", url=url) == "2021-12-08"


def test_a_day_without_its_year_tells_which_day_an_instant_is_at_the_site() -> None:
    """It is one of the two that the instant can be of, and no other is printed."""
    meta = META.format("2022-01-01T03:13:15.000Z")
    head = f"<html lang=en>{meta}<ul><li>Ada Quay<li>{{}}<li>3 min read</ul>{TITLE}"
    assert date_of(f"{head.format('Dec 31')}{TEXT}") == "2021-12-31"
    utc = "2022-01-01T03:13:15+00:00"
    assert date_of(f"{head.format('Jan 1')}{TEXT}") == utc
    assert date_of(f"{head.format('Dec 28')}{TEXT}") == utc
    assert date_of(f"{head.format('Dec 31')}<p>Jan 1</p>{TEXT}") == utc

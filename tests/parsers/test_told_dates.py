"""What an article's metadata, window title and first words tell of its day."""

from tests.parsers.test_date_lines import TEXT, TITLE, date_of

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

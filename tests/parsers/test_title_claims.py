"""What a window title that was cut, or a column of a table, says of the headline."""

import pytest

from tests.parsers.test_title_lines import LINE, PROSE, title


@pytest.mark.parametrize("sign", ["...", "…", " ..."])
def test_a_line_goes_on_where_the_window_was_cut(sign: str) -> None:
    """The name of the site stands behind it, and nobody knows that name yet."""
    body = f"<p><b>{LINE}</b></p><div>{PROSE}</div>"
    assert title(body, window=f"{LINE[:22]}{sign} - Harbour") == LINE


def test_what_leads_a_heading_is_none_of_it_where_the_window_was_cut() -> None:
    """The window says how the headline begins, and that is where it does."""
    body = f"<h1><span>News</span> {LINE}</h1><div>{PROSE}</div>"
    assert title(body, window=f"{LINE[:22]}... - Harbour") == LINE


@pytest.mark.parametrize("columns", ["Place Subject Count", "No Title Writer Day"])
def test_the_head_of_a_column_names_no_title(columns: str) -> None:
    """A table that opens the text of an old page said that its headline is "Count"."""
    head = "".join(f"<td>{word}" for word in columns.split())
    rows = "<tr><td>Quay<td>Fog<td>12" * 3
    table = f"<table><tr>{head}{rows}</table>"
    body = f"<font size=4><b>{LINE}</b></font><div class=text>{table}{PROSE}</div>"
    assert title(body, window=f"{LINE} | Harbour") == LINE


def test_a_window_may_type_the_apostrophes_of_a_headline_otherwise() -> None:
    """One heading within the text was told as an edit of the title, day by day."""
    line = "Tender for the pilot’s house: the harbour’s answer"
    body = f"<table><tr><td><a href=/7>{line}</a></td></tr></table>{PROSE}<h2>Next</h2>"
    assert title(body + PROSE, window=line.replace("’", "'")) == line


def test_a_window_may_say_a_headline_with_quotes_behind_the_name_of_the_site() -> None:
    """What machines alone are told was the headline on the days it was tried out."""
    line = "The council cancels «Safe Harbour» in Wexley"
    told = f'<script type="application/ld+json">{{"headline": "Now: {line}"}}</script>'
    body = f"{told}<div class=c1>{line}</div><div>{PROSE}</div>"
    assert title(body, window=f"Harbour Office - {line}") == line


def test_a_heading_that_ends_with_a_colon_goes_on_as_the_page_claims() -> None:
    """Its other half is a heading of its own, and the title ended with the colon."""
    whole = "The Fog Over the Harbour: Who Pays for Late Ferries"
    body = f"<h2>Fog Over the Harbour:</h2><h4>Who Pays for Late Ferries</h4>{PROSE}"
    told = '<meta property="og:title" content="{}">'.format
    window = f"{whole} — Harbour"
    assert title(told(whole) + body, window=window) == whole

"""The finders of title, date, authors, language, attachments and labels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.block_walk import walk
from parsers.date_places.hints import date_in_url
from parsers.finders.attachments import find_attachments, without_size
from parsers.finders.authors import find_authors
from parsers.finders.date import find_date
from parsers.finders.labels import find_labels
from parsers.finders.language import find_language, language_of
from parsers.finders.names import split_names
from parsers.finders.title import find_title
from parsers.metadata import read_metadata
from parsers.model import Capture
from parsers.page import read_page
from parsers.reading import Reading

URL = "https://press.harbour.example/news/ferry/"
TEXT = "<p>" + "The ferry to the island was late because of the fog. " * 6 + "</p>"


def reading_of(markup: str | bytes, *, url: str = URL) -> Reading:
    """Return a page as finders get it."""
    payload = markup.encode() if isinstance(markup, str) else markup
    page = read_page(Capture(url=url, payload=payload))
    return Reading(page=page, metadata=read_metadata(page), blocks=walk(page))


def title_of(markup: str) -> str:
    """Return the title found in some markup."""
    found = find_title(reading_of(markup))
    return found[0] if found else ""


def date_of(markup: str, *, url: str = URL) -> str:
    """Return the date found in some markup, as ISO."""
    found = find_date(reading_of(markup, url=url))
    return found[0].iso if found else ""


def test_the_headline_is_not_the_window_title() -> None:
    """The site's name behind it is not what the publisher wrote above the text."""
    head = "<title>Ferry late again - Harbour Press</title>"
    assert title_of(f"{head}<h1>Ferry late again</h1>{TEXT}") == "Ferry late again"
    assert title_of(f"{head}<div>Ferry late again</div>{TEXT}") == "Ferry late again"
    named = '<meta property="og:site_name" content="Harbour Press">'
    assert title_of(f"{head}{named}{TEXT}") == "Ferry late again"


def test_a_logo_is_no_headline() -> None:
    """Half of all themes put the site's name into an ``h1``."""
    head = "<title>Ferry late again | Harbour</title>"
    markup = f"{head}<h1>Harbour</h1><h2>Ferry late again</h2>{TEXT}"
    assert title_of(markup) == "Ferry late again"


@pytest.mark.parametrize("box", ["div class=emergency-alert", "div role=dialog"])
def test_the_heading_of_a_warning_is_no_headline(box: str) -> None:
    """It stands over all pages of the site for a day, and was a new title of each."""
    markup = f"<{box}><h2>Flood watch</h2><p>Stay on the quay.</p></div>"
    assert title_of(f"{markup}<h2>Fever on Low Isle</h2>") == "Fever on Low Isle"


def test_a_line_above_the_headline_is_not_part_of_it() -> None:
    """What the page claims tells where the headline begins."""
    head = '<meta property="og:title" content="Ferry late again">'
    markup = f"{head}<h1><span>Island traffic</span> Ferry late again</h1>{TEXT}"
    assert title_of(markup) == "Ferry late again"


def test_a_day_glued_behind_a_headline_is_the_date() -> None:
    """The first reference site repeats its titles with the day behind them."""
    line = "Talks were held on December 8"
    markup = f"<title>{line}</title><h3>{line}</h3><h1>{line} 09.12.2021</h1>{TEXT}"
    assert title_of(markup) == line
    assert date_of(markup) == "2021-12-09"


def test_an_event_in_the_text_is_never_the_date() -> None:
    """Header and event differ by days in both directions."""
    markup = f"<h1>Talks</h1><p>On 25 July 2024 staff met with pilots.</p>{TEXT}"
    assert date_of(markup) == ""


def test_the_printed_day_comes_before_the_claimed_instant() -> None:
    """Late in the evening it is tomorrow in UTC, and the page says today."""
    claim = '<meta property="article:published_time" content="2021-12-09T01:30:00Z">'
    markup = f"{claim}<h1>Ferry late</h1><p>8 December 2021</p>{TEXT}"
    assert date_of(markup) == "2021-12-08"


def test_a_printed_day_that_cannot_be_the_claimed_instant_is_another() -> None:
    """No place on earth is two days behind another."""
    claim = '<meta property="article:published_time" content="2021-12-09T21:30:00Z">'
    markup = f"{claim}<h1>Ferry late</h1><p>8 December 2021</p>{TEXT}"
    assert date_of(markup) == "2021-12-09T21:30:00+00:00"


def test_publication_comes_before_modification() -> None:
    """A correction must not move an item to today."""
    lines = "<p>Updated: 10 December 2021</p><p>Published: 8 December 2021</p>"
    assert date_of(f"<h1>Ferry late</h1>{lines}{TEXT}") == "2021-12-08"


def test_the_newest_items_beside_an_article_do_not_date_it() -> None:
    """Sidebars are usually later than the article."""
    side = "<div class=sidebar><p>12.12.2021</p><p>Harbour closed</p></div>"
    main = f"<h1>Ferry late</h1><span class=date>08.12.2021</span>{TEXT}"
    assert date_of(f"{side}{main}") == "2021-12-08"
    assert date_of(f"{main}{side}") == "2021-12-08"


def test_an_address_dates_a_page_that_prints_no_day() -> None:
    """Weak evidence, and all there is."""
    url = "https://press.harbour.example/2021/12/08/ferry/"
    assert date_of(f"<h1>Ferry late</h1>{TEXT}", url=url) == "2021-12-08"
    assert date_in_url("https://press.harbour.example/2021/13/40/") is None


def test_absurd_claims_are_passed_over() -> None:
    """Epoch zero is what a template prints where no date is set."""
    claim = '<meta property="article:published_time" content="1970-01-01T00:00:00Z">'
    assert date_of(f"{claim}<h1>Ferry late</h1>{TEXT}") == ""


def test_of_several_articles_in_linked_data_the_page_s_own_counts() -> None:
    """Teasers are articles too, in the eyes of some templates."""
    data = """<script type="application/ld+json">[
      {"@type": "NewsArticle", "headline": "Harbour closed", "url": "/news/closed/",
       "datePublished": "2021-12-12"},
      {"@type": "NewsArticle", "headline": "Ferry late", "datePublished": "2021-12-08",
       "url": "https://press.harbour.example/news/ferry/", }]</script>"""
    assert date_of(f"{data}<h1>Ferry late</h1>{TEXT}") == "2021-12-08"


def test_authors_are_named_once_in_page_order() -> None:
    """The same person stands in three places of one page."""
    data = """<script type="application/ld+json">{"@type": "Article", "author":
      [{"name": "Ada Ferry"}, {"name": "Bo Quay"}, {"name": "Ada Ferry"}]}</script>"""
    assert find_authors(reading_of(data)) == (("Ada Ferry", "Bo Quay"), "ld author")
    line = "<h1>Ferry late</h1><p>By Ada Ferry and Bo Quay</p>"
    assert find_authors(reading_of(line)) == (("Ada Ferry", "Bo Quay"), "author line")
    assert list(split_names("https://social.example/harbour")) == []


def test_the_text_outvotes_a_template_s_language() -> None:
    """An English section may hold an item in Russian."""
    russian = (
        "Паром опоздал, и люди ждали на причале, как это было в прошлом году. " * 5
    )
    reading = reading_of(f"<html lang=en><p>{russian}</p>")
    assert find_language(reading) == ("ru", "words")
    assert find_language(reading_of(f"<html lang=en-GB>{TEXT}")) == ("en", "declared")
    assert find_language(reading_of(TEXT)) == ("en", "words")
    assert language_of("渡轮因为大雾晚点了，港口的人说这是今年的第一次大雾。") == "zh"


def test_an_attachment_has_its_label_without_the_size() -> None:
    """The size changes with every upload of the same paper."""
    link = '<a href="/f/0af1.docx">Download document (DOCX, 1,2 MB)</a>'
    found = find_attachments(reading_of(f"<h1>Rules</h1><p>{link}</p>"))
    assert found is not None
    (attachment,) = found[0]
    assert attachment.label == "Download document"
    assert attachment.url == "https://press.harbour.example/f/0af1.docx"
    assert without_size("Annual report 2021 (PDF)") == "Annual report 2021"


def test_labels_are_sections_and_tags() -> None:
    """They are what an alert rule may ask for, and no words of the text."""
    markup = """<meta property="article:section" content="Traffic">
      <a rel=tag href=/t/1>Fog</a><a rel=tag href=/t/2>Traffic</a>"""
    assert find_labels(reading_of(markup)) == (("Traffic", "Fog"), "links and metadata")


NODE = b"""<script type="application/ld+json">{"@graph":[{"@type":"Article",
  "author":[[1]],"datePublished":[99999999999999],"headline":{"@value":"x"}}]}</script>"""
PIECES = st.lists(
    st.sampled_from(
        [b"<h1>", b"</h1>", b"<h2>08.12.2021</h2>", b"<time datetime='2021-99-99T1'>",
         b"<time>8 May 2021", b"<meta name=date content='12.12.12'>", b"<title>-|-",
         b"<a href='http://[x.pdf'>", b"<a href=a.pdf>", b"<p>By ", NODE, b"\xff",
         b"<p itemprop=author>", b"8 December 2021", b"<p>", b"HARBOUR, 8 May 2021 - ",
         b"<meta property=og:title content='| '>"]
    ) | st.binary(max_size=8)
).map(b"".join)  # fmt: skip


@given(PIECES, st.sampled_from([URL, "", "http://[", "https://a.example/2021/02/30/"]))
def test_any_page_is_answered_or_passed(payload: bytes, url: str) -> None:
    """A finder looks and answers, or passes; it never raises."""
    reading = reading_of(payload, url=url)
    find_title(reading)
    find_date(reading)
    find_authors(reading)
    find_language(reading)
    find_attachments(reading)
    find_labels(reading)

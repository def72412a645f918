"""Articles divided into pages, tables taken whole, bylines left out."""

import pytest

from parsers.article import parse_article
from parsers.model import Article, Capture

PROSE = "The dredger came back at noon and the pilots were told to wait for it, {}."
URL = "https://port.harbour.example/reports/dredger.html"


def read(inner: str, url: str = URL) -> Article:
    """Return what is read of a page with some prose and what a test adds."""
    text = "".join(f"<p>{PROSE.format(n)}</p>" for n in ("one", "two", "three"))
    page = (
        "<html><body><div id=nav><a href=/>Home</a></div><h1>The dredger is back</h1>"
        "<div class=when>3.02.2021</div>"
        f"{inner.replace('TEXT', text)}<div id=foot>All rights</div>"
    )
    article = parse_article(Capture(url=url, payload=page.encode()))
    assert isinstance(article, Article)
    return article


def test_a_pager_under_the_text_leads_to_the_articles_further_pages() -> None:
    """Else a report of three pages is read to its first third."""
    pager = "<p>Page: <span>1</span> <a href=?page=2>2</a> <a href=?page=3>3</a></p>"
    found = read(f"<div class=text>TEXT</div>{pager}").page_urls
    assert found == (f"{URL}?page=2", f"{URL}?page=3")


def test_lines_of_the_text_s_box_that_are_no_text_do_not_hide_the_pager() -> None:
    """Letters, adverts and counters below the last paragraph grew to over eight."""
    pager = "<p>Page: <span>1</span> <a href=?page=2>2</a> <a href=?page=3>3</a></p>"
    notes = "".join(f"<div class=advert>Berth {n}</div>" for n in range(12))
    found = read(f"<div class=text>TEXT{notes}</div>{pager}").page_urls
    assert found == (f"{URL}?page=2", f"{URL}?page=3")


def test_pages_may_be_numbered_in_the_path() -> None:
    """Static sites write dredger_2.html beside dredger.html."""
    pager = "<ul><li>1<li><a href=dredger_2.html>2</a></ul>"
    found = read(f"<div class=text>TEXT</div>{pager}").page_urls
    assert found == ("https://port.harbour.example/reports/dredger_2.html",)


def test_pages_may_be_called_parts() -> None:
    """Records of a sitting are divided into parts, each in a folder of its own."""
    url = "https://port.harbour.example/plenario/2026/02/14/ata-3330/"
    pager = f"<nav>Parte: <b>1</b> <a href={url}parte/2/>2</a></nav>"
    assert read(f"<div class=text>TEXT{pager}</div>", url).page_urls == (
        f"{url}parte/2/",
    )


def test_the_pages_of_an_item_may_lie_at_the_address_that_it_claims() -> None:
    """Read below a second section, a report was read to its first third, as another."""
    claim = f"<link rel=canonical href={URL}>"
    pager = f"<p>Page: <span>1</span> <a href={URL}?page=2>2</a></p>"
    url = URL.replace("/reports/", "/harbours/")
    found = read(f"{claim}<div class=text>TEXT</div>{pager}", url).page_urls
    assert found == (f"{URL}?page=2",)
    assert read(f"<div class=text>TEXT</div>{pager}", url).page_urls == ()


def test_the_pages_of_an_item_may_lie_in_the_folder_of_another_section() -> None:
    """Read below the second of its sections, a report was read to its first third."""
    url = "https://port.harbour.example/quays/dredger-56"
    pager = (
        "<p><b>1</b> <a href=/sea/{0}?part=2>2</a> <a href=/sea/{0}?part=3>3</a></p>"
    )
    found = read(f"<div>TEXT</div>{pager.format('dredger-56')}", url).page_urls
    assert [page[-6:] for page in found] == ["part=2", "part=3"]
    assert read(f"<div>TEXT</div>{pager.format('dredger-57')}", url).page_urls == ()


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (URL, URL),
        ("https://port.harbour.example/", None),
        (URL + "?lang=es&ref=7", None),
    ],
)
def test_a_page_that_is_shared_without_its_parameters_is_known_by_that_address(
    claim: str, expected: str | None
) -> None:
    """Its list links to it with a language, other items without: it was read twice."""
    shared = f'<meta property="og:url" content="{claim}">'
    page = read(f"{shared}<div class=text>TEXT</div>", f"{URL}?lang=es")
    assert page.canonical_url == expected


def test_a_script_may_write_the_pager_of_a_text() -> None:
    """Offices in China divide long texts as they do lists: the rest was never read."""
    folder, call = URL.rpartition("/")[0], "<script>createPageHTML(3, {}, '{}', 'html')"
    pages = [f"{folder}/dredger{n}.html" for n in ("", "_1", "_2")]
    for at, url in enumerate(pages):
        inner = f"<div class=text>TEXT</div>{call.format(at, 'dredger')}</script>"
        assert read(inner, url).page_urls == (*pages[:at], *pages[at + 1 :])
    other = f"<div class=text>TEXT</div>{call.format(0, 'index')}</script>"
    assert read(other).page_urls == ()


def test_numbers_that_lead_elsewhere_are_no_pages() -> None:
    """A year in an archive, the next item, the pager of the comments."""
    links = (
        "<p><a href=/reports/2.html>2</a> <a href=?comment-page=2>2</a> "
        "<a href=/reports/dredger-2.html>The dredger is back again</a></p>"
    )
    assert read(f"<div class=text>TEXT</div>{links}").page_urls == ()


def test_a_table_of_figures_is_read_to_its_last_row() -> None:
    """One corrected figure in a short cell is an edit."""
    rows = "".join(
        f"<tr><td>Pier {n}</td><td>mud</td><td>{n * 11}</td></tr>" for n in range(1, 5)
    )
    head = "<tr><th>Place</th><th>What</th><th>Tons</th></tr>"
    body = read(f"<div class=text>TEXT<table>{head}{rows}</table></div>").body
    assert body.endswith(
        "Place | What | Tons\n\n"
        + "\n\n".join(f"Pier {n} | mud | {n * 11}" for n in range(1, 5))
    )


def test_a_table_beside_the_text_stays_out() -> None:
    """Rates and weather stand in tables too."""
    rates = "<tr><td>Crown</td><td>1.24</td></tr><tr><td>Mark</td><td>3.10</td></tr>"
    page = f"<div class=text>TEXT</div><div id=side><table>{rates}</table></div>"
    assert "1.24" not in read(page).body


def test_who_wrote_it_and_when_is_no_word_of_the_text() -> None:
    """A byline in a paragraph of its own looks like the first of the text."""
    line = "<p>By Ada Quay | 3 February, 2021</p>"
    body = read(f"<div class=text>{line}TEXT</div>").body
    assert "Ada Quay" not in body
    assert body.startswith("The dredger came back")


def test_nobody_writes_how_long_ago_he_wrote() -> None:
    """A place and a day may begin a text, but not with an age that a server counts."""
    line = "<p>Port Low Isle, 3 February, 2021{}</p>"
    page = f"<div class=text>{line}TEXT</div>"
    assert read(page.format("")).body.startswith("Port Low Isle")
    assert read(page.format(" (4 days ago)")).body.startswith("The dredger")


def test_a_page_may_stand_before_the_name_of_its_item() -> None:
    """One maker of news sites writes the number ahead of what names the item."""
    url = "https://port.harbour.example/news/town/3105-dredger.html"
    ahead = "https://port.harbour.example/news/town/page,1,2,3105-dredger.html"
    pager = f"<div>Pages: <span>1</span> <a href={ahead}>2</a></div>"
    assert read(f"<div class=text>TEXT</div>{pager}", url).page_urls == (ahead,)


def test_a_place_before_the_day_is_how_a_text_begins() -> None:
    """A day of the week there is a line of the page, a name of one word is none."""
    for line, is_text in (
        ("Brackwater, 3 February 2021", True),
        ("(Brackwater, 3 February 2021)", True),
        ("Wednesday, 3 February 2021", False),
        ("(Wednesday, 3 February 2021)", False),
    ):
        body = read(f"<div class=text><p>{line}</p>TEXT</div>").body
        assert body.startswith(line) == is_text

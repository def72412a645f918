"""Which files a page offers, and who wrote it where a table says so."""

from parsers.article import parse_article
from parsers.model import Article, Capture

PROSE = (
    "The council met at noon on day {} and heard what the pilots said about the fog."
)


def read(inner: str) -> Article:
    """Return what is read of a page whose text a test wraps."""
    text = "".join(f"<p>{PROSE.format(n)}</p>" for n in range(4))
    page = (
        "<html><body><h1>The council met</h1><div class=when>3.02.2021</div>"
        f"{inner.replace('TEXT', text)}</body></html>"
    )
    url = "https://port.harbour.example/news/council.html"
    article = parse_article(Capture(url=url, payload=page.encode()))
    assert isinstance(article, Article)
    return article


def test_words_of_a_sentence_are_no_offer_of_a_file() -> None:
    """An edited sentence would be told as an attachment dropped."""
    inline = "<p>The dues will rise as laid down in the <a href=/plan.pdf>plan.</a></p>"
    offer = "<p><a href=/dues.pdf>Table of dues</a> (34 KB)</p>"
    found = read(f"<div class=text>TEXT{inline}{offer}</div>").attachments
    assert [a.label for a in found] == ["Table of dues"]


def test_a_link_that_says_it_is_a_file_is_one() -> None:
    """'Read the whole report (PDF)' stands in sentences too."""
    inline = "<p>You may read all of it there: see <a href=/a.pdf>report (PDF)</a></p>"
    assert len(read(f"<div class=text>TEXT{inline}</div>").attachments) == 1


def test_boards_name_writer_and_files_in_rows_above_the_text() -> None:
    """The table that holds the text holds what belongs to it."""
    rows = (
        "<tr><th>作成</th><td>2021.02.03</td><th>作者</th><td>Bo Quay</td></tr>"
        "<tr><th>Files</th><td colspan=3><a href=/dues.xlsx>Dues of piers</a></td></tr>"
    )
    board = f"<table class=view>{rows}<tr><td colspan=4>TEXT</td></tr></table>"
    article = read(board)
    assert article.authors == ("Bo Quay",)
    assert [a.label for a in article.attachments] == ["Dues of piers"]

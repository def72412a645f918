"""Tables among the paragraphs of an article, and those that only look so."""

from parsers.article import parse_article
from parsers.block_walk import walk
from parsers.body.other_pages import with_profile
from parsers.model import Article, Capture
from parsers.page import read_page
from parsers.profile import learn

TEXT = "It was the {0}th session of the board, and {0} boats waited in the fog. "
HEAD = "<table><tr><td>Subject:<td>Fog stops ferry {0}<tr><td>Date:<td>3 May 2021"
MENU = (
    "<td><a href=/>Home</a><br><a href=/press>Press releases</a><br><a href=/u>Us</a>"
)
FIGURES = (
    "<table><tr><td>Port<td>Boats<tr><td>Low Isle<td>{0}<tr><td>Quay<td>1{0}</table>"
)


def page(number: int) -> Capture:
    """Return the page of an old system: a table within a cell beside a menu."""
    lines = "<br><br>".join(TEXT.format(n) * 2 for n in range(number, number + 4))
    head, figures = HEAD.format(number), FIGURES.format(number)
    inner = f"{head}</table>{lines}{figures}{TEXT.format(number + 40) * 3}"
    title = f"<title>Fog stops ferry {number}</title>"
    payload = f"{title}<table><tr>{MENU}<td>{inner}</table>".encode()
    return Capture(url=f"https://h.example/0/{number}?Open", payload=payload)


PROFILE = learn([page(n) for n in range(20, 30)])


def test_a_table_that_says_the_title_is_none_of_the_text() -> None:
    """Records say subject, day and number in a table above what they hold."""
    for profile in (None, PROFILE):
        article = parse_article(read_page(page(20)), profile=profile)
        assert isinstance(article, Article)
        assert "Low Isle | 20" in article.body
        assert "2021" not in article.body


def test_a_table_that_says_when_its_item_was_published_is_none_of_the_text() -> None:
    """Records say source, day and writer below the summary, and no title."""
    text = "".join(f"<p>{TEXT.format(n)}</p>" for n in (5, 7, 9))
    for label, is_record in (("Date of publication", True), ("Last ferry", False)):
        rows = f"<tr><th>Source<td>Pilots<tr><th>{label}<td>3 May 2021"
        page = f"<h1>Boats</h1><p>{TEXT.format(3)}</p><table>{rows}</table>{text}"
        capture = Capture(url="https://h.example/1", payload=page.encode())
        article = parse_article(capture)
        assert isinstance(article, Article)
        assert ("Pilots" in article.body) is not is_record
        assert TEXT.format(3).strip() in article.body


def test_links_in_a_cell_that_other_items_have_are_a_menu() -> None:
    """Figures and heads of tables may stand on several pages, links are the site's."""
    likely = [(block, 0.6) for block in walk(read_page(page(20)))]
    found = {block.text: p for block, p in with_profile(likely, PROFILE)}
    assert found["Press releases"] < 0.5 < found["Boats"]


def test_a_table_at_the_end_is_taken_to_its_last_row() -> None:
    """Rows far behind the last paragraph belong to it as the first ones do."""
    rows = "".join(f"<tr><td>Port {n}<td>{n}" for n in range(1, 30))
    text = "".join(f"<p>{TEXT.format(n)}</p>" for n in (5, 7, 9))
    note = f"<p>{TEXT.format(3)}</p>"
    page = f"<h1>Boats</h1><div>{text}</div><div><table>{rows}</table>{note}</div>"
    article = parse_article(Capture(url="https://h.example/1", payload=page.encode()))
    assert isinstance(article, Article)
    assert "Port 1 | 1" in article.body
    assert "Port 29 | 29" in article.body


def test_a_table_that_ends_a_text_is_taken_behind_a_list_too() -> None:
    """The last line before it stands in a list of its own."""
    items = "".join(f"<li>{TEXT.format(n)}</li>" for n in range(3))
    prose = "".join(f"<p>{TEXT.format(n) * 3}</p>" for n in range(4, 8))
    end = f"<ul>{items}</ul>{FIGURES.format(7)}"
    markup = f"<h1>Fog stops ferry</h1><article>{prose}{end}</article>"
    found = parse_article(Capture(url="https://h.example/7", payload=markup.encode()))
    assert isinstance(found, Article)
    assert found.body.endswith("Quay | 17")


def test_a_text_in_one_of_several_boxes_called_alike_keeps_its_last_table() -> None:
    """Records are shown in a box for each field: title, day, text."""
    pages = []
    for n in range(20, 32):
        prose = "".join(f"<p>{TEXT.format(k) * 2}</p>" for k in range(n, n + 4))
        fields = (f"Fog stops ferry {n}", f"{n}.05.2021", prose + FIGURES.format(n))
        boxes = "".join(f"<div class=val>{field}</div>" for field in fields)
        markup = f"<title>Fog stops ferry {n}</title><main>{boxes}</main>"
        url = f"https://h.example/{n}"
        pages.append(Capture(url=url, payload=markup.encode()))
    found = parse_article(pages[0], profile=learn(pages))
    assert isinstance(found, Article)
    assert found.body.endswith("Quay | 120")

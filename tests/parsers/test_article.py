"""What parse_article promises of any page."""

import gzip
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.article import explain_article, join_pages, parse_article
from parsers.model import Article, Capture, Problem, ProblemKind, Teaser
from parsers.rules import load_rules

URL = "https://press.harbour.example/news/fog/"
PROSE = (
    "The fog came in at noon and stayed over the outer basin until the evening ferry.",
    "Harbour master Ada Quay said that the pilots had waited for four hours, in vain.",
    "Nobody was hurt, and the lights of the breakwater will be repaired by the spring.",
)
FRAME = """<html lang="en"><head><title>{title} - Harbour Press</title></head><body>
<ul class="menu"><li><a href="/">Home</a><li><a href="/news/">News</a></ul>
{body}
<div class="footer">© Harbour Press. All rights reserved.</div></body></html>"""


def read(body: str, title: str = "Fog stops the ferry", **more: object) -> Article:
    """Return the article of a page in our frame."""
    html = FRAME.format(title=title, body=body)
    capture = Capture(url=URL, payload=html.encode())
    article = parse_article(capture, **more)  # type: ignore[arg-type]
    assert isinstance(article, Article)
    return article


def paragraphs(tag: str = "p") -> str:
    """Return the prose as elements."""
    return "".join(f"<{tag}>{text}</{tag}>" for text in PROSE)


def test_a_link_to_a_place_on_the_page_itself_leads_nowhere() -> None:
    """An empty link, a note or the way to the top would follow the page's address."""
    linked = '<p><a href="#note">A</a> <a href="">B</a> <a href="/map">C</a>.'
    assert read(paragraphs() + linked).links == ("https://press.harbour.example/map",)


def test_a_headline_leads_no_body() -> None:
    """A title that is repeated above the text, with its date, is not text."""
    body = (
        "<h1>Fog stops the ferry</h1><div class='news-detail'>"
        "<h3>Fog stops the ferry 08.12.2021</h3>" + paragraphs() + "</div>"
        "<p><a href='/news/'>Go back</a></p><p><a href='/'>Back to the all news</a></p>"
    )
    article = read(body)
    assert article.title == "Fog stops the ferry"
    assert article.body == "\n\n".join(PROSE)
    assert article.published
    assert article.published.iso == "2021-12-08"


def test_a_number_a_place_and_a_day_may_stand_above_the_headline() -> None:
    """Bulletins say above each headline which message it is of, and of which day."""
    line = "Message No. 168 of the outer harbour, Brackwater, 8 December 2021"
    headline = "<h1>Fog stops the ferry</h1>"
    article = read(f"<div class=inner><p>{line}</p>{headline}{paragraphs()}</div>")
    assert article.body == "\n\n".join(PROSE)


def test_a_number_above_a_headline_in_a_box_of_its_own_is_none_of_the_text() -> None:
    """Such a headline is not taken for a line of the body that it would end."""
    head = "<header><h1>Fog stops the ferry</h1></header>"
    number = "<p>Press release no. 54/2021</p>"
    article = read(f"<main>{number}{head}{paragraphs()}</main>")
    assert article.body == "\n\n".join(PROSE)


@pytest.mark.parametrize(
    "line", ["8 December 2021", "Date: 8 December 2021", "8 декабря 2021 года"]
)
def test_the_day_right_above_or_below_a_text_is_none_of_it(line: str) -> None:
    """It is told as the date, and so is its correction."""
    day, headline = f"<p>{line}</p>", "<h1>Fog stops the ferry</h1>"
    above = read(f"<main>{headline}{day}{paragraphs()}</main>")
    below = read(f"<main>{headline}{paragraphs()}{day}</main>")
    assert above.body == "\n\n".join(PROSE)
    assert below.body.startswith(PROSE[0])
    assert line == "Date: 8 December 2021" or below.body == above.body


@pytest.mark.parametrize(
    "line", ["UIN 118202, tabled on 1 December 2021", "PSF/21/1182 – 1 December 2021"]
)
def test_the_number_of_a_file_and_its_day_are_none_of_its_text(line: str) -> None:
    """Answers stand below it; with a new design it went from each of them."""
    page = f"<h1>Fog stops the ferry</h1><p>{line}</p>{paragraphs()}"
    assert read(f"<main>{page}</main>").body == "\n\n".join(PROSE)


def test_the_writer_s_name_above_a_text_is_none_of_it() -> None:
    """It is told as the author, with or without a day beside it."""
    body = f"<h1>Fog</h1><p>Author: Ada Quay</p>{paragraphs()}"
    article = read(f"<main>{body}</main>")
    assert article.authors == ("Ada Quay",)
    assert article.body == "\n\n".join(PROSE)


@pytest.mark.parametrize("between", ["<br>", "<br/>\n<br/>", " <br> &nbsp; <br>"])
def test_lines_between_breaks_are_paragraphs(between: str) -> None:
    """Old pages hold their text bare in a cell of a table."""
    text = between.join(PROSE)
    body = f"<h1>Fog stops the ferry</h1><table><tr><td>{text}</td></tr></table>"
    assert read(body).body == "\n\n".join(PROSE)


def test_empty_lines_of_a_typed_text_divide_its_paragraphs() -> None:
    """Old agencies put out what they typed: else all of it is one edited line."""
    first = "  " + PROSE[0].replace(" ", "\n", 3)
    typed = "\n \n\n".join((first, PROSE[1], f"<b>{PROSE[2]}</b>"))
    body = f"<h1>Fog stops the ferry</h1><pre>\n{typed}\n</pre>"
    assert read(body).body == "\n\n".join(PROSE)


def test_a_line_drawn_under_a_typed_headline_is_no_part_of_it() -> None:
    """Neither does one stand over a text, nor under the heading of a part of it."""
    rule = "=" * 20
    text = f"{PROSE[0]}\n\nAt sea\n------\n{PROSE[1]}"
    typed = f"{rule}\nFog stops the ferry\n{rule}\n\n{text}"
    article = read(f"<title>Port</title><pre>\n{typed}\n</pre>")
    assert article.body.split("\n\n")[-3:] == [PROSE[0], "At sea", PROSE[1]]
    listed = Teaser(url="https://h.example/1", title="Fog stops the ferry")
    page = f"<title>Port</title><pre>\n{typed}\n</pre>".encode()
    found = parse_article(Capture(url=listed.url, payload=page), teaser=listed)
    assert isinstance(found, Article)
    assert found.title == listed.title


def test_elements_of_a_site_s_own_are_boxes_but_for_those_amid_words() -> None:
    """Pages that components draw have no others: a day and a lead were one line."""
    day, amid = "<x-tag>8 December 2021</x-tag>", PROSE[1].replace("four", "{}")
    lead = f"<x-lead>{PROSE[0]}</x-lead>"
    text = f"<x-text><p>{amid.format('<x-n>four</x-n>')}</p><p>{PROSE[2]}</p></x-text>"
    body = f"<x-page><h1>Fog stops the ferry</h1>{day}{lead}{text}</x-page>"
    article = read(body)
    assert article.body == "\n\n".join(PROSE)
    assert article.published
    assert str(article.published.day) == "2021-12-08"


def test_inline_elements_do_not_break_words() -> None:
    """A bold letter, a link or a word break stands in the middle of a word."""
    text = PROSE[0].replace("fog", "f<b>o</b><wbr>g").replace("noon", "<i>no</i>on")
    assert read(f"<h1>Fog</h1><div><p>{text}</p><p>{PROSE[1]}</p></div>").body == (
        f"{PROSE[0]}\n\n{PROSE[1]}"
    )


def test_scripts_and_picture_names_are_no_text() -> None:
    """What nobody reads must not become an edit when it changes."""
    noise = (
        "<script>var a = 1</script><style>p{}</style><img alt='IMG-1.jpg' src=a.jpg>"
    )
    body = f"<h1>Fog</h1><div>{noise}{paragraphs()}</div>"
    article = read(body)
    assert article.body == "\n\n".join(PROSE)
    assert [image.alt for image in article.images] == ["IMG-1.jpg"]


def test_pictures_of_what_is_sold_are_none_of_the_article() -> None:
    """Another one is shown to each reader, in the place of the text."""
    sold = '<div class="ad-slot"><a href=/buy><img alt=Shoes src=/shoes.png></a></div>'
    own = "<p><img alt=Fog src=/fog.png></p>"
    article = read(f"<h1>Fog</h1><div>{paragraphs()}{sold}{own}{paragraphs()}</div>")
    assert [image.alt for image in article.images] == ["Fog"]


def test_a_word_to_those_without_scripts_is_no_problem_beside_a_text() -> None:
    """Short pages of figures have it too, and their edits must be told."""
    said = "<noscript><p>Please enable JavaScript in your browser.</p></noscript>"
    text = "<p>The harbour doctor counts the cases of fever and lists them here.</p>"
    figures = "".join(f"<tr><td>Isle {n}<td>{n} cases</tr>" for n in range(12))
    read(f"{said}<h1>Fever</h1>{text}<table>{figures}</table>")


def test_rules_overrule_what_is_found() -> None:
    """A person who names a place knows better than any finder."""
    body = f"<h1>Fog</h1><h2 class=x>Late ferry</h2><div>{paragraphs()}</div>" + (
        "<section id=y><p>Short.</p><p class=no>Gone.</p></section>"
    )
    rules = load_rules({"article": {"title": "h2.x", "body": "#y", "remove": [".no"]}})
    article = read(body, rules=rules)
    assert (article.title, article.body) == ("Late ferry", "Short.")
    assert article.ways["title"] == article.ways["body"] == "rule"


def test_a_page_of_figures_is_read_whole() -> None:
    """A table that is refreshed in place is what its readers come for."""
    rows = "".join(f"<tr><td>Berth {n}</td><td>{n * 7}</td></tr>" for n in range(1, 9))
    body = f"<h1>Berths</h1><div><h2>Free berths</h2><table>{rows}</table></div>"
    assert "Berth 3 | 21" in read(body, title="Berths").body


def test_an_explanation_names_the_way_and_what_was_left_out() -> None:
    """What a person cannot follow, a person cannot correct."""
    body = f"<h1>Fog</h1><div class=text>{paragraphs()}</div>" + (
        "<div class=newsletter><p>Subscribe to our newsletter, every morning.</p></div>"
    )
    html = FRAME.format(title="Fog", body=body)
    told = explain_article(Capture(url=URL, payload=html.encode()))
    assert told.ways["body"] == "finder"
    assert any(one.reason == "letter" for one in told.discarded)


def test_pages_of_one_article_are_joined_once() -> None:
    """A page that is shown twice, as some pagers do, is no second text."""
    one, two = (Article(url=f"{URL}{n}", body=PROSE[n]) for n in (0, 1))
    joined = join_pages([one, two, two])
    assert joined.body == f"{PROSE[0]}\n\n{PROSE[1]}"
    assert joined.page_urls == (two.url,)


@pytest.mark.parametrize(
    ("payload", "kind"),
    [
        (b"", ProblemKind.EMPTY),
        (b"null", ProblemKind.EMPTY),
        (b"<html><body><h1>Object Moved</h1></body></html>", ProblemKind.EXTRACTOR),
        (b"<title>404 Not Found</title><p>Sorry, nothing here.", ProblemKind.SOFT_404),
        ("<h1>Страница не найдена</h1>".encode(), ProblemKind.SOFT_404),
        (
            b"<title>Just a moment...</title><p>Checking your browser",
            ProblemKind.BLOCKED,
        ),
        (
            b"<body><noscript>You need to enable JavaScript to run this app.</noscript>"
            b"<div id=root></div><script>" + b"a();" * 99 + b"</script>",
            ProblemKind.SCRIPT,
        ),
        (
            (
                f"<title>Sign in to continue</title>{'<p>'.join(PROSE * 20)}<form>"
                "<h1>Sign in to continue</h1><input type=password></form>"
            ).encode(),
            ProblemKind.BLOCKED,
        ),
        (
            (
                f"<aside>{'<a href=/7>A pier is older than we say</a> ' * 99}</aside>"
                "<main><h1>Database error</h1><p>Database error: could not connect to "
                "the server. Please try again later.</p></main>"
            ).encode(),
            ProblemKind.EXTRACTOR,
        ),
    ],
)
def test_what_is_no_article_is_a_problem(payload: bytes, kind: ProblemKind) -> None:
    """An error page must never become a revision."""
    found = parse_article(Capture(url=URL, payload=payload))
    assert isinstance(found, Problem)
    assert found.kind == kind


@pytest.mark.parametrize(
    ("title", "is_wall"), [("Sign in - Harbour", True), ("Fog stops the ferry", False)]
)
def test_a_page_to_sign_in_is_a_wall_by_its_heading(title: str, is_wall: bool) -> None:
    """A new item that led there was told as "Sign in"; a box beside one is no wall."""
    box = "<h1>Sign in</h1><form><input name=user><input type=password></form>"
    page = f"<title>{title}</title>{box}<h2>{title}</h2>{'<p>'.join(PROSE * 20)}"
    found = parse_article(Capture(url=URL, payload=page.encode()))
    assert isinstance(found, Problem) is is_wall


@pytest.mark.parametrize(
    "said",
    [
        "Грешка базе: веза са сервером није могућа.",
        "Дерекқор қатесі: серверге қосылу мүмкін емес.",
        "Өгөгдлийн санд холбогдоход алдаа гарлаа.",
        "Došlo je do pogreške. Pokušajte kasnije.",
    ],
)
def test_an_error_is_no_article_in_a_smaller_language_either(said: str) -> None:
    """Today's date and the rates beside it were read as a new item's text."""
    aside = f"<aside>{'<a href=/7>A pier is older than we say</a> ' * 99}</aside>"
    page = f"{aside}<main><p>{said}</p></main><p>Данас је 5. март 2026.</p>"
    found = parse_article(Capture(url=URL, payload=page.encode()))
    assert isinstance(found, Problem)
    assert found.kind == ProblemKind.EXTRACTOR


@given(st.binary(max_size=400))
@settings(max_examples=60, deadline=None)
def test_any_bytes_give_an_article_or_a_problem(payload: bytes) -> None:
    """No page, however broken, may stop a crawl."""
    capture = Capture(url=URL, payload=payload)
    assert isinstance(parse_article(capture), Article | Problem)


TAGS = st.sampled_from(
    ["<p>", "</p>", "<div class=ad>", "</div>", "<td>", "<br>", "<a href=x>", "</a>"]
)


@given(st.lists(TAGS | st.text(max_size=30), max_size=60))
@settings(max_examples=60, deadline=None)
def test_any_markup_gives_the_same_answer_twice(parts: list[str]) -> None:
    """A reading that varies by itself would alert for ever."""
    capture = Capture(url=URL, payload="".join(parts).encode("utf-8", "replace"))
    assert parse_article(capture) == parse_article(capture)


@pytest.mark.parametrize(
    "unit",
    [
        "<div>",
        "<p>a ",
        "<b>",
        "<a href=x>y",
        "<li>x<br>",
        f"<p>{'No boat sails in the fog. ' * 5}</p><input type=radio>",
        "<p>By Ada Quay</p><p>By Ben Moss</p><p>By Cid Holm</p>",
    ],
)
def test_what_never_ends_costs_linear_time(unit: str) -> None:
    """Twice the page may cost twice the time, not four times."""

    def seconds(count: int) -> float:
        capture = Capture(url=URL, payload=(unit * count).encode())
        start = time.thread_time()
        parse_article(capture)
        return time.thread_time() - start

    seconds(100)
    assert min(seconds(4000) for _ in range(2)) < 10 * seconds(1000) + 0.5


def test_a_page_whose_tags_lost_letters_is_garbled_whatever_its_text_says() -> None:
    """The words of another script may have come through unharmed."""
    page = "<html><head><title>خبر</title></head><body><p>{}</p></body></html>"
    text = "تأخرت العبارة بسبب الضباب فوق الميناء. " * 9
    broken = page.format(text).replace("e", "\ufffd").replace("y", "\ufffd")
    broken = broken.replace("<p>", "<tabl\ufffd><p>").replace("</p>", "</p></n\ufffdv>")
    found = parse_article(Capture(url="https://h.example/1", payload=broken.encode()))
    assert isinstance(found, Problem)
    assert found.kind == ProblemKind.ENCODING


def test_one_line_of_links_without_end_costs_linear_time() -> None:
    """A calendar of all days is such a line; each link must not read it all."""

    def seconds(count: int) -> float:
        line = "".join(f"<a href='?page={n}'>{n}</a>" for n in range(count))
        capture = Capture(url=URL, payload=f"<div>{line}</div>".encode())
        start = time.thread_time()
        parse_article(capture)
        return time.thread_time() - start

    seconds(100)
    assert min(seconds(16_000) for _ in range(2)) < 16 * seconds(2_000) + 0.5


def test_a_text_that_stands_behind_the_body_of_a_page_is_read() -> None:
    """Broken templates end the body too early: what follows stands in nothing."""
    page = f"<html><body><h1>Fog</h1></body>{PROSE[0]} {PROSE[1]}"
    found = parse_article(Capture(url=URL, payload=page.encode()))
    assert isinstance(found, Article)
    assert found.body == f"{PROSE[0]} {PROSE[1]}"


def test_a_page_that_was_compressed_twice_is_a_problem() -> None:
    """Some of its bytes are letters in one encoding or another: no text of an item."""
    payload = gzip.compress(b"<h1>Fog</h1><p>No ferry left the quay.</p>")
    found = parse_article(Capture(url="https://h.example/fog", payload=payload))
    assert isinstance(found, Problem)
    assert "compressed once more" in found.detail

"""Counters, ads and pagers between the paragraphs; lists that belong to them."""

import pytest

from parsers.article import parse_article
from parsers.block_walk import walk
from parsers.body.inserts import is_insert
from parsers.body.sign_up import without_sign_up
from parsers.model import Article, Capture
from parsers.page import read_page
from parsers.profile import Profile, learn

PROSE = (
    "The {} came back at noon on day {} and the pilots had waited for it since dawn."
)


def capture(number: int, insert: str) -> Capture:
    """Return an invented article with something between its paragraphs."""
    words = ("dredger", "ferry", "tug", "barge", "yacht", "trawler")[number % 6]
    text = [f"<p>{PROSE.format(words, number * 10 + n)}</p>" for n in range(4)]
    page = (
        f"<html><body><h1>The {words} is back {number}</h1><div class=when>"
        f"{number + 3}.02.2021</div><div class=text>{text[0]}{text[1]}{insert}"
        f"{text[2]}{text[3]}</div></body></html>"
    )
    url = f"https://port.harbour.example/news/{words}-{number}.html"
    return Capture(url=url, payload=page.encode())


def body(page: Capture, profile: Profile | None = None) -> str:
    """Return the text that is read from a page."""
    article = parse_article(page, profile=profile)
    assert isinstance(article, Article)
    return article.body


@pytest.mark.parametrize(
    "insert",
    [
        "<p class=hits>Views: 268315</p>",
        "<p>Просмотров: 374 944</p>",
        "<p>閲覧数: 2046</p>",
        "<p>पाठक संख्या: 31753</p>",
        "<p>03.03.2021 02:42, https://port.harbour.example/news/ferry-is-back.html</p>",
        "<p class=estimated>Lesezeit: 3 Minuten</p>",
        "<p>4 min read</p>",
        "<p>2344 votes</p>",
        "<form><p>Do you sail?</p><label><input type=radio> Yes (41%)</label></form>",
        "<p>Was this page helpful? 4.2 of 5 (12 votes)</p>",
        "<div><h4>Our letter</h4><p>All that the port decided, each Friday.</p><form>"
        "<label>Address <input type=email></label><button>Send</button></form></div>",
        "<div class=video><p>Accept our cookies to see the tug.</p><button>Yes</button>"
        "</div>",
        "<p>★★★★☆ 4.5 (225)</p>",
        "<div><span>Advertisement</span> <a href=//ads.example/>Night trains</a></div>",
        "<div><span>広告</span> <a href=//ads.example/7>防潮堤</a></div>",
        "<div><span>تبلیغات</span> <a href=//ads.example/7>سیل بند نو</a></div>",
        "<p><b>Amek</b> <a rel='nofollow sponsored' href=//ads.example/>Berths</a></p>",
        "<p>REKLAMA</p>",
        "<p>Advertisement - Story continues below</p>",
        "<p>La suite après la publicité</p>",
        "<p>Продолжение после рекламы</p>",
        "<p>You can now listen to Harbour News articles!</p>",
        "<p>Artikel anhören</p>",
        "<p>Page: <span>1</span> <a href=?page=2>2</a> <a href=?page=2>Next</a></p>",
        "<p>第: <span>1</span> <a href=?page=2>2</a> <a href=?page=2>下一页</a></p>",
        "<p>หน้า: <span>1</span> <a href=?page=2>2</a> <a href=?page=2>ถัดไป</a></p>",
    ],
)
def test_what_counts_or_sells_is_no_word_of_the_article(insert: str) -> None:
    """A counter in the text moves daily, and would be told as an edit daily."""
    assert body(capture(1, insert)) == body(capture(1, ""))


def test_a_box_that_asks_for_an_address_is_no_text_of_a_short_page() -> None:
    """The last page of a long report says less than the box on it."""
    box = (
        "<div class=box><h4>Our letter</h4><p>All that the port decided on Friday, sent"
        " to 12,031 readers of the coast.</p><form><input type=email></form></div>"
    )
    last = "The tender is published in the gazette under number 476."
    profile = learn([capture(n, "") for n in range(5)])
    page = (
        "<html><body><h1>The tug is back 8</h1><div class=when>11.02.2021</div>"
        f"<div class=text><p>{last}</p>{box}</div></body></html>"
    )
    url = "https://port.harbour.example/news/tug-8.html?page=2"
    assert body(Capture(url=url, payload=page.encode()), profile) == last


def test_a_short_part_around_a_box_that_asks_for_an_address_is_text() -> None:
    """Parts that unfold hold little else: its edits were never told."""
    box = (
        "<div class=box><h4>Our letter</h4><p>All that the port decided on Friday, sent"
        " to 12,031 readers of the coast.</p><form><input type=email></form></div>"
    )
    said = "The tug comes back in May."
    part = f"<div><h3>Next steps</h3><div>{box}<ul><li>{said}</li></ul></div></div>"
    assert said in body(capture(1, part))
    assert "letter" not in body(capture(1, part))


def test_a_box_that_asks_in_few_signs_is_no_part_of_what_stands_around_it() -> None:
    """Korean says much in few signs: the text around its letters was lost."""
    box = (
        "<div class=box><h4>소식</h4><p>야간열차, 이 기관은 업무를 널리 알리고"
        " 답합니다. (12124)</p><form><input type=email></form></div>"
    )
    said = "회의에는 교량위원회 대표가 참석했다. 총비용 가운데 절반은 도가 부담한다."
    part = f"<div><h3>향후 일정</h3><div>{box}<div>{said}</div></div></div>"
    read = body(capture(1, part))
    assert said in read
    assert "소식" not in read


def test_boxes_that_ask_for_an_address_make_no_page_of_a_short_article() -> None:
    """All that stands on a page is its text where that is much more than its prose."""
    box = (
        "<div class=box><h4>Our letter</h4><p>All that the port decided on Friday, sent"
        " to 12,031 readers of the coast.</p><form><input type=email></form></div>"
    )
    text = "".join(f"<p>{PROSE.format('tug', n)}</p>" for n in range(3))
    page = (
        "<main><article><h1>The tug is back 8</h1><time>4 February 2021</time><p class="
        f"lead>The tug was off.</p><section>{text}{box}{box}</section></article></main>"
    )
    url = "https://port.harbour.example/news/tug-8.html"
    read = body(Capture(url=url, payload=page.encode()))
    assert "pilots" in read
    assert "letter" not in read


@pytest.mark.parametrize(
    ("title", "line", "is_text"),
    [
        (
            "Ferry late",
            "This website uses cookies to improve what you see of it.",
            False,
        ),
        ("Ferry late", "Diese Webseite setzt Cookies, auch von Werbepartnern.", False),
        ("What our cookies do", "This website uses cookies to count visits.", True),
        ("Ferry late", "The cook baked cookies for all who waited at the pier.", True),
    ],
)
def test_that_a_site_sets_cookies_is_no_text_of_an_item(
    title: str, line: str, is_text: bool
) -> None:
    """Where scripts draw the text, the banner was all that was read of each item."""
    told = f"<p>{line} {'It is so on each of the days of the year. ' * 3}</p>"
    page = f"<h1>{title}</h1><div class=bar><div>{told}</div></div>"
    found = parse_article(Capture(url="https://h.example/7", payload=page.encode()))
    assert isinstance(found, Article)
    assert bool(found.body) is is_text


def test_a_text_about_cookies_is_read_whole_though_its_parts_unfold() -> None:
    """Each of them has a button, and none asks for anything."""
    parts = "".join(
        f"<div><h3><button>The {kind}</button></h3><p>{kind} cookies are kept for {n} "
        "days at most, and tell the port nothing of who reads its pages.</p></div>"
        for n, kind in enumerate(("Own", "Other", "Lasting"), 2)
    )
    assert body(capture(1, parts)).count("cookies") == 3


def test_a_table_beside_a_box_that_asks_for_an_address_stays() -> None:
    """One font holds both on an old page, and the lines of the cell around it."""
    box = "<div class=box><form><input type=email></form></div>"
    text = "<br>".join(PROSE.format("tug", n) for n in range(4))
    page = (
        f"<table><tr><td><font size=2>{text}<br>{box}<table><tr><td>Berth</td><td>Tugs"
        "</td></tr><tr><td>North</td><td>5</td></tr></table></font></td></tr></table>"
    )
    url = "https://port.harbour.example/news.php?id=8"
    opened = read_page(Capture(url=url, payload=page.encode()))
    blocks = walk(opened)
    assert without_sign_up(blocks, opened) == list(blocks)


def test_a_label_before_another_number_on_every_item_is_a_counter() -> None:
    """No table has the words of every language."""
    pages = [capture(n, f"<p>Amek aylan: {n * 731}</p>") for n in range(5)]
    assert "Amek" not in body(capture(5, "<p>Amek aylan: 90</p>"), learn(pages))


def test_numbered_headings_are_no_counters() -> None:
    """'Article 5' stands in every charter, and is read in each."""
    pages = [capture(n, f"<p>Article {n}</p>") for n in range(5)]
    profile = learn(pages)
    without = learn([capture(n, "") for n in range(5)])
    inserted = capture(5, "<p>Article 7</p>")
    assert ("Article 7" in body(inserted, profile)) == (
        "Article 7" in body(inserted, without)
    )


def test_a_list_between_paragraphs_is_read_whole() -> None:
    """Each item alone is doubtful; together they are a paragraph in points."""
    items = "".join(
        f"<li>The council of pier {n} agreed to the new dues for boats.</li>"
        for n in range(4)
    )
    read = body(capture(2, f"<ul>{items}</ul>"))
    assert all(f"pier {n} agreed" in read for n in range(4))


@pytest.mark.parametrize(
    "insert",
    ["<p>###</p>", "<p># # #</p>", "<p>-30-</p>", "<p>צפיות: 4118</p>",
     "<p>จำนวนผู้อ่าน: 829020</p>", "<p>Προβολές: 7</p>", "<p>المشاهدات: 12</p>"],
)  # fmt: skip
def test_counters_and_marks_of_the_end_are_known_in_many_languages(insert: str) -> None:
    """A counter is another with every answer."""
    assert body(capture(0, insert)) == body(capture(0, ""))


def test_how_large_a_page_is_beside_what_prints_it_is_no_text() -> None:
    """Old portals say it between the lead and the text, another with every edit."""
    prints = "<p>(1452 bytes [<a href=/print?id=7>Imprimir</a>] )</p>"
    assert body(capture(0, prints)) == body(capture(0, ""))
    said = "<p>The pilots of Low Isle now <a href=/print?id=7>print</a> tables.</p>"
    assert "print tables" in body(capture(0, said))


def test_a_paragraph_that_most_items_have_is_none_of_theirs() -> None:
    """An office says under each of its texts who it is."""
    about = (
        "<p>About the harbour office</p><p>The harbour office lights the coast, keeps"
        " the quays and the cranes, and tells the boats where the sand is.</p>"
    )
    profile = learn([capture(n, about) for n in range(6)])
    assert body(capture(7, about), profile) == body(capture(7, ""), profile)


def test_cells_are_rows_whatever_editors_wrap_their_words_in() -> None:
    """Word puts a paragraph into each cell."""
    cells = (("Berth", "Boats in 2020"), ("Old mole", "471"), ("Heron islet", "97"))
    rows = "".join(
        f"<tr>{''.join(f'<td><p align=center>{c}</p></td>' for c in row)}</tr>"
        for row in cells
    )
    text = body(capture(0, f"<table>{rows}</table>"))
    assert all(" | ".join(row) in text for row in cells)


def pointer(number: int, label: str = "Xebax juga") -> str:
    """Return a line between the paragraphs that leads to another item each time."""
    title = f"The lighthouse number {number} burns again after the storm"
    return f'<p><b>{label}: <a href="/news/light-{number}.html">{title}</a></b></p>'


def test_a_label_before_a_link_elsewhere_is_learned_in_any_language() -> None:
    """What else to read is another item each day, and no edit of this one."""
    profile = learn([capture(n, pointer(n)) for n in range(6)])
    assert body(capture(7, pointer(90)), profile) == body(capture(7, ""), profile)


def test_a_label_before_a_link_that_few_items_have_is_text() -> None:
    """An editor who names a source once means it."""
    profile = learn([capture(n, "") for n in range(6)])
    read = body(capture(7, pointer(90, "The decree")), profile)
    assert "The decree: The lighthouse number 90" in read


@pytest.mark.parametrize(
    "label", ["Read also", "Related", "Baca juga", "Читайте также", "আরও পড়ুন"]
)
def test_what_else_to_read_is_known_by_its_words(label: str) -> None:
    """A page read alone has nothing to compare with."""
    assert body(capture(0, pointer(90, label))) == body(capture(0, ""))


def test_a_line_that_leads_to_the_top_again_and_again_is_no_text() -> None:
    """In whatever language it says so; one such link may head a text's parts."""
    top = '<p><a href="#main">Xebax aluen</a></p>'
    line = f"<p>{PROSE.format('pilot', 3)}</p>"
    assert body(capture(0, top + line + top)) == body(capture(0, line))


def test_a_long_address_where_a_page_was_printed_is_no_text() -> None:
    """Addresses of other scripts are long, each letter of theirs six signs."""
    insert = f"<p>03.03.2021 02:42, https://port.harbour.example/{'%D8%A7' * 36}/</p>"
    blocks = walk(read_page(capture(1, insert)))
    assert [block.text[:10] for block in blocks if is_insert(block)] == ["03.03.2021"]

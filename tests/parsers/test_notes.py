"""Notes about pictures, shops and editors between the paragraphs and behind them."""

from datetime import date

import pytest

from parsers.article import parse_article
from parsers.block_walk import walk
from parsers.blocks import Block
from parsers.body.notes import without_first_stamp, without_notes, without_stamp
from parsers.metadata import Metadata
from parsers.model import Article, Capture
from parsers.page import read_page
from parsers.reading import Reading

FIRST, LAST = "The ferry came in at noon.", "The harbour was full by then."


def blocks_of(*lines: str) -> tuple[Block, ...]:
    """Return some lines as the paragraphs of a page."""
    markup = "".join(f"<p>{line}</p>" for line in lines)
    return walk(read_page(Capture(url="https://h.example/1", payload=markup.encode())))


def texts(*lines: str, without: str = "") -> list[str]:
    """Return what is left of some lines; ``without`` was not taken before."""
    kept = [block for block in blocks_of(*lines) if block.text != without]
    return [block.text for block in without_notes(kept)]


@pytest.mark.parametrize(
    "note",
    [
        "The quay in the morning. Photo: Ida Reh / Hafenblatt",
        "Bild: Ole Tamm",
        "Photo credit: Harbour Museum",
        "The quay from above. (Nils Aho / Getty Images)",
        "The old pier, photos © Harbour Museum, 2019",
        "This page has affiliate links.",
        "If you book through us we may earn a small commission.",
    ],
)
def test_a_note_on_a_picture_or_a_shop_is_no_text(note: str) -> None:
    """It says who took a picture or who pays, nothing of what happened."""
    assert texts(FIRST, note, LAST) == [FIRST, LAST]


@pytest.mark.parametrize(
    "line",
    [
        "“I have two photos: one of the ferry. One of the pier.”",
        "The captain may receive a medal for it.",
        "He earned a commission in the navy (1911).",
    ],
)
def test_a_sentence_with_such_words_stays(line: str) -> None:
    """Pictures and pay are news too."""
    assert texts(FIRST, line, LAST) == [FIRST, line, LAST]


@pytest.mark.parametrize(
    "note",
    [
        "Found a mistake in the text? Select it and press Ctrl+Enter.",
        "Spotted a typo?",
        "Нашли ошибку в тексте?",
        "Kļūda rakstā?",
    ],
)
def test_a_word_to_readers_who_find_mistakes_is_no_text(note: str) -> None:
    """It stands below each text, on every day in the words of a new design."""
    assert texts(FIRST, note, LAST) == [FIRST, LAST]
    assert len(texts(FIRST, "The pilots found a mistake in the chart.", LAST)) == 3


@pytest.mark.parametrize(
    "line",
    [
        "Follow Ada Quay on <a href=https://a.example/q>Twitter</a>.",
        "Подписывайтесь на наш <a href=https://t.example/q>Телеграм</a>!",
        "Suivez-nous sur <a href=https://f.example/q>Facebook</a>",
        "All that you write falls under our <a href=/house/guidelines.html>rules</a>,"
        " and your name under <a href=/privacy/>ours of privacy</a>.",
    ],
)
def test_a_last_line_of_where_to_follow_or_what_visitors_agree_to_is_no_text(
    line: str,
) -> None:
    """It leads to what the site is elsewhere, or to its rules, not to the news."""
    assert texts(FIRST, LAST, line) == [FIRST, LAST]
    assert len(texts(FIRST, line, LAST)) == 3
    said = "<a href=https://a.example/7>said</a> the port on Twitter"
    for first in ("Like many it followed, so", "Segundo", "Volgens", "They follow it,"):
        assert len(texts(FIRST, LAST, f"{first} {said}.")) == 3


def test_what_shares_a_box_with_what_visitors_agree_to_is_no_text() -> None:
    """Whose opinions stand below is said there, and then come the comments."""
    rules = "Our <a href=/terms>terms</a> and <a href=/privacy>privacy</a> hold for all"
    box = f"<div><p>{rules} that you write.</p><p>The views below are yours.</p></div>"
    markup = f"<div><p>{FIRST}</p><p>{LAST}</p>{box}</div>"
    page = read_page(Capture(url="https://h.example/1", payload=markup.encode()))
    assert [block.text for block in without_notes(walk(page))] == [FIRST, LAST]


def test_last_lines_of_who_edited_are_no_text() -> None:
    """They stand behind the text; amid it a name may be part of a story."""
    editor, source = "（责任编辑：林小雨）", "来源：港口晚报"
    assert texts(FIRST, LAST, source, editor) == [FIRST, LAST]
    assert texts(FIRST, source, LAST) == [FIRST, source, LAST]


def test_a_label_goes_with_what_it_leads_to() -> None:
    """Pointers to other items are dropped one by one; their label is none alone."""
    label, link = "Related news:", "Fog over the harbour"
    assert texts(FIRST, label, link, LAST, without=link) == [FIRST, LAST]
    assert texts(FIRST, label, link, LAST) == [FIRST, label, link, LAST]


@pytest.mark.parametrize(
    "credit",
    [
        "Additional reporting by Ida Reh",
        "(Reporting by Ida Reh; editing by Nils Aho)",
        "With reports from the Quay Courier",
        "Übersetzung: Ole Tamm, Redaktion: Ida Reh",
        "Pewarta: Ida Reh",
        "Editor: Ole Tamm",
        "Copyright © Quay Courier 2026",
        "Aus dem Englischen von Ole Tamm",
        "Mit Material von dpa",
    ],
)
def test_a_last_line_of_who_helped_is_no_text(credit: str) -> None:
    """Amid the text it may be a sentence of its own."""
    assert texts(FIRST, LAST, credit) == [FIRST, LAST]
    assert texts(FIRST, credit, LAST) == [FIRST, credit, LAST]


@pytest.mark.parametrize(
    ("line", "is_text"),
    [
        ("Publicerad 26 januari 2026 (för 34 dagar sedan)", False),
        ("Publicerad 04 mars 2026 Uppdaterad 06 mars 2026", False),
        ("11 मार्च 2026 (0 दिन पहले)", False),
        ("Low Isle, 4 March 2026", True),
        ("Published rules of 4 March 2026 no longer hold for ferries or boats", True),
    ],
)
def test_a_first_line_of_when_it_was_published_is_no_text(
    line: str, is_text: bool
) -> None:
    """It grows older by a day each day."""
    kept = without_first_stamp(blocks_of(line, FIRST))
    assert (len(kept) == 2) == is_text


@pytest.mark.parametrize(
    ("line", "is_text"),
    [
        ("FOR IMMEDIATE RELEASE", False),
        ("Release Number 20260304-15", False),
        ("Pressemitteilung Nr. 41/2026", False),
        ("Nota de prensa núm. 12", False),
        ("Пресс-релиз № 7", False),
        ("No. 26-041", False),
        ("Decree No. 41/2026", True),
        ("Number 9 will close for the tide", True),
        ("No boats", True),
    ],
)
def test_a_first_line_of_the_number_of_a_release_is_no_text(
    line: str, is_text: bool
) -> None:
    """It stands there as it does above headlines elsewhere; laws open with theirs."""
    kept = without_first_stamp(blocks_of(line, FIRST))
    assert (len(kept) == 2) == is_text


@pytest.mark.parametrize(
    "line",
    [
        "For more news <a href=/letter>sign up for our newsletter</a> now.",
        "Der Brief ins Postfach: hier geht's <a href=/brief>zur Anmeldung</a>!",
        "Suscríbase a nuestro <a href=/carta>newsletter</a> del puerto.",
    ],
)
def test_a_last_line_that_leads_to_a_newsletter_is_no_text(line: str) -> None:
    """It stands behind every text of an office; amid one it may be what it is about."""
    assert texts(FIRST, LAST, line) == [FIRST, LAST]
    assert len(texts(FIRST, line, LAST)) == 3


def test_such_a_line_without_a_link_or_of_nothing_else_is_not_judged_here() -> None:
    """A text may be about a newsletter, and a link has been looked at already."""
    for line in (
        "They sign up for our newsletter.",
        "<a href=/>Newsletter: sign up</a>",
    ):
        assert len(texts(FIRST, LAST, line)) == 3


@pytest.mark.parametrize("back", ["« Назад к списку", "‹ Back to the news", "← 返回"])
def test_a_last_link_back_to_the_list_is_no_text(back: str) -> None:
    """A sentence may begin with the same sign, and lead nowhere."""
    assert texts(FIRST, LAST, f"<a href=/news>{back}</a>") == [FIRST, LAST]
    quoted = "«Fog lay on the sound», said the pilot."
    assert texts(FIRST, LAST, quoted) == [FIRST, LAST, quoted]


def test_last_lines_of_a_site_s_rights_and_over_its_news_are_no_text() -> None:
    """Designs without names leave the foot of the site behind the text."""
    ban = "Dilarang keras mengambil konten tanpa izin tertulis dari kantor berita kami."
    for line in ("Todos os direitos reservados", "Все права защищены", "版权所有", ban):
        blocks = blocks_of(f"<p>{FIRST}", f"<p>{LAST}", "<h2>News</h2>", f"<p>{line}")
        assert [block.text for block in without_notes(blocks)] == [FIRST, LAST]
    owned = "© Harbour News Agency"  # an agency's name ends its text
    assert texts(FIRST, LAST, owned) == [FIRST, LAST, owned]


@pytest.mark.parametrize(
    "lines",
    [
        ("Новость отредактировал: press - 25-03-2026, 17:40", "Причина: уточнение"),
        ("Edited by Ada Quay on 5 March 2026, 17:40", "Reason: a figure was wrong"),
    ],
)
def test_who_edited_a_text_and_why_is_none_of_it(lines: tuple[str, str]) -> None:
    """Makers of boards write so below a text that was changed."""
    markup = "".join(f"<p>{line}</p>" for line in (FIRST, LAST, *lines))
    page = read_page(Capture(url="https://h.example/1", payload=markup.encode()))
    reading = Reading(page=page, metadata=Metadata(), blocks=walk(page))
    kept = without_stamp(reading, reading.blocks)
    assert [block.text for block in kept] == [FIRST, LAST]
    kept = without_stamp(reading, [*reading.blocks[:2], reading.blocks[3]])
    assert len(kept) == 3


def test_the_day_of_its_publication_below_a_text_is_none_of_it() -> None:
    """With its age it was read on some pages, and went with the next design."""
    line = "Geplaatst op 03-02-26 (31 dagen geleden) | <a href=/all>Alle verhalen</a>"
    markup = "".join(f"<p>{text}</p>" for text in (FIRST, LAST, line))
    page = read_page(Capture(url="https://h.example/1", payload=markup.encode()))
    reading = Reading(page=page, metadata=Metadata(), blocks=walk(page))
    kept = without_stamp(reading, reading.blocks)
    assert [block.text for block in kept] == [FIRST, LAST]


def test_the_sign_over_a_quote_is_no_text() -> None:
    """The same makers write it over words of others."""
    assert texts(FIRST, "Цитата:", LAST) == [FIRST, LAST]
    assert texts(FIRST, "Quote: all is well", LAST) == [
        FIRST,
        "Quote: all is well",
        LAST,
    ]


def test_what_follows_a_stamp_in_another_box_is_no_text() -> None:
    """In a design without names, the head of the next box ended a text."""
    markup = (
        f"<div><p>{FIRST}</p><p>{LAST}</p><p>Last updated: 25 March 2026</p></div>"
        "<div><p>{}</p></div>"
    )
    for last, count in (("Newest", 2), ("The ferry came in at noon. " * 3, 4)):
        html = markup.format(last).encode()
        page = read_page(Capture(url="https://h.example/1", payload=html))
        reading = Reading(page=page, metadata=Metadata(), blocks=walk(page))
        assert len(without_stamp(reading, reading.blocks)) == count


@pytest.mark.parametrize(
    "line",
    [
        "This entry was posted on Tuesday, March 3rd, 2026 at 2:20 pm and is filed"
        " under {topics}. You can follow any answers through the {feed} feed.",
        "Dieser Artikel wurde am 3. März 2026 um 14:48 von Ada Quay geschrieben und"
        " unter {topics} abgelegt. <a href=#c>Es gibt schon 9 Kommentare.</a>",
        "Cet article a été publié le mardi 3 mars 2026 à 14:20 et est classé dans"
        " {topics}.",
        "Запись опубликована во вторник, 3 марта 2026 в 14:20 и размещена в рубрике"
        " {topics}.",
    ],
)
def test_where_and_when_an_item_was_filed_is_no_last_line_but_its_day(
    line: str,
) -> None:
    """Blogs end each post so; in some tongues the word for it stands behind the day."""
    said = line.format(
        topics="<a rel='category tag' href=/t/7>Ferries</a>, "
        "<a rel=tag href=/t/8>Fog</a>",
        feed="<a href=/1/feed/>RSS 2.0</a>",
    )
    text = "".join(f"<p>{FIRST} {LAST} So said the harbour {n}.</p>" for n in "abc")
    filed = f"<p class=postmetadata><small>{said}</small></p>"
    page = f"<h1>Ferry late</h1><div class=entry>{text}{filed}</div>"
    found = parse_article(Capture(url="https://h.example/1", payload=page.encode()))
    assert isinstance(found, Article)
    assert found.published
    assert found.published.day == date(2026, 3, 3)
    assert len(found.body.split("\n\n")) == 3


def test_a_last_line_that_leads_to_topics_is_one_of_the_text() -> None:
    """Some blogs mark each name in a text as a topic."""
    last = "The timetable, published on 3 May 2026, is by <a rel=tag href=/t>Low</a>."
    page = read_page(
        Capture(url="https://h.example/1", payload=f"<p>{FIRST}<p>{last}".encode())
    )
    reading = Reading(page=page, metadata=Metadata(), blocks=walk(page))
    assert without_stamp(reading, reading.blocks) == list(reading.blocks)

"""Paragraphs of one make are text together; boxes with certain names never are."""

import pytest

from parsers.article import parse_article
from parsers.block_walk import walk
from parsers.blocks import Block
from parsers.body.furniture import without_furniture
from parsers.body.region import find_region
from parsers.body.whole_intros import with_intro
from parsers.body.whole_makes import with_makes
from parsers.body.whole_parts import with_parts
from parsers.keys import text_hash
from parsers.model import Article, Capture
from parsers.page import read_page

PROSE = (
    "The pilots of the port waited until the fog had lifted at last,"
    " which it did at {} o’clock."
)


def blocks_of(markup: str) -> tuple[Block, ...]:
    """Return the blocks of some markup."""
    return walk(read_page(Capture(url="https://h.example/1", payload=markup.encode())))


def test_a_short_line_between_two_of_its_make_is_text() -> None:
    """A paragraph of three words is one all the same."""
    blocks = blocks_of("<p>The fog came at noon.</p><p>All waited</p><p>It stayed.</p>")
    kept = [blocks[0], blocks[2]]
    assert with_makes(blocks, kept, ()) == list(blocks)
    assert with_makes(blocks, kept, {text_hash("All waited")}) == kept


def test_first_paragraphs_before_a_wall_around_the_rest_are_text() -> None:
    """What only subscribers see was taken, and not how the text begins for all."""
    said = "<div class=col><p class={}>{}</p></div>".format
    wall = "".join(said("told", PROSE.format(hour)) for hour in ("one", "two", "three"))
    for name, is_text in (("told", True), ("offer", False)):
        first = said(name, PROSE.format("noon"))
        blocks = blocks_of(f"<main><h2>Fog</h2>{first}<div class=wall>{wall}</div>")
        kept = with_makes(blocks, [blocks[0], *blocks[2:]], ())
        assert (blocks[1] in kept) is is_text


def test_a_text_whose_paragraphs_have_boxes_of_their_own_has_one_place() -> None:
    """Each box of a page builder was a place by itself, and the longest won."""
    parts = "".join(
        f"<div><div>{'<h2>Part</h2>' * (n % 2)}<div><div><p>{PROSE.format(n) * times}"
        "</div></div></div></div>"
        for n, times in enumerate((2, 1, 1, 1))
    )
    region = find_region(blocks_of(f"<div id=post>{parts}</div><p>Harbour board"))
    assert region is not None
    assert region.step == "div#post"


def test_a_heading_over_one_paragraph_in_a_box_amid_a_text_is_text() -> None:
    """A point beside its sign was dropped for a picture: the box is called so."""
    told = "<h3>{}</h3><p>{}</p>".format
    fog, haze = PROSE.format("one"), PROSE.format("two")
    own, box = told("How long", fog), "<div class=image-box>{}</div>".format
    for part, is_text in (
        (box(own), True),
        (box(own.replace("How", "<a href=/2>How</a>")), False),
        (box(f"{own}<p>Book your cabin.</p>"), False),
        (box(own) + box(own), False),
        (box(told("How long", "It stayed.")), False),
        (own, False),
    ):
        blocks = blocks_of(f"<div><p>{haze}</p>{part}<p>The end.</p></div>")
        kept = [blocks[0], blocks[-1]]
        assert (with_parts(blocks, kept, frozenset()) == list(blocks)) is is_text
        repeated = frozenset({text_hash("How long")})
        assert with_parts(blocks, kept, repeated) == kept


def test_a_link_or_a_line_of_another_make_between_stays_out() -> None:
    """A pointer to another item is none of the text's paragraphs."""
    for between in ("<p><a href=/2>All waited</a></p>", "<p class=ad>All waited</p>"):
        blocks = blocks_of(f"<p>The fog came.</p>{between}<p>It stayed.</p>")
        kept = [blocks[0], blocks[2]]
        assert with_makes(blocks, kept, ()) == kept


def test_long_paragraphs_of_the_text_s_make_are_text_in_each_box() -> None:
    """Ads part a text into boxes, of which one may hold most of it."""
    box = "<div class=chunk>" + "".join(f"<p>{PROSE}</p>" for _ in range(2)) + "</div>"
    page = f"<article>{box}<div class=ad>Book now</div>{box}</article>"
    blocks = blocks_of(page.format("one", "two", "three", "four"))
    first, second, _, third, fourth = blocks
    assert with_makes(blocks, [first, second], ()) == [first, second, third, fourth]


@pytest.mark.parametrize(
    ("name", "is_text"), [("body text", True), ("body text end", True), ("news", False)]
)
def test_the_box_after_an_advertisement_may_be_called_a_little_otherwise(
    name: str, is_text: bool
) -> None:
    """Its paragraph was left out, whose own name is that of all others."""
    told = f"<p class=line>{PROSE}</p>"
    page = f"<article><div class='body text'>{told * 2}</div><div class=ad>Book</div>"
    blocks = blocks_of(f"{page}<div class='{name}'>{told}</div>".format(1, 2, 3))
    assert (blocks[-1] in with_makes(blocks, blocks[:2], ())) is is_text


def test_a_short_paragraph_in_such_a_box_is_text_too() -> None:
    """Between two long ones that were taken so, a sentence was left out."""
    box = f"<div class=chunk><p>{PROSE}</p>{{}}<p>{PROSE}</p></div>"
    short = "<p>The board would not say why.</p>"
    page = f"<article>{box}<div class=ad>Book now</div>{box}</article>"
    blocks = blocks_of(page.format("one", "", "two", "three", short, "four"))
    first, second, ad, *rest = blocks
    assert ad not in (kept := with_makes(blocks, [first, second], ()))
    assert kept == [first, second, *rest]


def test_the_paragraphs_of_the_next_article_are_not() -> None:
    """A page may go on with other items in the same dress."""
    item = f"<article><p>{PROSE}</p><p>{PROSE}</p></article>"
    blocks = blocks_of((item * 2).format("one", "two", "three", "four"))
    assert with_makes(blocks, blocks[:2], ()) == list(blocks[:2])


def test_a_paragraph_in_a_box_without_a_name_beside_the_others_is_text() -> None:
    """Editors of text type some paragraphs so; a box with a name may be anything."""
    rest = "".join(f"<p>{PROSE.format(hour)}" for hour in range(3))
    for box, is_text in (("<div>", True), ("<div class=lately>", False)):
        blocks = blocks_of(f"<main>{box}{PROSE.format(9)}</div>{rest}")
        assert (blocks[0] in with_makes(blocks, blocks[1:], ())) is is_text


def test_a_sentence_without_a_box_beside_the_others_is_text() -> None:
    """Whoever pastes a last paragraph may lose its mark; a credit is no sentence."""
    rest = "".join(f"<p>{PROSE.format(hour)}</p>" for hour in range(3))
    for said, is_text in ((PROSE.format(9), True), (PROSE.format(9)[:-1], False)):
        blocks = blocks_of(f"<div class=content>{rest}{said}</div>")
        assert (blocks[-1] in with_makes(blocks, blocks[:-1], ())) is is_text


def test_a_paragraph_of_invisible_marks_is_no_empty_line() -> None:
    """Editors leave them where a line was taken out."""
    rest = "".join(f"<p>{PROSE.format(hour)}</p><p>&#8203;</p>" for hour in range(5))
    page = Capture(url="https://h.example/1", payload=f"<h1>Fog</h1>{rest}".encode())
    found = parse_article(page)
    assert isinstance(found, Article)
    assert found.body.split("\n\n") == [PROSE.format(hour) for hour in range(5)]


def test_ids_that_machines_made_do_not_part_paragraphs() -> None:
    """Editors number each paragraph; a name of a few words says what a place is."""
    markup = "<p id=block-x0wUoyQ>Fog.</p><p id=bXQzL>Rain.</p><p id=lead>Sun.</p>"
    paths = [block.path.rpartition("/")[2] for block in blocks_of(markup)]
    assert paths == ["p", "p", "p#lead"]


def test_the_sorts_of_an_item_do_not_part_the_makes_of_a_site() -> None:
    """Some systems write what an item is about into the classes of its box."""
    one, other = (
        blocks_of(f"<div class='post hentry category-{sort} tag-{sort}'>Fog.</div>")
        for sort in ("ferries", "weather")
    )
    assert one[0].path == other[0].path


def test_comments_and_consent_are_no_text() -> None:
    """However long a visitor writes, and however much there is to agree to."""
    said = "<li id=comment-12><p>I saw it from the pier, and it was thick.</p></li>"
    asked = "<div class=m-consent><p>We use cookies to make this page better.</p></div>"
    text = f"<p>{PROSE}</p>".format("one")
    blocks = blocks_of(text + f"<ol>{said}</ol>" + asked)
    assert [block.text for block in without_furniture(blocks)] == [blocks[0].text]
    alone = blocks_of(f"<ol>{said}</ol>")
    assert without_furniture(alone) == list(alone)


BOXES = {
    "popup": "<div id=popmake-7><div class=popmake-content>{}</div></div>",
    "banner": "<div class=header-official-site__information>{}</div>",
    "stand-in": "<div class=consents__social-placeholder>{}</div>",
    "data": "<div class=hidden>{}</div>",
}
SAID = "".join(f"<p>{PROSE.format(hour)}</p>" for hour in ("nine", "ten", "noon"))
DATA = "[{&quot;name&quot;: &quot;fog&quot;, &quot;words&quot;: 1}" + ", 12" * 300 + "]"


@pytest.mark.parametrize("box", BOXES)
def test_more_words_in_such_a_box_are_no_text_either(box: str) -> None:
    """A short page may have much to disclaim, and data that its scripts read."""
    more = BOXES[box].format(DATA if box == "data" else SAID.replace("pilots", "rules"))
    text = "<h1>Fog</h1><div><p>The ferry of noon is late, and none knows how late.</p>"
    text += "<p>Ask at the quay.</p></div>"
    for page in (text + more, more + text):
        article = parse_article(
            Capture(url="https://h.example/1", payload=page.encode())
        )
        assert isinstance(article, Article)
        assert "rules" not in article.body
        assert "words" not in article.body
        assert "The ferry of noon" in article.body


INTRO = "The harbour board met on Monday and heard the pilots for three hours."


@pytest.mark.parametrize(
    ("first", "rest", "is_text"),
    [
        ("itemIntroText", "itemFullText", True),
        ("news-intro", "news-full", True),
        ("article-intro", "article-body", False),
    ],
)
def test_the_intro_of_a_text_that_was_cut_in_two_is_text(
    first: str, rest: str, is_text: bool
) -> None:
    """Systems cut a text where its list says "read more"; a lead is apart from it."""
    prose = "".join(f"<p>{PROSE.format(n)}</p>" for n in ("nine", "ten", "noon"))
    markup = (
        f"<h1>Pilots heard</h1><div><div class={first}><p>12 boats</p><p>{INTRO}</p>"
        f"</div><div class={rest}>{prose}</div></div>"
    )
    blocks = blocks_of(markup)
    kept = with_intro(blocks, blocks[-3:])
    assert (blocks[1] in kept and blocks[2] in kept) == is_text
    assert kept[-3:] == list(blocks[-3:])

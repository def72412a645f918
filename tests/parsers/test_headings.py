"""Headings that stand between the paragraphs of an article."""

from parsers.block_walk import walk
from parsers.blocks import Block
from parsers.body.whole_headings import with_headings
from parsers.keys import text_hash
from parsers.model import Capture
from parsers.page import read_page


def blocks_of(markup: str) -> tuple[Block, ...]:
    """Return the blocks of some markup."""
    return walk(read_page(Capture(url="https://h.example/1", payload=markup.encode())))


def paragraphs(blocks: tuple[Block, ...]) -> list[Block]:
    """Return the blocks that are no headings."""
    return [block for block in blocks if block.kind != "heading"]


def test_a_heading_between_two_paragraphs_is_text() -> None:
    """It goes with what follows it, however much it looks like a teaser's."""
    blocks = blocks_of("<div><p>Fog came.</p><h2>See more</h2><p>It stayed.</p></div>")
    assert with_headings(blocks, paragraphs(blocks), ()) == list(blocks)


def test_a_heading_between_two_boxes_of_the_text_is_text() -> None:
    """Editors close the box of the paragraphs before each heading."""
    box = "<div class=part><p>{}</p><p>It stayed.</p></div>".format
    markup = f"<main>{box('Fog came.')}<h2>How long</h2>{box('It went.')}</main>"
    blocks = blocks_of(markup)
    assert with_headings(blocks, paragraphs(blocks), ()) == list(blocks)
    other = blocks_of(markup.replace("<div class=part>", "<aside>", 1))
    assert with_headings(other, paragraphs(other), ()) == paragraphs(other)


def test_a_heading_between_bare_text_and_a_box_is_read_without_fault() -> None:
    """What stands in the heading's own box has no box below that: pages were lost."""
    box = "<div><p>It stayed.</p></div>"
    blocks = blocks_of(f"<main>Fog came.<div>Ad</div><h2>How long</h2>{box}</main>")
    kept = [block for block in blocks if block.text.endswith(".")]
    assert with_headings(blocks, kept, ()) == kept


def test_a_heading_of_a_box_between_or_of_every_page_is_none() -> None:
    """What stands on other pages too, is a link, or names a box, says no more."""
    blocks = blocks_of("<div><p>Fog came.</p><h2>Weather</h2><p>It stayed.</p></div>")
    kept = paragraphs(blocks)
    assert with_headings(blocks, kept, {text_hash("Weather")}) == kept
    for heading in ("<h2><a href=/2>Ferry late</a></h2>", "<div><h2>More</h2></div>"):
        blocks = blocks_of(f"<div><p>Fog came.</p>{heading}<p>It stayed.</p></div>")
        kept = paragraphs(blocks)
        assert with_headings(blocks, kept, ()) == kept


def test_a_heading_may_have_an_ad_beside_it_or_boxes_of_one_make() -> None:
    """Neither makes it a heading of something else."""
    ad = "<div class=ad>Book your cabin</div>"
    for markup in (
        f"<div><p>Fog came.</p>{ad}<h2>How long</h2>{ad}<p>It stayed.</p></div>",
        "<div class=part>Fog came.</div><div class=part><h2>How long</h2></div>"
        "<div class=part>It stayed.</div>",
    ):
        blocks = blocks_of(markup)
        kept = [block for block in blocks if block.text.endswith(".")]
        headings = [block for block in blocks if block.kind == "heading"]
        found = with_headings(blocks, kept, ())
        assert set(found) == {*kept, *headings}


def test_a_heading_of_a_table_may_have_an_ad_behind_it() -> None:
    """What divides a text stands in its box, whatever its parts are made of."""
    ad = "<div class=ad>Book your cabin</div>"
    for rows in ("<table><tr><td>Fog<td>9.</table>", "<ul><li>Fog, 9.</ul>"):
        blocks = blocks_of(f"<div><p>Fog came.</p><h2>How long</h2>{ad}{rows}</div>")
        kept = [b for b in blocks if b.kind != "heading" and "cabin" not in b.text]
        found = with_headings(blocks, kept, ())
        assert [b.text for b in found] == [
            "Fog came.",
            "How long",
            *(b.text for b in kept[1:]),
        ]


def test_what_stands_over_the_text_of_a_further_page_is_its_heading() -> None:
    """Reports are cut where their chapters begin: their headings were left out."""
    for text in ("<p>It stayed.</p>", "<table><tr><td>Fog<td>9.</table>"):
        blocks = blocks_of(f"<h1>Fog</h1><div><h2>How long</h2>{text}</div>")
        kept = paragraphs(blocks)
        assert with_headings(blocks, kept, ()) == kept
        assert with_headings(blocks, kept, (), goes_on=True) == [blocks[1], *kept]


def test_a_heading_that_opens_the_box_of_one_line_of_text_is_text() -> None:
    """Page builders put each part of a text in boxes of its own."""
    part = "<div class=icon><h3>How long</h3><p class=sum>It stayed.</p></div>"
    blocks = blocks_of(f"<div><div><p>Fog came.</p></div>{part}</div>")
    kept = [block for block in blocks if block.text.endswith(".")]
    assert with_headings(blocks, kept, ()) == list(blocks)
    more = blocks_of(f"<div><p>Fog came.</p>{part.replace('It', 'Ad<p>It')}</div>")
    kept = [block for block in more if block.text.endswith(".")]
    assert with_headings(more, kept, ()) == kept


def test_a_heading_before_a_list_is_text_too() -> None:
    """What is listed stands deeper than the heading over it."""
    markup = (
        "<div><p>Fog came.</p><h2>What next</h2><ul><li>Nine boats wait.</ul></div>"
    )
    blocks = blocks_of(markup)
    assert with_headings(blocks, paragraphs(blocks), ()) == list(blocks)


def test_a_bold_line_between_two_paragraphs_in_their_box_is_a_heading() -> None:
    """Who writes in a browser makes a line bold and breaks it twice."""
    markup = "<div><div>Fog came.</div>{}<br><br><div>It stayed.</div></div>".format
    for line, count in (("<b>What next</b>", 3), ("What next", 2)):
        blocks = blocks_of(markup(line))
        assert len(with_headings(blocks, [blocks[0], blocks[2]], ())) == count


def test_a_bold_line_in_a_cell_that_holds_a_text_is_a_heading() -> None:
    """Old sites set the whole page in tables; a cell of data holds a line or two."""
    for lines, is_text in ((2, True), (1, False)):
        before, after = "<div>Fog came.</div>" * lines, "<div>It stayed.</div>" * lines
        page = f"<table><tr><td>{before}<b>What next</b><br>{after}</table>"
        blocks = blocks_of(page)
        kept = [block for block in blocks if block.kind == "text"]
        assert (with_headings(blocks, kept, ()) == list(blocks)) is is_text


def test_a_bold_line_in_its_own_box_between_loose_lines_is_a_heading() -> None:
    """Old editors centre it in a box, and break the lines around it."""
    line = "<div align=center><b>Chapter I. Of berths</b></div>"
    blocks = blocks_of(f"<div>Fog came.<br><br>{line}<br>It stayed.<br></div>")
    assert with_headings(blocks, [blocks[0], blocks[2]], ()) == list(blocks)
    blocks = blocks_of(f"<div><p>Fog came.</p>{line}<p>It stayed.</p></div>")
    assert len(with_headings(blocks, [blocks[0], blocks[2]], ())) == 2


def test_headings_of_one_make_may_open_boxes() -> None:
    """Each part of a text has one, with its heading outside the box of its lines."""
    part = "<section><h2>{}</h2><div><p>Fog came.</p><p>It stayed.</p></div></section>"
    headings = ("How it began", "What comes next")
    blocks = blocks_of("<p>Read all.</p>" + "".join(map(part.format, headings)))
    assert with_headings(blocks, paragraphs(blocks), ()) == list(blocks)
    blocks = blocks_of("<p>Read all.</p>" + part.format("Weather"))
    assert with_headings(blocks, paragraphs(blocks), ()) == paragraphs(blocks)


def test_a_heading_over_a_line_is_text_where_others_of_its_class_are() -> None:
    """A short one may look like a label, whatever box it stands in."""
    part = "<div id={}><h3 class=part>{}</h3><div><p>Fog came.</p></div></div>"
    names = ("How long it lasted", "Who was late", "Quay")
    blocks = blocks_of("".join(part.format(f"p-{n[:2]}", n) for n in names))
    kept = [block for block in blocks if block.text != "Quay"]
    assert with_headings(blocks, kept, ()) == list(blocks)


def test_a_button_in_a_heading_is_the_heading_of_what_it_unfolds() -> None:
    """Questions and answers are folded so; a button by itself is none of the text."""
    fold = "<h3><button aria-expanded=false>Who waits?</button></h3><p>The pilots.</p>"
    blocks = blocks_of(f"<div><p>Fog came.</p>{fold}<button>Close</button></div>")
    assert [block.text for block in blocks] == [
        "Fog came.",
        "Who waits?",
        "The pilots.",
    ]
    assert blocks[1].kind == "heading"


def test_what_is_folded_below_its_heading_is_not_hidden() -> None:
    """A reader unfolds it; what is hidden by itself, a reader never sees."""
    fold = "<div role=region aria-labelledby=q1 {}><p>The pilots wait.</p></div>"
    for markup, is_hidden in (
        (fold.format("hidden"), False),
        (f"<div style='display: none'>{fold.format('')}</div>", False),
        ("<div hidden><p>The pilots wait.</p></div>", True),
        ("<a href='#r'>More</a><div id=r hidden>The pilots wait.</div>", False),
        (
            "<button data-target='#q'>More</button><div id=r hidden>They wait.</div>",
            True,
        ),
    ):
        assert blocks_of(markup)[-1].place.is_hidden is is_hidden


def test_a_heading_that_leads_to_itself_or_opens_a_box_is_text() -> None:
    """Its link is for others to copy; each box of a text may begin with one."""
    own = "<h2 id=a><a href='#a'>How long</a></h2>"
    lines = "<div class=part><p>Fog came.</p><p>It grew.</p><p>It stayed.</p></div>"
    for markup in (
        f"<div><p>Fog came.</p>{own}<p>It stayed.</p></div>",
        f"{lines}<div class=quote>Who knew.</div>"
        "<div class=part><h2>How long</h2><p>Nine days.</p></div>",
    ):
        blocks = blocks_of(markup)
        assert with_headings(blocks, paragraphs(blocks), ()) == list(blocks)


def test_the_first_of_several_headings_goes_with_them() -> None:
    """It stands right over the text that the others divide; a lone one may not."""
    part = "<h2>Part {}</h2><p>Fog came.</p><p>It stayed.</p>"
    for count, is_text in ((3, True), (1, False)):
        parts = "".join(f"<div>{part.format(n)}</div>" for n in range(count))
        blocks = blocks_of(f"<p>Notice</p>{parts}")
        found = with_headings(blocks, paragraphs(blocks)[1:], ())
        assert (blocks[1] in found) is is_text


def test_a_name_that_parts_of_other_texts_have_too_goes_with_others_of_its_make() -> (
    None
):
    """Where a text names a part itself, "Background" is the name of one as well."""
    part = "<h2>{}</h2><p>Fog came.</p>"
    for other, is_text in (("Nine boats wait", True), ("Share", False)):
        parts = part.format("Background") + part.format(other)
        blocks = blocks_of(f"<div><p>Boats wait.</p>{parts}</div>")
        repeated = {text_hash("Background"), text_hash("Share")}
        found = with_headings(blocks, paragraphs(blocks), repeated)
        assert (blocks[1] in found) is is_text


def test_a_sign_that_leads_to_its_own_heading_or_back_is_no_word_of_a_line() -> None:
    """Makes write it behind each heading and note; a number or a name is a word."""
    heading = "<h2>Fog came <a class=anchor href='#fog'>#</a></h2>"
    note = "<p>Report no. 442. <a href='#ref1'>\u21a9</a> See <a href='#2'>2</a>.</p>"
    assert [block.text for block in blocks_of(heading + note)] == [
        "Fog came",
        "Report no. 442. See 2.",
    ]


def test_links_in_brackets_behind_a_heading_are_no_words_of_it() -> None:
    """A wiki says so behind each what one may do with its part; a name stays."""
    edit = "<a href=/e>edit</a>"
    for tools in (f"[{edit}]", f"<i>[</i>{edit} | {edit}<i>]</i>"):
        (heading,) = blocks_of(f"<h2><b>The fog</b><span>{tools}</span></h2>")
        assert heading.text == "The fog"
        (heading,) = blocks_of(f"<div><h2>The fog</h2><span>{tools}</span></div>")
        assert heading.text == "The fog"
    for part in ("[the first]", "[the <a href=/1>first</a>]", edit):
        (heading,) = blocks_of(f"<h2><b>The fog</b> <span>{part}</span></h2>")
        assert len(heading.text) > len("The fog")
    (heading,) = blocks_of(f"<h2><span>[{edit}]</span></h2>")
    assert heading.text == "[edit]"
    (line,) = blocks_of(f"<p><b>The fog</b> <span>[{edit}]</span></p>")
    assert line.text == "The fog [edit]"

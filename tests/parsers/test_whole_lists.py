"""Lists of sentences between the paragraphs of an article."""

from parsers.block_walk import walk
from parsers.body.whole_lists import with_lists
from parsers.model import Capture
from parsers.page import read_page

LINE = "The board asked that {0} boats wait in the harbour until the fog has gone."


def test_a_list_has_boxes_of_its_own_where_paragraphs_have() -> None:
    """Builders put every paragraph, and every list, into a part of its own."""
    part = "<div class=part><div class=text>{}</div></div>".format
    items = "".join(f"<li>{LINE.format(n)}" for n in (3, 4))
    for listed, count in ((part(f"<ul>{items}</ul>"), 4), (f"<ul>{items}</ul>", 2)):
        page = part(f"<p>{LINE.format(7)}</p>") + listed + part(f"<p>{LINE.format(9)}")
        capture = Capture(url="https://h.example/1", payload=page.encode())
        blocks = walk(read_page(capture))
        likely = [(block, 0.4 if block.tag == "li" else 0.9) for block in blocks]
        assert len(with_lists(likely, [blocks[0], blocks[-1]])) == count


def test_sentences_that_lead_nowhere_between_boxes_made_as_theirs_are_text() -> None:
    """A list alone in its box looks like a menu, however little it leads to."""
    part = "<div class=part>{}</div>".format
    line, more = LINE.format(3), f"<a href=/2>{LINE.format(4)}</a>"
    for inner, is_text in (
        (line, True),
        (more, False),
        ("No", False),
    ):
        page = part(f"<p>{LINE.format(7)}") + part(f"<ul><li>{inner}<li>{line}</ul>")
        page += part(f"<p>{LINE.format(9)}</p>")
        capture = Capture(url="https://h.example/1", payload=page.encode())
        blocks = walk(read_page(capture))
        likely = [(block, 0.1 if block.tag == "li" else 0.9) for block in blocks]
        found = with_lists(likely, [blocks[0], blocks[-1]])
        assert (found == list(blocks)) is is_text
        assert len(with_lists(likely, blocks[:1])) == 1


def test_a_list_between_paragraphs_is_text_though_each_item_is_in_doubt() -> None:
    """Short entries without a stop look like links that lost their address."""
    entries = ("Repair of the address of a boat, which moves it to another port",)
    items = "".join(f"<li>{entry}" for entry in entries * 3)
    page = f"<div><p>{LINE.format(7)}</p><ul>{items}</ul><p>{LINE.format(9)}</div>"
    blocks = walk(read_page(Capture(url="https://h.example/1", payload=page.encode())))
    likely = [(block, 0.28 if block.tag == "li" else 0.9) for block in blocks]
    kept = [block for block, p in likely if p > 0.5]
    assert with_lists(likely, kept) == list(blocks)


def test_a_list_of_paragraphs_amid_lines_that_breaks_divide_is_text() -> None:
    """Lines without an element of their own stand in the box that holds the list."""
    items = "".join(f"<li><p>{LINE.format(n)}</p></li>" for n in (3, 4))
    page = f"<div>{LINE.format(7)}<br><br><ol>{items}</ol>{LINE.format(9)}</div>"
    blocks = walk(read_page(Capture(url="https://h.example/1", payload=page.encode())))
    likely = [(block, 0.4 if block.index in (1, 2) else 0.9) for block in blocks]
    assert with_lists(likely, [blocks[0], blocks[-1]]) == list(blocks)


def test_a_sentence_in_a_script_without_blanks_says_more_than_its_length() -> None:
    """So many letters of an alphabet are a label, so many of these signs are none."""
    line = "渡し船は三月末までに運航を再開すると港湾管理局が発表しました。"
    for item, is_text in (
        ("港の住民は渡し船を無料で利用できます。", True),
        ("Nineteen letters ok.", False),
    ):
        page = f"<div><p>{line}<ul><li>{item}<li>{item}</ul><p>{line}</div>".encode()
        header = (("content-type", "text/html; charset=utf-8"),)
        capture = Capture(url="https://h.example/1", payload=page, headers=header)
        blocks = walk(read_page(capture))
        likely = [(block, 0.3 if block.tag == "li" else 0.9) for block in blocks]
        found = with_lists(likely, [blocks[0], blocks[-1]])
        assert (found == list(blocks)) is is_text

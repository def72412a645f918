"""Lists among an article's paragraphs, of which some items were taken for text."""

from parsers.block_walk import walk
from parsers.blocks import Block
from parsers.body.whole_lists import with_lists
from parsers.model import Capture
from parsers.page import read_page


def blocks_of(markup: str) -> tuple[Block, ...]:
    """Return the blocks of some markup."""
    return walk(read_page(Capture(url="https://h.example/1", payload=markup.encode())))


def test_facts_behind_labels_are_taken_with_them() -> None:
    """A label says nothing without what it names."""
    facts = "<dl><dt>Ships<dd>Two<dt>Damage<dd>A lamp</dl>"
    blocks = blocks_of(f"<div><p>The fog came at noon.</p>{facts}</div>")
    labels = [block for block in blocks if block.tag != "dd"]
    assert with_lists([(b, 0.3) for b in blocks], labels) == list(blocks)


def test_facts_that_may_be_text_are_taken_with_labels_that_other_items_have_too() -> (
    None
):
    """The minutes of each sitting say under the same words who came, and until when."""
    facts = "<dl><dt>Chair<dd>Ida Reh<dt>Present<dd>41 members<dt>End<dd>17h49</dl>"
    blocks = blocks_of(f"<div><p>The fog came at noon.</p>{facts}</div>")
    for value, is_text in ((0.44, True), (0.2, False)):
        likely = [(b, value if b.tag == "dd" else 0.04) for b in blocks]
        found = with_lists(likely, blocks[:1])
        assert (found == list(blocks)) is is_text


def test_a_list_of_links_is_not_taken_for_one_of_its_lines() -> None:
    """Pointers to other items may have a line that looks like text."""
    links = "<li>More of it</li><li><a href=/2>Ferry late again, says port</a></li>"
    blocks = blocks_of(f"<div><p>The fog came at noon.</p><ul>{links}</ul></div>")
    kept = list(blocks[:2])
    assert with_lists([(b, 0.3) for b in blocks], kept) == kept

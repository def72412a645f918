"""Parts of a text that unfold are read with the line that heads them."""

from parsers.block_walk import walk
from parsers.body.whole_folds import with_folds, with_folds_amid
from parsers.model import Capture
from parsers.page import read_page

TEXT = "The ferry to the island was late because of the fog."


def _said(html: str, repeated: str = "") -> list[str]:
    """Return what is kept of a text whose paragraphs were."""
    page = read_page(Capture(url="https://h.example/", payload=html.encode()))
    blocks = walk(page)
    kept = [block for block in blocks if block.text.startswith("The ferry")]
    hashes = {block.hash for block in blocks if block.text == repeated}
    return [block.text for block in with_folds(blocks, kept, hashes)]


def _said_amid(html: str) -> list[str]:
    """Return what is kept of a text by which folds stand amid it."""
    page = read_page(Capture(url="https://h.example/", payload=html.encode()))
    likely = [(b, 0.1 if b.text == "An ad" else 0.3) for b in walk(page)]
    kept = [block for block, _ in likely if block.text.startswith("The ferry")]
    return [block.text for block in with_folds_amid(likely, kept, ())]


def test_what_heads_a_fold_of_a_text_is_read_with_it() -> None:
    """Nothing but its place says that it is a heading: an edit of it was missed."""
    fold = "<details><summary>Chapter 6: the quay</summary><div>{}</div></details>"
    assert _said(f"<p>{TEXT}</p>{fold.format(f'<p>{TEXT} Again.</p>')}") == [
        TEXT,
        "Chapter 6: the quay",
        f"{TEXT} Again.",
    ]
    assert _said(f"<p>{TEXT}</p>{fold.format('<ul><li>Share</ul>')}") == [TEXT]


def test_what_heads_a_fold_may_stand_in_boxes_over_several_lines_and_an_ad() -> None:
    """It is pressed, whatever it is drawn as."""
    fold = (
        "<details><summary><span><div>How long</div></span></summary><div><p>An ad"
        f"<p>{TEXT}<p>{TEXT}</div></details>"
    )
    assert _said(fold) == ["How long", TEXT, TEXT]
    assert _said(fold, repeated="How long") == [TEXT, TEXT]


def test_a_fold_amid_a_text_is_part_of_it() -> None:
    """What few lines of it said seemed unlikely, and was left out."""
    fold = (
        "<details><summary>How long</summary><p>Until noon.</p><p>Views: 52</p>"
        "<p>An ad</p><p><a href=/tide>The tide</a> <a href=/fog>The fog</a></details>"
    )
    text = [TEXT, TEXT, "How long", "Until noon."]
    assert _said_amid(f"<div><p>{TEXT}</p><p>{TEXT}</p>{fold}</div>") == text
    assert _said_amid(f"<div>{TEXT}<br><br>{TEXT}{fold}</div>") == text
    assert _said_amid(f"<div><p>{TEXT}</p><p>{TEXT}</p></div>{fold}") == text[:2]

"""A difference of reading is not a difference of pages."""

from collections.abc import Iterable

from parsers.block_walk import walk
from parsers.model import Article, Capture, FieldChange
from parsers.page import read_page
from scheduler.comparing.compare import Comparison, compare
from scheduler.comparing.confirm import Shown, confirm, show_blocks

PAGE = "<h1>Low Isle</h1><div><p>{lead}</p><p>{text}</p></div><p>Fog all week</p>"


def shown_by(captures: Iterable[Capture]) -> Shown:
    """Return what some pages show."""
    pages = [read_page(capture) for capture in captures]
    blocks = [block for page in pages for block in walk(page)]
    return show_blocks(blocks, [page.capture.payload for page in pages])


def _shown(lead: str, text: str) -> object:
    payload = PAGE.format(lead=lead, text=text).encode()
    return shown_by([Capture(url="https://h.example/1", payload=payload)])


def _confirmed(name: str, old: object, new: object, was: object, now: object) -> bool:
    comparison = Comparison(fields={name: FieldChange(old=old, new=new)})
    return name in confirm(comparison, was, now).fields  # type: ignore[arg-type]


def test_a_paragraph_that_both_pages_show_was_not_edited_in() -> None:
    """A reader that takes furniture for text on one of two days must not alert."""
    was, now = _shown("One.", "Two."), _shown("One.", "Two.")
    assert not _confirmed("body", "One.", "One.\n\nTwo.", was, now)


def test_words_under_a_picture_are_confirmed_though_the_text_is_read_otherwise() -> (
    None
):
    """A new design takes a heading out of the text, and a name was set right."""
    old = Article(url="", body="One.\n\nTwo.", captions=("Tern, at sea",))
    new = Article(url="", body="One.", captions=("Gull, at sea",))
    was, now = _shown("Two.", "Tern, at sea"), _shown("Two.", "Gull, at sea")
    change = compare(old, new).fields["body"]
    assert _confirmed("body", change.old, change.new, was, now)
    assert not _confirmed("body", old.body, new.body, was, now)


def test_a_changed_figure_is_confirmed_though_it_stands_elsewhere_too() -> None:
    """Lines are counted: a cell that now says 7 is news even where 7 stood before."""
    was, now = _shown("7", "6"), _shown("7", "7")
    assert _confirmed("body", "7\n\n6", "7\n\n7", was, now)


def test_a_title_that_swaps_with_another_heading_of_the_page_is_no_edit() -> None:
    """Two headings on both pages: which is the title is our reading, not news."""
    was, now = _shown("Ferry late", "x"), _shown("Ferry late", "x")
    assert not _confirmed("title", "Low Isle", "Ferry late", was, now)


def test_a_picture_that_both_pages_hold_was_not_exchanged() -> None:
    """Where the article ends is our reading; the picture stood there before."""
    was = shown_by(
        [Capture(url="https://h.example/1", payload=b"<img src=/a/fog.jpg>")]
    )
    assert not _confirmed("images", [], ["https://h.example/a/fog.jpg"], was, was)
    now = shown_by(
        [Capture(url="https://h.example/1", payload=b"<img src=/a/sun.jpg>")]
    )
    assert _confirmed(
        "images",
        ["https://h.example/a/fog.jpg"],
        ["https://h.example/a/sun.jpg"],
        was,
        now,
    )


def test_reordered_paragraphs_are_an_edit() -> None:
    """The same lines in another order read differently."""
    was, now = _shown("One.", "Two."), _shown("Two.", "One.")
    assert _confirmed("body", "One.\n\nTwo.", "Two.\n\nOne.", was, now)


def test_a_file_that_both_pages_show_was_not_taken_away() -> None:
    """Its label stands in a line with its size, read as a file or not."""
    was = now = _shown("Timetable of the ferry (pdf, 60 KB)", "x")
    file = [{"label": "Timetable of the ferry", "url": "https://h.example/t.pdf"}]
    assert not _confirmed("attachments", file, [], was, now)
    assert not _confirmed("attachments", [], file, was, now)
    gone = _shown("No timetable", "x")
    assert _confirmed("attachments", file, [], was, gone)


def test_a_file_called_by_another_line_of_its_card_keeps_its_label() -> None:
    """A new design moves the title of a file beside the link; nobody renamed it."""
    was, now = _shown("Timetable", "Full version"), _shown("Timetable", "x")
    one, other = (
        [{"label": label, "url": "https://h.example/t.pdf"}]
        for label in ("Full version", "Timetable")
    )
    assert not _confirmed("attachments", one, other, was, now)
    assert not _confirmed("attachments", other, one, now, was)
    longer = [{"label": "Timetable in spring", "url": "https://h.example/t.pdf"}]
    spring = _shown("Timetable in spring", "x")
    assert _confirmed("attachments", other, longer, now, spring)
    assert _confirmed("attachments", longer, other, spring, now)


def test_a_file_without_a_label_on_the_page_is_known_by_its_address() -> None:
    """The label may be that of a picture."""
    file = [{"label": "Timetable", "url": "https://h.example/t.pdf"}]
    linked = Capture(url="https://h.example/1", payload=b"<a href=/t.pdf><img></a>")
    was, now = shown_by([linked]), _shown("One.", "Two.")
    assert _confirmed("attachments", file, [], was, now)
    assert not _confirmed("attachments", file, [], was, was)


def test_a_headline_tried_out_in_machine_data_is_no_edit() -> None:
    """Readers of the page see the same heading; what leads it counts once it shows."""
    same = _shown("One.", "Two.")
    told = "Watch: Low Isle"
    assert not _confirmed("title", "Low Isle", told, same, same)
    assert not _confirmed("title", told, "Low Isle", same, same)
    assert _confirmed("title", "Low Isle", told, same, _shown("Watch", "Two."))
    assert _confirmed("title", "High Isle", "Low Isle", same, same)

"""How changes and their diffs look on a terminal: what a reader wants to see first."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import attrgetter

from parsers.model import (
    FULL_FIELDS,
    MINOR_FIELDS,
    Change,
    ChangeKind,
    FieldChange,
    Weight,
)
from presswatch.cli.showing.spans import (
    Span,
    has_colour,
    show_address,
    show_line,
    show_words,
)
from scheduler.alerting.message import as_text
from scheduler.alerting.pieces import (
    DELETED,
    INSERTED,
    KEPT,
    Paragraph,
    Piece,
    compare_texts,
)
from scheduler.alerting.safe import one_line, plain

#: A sign and a colour for each kind, so that a list can be read at a glance.
SIGNS = {
    ChangeKind.NEW: ("+", "bold green"),
    ChangeKind.EDITED: ("~", "bold yellow"),
    ChangeKind.REMOVED: ("-", "bold red"),
    ChangeKind.RESTORED: ("^", "bold cyan"),
    ChangeKind.MOVED: (">", "bold cyan"),
}
#: How words that went and came look; in plain text brackets stand for the colour.
_LOOKS = {
    KEPT: ("", "{}"),
    DELETED: ("red strike", "[-{}-]"),
    INSERTED: ("green bold", "{{+{}+}}"),
}
#: Fields that are shown as one thing, not word by word.
_WHOLE = {"date", "modified_at"}
#: Characters shown before and behind a change, in brief.
_AROUND = 60
#: What stands under the line of a change is so far in.
_UNDER = 4
#: Most baseline changes shown one by one.
SHOWN_BASELINE = 5


def show_change(change: Change) -> None:
    """Print one change: what, where, and for an edit the words that moved."""
    sign, style = SIGNS[change.kind]
    title = one_line(change.title, 300) or change.url
    show_line(
        (f"{sign} {change.kind.value:<9}", style),
        (title, "bold"),
        (f"  {one_line(change.date)}" if change.date else "", "dim"),
        ("  (minor)" if change.weight is Weight.MINOR else "", "dim"),
        (f"  id {change.id}", "dim"),
    )
    show_address(change.url, indent=_UNDER)
    if change.old_url:
        show_words(f"was {change.old_url}", "dim", indent=_UNDER)
    if change.kind is not ChangeKind.NEW:
        show_fields(change.fields, is_brief=True)


def show_changes(changes: Iterable[Change]) -> None:
    """Print changes; of a baseline only the first few and how many follow."""
    for is_baseline, some in groupby(changes, key=attrgetter("baseline")):
        left = 0
        for count, change in enumerate(some, 1):
            if is_baseline and count > SHOWN_BASELINE:
                left += 1
            else:
                show_change(change)
        if left:
            show_words(f"… and {left} more items of the baseline", "dim")


def show_fields(fields: Mapping[str, FieldChange], *, is_brief: bool = False) -> None:
    """Print which fields changed, word by word; in brief, with little around them."""
    for name in sorted(fields, key=(*FULL_FIELDS, *MINOR_FIELDS).index):
        moved = fields[name]
        show_words(name.replace("_", " "), "dim italic", indent=_UNDER)
        for paragraph in _paragraphs(name, moved):
            told = shorten(paragraph) if is_brief else paragraph
            if told:
                show_line(*_spans(told), indent=_UNDER + 2)


def shorten(paragraph: Paragraph) -> Paragraph:
    """Keep of a changed paragraph what stands near the change; of others, nothing.

    >>> shorten((Piece(KEPT, "word " * 30), Piece(DELETED, "ten"), Piece(KEPT, ".")))[0]
    Piece(way='kept', text='… word word word word word word word word word word word ')
    >>> shorten((Piece(KEPT, "As before."),))
    ()
    """
    if all(piece.way not in (DELETED, INSERTED) for piece in paragraph):
        return ()
    last = len(paragraph) - 1
    return tuple(
        piece
        if piece.way != KEPT
        else Piece(KEPT, _near(piece.text, has_before=i > 0, has_after=i < last))
        for i, piece in enumerate(paragraph)
    )


def _near(text: str, *, has_before: bool, has_after: bool) -> str:
    """Return the ends of a kept text that touch a change."""
    if len(text) <= _AROUND * (has_before + has_after) + 3:
        return text
    head, tail = text[:_AROUND], text[-_AROUND:]
    head = f"{head.rpartition(' ')[0] or head} " if has_before else ""
    tail = f" {tail.partition(' ')[2] or tail}" if has_after else ""
    return f"{head}…{tail}"


def _paragraphs(name: str, moved: FieldChange) -> Iterator[Paragraph]:
    old, new = _text(moved.old), _text(moved.new)
    if name in _WHOLE:
        return iter([(Piece(DELETED, old), Piece(KEPT, " → "), Piece(INSERTED, new))])
    return iter(compare_texts(old, new))


def _text(value: object) -> str:
    return plain(as_text(value), 1_000_000)


def _spans(paragraph: Paragraph) -> Iterator[Span]:
    """Yield the pieces; brackets stand for colours where there are none."""
    is_coloured = has_colour()
    for piece in paragraph:
        style, brackets = _LOOKS.get(piece.way, ("dim", "{}"))
        yield piece.text if is_coloured else brackets.format(piece.text), style

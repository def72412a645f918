"""Two texts as one, deletions and insertions marked, word by word. Pure."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from parsers.text import LETTER
from scheduler.alerting.words import UNSPACED

KEPT, DELETED, INSERTED, LEFT_OUT = "kept", "deleted", "inserted", "left out"
#: Paragraphs shown beside a changed one, and the share of words two must have in
#: common to be told as one paragraph that was edited.
AROUND = 1
ALIKE = 0.4

#: Scripts without blanks: their words cannot be told apart, and a clause would be
#: edited as a whole, so each sign counts, with the vowels and tones around it.
_BASE = (
    r"[\u0e01-\u0e2f\u0e81-\u0eae\u1000-\u102a\u1780-\u17b3\u3040-\u30ff\u3400-\u9fff]"
)
_BEFORE = r"[\u0e40-\u0e44\u0ec0-\u0ec4]"
_AROUND_IT = rf"[\u1039\u17d2]{_BASE}|(?!{_BASE}|{_BEFORE}|\d)[{UNSPACED}]"
_SIGN = rf"{_BEFORE}?{_BASE}(?:{_AROUND_IT})*"
_WORD = rf"(?:(?![{UNSPACED}])(?:{LETTER}|\w))+"
_TOKEN = re.compile(rf"{_SIGN}|{_WORD}|\d+|\s+|[^\s]")
#: Fewer signs of such a script between two changes are kept by chance.
_BY_CHANCE = re.compile(rf"(?:{_SIGN}){{1,2}}")


class Piece(NamedTuple):
    """A stretch of text and what became of it."""

    way: str
    text: str


Paragraph = tuple[Piece, ...]


def compare_texts(old: str, new: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs around what changed, the rest as one ``LEFT_OUT`` piece.

    >>> compare_texts("The fee is 10 euros.", "The fee is 12 euros.")[0][1:3]
    (Piece(way='deleted', text='10'), Piece(way='inserted', text='12'))
    >>> [piece.text for piece in compare_texts("渡轮晚点。", "渡轮准点了。")[0]]
    ['渡轮', '晚点', '准点了', '。']
    """
    olds, news = _paragraphs(old), _paragraphs(new)
    lines: list[Paragraph] = []
    gone: list[str] = []
    come: list[str] = []
    for step in _indel().opcodes(olds, news):
        if step.tag == "equal":
            lines += _edited(gone, come)
            shared = olds[step.src_start : step.src_end]
            lines += [(Piece(KEPT, text),) for text in shared]
            gone, come = [], []
        else:
            gone += olds[step.src_start : step.src_end]
            come += news[step.dest_start : step.dest_end]
    lines += _edited(gone, come)
    return tuple(_shorten(lines))


def _indel() -> Any:
    """Return what compares two sequences; a run that finds no edit does without."""
    from rapidfuzz.distance import Indel

    return Indel


def _paragraphs(text: str) -> list[str]:
    return [part.strip() for part in text.split("\n\n") if part.strip()]


def _edited(gone: Sequence[str], come: Sequence[str]) -> Iterator[Paragraph]:
    """Tell a run of paragraphs: those that are alike as one, in order."""
    told = 0
    for new in come:
        places = range(told, len(gone))
        match = next((place for place in places if _alike(gone[place], new)), None)
        if match is None:
            yield (Piece(INSERTED, new),)
            continue
        for old in gone[told:match]:
            yield (Piece(DELETED, old),)
        yield _words(gone[match], new)
        told = match + 1
    for old in gone[told:]:
        yield (Piece(DELETED, old),)


def _alike(old: str, new: str) -> bool:
    return _indel().normalized_similarity(_tokens(old), _tokens(new)) >= ALIKE


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(text)


def _words(old: str, new: str) -> Paragraph:
    olds, news = _tokens(old), _tokens(new)
    pieces: list[Piece] = []
    for step in _indel().opcodes(olds, news):
        gone = "".join(olds[step.src_start : step.src_end])
        come = "".join(news[step.dest_start : step.dest_end])
        if step.tag == "equal":
            pieces.append(Piece(KEPT, gone))
            continue
        if gone:
            pieces.append(Piece(DELETED, gone))
        if come:
            pieces.append(Piece(INSERTED, come))
    return tuple(_tidy(pieces))


def _tidy(pieces: list[Piece]) -> Iterator[Piece]:
    """Draw changes together that next to nothing divides, deletion before insertion."""
    deleted = inserted = ""
    for place, piece in enumerate(pieces):
        is_gap = (
            piece.way == KEPT
            and (not piece.text.strip() or _BY_CHANCE.fullmatch(piece.text))
            and (deleted or inserted)
            and place + 1 < len(pieces)
        )
        if piece.way == DELETED or is_gap:
            deleted += piece.text
        if piece.way == INSERTED or is_gap:
            inserted += piece.text
        if piece.way == KEPT and not is_gap:
            yield from _both(deleted, inserted)
            deleted = inserted = ""
            yield piece
    yield from _both(deleted, inserted)


def _both(deleted: str, inserted: str) -> Iterator[Piece]:
    if deleted:
        yield Piece(DELETED, deleted)
    if inserted:
        yield Piece(INSERTED, inserted)


def _shorten(lines: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Leave out kept paragraphs far from every change."""
    moved = [i for i, line in enumerate(lines) if _is_changed(line)]
    near = {i + d for i in moved for d in range(-AROUND, AROUND + 1)}
    skipped = 0
    for place, line in enumerate(lines):
        if place in near:
            if skipped:
                yield (_left_out(skipped),)
            skipped = 0
            yield line
        else:
            skipped += 1
    if skipped and moved:
        yield (_left_out(skipped),)


def _is_changed(line: Paragraph) -> bool:
    return any(piece.way != KEPT for piece in line)


def _left_out(count: int) -> Piece:
    noun = "paragraph" if count == 1 else "paragraphs"
    return Piece(LEFT_OUT, f"… {count} unchanged {noun} …")

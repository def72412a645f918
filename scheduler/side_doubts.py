"""Why one of two captures of a page cannot be believed, told by the other. Pure."""

from collections.abc import Iterable

from parsers.model import Problem, ProblemKind
from parsers.problem import find_excuse
from parsers.text import same_words
from scheduler.side import Side
from scheduler.side_lines import Line, moved

#: A page that lost all but this share of its words was not edited.
_REMAINS, _LEAST = 0.3, 1500
#: So much of its text must be gone, and so little new instead, to call it emptied.
_EMPTIED, _NEW = 0.85, 0.1
#: So much of a page that was cut may be new: its last line, what scripts would hide.
_BROKEN = 0.8
#: The end of a page, in bytes, in which its last tags stand.
_TAIL = 4000
#: So many lines of which an encoding went wrong are no accident.
_GARBLED = 3
#: Two texts with fewer lines in common are of two items.
_OTHER = 0.1
#: A text with its heading has so many lines.
_WHOLE = 5
#: A text is so long.
_TEXT = 120
_REPLACED = "\ufffd"


def find_doubt(old: Side, new: Side) -> Problem | None:
    """Return why two captures cannot be two states of one item, or nothing."""
    small, large = sorted((old, new), key=lambda side: side.chars)
    lost, come = moved(large, small), moved(small, large)
    for kind, detail in (
        (ProblemKind.TRUNCATED, _cut(small, large, lost, come)),
        (
            ProblemKind.SOFT_404,
            _excused(large, small, come) or _excused(small, large, lost),
        ),
        (ProblemKind.ENCODING, _garbled(come, large) or _garbled(lost, small)),
        (ProblemKind.TRUNCATED, _emptied(small, large, lost, come)),
        (ProblemKind.TRUNCATED, _bared(large, small, lost, come)),
        (ProblemKind.MISMATCH, _is_anothers(old, new)),
    ):
        if detail:
            return Problem(kind=kind, detail=detail, url=new.article.url)
    return None


def _cut(small: Side, large: Side, lost: list[Line], come: list[Line]) -> str:
    """Tell a page that ends where the other goes on, and not with its last tag."""
    if _has_end(small) or not _has_end(large) or not lost or not small.blocks:
        return ""
    if sum(line.block.chars for line in come) > _BROKEN * small.chars:
        return ""
    shared = [
        block.index
        for block, key in zip(large.blocks, large.keys, strict=True)
        if large.counts[key] == small.counts[key] == 1
    ]
    last = max(shared, default=-1)
    gone = sum(line.block.chars for line in lost)
    before = sum(line.block.chars for line in lost if line.block.index < last)
    if before > _NEW * gone:
        return ""
    return f"the page ends {len(lost)} lines before the other"


def _has_end(side: Side) -> bool:
    tail = side.page.capture.payload[-_TAIL:].lower()
    return b"</html" in tail or b"</body" in tail


def _garbled(lines: Iterable[Line], other: Side) -> str:
    """Tell lines that the other page shows well, and this one in a wrong encoding."""
    texts = [line.block.text for line in lines]
    misread = [text for text in texts if not text.isascii() and _REPLACED not in text]
    meant = [same_words(_repaired(text)) for text in misread]
    repaired = sum(bool(key) and other.counts[key] > 0 for key in meant)
    shown = {_without_signs(key) for key in other.counts} if texts else set()
    lossy = sum(
        _REPLACED in text and _without_signs(same_words(text)) in shown
        for text in texts
    )
    if max(repaired, lossy) < _GARBLED:
        return ""
    return f"{max(repaired, lossy)} lines are shown in a wrong encoding"


def _repaired(text: str) -> str:
    """Return a text that was read as another encoding as it was meant.

    >>> _repaired("fÃ¼r BÃ¤der")
    'für Bäder'
    """
    try:
        return bytes(map(_byte, text)).decode()
    except ValueError:
        return ""


def _byte(char: str) -> int:
    code = ord(char)
    return code if code < 0x100 else char.encode("cp1252")[0]


def _without_signs(text: str) -> str:
    r"""Return what is left of a text that lost all signs beyond ASCII.

    >>> _without_signs("harbour's 9 boats") == _without_signs("harbour\ufffds 9 boats")
    True
    """
    return "".join(char for char in text if char.isascii() and char.isalnum())


def _emptied(small: Side, large: Side, lost: list[Line], come: list[Line]) -> str:
    """Tell a page that lost nearly all it said, or was not whole before."""
    gone = sum(line.block.chars for line in lost)
    new = sum(line.block.chars for line in come)
    own = sum(line.block.chars for line in lost if large.owns(line.key))
    instead = sum(line.block.chars for line in come if small.owns(line.key))
    if large.chars < _LEAST or instead > _NEW * gone:
        return ""
    shrunk = small.chars < _REMAINS * large.chars and new <= _NEW * gone
    emptied = own >= max(_LEAST / 2, _EMPTIED * len(large.article.body))
    if not shrunk and not emptied:
        return ""
    return f"{gone} of {large.chars} letters stand on one of the pages only"


def _bared(large: Side, small: Side, lost: list[Line], come: list[Line]) -> str:
    """Tell a frame from which a text is gone with its heading, and nothing came."""
    title = same_words(large.article.title)
    if len(large.own) < _WHOLE or not _is_without(small, large):
        return ""
    if not any(line.key == title and line.block.kind == "heading" for line in lost):
        return ""
    new = (line.block for line in come if not small.frame.holds(line.block))
    if sum(block.chars for block in new) > _NEW * len(large.article.body):
        return ""
    return "the text and its heading stand on one of the pages only"


def _is_without(side: Side, other: Side) -> bool:
    """Tell whether a page shows next to nothing of another's text."""
    left = sum(side.counts[key] > 0 for key in other.own)
    return left <= _OTHER * len(other.own)


def _excused(old: Side, new: Side, come: list[Line]) -> str:
    """Tell a page that lost its text, and says an excuse instead within its frame."""
    if len(old.article.body) < _TEXT:
        return ""
    if not _is_without(new, old):
        return ""
    said = find_excuse(line.block.text for line in come)
    return said and f"the page says {said!r} in the place of its text"


def _is_anothers(old: Side, new: Side) -> str:
    """Tell a page that calls itself another one, and says nothing that it said."""
    claims = old.article.canonical_url, new.article.canonical_url
    if not all(claims) or claims[0] == claims[1]:
        return ""
    if same_words(old.article.title) == same_words(new.article.title):
        return ""
    fewer = min(len(old.own), len(new.own))
    if not fewer or len(old.own & new.own) > _OTHER * fewer:
        return ""
    return f"the page calls itself {claims[1]}, and was {claims[0]}"

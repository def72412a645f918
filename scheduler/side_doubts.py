"""Why one of two captures of a page cannot be believed, told by the other. Pure."""

import re
from collections.abc import Iterable, Sequence

from parsers.blocks import Block
from parsers.model import Problem, ProblemKind
from parsers.problem import find_excuse
from parsers.text import same_words
from scheduler.side import Side
from scheduler.side_lines import Line, moved
from scheduler.side_words import leads_away

#: A page that lost all but this share of its words was not edited.
_REMAINS, _LEAST = 0.3, 1500
#: So much of its text must be gone, and so little new instead, to call it emptied.
_EMPTIED, _NEW = 0.85, 0.1
#: A text written anew has so many letters, and so many lines where its heading went.
_ANEW, _LINES = 300, 10
#: A notice in the place of a text says no more, in so many lines, and so much less.
_NOTICE, _FEW, _LESS = 200, 3, 0.35
#: So much of a page that was cut may be new: its last line, what scripts would hide.
_BROKEN = 0.8
#: The end of a page, in bytes, in which its last tags stand.
_TAIL = 4000
#: So many lines of which an encoding went wrong are no accident.
_GARBLED = 3
#: Two texts with fewer lines in common are of two items; shorter ones prove nothing.
_OTHER, _CHANCE = 0.1, 12
#: A text with its heading has so many lines.
_WHOLE = 5
#: A text is so long.
_TEXT = 120
_REPLACED = "\ufffd"
#: Shorter words are in too many titles.
_WORD = re.compile(r"[^\W\d_]{4,}")
#: What the front page of a site calls itself.
_FRONT = re.compile(
    r"^(?:home|start|index)\b|\bhome(?: ?page)?$|\bhome ?page\b|\bwelcome to\b"
    r"|\bofficial (?:web ?)?(?:site|page)\b|\bstartseite\b|\bwillkommen\b"
    r"|\baccueil\b|\bbienven|\binicio\b|\binício\b|\bpágina (?:inicial|principal)\b"
    r"|\bportada\b|\bbenvenut|\bvoorpagina\b|\bwelkom\b|\bstrona główna\b|\bdomů\b"
    r"|\betusivu\b|\bforside\b|\bframsida\b|\bглавная\b|\bголовна\b|\bana sayfa\b"
    r"|\bberanda\b|\btrang chủ\b|首页|首頁|ホーム|トップページ|홈페이지|الرئيسية",
    re.I,
)


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
        (ProblemKind.SOFT_404, _replaced(large, small, lost, come)),
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
    if _is_rewritten(_said(small, come), has_heading=not _lost_heading(large, lost)):
        return ""
    shrunk = small.chars < _REMAINS * large.chars and new <= _NEW * gone
    emptied = own >= max(_LEAST / 2, _EMPTIED * len(large.article.body))
    if not shrunk and not emptied:
        return ""
    return f"{gone} of {large.chars} letters stand on one of the pages only"


def _bared(large: Side, small: Side, lost: list[Line], come: list[Line]) -> str:
    """Tell a frame from which a text is gone with its heading, and nothing came."""
    if len(large.own) < _WHOLE or not _is_without(small, large):
        return ""
    if not _lost_heading(large, lost):
        return ""
    new = (line.block for line in come if not small.frame.holds(line.block))
    if sum(block.chars for block in new) > _NEW * len(large.article.body):
        return ""
    return "the text and its heading stand on one of the pages only"


def _replaced(large: Side, small: Side, lost: list[Line], come: list[Line]) -> str:
    """Tell a text that is gone with its heading, and a notice that came instead."""
    if not _lost_heading(large, lost) or not _is_without(small, large):
        return ""
    was, said = _said(large, lost), _said(small, come)
    chars = sum(block.chars for block in said)
    most = min(_NOTICE, _LESS * sum(block.chars for block in was))
    if len(said) > _FEW or chars > most:
        return ""
    return f"a notice of {chars} letters stands in the place of the text"


def _lost_heading(side: Side, lost: Iterable[Line]) -> bool:
    """Tell whether the heading of a page is among the lines that are gone."""
    return any(li.key == side.title and li.block.kind == "heading" for li in lost)


def _said(side: Side, lines: Iterable[Line]) -> list[Block]:
    """Return those lines that say something outside the frame, and are no pointer."""
    blocks = (line.block for line in lines)
    return [b for b in blocks if not side.frame.holds(b) and not leads_away(b)]


def _is_rewritten(said: Sequence[Block], *, has_heading: bool) -> bool:
    """Tell whether so much is said instead that somebody wrote it, and no machine."""
    chars = sum(block.chars for block in said)
    return chars >= _ANEW and (has_heading or len(said) >= _LINES)


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
    was, now = old.article.canonical_url, new.article.canonical_url
    if old.title == new.title or (was and was == now):
        return ""
    if not (was and now) and not _leads_home(old, new):
        return ""
    one, other = ({k for k in side.own if len(k) >= _CHANCE} for side in (old, new))
    fewer = min(len(one), len(other))
    if not fewer or len(one & other) > _OTHER * fewer:
        return ""
    names = (was, now) if was and now else (old.title, new.title)
    return f"the page calls itself {names[1]}, and was {names[0]}"


def _leads_home(old: Side, new: Side) -> bool:
    """Tell whether one of two pages of unlike names is the front page of its site."""
    one, other = (set(_WORD.findall(side.title)) for side in (old, new))
    fronts = [
        _FRONT.search(side.title) or _FRONT.search(_window(side)) for side in (old, new)
    ]
    return one.isdisjoint(other) and bool(fronts[0]) != bool(fronts[1])


def _window(side: Side) -> str:
    return same_words(side.page.root.findtext(".//title") or "")

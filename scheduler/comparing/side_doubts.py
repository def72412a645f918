"""Why one of two captures of a page cannot be believed, told by the other. Pure."""

import re
from collections.abc import Iterable

from parsers.ends import has_end
from parsers.model import Problem, ProblemKind
from parsers.problem import find_excuse
from parsers.text import same_words
from scheduler.comparing.replaced import (
    TEXT,
    find_loss,
    find_swap,
    is_without,
    lost_heading,
)
from scheduler.comparing.side import Side
from scheduler.comparing.side_lines import Line, moved
from scheduler.comparing.walls import find_wall

#: So much of what is gone may have stood before where a page was cut.
_NEW = 0.1
#: So much of a page that was cut may be new: its last line, what scripts would hide.
_BROKEN = 0.8
#: So many lines of which an encoding went wrong are no accident.
_GARBLED = 3
#: Two texts with fewer lines in common are of two items, or those of two addresses of
#: their own; shorter ones prove nothing.
_OTHER, _OWN, _CHANCE = 0.1, 0.4, 12
#: So much of a text may stay beside an excuse.
_LEFT = 0.25
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
    gone, came = moved(old, new), moved(new, old)
    is_less = new.chars < old.chars
    large, small = (old, new) if is_less else (new, old)
    lost, come = (gone, came) if is_less else (came, gone)
    for kind, detail in (
        (ProblemKind.TRUNCATED, _cut(small, large, lost, come)),
        (
            ProblemKind.SOFT_404,
            _excused(large, small, lost, come) or _excused(small, large, come, lost),
        ),
        (ProblemKind.BLOCKED, _walled(large, small, lost, come)),
        (ProblemKind.ENCODING, _garbled(come, large) or _garbled(lost, small)),
        find_loss(find_swap(old, new, gone, came)) or (ProblemKind.TRUNCATED, ""),
        (ProblemKind.MISMATCH, _is_anothers(old, new)),
    ):
        if detail:
            return Problem(kind=kind, detail=detail, url=new.article.url)
    return None


def _cut(small: Side, large: Side, lost: list[Line], come: list[Line]) -> str:
    """Tell a page that ends where the other goes on, and not with its last tag."""
    if _has_end(small) or not _has_end(large) or not lost or not small.blocks:
        return ""
    whole = [line for line in come if not _goes_on(line, lost)]
    if sum(line.block.chars for line in whole) > _BROKEN * small.chars:
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


def _goes_on(line: Line, lost: Iterable[Line]) -> bool:
    """Tell whether a line of the other page begins as this one, and says more."""
    return any(
        other.key.startswith(line.key) and other.key != line.key for other in lost
    )


def _has_end(side: Side) -> bool:
    return has_end(side.page.capture.payload)


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


def _excused(old: Side, new: Side, gone: list[Line], come: list[Line]) -> str:
    """Tell a page that lost its text, and says an excuse instead within its frame.

    Where other lines of the text stay, the excuse must be the new heading.
    """
    if len(old.article.body) < TEXT:
        return ""
    lines = [line.block for line in come]
    if not is_without(new, old, most=_LEFT):
        if not lost_heading(old, gone):
            return ""
        lines = [block for block in lines if block.kind == "heading"]
    said = find_excuse(block.text for block in lines)
    return said and f"the page says {said!r} in the place of its text"


def _walled(large: Side, small: Side, lost: list[Line], come: list[Line]) -> str:
    said = find_wall(large, small, lost, come)
    return said and f"the text ends where the page says {said!r}"


def _is_anothers(old: Side, new: Side) -> str:
    """Tell a page that calls itself another one, and says nothing that it said."""
    was, now = old.article.canonical_url, new.article.canonical_url
    if old.title == new.title or (was and was == now):
        return ""
    if not (was and now) and not _leads_home(old, new):
        return ""
    one, other = ({k for k in side.own if len(k) >= _CHANCE} for side in (old, new))
    fewer, most = min(len(one), len(other)), _OWN if was and now else _OTHER
    if not fewer or len(one & other) > most * fewer:
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

"""What all pages of a site do, so that the one that does not is seen. Pure."""

from collections.abc import Mapping
from typing import Any

#: Where the end tags of a page stand, if it has them.
_TAIL = 4_000
#: So many pages are known before one is called an exception, and so many do it.
_PAGES, _SHARE = 5, 0.8
#: So many pages are remembered.
_MOST = 200
#: The replacement character U+FFFD as servers write it: UTF-8, GB 18030, a reference;
#: and how many of them are no slip.
_LOST = (b"\xef\xbf\xbd", b"\x84\x31\xa4\x37", b"&#65533;")
_SLIPS = 3


class Habits:
    """Counts what the pages of a site do; a fact for each habit.

    >>> habits = Habits({})
    >>> for _ in range(5):
    ...     assert not habits.is_broken("ends", has_end(b"<html><p>Fog</p></html>"))
    >>> habits.is_broken("ends", has_end(b"<html><p>Fo"))
    True
    >>> habits.is_broken("ends", has_end(b"<html><p>Fog</p></HTML>"))
    False
    >>> Habits(habits.facts).facts
    {'habits': {'ends': [6, 7]}}
    """

    def __init__(self, facts: Mapping[str, Any]) -> None:
        self._counts = {k: list(v) for k, v in facts.get("habits", {}).items()}

    @property
    def facts(self) -> dict[str, Any]:
        """What is remembered of the site: of each habit how many do it, of how many."""
        return {"habits": {k: _remembered(*v) for k, v in self._counts.items()}}

    def is_broken(self, habit: str, does: bool) -> bool:
        """Count a page, and tell whether it alone does not do what the others do."""
        count = self._counts.setdefault(habit, [0, 0])
        is_usual = count[1] >= _PAGES and count[0] >= _SHARE * count[1]
        count[0] += does
        count[1] += 1
        return is_usual and not does


def has_end(payload: bytes) -> bool:
    """Tell whether a page ends with its end tags."""
    tail = payload[-_TAIL:].lower()
    return b"</html" in tail or b"</body" in tail


def has_its_letters(payload: bytes) -> bool:
    """Tell whether no letters of a page were lost before it was sent, tags included.

    >>> has_its_letters(b"<p>Fog</p>"), has_its_letters(b"<p>F&#65533;g" * 3)
    (True, False)
    """
    return sum(map(payload.count, _LOST)) < _SLIPS


def _remembered(count: int, pages: int) -> list[int]:
    if pages <= _MOST:
        return [count, pages]
    return [round(_MOST * count / pages), _MOST]

"""What the rows of one box are called alike, of whatever kind their items are. Pure."""

from collections import Counter

from lxml.html import HtmlElement

#: Elements that hold an item each.
_ROWS = frozenset(("article", "li", "tr"))
#: So many rows have names in common, and more than this share of them.
_FEWEST, _SHARE = 3, 0.5


class RowNames:
    """Knows the names that most rows of a box share; others say what kind one is of.

    >>> from lxml.html import fragment_fromstring
    >>> rows = "<li class='note city'><li class='note law'><li class='note ad big'>"
    >>> box = fragment_fromstring(f"<ul>{rows}<li class=last></ul>")
    >>> [RowNames().of(row) for row in box]
    ['note', 'note', 'note', 'last']
    """

    def __init__(self) -> None:
        self._shared: dict[tuple[HtmlElement, str], frozenset[str]] = {}

    def of(self, element: HtmlElement) -> str | None:
        """Return an element's classes, of a row only those that make it one."""
        classes: str | None = element.get("class")
        if element.tag not in _ROWS or not classes or " " not in classes.strip():
            return classes
        box = element.getparent()
        if box is None:
            return classes
        key = (box, str(element.tag))
        if key not in self._shared:
            self._shared[key] = _shared(box, key[1])
        shared = self._shared[key]
        return " ".join(n for n in classes.split() if n in shared) or classes


def _shared(box: HtmlElement, tag: str) -> frozenset[str]:
    """Return the names that most rows of a box have, and no other has more often."""
    rows = [set((row.get("class") or "").split()) for row in box.iterchildren(tag)]
    if len(rows) < _FEWEST:
        return frozenset()
    counts = Counter(name for names in rows for name in names)
    most = max(counts.values(), default=0)
    is_shared = most > _SHARE * len(rows)
    return frozenset(n for n, count in counts.items() if is_shared and count == most)

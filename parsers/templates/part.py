"""Parts of a page that hold one item each, and groups of such made alike. Pure."""

from dataclasses import dataclass, field

from lxml.html import HtmlElement

from parsers.templates.sheet import Link


@dataclass(slots=True, eq=False)
class Part:
    """One item's part of a page: its link, and its texts from ``start`` to ``end``."""

    link: Link
    start: int
    end: int
    element: HtmlElement

    @property
    def place(self) -> int:
        """Where its link stands; one that says nothing may close the part."""
        return max(self.start, min(self.link.place, self.end - 1))


@dataclass(slots=True, eq=False)
class Group:
    """Parts made alike, and whether the head over them calls them news, or not so."""

    parts: list[Part] = field(default_factory=list)
    is_beside: bool = False
    is_news: bool = False


def promise_of(link: Link) -> float:
    """Return how much a link looks like an item's, by its words and its place."""
    words = link.text.split()
    letters = sum(map(str.isalpha, link.text[:300]))
    worth = 0.05 if letters < 4 else min(letters, 60) / 60
    if len(words) <= 2 and letters < 15:
        worth *= 0.4
    return worth * (0.08, 0.5, 1.0)[link.area]

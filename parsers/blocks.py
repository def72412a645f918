"""What a page is made of: blocks of text and the places they stand in. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Literal

from lxml.html import HtmlElement

from parsers.keys import text_hash, text_key
from parsers.lines.signs import name_signs, step_doubts
from parsers.steps import step_of

#: What a block is on the page.
Kind = Literal["text", "heading", "item", "cell", "quote", "caption", "pre"]


class Place:
    """A block element on the way down; what it says of itself is worked out when asked.

    ``step`` is the last of its path, ``kind`` what the text in it is; ``is_hidden`` if
    the markup itself hides it (style sheets are not read); ``line`` counts the ``<br>``
    met in it so far.
    Its blocks, and those of the places in it, are the ones from ``start`` to ``end``.
    """

    __slots__ = (
        "_doubts",
        "_path",
        "depth",
        "element",
        "end",
        "is_hidden",
        "kind",
        "line",
        "parent",
        "start",
        "step",
        "tag",
    )

    def __init__(
        self, element: HtmlElement, tag: str, parent: "Place | None", start: int = 0
    ) -> None:
        self.element = element
        self.tag = tag
        self.parent = parent
        self.line = 0
        self.start = self.end = start
        self.depth: int = parent.depth + 1 if parent else 0
        kept = parent.kind if parent and parent.kind in _KEPT_BY_PARAGRAPHS else "text"
        self.kind: Kind = _KINDS.get(tag) or kept
        self.step = tag
        self.is_hidden: bool = parent is not None and parent.is_hidden
        if element.keys():  # half of all paragraphs and cells say nothing of themselves
            self.step = step_of(tag, element.get("class"), element.get("id"))
            self.is_hidden = self.is_hidden or is_hidden_by_markup(element)
        self._path: str | None = None
        self._doubts: int | None = None

    @property
    def path(self) -> str:
        """The way from the root as steps ``tag#id.class`` divided by ``/``.

        Numbers in names are folded, so that generated ids do not tell pages of one
        make apart; below a certain depth the path stays as it is.
        """
        if self._path is None:
            above = self.parent
            if above is not None and above._path is not None:
                deep = self.depth > _DEEPEST
                self._path = above._path if deep else f"{above._path}/{self.step}"
            else:
                self._path = self._find_path()
        return self._path

    @property
    def signs(self) -> frozenset[str]:
        """What its own names say (see ``parsers.lines.signs``)."""
        return name_signs(self.step)

    @property
    def doubts(self) -> int:
        """How much the names and tags down to here speak against an article."""
        if self._doubts is None:
            places = self._unknown("_doubts")
            above = places[0].parent
            count = above.doubts if above else 0
            for place in places:
                count += step_doubts(place.step)
                place._doubts = count
        return self._doubts or 0

    def ancestors(self) -> "Iterator[Place]":
        """Yield the places around it, the nearest first."""
        place = self.parent
        while place is not None:
            yield place
            place = place.parent

    def _unknown(self, name: str) -> "list[Place]":
        """Return the places up to the first that knows a fact, the highest first."""
        places = [self]
        for place in self.ancestors():
            if getattr(place, name) is not None:
                break
            places.append(place)
        return places[::-1]

    def _find_path(self) -> str:
        places = self._unknown("_path")
        above = places[0].parent
        path = above.path if above else ""
        for place in places:
            if place.depth <= _DEEPEST:
                path = f"{path}/{place.step}" if path else place.step
            place._path = path
        return path


@dataclass(slots=True, eq=False)
class Block:
    """One line of text as a reader sees it, and where it stands.

    ``kind`` and ``tag`` are those of the place. A ``<br>`` begins a new block of the
    same place; ``line`` counts them from 0.
    ``link_chars``, ``strong_chars`` and ``slant_chars`` say how much of the text is
    links, bold or italic, ``link_share`` the first of them from 0 to 1; ``size`` how
    much it says, since a sign of a script without spaces says more.
    """

    index: int
    place: Place
    tag: str
    kind: Kind
    text: str
    line: int
    chars: int
    size: int
    link_share: float
    link_chars: int
    strong_chars: int
    slant_chars: int
    hrefs: tuple[str, ...]
    _key: str | None = field(default=None, init=False, repr=False)
    _hash: str | None = field(default=None, init=False, repr=False)

    @property
    def key(self) -> str:
        """The letters and figures of the text, worked out once (``parsers.keys``)."""
        if self._key is None:
            self._key = text_key(self.text)
        return self._key

    @property
    def hash(self) -> str:
        """The hash of the text, worked out once (``parsers.keys``)."""
        if self._hash is None:
            self._hash = text_hash(self.text)
        return self._hash

    @property
    def element(self) -> HtmlElement:
        """The block element that holds the text."""
        return self.place.element

    @property
    def path(self) -> str:
        """The path of that element."""
        return self.place.path

    @property
    def level(self) -> int:
        """The level of a heading, 1 to 6, else 0."""
        return int(self.tag[1]) if self.kind == "heading" else 0

    @property
    def depth(self) -> int:
        """How deep its element stands."""
        return self.place.depth


_KINDS: dict[str, Kind] = {
    "h1": "heading",
    "h2": "heading",
    "h3": "heading",
    "h4": "heading",
    "h5": "heading",
    "h6": "heading",
    "li": "item",
    "dt": "item",
    "dd": "item",
    "td": "cell",
    "th": "cell",
    "blockquote": "quote",
    "figure": "caption",
    "figcaption": "caption",
    "caption": "caption",
    "pre": "pre",
    "table": "text",
}
_KEPT_BY_PARAGRAPHS = frozenset(("quote", "caption", "item"))
#: Signs of scripts without spaces.
# It begins with one of them, so that all others are passed over fast.
_WIDE = re.compile("[\u2e80-\uffee][\u2e80-\uffee]*")
_NO_DISPLAY = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
#: Where a button or link says what it opens, and how many beside a part are asked.
_OPENS = ("aria-controls", "data-target", "data-bs-target", "data-toggle", "href")
_CONTROLS = 3
#: What a folded part is to those who listen.
_FOLDED = frozenset(("region", "tabpanel"))
#: Paths stop growing here, so that a page nested without end costs linear time.
_DEEPEST = 60


def text_size(text: str) -> int:
    """Return how much a text says, in letters of an alphabet."""
    if text.isascii():
        return len(text)
    return len(text) + 3 * len("".join(_WIDE.findall(text))) // 2


def is_hidden_by_markup(element: HtmlElement) -> bool:
    """Tell whether the markup hides an element; style sheets are not read."""
    style = element.get("style")
    is_hidden = element.get("hidden") is not None or (
        style is not None and _NO_DISPLAY.search(style[:500]) is not None
    )
    return is_hidden and not any(map(_unfolds, (element, *element[:1])))


def _unfolds(element: HtmlElement) -> bool:
    """Tell whether a part is folded below its heading or tab, where readers open it."""
    is_tab = element.get("role") in _FOLDED and bool(element.get("aria-labelledby"))
    return is_tab or _is_opened_beside(element)


def _is_opened_beside(element: HtmlElement) -> bool:
    """Tell whether what stands right before or behind a part names it to open it."""
    name = element.get("id")
    for beside in (element.getprevious(), element.getnext()) if name else ():
        if beside is None or not isinstance(beside.tag, str):
            continue
        for control in islice(beside.iter("a", "button"), _CONTROLS):
            if any((control.get(told) or "").lstrip("#") == name for told in _OPENS):
                return True
    return False

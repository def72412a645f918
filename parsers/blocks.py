"""A page's tree as text blocks: one walk, every feature the finders ask for. Pure."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from lxml.html import HtmlElement

from parsers.page import Page
from parsers.signs import name_signs, step_doubts
from parsers.steps import step_of
from parsers.text import fold_space
from parsers.visible import is_unseen

#: What a block is on the page.
Kind = Literal["text", "heading", "item", "cell", "quote", "caption", "pre"]
#: What an element does to the line that it stands in.
Role = Literal["block", "unread", "link", "break", "strong", "slant"]


class Place:
    """A block element on the way down; what it says of itself is worked out when asked.

    ``kind`` is what the text in it is; ``line`` counts the ``<br>`` met in it so far.
    Its blocks, and those of the places in it, are the ones from ``start`` to ``end``.
    """

    __slots__ = (
        "_doubts",
        "_hidden",
        "_path",
        "_step",
        "depth",
        "element",
        "end",
        "kind",
        "line",
        "parent",
        "start",
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
        self._path: str | None = None
        self._step: str | None = None
        self._doubts: int | None = None
        self._hidden: bool | None = None

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
    def step(self) -> str:
        """The last step of the path."""
        if self._step is None:
            element = self.element
            self._step = step_of(self.tag, element.get("class"), element.get("id"))
        return self._step

    @property
    def signs(self) -> frozenset[str]:
        """What its own names say (see ``parsers.signs``)."""
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

    @property
    def is_hidden(self) -> bool:
        """Whether the markup itself hides it; style sheets are not read."""
        if self._hidden is None:
            self._hidden = self._find_hidden()
        return self._hidden

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

    def _find_hidden(self) -> bool:
        places = self._unknown("_hidden")
        above = places[0].parent
        hidden = above.is_hidden if above else False
        for place in places:
            hidden = hidden or _is_hidden(place.element)
            place._hidden = hidden
        return hidden


@dataclass(slots=True, eq=False)
class Block:
    """One line of text as a reader sees it, and where it stands.

    A ``<br>`` begins a new block of the same place; ``line`` counts them from 0.
    ``link_chars``, ``strong_chars`` and ``slant_chars`` say how much of the text is
    links, bold or italic, ``link_share`` the first of them from 0 to 1; ``size`` how
    much it says, since a sign of a script without spaces says more.
    """

    index: int
    place: Place
    text: str
    line: int
    chars: int
    size: int
    link_share: float
    link_chars: int
    strong_chars: int
    slant_chars: int
    hrefs: tuple[str, ...]

    @property
    def element(self) -> HtmlElement:
        """The block element that holds the text."""
        return self.place.element

    @property
    def tag(self) -> str:
        """The tag of that element."""
        return self.place.tag

    @property
    def path(self) -> str:
        """The path of that element."""
        return self.place.path

    @property
    def kind(self) -> Kind:
        """What the block is: text, a heading, an item of a list, a table's cell …"""
        return self.place.kind

    @property
    def level(self) -> int:
        """The level of a heading, 1 to 6, else 0."""
        return int(self.place.tag[1]) if self.place.kind == "heading" else 0

    @property
    def depth(self) -> int:
        """How deep its element stands."""
        return self.place.depth


#: Elements that begin a line of their own.
_BLOCK_TAGS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl"
    " dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header"
    " hgroup hr html legend li main menu nav ol p pre section summary table tbody td"
    " tfoot th thead tr ul".split()
)
#: Elements whose text nobody reads.
_UNREAD_TAGS = frozenset(
    "script style noscript template svg iframe object embed applet select option"
    " optgroup textarea button canvas audio video head title meta link map noframes"
    " input nav".split()
)
_ROLES: dict[str, Role] = {
    **dict.fromkeys(_BLOCK_TAGS, "block"),
    **dict.fromkeys(_UNREAD_TAGS, "unread"),
    **dict.fromkeys(("b", "strong"), "strong"),
    **dict.fromkeys(("i", "em", "cite"), "slant"),
    "a": "link",
    "br": "break",
}
_ROLES_UNSCRIPTED = {tag: role for tag, role in _ROLES.items() if tag != "noscript"}
_ROLES_IF_BARE: dict[str, Role] = {**_ROLES_UNSCRIPTED, "nav": "block"}
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
#: Fewer characters of prose on a whole page, and something went wrong.
_BARE = 500


def walk(page: Page) -> tuple[Block, ...]:
    """Return the blocks of a page in document order.

    ``nav`` and ``noscript`` are read only if all else is bare: a ``nav`` that was never
    closed may hold the whole page, a ``noscript`` the text that scripts show otherwise.
    If that says more than all else, it is read in any case.
    """
    bare = _walk(page.root, _ROLES)
    prose = _prose(bare)
    if prose < _BARE:
        roles = _ROLES_IF_BARE
    elif any(map(_says_much, page.root.iter("noscript"))):
        roles = _ROLES_UNSCRIPTED
    else:
        return tuple(bare)
    blocks = _walk(page.root, roles)
    return tuple(bare if _prose(blocks) < 2 * prose else blocks)


def _says_much(element: HtmlElement) -> bool:
    return sum(map(len, element.itertext())) >= _BARE


def text_size(text: str) -> int:
    """Return how much a text says, in letters of an alphabet."""
    if text.isascii():
        return len(text)
    return len(text) + 3 * len("".join(_WIDE.findall(text))) // 2


def _prose(blocks: list[Block]) -> int:
    return sum(b.chars for b in blocks if b.chars > 60 and b.link_share < 0.4)


def _walk(root: HtmlElement, roles: Mapping[str, Role]) -> list[Block]:
    """Walk without recursion: ``stack`` holds what is open, ``place`` the block."""
    blocks: list[Block] = []
    pieces: list[str] = []
    hrefs: list[str] = []
    links: list[str] = []
    strong = slant = 0
    in_link = in_strong = in_slant = 0
    is_carried = False
    place = Place(root, "html", None)
    stack: list[tuple[Iterator[HtmlElement], Role | None, HtmlElement]] = []

    def flush() -> None:
        nonlocal is_carried, in_link, in_strong, in_slant
        text = fold_space("".join(pieces))
        pieces.clear()
        if text:
            chars = len(text)
            blocks.append(
                Block(
                    len(blocks),
                    place,
                    text,
                    place.line,
                    chars,
                    text_size(text),
                    min(1.0, in_link / chars),
                    in_link,
                    in_strong,
                    in_slant,
                    tuple(hrefs),
                )
            )
        in_link = in_strong = in_slant = 0
        hrefs[:] = links[-1:]
        is_carried = bool(links)

    def add(text: str) -> None:
        nonlocal in_link, in_strong, in_slant
        if not pieces and text.isspace():
            return
        pieces.append(text)
        if links or strong or slant:
            chars = len(text.strip())
            in_link += chars if links else 0
            in_strong += chars if strong else 0
            in_slant += chars if slant else 0

    def close(role: Role | None, element: HtmlElement) -> None:
        nonlocal place, strong, slant, is_carried
        if role == "block":
            if pieces:
                flush()
            place.end = len(blocks)
            place = place.parent or place
        elif role == "link":
            if links and element.get("href"):
                links.pop()
                if is_carried and not pieces:  # it ended with the block before
                    hrefs.clear()
                    is_carried = False
        elif role == "strong":
            strong -= 1
        elif role == "slant":
            slant -= 1
        if text := element.tail:
            add(text)

    children = iter(root)
    if root.text:
        add(root.text)
    while True:
        for element in children:
            tag = element.tag
            role = roles.get(tag)
            if role == "block":
                if pieces:
                    flush()
                place = Place(element, tag, place, len(blocks))
            elif role == "link":
                if href := element.get("href"):
                    links.append(href)
                    hrefs.append(href)
            elif (role == "unread" and not _heads(element)) or (
                tag == "span" and pieces and _is_aside(element)
            ):
                if text := element.tail:
                    add(text)
                continue
            elif role == "break":
                flush()
                place.line += 1
            elif role == "strong":
                strong += 1
            elif role == "slant":
                slant += 1
            if text := element.text:
                add(text)
            if len(element):
                stack.append((children, role, element))
                children = iter(element)
                break
            close(role, element)
        else:
            if not stack:
                break
            children, role, element = stack.pop()
            close(role, element)
    flush()
    place.end = len(blocks)
    return blocks


def _heads(element: HtmlElement) -> bool:
    """Tell whether a button is the heading of what it folds and unfolds."""
    above = element.getparent() if element.tag == "button" else None
    return above is not None and _KINDS.get(above.tag) == "heading"


def _is_aside(element: HtmlElement) -> bool:
    """Say whether words behind others on a line are for those who listen or point."""
    names = element.get("class")
    is_named = names is not None and is_unseen(names)
    return is_named or element.get("role") == "tooltip"


def _is_hidden(element: HtmlElement) -> bool:
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

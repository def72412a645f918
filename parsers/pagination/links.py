"""The links of a page that may lead through a listing, in groups. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from parsers.page import Page
from parsers.pagination.numbering import continues, numbers, shape, without_number
from parsers.pagination.words import (
    NOT_PAGER,
    PAGER,
    Role,
    arrow_role,
    label_role,
    mark_role,
)
from parsers.urls import resolve

#: Links looked at, and candidates kept; a page with more has no pager we need.
MAX_LINKS = 20_000
MAX_CANDIDATES = 1_500

_NUMBER = re.compile(
    r"[\[(\-–—|«<\s]*(?:page|pagina|página|seite|стр(?:аница|\.)?|side|sida|strona|第)?\s*"
    r"(\d{1,3}(?:[,.\u00a0 ]\d{3})+|\d{1,6})\s*(?:页|頁|ページ)?[\])\-–—|.»>\s]*",
    re.IGNORECASE,
)
_RUNS = re.compile(r"\d+")
_NEIGHBORS = re.compile(
    r"post-nav|nav-single|single-nav|post-pag|entry-nav", re.IGNORECASE
)
_AS_TURN: dict[Role, Role] = {"older": "prev", "newer": "next"}
_BOXES = {"li", "span", "div", "td", "b", "strong"}


@dataclass(slots=True, eq=False)
class PageLink:
    """A link that may belong to a pager: the number it shows, or where it points."""

    url: str
    element: HtmlElement
    text: str
    number: int | None = None
    role: Role | None = None
    is_older: bool = False
    is_newer: bool = False


@dataclass(slots=True, eq=False)
class Group:
    """Candidates that stand together; ``marks`` are the names of what holds them."""

    box: HtmlElement
    links: list[PageLink] = field(default_factory=list)
    marks: str = ""

    @property
    def is_named(self) -> bool:
        """Whether the page calls this a pager."""
        return bool(PAGER.search(self.marks))


@dataclass(slots=True, eq=False)
class Pager:
    """What a page offers to go through its listing."""

    page: Page
    page_url: str
    groups: list[Group]
    heads: list[PageLink]

    def links(self) -> Iterator[PageLink]:
        """Yield the links of all groups, as on the page."""
        for group in self.groups:
            yield from group.links


def read_pager(page: Page) -> Pager:
    """Return the groups of links on a page that are pagers."""
    page_url = resolve(page.url, "") or page.url
    groups: dict[HtmlElement, Group] = {}
    for link in _candidates(page, page_url):
        box = _box(link.element)
        groups.setdefault(box, Group(box=box)).links.append(link)
    found = []
    for group in groups.values():
        group.marks = _marks(group.box)
        _settle_arrows(group)
        group.links = _believed(group, page_url)
        if group.links:
            found.append(group)
    return Pager(page=page, page_url=page_url, groups=found, heads=_heads(page))


def _candidates(page: Page, page_url: str) -> Iterator[PageLink]:
    kept = 0
    for count, element in enumerate(page.root.iter("a", "area")):
        if count >= MAX_LINKS or kept >= MAX_CANDIDATES:
            return
        link = _candidate(page, page_url, element)
        if link:
            kept += 1
            yield link


def _candidate(page: Page, page_url: str, element: HtmlElement) -> PageLink | None:
    href = element.get("href")
    if not href or href.startswith(("#", "javascript:", "mailto:")):
        return None
    text = short_text(element, 60)
    if len(text) > 50:
        return None
    number = _number(text)
    role = None if number is not None else _role(element, text)
    if number is None and role is None:
        return None
    url = resolve(page.base_url, href, encoding=page.encoding)
    if not url or _is_same(url, page_url):
        return None
    return PageLink(
        url=url,
        element=element,
        text=text,
        number=number,
        role=_AS_TURN.get(role, role) if role else None,
        is_older=role == "older" or label_role(text) == "older",
        is_newer=role == "newer" or label_role(text) == "newer",
    )


def short_text(element: HtmlElement, limit: int) -> str:
    """Return the folded text of an element, cut soon after ``limit`` characters."""
    pieces, length = [], 0
    for piece in element.itertext():
        pieces.append(piece)
        length += len(piece.strip())
        if length > limit:
            break
    return " ".join("".join(pieces)[: 4 * limit].split())


def _number(text: str) -> int | None:
    if not any(map(str.isdecimal, text)) or len(text) > 20:
        return None
    found = _NUMBER.fullmatch(text)
    return int(re.sub(r"\D", "", found[1])) if found else None


def _role(element: HtmlElement, text: str) -> Role | None:
    rel = (element.get("rel") or "").lower().split()
    if "next" in rel:
        return "next"
    if "prev" in rel or "previous" in rel:
        return "prev"
    marks = own_marks(element)
    by_mark = mark_role(marks) if marks else None
    by_word = label_role(text) if text else None
    if by_word in {"older", "newer"}:
        if by_mark in {"next", "prev"}:
            return by_mark
        return by_word
    if by_word or (role := arrow_role(text)):
        return by_word or role
    for name in ("title", "aria-label"):
        if (said := element.get(name)) and (role := label_role(said[:60])):
            return role
    if not text and (image := next(element.iter("img"), None)) is not None:
        said = image.get("alt") or image.get("title") or ""
        return label_role(said[:60]) or arrow_role(said) or by_mark
    if by_mark and (not text or len(text) < 30):
        return by_mark
    return None


def own_marks(element: HtmlElement) -> str:
    """Return class and id of a link and of the small box that holds it alone."""
    names = [element.get("class"), element.get("id")]
    parent = element.getparent()
    if parent is not None and parent.tag in _BOXES and len(parent) <= 2:
        names += [parent.get("class"), parent.get("id")]
    return " ".join(name for name in names if name)[:300].lower()


def _box(element: HtmlElement) -> HtmlElement:
    """Return the largest short box around a candidate."""
    best = element
    node = element.getparent()
    for _ in range(6):
        if node is None or node.tag in {"body", "html", "main", "article"}:
            break
        if len(short_text(node, 320)) > 300 or len(node) > 400:
            break
        best = node
        node = node.getparent()
    return best


def _marks(box: HtmlElement) -> str:
    """Return the names on a box, above it, and on the boxes directly in it."""
    names: list[str] = []
    node: HtmlElement | None = box
    for _ in range(3):
        if node is None or node.tag in {"body", "html"}:
            break
        names += [node.get("class") or "", node.get("id") or ""]
        node = node.getparent()
    for count, inner in enumerate(box.iter()):
        if count > 60:
            break
        names += [inner.get("class") or "", inner.get("id") or ""]
    return " ".join(filter(None, names))[:2000]


def _settle_arrows(group: Group) -> None:
    """Where single and double arrows stand together, double ones lead to the ends."""
    signs = {link.text.strip(" |") for link in group.links}
    for single, double, from_role, to_role in _PAIRS:
        if single in signs and double in signs:
            for link in group.links:
                if link.text.strip(" |") == double and link.role == from_role:
                    link.role = to_role


_PAIRS: tuple[tuple[str, str, Role, Role], ...] = (
    (">", ">>", "next", "last"),
    (">", "»", "next", "last"),
    ("›", "»", "next", "last"),
    ("›", "››", "next", "last"),
    ("»", "»»", "next", "last"),
    ("<", "<<", "prev", "first"),
    ("<", "«", "prev", "first"),
    ("‹", "«", "prev", "first"),
    ("‹", "‹‹", "prev", "first"),
    ("«", "««", "prev", "first"),
)


def _believed(group: Group, page_url: str) -> list[PageLink]:
    """Return the links of a group that do lead through a listing."""
    if NOT_PAGER.search(group.marks) and not group.is_named:
        return []
    numbered = _numbered(group, page_url)
    turns = [
        link
        for link in group.links
        if link.role in {"next", "prev"}
        and (numbered or group.is_named or _goes_on(link.url, page_url))
        and not _is_neighbor(link, group, page_url, bool(numbered))
    ]
    if not numbered and not turns:
        return []
    ends = [link for link in group.links if link.role in {"first", "last"}]
    kept = {id(link) for link in (*numbered, *turns, *ends)}
    return [link for link in group.links if id(link) in kept]


def _numbered(group: Group, page_url: str) -> list[PageLink]:
    """Return links whose number stands in their address in one way."""
    links = [link for link in group.links if link.number is not None]
    fitting = [link for link in links if _fits(link)]
    if not fitting or _is_calendar(group, links) or _are_years(fitting, group):
        return []
    turns = any(link.role in {"next", "prev"} for link in group.links)
    several = len({link.url for link in fitting}) > 1 and _one_shape(fitting)
    near = any(_goes_on(link.url, page_url) for link in fitting)
    if not (several or near or turns or group.is_named):
        return []
    homes = {_home(link) for link in fitting}
    return [link for link in links if link in fitting or _home(link) in homes]


def _home(link: PageLink) -> str:
    return without_number(link.url)


def _one_shape(links: list[PageLink]) -> bool:
    shapes = [shape(link.url) for link in links]
    most = max(map(shapes.count, set(shapes)))
    return most > 1


def _fits(link: PageLink) -> bool:
    """Tell whether the number shown is the address's, or what it counts from."""
    shown = link.number or 0
    path = link.url.partition("://")[2].partition("/")[2]
    for run in _RUNS.findall(path[-300:]):
        if len(run) > 7:
            continue
        value = int(run)
        if value in {shown, shown - 1} and (value or shown == 1):
            return True
        if shown > 1 and value and (value % (shown - 1) == 0) and value > shown:
            return True
        if (
            shown
            and value > shown
            and (value - 1) % max(shown - 1, 1) == 0
            and shown > 1
        ):
            return True
    return False


def _goes_on(url: str, page_url: str) -> bool:
    return continues(url, page_url) and (
        any(True for _ in numbers(url)) or any(True for _ in numbers(page_url))
    )


def _is_neighbor(
    link: PageLink, group: Group, page_url: str, has_numbers: bool
) -> bool:
    """Tell whether a turn leads to the next article, not to the next page."""
    if has_numbers or _goes_on(link.url, page_url):
        return False
    if re.search(
        r"post-nav|nav-single|single-nav|post-pag|entry-nav", group.marks, re.I
    ):
        return True
    return not any(True for _ in numbers(link.url)) and not link.is_older


def _is_calendar(group: Group, links: list[PageLink]) -> bool:
    """Tell whether the numbers are days: cells in rows of seven."""
    rows = 0
    for count, row in enumerate(group.box.iter("tr")):
        if count > 40:
            break
        rows += len(row) == 7
    return rows >= 4 or any(
        NOT_PAGER.search(name) and "calend" in name.lower()
        for link in links[:3]
        for name in _names_above(link.element)
    )


def _names_above(element: HtmlElement) -> Iterator[str]:
    node = element.getparent()
    for _ in range(7):
        if node is None:
            return
        yield (node.get("class") or "") + " " + (node.get("id") or "")
        node = node.getparent()


def _are_years(links: list[PageLink], group: Group) -> bool:
    if group.is_named and any(link.role for link in group.links):
        return False
    return all(1900 <= (link.number or 0) <= 2100 for link in links)


def _is_same(url: str, page_url: str) -> bool:
    return _bare(url) == _bare(page_url)


def _bare(url: str) -> str:
    path, mark, query = url.partition("://")[2].partition("?")
    return path.rstrip("/") + mark + query


def _heads(page: Page) -> list[PageLink]:
    """Return what the head of the page names as its neighbors."""
    found: list[PageLink] = []
    for count, element in enumerate(page.root.iter("link")):
        if count > 500:
            break
        rel = (element.get("rel") or "").lower().split()
        role: Role | None = (
            "next"
            if "next" in rel
            else "prev"
            if {"prev", "previous"} & set(rel)
            else None
        )
        url = resolve(page.base_url, element.get("href") or "", encoding=page.encoding)
        if role and url and not _is_same(url, page.url):
            found.append(PageLink(url=url, element=element, text="", role=role))
    return found

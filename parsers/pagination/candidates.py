"""Links of a page that may belong to a pager, and the boxes they stand in. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from parsers.page import Page
from parsers.pagination.words import (
    PAGER,
    Role,
    arrow_role,
    label_role,
    mark_role,
)
from parsers.script_links import ScriptLinks
from parsers.urls import resolve

#: Links looked at, and candidates kept; a page with more has no pager we need.
MAX_LINKS = 20_000
MAX_CANDIDATES = 1_500

_NUMBER = re.compile(
    r"[\[(\-–—|«<\s]*(?:page|pagina|página|seite|стр(?:аница|\.)?|side|sida|strona|第)?\s*"
    r"(\d{1,3}(?:[,.\u00a0 ]\d{3})+|\d{1,6})\s*(?:页|頁|ページ)?[\])\-–—|.»>\s]*",
    re.IGNORECASE,
)
#: A page named by its items, "11-20", and how many these must be.
_RANGE = re.compile(r"[\[(]?\s*(\d{1,6})\s*[-–—]\s*(\d{1,6})\s*[\])]?")
_LEAST_RANGE = 5
_ADDRESS = re.compile(r"https?://|/|\?|\./")
_BASES = ("data-base", "data-url", "data-href", "data-base-url")
_OWN_NUMBER = re.compile(r"([?&](?:page|p|paged|pg)=)\d{1,6}(?=&|$)", re.IGNORECASE)
_AS_TURN: dict[Role, Role] = {"older": "prev", "newer": "next"}
_BETWEEN = {"b", "strong", "span", "em", "i", "font", "img", "a"}
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
    """Candidates that stand together; ``marks`` are the names of what holds them,
    ``own`` the page's addresses."""

    box: HtmlElement
    links: list[PageLink] = field(default_factory=list)
    marks: str = ""
    own: tuple[str, ...] = ()

    @property
    def is_named(self) -> bool:
        """Whether the page calls this a pager."""
        return bool(PAGER.search(self.marks))


def find_candidates(page: Page, page_url: str) -> Iterator[PageLink]:
    """Yield the links of a page that show a number or name a direction."""
    kept = 0
    scripts = ScriptLinks(page)
    for count, element in enumerate(page.root.iter("a", "area", "button", "option")):
        if count >= MAX_LINKS or kept >= MAX_CANDIDATES:
            return
        href = _href(element, scripts, page_url)
        link = _candidate(page, page_url, element, href) if href else None
        if link:
            kept += 1
            yield link


def _href(element: HtmlElement, scripts: ScriptLinks, page_url: str) -> str:
    """Return where a link, a choice or a button leads, as far as the page says it."""
    if element.tag == "option":
        value = (element.get("value") or "").strip()
        return value if _ADDRESS.match(value) else ""
    href = scripts.href_of(element)
    if href:
        return "" if href.startswith("mailto:") else href
    number = element.get("data-page") or ""
    if not number.isdecimal() or len(number) > 6:
        return ""
    return _with_number(element, int(number), page_url)


def _with_number(element: HtmlElement, number: int, page_url: str) -> str:
    """Return the address of a page that a script's button only numbers.

    How the site writes page numbers, its pager or the page's own address must show.
    """
    for box in list(element.iterancestors())[:3]:
        for name in _BASES:
            if (base := box.get(name) or "").endswith("=") and _ADDRESS.match(base):
                return f"{base}{number}"
    own = _OWN_NUMBER.search(page_url)
    if not own:
        return ""
    return f"{page_url[: own.end(1)]}{number}{page_url[own.end() :]}"


def _candidate(
    page: Page, page_url: str, element: HtmlElement, href: str
) -> PageLink | None:
    text = short_text(element, 60)
    if len(text) > 50:
        return None
    number = _number(text)
    role = None if number is not None else _role(element, text)
    if number is None and role is None:
        return None
    url = resolve(page.base_url, href, encoding=page.encoding)
    if not url or is_same(url, page_url):
        return None
    said = {role, label_role(text), mark_role(own_marks(element))}
    return PageLink(
        url=url,
        element=element,
        text=text,
        number=number,
        role=_AS_TURN.get(role, role) if role else None,
        is_older="older" in said,
        is_newer="newer" in said,
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
    if found := _RANGE.fullmatch(text):
        first, last = int(found[1]), int(found[2])
        size = last - first + 1
        return last // size if size >= _LEAST_RANGE and first % size == 1 else None
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


def box_of(element: HtmlElement) -> HtmlElement:
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


def is_beside(one: HtmlElement, other: HtmlElement) -> bool:
    """Tell whether two links stand in one row, with hardly a word between them."""
    node: HtmlElement | None = one
    chars = 0
    for _ in range(4):
        if node is None or chars > 30:
            return False
        chars += len((node.tail or "").strip())
        node = node.getnext()
        if node is other:
            return chars <= 30
        if node is None or node.tag not in _BETWEEN:
            return False
        chars += len(short_text(node, 30))
    return False


def marks_of(box: HtmlElement) -> str:
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


def settle_arrows(group: Group) -> None:
    """Where single and double arrows stand together, double ones lead to the ends.

    "The next 10" beside single numbers are ten pages, not the next one.
    """
    if any(link.number is not None for link in group.links):
        for link in group.links:
            if link.role in _TURNS and any(map(str.isdecimal, link.text)):
                link.role = None
    signs = {link.text.strip(" |") for link in group.links}
    for single, double, from_role, to_role in _PAIRS:
        if single in signs and double in signs:
            for link in group.links:
                if link.text.strip(" |") == double and link.role == from_role:
                    link.role = to_role


_TURNS: tuple[Role, ...] = ("next", "prev")
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


def is_same(url: str, page_url: str) -> bool:
    """Tell whether an address is the page's own, scheme and last slash apart."""
    return _bare(url) == _bare(page_url)


def _bare(url: str) -> str:
    path, mark, query = url.partition("://")[2].partition("?")
    return path.rstrip("/") + mark + query

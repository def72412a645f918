"""Links of a page that may belong to a pager, and the boxes they stand in. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, islice

from lxml.html import HtmlElement

from parsers.addresses.script_links import ScriptLinks
from parsers.finders.attachments import names_file
from parsers.page import Page
from parsers.pagination.hrefs import href_of
from parsers.pagination.words import (
    PAGE,
    PAGER,
    Role,
    arrow_role,
    label_role,
    mark_role,
)

#: Links looked at, and candidates kept; a page with more has no pager we need.
MAX_LINKS = 20_000
MAX_CANDIDATES = 1_500
_TAGS = ("a", "area", "button", "input", "option")
#: What a script makes a button of.
_MADE_TAGS = ("li", "span", "div")

_NUMBER = re.compile(
    rf"[\[(\-–—|«<\s]*(?:(?:{PAGE})[^\W\d]{{0,5}}|стр\.?|第)?\s*"
    r"(\d{1,3}(?:[,.\u00a0 ]\d{3})+|\d{1,6})\s*(?:页|頁|ページ)?[\])\-–—|.»>\s]*"
    r"(?:(?:of|von|de|di|sur|из|z)\s\d{1,6})?",
    re.IGNORECASE,
)
#: A page named by its items, "11-20", and how many these must be.
_RANGE = re.compile(r"[\[(]?\s*(\d{1,6})\s*[-–—]\s*(\d{1,6})\s*[\])]?")
_LEAST_RANGE = 5
_AS_TURN: dict[Role, Role] = {"older": "prev", "newer": "next"}
#: A link to a page is named in so many words, or in words that say where it leads.
_NAMED = 3
#: Links beside a number, or an arrow, that are looked at, in so many boxes around that.
_ROW_LINKS, _ROW = 6, 3
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
    made = (e for e in page.root.iter(*_MADE_TAGS) if e.get("data-page"))
    for count, element in enumerate(chain(page.root.iter(*_TAGS), made)):
        if count >= MAX_LINKS or kept >= MAX_CANDIDATES:
            return
        href = href_of(element, scripts, page_url)
        link = _candidate(page, page_url, element, href) if href else None
        if link:
            kept += 1
            yield link


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
    url = page.resolve(href)
    if not url or is_same(url, page_url) or names_file(url):
        return None
    if (number is not None and not _counts_up(element)) or arrow_role(text):
        reach = _ROW if number is None else 1
        if any(_leads_to(page, near, url) for near in _beside(element, reach)):
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


def _counts_up(element: HtmlElement) -> bool:
    """Tell whether the numbers beside one count up one by one, as only pagers do.

    What leads where a number does is a "next" then, in whatever language.
    """
    row = element.getparent()
    links = islice(row.iter("a"), _ROW_LINKS) if row is not None else ()
    found = [n for a in links if (n := _number(short_text(a, 60))) is not None]
    return len(found) > 1 and found == list(range(found[0], found[0] + len(found)))


def _beside(element: HtmlElement, reach: int) -> Iterator[HtmlElement]:
    """Yield links in the row of a number, or of an arrow: they may be its title's.

    ``reach`` boxes around it, and what stands before it where all rows are in one.
    """
    for row in islice(element.iterancestors(), reach):
        yield from islice(row.iter("a"), _ROW_LINKS)
    if reach > 1:
        for node in islice(element.itersiblings(preceding=True), _ROW_LINKS):
            yield from islice(node.iter("a"), _ROW_LINKS)


def _leads_to(page: Page, link: HtmlElement, url: str) -> bool:
    """Tell whether a link is a title that leads to a page, as a number beside it does.

    How often an item was commented on stands so, or an arrow for the rest of it.
    """
    return _is_title(link) and is_same(page.resolve(link.get("href") or "") or "", url)


def _is_title(link: HtmlElement) -> bool:
    """Tell whether a link has words, and no pager's: "next" leads to a page, too."""
    text = short_text(link, 60)
    is_word = any(map(str.isalpha, text)) and _number(text) is None
    return is_word and _role(link, text) is None


def short_text(element: HtmlElement, limit: int) -> str:
    """Return the folded text of an element, cut soon after ``limit`` characters."""
    if element.tag == "input":
        return " ".join((element.get("value") or "").split())[:limit]
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
    if len(text.split()) > _NAMED and not label_role(text):
        rel = []  # it is called by the title of an item
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
    if by_word:
        return by_word
    by_arrow = arrow_role(text)
    for name in ("title", "aria-label"):
        if (said := element.get(name)) and (role := label_role(said[:60])):
            return by_arrow if by_arrow and role in {"older", "newer"} else role
    if by_arrow:
        return by_arrow
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
    if parent is not None and parent.tag in _BOXES and not _has_more(parent, 2):
        names += [parent.get("class"), parent.get("id")]
    return " ".join(name for name in names if name)[:300].lower()


def _has_more(element: HtmlElement, count: int) -> bool:
    """Tell whether an element has more children; lxml counts all to say how many."""
    return next(islice(element, count, None), None) is not None


def box_of(element: HtmlElement) -> HtmlElement:
    """Return the largest short box around a candidate, which holds no part of a page.

    A list of few items may be as short as its pager.
    """
    best = element
    node = element.getparent()
    for _ in range(6):
        if node is None or node.tag in {"body", "html", "main", "article"}:
            break
        if len(short_text(node, 320)) > 300 or _has_more(node, 400):
            break
        if next(node.iter("aside", "h1"), None) is not None:
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

    "The next 10" beside single numbers are ten pages, not the next one, unless it
    leads to one of these.
    """
    numbered = {link.url for link in group.links if link.number is not None}
    if numbered:
        for link in group.links:
            is_counted = any(map(str.isdecimal, link.text))
            if link.role in _TURNS and is_counted and link.url not in numbered:
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

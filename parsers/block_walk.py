"""A page's tree walked once, so that it is a row of blocks. Pure."""

import re
from collections.abc import Iterator, Mapping
from typing import Literal

from lxml.html import HtmlElement

from parsers.blocks import Block, Place, is_hidden_by_markup, text_size
from parsers.page import Page
from parsers.text import fold_space, nfc, without_edges
from parsers.visible import is_mark, is_unseen

#: What an element does to the line that it stands in.
Role = Literal["block", "unread", "link", "break", "strong", "slant"]

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
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
#: What holds a sign of a font of icons, with white space around it at most; how it is
#: called.
_GLYPHS, _GLYPH = frozenset(("span", "i")), 12
_ICON = re.compile(r"(?:^|\s)(?:icons?|glyphicon|fa)(?:[-_][\w-]*)?(?:\s|$)")
_BLANK, _RULE = r"[ \t\r\f\v]*", r"(?:={3,}|-{3,}|~{3,}|\*{3,}|_{3,}|#{3,})"
_EMPTY_LINE = re.compile(
    rf"\n{_BLANK}(?:{_RULE}{_BLANK})?\n(?:\s*{_RULE}{_BLANK}\n)*\s*"
    rf"|\A\s*{_RULE}{_BLANK}\n\s*"
)
#: How data begin that a page holds for its scripts, hidden by its style.
_DATA = ('{"', '[{"')
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
    elif any(map(_says_much, page.noted["noscript"])):
        roles = _ROLES_UNSCRIPTED
    else:
        return tuple(bare)
    blocks = _walk(page.root, roles)
    return tuple(bare if _prose(blocks) < 2 * prose else blocks)


def _says_much(element: HtmlElement) -> bool:
    return sum(map(len, element.itertext())) >= _BARE


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
        text = "".join(pieces)
        if not text.isascii():  # some systems write letters and their marks apart
            text = without_edges(nfc(text))
        text = fold_space(text)
        pieces.clear()
        if text and not text.startswith(_DATA):
            chars = len(text)
            blocks.append(
                Block(
                    len(blocks),
                    place,
                    place.tag,
                    place.kind,
                    text,
                    place.line,
                    chars,
                    text_size(text),
                    min(1.0, in_link / chars) if in_link else 0.0,
                    in_link,
                    in_strong,
                    in_slant,
                    tuple(hrefs),
                )
            )
        in_link = in_strong = in_slant = 0
        hrefs.clear()
        hrefs.extend(links[-1:])
        is_carried = bool(links)

    def add(text: str) -> None:
        nonlocal in_link, in_strong, in_slant
        is_typed = place.tag == "pre" and "\n" in text  # shown as it was typed
        # no call of itself: a ring would keep the page in memory
        for number, part in enumerate(_EMPTY_LINE.split(text) if is_typed else (text,)):
            if number:
                flush()
                place.line += 1
            pieces.append(part)
            if links or strong or slant:
                chars = len(part.strip())
                in_link += chars if links else 0
                in_strong += chars if strong else 0
                in_slant += chars if slant else 0

    children = iter(root[:])
    if (text := root.text) and not text.isspace():
        add(text)
    while True:
        for element in children:  # open the next
            tag = element.tag
            role = roles.get(tag)
            if role is None and "-" in tag and _is_box(element):
                role = "block"
            if role == "block":
                if pieces:
                    flush()
                place = Place(element, tag, place, len(blocks))
            elif (
                (role == "unread" and not _heads(element))
                or (
                    tag == "span"
                    and ((pieces and _is_aside(element)) or _is_tool(element))
                )
                or (tag in _GLYPHS and _is_glyph(element))
                or (
                    role == "link"
                    and (is_hidden_by_markup(element) or is_mark(element))  # a trap
                )
            ):
                if (text := element.tail) and (pieces or not text.isspace()):
                    add(text)
                continue
            elif role == "link":
                if href := element.get("href"):
                    links.append(href)
                    hrefs.append(href)
            elif role == "break":
                flush()
                place.line += 1
            elif role == "strong":
                strong += 1
            elif role == "slant":
                slant += 1
            if (text := element.text) and (pieces or not text.isspace()):
                add(text)
            stack.append((children, role, element))
            children = iter(element[:])
            break
        else:  # close the last
            if not stack:
                break
            children, role, element = stack.pop()
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
            if (text := element.tail) and (pieces or not text.isspace()):
                add(text)
    flush()
    place.end = len(blocks)
    return blocks


def _is_box(element: HtmlElement) -> bool:
    """Tell whether an element of a site's own stands in no line of text.

    Pages that components draw have no others; ``<x-day>`` amid words is a part of them.
    """
    above, before, after = element.getparent(), element.getprevious(), element.getnext()
    lead = above.text if before is None and above is not None else None
    lead = before.tail if before is not None else lead
    if (lead and not lead.isspace()) or (element.tail and not element.tail.isspace()):
        return False
    beside = [one.tag for one in (before, after) if one is not None]
    return all("-" in tag or tag in _BLOCK_TAGS for tag in beside)


def _heads(element: HtmlElement) -> bool:
    """Tell whether a button is the heading of what it folds and unfolds."""
    above = element.getparent() if element.tag == "button" else None
    return above is not None and above.tag in _HEADINGS


def _is_tool(element: HtmlElement) -> bool:
    """Tell whether what stands behind a heading's words is but links in brackets.

    Wikis say so what one may do with the part below: "[edit | edit source]".
    """
    first = element.text or (element[0].text if len(element) else "") or ""
    if first.lstrip()[:1] != "[":  # others are passed over fast
        return False
    before, above = element.getprevious(), element.getparent()
    if before is None or above is None or _HEADINGS.isdisjoint((before.tag, above.tag)):
        return False
    inner = "".join(element.itertext()).strip()
    linked = "".join(text for link in element.iter("a") for text in link.itertext())
    return inner[-1] == "]" and _letters(inner) == _letters(linked) > 0


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def _is_glyph(element: HtmlElement) -> bool:
    """Tell whether an element is an icon that its font draws for a letter.

    A figure in such a mark counts the steps.
    """
    text = element.text
    if not text or len(text) > _GLYPH or len(text := text.strip()) != 1:
        return False  # most are passed over fast
    if text.isdigit():
        return False
    return not len(element) and bool(_ICON.search(element.get("class") or ""))


def _is_aside(element: HtmlElement) -> bool:
    """Say whether words behind others on a line are for those who listen or point."""
    names = element.get("class")
    is_named = names is not None and is_unseen(names)
    return is_named or element.get("role") == "tooltip"

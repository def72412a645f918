"""Where on a page something stands: main, side or menu, by tags and names. Pure."""

import re
from collections.abc import Container, Sequence
from enum import IntEnum
from functools import lru_cache
from itertools import chain, islice

from lxml.html import HtmlElement

from parsers.dates import find_dates
from parsers.lines.signs import without_had


class Area(IntEnum):
    """Where on the page something stands, worst first."""

    MENU = 0
    SIDE = 1
    MAIN = 2


#: What a header may head that is no site.
_WHOLES = frozenset(("article", "li", "section", "main"))


def area_of(element: HtmlElement) -> Area | None:
    """Return the area an element opens by its tag or its names, if it opens one."""
    tag = element.tag
    if tag == "nav" or (tag == "footer" and not _is_foot_of_part(element)):
        return Area.MENU
    if tag == "aside":
        return Area.SIDE
    if tag == "header" and not (_is_inside(element, _WHOLES) or _is_of_card(element)):
        return Area.MENU
    if tag not in {"div", "ul", "section", "td", "table", "form", "p", "dl", "ol"}:
        return None
    area = _area_named(tag, f"{_names(element)} {element.get('role') or ''}")
    if area is Area.SIDE and _is_around_main(element):
        return None
    if area is Area.MENU and _FOOT.search(_names(element)) and _is_of_row(element):
        return None
    if area is Area.MENU and _TONGUES.search(_names(element)) and _is_of_rows(element):
        return None
    return area


def _names(element: HtmlElement) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"[:200]


@lru_cache(maxsize=4096)
def _area_named(tag: str, names: str) -> Area | None:
    names = " ".join(map(without_had, names.split())).lower()
    if tag == "ol":  # what is counted is no menu, whatever draws it
        names = _DRAWN.sub(" ", names)
    if len(names) < 3:
        return None
    if _MENU.search(names) and "content" not in names:
        return Area.MENU
    if tag in {"ul", "ol"} and _TABS.search(names):
        return Area.MENU
    return Area.SIDE if _SIDE.search(names) else None


def _is_inside(element: HtmlElement, tags: Container[str]) -> bool:
    node = element.getparent()
    for _ in range(4):
        if node is None:
            return False
        if node.tag in tags:
            return True
        node = node.getparent()
    return False


def _is_around_main(element: HtmlElement) -> bool:
    """Tell whether a box is named for its side column, and holds the main one too."""
    columns = [_names(child).lower() for child in islice(element, _NEAR)]
    mains = [name for name in columns if _MAIN.search(name) and not _SIDE.search(name)]
    return bool(mains) and any(map(_SIDE.search, columns))


def _is_of_row(element: HtmlElement) -> bool:
    """Tell whether a foot is that of one of several items made alike.

    That of a card, in whatever box, leads to the item and hardly elsewhere.
    """
    for part in islice(element.iterancestors("article", "li"), 1):
        return _is_one_of_many(part)
    links = sum(1 for _ in islice(element.iter("a"), _CARD_LINKS + 1))
    if not 0 < links <= _CARD_LINKS or element.getprevious() is None:
        return False
    boxes = islice(element.iterancestors("div", "section"), _CARD_DEPTH)
    return any(map(_is_one_of_many, boxes))


def _is_of_card(element: HtmlElement) -> bool:
    """Tell whether a head or a foot lies in a link, or in one of several boxes alike.

    Each of the boxes has one: that of a site stands there once.
    """
    for box in islice(element.iterancestors(), _CARD_DEPTH):
        if box.tag == "a":
            return box.get("href") is not None
        named = box.get("class") if box.tag == "div" else None
        if named is None:
            continue
        others = chain(box.itersiblings("div"), box.itersiblings("div", preceding=True))
        near = (o for o in islice(others, _NEAR) if o.get("class") == named)
        alike = (o for o in near if next(o.iter(element.tag), None) is not None)
        if sum(1 for _ in islice(alike, _CARDS)) == _CARDS:
            return True
    return False


def _is_of_rows(element: HtmlElement) -> bool:
    """Tell whether a box comes again under its name in several rows made alike."""
    named = element.get("class")
    for box in islice(element.iterancestors("div", "li", "tr"), _CARD_DEPTH):
        others = chain(box.itersiblings(), box.itersiblings(preceding=True))
        near = (o for o in islice(others, _NEAR) if o.get("class") == box.get("class"))
        boxes = (one for o in near for one in islice(o.iter(element.tag), _NEAR))
        alike = (one for one in boxes if one.get("class") == named)
        if sum(1 for _ in islice(alike, _CARDS)) == _CARDS:
            return True
    return False


def _is_one_of_many(part: HtmlElement) -> bool:
    named = part.get("class")
    others = chain(part.itersiblings(), part.itersiblings(preceding=True))
    near = islice(others, _NEAR)
    return any(o.tag == part.tag and o.get("class") == named for o in near)


def _is_foot_of_part(element: HtmlElement) -> bool:
    """Tell whether a footer ends one of several parts: an item, and not a page."""
    for part in islice(element.iterancestors(), 4):
        if part.tag in {"article", "li", "section"}:
            after, before = part.itersiblings(), part.itersiblings(preceding=True)
            near = chain(islice(after, _NEAR), islice(before, _NEAR))
            return any(other.tag == part.tag for other in near)
    return _is_of_card(element)


def is_beside_main(element: HtmlElement, area: Area) -> bool:
    """Tell whether a menu leaves out what its page is about, however long it is.

    Where scripts draw the list, a menu is all that has links. One that is known by its
    names alone may hold the page, but not beside what the page calls its main part.
    """
    if area is not Area.MENU:
        return False
    tags = ("main", "h1") if element.tag in _PARTS else ("main",)
    found = element.getroottree().getroot().iter(*tags)
    return any(element not in one.iterancestors() for one in islice(found, _NEAR))


def lists_days(element: HtmlElement, texts: Sequence[tuple[str, bool]]) -> bool:
    """Tell whether a box is a menu by its name alone: its links come each with a day.

    It stands in what the page calls its main part. ``texts`` are those of the box, each
    with whether it is a link.
    """
    if element.tag in _SURE_MENUS:
        return False
    links = sum(is_link and any(map(str.isalpha, text)) for text, is_link in texts)
    if links < _FEWEST:
        return False
    said = (text[:_DAY_LINE] for text, is_link in texts if not is_link)
    days = sum(bool(find_dates(text, now_year=_ANY_YEAR)) for text in said)
    if days < _DATED * links:
        return False
    above = [node for node in element.iterancestors() if node.tag != "body"]
    if any(node.tag in _SURE_MENUS for node in above):
        return False
    return any(n.tag == "main" or _MAIN.search(_names(n).lower()) for n in above)


def is_elsewhere(url: str) -> bool:
    """Tell whether an address only offers to follow, share or buy.

    >>> is_elsewhere("https://www.facebook.com/harbour")
    True
    """
    return bool(_ELSEWHERE.match(url))


def is_reordered(url: str, page: str) -> bool:
    """Tell whether an address only asks for a page in another order of its lines.

    >>> is_reordered("https://h.example/p/?C=M;O=A", "https://h.example/p/")
    True
    >>> is_reordered("https://h.example/p/?order=7", "https://h.example/p/")
    False
    """
    head, mark, query = url.partition("?")
    is_here = bool(mark) and head == page.partition("?")[0]
    return is_here and _ORDER.fullmatch(query) is not None


#: How a box of languages is called: of the site, or of one item.
_TONGUES = re.compile(r"(?:^|[\s_-])lang(?:uage)?s?(?:[\s_-]|$)", re.IGNORECASE)
#: What servers and lists of theirs ask by, to be put in order: only that, of words.
_ORDER = re.compile(
    r"(?:(?:c=[a-z]|o=[ad]|(?:sort|order|dir)(?:[-_]?(?:by|order|dir(?:ection)?))?"
    r"=[a-z_.-]+)(?:[&;]|$))+",
    re.IGNORECASE,
)
#: Elements that are no frame of a whole page.
_PARTS = frozenset(["nav", "footer", "header", "ul"])
#: Elements that are menus whatever they hold.
_SURE_MENUS = frozenset(["nav", "footer", "header"])
#: A list has so many links, and days for such a share of them.
_FEWEST, _DATED = 3, 0.8
#: A line of a day has so many letters; any year will do for one without, of 366 days.
_DAY_LINE, _ANY_YEAR = 100, 2024
#: The foot of a card has so many links, and so few boxes around it.
_CARD_LINKS, _CARD_DEPTH = 2, 3
#: A card has so many others beside it.
_CARDS = 2
#: Another part like it stands so near.
_NEAR = 10
#: Where a page offers to be followed, shared or bought, never an item.
_ELSEWHERE = re.compile(
    r"https?://(?:[\w-]+\.)?(?:facebook\.com|twitter\.com|x\.com|instagram\.com|"
    r"linkedin\.com|pinterest\.\w+|threads\.net|t\.me|vk\.com|ok\.ru|wa\.me|whatsapp\.com|"
    r"tiktok\.com|weibo\.com|reddit\.com|tumblr\.com|addtoany\.com|addthis\.com|"
    r"plus\.google\.com|play\.google\.com|apps\.apple\.com|itunes\.apple\.com|"
    r"youtube\.com/(?:user|channel|c/|@)|flickr\.com/(?:people|photos)/[^/]+/?$)(?:/|$|\?)?",
    re.IGNORECASE,
)
_MENU = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|mainmenu|submenu|topmenu|megamenu|footer\w*|"
    r"foot|breadcrumbs?|cookies?|social|share|sharing|langs?|languages?|toolbar|skip|"
    r"copyright|topbar|pagination|pager|paging|login|masthead|contentinfo|quicklinks?|"
    r"tagcloud|dropdown|sitemap)(?:[\s_-]|$)|mainnav|topnav|subnav|leftnav|sidenav|"
    r"globalnav|footer(?:links|nav|menu)|navmenu|menubar|"
    r"[_-]tabs(?:[\s_-]|$)|(?:^|\s)tabs[_-]+(?![_-]|panels?\b|panes?\b|body\b|wrap|container)"
)
#: How a kit of styles calls a list that it draws like a menu.
_DRAWN = re.compile(r"(?<!\S)nav(?:-\w+)?(?!\S)")
#: The foot of a page, or of an item.
_FOOT = re.compile(r"(?:^|[\s_-])foot(?:er)?(?:[\s_-]|$)", re.IGNORECASE)
#: How a column is called that holds what its page is about.
_MAIN = re.compile(r"(?:^|[\s_-])(?:main|content|primary)(?:[\s_-]|$)")
#: Lists of tabs; a box of that name holds what they show as well.
_TABS = re.compile(r"(?:^|[\s_-])(?:tabs|tablist)(?:[\s_-]|$)")
_SIDE = re.compile(
    r"(?:^|[\s_-])(?:sidebar|side|aside|related|complementary|widgets|popular|"
    r"trending|mostread|most-read|most-popular|recommended|promo|advert|ads?|"
    r"leftcol|rightcol|news-line|recent|cloud|blogroll)(?:[\s_-]|$)|sidebar|widget[-_]|(?:^|\s)labels?(?:\s|$)"
)

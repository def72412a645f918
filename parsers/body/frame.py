"""The frame of a page: menus, banners, footers, weather, sidebars. Pure.

Only what names itself so, by a tag, a role, a class or an id, and holds less than half
of the page's words: some makes call the whole page a sidebar or a form.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from itertools import islice

from parsers.blocks import Block, Place
from parsers.body.asides import is_box
from parsers.body.region import summed
from parsers.lines.signs import without_had
from parsers.visible import is_unseen

#: A place that holds this share of a page's words is no frame, whatever its name.
_WHOLE = 0.5
#: A text of fewer characters may be a teaser that was taken for one.
_PROSE = 400
_TAGS = frozenset(("footer", "nav", "aside"))
_QUOTES = ("blockquote", "figure")
_ROLES = frozenset(
    "navigation banner contentinfo search complementary menu alert dialog"
    " alertdialog".split()
)
#: Around an article's own header, which is no frame.
_CONTENT_TAGS = frozenset(("article", "main"))
_WORDS = frozenset(
    "nav navbar navigation breadcrumb breadcrumbs crumbs masthead topbar bottombar"
    " toolbar toolbars cookie cookies consent gdpr login signin search share sharing"
    " social weather wetter meteo clock countdown newsletter subscribe related"
    " recommended recommendations popular trending mostread comments comment respond"
    " kommentar kommentare leserkommentare kommentarer commentaires comentarios"
    " commenti reacties komentarze yorumlar"
    " advert advertisement ads ad sponsor sponsors banner banners slider carousel"
    " slideshow signup skip pagination pager popup lightbox tagcloud translate hits"
    " invisible visuallyhidden offscreen language languages translation translations"
    " colophon wayback ipp".split()
)
_PARTS = re.compile(
    r"menu|footer|sitemap|side-?bar|sidenav|navbar|masthead|breadcrumb|weather|newsletter"
    r"|related(?:post|article|stor|news)"
)
#: A box about who wrote an article, not the line that says who.
_WRITER = re.compile(
    r"about[-_]?(?:the[-_]?)?aut(?:h?or|eur)|aut(?:h?or|eur)[-_]?(?:bio|box)"
)
#: A box that the whole site shows for a while, by its names.
_ALERT = re.compile(
    r"(?:emergency|site-?_?(?:wide)?|global|system|county|city)-?_?(?:alert|notice)s?$"
    r"|alerts?-?_?(?:bar|banner|tool-?bar|container|strip|region)(?:-?_?inner)?$"
    r"|region-?_?alerts?$"
)
#: Related files are part of what a page offers; related stories are not.
_FILES = frozenset("document documents file files download downloads".split())
#: Parts of a table, whose styles speak of its header and its footer.
_ROWS = ("td", "th", "tr", "tbody", "tfoot", "thead")
_HEADER = re.compile(r"^(?:site|page|top|main|global)?-?header(?:-?(?:row|column))?$")
_GENERATED = re.compile(r"(?=.*0)(?=.*[a-f])[0a-f]+")
_TOKEN = re.compile(r"[a-z0-9]+")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
#: A header stands near the root.
_NEAR_ROOT = 7
#: The heading of a section has no more links.
_HEADING_LINKS = 2


class Frame:
    """Tells of each block of a page whether it belongs to the frame.

    >>> from parsers.block_walk import walk
    >>> from parsers.model import Capture
    >>> from parsers.page import read_page
    >>> html = b"<ul class=main-menu><li>Home</ul><p>Fog lay over the harbour."
    >>> blocks = walk(read_page(Capture(url="https://h.example/", payload=html)))
    >>> [block.text for block in blocks if not Frame(blocks).holds(block)]
    ['Fog lay over the harbour.']

    ``text`` are the blocks that were read as the page's text, if it was read.
    """

    def __init__(
        self, blocks: Sequence[Block], *, text: Collection[Block] = ()
    ) -> None:
        self._weights = weights_of(blocks)
        self._whole = sum(block.chars for block in blocks)
        self._texts: dict[str, int] = {}
        for place, weight in weights_of(text).items():
            # each section of a text may have its own place, of one name
            self._texts[place.path] = self._texts.get(place.path, 0) + weight
        self._text = sum(block.chars for block in text)
        self._known: dict[Place, bool] = {}

    def holds(self, block: Block) -> bool:
        """Tell whether a block stands in the frame."""
        way: list[Place] = []
        answer = False
        for place in (block.place, *block.place.ancestors()):
            if place in self._known:
                answer = self._known[place]
                break
            way.append(place)
        for place in reversed(way):
            answer = answer or (not self._is_most(place) and _is_frame(place))
            self._known[place] = answer
        return answer

    def places(self, block: Block) -> list[Place]:
        """Return what around a block calls itself frame, the innermost first."""
        around = (block.place, *block.place.ancestors())
        return [p for p in around if not self._is_most(p) and _is_frame(p)]

    def weight(self, place: Place) -> int:
        """Return how many characters stand in a place."""
        return self._weights.get(place, 0)

    def _is_most(self, place: Place) -> bool:
        """Tell whether most of the page, or of what was read as its text, is inside."""
        return self.weight(place) >= _WHOLE * self._whole or self._texts.get(
            place.path, 0
        ) > max(_WHOLE * self._text, _PROSE)


def names_notice(name: str) -> bool:
    """Tell whether a class or an id, in small letters, names a box of a site's alerts.

    >>> names_notice("emergency-alert"), names_notice("alert-info")
    (True, False)
    """
    return _ALERT.search(name) is not None


def weights_of(blocks: Iterable[Block]) -> dict[Place, int]:
    """Return how many characters stand in each place, inner places counted."""
    return summed((block.place, block.chars) for block in blocks)


def _is_frame(place: Place) -> bool:
    is_quote_s = place.tag == "footer" and place.parent and place.parent.tag in _QUOTES
    # amid a text, it sums that up; below a quote, it says whose that is
    if is_quote_s or (place.tag == "aside" and is_box(place)):
        return _names_frame(place.step)
    if place.tag in _TAGS or (place.element.get("role") or "").lower() in _ROLES:
        return True
    if place.tag == "header" and place.depth > _NEAR_ROOT and _is_heading(place):
        return False
    if place.tag == "header" or (place.depth <= _NEAR_ROOT and _is_header(place)):
        inside = any(above.tag in _CONTENT_TAGS for above in place.ancestors())
        return not inside and not _holds_main(place)
    return _names_frame(place.step) and not _holds_main(place)


def _is_heading(place: Place) -> bool:
    """Tell whether a header is that of a section: a heading and hardly a link."""
    element = place.element
    if element.find(".//nav") is not None or element.find(".//form") is not None:
        return False
    links = islice(element.iter("a"), _HEADING_LINKS + 1)
    return sum(1 for _ in links) <= _HEADING_LINKS and any(
        True for _ in element.iter("h2", "h3", "h4", "h5", "h6")
    )


def _holds_main(place: Place) -> bool:
    """Tell whether the main part of the page stands inside, as where tags are lost."""
    found = place.element.iterfind(".//*[@role='main']")
    return next(found, None) is not None or place.element.find(".//main") is not None


@lru_cache(maxsize=50_000)
def _names_frame(step: str) -> bool:
    names = _names(step)
    if step.startswith(_ROWS):
        # the styles of a table name its first and last rows and columns
        names = [name for name in names if "table" not in name.lower()]
    tokens = {token for name in names for token in _tokens(name)}
    if not _FILES.isdisjoint(tokens):
        tokens.discard("related")
    if any(map(is_unseen, names)) or any(
        _WRITER.search(n) or names_notice(n) for n in map(str.lower, names)
    ):
        return True
    return not _WORDS.isdisjoint(tokens) or any(map(_PARTS.search, tokens))


def _is_header(place: Place) -> bool:
    """Tell whether a box is called a header; a heading that is so called heads a text.

    One make calls all its headings ``page-header``.
    """
    return place.kind != "heading" and _names_header(place.step)


@lru_cache(maxsize=50_000)
def _names_header(step: str) -> bool:
    return any(_HEADER.match(name.lower()) for name in _names(step))


def _names(step: str) -> list[str]:
    """Return the id and the classes in a step of a path.

    >>> _names("div#siteHeader.dark.has-sidebar"), _names("p")
    (['siteHeader', 'dark'], [])
    """
    _, _, rest = step.replace("#", ".").partition(".")
    names = rest.split(".") if rest else []
    return list(filter(None, map(without_had, names)))


def _tokens(name: str) -> list[str]:
    """Return the words of a name; a generated id has none that mean anything.

    >>> _tokens("mainMenu-0"), _tokens("js-id-b0ad0c")
    (['main', 'menu', '0'], ['js', 'id', 'b0ad0c'])
    >>> _tokens("info-box_0bd-ad")
    ['info', 'box', '0bd']
    """
    words = _TOKEN.findall(_HUMP.sub(" ", name).lower())
    if any(map(_GENERATED.fullmatch, words)):
        words = [word for word in words if word not in ("ad", "ads")]
    return [word.rstrip("0") or word for word in words]

"""Names that stand over every page of a site: its own, and those of its parts. Pure.

A page links to what it lies under by that name, signs with its owner's, or is headed by
what all such pages are: "Press release".
"""

import re
from collections.abc import Collection, Iterator
from functools import cache, lru_cache, partial

from lxml.html import HtmlElement

from parsers.blocks import Block
from parsers.dates import may_hold_date
from parsers.finders.title_lines import MAX_CHARS, is_prose, title_key
from parsers.keys import text_key
from parsers.page import Page
from parsers.reading import Reading
from parsers.templates.beside import is_news
from parsers.templates.words import is_dense
from parsers.urls import same_page
from parsers.visible import visible_text

#: Links and last lines looked at; a name has no more letters.
_MOST_LINKS, _LAST, _SIGNED, _LONGEST = 3000, 15, 200, 60
#: A headline has so many letters at least, and hardly holds a link.
_LEAST, _LINKED, _BOLD = 8, 0.4, 0.9
_INDEX = re.compile(r"/(?:index|default|home|main)\.\w{2,5}$", re.IGNORECASE)
_SIGNS = ("©", "copy", "(c)")
_OWNER = re.compile(
    r"(?:©|&copy;|copyright|\(c\))[\s©:]*(?:(?:19|20)\d\d)?(?:\s?[-–—]\s?(?:19|20)\d\d)?"
    r"[\s,:–—-]*(?:by\s)?(?P<name>[^\W\d][^.,|·•–—()]{2,60})",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"(?:news|press|article|page|event)?\s?(?:details?|item|article|view)"
    r"|press release|media (?:release|advisory|note)|news release|newsroom|media"
    r"|(?:media|press|news) (?:cent(?:er|re)|room|office|corner)|blog|speeches"
    r"|interviews|pressemitteilung|pressemeldung|medienmitteilung"
    r"|communiqué(?: de presse)?|noticia|notícia"
    r"|comunicado(?: de (?:prensa|imprensa))?|nota de (?:prensa|imprensa)|persbericht"
    r"|comunicato(?: stampa)?|nieuwsbericht|pressmeddelande|pressemeddelelse"
    r"|pressemelding|tiedote|lehdistötiedote|pressiteade|komunikat(?: prasowy)?"
    r"|aktualność|tiskov[áé] zpráv[ay]|tlačov[áé] správ[ay]|sajtóközlemény(?:ek)?"
    r"|hír|știre|haber|comunicat(?: de presă)?|basın (?:bülteni|açıklaması)"
    r"|δελτί[οα] τύπου|пресс-?релиз|новость|прес-?реліз|новина|прессъобщение"
    r"|саопштење|siaran pers|thông cáo báo chí|보도자료"
    r"|新闻稿|新闻(?:详情|动态|中心)|工作动态|プレスリリース"
    r"|بيان صحفي|خبر|הודעה לעיתונות|प्रेस विज्ञप्ति",
    re.IGNORECASE,
)


def standing_names(reading: Reading) -> set[str]:
    """Return, as keys, what a page calls its site and the folders that it lies in.

    Not what it claims for its own title: a folder may hold the parts of one item.
    """
    names = {name: path for path, name in _folder_names(reading)}
    claimed = {title_key(claim.value) for claim in reading.metadata.titles}
    parts = {name for name, path in names.items() if not path or name not in claimed}
    return (parts | _owner_names(reading) | {_label(reading.page.url)}) - {""}


def _label(url: str) -> str:
    """Return the name in the address of a site, as a key.

    >>> _label("https://www.low-isle.example/news/7")
    'lowisle'
    """
    host = url.partition("://")[2].partition("/")[0].partition(":")[0]
    labels = host.removeprefix("www.").split(".")[:-1]
    return title_key(max(labels, key=len, default=""))


@lru_cache(maxsize=1024)
def is_generic(text: str) -> bool:
    """Tell whether a heading says what kind of page it heads, or in which section.

    >>> is_generic("Press release"), is_generic("News"), is_generic("News of the port")
    (True, True, False)
    """
    return len(text) <= _LONGEST and (is_news(text) or bool(_GENERIC.fullmatch(text)))


def line_below(reading: Reading, names: Collection[str], window: str) -> str | None:
    """Return the first heading or bold line between a standing name and the text.

    Where the window alone says a name, the nearest to the text.
    """
    drawn: list[Block] = []
    is_under = False
    for block in reading.blocks:
        if is_prose(block):
            break
        key = title_key(block.text) if block.chars < MAX_CHARS else ""
        if block.kind == "heading" and is_standing(block.text, names):
            is_under, drawn = True, []
        elif _letters(key) >= _LEAST and _is_drawn(block):
            drawn.append(block)
    if not drawn or not (is_under or is_standing(window, names)):
        return None
    headings = [block for block in drawn if block.kind == "heading"] or drawn
    return headings[0 if is_under else -1].text


def leads_by(reading: Reading, text: str) -> bool:
    """Tell whether a page leads elsewhere by a text, as by the name of a section."""
    key, page = text_key(text), reading.page
    hrefs = (
        href for b in reading.blocks if b.hrefs and b.key == key for href in b.hrefs
    )
    urls = filter(None, map(page.resolve, hrefs))
    return any(not same_page(url, page.url) for url in urls)


def is_standing(text: str, names: Collection[str]) -> bool:
    """Tell whether a text names the site, a section, or a kind of page."""
    return title_key(text) in names or is_generic(text)


def _letters(key: str) -> int:
    """Return how many letters of an alphabet say as much as a key does."""
    return len(key) + sum(map(is_dense, key))


def _is_drawn(block: Block) -> bool:
    """Tell whether a line is drawn as a headline is, and leads nowhere."""
    is_big = block.kind == "heading" or block.strong_chars >= _BOLD * block.chars
    return is_big and block.link_share < _LINKED and not may_hold_date(block.text)


def _folder_names(reading: Reading) -> Iterator[tuple[str, str]]:
    """Yield the folders above a page, the host's own as ``""``, with their names."""
    page = reading.page
    own, _, path = page.url.partition("://")[2].partition("/")
    is_titled = cache(partial(_leads_to_itself, page))
    above = _folders("/" + path.partition("?")[0].partition("#")[0])
    for link in page.noted["link"][:_MOST_LINKS]:
        href = (link.get("href") or "").strip()
        if href.startswith(("http:", "https:", "//")):
            _, _, rest = href.partition("//")
            host, slash, path = rest.partition("/")
            href = slash + path if host == own else ""
        if href[:1] != "/":
            continue
        path = href.partition("#")[0]
        if "." in path.rpartition("/")[2]:
            path = _INDEX.sub("/", path)
        folder = path.rstrip("/")
        # a headline may lead to the folder of its item, but where another leads here
        if folder in above and (not folder or not _is_headline(link) or is_titled()):
            yield folder, title_key(_name_of(link))


def _folders(path: str) -> set[str]:
    """Return the folders that a path lies in.

    >>> sorted(_folders("/en/news/fog.html"))
    ['', '/en', '/en/news']
    """
    steps = path.rstrip("/").split("/")[:-1]
    return {"/".join(steps[:end]) for end in range(1, len(steps) + 1)}


def _name_of(link: HtmlElement) -> str:
    text = visible_text(link)
    if not text:
        image = next(link.iter("img"), None)
        text = (image.get("alt") or "") if image is not None else ""
    return text if len(text) <= _LONGEST else ""


def _is_headline(link: HtmlElement) -> bool:
    return next(link.iterancestors("h1", "h2", "h3"), None) is not None


def _leads_to_itself(page: Page) -> bool:
    """Tell whether a headline of a page links to the page, as blogs have theirs."""
    links = filter(_is_headline, page.noted["link"][:_MOST_LINKS])
    urls = (page.resolve(link.get("href") or "") for link in links)
    return any(url is not None and same_page(url, page.url) for url in urls)


def _owner_names(reading: Reading) -> set[str]:
    return {_owner_in(block.text[:_SIGNED]) for block in reading.blocks[-_LAST:]}


@lru_cache(maxsize=1024)
def _owner_in(text: str) -> str:
    """Return whom a line says to own a site, as a key, or "".

    >>> _owner_in("© 2021 Harbour Press. All rights reserved."), _owner_in("Imprint")
    ('harbourpress', '')
    """
    small = text.lower()  # most lines have none of the signs: that is told far faster
    signed = _OWNER.search(text) if any(map(small.__contains__, _SIGNS)) else None
    return title_key(signed["name"]) if signed else ""

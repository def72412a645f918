"""Lines about the page that they stand on: how to read it, whether it helps. Pure."""

import re

from lxml.html import HtmlElement

from parsers.blocks import Block
from scheduler.comparing.side_words import leads_to_front

#: Longer lines say something else; what is said of browsers takes longest.
_LONG, _SHORT, _LABEL = 300, 200, 80
#: From this share of link on, a line is nothing but links.
_LINKED = 0.75
#: What asks readers what they think of a page, in small letters.
_OPINION = re.compile(
    r"(?:was|is|did) (?:this|the|our) (?:page|information|article|content|answer)"
    r" (?:\w+ ){0,2}(?:helpful|useful|help you|answer your)"
    r"|did you find (?:what you|the information you|this (?:page|information) )"
    r"|improve (?:this|our) (?:page|web ?site|content)"
    r"|(?:rate|feedback on|problem with|wrong with) this (?:page|article|web ?site)"
    r"|war(?:en)? dieser? (?:seite|informationen|artikel) .{0,20}hilfreich"
    r"|cet(?:te)? (?:page|article|information) (?:vous )?a-t-(?:elle|il) été utile"
    r"|(?:fue|result[óa]|ha sido|ha resultado) (?:de )?útil (?:esta|este|la|el)"
    r"|(?:esta página|este conteúdo|esta informação) (?:\w+ ){0,2}útil"
    r"|questa pagina (?:\w+ ){0,3}utile|quanto sono chiare le informazioni"
    r"|was deze (?:pagina|informatie) nuttig|(?:pagina|informatie) u geholpen"
    r"|hade du nytta av|fant du det du lette etter|fandt du det,? du"
    r"|oliko (?:tämä )?(?:sivu|tieto)\w* (?:\w+ )?hyöty|czy ta strona była"
    r"|byla tato stránka|была ли (?:эта )?(?:страница|информация)"
    r"|apakah (?:halaman|informasi|artikel) ini .{0,12}(?:membantu|bermanfaat)"
    r"|trang này có hữu ích|이 페이지에서 제공하는|만족하십니까"
    r"|この(?:ページ|情報)は.{0,6}(?:役に立|お役に)|(?:本页|此页|本頁|此頁).{0,6}(?:帮助|幫助)"
)
#: What asks readers for another program to read the page with, in small letters.
_BROWSER = re.compile(
    r"(?:outdated|unsupported) (?:web ?)?browser|upgrade your browser"
    r"|browsers? (?:(?:is|are|does|do|that can) ?not|no longer|isn.t|doesn.t) "
    r"|(?:enable|activate|turn on|requires?) java ?script|javascript (?:is|must be) "
    r"|javascript (?:aktivieren|aktiviert)|activer (?:le )?javascript"
    r"|veraltete\w* browser|(?:habilit|activ)\w+ (?:el |o )?javascript"
    r"|navigateur obsolète"
)
#: What parts the names of places on the way to a page; rows of links are parted else.
_STEPS = re.compile(r"\s*[›»>→/]\s*")
#: What parts the names of languages.
_NAMES = re.compile(r"\s*[|/•·,\-–]\s*|\s{2,}")
_LANGUAGES = frozenset(
    "english español espanol spanish français francais french deutsch german"
    " italiano italian português portugues portuguese nederlands dutch polski"
    " polish русский russian українська ukrainian türkçe turkish العربية عربي"
    " arabic فارسی farsi persian हिन्दी हिंदी hindi ਪੰਜਾਬੀ punjabi বাংলা bengali"
    " اردو urdu 中文 简体中文 繁體中文 繁体中文 chinese 日本語"
    " japanese 한국어 korean tiếng việt vietnamese tagalog filipino hmoob"
    " hmong հայերեն armenian ខ្មែរ khmer ລາວ lao"
    " ไทย thai somali soomaali kiswahili swahili bahasa indonesia melayu kreyòl"
    " kreyol haitian creole ελληνικά greek magyar čeština slovenčina română"
    " romanian svenska norsk dansk suomi eesti latviešu lietuvių hrvatski srpski"
    " српски български македонски shqip català euskara galego gaeilge cymraeg"
    " íslenska עברית hebrew አማርኛ amharic नेपाली nepali தமிழ் tamil తెలుగు ગુજરાતી"
    " മലയാളം ಕನ್ನಡ मराठी burmese မြန်မာ simplified traditional (simplified)"
    " (traditional) en es fr de it pt nl".split()
)
_FIELDS = frozenset(("input", "textarea", "select"))
_UNSEEN = frozenset(("hidden", "submit", "button", "image", "reset"))


def is_about_page(block: Block) -> bool:
    """Tell whether a line asks about its page, labels a field, or leads elsewhere.

    >>> from parsers.block_walk import walk
    >>> from parsers.model import Capture
    >>> from parsers.page import read_page
    >>> html = '''<p>Was this page helpful?<p><a href="/">Home</a> > Ferries
    ... <p><a href="/es">Español</a> | <a href="/fr">Français</a>
    ... <form>Your name <input name=n></form><p>Please upgrade your browser.
    ... <p><a href="/">Home</a> is where the ferry goes<p>The fog was helpful.'''
    >>> page = read_page(Capture(url="https://h.example/", payload=html.encode()))
    >>> [is_about_page(block) for block in walk(page)]
    [True, True, True, True, True, False, False]
    """
    if block.chars > _LONG or block.kind == "cell":
        return False
    small = block.text.casefold()
    if _BROWSER.search(small):
        return True
    if block.chars > _SHORT:
        return False
    if _OPINION.search(small):
        return True
    if block.chars <= _LABEL and _labels_field(block.element):
        return True
    return bool(block.hrefs) and (_is_way_here(block) or _offers_languages(block))


def _is_way_here(block: Block) -> bool:
    """Tell whether a line leads from the front page down to this one."""
    parts = list(filter(None, _STEPS.split(block.text)))
    if len(parts) < 2 or "://" in block.text or not leads_to_front(block.hrefs[0]):
        return False
    signs = block.chars - sum(map(len, parts))
    return block.link_chars + signs + len(parts[-1]) >= _LINKED * block.chars


def _offers_languages(block: Block) -> bool:
    """Tell whether a line names but languages, and leads to each."""
    if len(block.hrefs) < 2 or block.link_share < _LINKED / 2:
        return False
    names = [name for part in _NAMES.split(block.text) for name in part.split()]
    return bool(names) and all(name.casefold() in _LANGUAGES for name in names)


def _labels_field(element: HtmlElement) -> bool:
    """Tell whether a line stands in the very element that holds what it asks for."""
    if element.tag == "legend":
        return True
    near = (one for child in element for one in (child, *child))
    return any(
        one.tag in _FIELDS and (one.get("type") or "").lower() not in _UNSEEN
        for one in near
    )

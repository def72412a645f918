"""The files an article offers: their labels, without the size, and addresses. Pure."""

import re
from collections.abc import Callable, Collection, Iterable
from functools import lru_cache, partial
from itertools import islice
from urllib.parse import unquote, urljoin, urlsplit

from lxml.html import HtmlElement

from parsers.finders.renditions import is_headed_as_rendition, is_rendition
from parsers.model import Attachment
from parsers.reading import Reading
from parsers.text import normal_text
from parsers.visible import visible_text

#: More links than these are a catalogue, and the rest is left out.
MAX_ATTACHMENTS = 200


def find_attachments(
    reading: Reading,
    *,
    within: Iterable[HtmlElement] = (),
    but: Callable[[HtmlElement], bool] = lambda _: False,
) -> tuple[tuple[Attachment, ...], str] | None:
    """Return the files linked in an article (``within``, else anywhere), or nothing.

    ``but`` those of which something else is known.
    """
    found: dict[str, Attachment] = {}
    silent: set[str] = set()
    for place in tuple(within) or (reading.page.root,):
        for link in place.iter("a"):
            url = _file_url(link, reading.page.base_url)
            says = bool(url and _says_name(link))
            if not url or (url in found and not (says and url in silent)):
                continue
            if _is_in_prose(link) or _is_furniture(link, place) or but(link):
                continue
            if is_headed_as_rendition(link):
                continue
            if is_rendition(link) and not _card_title(link):
                continue
            # a picture may stand before the link that names the file
            (silent.discard if says else silent.add)(url)
            found[url] = Attachment(label=_label(link, url), url=url)
            if len(found) >= MAX_ATTACHMENTS:
                break
    return (tuple(found.values()), "links") if found else None


def may_be_file(href: str) -> bool:
    """Tell, quickly, whether an address by itself can be a file's.

    >>> may_be_file("/plan.pdf/view"), may_be_file("/getFile?n=7")
    (True, False)
    """
    return bool(_FILE.search(href)) or "download" in href


def names_file(url: str) -> bool:
    """Tell whether the path of an address ends with the name of a file.

    >>> names_file("https://h.example/105319.pdf"), names_file("/a.pdf/view?page=2")
    (True, False)
    """
    return _NAME.search(url.partition("#")[0].partition("?")[0]) is not None


def may_hold_files(hrefs: Collection[str], text: str) -> bool:
    """Tell, quickly, whether one of the addresses in a line of text can be a file's.

    >>> may_hold_files(["/a", "/getFile?n=7"], "Plan of the quay")
    False
    >>> may_hold_files(["/a", "/getFile?n=7"], "Plan of the quay (PDF)")
    True
    """
    every = "#".join(hrefs)  # a sign that ends the path of each, as its own end does
    if may_be_file(every):
        return True
    return bool(_NAMES_FILE.search(text)) and _is_handler(every)


def without_size(label: str) -> str:
    """Return a label without the type and size of the file.

    >>> without_size("Rules of the harbour (PDF, 1.2 MB)")
    'Rules of the harbour'
    >>> without_size("Download document 340 KB"), without_size("Chart 2021")
    ('Download document', 'Chart 2021')
    >>> without_size("港則（PDF：249 KB）"), without_size("Tide (PDF, 2 MB, no text)")
    ('港則', 'Tide')
    >>> without_size("Rules (of the quay) - PDF, 12 KB"), without_size("Rules ( 12 KB")
    ('Rules (of the quay)', 'Rules')
    """
    text = normal_text(label[:500])
    short = _SIZE.sub("", text).strip(_ENDS)
    for pair in ("()", "[]"):
        if short.count(pair[0]) != short.count(pair[1]):
            short = short.strip(_ENDS + pair)
    return short or text


def _file_url(link: HtmlElement, base_url: str) -> str | None:
    """Return the address of a link to a file, or nothing."""
    href = (link.get("href") or "").strip()
    if not href or len(href) > 2000:
        return None
    may_be = _may_be_asked_for(href) or _may_be_asked_for(base_url)
    is_offered = link.get("download") is not None
    if not may_be and not is_offered:
        return None
    try:
        url = str(urljoin(base_url, href))
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https"):
        return None
    if (
        _FILE.search(parts.path)
        or _FILE.search(parts.query)
        or (is_offered and not _PICTURE.search(parts.path))
        or (_is_handler(url) and _NAMES_FILE.search(visible_text(link)))
    ):
        return url
    return None


@lru_cache(maxsize=1024)
def _may_be_asked_for(address: str) -> bool:
    """Tell, quickly, whether an address has in it what a file's has."""
    return bool(_FILE.search(address)) or _is_handler(address)


def _is_handler(address: str) -> bool:
    """Tell whether an address names what hands out files."""
    return any(map(address.lower().__contains__, _HANDLERS))


def _says_name(link: HtmlElement) -> bool:
    """Tell whether a link says more of its file than the type and the size."""
    text = link.get("title") or visible_text(link)
    return bool(text) and _KIND.fullmatch(text) is None


def _is_furniture(link: HtmlElement, within: HtmlElement) -> bool:
    """Tell whether a file is the site's; an aside that holds but files is no such."""
    return any(
        above.tag != "aside" or not _offers_files(above, within)
        for above in link.iterancestors("nav", "footer", "aside", "header")
    )


def _offers_files(aside: HtmlElement, within: HtmlElement) -> bool:
    """Tell whether an aside in an article, or beside its text, holds but files."""
    links = [one for one in aside.iter("a") if one.get("href")]
    in_article = any(
        above.tag in ("article", "main")
        or (above is within and above.tag not in ("html", "body"))
        for above in aside.iterancestors()
    )
    return in_article and all(_file_url(one, "https://_/") for one in links)


def _is_in_prose(link: HtmlElement) -> bool:
    """Tell whether a link is some words of a sentence, not the offer of a file."""
    if link.get("download") is not None or _SAYS_FILE.search(visible_text(link)):
        return False
    before = link.getprevious()
    if before is None:
        parent = link.getparent()
        text = parent.text if parent is not None else ""
    else:
        text = before.tail
    text = (text or "").strip()
    return (
        len(text) >= _PROSE * (1 if text.isascii() else 0.5) and text[-1] not in ":："
    )


def _label(link: HtmlElement, url: str) -> str:
    """Return what a link says, or its card if it says but "download", or the name.

    Cards say title, name and size of a file in a line each.
    """
    text = visible_text(link, without=frozenset(filter(_says_kind, link)))
    parts = (e for e in link.iter(*_LINES) if next(e.iterdescendants(*_LINES), e) is e)
    lines = [line for part in parts if (line := visible_text(part))]
    if " ".join(lines) == text:
        told = (one for one in lines if not _IS_NAME.fullmatch(one))
        text = " ".join(filter(partial(_SIZE.sub, ""), told)) or text
    text = without_size(_THEN_DOWNLOAD.sub("", text))
    if _DOWNLOAD.fullmatch(text):
        text = _card_title(link) or text
    if text:
        return text
    title = without_size(link.get("title") or "")
    return title or normal_text(unquote(urlsplit(url).path.rpartition("/")[2]))


def _says_kind(element: HtmlElement) -> bool:
    """Tell whether a part of a link says but name, type, size and day of the file."""
    text = visible_text(element) if isinstance(element.tag, str) else ""
    return bool(text and (_KIND.fullmatch(text) or _IS_SIZED.fullmatch(text)))


def _card_title(link: HtmlElement) -> str:
    """Return the first line of the small box that holds this link and no other."""
    own = set(link.iter())
    for box in islice(link.iterancestors(), _CARD):
        if next((one for one in box.iter("a") if one is not link), None) is not None:
            break
        for part in box.iter(*_LINES, "span", "strong", "td"):
            is_leaf = next(part.iterdescendants(*_LINES, "a"), None) is None
            line = visible_text(part) if is_leaf and part not in own else ""
            if not line or _KIND.fullmatch(line):
                continue
            if (label := without_size(line)).casefold() not in _LANGUAGES:
                return label
    return ""


_TYPES = (
    "pdf|doc[xm]?|xls[xmb]?|pp[ts]x?|od[tspg]|rtf|zip|rar|7z|csv|epub|txt|djvu|ics|kmz"
    "|kml|gz|tgz|hwpx?|ofd|wps|p7m|xps|shp|dwg"
)
_SAYS_FILE = re.compile(rf"\b(?:{_TYPES})\b|\d\s?[KMkmКМ][BbБб]\b", re.IGNORECASE)
_IS_NAME = re.compile(rf"\S+\.(?:{_TYPES})", re.IGNORECASE)
_LINES, _ENDS = ("div", "p", "h2", "h3", "h4", "h5"), " ,;-–—|"
#: A link that says no more names no file; the box that does is so near.
_WHAT_TO_DO = (
    r"(?:download|télécharger|herunterladen|descargar|baixar|transferir|scarica|hent"
    r"|downloaden|last ned|ladda ne[rd]|hämta|lataa|pobierz|stáhnout|stiahnuť|letöltés"
    r"|descarcă|preuzmi|prenesi|скачать|завантажити|изтегли|преузми|λήψη|indir|yüklə"
    r"|تحميل|تنزيل|دانلود|הורדה|डाउनलोड|ดาวน์โหลด|tải (?:về|xuống)|unduh|muat turun"
    r"|下载|下載|ダウンロード|다운로드"
    # or what else is done with it
    r"|view|open|read|öffnen|ansehen|voir|consulter|ouvrir|ver|abrir|visualizar|apri"
    r"|visualizza|bekijk(?:en)?|åpne|öppna|åbn|avaa|otwórz|zobacz|zobrazit|otevřít"
    r"|megnyitás|vezi|deschide|otvori|pogledaj|открыть|смотреть|посмотреть|переглянути"
    r"|προβολή|görüntüle|aç|عرض|مشاهده|צפייה|देखें|देखिए|দেখুন|ดู|เปิด|xem|lihat|buka"
    r"|查看|閲覧|보기)(?: pdf| file| document)?"
)
_DOWNLOAD = re.compile(_WHAT_TO_DO, re.IGNORECASE)
#: What to do with a file stands behind its size.
_THEN_DOWNLOAD = re.compile(rf"(?<=[)\]）])\s+{_WHAT_TO_DO}$", re.IGNORECASE)
_CARD = 4
#: What a card says of its file beside the size: the language, in its own words.
_LANGUAGES = frozenset(
    "english deutsch français español português italiano nederlands polski čeština"
    " slovenčina slovenščina magyar română български ελληνικά svenska dansk suomi"
    " norsk íslenska eesti latviešu lietuvių hrvatski srpski српски malti gaeilge"
    " català euskara galego türkçe русский українська العربية עברית فارسی हिन्दी"
    " 中文 日本語 한국어 ไทย".split()
)
#: So many characters before a link on its line make it part of a sentence.
_PROSE = 30
#: Content systems say behind a file's name what to do with it, or which version.
_FILE = re.compile(rf"\.(?:{_TYPES})(?=$|[/&?#])", re.IGNORECASE)
_NAME = re.compile(rf"\.(?:{_TYPES})$", re.IGNORECASE)
#: A picture of the page in full size: what is offered so is no paper beside it.
_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg|heic)$", re.IGNORECASE)
#: Files asked for by number: what the link says must tell that it is one.
_HANDLERS = "download attach file bitstream getdoc /document/ /documents/".split()
# It begins with one set of signs, so that all others are passed over fast.
_NAMES_FILE = re.compile(rf"[.(\[](?:(?<=\w\.)|(?<=[(\[])\s?)(?:{_TYPES})\b", re.I)
_UNIT = r"(?:[kKmMgGкКмМ][bBiIбБ]{0,2}|[oO]ctets|bytes|[KMG]o)"
_SIZE = re.compile(
    rf"\s*[(\[（]?\s*(?:(?:{_TYPES})\b[,;:：\s]{{0,3}})?\d[\d.,\s]{{0,8}}{_UNIT}\b"
    rf"(?:[,;\s]{{0,3}}(?:{_TYPES})\b)?\s*[)\]）]?\s*$"
    rf"|\s*[(\[（]\s*(?:{_TYPES})\s*[)\]）]\s*$"
    # and what else the site says of each of its files
    rf"|\s*[(\[（](?:[^()\[\]（）]{{0,40}}\W)?\d[\d.,\s]{{0,8}}{_UNIT}\b"
    r"[^()\[\]（）]{0,60}[)\]）]\s*$",
    re.IGNORECASE,
)
_IS_SIZED = re.compile(
    rf"\S+\.(?:{_TYPES})[\s,;:–—|(-]{{1,4}}\d[\d.,\s]{{0,8}}{_UNIT}\)?", re.IGNORECASE
)
_KIND = re.compile(
    rf"(?=.*\w)[(\[]?\s*(?:{_TYPES})?[\s,;:–—|/-]{{0,4}}"
    rf"(?:\d[\d.,\s]{{0,8}}{_UNIT})?(?:[\s,;:–—|/-]{{1,4}}(?:{_TYPES}))?"
    r"(?:(?<=[a-zкмб])[\s,;:–—|-]{1,4}\d{1,4}[./-]\d\d?[./-]\d{2,4})?\s*[)\]]?",
    re.IGNORECASE,
)

"""Links to papers that are items themselves, in lists of news beside a text. Pure."""

import re
from itertools import islice

from lxml.html import HtmlElement

from parsers.body.read_also import READ_ALSO
from parsers.finders.attachments import may_be_file
from parsers.templates.beside import says_news
from parsers.visible import visible_text

#: A list has no more entries that are looked at; its head stands so far above.
_MOST, _HEADED = 40, 2
_HEADS = frozenset(["h2", "h3", "h4", "h5", "h6"])
#: How a heading begins over the files of an item: "Attachments to this release".
_FILES = re.compile(
    r"\W*(?:(?:related|attached|zugehörige) )?(?:files?|attachments?"
    r"|documents?|downloads?|annex(?:es)?|enclosures?|anhänge?|anlagen?|dateien|dokumente"
    r"|unterlagen|fichiers?|pièces? jointes?|télécharge\w+|archivos?|adjuntos?"
    r"|anexos?|documentos?|descargas?|arquivos?|ficheiros?|allegat\w+|document[io]"
    r"|bijlagen?|bestanden|vedlegg|bilag|bilagor|liitteet|załączniki?|pliki|přílohy|soubory"
    r"|prílohy|mellékletek|fișiere|anexe|файлы?|вложени\w+|приложени\w+|документы?|додатки"
    r"|прилози|prilozi|συνημμένα|ekler|dosyalar|添付|附件|첨부|مرفقات|پیوست|קבצים|lampiran|เอกสาร)",
    re.IGNORECASE,
)


def is_of_others(link: HtmlElement) -> bool:
    """Tell whether a link leads to another item that happens to be a paper.

    A line bids to read it, or it stands in a list of which most link pages, or which
    is called news, and not the files of one.
    """
    box = link.getparent()
    if box is None:
        return False
    said = visible_text(link)
    before = visible_text(box).partition(said)[0].strip(" :：.…") if said else ""
    if before and READ_ALSO.fullmatch(before):
        return True
    entry = next(link.iterancestors("li"), None)
    entries = entry.getparent() if entry is not None else None
    if entries is None:
        return False
    linked = [
        href
        for one in islice(entries.iterchildren("li"), _MOST)
        if (href := next((a.get("href") for a in one.iter("a")), None))
    ]
    pages = [href for href in linked if not may_be_file(href)]
    head = _head_over(entries)
    is_news = says_news(head) and not _FILES.match(head)
    return is_news or 2 * len(pages) >= len(linked)


def _head_over(entries: HtmlElement) -> str:
    """Return the heading right above a list, or above the box that holds it."""
    box: HtmlElement | None = entries
    for _ in range(_HEADED):
        if box is None:
            break
        before = box.getprevious()
        if before is not None:
            return visible_text(before) if before.tag in _HEADS else ""
        box = box.getparent()
    return ""

"""Links that offer the page itself as a file, as those to print or send it do. Pure."""

import re

from lxml.html import HtmlElement

from parsers.visible import visible_text

#: What stands within a line; a row of a table is one.
_INLINE = frozenset("span strong em b i font small td".split())
_HEADS = ("h2", "h3", "h4", "h5", "h6")
#: A link that says more names a file, or what is printed.
_LONGEST, _PRINT = 40, 30
#: How large it is stands behind it, in brackets.
_SIZE = re.compile(r"\s?[(\[][^()\[\]\d]{0,12}\d[^()\[\]]{0,12}[)\]]$")
_PAGE = r"(?:(?:this|the) )?(?:page|article|release|text|document|seite|article|página)"
_DO = (
    r"(?:download|save|view|open|get|export|print|speichern|herunterladen|drucken"
    r"|télécharger|enregistrer|exporter|descargar|guardar|exportar|baixar|salvar"
    r"|scarica|salva|esporta|opslaan|downloaden|spara|lagre|gem|pobierz|zapisz|stáhnout"
    r"|uložit|скачать|сохранить|завантажити|зберегти|изтегли|indir|kaydet|unduh|simpan)"
)
_AS = (
    r"(?:as|in|to|als|au format|(?:en|in|em) formato|en|em|come|som|jako|do|v|w|как"
    r"|в формате|у форматі|във формат|v formátu|w formacie|в|у|като|dalam)"
)
_VERSION = (
    r"(?:version|versión|versão|versione|versie|versjon|wersja|verze|verzia|versiune"
    r"|версия|версія|versiyonu?|sürümü|versi|版|버전)"
)
_RENDITION = re.compile(
    rf"(?:{_DO} )?(?:pdf[\s-]?{_VERSION}|{_VERSION}(?: {_AS})?[\s-]?pdf)"
    rf"|(?:{_DO} )?(?:{_PAGE} )?{_AS} (?:a |an )?pdf(?: {_DO})?",
    re.IGNORECASE,
)

#: Links to the copy of an item that is made for paper.
_PRINTS = re.compile(
    r"print(?: version| this| page| article)?|printable(?: version| page)?"
    r"|print(?:er)?[ -]friendly(?: version| page| pdf)?|imprim(?:ir|er|are|ă)|imprimeix"
    r"|version imprimable|versión (?:para imprimir|imprimible|de impresión)"
    r"|versão (?:para impressão|para imprimir)|(?:aus)?drucken|druck(?:version|ansicht)"
    r"|stampa|versione stampabile|afdrukken|printen|printversie|skriv ut|utskrift"
    r"|utskriftsvänlig(?: version)?|udskriv|tulosta|prindi|drukuj|wersja do druku"
    r"|tisk(?:nout)?|vytisknout|verze pro tisk|tlač|vytlačiť|nyomtatás|tipăre[sș]te"
    r"|ispis|štampaj|natisni|печать|распечатать|версия для печати|друк(?:увати)?"
    r"|роздрукувати|версія для друку|печат|за печат|εκτύπωση|yazdır|çap et|cetak"
    r"|in (?:bài|trang|ấn)|bản in|打印|列印|印刷|인쇄|طباعة|چاپ|הדפסה|הדפס|พิมพ์"
    r"|chapisha|प्रिंट|मुद्रण",
    re.IGNORECASE,
)


def is_rendition(link: HtmlElement) -> bool:
    """Tell whether a link is the page as a file, and names no other on its line.

    >>> from lxml.html import fragment_fromstring
    >>> line = fragment_fromstring("<p><a>PDF version</a> <a>Print</a></p>")
    >>> is_rendition(line[0]), is_rendition(line[1])
    (True, False)
    >>> is_rendition(fragment_fromstring("<p>Plan of the quay: <a>PDF version</a>")[0])
    False
    """
    if not says_rendition(visible_text(link)):
        return False
    line = link.getparent()
    while line is not None and line.tag in _INLINE:
        line = line.getparent()
    if line is None:
        return True
    beside = visible_text(line, without=frozenset(line.iter("a")))
    return not any(map(str.isalpha, beside))


def is_headed_as_rendition(link: HtmlElement) -> bool:
    """Tell whether a heading right above a link, or its line, offers the page so.

    >>> from lxml.html import fragment_fromstring
    >>> box = "<div><h2>Print friendly PDF</h2><a>Release 7</a></div>"
    >>> is_headed_as_rendition(fragment_fromstring(box)[1])
    True
    """
    for below in (link, link.getparent()):
        head = below.getprevious() if below is not None else None
        if head is not None and head.tag in _HEADS:
            said = visible_text(head)
            return says_rendition(said) or says_print(said)
    return False


def says_rendition(text: str) -> bool:
    """Tell whether a link says that it is the page as a file, and nothing else.

    >>> says_rendition("Download as PDF"), says_rendition("Download the tide tables")
    (True, False)
    >>> says_rendition("PDF version (412 KB)"), says_rendition("Tides (412 KB)")
    (True, False)
    """
    said = _SIZE.sub("", text.strip()).strip(" ()[]»›>.")
    return len(said) <= _LONGEST and _RENDITION.fullmatch(said) is not None


def says_print(text: str) -> bool:
    """Tell whether a link only offers its item to be printed.

    >>> says_print("[Imprimir]"), says_print("Print media meet at the pier")
    (True, False)
    """
    said = text.strip(" ()[]»›>.|·•:-–—")
    return len(said) <= _PRINT and _PRINTS.fullmatch(said) is not None

"""What is no title: labels, counters, numbers, dates around one. Pure."""

import re
from collections.abc import Sequence
from functools import lru_cache

from parsers.model import Printed
from parsers.templates.label_words import says_more
from parsers.text import has_digit

#: How languages call themselves.
_OWN_NAMES = {
    "ar": "العربية", "de": "deutsch", "en": "english", "es": "español", "fa": "فارسی",
    "fr": "français", "he": "עברית", "hi": "हिन्दी", "it": "italiano", "ja": "日本語",
    "kk": "қазақша", "ko": "한국어", "nl": "nederlands", "pt": "português",
    "ru": "русский", "uk": "українська", "zh": "中文",
}  # fmt: skip
#: Links that say what to do, not what the item is.
_LABELS = re.compile(
    r"(?:read|learn|see|view|find out|show|click|tap)\b.{0,25}|(?:more|"
    r"full (?:story|text|article|release)|continue(?: reading)?|details?|"
    r"download(?: .{0,20})?|pdf|html?|docx?|odt|rtf|xlsx?|pptx?|epub|zip|"
    r"word|text|audio|video|watch|listen|"
    r"photos?|gallery|share|print|comments?|\d+ comments?|opinion|order|link|here|"
    r"(?:overview/)?summary|play|save|"
    r"open|open document|permalink|new|weiter(?:lesen)?|mehr(?: .{0,20})?|lesen|"
    r"zum artikel|artikel lesen|kommentare?|lire(?: .{0,20})?|en savoir plus|la suite|"
    r"voir|leer(?: .{0,20})?|ver(?: .{0,15})?|más(?: .{0,15})?|leia(?: .{0,15})?|"
    r"saiba(?: .{0,15})?|mais|leggi(?: .{0,15})?|lees(?: .{0,15})?|meer|læs mere|"
    r"les mer|läs mer|lue lisää|czytaj.{0,20}|więcej|číst.{0,15}|více|tovább.{0,15}|"
    r"citește.{0,20}|подробнее.{0,20}|далее|читать.{0,20}|скачать.{0,20}|докладніше|"
    r"детальніше|читати.{0,20}|още|прочети.{0,20}|devamı.{0,15}|"
    r"(?:διαβάστε )?περισσότερα.{0,10}|"
    r"detay.{0,10}|selengkapnya|baca.{0,20}|xem.{0,15}|المزيد|اقرأ.{0,15}|بیشتر|"
    r"ادامه.{0,15}|עוד|קרא.{0,15}|और पढ़ें|詳細.{0,6}|続きを読む|もっと.{0,6}|详情|"
    r"详细|更多|阅读.{0,6}|閱讀.{0,6}|자세히.{0,6}|더보기|"
    + "|".join(_OWN_NAMES.values())
    + r"|"
    r"a[rz]|b[gs]|c[sy]|d[ae]|e[lnstu]|f[air]|g[al]|h[eiruy]|i[dt]|ja|k[aok]|l[tv]|"
    r"m[kt]|n[lo]|p[lt]|r[ou]|s[klqrv]|t[hr]|uk|vi|zh|"
    r"ara|chi|eng?|esp|fran?|fre|deu|ger|ita|por|rus|spa)\W{0,4}",
    re.IGNORECASE,
)
# Looked for where a row of signs begins: from each of them it would be in vain.
_COUNTERS = re.compile(
    r"(?<![\s|·•(\[–-])[\s|·•(\[–-]*(?:(?<!\d)\d[\d.,]{0,15}\s*"
    r"(?:views?|reads?|hits?|comments?|likes?|shares?|"
    r"просмотр\w*|комментари\w*|kommentare?|aufrufe|lectures?|vistas?|lecturas?|"
    r"visualizações|kali|dilihat|pembaca|lượt xem|okunma|görüntüleme|مشاهدة|"
    r"次(?:阅读|浏览)?|閲覧|回|조회)|(?:views?|reads?|hits?|comments?|likes?|просмотр\w*|"
    r"dibaca|dilihat|aufrufe|vistas?|visits?|조회|阅读|浏览)\s*:?\s*\d[\d.,]*"
    r"(?:\s*(?:times?|kali|x|раз\w*|次|mal|fois|veces))?)[\s|·•)\]–-]*$",
    re.IGNORECASE,
)
#: The kind and size of a file behind its title: "[PDF:210KB]".
_FILE = re.compile(
    r"\s*[\[(（［【]\s*(?:pdf|docx?|xlsx?|pptx?|hwpx?|odt|rtf|zip|epub)"
    r"(?:[\s:：,;/|·-]*(?:形式|file|datei|fichier)?[\s:：,;/|·-]*"
    r"\d[\d.,]*\s*(?:[kmg]i?b|kilobytes?|[кмг]б|ko|mo|キロバイト|メガバイト|kbyte|mbyte)?)?"
    r"\s*[\])）］】]\s*$",
    re.IGNORECASE,
)
#: What a register calls a title before it says it.
_CALLED = re.compile(
    r"^(?:(?:case|opinion|document)\s)?(?:title|name|caption|style|subject|headline|"
    r"titel|betreff|objet|titre|título|asunto|oggetto|titolo|onderwerp|тема|название|"
    r"件名|标题|標題|제목)\s?[:：]\s*(?=\S)",
    re.IGNORECASE,
)
_CLOSING = frozenset(")]）］】")
_EDGES = " \t|·•:;,–—-/\\>»›*●■▪◦►▶"
#: Signs that stand alone before or behind a title; a closing quote is none of them.
_LEAD = re.compile(r"^(?:[|·•:;,–—\-/\\>»›*●■▪◦►▶]\s+)+")
_TAIL = re.compile(r"(?<!\s[|·•:;–—\-/\\>»›*►▶])(?:\s+[|·•:;–—\-/\\>»›*►▶])+$")
#: What is left there of a line once its date is out; a quote stands close to its words.
_FIRST = re.compile(r"^(?:[\s|·•:;,–—\-/\\>*●■▪◦►▶)\]]|[»›](?=\s))+")
_LAST = re.compile(
    r"(?<![\s|·•:;,–—\-/\\>*●■▪◦►▶(\[])(?<!\s[»›])"
    r"(?:[\s|·•:;,–—\-/\\>*●■▪◦►▶(\[]|(?<=\s)[»›])+$"
)
#: No title ends so: the day behind it is a part of its own, "Order of 3 May".
_OF = frozenset(
    "of for from dated until vom zum für bis du au del do dal от за до від од od dne"
    " dnia dňa din van voor af från för της".split()
)
#: A label in the bracket of a date that is out.
_OPENED = re.compile(r"\s[(\[（][^()\[\]（）]{0,25}$")
_LETTERS = re.compile(r"[^\W\d_]")


def is_label(text: str) -> bool:
    """Tell whether a text only says what to do with the item.

    >>> is_label("Read more »"), is_label("Read my lips: no new ferry this summer")
    (True, False)
    >>> is_label("English (PDF, 2.1 MB)"), is_label("(PDF)"), is_label("[…]")
    (True, True, True)
    >>> is_label("FR"), is_label("FRO"), is_label("ODT")
    (True, False, True)
    """
    if len(text) > 40:
        return False
    if text and not any(map(str.isalnum, text)):
        return True
    said = _FILE.sub("", text) if text[-1:] in _CLOSING else text
    said = (said or text).strip(_EDGES + ".…[]()")
    return bool(_LABELS.fullmatch(said)) or says_more(said)


def names_language(text: str, code: str) -> bool:
    """Tell whether a label names a language, by its code or by itself.

    >>> names_language("EN |", "en"), names_language("Français", "fr-CA")
    (True, True)
    >>> names_language("Español", "en")
    False
    """
    said, main = text.strip(_EDGES + ".[]()").casefold(), code[:2].casefold()
    return said == main or (main != "" and said == _OWN_NAMES.get(main))


def plain_title(text: str, dates: Sequence[Printed] = ()) -> str:
    """Return a title without the date at its edge and without counters.

    >>> plain_title("Ferry late | 1,207 views"), plain_title("- The ship «Fog»")
    ('Ferry late', 'The ship «Fog»')
    >>> plain_title("Case Name: The Ferry v. The Port")
    'The Ferry v. The Port'
    >>> from datetime import date
    >>> day = Printed(day=date(2026, 5, 3), text="3 May 2026")
    >>> plain_title("Ferry late (Posted: 3 May 2026)", [day])
    'Ferry late'
    >>> plain_title("Harbour order of 3 May 2026", [day])
    'Harbour order of 3 May 2026'
    >>> plain_title("11:36, 3 May 2026 Ferry late", [day])
    'Ferry late'
    >>> plain_title("3 May 2026. | Ferry late", [day])
    'Ferry late'
    >>> plain_title("О ветре (3 мая 2026 года)", [Printed(day=date(2026, 5, 3),
    ...     text="3 мая 2026")])
    'О ветре'
    >>> plain_title("Budget of the port [PDF: 210 KB]"), plain_title("Boat (Docks)")
    ('Budget of the port', 'Boat (Docks)')
    """
    text = _CALLED.sub("", text)
    cut = _COUNTERS.sub("", text) if has_digit(text) else text
    if cut.rstrip()[-1:] in _CLOSING:
        cut = _FILE.sub("", cut)
    for found in dates:
        cut = _without_date(cut, found.text)
    first, last = (_LEAD, _TAIL) if cut == text else (_FIRST, _LAST)
    cut = last.sub("", first.sub("", cut))
    return cut if len(_LETTERS.findall(cut)) >= 3 else text


def _without_date(text: str, date: str) -> str:
    if not date:
        return text
    place = text.find(date)
    if place < 0:
        return text
    before, after = text[:place], _YEAR.sub("", text[place + len(date) :], count=1)
    led = before.strip(_EDGES + "([")
    if (not led or _TIME.fullmatch(led)) and after.strip():
        return _TIME.sub("", _FIRST.sub("", after), count=1)
    if not after.strip(_EDGES + ")].") or _TIME.fullmatch(after.strip(_EDGES + ")]")):
        if _leads_day(before):
            return text
        return _LAST.sub("", _OPENED.sub("", before))
    return text


def _leads_day(before: str) -> bool:
    """Tell whether the last of several words says that a day is a part of a title."""
    *others, last = before.split() or [""]
    return bool(others) and before[-1:].isspace() and last.casefold() in _OF


def is_dense(sign: str) -> bool:
    """Tell whether a sign says about as much as two letters do.

    >>> is_dense("橋"), is_dense("é")
    (True, False)
    """
    return sign > "\u2e80"


def count_words(text: str) -> float:
    """Return how many words a text has; of signs without blanks, about how many.

    >>> count_words("Ferry late"), count_words("轮渡码头"), count_words("เรือข้ามฟาก")
    (2, 2.0, 2.2)
    """
    if text.isascii():
        return len(text.split())
    dense, joined = len(_DENSE.findall(text)), len(_JOINED.findall(text))
    if not dense and not joined:
        return len(text.split())
    rest = _JOINED.sub("", _DENSE.sub("", text))
    others = sum(any(map(str.isalnum, word)) for word in rest.split())
    return others + dense / 2 + joined / 5


#: Signs of scripts without blanks, of which a word has two, and about five.
_DENSE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_JOINED = re.compile(r"[\u0e00-\u109f\u1780-\u17ff]")
#: Vowels that Indic scripts write as marks, and what divides the syllables of Tibetan.
_MARKS = re.compile(r"(?=[\u0900-\u109f\u1780-\u17ff])[^\w\s]")
#: The word for the year behind a day.
_YEAR = re.compile(
    r"^(?:\s(?:года|году|року|г\.|р\.)(?!\w)"
    r"|\.?\s(?:god(?:ine|\.)|год(?:ине|\.))(?!\w)|\.(?=\s))"
)
_TIME = re.compile(
    r"^\W*\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?\W*", re.IGNORECASE
)


@lru_cache(maxsize=1024)
def title_worth(text: str) -> float:
    """Return how much a text looks like a title, from 0 to 1.

    >>> title_worth("Ferry to the outer islands late again") > title_worth("22-0143")
    True
    """
    letters = len(_LETTERS.findall(text[:400]))
    if letters < 3 or is_label(text):
        return 0.0
    signs = len(text[:400].replace(" ", "")) or 1
    if not text.isascii():
        dense = sum(map(is_dense, text[:400]))
        letters += dense + len(_MARKS.findall(text[:400]))
        signs += dense
    worth = min(1.0, 0.3 + letters / 40) * min(1.0, 1.3 * letters / signs)
    if len(text) > 220:
        worth *= 0.5
    return worth


def is_spaced(text: str) -> bool:
    """Tell whether a text is of a script that sets blanks between words."""
    return sum(ord(c) > 0x2E80 for c in text) * 2 <= len(text)

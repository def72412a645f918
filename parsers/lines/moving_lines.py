"""Lines that move by themselves: clocks, counters, weather, stamps. Pure."""

import re
import unicodedata
from functools import lru_cache

from parsers.dates import find_dates, may_hold_date
from parsers.dates.glued import without_glue
from parsers.dates.labels import label_of
from parsers.lines.ages import is_age
from parsers.lines.counters import is_counter, is_taken
from parsers.text import LETTER, has_digit, with_digits

#: Longer lines say something.
_SHORT = 120
#: An age after the day that it is counted from.
_AGED = re.compile(r"(.*\d.*?)\W*[(\[（]([^()\[\]（）]{3,40})[)\]）]\W*$")
_IN_BRACKETS = re.compile(r"\s*[(（]([^()（）]{3,40})[)）]")
_PARTS = re.compile(r"\s*[,;|·]\s*")
#: A day with its age is no longer.
_AGED_LINE = 60
#: The word for the year behind a day.
_OF_YEAR = re.compile(r"\s(?:года|року|г\.|р\.)\s*$")
#: What stands before the word for a change.
_LAST = frozenset(
    ("last", "zuletzt", "dernière", "última", "ultimo", "laatst", "senast")
)
#: What divides a line that says who, when and how often read.
_DIVIDES = re.compile(r"\s+[|·•]\s+|\s*[—–]\s+|\s+[—–]\s*")
_PRINTING = re.compile(r"\d[\d\s./:,-]{6,30}https?://\S+")
#: What follows may be glued to it by a style: "12 °CCloudy".
_DEGREES = re.compile(
    r"(?<!\d)-?(?:1[0-3]\d|\d{1,2})\s*[º°˚]\s*(?:[CFcf]?(?!\w)|[CF](?=[A-Z]))"
)
_TIME = re.compile(r"(?<![\d.,:])[0-2]?\d:[0-5]\d(?::[0-5]\d)?(?![\d:])")
_DOTTED_TIME = re.compile(r"(?<![\d.,:])[0-2]?\d[.h][0-5]\d(?![\d.,:%])")
_CLOCK_WORDS = re.compile(r"\b(?:uhr|am|pm|a\.m|p\.m|gmt|utc|[a-z]{2,4}t)\b\.?", re.I)
_OWNED = re.compile(r"©|\bcopyright\b|\(c\)\s*\d{4}", re.I)
_RESERVED = re.compile(
    r"all rights reserved|(?:todos los|todos os|tots els) (?:derechos|direitos|drets)"
    r" reserva[dt]\w+|tous droits réservés|alle rechte vorbehalten"
    r"|alle rechten voorbehouden|tutti i diritti (?:sono )?riserv"
    r"|toate drepturile rezervate|все права (?:защищены|сохранены)|усі права захищен"
    r"|всички права запазени|сва права задржана|sva prava (?:pri|za)držana"
    r"|wszelkie prawa zastrzeżone|všechna práva vyhrazena|všetky práva vyhradené"
    r"|minden jog fenntartva|alla rättigheter|alle rettigheter|kaikki oikeudet pid"
    r"|kõik õigused kaitstud|visas tiesības|visos teisės|tüm hakları saklı|hak cipta"
    r"|جميع الحقوق محفوظة|تمام حقوق|כל הזכויות שמורות|版权所有|版權所有|無断転載"
    r"|무단전재|สงวนลิขสิทธิ์|सर्वाधिकार सुरक्षित|সর্বস্বত্ব",
    re.I,
)
#: How a line begins that lets nobody print a text again.
_FORBIDDEN = re.compile(
    r"\W*(?:dilarang (?:keras )?(?:mengambil|mengutip|menyalin|memperbanyak)"
    r"|(?:any |the )?(?:reproduction|republication|reprinting|copying)\b[^.]{0,90}"
    r"(?:without[^.]{0,40}(?:permission|consent)[^.]{0,40})"
    r"(?:prohibited|forbidden|not permitted|not allowed)"
    r"|riproduzione (?:riservata|vietata)|reproduction[^.]{0,40}interdite"
    r"|(?:prohibida|proibida)[^.]{0,30} reprodu|reprodu\w+[^.]{0,20}(?:prohi|proi)bid"
    r"|nachdruck[^.]{0,30}(?:verboten|nur mit)"
    r"|(?:перепечатка|копирование материал|передрук)[^.]{0,90}"
    r"(?:запрещ|заборон|только|тільки|лише)"
    r"|przedruk[^.]{0,40}(?:zabroni|wzbroni)|izinsiz (?:kopyala|kullan|yayınla)"
    r"|未经(?:许可|授权|允许)[^。]{0,20}(?:转载|使用|复制)|無断(?:転載|複製)|무단\s?(?:전재|복제))",
    re.I,
)
_MADE = re.compile(
    r"powered by|web\s?sites? (?:design(?:ed)? )?by\b|designed by|developed by", re.I
)
_CODE = re.compile(
    r"^\s*(?://|/\*|<!--|@import|@media|function\s*\(|var\s+\w+\s*=)|[{}]\s*$"
    r"|[={].*;\s*$|^\s*[\w$.]+\(.*;\s*$|^/[\w/]+\.\w+$"
)
#: Data that a script left in the page as text.
_DATA = re.compile(r"\s*[\[{]\s*[\[{\"].*[\]}]\s*")
#: A line with more words says more than when it was written.
_STAMP_WORDS = 5
#: What the last lines of a page link to, and ways to move on a page.
_FOOT = re.compile(
    r"privacy|accessibility|site ?map\b|terms (?:of|and|&)|(?:full|desktop|mobile) site"
    r"|(?:web)?site polic|disclaimer|cookies?\b|back to top|to (?:main )?content|legal"
    r"|impressum|datenschutz|barrierefrei|nach oben|zum inhalt|mentions légales"
    r"|accessibilité|plan du site|haut de page|confidentialité|aviso legal|privacidad"
    r"|accesibilidad|mapa d(?:el|o) sit|note legali|accessibilità|torna su|privacidade"
    r"|acessibilidade|toegankelijk|polityka|dostępność|mapa strony|prohlášení"
    r"|tietosuoja|saavutettav|integritets|tillgänglig|personvern|tilgængelig|gizlilik"
    r"|erişilebilir|конфиденциальн|карта сайта|доступност|版权|隐私|网站地图|無障礙"
    r"|隱私|개인정보|사이트맵|個人情報|サイトマップ|アクセシビリティ|الخصوصية"
    r"|خريطة الموقع|kebijakan privasi|peta situs",
    re.I,
)
_WORD = re.compile(rf"{LETTER}{{2,}}")
#: So many signs without blanks are a word more.
_RUN = 8


def is_moving(text: str) -> bool:
    """Tell whether a line is a counter, the weather, an age, a sign of rights, code.

    >>> is_moving("466 HITS"), is_moving("15 Kommentare"), is_moving("Clear 64° F")
    (True, True, True)
    >>> is_moving("Cold: -3 °C"), is_moving("A camera sees 360° of the quay")
    (True, False)
    >>> is_moving("8 hours ago"), is_moving("© 2020 Harbour Press"), is_moving("715")
    (True, True, False)
    >>> is_moving("(1544 days ago)"), is_moving("In 1544 all days went on")
    (True, False)
    >>> is_moving("২ দিন আগে"), is_moving("3 दिन पहले"), is_moving("5 päeva tagasi")
    (True, True, True)
    >>> is_moving("Updated 5 minutes ago"), is_moving("2,151 Mal geteilt")
    (True, True)
    >>> is_moving("Published yesterday"), is_moving("Publié il y a une heure")
    (True, True)
    >>> is_moving("7 March 2026 (19 days ago)"), is_moving("The 7 boats (3 days ago)")
    (True, False)
    >>> is_moving("2 hours ago (0 days ago)"), is_moving("2시간 전 (0일 전)")
    (True, True)
    >>> is_moving("19 days ago7 March 2026"), is_moving("7 March 2026")
    (True, False)
    >>> is_moving("2 дня назад7 мая 2026 г."), is_moving("hace 2 días7 de mayo de 2026")
    (True, True)
    """
    if text.startswith(("[", "{")) and _DATA.fullmatch(text):
        return True
    return len(text) <= _SHORT and _moves(text)


@lru_cache(maxsize=1024)
def _moves(text: str) -> bool:
    """Say the same of a short line that is no data; several finders ask it."""
    text = unicodedata.normalize("NFC", text)
    return bool(
        is_counter(text)
        or is_age(text)
        or is_age(_without_label(text))
        or _is_aged(text)
        or (_DEGREES.search(text) and len(text) < 40)
        or says_rights(text)
        or _MADE.search(text)
        or _CODE.search(text)
    )


def says_rights(text: str) -> bool:
    """Tell whether a short line says whose a site or a text is.

    >>> says_rights("© Harbour Press"), says_rights("The rights of all")
    (True, False)
    """
    return _OWNED.search(text) is not None or reserves_rights(text)


def forbids_copies(text: str) -> bool:
    """Tell whether a line begins by letting nobody print a text again.

    >>> forbids_copies("Dilarang keras mengambil konten tanpa izin tertulis dari kami.")
    True
    >>> forbids_copies("Reproduction without written permission is prohibited.")
    True
    >>> forbids_copies("Reproduction of the chart is prohibited, the court said.")
    False
    """
    return _FORBIDDEN.match(text) is not None


def reserves_rights(text: str) -> bool:
    """Tell whether a short line says that nobody else may use a site.

    >>> reserves_rights("Todos os direitos reservados"), reserves_rights("© Ada Quay")
    (True, False)
    """
    return _RESERVED.search(text) is not None


def without_age(text: str) -> str:
    """Return a line without the ages and counts of readers that it has in brackets.

    >>> without_age("15 March 2026 (1 day ago) Ada Quay"), without_age("Fog (2 boats)")
    ('15 March 2026 Ada Quay', 'Fog (2 boats)')
    >>> without_age("Annex (PDF, 1 MB, downloaded 88 times)")
    'Annex (PDF, 1 MB)'
    >>> without_age("4.2.2026 (hace 39 di\u0301as)")
    '4.2.2026'
    """
    if "(" not in text and "（" not in text:
        return text
    # an accent that stands by itself is no letter to a pattern
    text = unicodedata.normalize("NFC", text)
    return _IN_BRACKETS.sub(_without_moving, text)


def _without_moving(found: re.Match[str]) -> str:
    """Return brackets without an age, or how often a file was taken, in them."""
    parts = _PARTS.split(found[1])
    left = [one for one in parts if not (is_age(one) or is_taken(one))]
    if len(left) == len(parts):
        return found[0]
    return f" ({', '.join(left)})" if left else ""


def without_moving_parts(text: str) -> str:
    """Return a line less those of its parts that say how old it is, or how often read.

    >>> without_moving_parts("3 March 2026 • Last updated 49 minutes ago • Ada Quay")
    '3 March 2026 • Ada Quay'
    >>> without_moving_parts("2 days ago— 3 min read")
    '3 min read'
    >>> without_moving_parts("3 May 2026 | Views: 1,204"), without_moving_parts("5 | 7")
    ('3 May 2026', '5 | 7')
    """
    if len(text) > _SHORT or (found := _DIVIDES.search(text)) is None:
        return text
    parts = _DIVIDES.split(unicodedata.normalize("NFC", text))
    left = [one for one in parts if not (_is_age(one) or is_taken(one))]
    return found[0].join(left) if 0 < len(left) < len(parts) else text


def _is_age(text: str) -> bool:
    """Tell whether words say how old a page is, perhaps behind what that is of."""
    return any(map(is_age, (text, _without_label(text))))


def without_first_age(text: str) -> str:
    """Return a text without the age before its first word, which the text is not of.

    >>> without_first_age("(6 days ago) Fog came."), without_first_age("(2 boats) Fog")
    ('Fog came.', '(2 boats) Fog')
    """
    if not text.startswith(("(", "（")):
        return text
    text = unicodedata.normalize("NFC", text)
    found = _IN_BRACKETS.match(text)
    return text[found.end() :].lstrip() if found and is_age(found[1]) else text


def _without_label(text: str) -> str:
    """Return an age without the word before it that says of what it is."""
    first, _, rest = text.partition(" ")
    if first.casefold() in _LAST:
        first, _, rest = rest.partition(" ")
    return rest if label_of(first) in ("updated", "published") else text


def _is_aged(text: str) -> bool:
    found = _AGED.match(text)
    if found and is_age(found[2]) and (is_clock(found[1]) or is_age(found[1])):
        return True
    if len(text) > _AGED_LINE or not may_hold_date(text):
        return False
    dates, _, rest = _without_dates(without_glue(text))
    return bool(dates) and is_age(_OF_YEAR.sub("", rest))


def is_clock(text: str) -> bool:
    """Tell whether a line is a day or a time and nothing else.

    >>> is_clock("Tuesday, 14 April 2020"), is_clock("28.01.2022 - 23:35 Uhr")
    (True, True)
    >>> is_clock("١٣ مارس ٢٠٢٦"), is_clock("2.3.2026"), is_clock("2. 3. 2026")
    (True, True, True)
    >>> is_clock("Open until 14 April 2020 at the town hall"), is_clock("4.46")
    (False, False)
    """
    if len(text) > 60 or not has_digit(text):
        return False
    dates, times, rest = _without_dates(text)
    if not (dates or times) or len(times) > 1 or has_digit(rest):
        return False
    return _count_words(_CLOCK_WORDS.sub(" ", rest)) <= 1


def _count_words(text: str) -> int:
    """Return how many words a text has; a long run of signs without blanks is several.

    >>> _count_words("Pressemitteilung"), _count_words("港务局公布新的时刻表")
    (1, 2)
    >>> _count_words("चाँदीघाट में")
    2
    """
    words: list[str] = _WORD.findall(text)
    return sum(1 + (len(word) // _RUN if word[0] > "\u0e00" else 0) for word in words)


def is_printing(text: str) -> bool:
    """Tell whether a line says when and from which address a page was printed.

    >>> is_printing("03.03.2026 14:30, https://h.example/news/731")
    True
    """
    return _PRINTING.fullmatch(text) is not None


def is_foot(text: str) -> bool:
    """Tell whether a link leads to what every site has and nobody comes for.

    >>> is_foot("Privacy Policy"), is_foot("Back to top"), is_foot("Harbour dues")
    (True, True, False)
    """
    return bool(_FOOT.search(text))


def is_stamp(text: str) -> bool:
    """Tell whether a line says when the page was last brought up to date.

    >>> is_stamp("Last updated: 31 March 2020, 5 PM"), is_stamp("Updated rules apply")
    (True, False)
    >>> is_stamp("Revised rules for the ferry dock, 31 March 2020")
    False
    """
    if len(text) > _SHORT or not has_digit(text):
        return False
    if label_of(text) != "updated":
        return False
    dates, times, rest = _without_dates(text)
    if not (dates or times) or _count_words(rest) > _STAMP_WORDS:
        return False
    first = min(text.find(found) for found in (*dates, *times))
    before = text[:first].split()
    return bool(before) and any(
        label_of(" ".join(before[-n:])) == "updated" for n in (1, 2, 3)
    )


def is_dateline(text: str) -> bool:
    """Tell whether a line says of which day a page is, and hardly a word besides.

    >>> is_dateline("Updated: 4 March 2026 | First published: 3 March 2026")
    True
    >>> is_dateline("Geplaatst op 03-02-26 (31 dagen geleden) | Alle verhalen")
    True
    >>> is_dateline("The harbour of Low Isle was closed to all boats on 3 March 2026")
    False
    """
    if len(text) > _SHORT or not has_digit(text):
        return False
    dates, _, rest = _without_dates(without_age(text))
    return bool(dates) and _count_words(rest) <= _STAMP_WORDS


def _without_dates(text: str) -> tuple[list[str], list[str], str]:
    """Return the days and the times in a line, and the line without them."""
    rest = text = with_digits(text)
    dates = [d.text for d in find_dates(text, languages=("en",), order="DMY")]
    for day in dates:
        rest = rest.replace(day, " ", 1)
    times = _TIME.findall(rest)
    rest = _TIME.sub(" ", rest)
    if dates or "uhr" in text.casefold():
        times += _DOTTED_TIME.findall(rest)
        rest = _DOTTED_TIME.sub(" ", rest)
    return dates, times, rest

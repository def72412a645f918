"""The encoding of bytes that nothing is said of: the one that reads best. Pure."""

import re
from collections import Counter

from parsers.encodings.labels import CODECS

#: Enough for any statistic, and bounded; taken from all over the bytes.
SAMPLE_BYTES = 12_000

_KANA = (
    "のにはをたがでてとしれさいるなもらりかっくまよあすこき、。ーンスルトリア"
    "イラク日本年人「」"
)
_CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
#: Encoding → for each language written in it, the letters expected beyond ASCII.
_LETTERS: dict[str, tuple[str, ...]] = {
    "windows-1252": (
        "äöüß„“–’»«",
        "éèêàçùâîôûëïœ’«»",
        "áéíóúñ¿¡ü«»“”",
        "ãáâàéêíóôõúç“”ºª",
        "àèéìòù’«»",
        "åäöé”–",
        "æøåé«»–",
        "’‘“”–—…£€©®",
        "áéíóúýðþæö„“",
    ),
    "windows-1251": (
        _CYRILLIC + "ё«»—–№",
        _CYRILLIC + "іїєґ«»—’",
        _CYRILLIC + "ђјљњћџ„“",
        _CYRILLIC + "ў",
    ),
    "koi8-r": (_CYRILLIC + "ё",),
    "iso-8859-5": (_CYRILLIC + "ё",),
    "ibm866": (_CYRILLIC + "ё",),
    "windows-1250": (
        "ąćęłńóśźż„”–",
        "áčďéěíňóřšťúůýž„“–",
        "áéíóöőúüű„”–",
        "čćđšž„“–",
        "ăâîșțşţ„”",
        "áäčďéíĺľňóôŕšťúýž„“",
    ),
    "iso-8859-2": ("ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áéíóöőúüű", "čćđšž", "ăâîşţ"),
    "windows-1254": ("çğıöşüâî’“”",),
    "windows-1257": ("āčēģīķļņšūž„”", "ąčęėįšųūž„“", "äõöüšž„“"),
    "windows-1253": ("αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋ«»–’",),
    "windows-1255": ("אבגדהוזחטיכלמנסעפצקרשתךםןףץ–”",),
    "windows-1256": (
        "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءآأؤإئ،؟؛",
        "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیءآ،؟؛",
    ),
    "windows-874": ("".join(map(chr, range(0x0E01, 0x0E4E))),),
}
#: Encoding of many bytes a character → what common text in it is full of.
_COMMON: dict[str, str] = {
    "gb18030": (
        "的一是不了在人有我他这个中大来上国和地到以说时要就出会可也你对生能而子那"
        "得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面"
        "起看定天分还进好小部其些主样理心她本前开但因新报市日月，。、：《》“”"
    ),
    "big5": (
        "的一是不了在人有我他這個中大來上國和地到以說時要就出會可也你對生能而子那"
        "得於著下自之年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面"
        "起看定天分還進好小部其些主樣理心她本前開但因新報市日月，。、：「」"
    ),
    "shift_jis": _KANA,
    "euc-jp": _KANA,
    "euc-kr": (
        "이의다는에을가고하지은로사한도를기자리대인정시일과서어아전부나수그보있원"
        "장제해스유상"
    ),
}


def detect(payload: bytes) -> str:
    """Return the WHATWG name of the encoding in which bytes read best.

    >>> detect("Паром опоздал из-за тумана, сказал смотритель маяка".encode("koi8-r"))
    'koi8-r'
    >>> detect("Die Fähre war wegen Nebels drei Stunden verspätet".encode("cp1252"))
    'windows-1252'
    """
    sample = _sample(payload)
    scores = {name: _many_bytes(sample, name) for name in _COMMON}
    scores |= {name: _one_byte(sample, name) for name in _LETTERS}
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] > 0 else "windows-1252"


def _sample(payload: bytes) -> bytes:
    """Return the lines with bytes beyond ASCII, up to a bound."""
    lines: list[bytes] = []
    length = 0
    for line in payload.replace(b"<", b"\n<").split(b"\n"):
        if not line.isascii():
            lines.append(line)
            length += len(line)
            if length > SAMPLE_BYTES:
                break
    return b"\n".join(lines)[: SAMPLE_BYTES * 2]


def _many_bytes(sample: bytes, name: str) -> float:
    """Score an encoding in which a character takes several bytes."""
    chars = Counter(sample.decode(CODECS.get(name, name), "replace"))
    total = sum(n for char, n in chars.items() if char > "\x7f")
    lost = chars["\ufffd"]
    if total < 4 or lost * 50 > total:
        return 0
    known = sum(chars[char] for char in _COMMON[name]) / total
    # A third of a usual text is made of its commonest characters; kana and Hangul more.
    return min(1.5, known * 3.2) - 10 * lost / total


def _one_byte(sample: bytes, name: str) -> float:
    """Score an encoding of one byte a character by its best language."""
    text = sample.decode(CODECS.get(name, name), "replace")
    chars = Counter(text)
    odd = sum(n for char, n in chars.items() if "\x7f" < char < "\xa0")
    odd += chars["\ufffd"]
    total = sum(n for char, n in chars.items() if char > "\xad") + 3 * odd
    if not total:
        return 0
    lines = [_share(chars, letters) for letters in _LETTERS[name]]
    strange = _RUN if name in _LATIN else _MIXED
    score = (max(lines) - sum(len(m) for m in strange.findall(text))) / total
    vowels = sum(chars[vowel] for vowel in _VOWELS)
    return score if vowels * 4 > total or name not in _CYRILLIC_NAMES else score - 0.3


def _share(chars: Counter[str], letters: str) -> float:
    """Count the letters of a language in a text; capitals, being rarer, say less."""
    large = {letter.upper() for letter in letters} - set(letters)
    small = sum(chars[letter] for letter in letters)
    return small + 0.4 * sum(chars[letter] for letter in large if len(letter) == 1)


_CYRILLIC_NAMES = frozenset(("windows-1251", "koi8-r", "iso-8859-5", "ibm866"))
_VOWELS = "аеёиоуыэюяіїєАЕИОУ"
_LATIN = frozenset(
    ("windows-1252", "windows-1250", "iso-8859-2", "windows-1254", "windows-1257")
)
#: Another script within a word of Latin letters; and accents without end.
_MIXED = re.compile(r"[a-zA-Z][^\W\d_a-zA-Z]|[^\W\d_a-zA-Z](?=[a-zA-Z])")
_RUN = re.compile(r"[^\W\d_a-zA-Z]{4,}")

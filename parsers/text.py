"""Text in normal form: what we print, and what counts as the same words. Pure."""

import functools
import re
import string
import unicodedata

#: What ends a sentence, in whatever script has such a sign.
SENTENCE_ENDS = frozenset(".!?…。！？।۔؟")
#: Characters nobody sees: controls, zero-width blanks, bidi marks, fillers, selectors.
_INVISIBLE = (
    *range(0x09),
    *range(0x0E, 0x1C),
    *range(0x7F, 0x85),
    *range(0x86, 0xA0),
    0xAD,
    0x034F,
    0x061C,
    0x115F,
    0x1160,
    0x17B4,
    0x17B5,
    *range(0x180B, 0x1810),
    0x200B,
    0x200E,
    0x200F,
    *range(0x202A, 0x202F),
    *range(0x2060, 0x2070),
    0x3164,
    *range(0xFE00, 0xFE10),
    0xFEFF,
    0xFFA0,
    *range(0xFFF9, 0xFFFC),
    *range(0xE0000, 0xE0080),
    *range(0xE0100, 0xE01F0),
)
#: What says nothing at the ends of a text: joiners too, which matter within it.
_EDGES = string.whitespace + "\xa0\u200c\u200d" + "".join(map(chr, _INVISIBLE))
#: Where each script's digits begin.
_ZEROS = (
    *(0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6),
    *(0x0C66, 0x0CE6, 0x0D66, 0x0DE6, 0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x1090),
    *(0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0xFF10),
)
#: Quotes and apostrophes, those that letters are written with too: Uzbek, Hawaiian.
_SINGLE = (
    "\u2018\u2019\u201a\u201b\u2032\u2035\u02b9\u02bb\u02bc\u02bd"
    "\u05f3\u2039\u203a`\u00b4"
)
_DOUBLE = "\u201c\u201d\u201e\u201f\u2033\u2036\u05f4\u00ab\u00bb\u301d\u301e\u301f"
#: A letter of a word as a sign of a pattern. The vowels and tones that scripts of India
#: and South-East Asia write around their letters are letters too, and none to ``\w``.
LETTER = (
    r"[^\s\d!-@\[-`{-\u00bf\u00d7\u00f7\u2000-\u2bff\u3000-\u303f"
    r"\uff01-\uff20]"
)
#: Scripts that say a word in a sign or two.
IDEOGRAPH = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2}")
#: More than so many marks in a row may be too many; no script writes as many as these.
_MARKED, _MOST_MARKS = re.compile(r"[^\w\s\x00-\x7f]{99,}"), 30
#: Shorter texts are put in order at once.
_FEW = 1000
_DASH = "\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\u2e3a\u2e3b\ufe58\ufe63"


def fold_space(text: str) -> str:
    r"""Return the text on one line, with single blanks.

    >>> fold_space(" Ferry\n\u00a0 late ")
    'Ferry late'
    """
    text = text.strip()
    if text.isprintable() and "  " not in text:  # its only space is the blank
        return text
    return " ".join(text.split())


def without_edges(text: str) -> str:
    r"""Return a text without what nobody sees at its ends; editors leave it there.

    >>> without_edges("Ferry\u200c late.\u00a0\u200b")
    'Ferry\u200c late.'
    """
    return text.strip(_EDGES)


def has_digit(text: str) -> bool:
    """Tell whether a text has a figure in it, of whatever script.

    >>> has_digit("Pier 5"), has_digit("Pier \u0665"), has_digit("Pier five")
    (True, True, False)
    """
    if text.isascii():
        return _DIGIT.search(text) is not None
    return any(map(str.isdigit, text))


def with_digits(text: str) -> str:
    """Return a text with the digits of its script as ASCII, as dates are told.

    >>> with_digits("١٣ مارس ٢٠٢٦")
    '13 مارس 2026'
    """
    return text if text.isascii() else text.translate(DIGITS)


def is_small(sign: str) -> bool:
    """Tell whether a letter is written small where its script has a capital for it.

    Georgian has two sets of letters, and writes all words in the one that Unicode
    calls small.

    >>> is_small("f"), is_small("F"), is_small("ლ"), is_small("霧")
    (True, False, False, False)
    """
    return sign.islower() and not "ა" <= sign <= "ჿ"


def weight(text: str) -> int:
    """Return how long a text is, in letters of an alphabet."""
    return len(text) * (3 if IDEOGRAPH.search(text) else 1)


def nfc(text: str) -> str:
    r"""Return a text in NFC; a letter with hundreds of marks keeps the first of them.

    Putting marks in order takes a time that grows with the square of their number.

    >>> nfc("Cafe\u0301"), len(nfc("e" + "\u0327\u0301" * 1000))
    ('Caf\xe9', 30)
    """
    if len(text) > _FEW and _MARKED.search(text):
        text = _MARKED.sub(_with_fewer_marks, text)
    return unicodedata.normalize("NFC", text)


def _with_fewer_marks(found: re.Match[str]) -> str:
    kept: list[str] = []
    marks = 0
    for letter in found[0]:
        marks = marks + 1 if unicodedata.combining(letter) else 0
        if marks <= _MOST_MARKS:
            kept.append(letter)
    return "".join(kept)


def normal_text(text: str) -> str:
    r"""Return a run of text as we print it: NFC, single blanks, nothing invisible.

    Joiners that a script is written with (Persian, Indic, emoji) stay.

    >>> normal_text("Cafe\u0301\u00a0 \u200b\u00adopen ")
    'Café open'
    """
    if text.isascii() and text.isprintable():
        return fold_space(text)
    if _UNSEEN.search(text) or _UNSEEN_TAGS.search(text):
        text = nfc(text.translate(_PRINTED))
        return fold_space(_LOST_JOINER.sub("", text))
    return fold_space(nfc(text))


def same_words(text: str) -> str:
    r"""Return a form that is equal for two texts with the same words.

    Case, letters, figures and punctuation count. Unicode form, invisible characters,
    straight or typographic quotes, dashes and ellipses, presentation forms, the
    script of digits make no difference; white space counts only between two words
    of a script that divides them.

    >>> same_words("“Fog” — ferry’s late…") == same_words("\"Fog\" - ferry's  late...")
    True
    >>> same_words("Ferry late") == same_words("Ferrylate")
    False
    >>> same_words("10²") == same_words("102")
    False
    """
    if not text.isascii():
        text = nfc(text)
        has_tags = _UNSEEN_TAGS.search(text) is not None
        same = _same()
        plain = text.translate(same) if has_tags else _unlike().sub(_one_form, text)
        text = nfc(plain)
    elif not text.isprintable():
        text = text.translate(_same())
    text = fold_space(text)
    if " " in text:
        text = (_LOOSE_ASCII if text.isascii() else _loose_blank()).sub("", text)
    text = text.replace("`", "'")
    if "''" in text or ",," in text:
        text = _DOUBLED.sub('"', text)
    return _DASHES.sub("-", text) if "--" in text else text


def _one_form(found: re.Match[str]) -> str:
    return found[0].translate(_same())


# What follows is made when it is first needed: an ordinary night folds no text.


@functools.cache
def _same() -> dict[int, str | int | None]:
    """Map each character to the one that it is the same as."""
    return {
        **_presentation_forms(),
        **DIGITS,
        **{ord(quote): "'" for quote in _SINGLE},
        **{ord(quote): '"' for quote in _DOUBLE},
        **{ord(dash): "-" for dash in _DASH},
        0x2026: "...",
        0x0640: None,
        0x200C: None,
        0x200D: None,
        **dict.fromkeys(_INVISIBLE),
    }


@functools.cache
def _unlike() -> re.Pattern[str]:
    """Return what finds letters in another form.

    Few of a text are: looking for them costs a tenth of putting each through a table.
    """
    letters = "".join(chr(code) for code in _same() if code < 0x10000)
    unlike = f"[{re.escape(letters)}]"
    return re.compile(f"{unlike}{unlike}*")  # begun by a class, others are passed over


@functools.cache
def _loose_blank() -> re.Pattern[str]:
    """Return what finds blanks that divide no words.

    Each way begins with the blank itself, so that only blanks are looked at.
    """
    return re.compile(
        rf" (?:(?=[{_SIGN}])|(?<=[{_SIGN}] )(?=[\w{_SIGN}])"
        rf"|(?<=[{_NO_SPACE}] )(?=[{_NO_SPACE}\d])|(?<=\d )(?=[{_NO_SPACE}]))"
    )


def _presentation_forms() -> dict[int, str]:
    """Map ligatures, Arabic presentation forms and full-width signs to plain ones."""
    blocks = (*range(0xFB00, 0xFB50), *range(0xFB50, 0xFE00), *range(0xFE70, 0xFFEF))
    forms = {code: unicodedata.normalize("NFKC", chr(code)) for code in blocks}
    return {code: plain for code, plain in forms.items() if plain != chr(code)}


#: Digits of every script → ASCII, for ``str.translate``.
DIGITS = {zero + n: str(n) for zero in _ZEROS for n in range(10)}
_PRINTED: dict[int, str | None] = dict.fromkeys(_INVISIBLE)
# Two patterns: a class that reaches beyond U+FFFF is searched range by range.
_BASIC_PLANE = "".join(chr(code) for code in _INVISIBLE if code < 0x10000)
_UNSEEN = re.compile(f"[{re.escape(_BASIC_PLANE)}\u200c\u200d]")
_UNSEEN_TAGS = re.compile("[\U000e0000-\U000e01ef]")
#: Joiners between Latin letters or blanks join nothing.
_LOST_JOINER = re.compile(
    r"(?<![^\x00-\u02ff\s])[\u200c\u200d]+|[\u200c\u200d]+(?=\s|$)"
)
_DIGIT = re.compile("[0-9]")
_DOUBLED = re.compile(r"''|,,")
_DASHES = re.compile(r"-{2,}")
_NO_SPACE = "\u2e80-\u2fff\u3005-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_ASCII_SIGN = r"!-/:-@\[-^`{-~"
#: Signs that stand apart from words with or without a blank; no vowel signs.
_SIGN = (
    rf"{_ASCII_SIGN}\xa1-\xa9\xab-\xb1\xb4\xb6-\xb8\xbb\xbf\u05be\u060c\u061b\u061f"
    r"\u06d4\u0964\u0965\u2010-\u205e\u20a0-\u20bf\u2190-\u2bff\u3001-\u3004"
    r"\u3008-\u3020"
)
#: The same where all is ASCII, which most folded text of the West is.
_LOOSE_ASCII = re.compile(rf" (?:(?=[{_ASCII_SIGN}])|(?<=[{_ASCII_SIGN}] ))")

"""Does a text speak of this? Words, phrases, names and word forms. Pure."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

#: Marks that readers leave out: Latin, Greek and Cyrillic accents, Hebrew points,
#: Arabic vowel signs. Marks of Indic scripts are letters, and stay.
_MARKS = re.compile("[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]")
#: Letters that look like base and accent, and are letters of their own.
_LETTERS = str.maketrans({"й": "\ue000", "Й": "\ue000"})
#: What a word is made of, vowel signs of Indic scripts included.
_LETTER = r"[\w\u0900-\u0dff]"
_WORD = re.compile(rf"{_LETTER}+")
#: The signs of scripts without spaces between words, for a class of a pattern: there,
#: any place is a word's beginning.
UNSPACED = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
_UNSPACED = re.compile(f"[{UNSPACED}]")
#: Longest text looked through, in characters.
MOST_CHARS = 1_000_000

_STEMMERS = {
    "ar": "arabic", "hy": "armenian", "eu": "basque", "ca": "catalan", "da": "danish",
    "nl": "dutch", "en": "english", "fi": "finnish", "fr": "french", "de": "german",
    "el": "greek", "hi": "hindi", "hu": "hungarian", "id": "indonesian",
    "ga": "irish", "it": "italian", "lt": "lithuanian", "ne": "nepali",
    "no": "norwegian", "nb": "norwegian", "nn": "norwegian", "pt": "portuguese",
    "ro": "romanian", "ru": "russian", "sr": "serbian", "es": "spanish",
    "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a rule asks of the words: any of ``any_of``, and none of ``none_of``."""

    any_of: tuple[str, ...] = ()
    none_of: tuple[str, ...] = ()
    forms: bool = False


def read_words(words: Sequence[str], *, forms: bool = False) -> Wanted:
    """Sort a rule's words into wanted and, with a minus before them, unwanted.

    >>> read_words(["tariff", "-weather", "=May"])
    Wanted(any_of=('tariff', '=May'), none_of=('weather',), forms=False)
    """
    return Wanted(
        any_of=tuple(w.strip() for w in words if not w.startswith("-")),
        none_of=tuple(w[1:].strip() for w in words if w.startswith("-")),
        forms=forms,
    )


def find_word(
    words: Sequence[str], text: str, *, forms: bool = False, language: str | None = None
) -> str | None:
    """Return the first of the words that the text has, or nothing.

    Case and accents make no difference; a phrase is found across white space; ``=``
    before a name asks for it exactly as written. With ``forms``, other forms of a
    word count too, by the rules of the text's language.

    >>> find_word(["tarif"], "Les tarifs douaniers")
    >>> find_word(["tarif"], "Les tarifs douaniers", forms=True, language="fr")
    'tarif'
    >>> find_word(["ETAT"], "L’État s’engage"), find_word(["=May"], "It may rain.")
    ('ETAT', None)
    >>> find_word(["prime minister"], "The Prime\\n Minister said")
    'prime minister'
    >>> find_word(["関税"], "新しい関税について")
    '関税'
    """
    text = text[:MOST_CHARS]
    exact, folded = _Text(text, str), _Text(text, fold)
    stems = _stemmed(text, language) if forms else ""
    for word in words:
        if word.startswith("="):
            found = exact.has(word[1:])
        else:
            found = folded.has(word) or (
                forms and _spaced(_stemmed(word, language)) in stems
            )
        if found:
            return word
    return None


def fold(text: str) -> str:
    """Return the text without case and accents.

    >>> fold("Élysée Straße Ёлка Йод"), fold("मुंबई")
    ('elysee strasse елка \\ue000од', 'मुंबई')
    """
    kept = unicodedata.normalize("NFC", text).translate(_LETTERS)
    bare = _MARKS.sub("", unicodedata.normalize("NFKD", kept))
    return unicodedata.normalize("NFC", bare).casefold()


class _Text:
    """A text to look through, brought into shape once and only if asked."""

    def __init__(self, text: str, shape: Callable[[str], str]) -> None:
        self._raw, self._shape, self._ready = text, shape, ""

    def has(self, word: str) -> bool:
        shaped = " ".join(self._shape(word).split())
        if not shaped:
            return False
        if not self._ready:
            self._ready = " ".join(self._shape(self._raw).split())
        if shaped not in self._ready:
            return False
        return bool(_pattern(shaped).search(self._ready))


@lru_cache(maxsize=1024)
def _pattern(word: str) -> re.Pattern[str]:
    if _UNSPACED.search(word):
        return re.compile(re.escape(word))
    return re.compile(rf"(?<!{_LETTER}){re.escape(word)}(?!{_LETTER})")


def _stemmed(text: str, language: str | None) -> str:
    return _spaced(" ".join(_stems(text, language)))


def _stems(text: str, language: str | None) -> Iterator[str]:
    stem = _stemmer((language or _guess(text)).split("-")[0].lower())
    for word in _WORD.findall(text.casefold()):
        yield fold(stem(word))


def _spaced(text: str) -> str:
    return f" {text.strip()} "


def _guess(text: str) -> str:
    return "ru" if re.search("[а-яё]", text.casefold()) else "en"


@lru_cache(maxsize=64)
def _stemmer(language: str) -> Callable[[str], str]:
    # imported here: only rules that ask for word forms pay for it
    import snowballstemmer

    if language not in _STEMMERS:
        return lambda word: word
    return lru_cache(maxsize=20_000)(
        snowballstemmer.stemmer(_STEMMERS[language]).stemWord
    )

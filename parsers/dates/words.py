"""Which month a word names, in which languages. Pure."""

import unicodedata
from collections.abc import Collection
from functools import cache, lru_cache

from parsers.dates.months import MONTHS

#: Tags of languages that share a table here.
_SAME_TABLE = {"nb": "no", "nn": "no", "in": "id", "iw": "he", "bs": "sr-latn"}
_SAME_TABLE |= {"sh": "sr-latn", "fil": "tl", "mo": "ro"}

#: Signs behind an abbreviation, and what Hebrew writes before a month: "in", "to".
_SIGNS, _IN = ".:\u05f3\u0970", frozenset("בל")
#: Joiners are left out; letters that Arabic and Persian keyboards differ in are one.
_SAME_LETTERS = {0x200C: None, 0x200D: None, ord("ي"): "ی", ord("ك"): "ک"}
#: Malayalam letters without a vowel, which older pages write with a joiner.
_SAME_LETTERS |= dict(zip(map(ord, "ൺൻർൽൾ"), "ണനരലള", strict=True))
#: Their months are common words elsewhere: "2 mas", "12 out", "3 du".
_AT_HOME = frozenset(["br", "ht"])


def month_of(word: str, languages: Collection[str] = ()) -> int | None:
    """Return the month a word names; nothing if languages disagree and none is given.

    >>> month_of("Декабря"), month_of("déc"), month_of("Ferry")
    (12, 12, None)
    >>> month_of("listopad"), month_of("listopad", ["hr"]), month_of("listopad", ["cs"])
    (None, 10, 11)
    >>> month_of("mas"), month_of("mas", ["ht"])
    (None, 3)
    """
    meanings = _meanings_of(plain_letters(word.casefold()).rstrip(_SIGNS))
    if not meanings:
        return None
    for language in languages:
        for name in _tables(language):
            if name in meanings:
                return meanings[name]
    months = {meanings[name] for name in meanings if name not in _AT_HOME}
    return months.pop() if len(months) == 1 else None


def _meanings_of(key: str) -> dict[str, int]:
    """Return what a word means as it is, without its accents or "in" before it."""
    known = _meanings()
    found = known.get(key) or known.get(_plain(key))
    if found or key[:1] not in _IN:
        return found or {}
    return known.get(key[1:]) or {}


@lru_cache(maxsize=256)
def _tables(language: str) -> tuple[str, ...]:
    """Return the tables a language tag reads from.

    >>> _tables("sr-RS")
    ('sr', 'sr-latn')
    """
    primary = language.lower().partition("-")[0]
    name = _SAME_TABLE.get(primary, primary)
    return (name, "sr-latn") if name in ("sr", "sr-latn") else (name,)


@cache
def _meanings() -> dict[str, dict[str, int]]:
    """Return word → language → month, with and without accents."""
    meanings: dict[str, dict[str, int]] = {}
    for language, names in MONTHS.items():
        for month, group in enumerate(names.split("|"), 1):
            for word in group.split():
                name = plain_letters(word.casefold())
                for key in {name, _plain(name)}:
                    meanings.setdefault(key, {}).setdefault(language, month)
    return meanings


def plain_letters(word: str) -> str:
    """Return a word without joiners, and in letters that every keyboard types alike.

    >>> plain_letters("ارديبهشت") == plain_letters("اردیبهشت")
    True
    """
    return word if word.isascii() else word.translate(_SAME_LETTERS)


@lru_cache(maxsize=2048)
def _plain(word: str) -> str:
    """Return a word without the marks over its letters.

    >>> _plain("février")
    'fevrier'
    """
    if word.isascii():
        return word
    parts = unicodedata.normalize("NFKD", word)
    return "".join(char for char in parts if not unicodedata.combining(char))

"""The language of an article: what its words say, else what the page declares. Pure."""

import re

from parsers.finders.stop_words import SCRIPTS, STOP_WORDS
from parsers.reading import Reading

#: Enough text to tell a language by.
MAX_CHARS = 3000
#: Enough to bear a declaration out.
_GLANCE = 600
_NEARLY = 0.6


def find_language(reading: Reading, *, body: str = "") -> tuple[str, str] | None:
    """Return the language code of an article and the way it was found, or nothing.

    A declaration is believed unless the text is plainly written in another language:
    many pages declare what their template was written in.
    """
    text = body or " ".join(block.text for block in reading.blocks[:200])
    declared = _declared(reading)
    middle = max(0, min(len(text), MAX_CHARS) - _GLANCE) // 2
    if declared and language_of(text[middle : middle + _GLANCE]) == declared:
        return declared, "declared"
    read = language_of(text[:MAX_CHARS], declared=declared or "")
    if read and declared and read != declared and _may_overrule(text, declared):
        return read, "words"
    if declared:
        return declared, "declared"
    return (read, "words") if read else None


def language_of(text: str, *, declared: str = "") -> str | None:
    """Return the language a text is written in, if its script or small words tell.

    Sister languages share their small words: nearly as many of the declared one bear
    it out.

    >>> language_of("The ferry to the harbour was late and the fog was thick.")
    'en'
    >>> language_of("Паром у порту запізнився, але люди чекали що він прийде.")
    'uk'
    >>> language_of("Ferry 2021") is None
    True
    """
    found = _WORD.findall(text)
    letters = "".join(found)
    letter_count = len(letters)
    if letter_count < 20:
        return None
    if not letters.isascii():
        signs = "".join(_OF_SCRIPTS.findall(text))
        if len(signs) * 3 > letter_count:
            for code, script in SCRIPTS.items():
                if len(script.findall(signs)) * 3 > letter_count:
                    return code
    scores: dict[str, int] = {}
    for codes in filter(None, map(_CODES.get, map(str.lower, found))):
        for code in codes:
            scores[code] = scores.get(code, 0) + 1
    most = max(scores.values(), default=0)
    if scores.get(declared, 0) >= max(3, _NEARLY * most):
        return declared
    best = [code for code, count in scores.items() if count == most]
    return best[0] if most >= max(3, 0.06 * len(found)) and len(best) == 1 else None


def _declared(reading: Reading) -> str | None:
    tags = [reading.page.language or ""]
    tags += [claim.value for claim in reading.metadata.languages]
    found = (_TAG.match(tag.strip()) for tag in tags)
    code = next((m[0].lower() for m in found if m), None)
    return _SAME.get(code, code) if code else None


def _may_overrule(text: str, declared: str) -> bool:
    """Say whether a text is long enough, and its declared language one we know."""
    return len(text) > 200 and (declared in STOP_WORDS or declared in SCRIPTS)


_WORD = re.compile(r"[^\W\d_]+")
#: The signs of all scripts that tell a language.
_EVERY = "".join(script.pattern[1:-1] for script in SCRIPTS.values())
_OF_SCRIPTS = re.compile(f"[{_EVERY}][{_EVERY}]*")  # all others are passed over fast
_TAG = re.compile(r"[A-Za-z]{2,3}(?=$|[-_,; ])")
_SAME = {"nb": "no", "nn": "no", "iw": "he", "in": "id", "cn": "zh", "jp": "ja"}
_SAME |= {"ua": "uk", "gr": "el", "cz": "cs", "dk": "da", "se": "sv", "kr": "ko"}
#: The languages of each small word.
_CODES: dict[str, list[str]] = {}
for _code, _words in STOP_WORDS.items():
    for _word in _words:
        _CODES.setdefault(_word, []).append(_code)

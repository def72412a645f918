"""The people named as writers, in the order of the page. Pure."""

import re
from collections.abc import Iterable, Iterator

from parsers.metadata import Claim
from parsers.reading import Reading
from parsers.text import normal_text, same_words

#: More names than these are a list of something else.
MAX_AUTHORS = 20
#: A name is no longer.
MAX_CHARS = 80


def find_authors(reading: Reading) -> tuple[tuple[str, ...], str] | None:
    """Return who is named as writer and the way the names were found, or nothing."""
    for source in _SOURCES:
        claims = [c for c in reading.metadata.authors if c.source == source]
        if names := _names(claims):
            return names, source
    line = next(_author_lines(reading), "")
    names = tuple(split_names(line))
    return (names, "author line") if names else None


def split_names(text: str) -> Iterator[str]:
    """Yield the names in a line that may hold several.

    >>> list(split_names("By Ada Ferry, Bo Quay and Cy Lighthouse"))
    ['Ada Ferry', 'Bo Quay', 'Cy Lighthouse']
    >>> list(split_names("https://www.facebook.example/harbour"))
    []
    """
    if _ADDRESS.search(text):
        return
    text = _BY.sub("", normal_text(text[:500]))
    for part in _BETWEEN.split(text)[:MAX_AUTHORS]:
        name = part.strip(" .,;|·•-–—:")
        if 1 < len(name) <= MAX_CHARS and not _NO_NAME.search(name):
            yield name


def _names(claims: Iterable[Claim]) -> tuple[str, ...]:
    """Return the names of some claims, each once."""
    found: dict[str, str] = {}
    for claim in claims:
        for name in split_names(claim.value):
            found.setdefault(same_words(name).casefold(), name)
    return tuple(found.values())[:MAX_AUTHORS]


def _author_lines(reading: Reading) -> Iterator[str]:
    """Yield what follows "by" in short lines, or a cell that says "author"."""
    is_named = False
    for block in reading.blocks:
        if is_named and block.chars <= MAX_CHARS:
            yield block.text
        is_named = block.kind in ("cell", "item") and bool(_CELL.fullmatch(block.text))
        if block.chars <= 150 and (found := _BY_NAME.match(block.text)):
            yield found[1]


#: Surest first; what stands in several is the same in all.
_SOURCES = (
    "ld author",
    "item author",
    "meta parsely-author",
    "meta sailthru.author",
    "meta author",
    "meta article:author",
    "meta dc.creator",
    "meta dcterms.creator",
    "meta byl",
    "meta citation_author",
    "ld creator",
)
_BY = re.compile(
    r"^(?:by|von|par|por|di|door|av|af|od|autor(?:a|en|es)?|auteurs?|author|автор|текст"
    r"|text|von:|写真|文|記者|作者|撰文)\b[\s:]*|^(?:作者|記者|文)[：:\s]*",
    re.IGNORECASE,
)
_BY_NAME = re.compile(
    r"(?:By|BY|by|Von|Par|Por|Door|Autor|Autorin|Autore|Auteur|Author|Автор|Текст"
    r"|Written by|Tekst|Text|作者|記者)\s*:?\s+([^\W\d_][^\d|]{3,100})"
)
_CELL = re.compile(
    r"(?:author|written by|autorin?|auteur|autore|auteure|verfasser(?:in)?|автор|作者"
    r"|撰稿人?|작성자|글쓴이|執筆者?|投稿者|الكاتب|بقلم)\s*[:：]?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\s*(?:,|;|\||\s/\s|&|·|•|、|\s(?:and|und|et|y|e|en|och|og|i|and|và|и|та|ve|dan)\s)\s*",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"^\s*(?:https?:|www\.)", re.IGNORECASE)
_NO_NAME = re.compile(
    r"@|\.(?:com|org|net)\b|\d{3}|[<>{}]|^(?:admin|null|none|undefined|"
    r"staff|redaktion|editor|administrator|webmaster|super user)$",
    re.IGNORECASE,
)

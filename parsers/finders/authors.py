"""The people named as writers, in the order of the page. Pure."""

import re
from collections.abc import Iterable, Iterator

from parsers.blocks import Block
from parsers.dates import find_dates, may_hold_date
from parsers.dates.near_days import before_near_day
from parsers.dates.weekdays import day_by_weekday, weekday_chars
from parsers.finders.body import Body
from parsers.finders.marked_authors import marked_authors, standing_authors
from parsers.finders.names import (
    MAX_AUTHORS,
    MAX_CHARS,
    is_name,
    may_be_name,
    split_names,
    without_day,
)
from parsers.finders.signed import signer
from parsers.finders.site_names import site_of
from parsers.finders.title_lines import title_key
from parsers.metadata import Claim
from parsers.reading import Reading
from parsers.text import same_words


def find_authors(
    reading: Reading, *, body: Body | None = None, title: str = ""
) -> tuple[tuple[str, ...], str] | None:
    """Return who is named as writer and the way the names were found, or nothing.

    The site is none, where it is named beside one, or a line beside the text names one.
    """
    if not (found := _find(reading, body, title)):
        return None
    names, way = found
    if way == _PAGE_S and body:  # that of the site, or its maker
        marked = standing_authors(reading, body, title)
        if marked and _words(names).isdisjoint(_words(marked)):
            return marked, "byline"
    site = site_of(reading)
    sites = {*site.names, site.host}
    if people := tuple(name for name in names if title_key(name) not in sites):
        return people, way
    named = marked_authors(reading, body, title) if body else ()
    edges = tuple(one for one in sites if len(one) > 1)
    own = tuple(
        name
        for name, key in zip(named, map(title_key, named), strict=True)
        if not (key.startswith(edges) or key.endswith(edges))
    )
    return (own, "byline") if own else found


def _find(
    reading: Reading, body: Body | None, title: str
) -> tuple[tuple[str, ...], str] | None:
    for source in _SOURCES:
        claims = [c for c in reading.metadata.authors if c.source == source]
        if names := _names(claims):
            return names, source
    line = next(_author_lines(reading, body), "")
    if names := tuple(split_names(line)):
        return names, "author line"
    if body is None:
        return None
    if names := marked_authors(reading, body, title):
        return names, "byline"
    names = signer(reading, body)
    return (names, "signature") if names else None


def _words(names: Iterable[str]) -> set[str]:
    return set(same_words(" ".join(names)).casefold().split())


def _names(claims: Iterable[Claim]) -> tuple[str, ...]:
    """Return the names of some claims, each once."""
    found: dict[str, str] = {}
    for claim in claims:
        value = "; ".join(_FIELD.findall(claim.value)) or claim.value
        for name in split_names(value):
            found.setdefault(same_words(name).casefold(), name)
    return tuple(found.values())[:MAX_AUTHORS]


def _author_lines(reading: Reading, body: Body | None) -> Iterator[str]:
    """Yield the names after "by" in short lines, or after a cell that says "author".

    Right before a text, a line that says so may be no cell.
    """
    said: Block | None = None
    crowded: frozenset[str] | None = None
    start = body.blocks[0].index if body and body.blocks else 0
    for block in reading.blocks:
        is_near = start - _NEAR <= block.index < start
        if said is not None and _is_within(block, said):
            continue  # what is said of each: "Authors", "Name", "Ada Quay"
        if said is not None and _may_name(block, said):
            yield block.text
        said = block if _says_author(block, is_near=is_near) else None
        may_name = block.text[0] in _FIRST_LETTERS and block.chars <= 150
        text = _before_weekday(before_near_day(block.text)) if may_name else ""
        found = _BY_NAME.match(text)
        # beside a day, a name may have a rank: "by the colonel Ada Quay, 3 May 2021"
        is_dated = found and (text != block.text or may_hold_date(text))
        is_like = may_be_name if is_dated else is_name
        is_named = found and all(map(is_like, split_names(found[1])))
        if found and is_named:
            if not is_near:
                crowded = _crowded(reading) if crowded is None else crowded
                if block.path in crowded:
                    continue
            follows = _DAY_OF_MONTH.match(block.text, found.end())
            yield without_day(found[1], is_day=follows is not None)


def _before_weekday(text: str) -> str:
    """Return what a line says before the day of the week of its day; else all of it.

    Some names are such days: that of the date is none.

    >>> _before_weekday("By Ada Quay Tuesday, March 3, 2026")
    'By Ada Quay '
    >>> _before_weekday("Von Ada Freitag, 3. März 2026")
    'Von Ada Freitag, 3. März 2026'
    """
    if not may_hold_date(text):
        return text
    for printed in find_dates(text):
        start = text.find(printed.text)
        before = text[: max(0, start)]
        if day_by_weekday(text, len(before), printed.day) == printed.day:
            return before[: len(before) - weekday_chars(before)]
    return text


def _says_author(block: Block, *, is_near: bool) -> bool:
    """Tell whether a cell, or a line near a text, says that the next names a writer."""
    if block.chars > _LABEL or not (is_near or block.kind in _CELL_KINDS):
        return False
    if _CELL.fullmatch(block.text):
        return "search" not in block.path.lower()  # what to look for
    return block.tag in _HEADS and _CELLS.fullmatch(block.text) is not None


def _may_name(block: Block, label: Block) -> bool:
    """Tell whether a line may name who wrote, behind one that says it does."""
    if block.chars > MAX_CHARS or block.tag == "th":
        return False
    is_cell = label.kind in _CELL_KINDS
    return is_cell or all(map(may_be_name, split_names(block.text)))


def _is_within(block: Block, label: Block) -> bool:
    """Tell whether a term stands in a list within that of another."""
    outer, inner = label.place.parent, block.place.parent
    return (
        block.tag == label.tag == "dt"
        and inner is not outer
        and outer is not None
        and outer in block.place.ancestors()
    )


def _crowded(reading: Reading) -> frozenset[str]:
    """Return the paths at which many lines name a writer: of other items, or of a menu.

    A menu may sort a site's pages "by topic", "by place" and "by year".
    """
    said: dict[str, set[str]] = {}
    for block in reading.blocks:
        if _BY_NAME.match(block.text):
            said.setdefault(block.path, set()).add(block.text)
    return frozenset(path for path, lines in said.items() if len(lines) >= _MANY)


#: So many lines of one make that name writers name no one page's, but for one that
#: stands so near before the text.
_MANY, _NEAR = 3, 8
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
#: The least sure of all: a template may say it of every page.
_PAGE_S = "meta author"
_BY_NAME = re.compile(
    r"(?:(?:By|BY|by|Von|Par|Por|Door|Autor|Autorin|Autore|Auteur|Author|Автор"
    r"|Written by|Écrit par|Rédigé par|Geschrieben von|Verfasst von|Escrito por"
    r"|Scritto da|Geschreven door|Skrevet a[fv]|作者|記者)\s*:?|(?:Текст|Tekst|Text"
    r"|Tác giả(?: bài viết)?|Penulis|Pewarta|Oleh|Reporter|Muhabir|Yazar|نویسنده"
    r"|الكاتب)\s*:)\s+"
    r"([^\W\d_][^\d|]{3,100})(?<![^\W\d_](?=\d))"
)
#: What follows the name of a month in a date: the year, perhaps the day, or a time.
_DAY_OF_MONTH = re.compile(
    r"(?:\d{1,2}(?:st|nd|rd|th)?,?\s)?(?:19|20)\d\d|\d{1,2}(?:st|nd|rd|th)?,?\sat\s\d"
)
#: What a government's metadata say of whom they name (AGLS).
_FIELD = re.compile(r"(?:corporate|personal)Name\s*=\s*([^;=]+)")
#: What its words begin with: other lines are passed over fast.
_FIRST_LETTERS = frozenset("BbVPDEÉGSAАТWTYMORنا作記")
#: What a cell says before the one with the name, and no more.
_LABEL, _CELL_KINDS = 20, ("cell", "item")
_CELL = re.compile(
    r"(?:author|written by|autorin?|autor[ae]?|auteur|auteure|verfasser(?:in)?|szerző"
    r"|συντάκτης|autors|autorius|автор|yazar|müəllif|muallif|ავტორი|հեղինակ|作者|撰稿人?"
    r"|작성자|글쓴이|執筆者?|投稿者|الكاتب|بقلم)\s*[:：]?",
    re.IGNORECASE,
)
#: What says so of several, if it heads what stands beside it: a menu says it too.
_CELLS = re.compile(
    r"(?:authors|autor(?:es|en|i|innen|zy)|autoři|auteure?s|szerzők|συντάκτες|автор[иы]"
    r"|yazarlar)\s*[:：]?",
    re.IGNORECASE,
)
_HEADS = frozenset(("th", "dt"))

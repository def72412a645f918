"""The writers named in the lines around a text, by a mark or after a word. Pure."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

from lxml.html import HtmlElement

from parsers.blocks import Block
from parsers.dates import may_hold_date
from parsers.dates.near_days import before_near_day
from parsers.finders.body import Body
from parsers.finders.names import WRITTEN, is_name, may_be_name, split_names
from parsers.finders.title_lines import is_headline, title_key
from parsers.reading import Reading
from parsers.templates.beside import is_beside
from parsers.visible import visible_text

#: So many lines before a text, and behind it, may name its writer.
_BEFORE, _AFTER = 12, 4
#: A byline is no longer, and has no more parts.
_LONGEST, _PARTS = 160, 30
#: What signs a text stands in no more boxes of its own; teasers do.
_BOXES = 2


def marked_authors(reading: Reading, body: Body, title: str) -> tuple[str, ...]:
    """Return the writers named beside a text: marked as such, else after "by".

    Only a line that has a date too is a byline by its words alone, unless these say
    "writer" and nothing else.
    """
    lines = [b for b in _around(reading, body, title) if b.chars <= _LONGEST]
    for block in lines:
        if names := tuple(dict.fromkeys(_marked(block, _is_marked))):
            return tuple(filter(is_name, names)) or names  # "Ada Quay", "All articles"
    for block in lines:
        text = before_near_day(block.text)
        is_dated = text != block.text or may_hold_date(text)
        is_sure = is_dated or _WRITER.match(text)
        if is_sure and (names := after_by(text)):
            return names
    for block in lines:
        if names := tuple(filter(may_be_name, split_names(_beside_icon(block)))):
            return names
    return next(filter(None, map(_linked, lines)), ())


def standing_authors(reading: Reading, body: Body, title: str) -> tuple[str, ...]:
    """Return the writers whom a line beside a text marks as all sites mark them.

    Such a name stands on an hCard, or leads to its owner's page as the author's.
    """
    for block in _around(reading, body, title):
        if block.chars <= _LONGEST and (names := tuple(_marked(block, _is_standard))):
            return tuple(dict.fromkeys(filter(is_name, names)))
    return ()


def after_by(text: str) -> tuple[str, ...]:
    """Return the names that a byline has after its "by", in whatever language.

    >>> after_by("vendredi 27 février 2026, par Salomé Ferréol")
    ('Salomé Ferréol',)
    >>> after_by("Von Ada Quay und Bo Ferry | 3. Mai 2021"), after_by("5.6.21 by noon")
    (('Ada Quay', 'Bo Ferry'), ())
    >>> after_by("Enviado por Ana Quay em 24/02/2026 10:11"), after_by("5.6.21 by Eva")
    (('Ana Quay',), ('Eva',))
    >>> after_by("Por:Ana Quay en:Jue 26 de Feb, 2026 [05:00] (12 lecturas)")
    ('Ana Quay',)
    >>> after_by("记者 周小港 3月4日"), after_by("记者通过电子邮件联系了港务局。")
    (('周小港',), ())
    """
    for found in _BY.finditer(text):
        names = tuple(split_names(next(filter(None, found.groups()))))
        if names and all(map(is_name, names)):
            return names
    return ()


def _around(reading: Reading, body: Body, title: str) -> Sequence[Block]:
    """Return the lines from the headline to the text, and the first ones behind it."""
    if not body.blocks:
        return ()
    blocks, key = reading.blocks, title_key(title)
    first, last = body.blocks[:2][-1].index, body.blocks[-1].index  # below a lead
    before = blocks[max(0, first - _BEFORE) : first + 1]
    near = reversed(range(len(before) if key else 0))
    titled = next((n for n in near if is_headline(before[n], key)), 0)
    start = max(0, titled - 2)
    place = body.place or body.blocks[-1].place
    above = {place, *place.ancestors()}
    behind = [
        block
        for block in blocks[max(last, first + 1) : last + 1 + _AFTER]
        if not above.isdisjoint(islice(block.place.ancestors(), _BOXES))
    ]
    return [*before[start:], *behind]


def _marked(block: Block, is_marked: Callable[[HtmlElement], bool]) -> Iterator[str]:
    """Yield the names in a line where an element is called the writer's."""
    parts = islice(block.element.iterdescendants(), _PARTS)
    marked = [e for e in (block.element, *parts) if is_marked(e)]
    if not marked or is_beside(block.text):
        return
    if any("comment" in p.signs for p in block.place.ancestors()):
        return
    outer = {above for e in marked for above in e.iterancestors()}
    for element in marked:
        text = visible_text(element) if element not in outer else ""
        if _says_by(element):  # in whatever language; the name stands behind it
            text = visible_text(element.getparent()).removeprefix(text)
        if text and not may_hold_date(text):
            yield from filter(may_be_name, split_names(text))


def _says_by(element: HtmlElement) -> bool:
    """Tell whether an element is called the "by" before a writer's name."""
    return _LABEL.search(element.get("class") or "") is not None


def _beside_icon(block: Block) -> str:
    """Return what stands right behind the picture of a person, in a line or before it.

    Themes print "by" in no language: a sign from a font of icons says it.
    """
    element = block.element
    if _MENU.search(block.path):
        return ""
    before = element.getprevious()
    if before is not None and _is_person(before) and not (before.tail or "").strip():
        return block.text
    for icon in filter(_is_person, islice(element.iterdescendants(), _PARTS)):
        behind = icon.getnext()
        if text := (icon.tail or "").strip() or (
            visible_text(behind) if behind is not None else ""
        ):
            return text
    return ""


def _is_person(element: HtmlElement) -> bool:
    """Tell whether an element is the icon of a person: it has a name and no text."""
    names = element.get("class")
    return (
        names is not None
        and not len(element)
        and not (element.text or "").strip()
        and any(map(_PERSON.fullmatch, names.split()))
    )


def _linked(block: Block) -> tuple[str, ...]:
    """Return the name that a line leads to, if it is called the writer's and has a day.

    Forums say so who wrote what and when, whatever the word for "by".
    """
    is_byline = _is_marked(block.element) and may_hold_date(block.text)
    if not is_byline or any("comment" in p.signs for p in block.place.ancestors()):
        return ()
    texts = map(visible_text, islice(block.element.iter("a"), _PARTS))
    names = (text for text in texts if may_be_name(text) and not may_hold_date(text))
    return tuple(split_names(next(names, "")))


def _is_marked(element: HtmlElement) -> bool:
    names = element.get("class")
    return _is_standard(element) or (names is not None and _names_writer(names))


def _is_standard(element: HtmlElement) -> bool:
    """Tell whether an element is the writer's by a standard that all sites share."""
    names = (element.get("class") or "").split()
    return "fn" in names or "author" in (element.get("rel") or "").split()


@lru_cache(maxsize=1024)
def _names_writer(names: str) -> bool:
    return bool(_MARK.search(names)) and not _NO_MARK.search(names)


#: How templates call the place of a writer's name.
_MARK = re.compile(
    r"(?<![a-z])(?:author|by-?line|autor[ae]?|auteure?|autrice|verfasser|redacteur"
    r"|redactor|writer|reporter|journalist|penulis|yazar|forfatter|skribent|tac-?gia"
    r"|zuozhe)(?!i[tz])|^(?:.*\s)?fn(?:\s|$)",
    re.IGNORECASE,
)
_NO_MARK = re.compile(
    r"bio|avatar|image|photo|img|about|social|title|role|job|position|count|date|link-"
    r"|affiliation|address|search",
    re.IGNORECASE,
)
#: Whoever visits a site signs in beside such a picture too.
_MENU = re.compile(r"nav(?![a-z]*el)|menu|log-?in|sign-?in|account|top-?bar", re.I)
#: How templates call the word before it.
_LABEL = re.compile(r"(?:author|byline)[-_](?:by|label|prefix)(?![a-z])", re.IGNORECASE)
#: What fonts of icons call the picture of one person.
_PERSON = re.compile(
    r"(?:[a-z]+-)?(?:user|person|author)(?:-(?:o|alt|circle|tie|fill|line|\d+))*",
    re.IGNORECASE,
)
_BY_WORDS = (
    r"written by|posted by|by|von|par|por|di|door|av|af|przez|oleh|bởi|author"
    r"|autor(?:in|a)?|auteure?|autore|autrice|автор|текст|tekst|teksti|text|szerző|írta|yazar|yazan"
    r"|tác giả|συντάκτης|נכתב על ידי|מאת|بقلم|كتب|نویسنده|به قلم|โดย|ผู้เขียน|लेखक"
    r"|penulis|pewarta"
)
#: What old portals print before the day behind the name: "By: Ada Quay on: 3 May".
_ON = r"(?:on|en|el|em|le|am|il|op|den|dnia|на|в)"
#: These say "writer" and stand close to the name.
_CLOSE = "作者|撰文|撰稿|記者|记者|글쓴이|작성자"
_WRITER = re.compile(rf"\W*(?:{_CLOSE}|بقلم|نویسنده)")
_BY = re.compile(
    rf"(?:^(?:(?:{WRITTEN})\s+)?|[,|·•(–—/-]\s*|(?<=\d)\s+)(?:{_BY_WORDS})(?:\s*[:：]\s*|\s+)"
    rf"(?P<names>[^|·•()\d–—/:;]{{3,80}}?)\s*(?=$|[|·•()–—/;]|[\s,]*\d|\s{_ON}\s?:)"
    rf"|(?:{_CLOSE})\s*[:：]\s*(?P<wide>[^\s|·•()\d:;，,]{{2,12}})"
    # without a colon, a sentence may begin so: "The reporter asked the harbour"
    rf"|(?:{_CLOSE})\s*(?P<short>[^\W\d_]{{2,4}})(?!\w)",
    re.IGNORECASE,
)

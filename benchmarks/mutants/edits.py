"""What an editor changes: words of the text, its parts, the title, the date."""

import html
import json
import re
from collections.abc import Callable, Iterable

from lxml.html import HtmlElement

from benchmarks.mutants.page import Doc, put_after, text_of, texts_in
from parsers.dates import find_dates
from parsers.text import same_words

#: Changes a page; false where it has nothing to change so.
Edit = Callable[[Doc], bool]

_WORD = re.compile(r"[^\W\d_]{4,}")
_NUMBER = re.compile(r"\d+")
_UNSPACED = re.compile(r"[\u3040-\u9fff\u0e00-\u0e7f\uac00-\ud7af]")
_SENTENCE = 11
#: Shorter texts are not looked for in what machines are told.
_TOLD = 30
#: A longer line with a day in it is no line about the page.
_LINE = 120


def _replace(
    pattern: re.Pattern[str],
    other: Callable[[Doc, str], str],
    blocks: Callable[[Doc], Iterable[HtmlElement]],
) -> Edit:
    """Return what changes one match in one of the blocks, for machines as well."""

    def edit(doc: Doc) -> bool:
        places = [
            (one, name, found.span())
            for block in blocks(doc)
            for one, name in texts_in(block)
            for found in pattern.finditer(getattr(one, name))
        ]
        if not places:
            return False
        one, name, (start, end) = doc.rng.choice(places)
        text = getattr(one, name)
        new = text[:start] + other(doc, text[start:end]) + text[end:]
        setattr(one, name, new)
        if len(text.strip()) >= _TOLD:
            doc.swap(text.strip(), new.strip(), "script", "meta")
        return True

    return edit


def _number(doc: Doc, number: str) -> str:
    return number[:-1] + str((int(number[-1]) + doc.rng.randint(1, 8)) % 10)


def _word(doc: Doc, word: str) -> str:
    if _UNSPACED.search(word):
        return word[:1] + word[2:]
    return doc.rng.choice([w for w in doc.truth.words if w != word.lower()] or ["fog"])


def _sentence(doc: Doc) -> str:
    """Return a sentence out of the text's own words."""
    words = doc.rng.sample(doc.truth.words, min(len(doc.truth.words), _SENTENCE))
    joint = "" if words and _UNSPACED.search(words[0]) else " "
    return (joint.join(words) or "fog over the harbour").capitalize() + "."


def _ours(*tags: str) -> Callable[[Doc], list[HtmlElement]]:
    return lambda doc: doc.ours(*tags)


def _inner(*tags: str) -> Callable[[Doc], list[HtmlElement]]:
    """Return what finds parts of the text's blocks that are not all of a block."""
    return lambda doc: [
        part
        for one in doc.own
        for part in one.iter(*tags)
        if text_of(part) != text_of(one)
    ]


def _cells(doc: Doc) -> list[HtmlElement]:
    return [
        one
        for one in doc.leaves
        if one.tag in ("td", "th")
        and doc.holder in one.iterancestors()
        and same_words(text_of(one)) in doc.truth.body
    ]


def _headings(doc: Doc) -> list[HtmlElement]:
    title = same_words(doc.truth.title)
    found = doc.ours("h2", "h3", "h4")
    return [one for one in found if same_words(text_of(one)) != title]


def sentence(doc: Doc) -> bool:
    blocks = doc.ours("p", "div")
    if not blocks:
        return False
    block = doc.rng.choice(blocks)
    if len(block):
        block[-1].tail = f"{block[-1].tail or ''} {_sentence(doc)}"
    else:
        block.text = f"{block.text} {_sentence(doc)}"
    return True


def _added(place: float) -> Edit:
    """Return what adds a paragraph there, from 0, behind the first, to 1, the last."""

    def edit(doc: Doc) -> bool:
        blocks = doc.ours("p")
        if len(blocks) < 3:
            return False
        like = blocks[round(place * (len(blocks) - 1))]
        name = html.escape(like.get("class", ""))
        put_after(like, f'<p class="{name}">{_sentence(doc)} {_sentence(doc)}</p>')
        return True

    return edit


def removed(doc: Doc) -> bool:
    blocks = doc.ours("p")
    short = [one for one in blocks if 10 < len(text_of(one)) < 200]
    if len(blocks) < 4 or not short:
        return False
    doc.rng.choice(short).drop_tree()
    return True


def title(doc: Doc) -> bool:
    old = doc.truth.title
    heads = [one for one in doc.leaves if same_words(text_of(one)) == same_words(old)]
    words = _WORD.findall(old)
    if not heads or not words:
        return False
    was = doc.rng.choice(words)
    now = _word(doc, was)
    new = re.sub(rf"(?<!\w){was}(?!\w)", now, old, count=1)
    for way in (str, html.escape, json.dumps, _escaped):
        doc.swap(way(old).strip('"'), way(new).strip('"'))
    for one in heads:
        for node, name in texts_in(one):
            if new not in getattr(node, name):
                setattr(node, name, getattr(node, name).replace(was, now, 1))
    return new != old


def _escaped(text: str) -> str:
    return json.dumps(html.escape(text, quote=False), ensure_ascii=False)


def date(doc: Doc) -> bool:
    day = doc.truth.date
    if not day:
        return False
    number = int(day[8:])
    other = number + 1 if number < 28 else number - 1
    new = f"{day[:8]}{other:02d}"
    digits = re.compile(rf"(?<!\d)0?{number}(?!\d)")
    own = set(doc.own)
    lines = (one for one in doc.leaves if one not in own)
    if not sum(_redated(one, day, new, digits, f"{other}") for one in lines):
        return False
    for one in doc.root.iter("meta", "time", "script"):
        names = " ".join(one.values()).lower()
        for name in ("content", "datetime"):
            if day in one.get(name, "") and not re.search("modif|updat", names):
                one.set(name, one.get(name).replace(day, new))
        if one.tag == "script" and one.text:
            told = re.compile(rf'(publi\w*"\s*:\s*"){day}', re.IGNORECASE)
            if told.search(one.text):  # lxml keeps signs that it would not take back
                one.text = told.sub(rf"\g<1>{new}", one.text)
    return True


def _redated(
    one: HtmlElement, day: str, new: str, digits: re.Pattern[str], other: str
) -> int:
    """Print another day in a line that prints one; return how often."""
    count = 0
    for node, name in texts_in(one):
        text = getattr(node, name)
        found = find_dates(text) if len(text) <= _LINE else ()
        for printed in found:
            said = digits.sub(lambda m: other.zfill(len(m[0])), printed.text, count=1)
            if printed.iso[:10] == day and [d.iso[:10] for d in find_dates(said)] == [
                new
            ]:
                setattr(node, name, getattr(node, name).replace(printed.text, said))
                count += 1
    return count


_BODY, _PROSE = ("body",), _ours("p", "div")
#: What changes, and the fields that it is told as.
EDITS: dict[str, tuple[Edit, tuple[str, ...]]] = {
    "number": (_replace(_NUMBER, _number, _PROSE), _BODY),
    "word": (_replace(_WORD, _word, _PROSE), _BODY),
    "sentence added": (sentence, _BODY),
    "paragraph at the end": (_added(1), _BODY),
    "paragraph near the start": (_added(0), _BODY),
    "paragraph amid": (_added(0.5), _BODY),
    "paragraph removed": (removed, _BODY),
    "list item": (_replace(_WORD, _word, _ours("li")), _BODY),
    "figure in a cell": (_replace(_NUMBER, _number, _cells), _BODY),
    "heading": (_replace(_WORD, _word, _headings), _BODY),
    "words of a link": (_replace(_WORD, _word, _inner("a")), _BODY),
    "words in bold": (_replace(_WORD, _word, _inner("b", "strong", "em", "i")), _BODY),
    "title": (title, ("title",)),
    "date": (date, ("date",)),
}

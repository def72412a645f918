"""What moves in and around a page without anybody editing what it says."""

import re
import unicodedata
from collections.abc import Callable

from lxml.html import HtmlElement

from benchmarks.mutants.page import Doc, make, put_after, text_of, texts_in

#: Changes the page before and the page after; false where they have no place for it.
Noise = Callable[[Doc, Doc], bool]

_YEAR = re.compile(r"((?:©|\bcopyright)\D{0,20}(?:\d{4}\s*[-–]\s*)?)(\d{4})", re.I)
_COUNT = re.compile(r"\D{0,25}\d{1,6}\D{0,25}")
_DATED = re.compile(r"©|19\d\d|20\d\d|[:.]")
_TAGS = {"b": "strong", "strong": "b", "i": "em", "em": "i"}
_SIGNS = str.maketrans({'"': "”", "'": "’", "’": "'", "“": '"', "–": "—", "—": "–"})


def _headline(doc: Doc) -> str:
    return doc.rng.choice(doc.truth.headlines)


def all_teasers(before: Doc, after: Doc) -> bool:
    links = after.links()
    for link in links:
        after.retell(link, _headline(after), f"/x/{after.rng.randint(1000, 9999)}/")
    return len(links) > 1


def one_teaser(before: Doc, after: Doc) -> bool:
    links = after.links()
    if links:
        after.retell(after.rng.choice(links), _headline(after), "/x/1234/")
    return bool(links)


def _lists(doc: Doc, least: int, most: int) -> list[list[HtmlElement]]:
    """Return the lists of links beside the text whose entries are so long."""
    own = {above for one in doc.own for above in (one, *one.iterancestors())}
    found = []
    for one in doc.body.iter("ul", "ol"):
        items = [li for li in one if li.tag == "li" and li.find(".//a") is not None]
        mean = sum(len(text_of(li)) for li in items) / max(len(items), 1)
        if 4 <= len(items) == len(one) and least <= mean <= most and one not in own:
            found.append(items)
    return found


def reordered(before: Doc, after: Doc) -> bool:
    lists = _lists(after, 20, 300)
    for items in lists[:1]:
        parent = items[0].getparent()
        for one in after.rng.sample(items, len(items)):
            parent.append(one)
    return bool(lists)


def menu_entry(before: Doc, after: Doc) -> bool:
    lists = _lists(after, 2, 25)
    if lists:
        items = after.rng.choice(lists)
        put_after(items[-1], '<li><a href="/podcasts/">Podcasts</a></li>')
    return bool(lists)


def figures(before: Doc, after: Doc) -> bool:
    """Short lines beside the text that count something count on."""
    lines = [
        one
        for one in after.outside
        if _COUNT.fullmatch(text := text_of(one))
        and not _DATED.search(text)
        and len(re.findall(r"[^\W\d_]+", text)) < 4
    ]
    for one in lines:
        for node, name in texts_in(one):
            text = getattr(node, name)
            setattr(node, name, re.sub(r"\d+", lambda m: str(int(m[0]) + 3), text))
    return bool(lines)


def rights(before: Doc, after: Doc) -> bool:
    """The year of the rights moves on."""
    done = False
    for one in after.outside:
        for node, name in texts_in(one):
            text = getattr(node, name)
            new = _YEAR.sub(lambda m: f"{m[1]}{int(m[2]) + 1}", text)
            setattr(node, name, new)
            done = done or new != text
    return done


def hashes(before: Doc, after: Doc) -> bool:
    """Names that a build made, and the marks of one answer, are others."""
    for doc, mark in ((before, "0c1d2e"), (after, "9f8a7b")):
        for n, one in enumerate(doc.body.iter()):
            if isinstance(one.tag, str) and one.get("class") and n % 3 == 0:
                one.set("class", f"{one.get('class')} css-{mark}")
            if one.tag == "script":
                one.set("nonce", mark)
        doc.body.append(make(f'<input type="hidden" name="csrf" value="{mark}">'))
    return True


def attributes(before: Doc, after: Doc) -> bool:
    """Attributes stand in another order."""
    for one in after.root.iter():
        if isinstance(one.tag, str) and len(one.attrib) > 1:
            pairs = list(one.attrib.items())
            one.attrib.clear()
            for name, value in reversed(pairs):
                one.set(name, value)
    return True


def markup(before: Doc, after: Doc) -> bool:
    """Other tags for the same looks, and one wrapper more."""
    for one in list(after.body.iter(*_TAGS)):
        one.tag = _TAGS[one.tag]
    holder = after.holder
    if holder.tag not in ("body", "html", "table", "tbody", "tr"):
        wrapper = make('<div class="wrapper"></div>')
        wrapper.text, holder.text = holder.text, None
        for child in list(holder):
            wrapper.append(child)
        holder.append(wrapper)
    return True


def space(before: Doc, after: Doc) -> bool:
    for one in after.own:
        for node, name in texts_in(one):
            setattr(node, name, getattr(node, name).replace(" ", "\n   ", 3))
    return True


def signs(before: Doc, after: Doc) -> bool:
    """Typographic quotes, dashes and blanks; soft hyphens; letters in pieces."""
    for one in after.own:
        for node, name in texts_in(one):
            text = unicodedata.normalize("NFD", getattr(node, name).translate(_SIGNS))
            text = re.sub(r"(\d) (?=\w)", "\\1\u00a0", text)
            text = re.sub(r"([a-z]{5})(?=[a-z]{4})", "\\1\u00ad", text, count=3)
            setattr(node, name, text)
    return True


def modified(before: Doc, after: Doc) -> bool:
    """The time of the last change that machines are told is that of the answer."""
    for doc, hour in ((before, 8), (after, 9)):
        head = doc.root.find("head")
        if head is None:
            return False
        for one in list(head.iter("meta")):
            if one.get("property") == "article:modified_time":
                one.drop_tree()
        time = f"2026-03-01T0{hour}:00:00+00:00"
        head.append(make(f'<meta property="article:modified_time" content="{time}">'))
    return True


NOISE: dict[str, Noise] = {
    "all teasers": all_teasers,
    "one teaser": one_teaser,
    "list in another order": reordered,
    "menu entry": menu_entry,
    "figures beside": figures,
    "year of the rights": rights,
    "hashes and nonces": hashes,
    "order of attributes": attributes,
    "markup": markup,
    "white space": space,
    "typographic signs": signs,
    "modified time": modified,
}

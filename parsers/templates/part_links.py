"""Which links of one place head parts: none that comes again, no label. Pure."""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence

from lxml.html import HtmlElement

from parsers.finders.attachments import may_be_file
from parsers.finders.renditions import says_print
from parsers.templates.part import promise_of
from parsers.templates.sheet import Link, Sheet
from parsers.templates.words import is_label, names_language, title_worth
from parsers.urls import item_key

#: A link reads like a title from this worth on.
_FAIR = 0.45
#: What sentences end with, and titles do not.
_FULL_STOPS = (".", "。", "।", "…")
#: A topic promises so much less than the title beside it, in so many boxes.
_TOPIC, _FEWEST = 0.4, 3
#: What opens a bracket, and letters of a word in it.
_BRACKETS, _WORD = ("[", "("), 8
#: What marks rows comes again in so many.
_MARKED = 4


def without_marks(links: Sequence[Link]) -> list[Link]:
    """Leave out what marks row after row: the topic, or who wrote them all.

    It is made alike each time and leads to one address, and between each two there
    is a link that leads where no other of its make does.
    """
    times = Counter((link.path, link.url) for link in links)
    often = {made for made, count in times.items() if count >= _MARKED}
    if not often:
        return list(links)
    marks: dict[tuple[int, str], list[int]] = {made: [] for made in often}
    begun = 0
    for link in links:
        made = link.path, link.url
        if made in often:
            marks[made].append(begun)
        elif times[made] == 1:
            begun += 1
    rows = {made for made, seen in marks.items() if len(set(seen)) == len(seen)}
    return [link for link in links if (link.path, link.url) not in rows]


def without_blanks(links: Sequence[Link]) -> list[Link]:
    """Leave out what shows nothing, nor could, beside one that says something.

    Who edits a page by hand leaves such links in the row of another item.
    """
    said = {link.element.getparent() for link in links if link.text}
    return [link for link in links if not _is_blank(link, said)]


def _is_blank(link: Link, said: Collection[HtmlElement | None]) -> bool:
    element = link.element
    if link.text or len(element) or element.getparent() not in said:
        return False
    return not (element.get("class") or element.get("id") or element.get("style"))


def without_prints(links: Sequence[Link]) -> list[Link]:
    """Leave out what leads to copies of items that are made for paper."""
    return [link for link in links if not says_print(link.text)]


def links_of_parts(sheet: Sheet, links: Sequence[Link]) -> list[Link]:
    """Return the links, of neighbors to one item only the one with most words.

    Its summary is none of them; of its files or languages side by side, the first, or
    the one in the language of the page.
    """
    own = sheet.page.language or ""
    heads: list[Link] = []
    last = None
    for link in _without_labels(_without_papers(_without_topics(links))):
        if heads and are_same(heads[-1], link) and link.place - heads[-1].end <= 2:
            is_longer = len(link.text) > len(heads[-1].text)
            if is_longer and not _is_summary(link, heads[-1]):
                heads[-1] = link
        elif last is None or not _are_versions(sheet, last, link):
            heads.append(link)
        elif names_language(link.text, own):
            heads[-1] = link
        last = link
    return heads


def _is_summary(link: Link, title: Link) -> bool:
    """Tell whether a link says a sentence behind one that reads like a title."""
    is_sentence = link.text.endswith(_FULL_STOPS)
    is_titled = title_worth(title.text) >= _FAIR
    return is_sentence and is_titled and not title.text.endswith(_FULL_STOPS)


def _without_topics(links: Sequence[Link]) -> Sequence[Link]:
    """Leave out what says little beside the title in each box: its topic.

    It stands in one place of all boxes, where these are alike, or comes again.
    """
    boxes: dict[HtmlElement | None, list[Link]] = defaultdict(list)
    for link in links:
        boxes[link.element.getparent()].append(link)
    rows = [row for row in boxes.values() if len(row) > 1]
    if len(rows) < _FEWEST:
        return links
    times = Counter(url for row in rows for url in {link.url for link in row})
    places = _little_places(rows) if len(rows) == len(boxes) else frozenset()
    topics = {
        link
        for row in rows
        for at, link in enumerate(row)
        if at in places
        or (times[link.url] > 1 and _says_little(link, max(map(promise_of, row))))
    }
    return [link for link in links if link not in topics]


def _little_places(rows: Sequence[Sequence[Link]]) -> frozenset[int]:
    """Return the places in rows of one length whose links say little in all."""
    width = len(rows[0])
    if any(len(row) != width for row in rows):
        return frozenset()
    said = [sum(promise_of(row[at]) for row in rows) for at in range(width)]
    return frozenset(n for n, worth in enumerate(said) if worth < _TOPIC * max(said))


def _says_little(link: Link, best: float) -> bool:
    return promise_of(link) < _TOPIC * best


def _without_labels(links: Sequence[Link]) -> Sequence[Link]:
    """Leave out the labels behind titles ("PDF"), if all labels stand so."""
    kept: list[Link] = []
    for link in links:
        if not is_label(link.text):
            kept.append(link)
        elif not kept or not _is_behind(link, kept[-1]):
            return links
    return kept


def _without_papers(links: Sequence[Link]) -> Sequence[Link]:
    """Leave out the files behind the title of a page: it is the page that is listed."""
    kept: list[Link] = []
    for link in links:
        is_paper = kept and may_be_file(link.url) and not may_be_file(kept[-1].url)
        if not (is_paper and _is_behind(link, kept[-1])):
            kept.append(link)
    return kept


def _is_behind(label: Link, title: Link) -> bool:
    if label.element.getparent() is not title.element.getparent():
        return False
    return title_worth(title.text) >= _FAIR


def _are_versions(sheet: Sheet, one: Link, other: Link) -> bool:
    """Tell whether two links side by side only name a kind of file or a language.

    A word in a bracket behind the first names one, whatever it is: ``12-95 [ADA]``.
    """
    if not _are_side_by_side(one.element.getparent(), other.element.getparent()):
        return False
    between = "".join(sheet.texts(one.end, other.place))
    is_bare = len(between) <= 3 and not any(map(str.isalnum, between))
    if between in _BRACKETS and len(other.text) <= _WORD and other.text.isalpha():
        return True
    return is_bare and _names_version(one) and _names_version(other)


def _names_version(link: Link) -> bool:
    """Tell whether a link says but a kind of file or a language, or shows a file's."""
    return is_label(link.text) or (not link.text and may_be_file(link.url))


def _are_side_by_side(one: HtmlElement | None, other: HtmlElement | None) -> bool:
    """Tell whether two boxes of links are one, or two points of one short list."""
    if one is None or other is None or one is other:
        return one is other
    is_list = one.tag == other.tag == "li" and one.getparent() is other.getparent()
    return is_list and len(one) == len(other) == 1


def are_same(one: Link, other: Link) -> bool:
    """Tell whether two links lead to one item, however their addresses are dressed."""
    if one.url == other.url:
        return True
    if one.url.partition("?")[0] != other.url.partition("?")[0]:
        return False
    return item_key(one.url) == item_key(other.url)

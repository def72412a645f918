"""The links of a frame: to other items, which show those that live, and to the rest."""

import copy
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from lxml.html import HtmlElement, tostring

from .days import Form, Forms
from .frame import hole
from .tree import empty, letters, own_target, places, says, shown

#: A headline has so many letters, in so many words where blanks divide them.
_LETTERS, _WORDS, _DENSE_LETTERS = 20, 4, 11
#: So many letters of plain text in a teaser are its lead.
_LEAD = 40
#: A teaser has so many letters at most.
_TEASER = 700
#: So many teasers in boxes of these tags are a list. What their box's class says of it,
#: a menu, or a few items beside an article, is left out; rows that say so are not used.
_ROWS = 3
_BOXES = frozenset("ul ol div section main table tbody dl article".split())
_BESIDE = re.compile(
    "nav|menu|foot|side|widget|relat|recirc|trend|popul|most|recomm|promo|more|best|top"
    "|impress|carous|slide|marquee|ticker|deal|break|bacon|tabs|recent",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"(?:^|[\s_-])(?:side|sidebar|widget|related|popular|promo|recent|nav|menu|tabs)"
    r"(?:[\s_-]|$)",
    re.IGNORECASE,
)
#: So many letters on each side of a link are words of its sentence.
_EACH = 3
#: Elements of a sentence.
_TEXTS = frozenset("p em i span strong b font".split())
_FRAME_TAGS = frozenset("nav header footer".split())
#: Attributes that say something, and that lead somewhere.
_SAYING = frozenset("title alt aria-label data-title".split())
_LEADING = frozenset("href src srcset class id style datetime".split())
#: A moment in an attribute.
_MOMENT = re.compile(r"\b(?:1[0-9]{9}|1[0-9]{12}|(?:19|20)\d\d-[01]\d-[0-3]\d)")


@dataclass(slots=True)
class Links:
    """Own links by what they lead to, and the box of each teaser."""

    numbers: dict[str, int] = field(default_factory=dict)
    boxes: dict[int, list[HtmlElement]] = field(default_factory=dict)

    @property
    def all_boxes(self) -> list[HtmlElement]:
        """The boxes of all teasers."""
        return [box for boxes in self.boxes.values() for box in boxes]


def cut_links(
    body: HtmlElement,
    url: str,
    site: str,
    *,
    is_spaced: bool,
    around: Sequence[HtmlElement],
) -> Links:
    """Make holes of links to other items, and let all others lead to plain pages.

    No teaser's box holds any of ``around``: the headline, the text.
    """
    links, anchors, others = Links(), defaultdict(list), []
    for one in list(body.iter("a")):
        target = own_target(one.get("href") or "", url, site)
        if target is None or "@@" in one.get("href", ""):
            continue
        if target == own_target(url, url, site):
            one.set("href", hole("self"))
        elif _is_headline(one, is_spaced):
            number = links.numbers.setdefault(target, len(links.numbers))
            _put(one, hole("teaser", number))
            one.set("href", hole("href", number))
            anchors[number].append(one)
        else:
            others.append((one, target))
    for one, target in others:
        if target in links.numbers and not letters("".join(one.itertext())):
            number = links.numbers[target]
            one.set("href", hole("href", number))
            anchors[number].append(one)
        else:
            path = re.sub(r"[^a-z/]+", "-", target.partition("?")[0].lower())
            parts = [part.strip("-")[:30] for part in path.split("/")]
            one.set("href", "/p/" + "/".join(list(filter(None, parts))[-2:]))
    owner = {one: number for number, ones in anchors.items() for one in ones}
    for number, ones in anchors.items():
        found: list[HtmlElement] = []
        for one in ones:
            box = _box(one, number, owner, around)
            if not any(box is other or other in box.iterancestors() for other in found):
                found.append(box)
        links.boxes[number] = found
    return links


def cut_teasers(links: Links, forms: Forms, used: list[Form]) -> None:
    """Make holes of the days and leads of the teasers."""
    for number, boxes in links.boxes.items():
        for box in boxes:
            for one, name, text in list(places(box)):
                found = forms.find(text)
                if found and "@@" not in text:
                    mark = hole("day", index_of(used, found.form), number)
                    text = text[: found.start] + mark + text[found.end :]
                elif "@@" not in text and len("".join(text.split())) >= _LEAD:
                    text = hole("lead", number)
                setattr(one, name, text)
            for one in box.iter():
                for name, value in one.items():
                    if name == "datetime":
                        one.set(name, hole("iso", number))
                    elif name in _SAYING and len(letters(value)) >= _LETTERS:
                        one.set(name, hole("teaser", number))
                    elif name not in _LEADING and _MOMENT.search(value):
                        one.attrib.pop(name)


def rows_of(links: Links) -> tuple[str, str]:
    """Return the box of the longest list of teasers alike, and one of its rows."""
    groups = defaultdict(list)
    for number, boxes in links.boxes.items():
        for box in boxes:
            key = (box.getparent(), box.tag, box.get("class"))
            groups[key].append((number, box))
    lists = [rows for (box, _, _), rows in groups.items() if _is_list(box, rows)]
    if not lists:
        return "", ""
    number, row = max(lists, key=len)[0]
    parent = row.getparent()
    box = parent.makeelement(parent.tag, {})
    if not _BESIDE.search(named := parent.get("class", "")) and named:
        box.set("class", named)
    box.text = hole("rows")
    row = copy.deepcopy(row)
    row.tail = "\n"
    source = _source(row)
    return _source(box), re.sub(rf"(@@[a-z]+(?:\.\d+)?)\.{number}@@", r"\1.0@@", source)


def _is_list(box: HtmlElement | None, rows: Sequence[tuple[int, HtmlElement]]) -> bool:
    if box is None or box.tag not in _BOXES:
        return False
    if any(above.tag in _FRAME_TAGS for above in box.iterancestors()):
        return False
    row = rows[0][1]
    if any(_ASIDE.search(one.get("class", "")) for one in row.iter()):
        return False
    return len({number for number, _ in rows}) >= _ROWS


def index_of(used: list[Form], form: Form) -> int:
    """Return the number of a form among those in use, which it joins."""
    if form not in used:
        used.append(form)
    return used.index(form)


def _is_headline(one: HtmlElement, is_spaced: bool) -> bool:
    said = "".join(one.itertext())
    if "@@" in said or any(c.tag in ("script", "style") for c in one.iter()):
        return False
    if _is_in_sentence(one):
        return False
    count = len(says(one))
    if not is_spaced:
        return count >= _DENSE_LETTERS
    return count >= _LETTERS and len(said.split()) >= _WORDS


def _is_in_sentence(one: HtmlElement) -> bool:
    """Whether a link is some words of a text."""
    above = one.getparent()
    if above is None or above.tag not in _TEXTS:
        return False
    around = (above.text or "") + "".join(child.tail or "" for child in above)
    return len(letters(around)) >= _LETTERS or _is_amid(one)


def _is_amid(one: HtmlElement) -> bool:
    """Whether words stand before and behind a link, in its paragraph's own parts."""
    within = [one, *takewhile(lambda above: above.tag in _TEXTS, one.iterancestors())]
    paragraph = within[-1]
    if paragraph.tag != "p":
        return False
    order = {inner: place for place, inner in enumerate(paragraph.iter())}
    before = behind = ""
    for node, name, text in places(paragraph, skip=set(paragraph.iter("a"))):
        if order[node] > order[one] or (name == "tail" and node in within):
            behind += letters(text)
        else:
            before += letters(text)
    is_words = min(len(before), len(behind)) >= _EACH
    return is_words and len(before) + len(behind) >= _LETTERS


def _put(one: HtmlElement, mark: str) -> None:
    """Put a mark where a link says its headline: in what is called so, or says most."""
    found = [
        (any(map(_is_called_headline, _within(node, one))), len(text), node, name)
        for node, name, text in places(one)
        if len(letters(text)) >= _DENSE_LETTERS
    ]
    if found:
        _, _, node, name = max(found, key=lambda place: place[:2])
        setattr(node, name, mark)
    else:
        empty(one, mark)


def _is_called_headline(one: HtmlElement) -> bool:
    named = re.search("headline|title", one.get("class", ""), re.IGNORECASE)
    return bool(named) or re.fullmatch("h[1-6]", one.tag) is not None


def _within(node: HtmlElement, one: HtmlElement) -> list[HtmlElement]:
    """Return an element and what stands around it within a link."""
    return [
        above for above in (node, *node.iterancestors()) if one in above.iterancestors()
    ]


def _box(
    one: HtmlElement,
    number: int,
    owner: dict[HtmlElement, int],
    around: Sequence[HtmlElement],
) -> HtmlElement:
    """Return the largest element in which a link is the only teaser."""
    while (above := one.getparent()) is not None and above.tag != "body":
        others = any(owner.get(a, number) != number for a in above.iter("a"))
        if others or len(says(above)) > _TEASER:
            break
        if any(other in shown(above) for other in around):
            break
        one = above
    return one


def _source(one: HtmlElement) -> str:
    text: str = tostring(one, encoding="unicode")
    return text

"""A page with its truth, to be changed in place: where its text stands, what not."""

import copy
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import lxml.html
from lxml.html import HtmlElement

from parsers.text import fold_space, same_words

_BLOCKS = frozenset(
    "p li td th dt dd h1 h2 h3 h4 h5 h6 blockquote pre div section article figcaption"
    " ul ol dl table tbody thead tr figure main aside header footer nav form".split()
)
_UNREAD = ("script", "style", "noscript", "template", "head", "textarea", "select")
#: The share of its text that an article's place holds.
_NEARLY = 0.9
#: So much stands beside a linked headline and as much again; beside more it is no link
#: to another item, but some words of a text.
_BESIDE = 20


@dataclass(frozen=True)
class Truth:
    """What a page says; words and headlines are what changes are made of."""

    title: str
    date: str
    paragraphs: frozenset[str]
    body: str
    words: Sequence[str]
    headlines: Sequence[str]


class Doc:
    """One state of a page."""

    def __init__(self, root: HtmlElement, truth: Truth, seed: str) -> None:
        self.root, self.truth, self.seed = root, truth, seed
        self.rng = random.Random(seed)

    def twin(self, seed: str) -> "Doc":
        """Return the same page again, to be changed apart."""
        return Doc(copy.deepcopy(self.root), self.truth, self.seed + seed)

    def source(self) -> bytes:
        text: str = lxml.html.tostring(
            self.root, encoding="unicode", include_meta_content_type=True
        )
        return text.encode()

    @cached_property
    def body(self) -> HtmlElement:
        found = self.root.find("body")
        return self.root if found is None else found

    @cached_property
    def leaves(self) -> list[HtmlElement]:
        """The blocks that are shown and hold no other block, in order."""
        return [one for one in _shown(self.body) if _is_leaf(one)]

    @cached_property
    def own(self) -> list[HtmlElement]:
        """The blocks of the text, each of words that the page shows once."""
        texts = [same_words(text_of(one)) for one in self.leaves]
        counts = Counter(texts)
        return [
            one
            for one, text in zip(self.leaves, texts, strict=True)
            if counts[text] == 1 and text in self.truth.paragraphs
        ]

    def ours(self, *tags: str) -> list[HtmlElement]:
        """Return the blocks of the text of some tags."""
        return [one for one in self.own if one.tag in tags]

    @cached_property
    def holder(self) -> HtmlElement:
        """The smallest element around nearly all of the text."""
        sums: Counter[HtmlElement] = Counter()
        for one in self.own:
            for above in one.iterancestors():
                sums[above] += len(text_of(one))
        whole = sum(len(text_of(one)) for one in self.own)
        fit = [one for one, chars in sums.items() if chars >= _NEARLY * whole]
        return max(fit, key=lambda one: sum(1 for _ in one.iterancestors()))

    @cached_property
    def outside(self) -> list[HtmlElement]:
        """The leaves of which no word is in the truth."""
        own = set(self.own)
        title = same_words(self.truth.title)
        return [
            one
            for one in self.leaves
            if one not in own
            and (text := same_words(text_of(one)))
            and text != title
            and text not in self.truth.body
        ]

    def links(self) -> list[HtmlElement]:
        """Return the linked headlines beside the text."""
        outside = set(self.outside)
        found = []
        for link in self.body.iter("a"):
            chars, around = len(text_of(link)), (link, *link.iterancestors())
            block = next((one for one in around if one in outside), None)
            most = 2 * chars + _BESIDE
            if 25 <= chars <= 140 and block is not None and len(text_of(block)) < most:
                found.append(link)
        return found

    def retell(self, link: HtmlElement, text: str, href: str) -> None:
        """Let a link, and others beside the text to the same item, tell of another."""
        was, said, own = link.get("href"), text_of(link), set(self.own)
        for one in self.body.iter("a"):
            if one.get("href") == was and own.isdisjoint((one, *one.iterancestors())):
                one.set("href", href)
                if text_of(one) == said:
                    for node, name in texts_in(one):
                        setattr(node, name, "")
                    one.text = text

    def swap(self, old: str, new: str, *tags: str) -> None:
        """Replace a text wherever the page, or elements of some tags, have it."""
        for one in self.root.iter(*tags):
            if not isinstance(one.tag, str):
                continue
            for name in ("text", "tail"):
                if (value := getattr(one, name)) and old in value:
                    setattr(one, name, value.replace(old, new))
            for name in ("content", "title", "alt", "aria-label"):
                if old in (value := one.get(name, "")):
                    one.set(name, value.replace(old, new))


def text_of(one: HtmlElement) -> str:
    """Return what an element shows."""
    nodes = one.xpath(".//text()")
    return fold_space("".join(n for n in nodes if n.getparent().tag not in _UNREAD))


def texts_in(one: HtmlElement) -> list[tuple[HtmlElement, str]]:
    """Return the places of text in an element: whose, and whether text or tail."""
    found = [(one, "text")] if one.text and one.text.strip() else []
    for child in one:
        if isinstance(child.tag, str) and child.tag not in _UNREAD:
            found += texts_in(child)
        if child.tail and child.tail.strip():
            found.append((child, "tail"))
    return found


def make(html: str) -> HtmlElement:
    """Return what is written in HTML as one element."""
    return lxml.html.fragment_fromstring(html)


def put_after(one: HtmlElement, html: str) -> None:
    """Put a new element behind another, before what follows it."""
    new = make(html)
    new.tail, one.tail = one.tail, None
    one.addnext(new)


def _shown(root: HtmlElement) -> Iterator[HtmlElement]:
    for one in root:
        if isinstance(one.tag, str) and one.tag not in _UNREAD:
            yield one
            yield from _shown(one)


def _is_leaf(one: HtmlElement) -> bool:
    return one.tag in _BLOCKS and not any(
        c.tag in _BLOCKS for c in one.iterdescendants()
    )

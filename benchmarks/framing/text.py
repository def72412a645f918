"""The text of a page found, and cut out of it. Pure."""

import copy
import re
from collections import Counter
from collections.abc import Sequence

from lxml.html import HtmlElement, tostring

from benchmarks.mutants.page import Doc

from .frame import UnfitError, hole
from .tree import empty, innermost, letters, places, remove, says, way

#: A block of text has so many letters at least; fewer may stand anywhere.
_BLOCK = 18
#: The share of the text that stands in one place, and that is found at all.
_IN_ONE, _FOUND = 0.8, 0.6
#: So many letters of the old text elsewhere are a leftover; so many where it stands
#: around the item; and so many of other prose are much.
_LEFT, _SHORT, _PROSE = 30, 10, 60
#: The share of the text that other prose around it may have.
_MUCH = 0.7
#: So many letters around the text in its own box are more than notes.
_BESIDE = 400
#: Letters of plain text in what stands between two paragraphs and is none.
_INSERT = 60
_PLAIN = frozenset("p h1 h2 h3 h4 h5 h6 ul ol dl table blockquote pre".split())
_BOXES = frozenset("aside section article nav".split())
_UNREAD = frozenset("script style br noscript iframe".split())


def blocks_of(doc: Doc, want: str) -> list[HtmlElement]:
    """Return the blocks of the text, known by its letters."""
    found = [(one, says(one)) for one in doc.leaves]
    return [one for one, said in found if len(said) >= _BLOCK and said in want]


def holder_of(blocks: Sequence[HtmlElement], want: str) -> HtmlElement:
    """Return the smallest element that holds nearly all of the text."""
    sums: Counter[HtmlElement] = Counter()
    for block in blocks:
        for above in block.iterancestors():
            sums[above] += len(says(block))
    whole = sum(len(says(block)) for block in blocks)
    if len(blocks) < 3 or whole < _FOUND * len(want):
        raise UnfitError("text not found in blocks")
    fit = [one for one, count in sums.items() if count >= _IN_ONE * whole]
    found = max(fit, key=lambda one: sum(1 for _ in one.iterancestors()))
    if found.tag in ("body", "html") or found in blocks:
        raise UnfitError("text in no box of its own")
    return found


def shells_of(
    kids: Sequence[HtmlElement], blocks: Sequence[HtmlElement]
) -> tuple[str, str]:
    """Return the markup around a paragraph, and around a heading."""
    plain: Counter[str] = Counter()
    headed: Counter[str] = Counter()
    for kid in kids:
        own = [block for block in blocks if kid in way(block)]
        for block in own:
            whole = kid if len(own) == 1 and says(kid) == says(block) else block
            shell = copy.deepcopy(whole)
            shell.tail = None
            inner = innermost(shell)
            if any(one.tag in ("a", "b", "strong", "em") for one in way(inner)):
                continue
            if re.fullmatch("h[2-4]", block.tag):
                headed[_shell(shell, inner)] += 1
            elif block.tag in ("p", "div"):
                plain[_shell(shell, inner)] += 1
    if not plain:
        raise UnfitError("no paragraphs")
    heading = max(headed, key=headed.__getitem__, default="<h2>@@text@@</h2>")
    return max(plain, key=plain.__getitem__), heading


def _shell(shell: HtmlElement, inner: HtmlElement) -> str:
    empty(inner, hole("text"))
    for one in shell.iter():
        one.attrib.pop("id", None)
    text: str = tostring(shell, encoding="unicode")
    return text


def cut_text(
    holder: HtmlElement, kids: Sequence[HtmlElement], blocks: Sequence[HtmlElement]
) -> tuple[tuple[int, str], ...]:
    """Put a hole in the place of the text; return what stood within and is none."""
    children = list(holder)
    first, last = children.index(kids[0]), children.index(kids[-1])
    inserts, done = [], 0
    for child in children[first : last + 1]:
        done += sum(child in way(block) for block in blocks)
        if child not in kids and isinstance(child.tag, str) and _is_insert(child):
            inserts.append((done, tostring(child, encoding="unicode", with_tail=False)))
        holder.remove(child)
    for child in [one for one in holder if one.tag in _PLAIN]:
        if len(letters(_loose(child))) >= _LEFT and "@@" not in _loose(child):
            remove(child)
    mark = holder.makeelement("frame-text", {})
    holder.insert(min(first, len(holder)), mark)
    return tuple(inserts)


def _is_insert(one: HtmlElement) -> bool:
    """Whether what stands amid a text is surely a box of another kind."""
    if one.tag in _PLAIN | _UNREAD:
        return False
    loose = _loose(one)  # what is a lead outside of a box for it was a paragraph
    return len(letters(loose)) <= _INSERT and (
        one.tag in _BOXES or "@@lead" not in loose
    )


def _loose(one: HtmlElement) -> str:
    """Return the words of an element outside of links."""
    return "".join(text for _, _, text in places(one, skip=set(one.iter("a"))))


def cut_leftovers(
    body: HtmlElement,
    own: HtmlElement,
    holder: HtmlElement,
    want: str,
    skip: set[HtmlElement],
) -> None:
    """Take words of the text out wherever else they stand: leads, notes, quotes."""
    for one, name, text in list(places(body)):
        said = letters(text)
        if len(said) >= _LEFT and said[:_LEFT] in want:
            setattr(one, name, "")
    left = 0
    for one, name, text in list(places(own, skip)):
        said = letters(text)
        is_prose = len(said) >= _PROSE
        if (is_prose and "@@day" in text) or (len(said) >= _SHORT and said in want):
            setattr(one, name, "")
        else:
            left += len(said) * is_prose
    near = "".join(text for _, _, text in places(holder, skip))
    if left > _MUCH * len(want) or len(letters(near)) > _BESIDE:
        raise UnfitError("much other text left")

"""What an element of microdata says, and whether that is of the page. Pure."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import cast

from lxml.html import HtmlElement

from parsers.addresses.shared import shared_address
from parsers.metadata_names import ARTICLE_TYPES
from parsers.page import Page

#: Properties that are a headline; a name is one where it stands in a heading.
_HEADLINES = frozenset(("headline", "name"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
#: What readers say below a page.
_REMARKS = frozenset(("Comment", "UserComments", "Review", "Answer"))
#: Elements of one thing that are looked at.
_MOST = 200


def marked_value(element: HtmlElement) -> str:
    """Return what an element with a property says."""
    value = element.get("content") or element.get("datetime")
    if not value and element.tag == "abbr":  # it prints the time of day alone
        value = element.get("title")
    if value:
        return str(value)
    return "".join(cast(Iterable[str], element.itertext()))


def own_properties(
    elements: Sequence[HtmlElement], page: Page, here: Collection[str]
) -> Collection[HtmlElement]:
    """Return the elements of one property, but for those of things told elsewhere.

    ``here`` are the addresses of the page itself, as ``shared_address`` has them. A
    thing whose headline leads to another page is another item, told of in a box.
    """
    if len(elements) < 2:
        return elements
    things = [_thing(element) for element in elements]
    others = {
        thing
        for thing in dict.fromkeys(things)
        if thing is not None
        and (_is_a(thing, _REMARKS) or _is_elsewhere(thing, page, here))
    }
    own = {e for e, thing in zip(elements, things, strict=True) if thing not in others}
    return own or elements


def of_article(elements: Sequence[HtmlElement]) -> Sequence[HtmlElement]:
    """Return the elements of the first article's properties, or all if none is one's.

    Teasers may mark who wrote each without saying of what that is a property; what
    answers an item in a forum may be marked as another such item.
    """
    things = {element: _thing(element) for element in elements}
    articles = (t for t in things.values() if t is not None and _is_a(t, ARTICLE_TYPES))
    first = next(articles, None)
    if first is None:
        return elements
    return [element for element, thing in things.items() if thing is first]


def _thing(element: HtmlElement) -> HtmlElement | None:
    """Return the element of the thing that a property is of."""
    above = element.iterancestors()
    return next((one for one in above if one.get("itemscope") is not None), None)


def _is_a(thing: HtmlElement, kinds: Collection[str]) -> bool:
    """Tell whether a thing is of one of these kinds, however its vocabulary is told."""
    told = (thing.get("itemtype") or "").split()
    return any(kind.rpartition("/")[2] in kinds for kind in told)


def _is_elsewhere(thing: HtmlElement, page: Page, here: Collection[str]) -> bool:
    for headline in _headlines(thing):
        for link in (*headline.iter("a"), *headline.iterancestors("a")):
            href = link.get("href")
            url = page.resolve(href) if href else None
            if url and shared_address(url) not in here:
                return True
    return False


def _headlines(thing: HtmlElement) -> Iterator[HtmlElement]:
    for count, element in enumerate(thing.iter()):
        if count >= _MOST:
            return
        says = element.get("itemprop")
        if says in _HEADLINES and _thing(element) is thing:
            above = (element.tag, element.getparent().tag)
            if says == "headline" or not _HEADINGS.isdisjoint(above):
                yield element

"""What cutting asks of a page's tree: letters, own links, boxes, places of text."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from benchmarks.mutants.page import text_of

_UNSHOWN = frozenset("script style noscript template head textarea select".split())


def letters(text: str) -> str:
    """Return what two writings of one text have in common.

    >>> letters("“Fog” – again!")
    'fogagain'
    """
    return re.sub(r"[\W_]+", "", text).casefold()


def says(one: HtmlElement) -> str:
    """Return the letters that an element shows."""
    return letters(text_of(one))


def shown(root: HtmlElement, skip: Iterable[HtmlElement] = ()) -> Iterator[HtmlElement]:
    """Yield an element and all below that are shown, without some and all in those."""
    if isinstance(root.tag, str) and root.tag not in _UNSHOWN and root not in skip:
        yield root
        for child in root:
            yield from shown(child, skip)


def places(
    root: HtmlElement, skip: Iterable[HtmlElement] = ()
) -> Iterator[tuple[HtmlElement, str, str]]:
    """Yield where text stands: whose, whether ``text`` or ``tail``, and the text."""
    for one in shown(root, skip):
        if one.text and one.text.strip():
            yield one, "text", one.text
        for child in one:
            if child.tail and child.tail.strip():
                yield child, "tail", child.tail


def common(first: HtmlElement, second: HtmlElement) -> HtmlElement:
    """Return the smallest element around two."""
    above = {second, *second.iterancestors()}
    return next(one for one in (first, *first.iterancestors()) if one in above)


def way(one: HtmlElement) -> set[HtmlElement]:
    """Return an element and all around it."""
    return {one, *one.iterancestors()}


def remove(one: HtmlElement) -> None:
    """Take an element out, not the text behind it."""
    parent = one.getparent()
    if parent is None:
        return
    if one.tail:
        before = one.getprevious()
        if before is None:
            parent.text = (parent.text or "") + one.tail
        else:
            before.tail = (before.tail or "") + one.tail
    parent.remove(one)


def empty(one: HtmlElement, text: str) -> None:
    """Let an element hold a text alone."""
    for child in list(one):
        one.remove(child)
    one.text = text


def innermost(one: HtmlElement) -> HtmlElement:
    """Return the smallest element within that holds all of the letters."""
    whole = says(one)
    while (
        inner := next((c for c in one if _is_shown(c) and says(c) == whole), None)
    ) is not None:
        one = inner
    return one


def own_target(href: str, url: str, site: str) -> str | None:
    """Return where a link to a page of the same site leads.

    >>> own_target("/n/7#top", "https://www.quay.example/n/8", "quay.example")
    '/n/7'
    >>> own_target("https://a.example/", "https://www.quay.example/", "quay.example")
    """
    if not href or href.startswith(("#", "javascript:", "mailto:", "tel:", "data:")):
        return None
    try:
        parts = urlsplit(urljoin(url, href.strip()))
    except ValueError:
        return None
    host = parts.hostname or ""
    if host and host != site and not host.endswith(f".{site}"):
        return None
    return parts.path + (f"?{parts.query}" if parts.query else "")


def _is_shown(one: HtmlElement) -> bool:
    return isinstance(one.tag, str) and one.tag not in _UNSHOWN

"""Whether a page is what a site shows for an address that does not exist. Pure."""

import re

from parsers.block_walk import walk
from parsers.model import Capture
from parsers.page import read_page
from parsers.text import same_words

#: Share of its own words that a page must have in common with the not-found page.
ALIKE = 0.8
#: What is more of a link is no word of the page itself.
_LINKED = 0.8
_NUMBER = re.compile(r"\d+")


def is_not_found(
    capture: Capture, *, not_found: Capture, ordinary: Capture | None = None
) -> bool:
    """Tell whether a capture says what the capture of a made-up address says.

    What an ``ordinary`` page of the site says too (menus, sidebars) does not count, nor
    do links to other pages. A page that lacks the headline of the other is not that.

    >>> there = Capture(url="https://h.example/a", payload=b"<p>Fog over the harbour.")
    >>> lost = Capture(url="https://h.example/x", payload=b"<p>We cannot find that.")
    >>> is_not_found(there, not_found=lost), is_not_found(lost, not_found=lost)
    (False, True)
    >>> at = Capture(url="https://h.example/a", payload=b"<p>No page.<p>It is 12:03")
    >>> then = Capture(url="https://h.example/", payload=b"<p>No page.<p>It is 12:04")
    >>> is_not_found(at, not_found=then)
    True
    >>> html = b"<p>No page.<p>It is 12:05<ul><li><a href=/b>Fog is gone, we hear</a>"
    >>> is_not_found(Capture(url="https://h.example/a", payload=html), not_found=then)
    True
    """
    frame = _texts(ordinary) if ordinary else frozenset()
    said, headlines = _texts(capture), _texts(not_found, level=1)
    own, theirs = said - frame, _texts(not_found) - frame
    if not theirs or not own or (headlines and headlines.isdisjoint(said)):
        return False
    return _size(own & theirs) >= ALIKE * max(_size(own), _size(theirs))


def _texts(capture: Capture, level: int | None = None) -> frozenset[str]:
    """Return what a page says, or what its headings of one level do."""
    echoes = (capture.url, capture.url.partition("://")[2], _path(capture.url))
    texts = set()
    for block in walk(read_page(capture)):
        if level is not None and block.level != level:
            continue
        if block.link_share > _LINKED:  # other news beside it are others every day
            continue
        text = block.text
        for echo in echoes:
            text = text.replace(echo, "")
        # clocks and counters of the frame go on between two requests
        if folded := same_words(_NUMBER.sub("0", text)):
            texts.add(folded)
    return frozenset(texts)


def _path(url: str) -> str:
    rest = url.partition("://")[2]
    return rest[rest.find("/") :] if len(rest) - rest.find("/") > 3 else url


def _size(texts: frozenset[str]) -> int:
    return sum(len(text) for text in texts)

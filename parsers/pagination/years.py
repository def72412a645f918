"""Links of a listing that say a year and lead to its own address of that year. Pure."""

import re
from itertools import islice
from typing import NamedTuple

from parsers.page import Page
from parsers.pagination.candidates import MAX_LINKS, short_text
from parsers.pagination.numbering import without_page
from parsers.urls import plain_url

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
#: How a link says a year: with a word or two, and how many items it has.
_SAID = re.compile(r"\D{0,20}((?:19|20)\d\d)\D{0,8}(?:[(\[]\d{1,5}[)\]])?")
_LONGEST = 40


class ToldYears(NamedTuple):
    """The year that a page's own address asks for, and those its links lead to."""

    shown: int | None
    links: tuple[tuple[int, str], ...]


def told_years(page: Page) -> ToldYears:
    """Return the years that links name in figures, whatever asks for them.

    That is a parameter, or the year that stands in the page's own path.

    >>> from parsers.model import Capture
    >>> from parsers.page import read_page
    >>> html = b"<a href='?s=news&an=2025'>Anul 2025</a><a href='?an=2024'>2024</a>"
    >>> url = "https://h.example/?s=news&an=2026&p=2"
    >>> told_years(read_page(Capture(url=url, payload=html)))
    ToldYears(shown=2026, links=((2025, 'https://h.example/?s=news&an=2025'),))
    >>> html = b"<a href='/2025/press/all.html'>2025</a> <a href='/2025/law/'>2025</a>"
    >>> told_years(read_page(Capture(url="https://h.example/2026/press/all.html",
    ...                              payload=html)))
    ToldYears(shown=2026, links=((2025, 'https://h.example/2025/press/all.html'),))
    """
    path, own = path_and_asked(page.url)
    stands = set(_YEAR.findall(path))
    year = stands.pop() if len(stands) == 1 else ""
    in_path: dict[str, int] = {}
    names: set[str] = set()
    links: dict[str, int] = {}
    for element in islice(page.root.iter("a", "option"), MAX_LINKS):
        href = element.get("href" if element.tag == "a" else "value")
        if not href or not _YEAR.search(href):
            continue
        said = _SAID.fullmatch(short_text(element, _LONGEST))
        url = page.resolve(href) if said else None
        if not said or not url:
            continue
        there, asked = path_and_asked(url)
        if year and asked == own and there == _YEAR.sub(said[1], path):
            in_path.setdefault(url, int(said[1]))
            continue
        more = [piece for piece in asked if piece not in own]
        name = more[0].partition("=")[0] if len(more) == 1 else ""
        is_own = {p.partition("=")[0] for p in own if p not in asked} <= {name}
        if there == path and is_own and more == [f"{name}={said[1]}"]:
            names.add(name)
            links.setdefault(url, int(said[1]))
    pairs = (piece.partition("=") for piece in own)
    shown = [int(y) for name, _, y in pairs if name in names and _YEAR.fullmatch(y)]
    if not links:
        shown, links = [int(year)] if in_path else [], in_path
    return ToldYears(
        shown=next(iter(shown), None), links=tuple((y, url) for url, y in links.items())
    )


def path_and_asked(url: str) -> tuple[str, list[str]]:
    """Return the path of an address, and what it asks for but for a page's number."""
    path, _, query = without_page(plain_url(url)).partition("?")
    return path.rstrip("/"), [piece for piece in query.split("&") if piece]

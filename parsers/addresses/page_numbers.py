"""What in an address numbers the pages of a list. Pure."""

import re
from collections.abc import Collection, Iterable, Sequence
from itertools import chain

from parsers.urls import normalize

#: What addresses of pages call their number.
NAMES = (
    "page|pagina|página|seite|pg|p|part|parte|partie|teil|deel|del|sheet|side|sida|"
    "strona|str|pn|pno|paged"
)
_FURTHER = re.compile(rf"[?&](?:{NAMES})=(?:[2-9]|[1-9]\d)(?!\d)", re.IGNORECASE)


def is_further(url: str) -> bool:
    """Tell whether an address asks for a page behind the first of what lies there.

    >>> is_further("https://h.example/fog.html?part=2")
    True
    >>> is_further("https://h.example/fog.html?page=1"), is_further("")
    (False, False)
    """
    return _FURTHER.search(url) is not None


def pager_parameters(url: str, others: Iterable[str]) -> frozenset[str]:
    """Return the parameters in which pages of one listing differ.

    One that several of them have alike, and that where the list begins is left out,
    numbers none of them.

    >>> sorted(pager_parameters("https://h.example/?x=1", ["https://h.example/?x=1&p=2"]))
    ['p']
    >>> pages = [f"https://h.example/?module=7&do=list&p={n}" for n in (2, 3)]
    >>> sorted(pager_parameters("https://h.example/?go=news", pages))
    ['p']
    """
    head, *_ = here = normalize(url).partition("?")
    split = [here, *(normalize(other).partition("?") for other in others)]
    queries = {query for there, _, query in split if there == head}
    pages = [values_of(query) for query in queries]
    return frozenset(
        name
        for name in dict.fromkeys(chain.from_iterable(pages))
        if _numbers_pages([page.get(name) for page in pages])
    )


def without_parameters(url: str, names: frozenset[str]) -> str:
    """Return an address without some parameters, if others are left.

    >>> without_parameters("https://h.example/view?id=7&p=2", frozenset(["p"]))
    'https://h.example/view?id=7'
    >>> without_parameters("https://h.example/view?p=2", frozenset(["p"]))
    'https://h.example/view?p=2'
    """
    head, mark, query = url.partition("?")
    kept = [p for p in query.split("&") if p.partition("=")[0] not in names]
    return f"{head}?{'&'.join(kept)}" if mark and kept else url


def bare_url(url: str, names: Collection[str]) -> str:
    """Return an address without some parameters, whatever is left.

    >>> bare_url("https://h.example/fog-lifts?pos=7", {"pos"})
    'https://h.example/fog-lifts'
    """
    head, _, query = url.partition("?")
    if not query or not names:
        return url
    kept = [p for p in query.split("&") if p.partition("=")[0] not in names]
    return f"{head}?{'&'.join(kept)}" if kept else head


def values_of(query: str) -> dict[str, str]:
    """Return the parameters of an address with their values.

    >>> values_of("id=7&page=")
    {'id': '7', 'page': ''}
    """
    pieces = (piece.partition("=") for piece in query.split("&") if piece)
    return {name: value for name, _, value in pieces}


def _numbers_pages(values: Sequence[str | None]) -> bool:
    """Tell whether pages differ in a parameter; ``None`` where one is without it."""
    said = [value for value in values if value is not None]
    if len({*said}) > 1 or not any(said):
        return len({*values}) > 1
    return len(values) > len(said) == 1 and said[0].isdigit()

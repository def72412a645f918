"""Parameters with one value in all links of a list, and another tomorrow. Pure."""

from collections.abc import Mapping, Sequence

from parsers.learned.list_positions import without_positions
from parsers.model import Teaser

#: So many items must be shown again, and be called as before.
_LEAST = 3


def passing_values(before: Sequence[Teaser], now: Sequence[Teaser]) -> dict[str, str]:
    """Return the values that parameters had in all links of a list and have no more.

    Only where the rest of each address tells the items apart, as titles prove: in
    ``?year=2027&no=1`` another year is another item.

    >>> def links(value: str, names: str) -> list[Teaser]:
    ...     url = "https://h.example/news/{}?lang=en&v={}"
    ...     return [Teaser(url=url.format(n, value), title=n) for n in names]
    >>> passing_values(links("0301", "abcd"), links("0302", "eabc"))
    {'v': '0301'}
    >>> passing_values(links("0301", "abcd"), links("0301", "eabc"))
    {}
    """
    was, has = _common(before), _common(now)
    passed = {n: was[n] for n in was if n in has and has[n] != was[n]}
    if not passed:
        return {}
    rests = {without_positions(item.url, passed): item.title for item in before}
    again = [(without_positions(item.url, passed), item.title) for item in now]
    met = [(url, title) for url, title in again if url in rests]
    is_same = len(met) >= _LEAST and all(rests[url] == title for url, title in met)
    is_told_apart = len(rests) == len(before) and len(dict(again)) == len(now)
    return passed if is_same and is_told_apart else {}


def with_values(url: str, values: Mapping[str, str]) -> str:
    """Return an address in which some parameters have these values, if it has them.

    >>> with_values("https://h.example/news/a?v=0302&lang=en", {"v": "0301"})
    'https://h.example/news/a?v=0301&lang=en'
    """
    head, mark, query = url.partition("?")
    if not mark or not values:
        return url
    pieces = (piece.partition("=") for piece in query.split("&"))
    return f"{head}?" + "&".join(
        f"{name}={values[name]}" if sign and name in values else name + sign + value
        for name, sign, value in pieces
    )


def _common(items: Sequence[Teaser]) -> dict[str, str]:
    """Return the parameters that have one value in all links."""
    found: dict[str, str] | None = None
    for item in items:
        pieces = (p.partition("=") for p in item.url.partition("?")[2].split("&"))
        own = {name: value for name, sign, value in pieces if sign}
        found = own if found is None else dict(found.items() & own.items())
    return found or {}

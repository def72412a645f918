"""Parameters whose values pass: links to the same items have others tomorrow. Pure."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from parsers.addresses.page_numbers import bare_url, values_of
from parsers.model import Teaser

#: So many items must be shown again, and be called as before.
_LEAST = 3
#: One in so many may be called otherwise: titles are edited.
_EDITED = 10


def passing_names(before: Sequence[Teaser], now: Sequence[Teaser]) -> frozenset[str]:
    """Return the parameters that have other values in links to the same items.

    Such name a visit, a day or a click. Only where the rest of each address tells the
    items apart, as titles prove: in ``?year=2027&no=1`` another year is another item.

    >>> def links(value: str, names: str) -> list[Teaser]:
    ...     url = "https://h.example/news/{0}?lang=en&v={1}&c={0}{1}"
    ...     return [Teaser(url=url.format(n, value), title=n) for n in names]
    >>> sorted(passing_names(links("0301", "abcd"), links("0302", "eabc")))
    ['c', 'v']
    >>> passing_names(links("0301", "abcd"), links("0301", "eabc"))
    frozenset()
    """
    was, has = (
        [values_of(item.url.partition("?")[2]) for item in items]
        for items in (before, now)
    )
    names = _in_most(was) & _in_most(has)
    fresh = {name for name in names if not _recur(name, was, has)}
    return frozenset(
        name
        for tried in (fresh, *({name} for name in names))
        if tried and _pass(tried, before, now)
        for name in tried
    )


def _in_most(links: Sequence[Mapping[str, str]]) -> set[str]:
    counts = Counter(name for values in links for name in values)
    return {name for name, count in counts.items() if count * 2 > len(links)}


def _recur(
    name: str, was: Sequence[Mapping[str, str]], has: Sequence[Mapping[str, str]]
) -> bool:
    """Tell whether many values of a parameter are those of before, as items' are."""
    held, shown = ({values.get(name) for values in links} for links in (was, has))
    return len(held & shown) * 2 > min(len(held), len(shown))


def _pass(
    names: Collection[str], before: Sequence[Teaser], now: Sequence[Teaser]
) -> bool:
    """Tell whether items are called as before without these, which are others now."""
    was, has = _by_rest(names, before), _by_rest(names, now)
    if not (was and has):
        return False
    met = [rest for rest in has if rest in was]
    same = [rest for rest in met if was[rest].title == has[rest].title]
    passed = sum(was[rest].url != has[rest].url for rest in same)
    is_same = len(same) >= _LEAST and (len(met) - len(same)) * _EDITED <= len(same)
    return is_same and passed * 2 > len(same)


def _by_rest(names: Collection[str], items: Sequence[Teaser]) -> dict[str, Teaser]:
    """Return items by their addresses without some parameters; none if these are one.

    A box may show an item of the list once more.
    """
    found: dict[str, Teaser] = {}
    for item in items:
        rest = bare_url(item.url, names)
        if found.setdefault(rest, item).title != item.title:
            return {}
    return found if len(found) * 2 > len(items) else {}

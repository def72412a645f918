"""Links to what several rows belong to: a committee, a topic, a writer. Pure."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable

#: Fewer links of one make than these may lead to one page by chance.
_FEWEST = 4


def owner_paths(links: Iterable[tuple[int, str, Hashable]]) -> frozenset[int]:
    """Return the places whose links lead to the same few addresses again and again.

    Each link is told by its place, its address and the box it stands in: a picture and
    a title in one box lead to one item.

    >>> owner_paths([(1, "/fleet", row) for row in range(4)])
    frozenset({1})
    >>> owner_paths([(1, f"/notice/{n // 2}", n // 2) for n in range(8)])
    frozenset()
    """
    led: dict[int, Counter[str]] = defaultdict(Counter)
    for path, url, _ in dict.fromkeys(links):
        led[path][url] += 1
    return frozenset(path for path, urls in led.items() if _are_shared(urls))


def _are_shared(urls: Counter[str]) -> bool:
    count = urls.total()
    shared = sum(times for times in urls.values() if times > 1)
    return count >= _FEWEST and shared * 2 > count

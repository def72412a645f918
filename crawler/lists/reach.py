"""Which items of a listing are a site's own, where they lie on another host. Pure."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from parsers.model import Teaser
from parsers.urls import in_scope, registrable


def in_reach(items: Sequence[Teaser], seeds: Sequence[str]) -> list[Teaser]:
    """Return the items that a site's crawl may follow: those on the hosts of its seeds.

    A list of news may lead to another host of the same registered domain; then most of
    its items lie there, and all of that domain are the site's own.

    >>> [seed] = seeds = ["https://www.harbour.gov.uk/news/"]
    >>> ferry = Teaser(url="https://press.harbour.gov.uk/ferry")
    >>> len(in_reach([ferry, Teaser(url=seed + "1")], seeds))
    1
    >>> len(in_reach([ferry, ferry, Teaser(url=seed + "1")], seeds))
    3
    """
    own = [item for item in items if in_scope(item.url, seeds)]
    if 2 * len(own) >= len(items):
        return own
    domains = {registrable(seed) for seed in seeds}
    near = [item for item in items if registrable(item.url) in domains]
    return near if 2 * len(near) > len(items) else own


def elsewhere(items: Sequence[Teaser], seeds: Sequence[str]) -> str:
    """Tell where all items of a listing lie, if none of them is in reach.

    >>> away = [Teaser(url="https://paper.example/1")]
    >>> elsewhere(away, ["https://harbour.example/"])
    'all of its items (1) lie on another site: paper.example'
    """
    if not items or in_reach(items, seeds):
        return ""
    hosts = ", ".join(dict.fromkeys(urlsplit(item.url).netloc for item in items[:3]))
    return f"all of its items ({len(items)}) lie on another site: {hosts}"

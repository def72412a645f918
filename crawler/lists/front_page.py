"""The front page of a site, by what its lists call so: its address may not tell."""

from functools import cached_property
from typing import TYPE_CHECKING

from corpus.archive import ArchiveError
from corpus.store.locators import load_locator
from parsers.urls import item_key, plain_url

if TYPE_CHECKING:
    from crawler.crawl import Crawl


class FrontPage:
    """The page that the first pages of a site's lists call its front page."""

    def __init__(self, crawl: "Crawl") -> None:
        self._crawl = crawl

    def is_at(self, url: str) -> bool:
        """Tell whether an address is that of the front page, and of no item."""
        key = item_key(url)
        if key not in self._keys:
            return False
        return not self._crawl.store.items.known(self._crawl.lease.site_id, [key])

    @cached_property
    def _keys(self) -> frozenset[str]:
        # imported here: an ordinary night reads no page
        from parsers.lists.front_links import front_urls
        from parsers.page import read_page

        found: set[str] = set()
        for seed in self._crawl.site.seeds:
            row = self._crawl.store.listing(self._crawl.lease.site_id, plain_url(seed))
            held = row.listing.get("held") if row else None
            if not held:
                continue
            try:
                capture = self._crawl.archive.read(load_locator(held["locator"]))
            except ArchiveError:
                continue
            found.update(map(item_key, front_urls(read_page(capture))))
        return frozenset(found)

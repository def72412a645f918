"""Where a walk goes on that no list leads to: next year's list, a feed in its place."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from crawler.ask import Ask, as_capture
from crawler.policy import Fetched
from crawler.site import is_scope
from parsers.model import Listing, Problem, ProblemKind
from parsers.urls import item_key

if TYPE_CHECKING:
    from crawler.crawl import Crawl
    from parsers.page import Page

#: A year in the address of a list.
_YEAR = re.compile(r"(?<!\d)20\d\d")


class OtherWays:
    """Finds other lists for the seeds of one run."""

    def __init__(self, crawl: "Crawl") -> None:
        self._crawl = crawl
        #: Feeds that are read in place of a page.
        self._feeds: set[str] = set()

    def later(self, ask: Ask, linked: Sequence[str]) -> list[str]:
        """Return where the news go on if a seed is of a year or month that is over."""
        since, walk = self._crawl.row.baseline_at, self._crawl.walk
        if since is None or ask.url not in walk.seeds or not _YEAR.search(ask.url):
            return []
        from crawler.lists.later import later_lists  # most seeds are of no year

        now = self._crawl.now()
        return walk.goes_on_at(later_lists(ask.url, linked, since=since, now=now))

    def feeds(self, ask: Ask, answer: Fetched, problem: Problem) -> list[str]:
        """Return the feeds that a seed announces which of late needs scripts."""
        is_seed = ask.depth == 0 and ask.item is not None
        if not is_seed or problem.kind != ProblemKind.SCRIPT:
            return []
        from parsers.feeds import announced_feeds

        page = _page(answer)
        urls = announced_feeds(page) if page else ()
        own = [url for url in urls if is_scope(self._crawl.site, url)]
        self._feeds.update(own)
        return own

    def told_of_news(self, ask: Ask, answer: Fetched) -> str:
        """Return what to tell of where a seed's news may be that is gone, or ``""``."""
        page = _page(answer) if ask.depth == 0 else None
        if page is None:
            return ""
        from parsers.lists.front_pages import news_urls

        urls = news_urls(page, ())
        own = [url for url in urls if item_key(url) != item_key(ask.url)]
        return f"; what that page calls news is at {own[0]}" if own else ""

    def is_of_others(self, url: str, feed: Listing) -> bool:
        """Tell whether a feed that was tried shows mostly what is not watched."""
        if url not in self._feeds:
            return False
        keys = [item_key(item.url) for item in feed.items]
        known = self._crawl.store.items.known(self._crawl.lease.site_id, keys)
        return 2 * len(known) <= len(keys)

    def is_tried(self, url: str) -> bool:
        """Tell whether there may well be nothing at an address."""
        return url in self._feeds or self._crawl.walk.is_of_later(url)


def _page(answer: Fetched) -> "Page | None":
    """Return a page that failed as a list; none that is a danger to the run."""
    # imported here: an ordinary night reads no page
    from crawler.worker import is_ordinary
    from parsers.page import read_page

    capture = as_capture(answer)
    return read_page(capture) if is_ordinary(capture) else None

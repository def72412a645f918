"""What the first reading of an item comes to: news, or an address of a known one."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from corpus.store.items import add_alias, readdress_item
from corpus.store.keep import Look, merge_item
from crawler.items.called import is_called_so
from crawler.items.identity import plain_key
from crawler.items.judge import ANOTHERS
from parsers.addresses.noise import is_telling
from parsers.model import Article, Capture
from parsers.urls import is_plainer, item_key, item_url

if TYPE_CHECKING:
    from crawler.crawl import Crawl
    from crawler.items.items import ItemReader


class FirstReadings:
    """Judges the articles of items that no run had read."""

    def __init__(self, crawl: "Crawl", items: "ItemReader") -> None:
        self._crawl = crawl
        self._items = items
        self._site_id = crawl.lease.site_id

    def judge(self, item: Any, article: Article, capture: Capture, look: Look) -> bool:
        """Keep what a first look at an item comes to; ``False`` where it is doubted."""
        if self.merged(item, capture, look):
            return True
        if item_key(capture.url) != item.key:
            self._lead_on(item, article, capture)
        if self._items.identity.is_called_otherwise(item, article):
            self._items.doubts.add(
                item, ANOTHERS, capture, look.captures, look, is_article=True
            )
            return False
        assert look.revision is not None
        words = look.revision.words
        if twin := self._items.identity.twin(item, article, words):
            self._merge(item, twin, look)
            self._own_address(item, article, twin)
            return True
        self._alias_plainer(item, article)
        if not item.is_baseline and article.title:
            self._items.identity.note(item, article, words)
        was_out = self._was_out_before(item, look.item["published_on"])
        if was_out and not self._says_what_another_does(item, words):
            look = replace(look, item={**look.item, "is_baseline": True})
        self._crawl.keeper.keep(look)
        return True

    def _was_out_before(self, item: Any, day: str | None) -> bool:
        """Tell whether an item was out before the baseline, where nobody could read."""
        if day is None or day < self._crawl.unread_before:
            return day is not None
        begun = self._crawl.row.baseline_at
        if begun is None or day >= begun.date().isoformat():
            return False
        if self._crawl.late_pages.showed(item.key, first_seen=item.first_seen):
            return True
        above = self._crawl.slid_in.get(item.key)
        if above is None:
            return False
        known = self._crawl.store.items.known(self._site_id, [above]).get(above)
        return known is not None and day <= (known.published_on or "")

    def _says_what_another_does(self, item: Any, words: str) -> bool:
        """Tell whether a known item has the words of a new one, which may be that."""
        others = self._crawl.store.items.same_words(self._site_id, words)
        return any(other.id != item.id for other in others)

    def merged(self, item: Any, capture: Capture, look: Look) -> bool:
        """Make an unread item that leads to a known one another address of it."""
        key = item_key(capture.url)
        if item.revision_id is not None or key == item.key:
            return False
        other = self._crawl.store.items.known(self._site_id, [key]).get(key)
        if other is None or other.id == item.id:
            return False
        self._merge(item, other, look)
        return True

    def _lead_on(self, item: Any, article: Article, capture: Capture) -> None:
        """Know an unread item by the address that a listing's link leads to as well.

        By that alone where it is for good, or the link only leads on by a number.
        """
        key = item_key(capture.url)
        is_for_good = capture.moved_for_good or not is_telling(
            item.key.partition("?")[0]
        )
        is_same_item = is_called_so(item, article) is not False
        if is_for_good and is_same_item and not is_plainer(item.key, key):
            with self._crawl.writing() as connection:
                readdress_item(
                    connection,
                    site_id=self._site_id,
                    item=item,
                    key=key,
                    url=item_url(capture.url),
                )
        else:
            self.alias(item.id, key, capture.url)

    def _merge(self, item: Any, other: Any, look: Look) -> None:
        """Make an unread item an alias of a known one."""
        self._crawl.keeper.keep(
            Look(url=look.url, at=look.at, outcome="unchanged", captures=look.captures)
        )
        self._crawl.keeper.flush()
        with self._crawl.writing() as connection:
            merge_item(connection, from_id=item.id, into_id=other.id)

    def _own_address(self, item: Any, article: Article, twin: Any) -> None:
        """Know a twin by the address that its page claims, if it was not told yet."""
        claimed = article.canonical_url
        is_own = claimed is not None and item_key(claimed) == item.key
        if is_own and twin.first_seen >= self._crawl.started_at:
            with self._crawl.writing() as connection:
                readdress_item(
                    connection,
                    site_id=self._site_id,
                    item=twin,
                    key=item.key,
                    url=item.url,
                )

    def _alias_plainer(self, item: Any, article: Article) -> None:
        """Know an item under its address without what says where a reader came from."""
        url = article.canonical_url
        if url and (plain := plain_key(item, url)):
            known = self._crawl.store.items.known(self._site_id, [plain])
            if plain not in known:
                self.alias(item.id, plain, url)

    def alias(self, item_id: int, key: str, url: str) -> None:
        """Know an item by another address, too."""
        with self._crawl.writing() as connection:
            add_alias(
                connection, site_id=self._site_id, item_id=item_id, key=key, url=url
            )

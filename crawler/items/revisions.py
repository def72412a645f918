"""What a read article comes to: a revision, nothing new, a move, or a doubt."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from corpus.store.articles import dump_article
from corpus.store.keep import Look, NewCapture, NewRevision, merge_item
from crawler.ask import validators_of
from crawler.items.first_readings import FirstReadings
from crawler.items.habits import unlike_others
from crawler.items.identity import SAME_TEXT
from crawler.items.judge import ANOTHERS, CUT, doubt_edit, overlap
from crawler.policy import Fetched
from parsers.ends import has_end
from parsers.files import is_file
from parsers.fingerprint import fingerprint, minor_fingerprint
from parsers.model import Article, Capture, Problem, ProblemKind
from parsers.reader import READER
from parsers.urls import item_key

if TYPE_CHECKING:
    from crawler.crawl import Crawl
    from crawler.items.items import ItemReader


class Revisions:
    """Judges the articles that one run read."""

    def __init__(self, crawl: "Crawl", items: "ItemReader") -> None:
        self._crawl = crawl
        self._items = items
        self._site_id = crawl.lease.site_id
        self.first = FirstReadings(crawl, items)

    def look_of(
        self,
        item: Any,
        article: Article,
        answer: Fetched,
        captures: tuple[NewCapture, ...],
    ) -> Look:
        """Return the look at an article, as if it were a new revision."""
        now = self._crawl.now()
        published = article.published
        values = self._items.alive(
            item,
            published_on=published.day.isoformat() if published else None,
        )
        values |= validators_of(answer)
        revision = NewRevision(
            fingerprint=fingerprint(article),
            minor_fingerprint=minor_fingerprint(article),
            words=words_of(article),
            article=dump_article(article),
            reader=READER,
            profile_version=self._crawl.lessons.version,
        )
        return Look(
            url=item.url,
            at=now,
            outcome="revisions",
            captures=captures,
            item_id=item.id,
            item=values,
            as_item=True,
            revision=revision,
        )

    def judge(self, item: Any, article: Article, capture: Capture, look: Look) -> bool:
        """Keep what a look at an article comes to; ``False`` where it is doubted."""
        if broken := unlike_others(self._crawl.habits, item, article, capture.payload):
            self._items.doubts.add(item, broken, capture, look.captures, look)
            return False
        if item.revision_id is None:
            return self.first.judge(item, article, capture, look)
        revision = _revision(look)
        is_same = revision.fingerprint == item.fingerprint
        if _is_led_on(item, capture):
            moved = self._moved(item, capture, look, is_same=is_same)
            if isinstance(moved, Problem):
                self._items.problem(item, moved, look.captures)
                return False
            look = moved
        elif self._items.identity.is_news(article):
            self._adopt_news(item, article, look)
        if not is_same:
            self._crawl.validation.note(
                item, etag=look.item["etag"], last_modified=look.item["last_modified"]
            )
        elif item.etag or item.last_modified:
            self._crawl.validation.audited()
        if is_same and revision.minor_fingerprint == item.minor_fingerprint:
            values = self._items.alive(
                item,
                published_on=look.item["published_on"],
            )
            self._crawl.keeper.keep(
                replace(
                    look,
                    outcome="unchanged",
                    revision=None,
                    item={**look.item, **values},
                )
            )
            return True
        if not is_same and (doubt := self._doubt(item, article, capture, revision)):
            is_article = doubt == ANOTHERS
            self._items.doubts.add(
                item, doubt, capture, look.captures, look, is_article=is_article
            )
            return False
        self._crawl.keeper.keep(look)
        return True

    def _doubt(
        self, item: Any, article: Article, capture: Capture, revision: NewRevision
    ) -> Problem | None:
        before = self._crawl.store.items.article(item.revision_id)
        if before is None:
            return None
        if self._has_lost_its_end(item, capture):
            return CUT
        if revision.words != item.words and self._items.identity.is_anothers(
            item, article, before
        ):
            return ANOTHERS
        return self._wall(item, article, capture, before) or doubt_edit(before, article)

    def _wall(
        self, item: Any, article: Article, capture: Capture, before: Any
    ) -> Problem | None:
        """Return what a page asks that ends where it went on until now."""
        if len(article.body) >= len(before["body"]) or is_file(capture.payload):
            return None
        from crawler.items.walls import find_wall  # an ordinary night reads no page

        return find_wall(
            before["body"],
            article.body,
            before=self._items.last_good(item),
            capture=capture,
        )

    def _has_lost_its_end(self, item: Any, capture: Capture) -> bool:
        """Tell whether a page breaks off that did not: all may, in one bad night."""
        if has_end(capture.payload) or is_file(capture.payload):
            return False
        before = self._items.last_good(item)
        return before is not None and has_end(before.payload)

    def _moved(
        self, item: Any, capture: Capture, look: Look, *, is_same: bool
    ) -> Look | Problem:
        """Return the look at an item that led to another address, or why not."""
        key = item_key(capture.url)
        other = self._crawl.store.items.known(self._site_id, [key]).get(key)
        is_own = other is not None and other.id == item.id
        is_for_good = capture.moved_for_good or (is_same and is_sought(item, capture))
        if not is_for_good and self._adopt(item, key, look):
            return look
        has_moved = is_for_good and self._answered_itself(item)
        if (is_own and not has_moved) or (not is_for_good and is_same):
            if other is None:
                self.first.alias(item.id, key, capture.url)
            return look
        if not is_for_good:
            return Problem(
                kind=ProblemKind.REDIRECT,
                detail=f"leads for the time being to {capture.url}",
                url=item.url,
            )
        is_reported = (
            not is_own
            and other is not None
            and other.first_seen < self._crawl.started_at
        )
        if (
            is_reported
            and other
            and other.words != item.words
            and not self._is_as_before(item, look)
        ):
            return Problem(
                kind=ProblemKind.MISMATCH,
                detail=f"leads to another item: {capture.url}",
                url=item.url,
            )
        if other is None:
            self._adopt_alike(item, key, look)
        moved = {"url": capture.url, "key": key, "run": self._crawl.run_id}
        return replace(look, item={**look.item, "moved_to": moved})

    def _answered_itself(self, item: Any) -> bool:
        """Tell whether an item's address answered when it was read last.

        Some sites link to addresses that have led elsewhere all the time.
        """
        before = self._items.last_good(item)
        return before is not None and not before.redirected_from

    def _adopt_news(self, item: Any, article: Article, look: Look) -> None:
        """Make what came in this run another address of an item that claims it.

        Or that has its name, and was edited in the same night.
        """
        claimed = article.canonical_url
        if claimed and self._adopt(item, item_key(claimed), look):
            return
        self._adopt_alike(item, item.key, look)

    def _adopt_alike(self, item: Any, key: str, look: Look) -> None:
        """Make what came in this run under the name of a key an item's address."""
        self._crawl.keeper.flush()
        words = _revision(look).words
        for alike in self._items.identity.called_alike(item, key, words):
            self._adopt(item, alike, look)

    def _adopt(self, item: Any, key: str, look: Look) -> bool:
        """Make what came in this run, and says the same, another address of an item."""
        self._crawl.keeper.flush()
        other = self._crawl.store.items.known(self._site_id, [key]).get(key)
        if other is None or other.id == item.id:
            return False
        has_come = other.first_seen >= self._crawl.started_at
        words = _revision(look).words
        if not has_come or other.words != words or not self._is_as_before(item, look):
            return False
        with self._crawl.writing() as connection:
            merge_item(connection, from_id=other.id, into_id=item.id)
        return True

    def _is_as_before(self, item: Any, look: Look) -> bool:
        """Tell whether an item says about what it said: it may show another's page."""
        revision = _revision(look)
        before = self._crawl.store.items.article(item.revision_id)
        return before is not None and (
            revision.words == item.words
            or overlap(before["body"], revision.article["body"]) >= SAME_TEXT
        )


def _is_led_on(item: Any, capture: Capture) -> bool:
    return item_key(capture.url) not in (item.key, item_key(item.url))


def is_sought(item: Any, capture: Capture) -> bool:
    """Tell whether an item that was not found where it was is sought by another way."""
    asked = item_key((*capture.redirected_from, capture.url)[0])
    return item.gone_at is not None and asked not in (item.key, item_key(item.url))


def words_of(article: Article) -> str:
    """Return what tells whether two items have the same title and body."""
    return fingerprint(Article(url="", title=article.title, body=article.body))


def _revision(look: Look) -> NewRevision:
    assert look.revision is not None
    return look.revision

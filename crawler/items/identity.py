"""Which item an article is: its own, another's, or one that has moved here."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from corpus.store.articles import load_teaser
from crawler.items.called import is_lead_of, is_one_title
from crawler.items.judge import overlap
from parsers.addresses.noise import is_telling
from parsers.addresses.own_names import (
    beginning,
    ends_in_one_number,
    has_one_name,
    is_reworded,
)
from parsers.model import Article, ItemStatus
from parsers.urls import is_plainer, item_key

if TYPE_CHECKING:
    from crawler.crawl import Crawl

#: Characters of a text that is long enough to tell one item from another.
TELLING = 80
#: What is older is not looked at daily, so that a move of it is not seen at once; of
#: so many days, and new items of each, these are compared with what is known of it.
FRESH, MOST_DAYS, MOST_LATE = timedelta(days=2), 50, 5
#: So many items may have one title by chance, or since one of them has moved.
SERIES = 3
#: Share of words from which on two texts are one, though counters in them differ.
SAME_TEXT = 0.7


class Identity:
    """Knows the items of a site by their titles and texts, for one run."""

    def __init__(self, crawl: "Crawl") -> None:
        self._crawl = crawl
        self._site_id = crawl.lease.site_id
        self._has_past = crawl.store.items.has_revisions(self._site_id)
        self._words: set[str] = set()
        #: By the key that a page claims: the item whose page did, which was read first.
        self._claims: dict[str, int] = {}
        #: New items: their keys, titles and words, and their days if any, ISO 8601.
        self._new: list[tuple[str, str, str, str | None]] = []
        #: By their day, ISO 8601: new items that are no news, and may be known ones.
        self._late: defaultdict[str, list[Article]] = defaultdict(list)
        #: By where a list begins: its items when it was read before, and now.
        self._lists: dict[str, tuple[list[str], list[str]]] = {}

    def note(self, item: Any, article: Article, words: str) -> None:
        """Remember a new item, which may be a known one."""
        published, today = article.published, self._crawl.started_at.date()
        day = _day_of(article)
        self._new.append((item.key, article.title, words, day))
        is_news = published is None or published.day >= today - FRESH
        if day is None or is_news or len(article.body) < TELLING:
            return
        if day not in self._late and len(self._late) == MOST_DAYS:
            return
        if len(self._late[day]) < MOST_LATE:
            self._late[day].append(article)

    def note_listed(
        self, begin: str, *, before: Sequence[str], now: Sequence[str]
    ) -> None:
        """Remember the items that a page of a list showed before, and those of now."""
        was, shown = self._lists.setdefault(begin, ([], []))
        was += before
        shown += now

    def is_news(self, article: Article) -> bool:
        """Tell whether an item that came in this run has an article's title."""
        return any(title == article.title for _, title, *_ in self._new)

    def called_alike(self, item: Any, key: str, words: str) -> list[str]:
        """Return the keys of other items with these words and the name of a key."""
        return [
            other.key
            for other in self._crawl.store.items.same_words(self._site_id, words)
            if other.id != item.id
            and (has_one_name(key, other.key) or is_reworded(key, other.key))
        ]

    def missing(self) -> list[Any]:
        """Return the items left out of a listing: a new one may stand in for each.

        Where nothing is new, nothing has moved; where more are missing than came, the
        others have another reason.
        """
        keys = [key for was, now in self._lists.values() for key in left_out(was, now)]
        keys = keys[: len(self._new)]
        if not keys:
            return []
        found = self._crawl.store.items.known(self._site_id, keys)
        return [row for row in found.values() if row.status == ItemStatus.LIVE]

    def namesakes(self) -> list[Any]:
        """Return the known items that have a new item's title: has one moved there?

        Or its day and its text, where both the title and the address are others; or
        the number in its address, where the title may have been edited; or its very
        words, of a series that all have one title, where the day may be another.
        """
        items = self._crawl.store.items
        found = {
            row.id: row
            for _, title, words, day in self._new
            for row in (
                *namesakes(items.same_title(self._site_id, title), day),
                *items.same_words(self._site_id, words),
            )
        }
        for key, *_ in self._new:
            for row in items.beginning_with(self._site_id, beginning(key)):
                is_known = row.first_seen < self._crawl.started_at
                if is_known and is_reworded(row.key, key):
                    found[row.id] = row
        for row in items.of_days(self._site_id, self._late):
            is_known = row.first_seen < self._crawl.started_at
            late = self._late[row.published_on]
            if is_known and any(self._has_text(row, article) for article in late):
                found[row.id] = row
        return list(found.values())

    def is_anothers(
        self, item: Any, article: Article, before: Mapping[str, Any]
    ) -> bool:
        """Tell whether an item shows the title and text of another one.

        Of a series that all have one title, the day of the other too.
        """
        if len(article.body) < TELLING:
            return False
        if overlap(before["body"], article.body) >= SAME_TEXT:
            return False
        if before["title"] == article.title:
            return self._is_of_day(item, article, item.published_on)
        return self._is_elsewhere(item, article)

    def is_called_otherwise(self, item: Any, article: Article) -> bool:
        """Tell whether an unread item shows another one's title and text.

        Its listing calls it otherwise; what is only cut short there is the same. Or it
        gives another day, to one of a series that all have one title.
        """
        if len(article.body) < TELLING or item.revision_id is not None:
            return False
        teaser = load_teaser(item.teaser) if item.teaser else None
        if teaser is None or not teaser.title:
            return False
        if is_one_title(teaser.title, article.title):
            return self._is_of_day(item, article, _listed_day(item))
        if is_lead_of(article, teaser.title):
            return False
        return self._is_elsewhere(item, article)

    def twin(self, item: Any, article: Article, words: str) -> Any:
        """Return a known item of which this one is only another address."""
        if len(article.body) < TELLING:
            return None
        claimed = article.canonical_url and item_key(article.canonical_url)
        known = self._claimed(item, article, claimed)
        if known and self._has_text(known, article):
            return known if known.gone_at is None else None
        if not self._may_be_known(words):
            return None
        if self._crawl.keeper.has_waiting(words):
            self._crawl.keeper.flush()
        for other in self._crawl.store.items.same_words(self._site_id, words):
            is_claimed = (
                claimed in (other.key, item_key(other.url))
                or self._claimed_by(other) == item.key
            )
            is_named = self._is_named_as(item, other, article)
            if other.id != item.id and (is_claimed or is_named):
                return other if other.gone_at is None else None
        return None

    def _is_named_as(self, item: Any, other: Any, article: Article) -> bool:
        """Tell whether an item with the words of another is called by one name with it.

        A number alone is one where both are of one day: sections may count for
        themselves. Of an older item it is seen whether it is still there, or has moved.
        """
        if has_one_name(item.key, other.key):
            return True
        if ends_in_one_number(item.key, other.key):
            return bool(other.published_on == _day_of(article))
        has_come = other.first_seen >= self._crawl.started_at
        return has_come and is_reworded(item.key, other.key)

    def _is_elsewhere(self, item: Any, article: Article) -> bool:
        """Tell whether another item has this title and text."""
        items = self._crawl.store.items
        return any(
            other.id != item.id and self._has_text(other, article)
            for other in items.same_title(self._site_id, article.title)
        )

    def _is_of_day(self, item: Any, article: Article, own: str | None) -> bool:
        """Tell whether an article has the day and the text of another item.

        An item's ``own`` day, ISO 8601, is another one, on which no list showed the
        other: some say when a thing was decided. A first run has nothing to go by.
        """
        day = _day_of(article)
        if not (self._has_past and own and day) or day == own:
            return False
        self._crawl.keeper.flush()
        return any(
            other.id != item.id
            and _listed_day(other) != own
            and self._has_text(other, article)
            for other in self._crawl.store.items.of_days(self._site_id, [day])
        )

    def _has_text(self, other: Any, article: Article) -> bool:
        """Tell whether an item has about the text of an article."""
        if other.revision_id is None:
            return False
        theirs = self._crawl.store.items.article(other.revision_id)
        return theirs is not None and (
            overlap(theirs["body"], article.body) >= SAME_TEXT
        )

    def _claimed(self, item: Any, article: Article, claimed: str | None) -> Any:
        """Return the known item that is this one, as the page of either claims.

        The first pages of a site are read before it has taught anything: their words
        may be others than those of the same text at another address. One of another
        name has the title and the day of this one: some pages claim what is not so.
        """
        crawl, items = self._crawl, self._crawl.store.items
        if (other_id := self._claims.get(item.key)) is not None:
            crawl.keeper.flush()
            return items.by_id([other_id]).get(other_id)
        if not claimed or claimed == item.key:
            return None
        is_named_alike = has_one_name(claimed, item.key)
        if not is_named_alike and not items.known(self._site_id, [claimed]):
            return None
        crawl.keeper.flush()
        other = items.known(self._site_id, [claimed]).get(claimed)
        if other is None or other.id == item.id:
            return None
        if is_named_alike:
            self._claims[claimed] = item.id
        return (
            other if is_named_alike or self._is_called_alike(other, article) else None
        )

    def _is_called_alike(self, other: Any, article: Article) -> bool:
        """Tell whether a known item has the title and the day of an article."""
        if other.revision_id is None:
            return False
        held = self._crawl.store.items.article(other.revision_id) or {}
        is_of_day = other.published_on == _day_of(article)
        return held.get("title") == article.title and is_of_day

    def _claimed_by(self, other: Any) -> str | None:
        """Return the key that the page of a known item claimed when it was read."""
        held = self._crawl.store.items.article(other.revision_id)
        claimed = held and held["canonical_url"]
        return item_key(claimed) if claimed else None

    def _may_be_known(self, words: str) -> bool:
        """Tell whether an item may have these words; a first run need not ask."""
        is_met = words in self._words
        if not self._has_past:
            self._words.add(words)
        return self._has_past or is_met


def namesakes(called: Iterable[Any], day: str | None) -> list[Any]:
    """Return the read ones of the items with one title, of a series those of a day.

    A title that comes back each month tells no item from another.
    """
    read = [row for row in called if row.revision_id is not None]
    is_series = len(read) > SERIES
    return [row for row in read if row.published_on == day] if is_series else read


def _day_of(article: Article) -> str | None:
    """Return the day that an article says, ISO 8601."""
    return article.published.day.isoformat() if article.published else None


def _listed_day(item: Any) -> str | None:
    """Return the day that a list said of an item last, ISO 8601."""
    teaser = load_teaser(item.teaser) if item.teaser else None
    return teaser.published.day.isoformat() if teaser and teaser.published else None


def plain_key(item: Any, canonical_url: str) -> str | None:
    """Return the key that a page claims, if it is its own without some parameters.

    They say where a reader came from, if what is left names an item.
    """
    key = item_key(canonical_url)
    return key if is_plainer(key, item.key) and is_telling(key) else None


def left_out(before: Sequence[str], now: Sequence[str]) -> list[str]:
    """Return what stood before something that still stands there, and is gone.

    What was pushed off the end of a list is not left out of it.

    >>> left_out("abcd", "nacb"), left_out("abcd", "nabc")
    ([], [])
    >>> left_out("abcd", "nacd")
    ['b']
    """
    left = set(now)
    last = max((n for n, key in enumerate(before) if key in left), default=0)
    return [key for key in before[:last] if key not in left]

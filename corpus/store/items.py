"""What we hold of each item, and which of them want a look."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from corpus.store.database import Connection, Database, Row, member, one_of
from parsers.model import ItemStatus
from parsers.text import same_words

#: Items looked up by one statement.
_BATCH = 500
#: So many old items may be pinned in a list that is otherwise new.
PINNED = 3
#: What says how far along its order an item stands.
_PLACE = {"id", "due_at"}
#: Every time lies between these.
FIRST, LAST = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
#: What wants a look, most urgent first, and how far ahead a look is planned at most.
FARTHEST = {
    "pending": timedelta(days=3),
    "live": timedelta(days=3),
    "removed": timedelta(days=30),
}
_LAST_SIGN = "\U0010ffff"

#: What a look at a known item needs to know of it.
_KNOWN_COLUMNS = """
items.id, items.key, items.url, items.status, items.is_baseline, items.first_seen,
items.last_seen, items.published_on, items.changed_at, items.due_at, items.looked_run,
items.listed_run, items.revision_id, items.digest, items.etag, items.last_modified,
items.parts, items.teaser, items.gone_at, items.gone_run, items.gone_how,
items.gone_last_run, items.restored_run, items.moved_to, items.suspect,
revisions.fingerprint, revisions.minor_fingerprint, revisions.words, revisions.reader,
revisions.profile_version, captures.url AS capture_url, captures.captured_at,
captures.record_id, captures.file, captures."offset", captures.length
"""
_KNOWN_FROM = """
FROM items
LEFT JOIN revisions ON revisions.id = items.revision_id
LEFT JOIN captures ON captures.id = items.capture_id
"""
_KNOWN = f"SELECT {_KNOWN_COLUMNS} {_KNOWN_FROM}"
#: What a listing that shows an item needs to know of it.
_SHOWN_COLUMNS = """
items.id, items.key, items.status, items.revision_id, items.listed_run, items.teaser
"""


def _by_key(columns: str, tables: str) -> tuple[str, str]:
    """Return what asks of items by their keys, and by those of their aliases."""
    return (
        f"SELECT {columns} {tables}"
        f" WHERE items.site_id = :site_id AND items.key {one_of('keys')}",
        f"SELECT {columns}, aliases.key AS alias {tables}"
        " JOIN aliases ON aliases.item_id = items.id"
        f" WHERE aliases.site_id = :site_id AND aliases.key {one_of('keys')}",
    )


_KNOWN_BY = _by_key(_KNOWN_COLUMNS, _KNOWN_FROM)
_SHOWN_BY = _by_key(_SHOWN_COLUMNS, "FROM items")
# what wants a look, behind the last one that was given
_WANTS_LOOK = f"""
{_KNOWN} WHERE items.site_id = :site_id AND items.status = :status
AND (items.looked_run IS NULL OR items.looked_run != :run_id)
"""
_AT_ONCE = f"""
{_WANTS_LOOK} AND items.due_at IS NULL AND items.id > :id
ORDER BY items.id LIMIT :most
"""
_TIMED = f"""
{_WANTS_LOOK} AND items.due_at <= :until AND (items.due_at, items.id) > (:due_at, :id)
ORDER BY items.due_at, items.id LIMIT :most
"""


class Items:
    """What crawls and comparisons ask of items."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def known(self, site_id: int, keys: Iterable[str]) -> dict[str, Row]:
        """Return the items that stand under these keys, aliases included."""
        return self._by_key(_KNOWN_BY, site_id, keys)

    def shown(self, site_id: int, keys: Iterable[str]) -> dict[str, Row]:
        """Return the items under these keys, of each what a listing needs to know."""
        return self._by_key(_SHOWN_BY, site_id, keys)

    def _by_key(
        self, by: tuple[str, str], site_id: int, keys: Iterable[str]
    ) -> dict[str, Row]:
        by_key, by_alias = by
        wanted = list(dict.fromkeys(keys))
        asked = {"site_id": site_id, "keys": wanted}
        found = {row.key: row for row in self._database.rows(by_key, **asked)}
        if len(found) < len(wanted):
            for row in self._database.rows(by_alias, **asked):
                found.setdefault(row.alias, row)
        return found

    def by_id(self, item_ids: Iterable[int]) -> dict[int, Row]:
        """Return items by id, as ``known`` does."""
        sql = f"{_KNOWN} WHERE items.id {one_of('ids')}"
        rows = self._database.rows(sql, ids=list(item_ids))
        return {row.id: row for row in rows}

    def due(
        self, site_id: int, *, run_id: int, now: datetime, everything: bool = False
    ) -> Iterator[Row]:
        """Yield the items that want a look in this run, most urgent first.

        What is perhaps gone comes first, then what is due in every run, then what is
        due for longest, and last what only a clock that ran ahead can have planned so
        late. Some are asked for at a time, each time along the index, so
        neither memory nor time grows with what is held and not due.
        """
        until = LAST if everything else now
        for status, farthest in FARTHEST.items():
            here = {"site_id": site_id, "status": status, "run_id": run_id}
            yield from self._in_order(_AT_ONCE, id=0, **here)
            yield from self._in_order(_TIMED, id=0, due_at=FIRST, until=until, **here)
            late = max(until, now + farthest)
            yield from self._in_order(_TIMED, id=0, due_at=late, until=LAST, **here)

    def _in_order(self, sql: str, **after: Any) -> Iterator[Row]:
        while rows := self._database.rows(sql, most=_BATCH, **after):
            yield from rows
            if len(rows) < _BATCH:
                return
            after |= {name: getattr(rows[-1], name) for name in _PLACE & after.keys()}

    def same_words(self, site_id: int, words: str) -> list[Row]:
        """Return the items whose newest revision has this title and body."""
        # the revision's own site leads to the index of words, where the item's would
        # have every item looked at
        sql = (
            f"{_KNOWN} WHERE revisions.site_id = :site_id AND revisions.words = :words"
        )
        return self._database.rows(sql, site_id=site_id, words=words)

    def same_title(self, site_id: int, title: str) -> list[Row]:
        """Return the items that a listing or their newest revision calls so."""
        sql = f"""
        {_KNOWN} WHERE items.site_id = :site_id
        AND (same_words({member("items.teaser", "title")}) = :title
          OR same_words({member("revisions.article", "title")}) = :title) LIMIT 20
        """
        return self._database.rows(sql, site_id=site_id, title=same_words(title))

    def beginning_with(self, site_id: int, begin: str) -> list[Row]:
        """Return items that were read and whose keys begin so; none for ``""``."""
        if not begin:
            return []
        sql = f"""
        {_KNOWN} WHERE items.site_id = :site_id AND items.key >= :begin
        AND items.key < :end AND items.revision_id IS NOT NULL LIMIT 20
        """
        end = begin + _LAST_SIGN
        return self._database.rows(sql, site_id=site_id, begin=begin, end=end)

    def of_days(
        self, site_id: int, days: Collection[str], *, most: int = 500
    ) -> list[Row]:
        """Return the items that were read and are of one of these days, ISO 8601."""
        sql = f"""
        {_KNOWN} WHERE items.site_id = :site_id AND items.revision_id IS NOT NULL
        AND items.published_on {one_of("days")} LIMIT :most
        """
        return self._database.rows(sql, site_id=site_id, days=list(days), most=most)

    def has_revisions(self, site_id: int) -> bool:
        """Tell whether any item of a site was ever read."""
        sql = "SELECT 1 FROM revisions WHERE site_id = :site_id LIMIT 1"
        return self._database.value(sql, site_id=site_id) is not None

    def article(self, revision_id: int) -> dict[str, Any] | None:
        """Return the article of a revision, as ``dump_article`` wrote it."""
        sql = "SELECT article FROM revisions WHERE id = :id"
        found: dict[str, Any] | None = self._database.value(sql, id=revision_id)
        return found

    def titles(self, site_id: int, *, most: int = 20_000) -> list[str]:
        """Return the titles of a site's newest items, as listings show them."""
        sql = f"""
        SELECT {member("teaser", "title")} FROM items
        WHERE site_id = :site_id AND teaser IS NOT NULL ORDER BY id DESC LIMIT :most
        """
        found = self._database.column(sql, site_id=site_id, most=most)
        return [title for title in found if title]

    def newest(self, site_id: int) -> int:
        """Return the id of the item that became known last; 0 for none."""
        sql = "SELECT MAX(id) FROM items WHERE site_id = :site_id"
        return self._database.value(sql, site_id=site_id) or 0

    def oldest_listed(self, site_id: int, run_id: int) -> str | None:
        """Return the earliest day of what listings showed in a run, ISO 8601."""
        sql = """
        SELECT MIN(published_on) FROM items
        WHERE site_id = :site_id AND listed_run = :run_id
        """
        found: str | None = self._database.value(sql, site_id=site_id, run_id=run_id)
        return found

    def in_gap(self, site_id: int, *, run_id: int, listed_run: int) -> int:
        """Return how many live items listings showed in a run, and not in a later one.

        Only what is newer than the end of the lists of that later run, where a few old
        items may be pinned.
        """
        sql = """
        SELECT COUNT(*) FROM items
        WHERE site_id = :site_id AND listed_run = :listed_run AND status = :status
        AND gone_at IS NULL AND published_on > (
          SELECT published_on FROM items
          WHERE site_id = :site_id AND listed_run = :run_id
          AND published_on IS NOT NULL
          ORDER BY published_on LIMIT 1 OFFSET :pinned)
        """
        found: int = self._database.value(
            sql,
            site_id=site_id,
            run_id=run_id,
            listed_run=listed_run,
            status=str(ItemStatus.LIVE),
            pinned=PINNED,
        )
        return found

    def holds_more(self, site_id: int, *, than: int) -> bool:
        """Tell whether a site has more items than that, without counting them all."""
        sql = "SELECT 1 FROM items WHERE site_id = :site_id LIMIT 1 OFFSET :than"
        return self._database.value(sql, site_id=site_id, than=than) is not None

    def set(self, item_id: int, **values: Any) -> None:
        """Overwrite columns of an item."""
        with self._database.write() as connection:
            set_item(connection, item_id, **values)


def set_item(connection: Connection, item_id: int, **values: Any) -> None:
    """Overwrite columns of an item, inside a transaction."""
    set_items(connection, {item_id: values})


def set_items(
    connection: Connection, values_by_id: Mapping[int, Mapping[str, Any]]
) -> None:
    """Overwrite columns of items."""
    connection.set_rows("items", values_by_id)


def add_items(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Keep items that were not known; they are pending until they are read."""
    connection.insert_rows("items", [{"status": "pending", **row} for row in rows])


def note_listed(
    connection: Connection, item_ids: Sequence[int], *, run_id: int
) -> None:
    """Note that a run's listing shows these items."""
    set_items(connection, {item_id: {"listed_run": run_id} for item_id in item_ids})


def add_alias(
    connection: Connection, *, site_id: int, item_id: int, key: str, url: str
) -> None:
    """Keep another url of an item; one that is known already stays as it is."""
    connection.run(
        "INSERT INTO aliases (site_id, item_id, key, url)"
        " VALUES (:site_id, :item_id, :key, :url)"
        " ON CONFLICT (site_id, key) DO NOTHING",
        site_id=site_id,
        item_id=item_id,
        key=key,
        url=url,
    )


def items_with_query(connection: Connection, site_id: int) -> list[Row]:
    """Return ids, keys and urls of a site's items whose keys have parameters."""
    sql = """
    SELECT id, key, url FROM items
    WHERE site_id = :site_id AND key LIKE '%?%' ORDER BY id
    """
    return connection.rows(sql, site_id=site_id)


def readdress_item(
    connection: Connection, *, site_id: int, item: Any, key: str, url: str
) -> None:
    """Know an item by another url; the one it had becomes an alias."""
    connection.run(
        "DELETE FROM aliases WHERE site_id = :site_id AND key = :key",
        site_id=site_id,
        key=key,
    )
    set_items(connection, {item.id: {"key": key, "url": url}})
    add_alias(connection, site_id=site_id, item_id=item.id, key=item.key, url=item.url)

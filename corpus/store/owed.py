"""What a run still owes: comparisons, proofs of removal, what a mass change holds."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from corpus.store.database import Connection, Database, Row, member, one_of
from corpus.store.histories import REVISION_COLUMNS, REVISIONS
from corpus.store.items import add_alias
from corpus.store.keep import merge_item
from parsers.text import same_words
from parsers.urls import item_key

#: Revisions of a baseline that are looked up at once.
_BATCH = 50
#: In the words of the index that holds no others, or it is not used: all that the store
#: holds of a site would be sorted for each batch.
_OWING = "revisions.site_id = :site_id AND NOT revisions.is_compared"
_WITH_ITEM = f"""
SELECT {REVISION_COLUMNS}, items.key, items.url, items.status, items.is_baseline,
items.teaser, items.moved_to, items.restored_run, items.revision_id AS newest_id
FROM revisions
JOIN captures ON captures.id = revisions.capture_id
JOIN items ON items.id = revisions.item_id
"""
_ITEMS = """
SELECT items.*, revisions.article, revisions.words
FROM items LEFT JOIN revisions ON revisions.id = items.revision_id
WHERE items.site_id = :site_id AND
"""
_HELD = """
SELECT held.*, items.url, items.key, items.status, items.revision_id AS newest_id,
items.looked_run, items.gone_last_run, sites.name AS site
FROM held
JOIN items ON items.id = held.item_id
JOIN sites ON sites.id = held.site_id
WHERE held.site_id = :site_id ORDER BY held.id
"""


class Owed:
    """The questions that the comparison asks, and how it pays."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def revisions(self, site_id: int) -> list[int]:
        """Return the ids of revisions that were not compared yet, oldest first."""
        sql = f"SELECT id FROM revisions WHERE {_OWING} ORDER BY id"
        return self._database.column(sql, site_id=site_id)

    def revision(self, revision_id: int) -> Row:
        """Return a revision with its capture and its item."""
        return self._database.row(
            f"{_WITH_ITEM} WHERE revisions.id = :id", id=revision_id
        )

    def baseline(self, site_id: int, *, reader: int, profile_version: int) -> list[Row]:
        """Return some owed first revisions of a baseline's items that were so read."""
        sql = f"""
        {_WITH_ITEM} WHERE {_OWING}
        AND revisions.reader = :reader AND revisions.profile_version = :profile_version
        AND items.is_baseline
        AND NOT EXISTS (SELECT 1 FROM revisions AS earlier
          WHERE earlier.item_id = revisions.item_id AND earlier.id < revisions.id)
        ORDER BY revisions.id LIMIT :most
        """
        return self._database.rows(
            sql,
            site_id=site_id,
            reader=reader,
            profile_version=profile_version,
            most=_BATCH,
        )

    def before(self, revision: Row) -> Row | None:
        """Return the newest revision before one that is neither held nor owed."""
        sql = f"""
        {REVISIONS} WHERE revisions.item_id = :item_id AND revisions.id < :id
        AND revisions.id NOT IN
          (SELECT revision_id FROM held WHERE revision_id IS NOT NULL)
        ORDER BY revisions.id DESC LIMIT 1
        """
        return self._database.row(sql, item_id=revision.item_id, id=revision.id)

    def parts(self, revision: Row) -> list[Row]:
        """Return the captures of a revision's further pages, in order."""
        if not revision.part_ids:
            return []
        sql = f"SELECT * FROM captures WHERE id {one_of('ids')}"
        rows = self._database.rows(sql, ids=revision.part_ids)
        found = {row.id: row for row in rows}
        return [found[i] for i in revision.part_ids]

    def looked(self, site_id: int, run_id: int) -> int:
        """Return how many items that were known before were looked at in a run."""
        sql = """
        SELECT COUNT(*) FROM items
        WHERE site_id = :site_id AND looked_run = :run_id AND revision_id IS NOT NULL
        AND (SELECT MIN(run_id) FROM revisions WHERE revisions.item_id = items.id)
          <= (SELECT COALESCE(MAX(id), 0) FROM runs
              WHERE site_id = :site_id AND id < :run_id AND is_settled)
        """
        return int(self._database.value(sql, site_id=site_id, run_id=run_id))

    def gone(self, site_id: int, run_id: int) -> list[Row]:
        """Return the items that a run found gone."""
        return self._items(site_id, "items.gone_last_run = :run_id", run_id=run_id)

    def restored(self, site_id: int) -> list[Row]:
        """Return the items that came back and were not told yet."""
        return self._items(site_id, "items.restored_run IS NOT NULL")

    def moved(self, site_id: int) -> list[Row]:
        """Return the items that led to a new address and were not told yet."""
        return self._items(site_id, "items.moved_to IS NOT NULL")

    def gone_with_title(self, site_id: int, title: str) -> list[Row]:
        """Return the items not removed but found gone, which had this title."""
        return self._items(
            site_id,
            "items.gone_at IS NOT NULL AND items.status != 'removed'"
            f" AND same_words({member('revisions.article', 'title')}) = :title",
            title=same_words(title),
        )

    def in_doubt(self, site_id: int, run_id: int) -> list[Row]:
        """Return the items of which a run's reading is kept aside, not believed yet."""
        is_kept_aside = "items.looked_run = :run_id AND items.suspect IS NOT NULL"
        return self._items(site_id, is_kept_aside, run_id=run_id)

    def held(self, site_id: int) -> list[Row]:
        """Return what a mass change holds back, with each item's columns."""
        return self._database.rows(_HELD, site_id=site_id)

    def unsettled(self, site_id: int) -> bool:
        """Tell whether the site's last finished run was never compared.

        A run that did not come to its end (failed, stopped) is compared with the next.
        """
        sql = """
        SELECT is_settled, status FROM runs
        WHERE site_id = :site_id AND ended_at IS NOT NULL ORDER BY id DESC LIMIT 1
        """
        row = self._database.row(sql, site_id=site_id)
        if row is None or row.is_settled:
            return False
        return row.status not in ("failed", "stopped")

    def _items(self, site_id: int, condition: str, **values: Any) -> list[Row]:
        sql = f"{_ITEMS} {condition} ORDER BY items.id"
        return self._database.rows(sql, site_id=site_id, **values)

    def drop_held(self, site_id: int) -> int:
        """Forget what is held: the edits become the state, nothing is told."""
        with self._database.write() as connection:
            return connection.run(
                "DELETE FROM held WHERE site_id = :site_id", site_id=site_id
            )


def adopt_looks(
    connection: Connection, site_id: int, run_id: int, *, since: int
) -> None:
    """Take what runs after ``since`` saw, and never compared, for a run's own looks.

    What they looked at is perhaps not due again, and is judged with the rest.
    """
    for column in ("looked_run", "gone_run", "gone_last_run"):
        connection.run(
            f"UPDATE items SET {column} = :run_id"
            f" WHERE site_id = :site_id AND {column} > :since AND {column} < :run_id",
            site_id=site_id,
            run_id=run_id,
            since=since,
        )


def clear_mark(
    connection: Connection,
    revision_id: int,
    *,
    cause: str | None = None,
    reading: Mapping[str, Any] | None = None,
) -> None:
    """Take a revision's mark away: it is compared; keep what a newer reader read."""
    values: dict[str, Any] = {"is_compared": True, **(reading or {})}
    if cause:
        values["cause"] = cause
    connection.set_rows("revisions", {revision_id: values})


def clear_marks(connection: Connection, revision_ids: Sequence[int]) -> None:
    """Take the marks of several revisions away."""
    connection.run(
        f"UPDATE revisions SET is_compared = TRUE WHERE id {one_of('ids')}",
        ids=list(revision_ids),
    )


def hold(connection: Connection, **values: Any) -> None:
    """Hold an item's change back; one that is held already stays as it is."""
    sql = "SELECT 1 FROM held WHERE item_id = :item_id"
    if connection.value(sql, item_id=values["item_id"]) is None:
        connection.insert("held", run_count=1, **values)


def agree(connection: Connection, held_ids: Sequence[int], run_id: int) -> None:
    """Count one more run that saw what is held, once for each run."""
    connection.run(
        "UPDATE held SET run_count = run_count + 1, last_run = :run_id"
        f" WHERE id {one_of('ids')} AND last_run < :run_id",
        ids=list(held_ids),
        run_id=run_id,
    )


def let_go(connection: Connection, held_id: int) -> None:
    """Hold something no longer."""
    connection.run("DELETE FROM held WHERE id = :id", id=held_id)


def undo_revisions(connection: Connection, item_id: int, *, back_to: int) -> None:
    """Forget what came after a revision: the item shows again what it showed then.

    The captures stay, here and in the archive.
    """
    connection.set_rows("items", {item_id: {"revision_id": back_to}})
    connection.set_rows("revisions", {back_to: {"last_seen": None}})
    connection.run(
        "DELETE FROM revisions WHERE item_id = :item_id AND id > :back_to AND id NOT IN"
        " (SELECT revision_id FROM changes WHERE revision_id IS NOT NULL)",
        item_id=item_id,
        back_to=back_to,
    )


def take_over(
    connection: Connection,
    *,
    item_id: int,
    other_id: int | None,
    url: str,
    at: datetime,
) -> None:
    """Let an item stand at a new address; what was known there becomes part of it."""
    row = _item(connection, item_id)
    values: dict[str, Any] = {
        "url": url,
        "status": "live",
        "moved_to": None,
        "gone_at": None,
        "gone_run": None,
        "gone_last_run": None,
        "gone_how": None,
    }
    if other_id is not None:
        other = _item(connection, other_id)
        for name in ("revision_id", "capture_id", "digest", "etag", "last_modified"):
            if getattr(other, name) is not None:
                values[name] = getattr(other, name)
        values["parts"], values["last_seen"] = other.parts, other.last_seen or at
        values["teaser"] = other.teaser or row.teaser
        if row.revision_id is not None:
            ended = {row.revision_id: {"last_seen": row.last_seen}}
            connection.set_rows("revisions", ended)
        merge_item(connection, from_id=other_id, into_id=item_id)
    elif (key := item_key(url)) != row.key:
        # a listing shows the new address later
        add_alias(connection, site_id=row.site_id, item_id=item_id, key=key, url=url)
    connection.set_rows("items", {item_id: values})


def _item(connection: Connection, item_id: int) -> Row:
    return connection.row("SELECT * FROM items WHERE id = :id", id=item_id)

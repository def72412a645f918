"""What a run still owes: comparisons, proofs of removal, what a mass change holds."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Connection,
    Engine,
    Row,
    delete,
    exists,
    func,
    insert,
    select,
    text,
    update,
)

from corpus.store.engine import write
from corpus.store.histories import revision_query
from corpus.store.items import add_alias
from corpus.store.keep import merge_item
from corpus.store.schema import captures, changes, held, items, revisions, runs, sites
from parsers.text import same_words
from parsers.urls import item_key

#: Revisions of a baseline that are looked up at once.
_BATCH = 50
#: In the words of the index that holds no others, or it is not used: all that the store
#: holds of a site would be sorted for each batch.
_OWING = text("NOT revisions.is_compared")


class Owed:
    """The questions that the comparison asks, and how it pays."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def revisions(self, site_id: int) -> list[int]:
        """Return the ids of revisions that were not compared yet, oldest first."""
        query = (
            select(revisions.c.id)
            .where(revisions.c.site_id == site_id, _OWING)
            .order_by(revisions.c.id)
        )
        with self._engine.connect() as connection:
            return list(connection.execute(query).scalars())

    def revision(self, revision_id: int) -> Row[Any]:
        """Return a revision with its capture and its item."""
        with self._engine.connect() as connection:
            return connection.execute(
                _with_item().where(revisions.c.id == revision_id)
            ).one()

    def baseline(
        self, site_id: int, *, reader: int, profile_version: int
    ) -> list[Row[Any]]:
        """Return some owed first revisions of a baseline's items that were so read."""
        earlier = revisions.alias("earlier")
        is_later = exists().where(
            earlier.c.item_id == revisions.c.item_id, earlier.c.id < revisions.c.id
        )
        query = (
            _with_item()
            .where(
                revisions.c.site_id == site_id,
                _OWING,
                revisions.c.reader == reader,
                revisions.c.profile_version == profile_version,
                items.c.is_baseline,
                ~is_later,
            )
            .order_by(revisions.c.id)
            .limit(_BATCH)
        )
        with self._engine.connect() as connection:
            return list(connection.execute(query))

    def before(self, revision: Row[Any]) -> Row[Any] | None:
        """Return the newest revision before one that is neither held nor owed."""
        is_held = select(held.c.revision_id).where(held.c.revision_id.is_not(None))
        query = (
            revision_query()
            .where(
                revisions.c.item_id == revision.item_id,
                revisions.c.id < revision.id,
                revisions.c.id.not_in(is_held),
            )
            .order_by(revisions.c.id.desc())
            .limit(1)
        )
        with self._engine.connect() as connection:
            return connection.execute(query).one_or_none()

    def parts(self, revision: Row[Any]) -> list[Row[Any]]:
        """Return the captures of a revision's further pages, in order."""
        if not revision.part_ids:
            return []
        query = select(captures).where(captures.c.id.in_(revision.part_ids))
        with self._engine.connect() as connection:
            found = {row.id: row for row in connection.execute(query)}
        return [found[i] for i in revision.part_ids]

    def looked(self, site_id: int, run_id: int) -> int:
        """Return how many items that were known before were looked at in a run."""
        first = select(func.min(revisions.c.run_id)).where(
            revisions.c.item_id == items.c.id
        )
        settled = (
            select(func.coalesce(func.max(runs.c.id), 0))
            .where(runs.c.site_id == site_id, runs.c.id < run_id, runs.c.is_settled)
            .scalar_subquery()
        )
        query = select(func.count()).where(
            items.c.site_id == site_id,
            items.c.looked_run == run_id,
            items.c.revision_id.is_not(None),
            first.scalar_subquery() <= settled,
        )
        with self._engine.connect() as connection:
            return int(connection.execute(query).scalar_one())

    def gone(self, site_id: int, run_id: int) -> list[Row[Any]]:
        """Return the items that a run found gone."""
        return self._items(site_id, items.c.gone_last_run == run_id)

    def restored(self, site_id: int) -> list[Row[Any]]:
        """Return the items that came back and were not told yet."""
        return self._items(site_id, items.c.restored_run.is_not(None))

    def moved(self, site_id: int) -> list[Row[Any]]:
        """Return the items that led to a new address and were not told yet."""
        return self._items(site_id, items.c.moved_to.is_not(None))

    def gone_with_title(self, site_id: int, title: str) -> list[Row[Any]]:
        """Return the items not removed but found gone, which had this title."""
        return self._items(
            site_id,
            items.c.gone_at.is_not(None),
            items.c.status != "removed",
            func.same_words(revisions.c.article["title"].as_string())
            == same_words(title),
        )

    def in_doubt(self, site_id: int, run_id: int) -> list[Row[Any]]:
        """Return the items of which a run's reading is kept aside, not believed yet."""
        is_kept_aside = items.c.suspect.is_not(None)
        return self._items(site_id, items.c.looked_run == run_id, is_kept_aside)

    def held(self, site_id: int) -> list[Row[Any]]:
        """Return what a mass change holds back, with each item's columns."""
        query = (
            select(
                held,
                items.c.url,
                items.c.key,
                items.c.status,
                items.c.revision_id.label("newest_id"),
                items.c.looked_run,
                items.c.gone_last_run,
                sites.c.name.label("site"),
            )
            .join(items, items.c.id == held.c.item_id)
            .join(sites, sites.c.id == held.c.site_id)
            .where(held.c.site_id == site_id)
            .order_by(held.c.id)
        )
        with self._engine.connect() as connection:
            return list(connection.execute(query))

    def unsettled(self, site_id: int) -> bool:
        """Tell whether the site's last finished run was never compared.

        A run that did not come to its end (failed, stopped) is compared with the next.
        """
        query = (
            select(runs.c.is_settled, runs.c.status)
            .where(runs.c.site_id == site_id, runs.c.ended_at.is_not(None))
            .order_by(runs.c.id.desc())
            .limit(1)
        )
        with self._engine.connect() as connection:
            row = connection.execute(query).one_or_none()
        if row is None or row.is_settled:
            return False
        return row.status not in ("failed", "stopped")

    def _items(self, site_id: int, *conditions: Any) -> list[Row[Any]]:
        query = (
            select(items, revisions.c.article, revisions.c.words)
            .outerjoin(revisions, revisions.c.id == items.c.revision_id)
            .where(items.c.site_id == site_id, *conditions)
            .order_by(items.c.id)
        )
        with self._engine.connect() as connection:
            return list(connection.execute(query))

    def drop_held(self, site_id: int) -> int:
        """Forget what is held: the edits become the state, nothing is told."""
        with write(self._engine) as connection:
            return connection.execute(
                delete(held).where(held.c.site_id == site_id)
            ).rowcount


def adopt_looks(
    connection: Connection, site_id: int, run_id: int, *, since: int
) -> None:
    """Take what runs after ``since`` saw, and never compared, for a run's own looks.

    What they looked at is perhaps not due again, and is judged with the rest.
    """
    for column in (items.c.looked_run, items.c.gone_run, items.c.gone_last_run):
        connection.execute(
            update(items)
            .where(items.c.site_id == site_id, column > since, column < run_id)
            .values({column.name: run_id})
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
    connection.execute(
        update(revisions).where(revisions.c.id == revision_id).values(**values)
    )


def clear_marks(connection: Connection, revision_ids: Sequence[int]) -> None:
    """Take the marks of several revisions away."""
    connection.execute(
        update(revisions)
        .where(revisions.c.id.in_(revision_ids))
        .values(is_compared=True)
    )


def hold(connection: Connection, **values: Any) -> None:
    """Hold an item's change back; one that is held already stays as it is."""
    known = connection.execute(
        select(held.c.id).where(held.c.item_id == values["item_id"])
    ).scalar()
    if known is None:
        connection.execute(insert(held).values(run_count=1, **values))


def agree(connection: Connection, held_ids: Sequence[int], run_id: int) -> None:
    """Count one more run that saw what is held, once for each run."""
    connection.execute(
        update(held)
        .where(held.c.id.in_(held_ids), held.c.last_run < run_id)
        .values(run_count=held.c.run_count + 1, last_run=run_id)
    )


def let_go(connection: Connection, held_id: int) -> None:
    """Hold something no longer."""
    connection.execute(delete(held).where(held.c.id == held_id))


def undo_revisions(connection: Connection, item_id: int, *, back_to: int) -> None:
    """Forget what came after a revision: the item shows again what it showed then.

    The captures stay, here and in the archive.
    """
    connection.execute(
        update(items).where(items.c.id == item_id).values(revision_id=back_to)
    )
    connection.execute(
        update(revisions).where(revisions.c.id == back_to).values(last_seen=None)
    )
    connection.execute(
        delete(revisions).where(
            revisions.c.item_id == item_id,
            revisions.c.id > back_to,
            revisions.c.id.not_in(
                select(changes.c.revision_id).where(changes.c.revision_id.is_not(None))
            ),
        )
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
    row = connection.execute(select(items).where(items.c.id == item_id)).one()
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
        other = connection.execute(select(items).where(items.c.id == other_id)).one()
        for name in ("revision_id", "capture_id", "digest", "etag", "last_modified"):
            if getattr(other, name) is not None:
                values[name] = getattr(other, name)
        values["parts"], values["last_seen"] = other.parts, other.last_seen or at
        values["teaser"] = other.teaser or row.teaser
        connection.execute(
            update(revisions)
            .where(revisions.c.id == row.revision_id)
            .values(last_seen=row.last_seen)
        )
        merge_item(connection, from_id=other_id, into_id=item_id)
    elif (key := item_key(url)) != row.key:
        # a listing shows the new address later
        add_alias(connection, site_id=row.site_id, item_id=item_id, key=key, url=url)
    connection.execute(update(items).where(items.c.id == item_id).values(**values))


def _with_item() -> Any:
    query = revision_query()
    return query.add_columns(
        items.c.key,
        items.c.url,
        items.c.status,
        items.c.is_baseline,
        items.c.teaser,
        items.c.moved_to,
        items.c.restored_run,
        items.c.revision_id.label("newest_id"),
    ).join(items, items.c.id == revisions.c.item_id)

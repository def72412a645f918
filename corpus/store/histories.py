"""What people ask of items: which there are, and what each said over time."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Engine, Row, func, or_, select

from corpus.store.schema import aliases, captures, items, revisions, sites

#: Items asked for by one statement.
_BATCH = 500


class Histories:
    """The items of all sites, with their revisions and their other urls."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def count(self, site_id: int) -> dict[str, int]:
        """Return how many items of a site there are, by status."""
        query = (
            select(items.c.status, func.count())
            .where(items.c.site_id == site_id)
            .group_by(items.c.status)
        )
        with self._engine.connect() as connection:
            return {row[0]: row[1] for row in connection.execute(query)}

    def find(
        self,
        *,
        site_names: Sequence[str] = (),
        status: str | None = None,
        since_id: int | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        limit: int | None = None,
    ) -> list[Row[Any]]:
        """Return items with their site's name, oldest first; a limit keeps newest."""
        query = _full()
        if site_names:
            query = query.where(sites.c.name.in_(site_names))
        if status:
            query = query.where(items.c.status == status)
        if since_id is not None:
            query = query.where(items.c.id > since_id)
        if since:
            query = query.where(items.c.first_seen >= since)
        if until:
            query = query.where(items.c.first_seen < until)
        with self._engine.connect() as connection:
            newest = connection.execute(query.order_by(items.c.id.desc()).limit(limit))
            return list(newest)[::-1]

    def match(self, text: str, key: str) -> list[Row[Any]]:
        """Return the items under an address or key, else those whose key begins so."""
        alias = select(aliases.c.item_id).where(
            or_(aliases.c.key.in_([text, key]), aliases.c.url == text)
        )
        exact = or_(
            items.c.key.in_([text, key]), items.c.url == text, items.c.id.in_(alias)
        )
        begins = items.c.key.startswith(text, autoescape=True)
        with self._engine.connect() as connection:
            found = list(connection.execute(_full().where(exact)))
            return found or list(connection.execute(_full().where(begins).limit(20)))

    def revisions(self, item_ids: Sequence[int]) -> dict[int, list[Row[Any]]]:
        """Return the history of each item, oldest first, with its capture's columns."""
        found: dict[int, list[Row[Any]]] = {item_id: [] for item_id in item_ids}
        with self._engine.connect() as connection:
            for start in range(0, len(item_ids), _BATCH):
                part = item_ids[start : start + _BATCH]
                query = (
                    revision_query()
                    .where(revisions.c.item_id.in_(part))
                    .order_by(revisions.c.id)
                )
                for row in connection.execute(query):
                    found[row.item_id].append(row)
        return found

    def aliases(self, item_ids: Sequence[int]) -> dict[int, list[str]]:
        """Return the other urls of each item."""
        found: dict[int, list[str]] = {item_id: [] for item_id in item_ids}
        with self._engine.connect() as connection:
            for start in range(0, len(item_ids), _BATCH):
                part = item_ids[start : start + _BATCH]
                query = select(aliases).where(aliases.c.item_id.in_(part))
                for row in connection.execute(query.order_by(aliases.c.id)):
                    found[row.item_id].append(row.url)
        return found


def revision_query() -> Any:
    """Select revisions with where and when their first page was captured."""
    return select(
        revisions,
        captures.c.url.label("capture_url"),
        captures.c.captured_at,
        captures.c.digest,
        captures.c.file,
        captures.c.offset,
        captures.c.length,
    ).join(captures, captures.c.id == revisions.c.capture_id)


def _full() -> Any:
    return (
        select(items, sites.c.name.label("site"), revisions.c.article)
        .select_from(items)
        .join(sites, sites.c.id == items.c.site_id)
        .outerjoin(revisions, revisions.c.id == items.c.revision_id)
    )

"""The changes that were found, as values; kept once each, in the order found."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, Row, select

from corpus.store.direct import insert_rows
from corpus.store.engine import insert_row
from corpus.store.schema import captures, changes, items, revisions, sites
from parsers.model import Cause, Change, ChangeKind, FieldChange, Seen, Weight

_old = revisions.alias("old")
_old_capture = captures.alias("old_capture")
_new_capture = captures.alias("new_capture")

#: Changes looked up at once.
_BATCH = 200


class Changes:
    """The changes of all sites."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def find(
        self,
        *,
        site_names: Sequence[str] = (),
        kind: str | None = None,
        run_id: int | None = None,
        item_id: int | None = None,
        since_id: int | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        limit: int | None = None,
    ) -> list[Change]:
        """Return changes, oldest first; with a limit the newest ones."""
        query = _select()
        if site_names:
            query = query.where(sites.c.name.in_(site_names))
        if kind:
            query = query.where(changes.c.kind == kind)
        if run_id is not None:
            query = query.where(changes.c.run_id == run_id)
        if item_id is not None:
            query = query.where(changes.c.item_id == item_id)
        if since_id is not None:
            query = query.where(changes.c.id > since_id)
        if since:
            query = query.where(changes.c.captured_at >= since)
        if until:
            query = query.where(changes.c.captured_at < until)
        with self._engine.connect() as connection:
            newest = connection.execute(
                query.order_by(changes.c.id.desc()).limit(limit)
            )
            return [_as_change(row) for row in newest][::-1]

    def each(self, ids: Sequence[int]) -> Iterator[Change]:
        """Yield changes by id, in that order, a few in memory at a time."""
        for start in range(0, len(ids), _BATCH):
            part = ids[start : start + _BATCH]
            with self._engine.connect() as connection:
                rows = connection.execute(_select().where(changes.c.id.in_(part)))
                found = {row.id: _as_change(row) for row in rows}
            yield from (found[i] for i in part if i in found)

    def get(self, change_id: int) -> Change | None:
        """Return one change."""
        with self._engine.connect() as connection:
            return get_change(connection, change_id)


def get_change(connection: Connection, change_id: int) -> Change | None:
    """Return one change, inside a transaction."""
    row = connection.execute(_select().where(changes.c.id == change_id)).one_or_none()
    return _as_change(row) if row else None


def add_change(connection: Connection, **values: Any) -> int | None:
    """Keep a change; return its id, or nothing if it was kept before."""
    known = connection.execute(
        select(changes.c.id).where(
            changes.c.item_id == values["item_id"],
            changes.c.kind == values["kind"],
            changes.c.run_id == values["run_id"],
        )
    ).scalar()
    if known is not None:
        return None
    return insert_row(connection, changes, **values)


def add_changes(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> list[int]:
    """Keep changes of one kind and different items, but those kept before."""
    known = connection.execute(
        select(changes.c.item_id, changes.c.run_id).where(
            changes.c.item_id.in_([row["item_id"] for row in rows]),
            changes.c.kind == rows[0]["kind"],
        )
    )
    kept = {(row.item_id, row.run_id) for row in known}
    new = [row for row in rows if (row["item_id"], row["run_id"]) not in kept]
    return insert_rows(connection, changes, new)


def _select() -> Any:
    return (
        select(
            changes,
            sites.c.name.label("site"),
            items.c.key,
            revisions.c.article,
            _new_capture.c.captured_at.label("after_at"),
            _new_capture.c.digest.label("after_digest"),
            _old_capture.c.captured_at.label("before_at"),
            _old_capture.c.digest.label("before_digest"),
        )
        .join(sites, sites.c.id == changes.c.site_id)
        .join(items, items.c.id == changes.c.item_id)
        .outerjoin(revisions, revisions.c.id == changes.c.revision_id)
        .outerjoin(_old, _old.c.id == changes.c.old_revision_id)
        .outerjoin(_new_capture, _new_capture.c.id == revisions.c.capture_id)
        .outerjoin(_old_capture, _old_capture.c.id == _old.c.capture_id)
    )


def _as_change(row: Row[Any]) -> Change:
    article: Mapping[str, Any] = row.article or {}
    return Change(
        id=row.id,
        kind=ChangeKind(row.kind),
        site=row.site,
        key=row.key,
        url=row.url,
        old_url=row.old_url,
        title=row.title or "",
        date=row.date,
        body=row.body or "",
        fields={
            name: FieldChange(old=pair["old"], new=pair["new"])
            for name, pair in row.fields.items()
        },
        weight=Weight(row.weight),
        baseline=row.baseline,
        cause=Cause.CRAWL,
        captured_at=row.captured_at,
        language=article.get("language"),
        labels=tuple(article.get("labels") or ()),
        before=_seen(row.before_at, row.before_digest),
        after=_seen(row.after_at, row.after_digest),
    )


def _seen(at: datetime | None, digest: str | None) -> Seen | None:
    return Seen(at=at, digest=digest) if at and digest else None

"""The changes that were found, as values; kept once each, in the order found."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from corpus.store.database import Connection, Database, Row, one_of
from parsers.model import Cause, Change, ChangeKind, FieldChange, Seen, Weight

#: Changes looked up at once.
_BATCH = 200
_CHANGES = """
SELECT changes.*, sites.name AS site, items.key, revisions.article,
new_capture.captured_at AS after_at, new_capture.digest AS after_digest,
old_capture.captured_at AS before_at, old_capture.digest AS before_digest
FROM changes
JOIN sites ON sites.id = changes.site_id
JOIN items ON items.id = changes.item_id
LEFT JOIN revisions ON revisions.id = changes.revision_id
LEFT JOIN revisions AS old ON old.id = changes.old_revision_id
LEFT JOIN captures AS new_capture ON new_capture.id = revisions.capture_id
LEFT JOIN captures AS old_capture ON old_capture.id = old.capture_id
"""
_ASKED = {
    "site_names": f"sites.name {one_of('site_names')}",
    "kind": "changes.kind = :kind",
    "run_id": "changes.run_id = :run_id",
    "item_id": "changes.item_id = :item_id",
    "since_id": "changes.id > :since_id",
    "since": "changes.captured_at >= :since",
    "until": "changes.captured_at < :until",
}


class Changes:
    """The changes of all sites."""

    def __init__(self, database: Database) -> None:
        self._database = database

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
        rows = self._database.newest(
            "changes",
            _CHANGES,
            _ASKED,
            limit,
            site_names=list(site_names),
            kind=kind,
            run_id=run_id,
            item_id=item_id,
            since_id=since_id,
            since=since,
            until=until,
        )
        return [_as_change(row) for row in rows]

    def each(self, ids: Sequence[int]) -> Iterator[Change]:
        """Yield changes by id, in that order, a few in memory at a time."""
        sql = f"{_CHANGES} WHERE changes.id {one_of('ids')}"
        for start in range(0, len(ids), _BATCH):
            part = ids[start : start + _BATCH]
            rows = self._database.rows(sql, ids=list(part))
            found = {row.id: _as_change(row) for row in rows}
            yield from (found[i] for i in part if i in found)

    def get(self, change_id: int) -> Change | None:
        """Return one change."""
        with self._database.read() as connection:
            return get_change(connection, change_id)


def get_change(connection: Connection, change_id: int) -> Change | None:
    """Return one change, inside a transaction."""
    row = connection.row(f"{_CHANGES} WHERE changes.id = :id", id=change_id)
    return _as_change(row) if row else None


def add_change(connection: Connection, **values: Any) -> int | None:
    """Keep a change; return its id, or nothing if it was kept before."""
    kept = add_changes(connection, [values])
    return kept[0] if kept else None


def add_changes(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> list[int]:
    """Keep changes of one kind and different items, but those kept before."""
    sql = f"""
    SELECT item_id, run_id FROM changes
    WHERE item_id {one_of("ids")} AND kind = :kind
    """
    ids = [row["item_id"] for row in rows]
    known = connection.rows(sql, ids=ids, kind=rows[0]["kind"])
    kept = {(row.item_id, row.run_id) for row in known}
    new = [row for row in rows if (row["item_id"], row["run_id"]) not in kept]
    return connection.insert_rows("changes", new)


def _as_change(row: Row) -> Change:
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

"""What people ask of items: which there are, and what each said over time."""

import re
from collections.abc import Sequence
from datetime import datetime

from corpus.store.database import Database, Row, one_of

#: What is asked of a revision, with where and when its first page was captured.
REVISION_COLUMNS = """
revisions.*, captures.url AS capture_url, captures.captured_at, captures.digest,
captures.file, captures."offset", captures.length
"""
REVISIONS = f"""
SELECT {REVISION_COLUMNS}
FROM revisions JOIN captures ON captures.id = revisions.capture_id
"""
_ITEMS = """
SELECT items.*, sites.name AS site, revisions.article
FROM items
JOIN sites ON sites.id = items.site_id
LEFT JOIN revisions ON revisions.id = items.revision_id
"""
_ASKED = {
    "site_names": f"sites.name {one_of('site_names')}",
    "status": "items.status = :status",
    "since_id": "items.id > :since_id",
    "since": "items.first_seen >= :since",
    "until": "items.first_seen < :until",
}


class Histories:
    """The items of all sites, with their revisions and their other urls."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def count(self, site_id: int) -> dict[str, int]:
        """Return how many items of a site there are, by status."""
        sql = """
        SELECT status, COUNT(*) FROM items WHERE site_id = :site_id GROUP BY status
        """
        return dict(self._database.pairs(sql, site_id=site_id))

    def find(
        self,
        *,
        site_names: Sequence[str] = (),
        status: str | None = None,
        since_id: int | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        limit: int | None = None,
    ) -> list[Row]:
        """Return items with their site's name, oldest first; a limit keeps newest."""
        return self._database.newest(
            "items",
            _ITEMS,
            _ASKED,
            limit,
            site_names=list(site_names),
            status=status,
            since_id=since_id,
            since=since,
            until=until,
        )

    def match(self, text: str, key: str) -> list[Row]:
        """Return the items under an address or key, else those whose key begins so."""
        exact = f"""
        {_ITEMS} WHERE items.key IN (:text, :key) OR items.url = :text OR items.id IN
        (SELECT item_id FROM aliases WHERE key IN (:text, :key) OR url = :text)
        """
        found = self._database.rows(exact, text=text, key=key)
        if found:
            return found
        begins = f"{_ITEMS} WHERE items.key LIKE :begin ESCAPE '/' LIMIT 20"
        begin = re.sub("[/%_]", r"/\g<0>", text) + "%"
        return self._database.rows(begins, begin=begin)

    def revisions(self, item_ids: Sequence[int]) -> dict[int, list[Row]]:
        """Return the history of each item, oldest first, with its capture's columns."""
        sql = f"""
        {REVISIONS} WHERE revisions.item_id {one_of("ids")} ORDER BY revisions.id
        """
        found: dict[int, list[Row]] = {item_id: [] for item_id in item_ids}
        for row in self._database.each(sql, ids=list(item_ids)):
            found[row.item_id].append(row)
        return found

    def aliases(self, item_ids: Sequence[int]) -> dict[int, list[str]]:
        """Return the other urls of each item."""
        sql = f"""
        SELECT item_id, url FROM aliases WHERE item_id {one_of("ids")} ORDER BY id
        """
        found: dict[int, list[str]] = {item_id: [] for item_id in item_ids}
        for row in self._database.each(sql, ids=list(item_ids)):
            found[row.item_id].append(row.url)
        return found

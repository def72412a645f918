"""What the runs of a site came to, in numbers: what its health is judged by."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from corpus.store.database import Connection, Database, Row, member, one_of

#: Pages looked at to know what a site's pages usually give.
MOST_PAGES = 200
#: What is asked of each.
PAGE_FIELDS = ("title", "published", "body")
#: Addresses that are looked for at once.
_MOST_URLS = 200

_TROUBLES = """
SELECT troubles.*, sites.name AS site
FROM troubles JOIN sites ON sites.id = troubles.site_id
WHERE troubles.ended_at IS NULL AND sites.removed_at IS NULL
AND (:site_id IS NULL OR troubles.site_id = :site_id) ORDER BY troubles.id
"""
_FIELDS = ", ".join(f"{member('article', name)} AS {name}" for name in PAGE_FIELDS)
_PAGES = f"""
SELECT run_id, {_FIELDS}
FROM revisions WHERE site_id = :site_id AND cause = 'crawl'
ORDER BY id DESC LIMIT :most
"""


class Numbers:
    """Runs, pages and new items of a site, counted."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def runs(self, site_id: int, *, since: datetime) -> list[Row]:
        """Return the ended runs since then, oldest first."""
        sql = """
        SELECT * FROM runs WHERE site_id = :site_id AND started_at >= :since
        AND ended_at IS NOT NULL AND status != 'stopped' ORDER BY id
        """
        return self._database.rows(sql, site_id=site_id, since=since)

    def problems(self, run_id: int) -> list[Row]:
        """Return the problems of one run."""
        sql = "SELECT * FROM problems WHERE run_id = :run_id ORDER BY id"
        return self._database.rows(sql, run_id=run_id)

    def captures(self, run_id: int, urls: Sequence[str], *, most: int) -> list[Row]:
        """Return captures of one run, those of some addresses first."""
        sql = f"""
        SELECT * FROM captures WHERE run_id = :run_id
        ORDER BY url {one_of("urls")} DESC, id LIMIT :most
        """
        first = list(urls)[:_MOST_URLS]
        return self._database.rows(sql, run_id=run_id, urls=first, most=most)

    def pages(self, site_id: int) -> Iterator[tuple[int, dict[str, Any]]]:
        """Yield the newest pages that were read, newest first: run, and some fields."""
        for row in self._database.each(_PAGES, site_id=site_id, most=MOST_PAGES):
            yield row.run_id, row._asdict()

    def new_items(self, site_id: int, *, since: datetime) -> list[datetime]:
        """Return when new items were captured, the baseline's apart."""
        sql = """
        SELECT captured_at FROM changes WHERE site_id = :site_id AND kind = 'new'
        AND captured_at >= :since AND NOT baseline ORDER BY captured_at
        """
        return self._database.column(sql, site_id=site_id, since=since)

    def troubles(self, site_id: int | None = None) -> list[Row]:
        """Return the troubles that have not ended, with the site's name."""
        return self._database.rows(_TROUBLES, site_id=site_id)

    def end_troubles(self, site_id: int, kinds: list[str], *, now: datetime) -> None:
        """Note that the site is normal again in these respects."""
        if not kinds:
            return
        with self._database.write() as connection:
            connection.run(
                "UPDATE troubles SET ended_at = :now WHERE site_id = :site_id"
                f" AND ended_at IS NULL AND kind {one_of('kinds')}",
                now=now,
                site_id=site_id,
                kinds=[str(kind) for kind in kinds],
            )

    def daily(self, *, since: datetime) -> dict[str, int]:
        """Return how many changes were found on each day, the baseline's apart."""
        sql = """
        SELECT substr(captured_at, 1, 10) AS day, COUNT(*) FROM changes
        WHERE captured_at >= :since AND NOT baseline GROUP BY day
        """
        return dict(self._database.pairs(sql, since=since))


def open_trouble(connection: Connection, **values: Any) -> bool:
    """Note a trouble; false if one of its kind is going on at that site."""
    sql = """
    SELECT 1 FROM troubles
    WHERE site_id = :site_id AND kind = :kind AND ended_at IS NULL
    """
    asked = {name: values[name] for name in ("site_id", "kind")}
    if connection.value(sql, **asked) is not None:
        return False
    connection.insert("troubles", **values)
    return True

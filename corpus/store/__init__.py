"""The store: the database and the questions we ask it."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path

from corpus.store.changes import Changes
from corpus.store.database import Connection, Row, one_of
from corpus.store.failures import StoreError
from corpus.store.histories import Histories
from corpus.store.items import Items
from corpus.store.leases import Lease, LeaseLost, Leases
from corpus.store.numbers import Numbers
from corpus.store.opening import check, open_database
from corpus.store.outbox import Outbox
from corpus.store.owed import Owed
from corpus.store.runs import Runs
from corpus.store.sites import Sites
from corpus.store.wakes import Wakes

__all__ = ["Connection", "Lease", "LeaseLost", "Store", "StoreError"]


class Store:
    """What we hold, by question: ``store.sites``, ``store.items``, ``store.runs`` …"""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.database = open_database(path)
        self.sites = Sites(self.database)
        self.leases = Leases(self.database)
        self.runs = Runs(self.database)
        self.items = Items(self.database)
        self.histories = Histories(self.database)
        self.owed = Owed(self.database)
        self.changes = Changes(self.database)
        self.outbox = Outbox(self.database, path.parent)
        self.wakes = Wakes(self.database)
        self.numbers = Numbers(self.database)

    def listing(self, site_id: int, url: str) -> Row | None:
        """Return what is held of a listing."""
        sql = "SELECT * FROM listings WHERE site_id = :site_id AND url = :url"
        return self.database.row(sql, site_id=site_id, url=url)

    def lists_among(self, site_id: int, urls: Sequence[str]) -> frozenset[str]:
        """Return those of some addresses where a listing stood that showed items."""
        sql = (
            "SELECT url FROM listings WHERE site_id = :site_id AND item_count > 0"
            f" AND url {one_of('urls')}"
        )
        rows = self.database.rows(sql, site_id=site_id, urls=list(urls))
        return frozenset(row.url for row in rows)

    def write(self) -> AbstractContextManager[Connection]:
        """Give a transaction that holds the writer's place."""
        return self.database.write()

    def check(self) -> list[str]:
        """Name every damage of the database; ``[]`` is sound."""
        return check(self.database)

    def close(self) -> None:
        """Let go of the database."""
        self.database.close()

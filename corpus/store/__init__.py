"""The store: the database and the questions we ask it."""

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, bindparam, select

from corpus.store.changes import Changes
from corpus.store.direct import Question
from corpus.store.engine import check, open_engine, write
from corpus.store.failures import StoreError
from corpus.store.histories import Histories
from corpus.store.items import Items
from corpus.store.leases import Lease, LeaseLost, Leases
from corpus.store.numbers import Numbers
from corpus.store.outbox import Outbox
from corpus.store.owed import Owed
from corpus.store.runs import Runs
from corpus.store.schema import listings
from corpus.store.sites import Sites
from corpus.store.wakes import Wakes

__all__ = ["Connection", "Lease", "LeaseLost", "Store", "StoreError"]

# Made once, as it is asked for each listing.
_LISTING = Question(
    select(listings).where(
        listings.c.site_id == bindparam("site_id"), listings.c.url == bindparam("url")
    )
)


class Store:
    """What we hold, by question: ``store.sites``, ``store.items``, ``store.runs`` …"""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.engine = open_engine(path)
        self.sites = Sites(self.engine)
        self.leases = Leases(self.engine)
        self.runs = Runs(self.engine)
        self.items = Items(self.engine)
        self.histories = Histories(self.engine)
        self.owed = Owed(self.engine)
        self.changes = Changes(self.engine)
        self.outbox = Outbox(self.engine, path.parent)
        self.wakes = Wakes(self.engine)
        self.numbers = Numbers(self.engine)

    def listing(self, site_id: int, url: str) -> Any:
        """Return what is held of a listing."""
        return next(iter(_LISTING.ask(self.engine, site_id=site_id, url=url)), None)

    def write(self) -> AbstractContextManager[Connection]:
        """Give a transaction that holds the writer's place."""
        return write(self.engine)

    def check(self) -> list[str]:
        """Name every damage of the database; ``[]`` is sound."""
        return check(self.engine)

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

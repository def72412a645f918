"""Where the captures lie, for those who check that they are there."""

import json
from collections.abc import Iterator

from corpus.archive import Locator
from corpus.store.database import Database, member
from corpus.store.locators import load_locator, locator_of

#: Rows looked up at once.
_BATCH = 5_000


def iter_references(database: Database) -> Iterator[Locator]:
    """Yield every place in the archive that the store refers to, in whatever way."""
    yield from iter_locators(database)
    locator = member("listing", "held", "locator")
    file = member("listing", "held", "locator", "file")
    held = f"SELECT {locator} FROM listings WHERE {file} IS NOT NULL"
    for kept in database.column(held):
        yield load_locator(json.loads(kept))
    for row in database.each("SELECT parts FROM items WHERE parts IS NOT NULL"):
        yield from (load_locator(page["locator"]) for page in row.parts or ())


def iter_locators(database: Database) -> Iterator[Locator]:
    """Yield where the store says that each capture lies, in order of capture."""
    sql = """
    SELECT id, file, "offset", length, digest FROM captures
    WHERE id > :last ORDER BY id LIMIT :most
    """
    last = 0
    while rows := database.rows(sql, last=last, most=_BATCH):
        yield from map(locator_of, rows)
        last = rows[-1].id

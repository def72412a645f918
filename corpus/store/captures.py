"""Where the captures lie, for those who check that they are there."""

from collections.abc import Iterator

from sqlalchemy import Engine, select

from corpus.archive import Locator
from corpus.store.locators import load_locator, locator_of
from corpus.store.schema import captures, items, listings

#: Rows looked up at once.
_BATCH = 5_000


def iter_references(engine: Engine) -> Iterator[Locator]:
    """Yield every place in the archive that the store refers to, in whatever way."""
    yield from iter_locators(engine)
    held = select(listings.c.listing["held"]["locator"]).where(
        listings.c.listing["held"]["locator"]["file"].as_string().is_not(None)
    )
    parts = select(items.c.parts).where(items.c.parts.is_not(None))
    with engine.connect() as connection:
        for locator in connection.execute(held).scalars():
            yield load_locator(locator)
        for pages in connection.execute(parts).scalars():
            yield from (load_locator(page["locator"]) for page in pages or ())


def iter_locators(engine: Engine) -> Iterator[Locator]:
    """Yield where the store says that each capture lies, in order of capture."""
    columns = captures.c
    wanted = select(
        columns.id, columns.file, columns.offset, columns.length, columns.digest
    )
    last = 0
    while True:
        query = wanted.where(columns.id > last).order_by(columns.id).limit(_BATCH)
        with engine.connect() as connection:
            rows = connection.execute(query).all()
        for row in rows:
            last = row.id
            yield locator_of(row)
        if len(rows) < _BATCH:
            return

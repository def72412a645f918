"""Where the captures lie, for those who check that they are there."""

from collections.abc import Iterator

from sqlalchemy import Engine, select

from corpus.archive import Locator
from corpus.store.schema import captures

#: Rows looked up at once.
_BATCH = 5_000


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
            yield Locator(
                file=row.file, offset=row.offset, length=row.length, digest=row.digest
            )
        if len(rows) < _BATCH:
            return

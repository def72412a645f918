"""What the runs of a site came to, in numbers: what its health is judged by."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, Row, func, insert, select, update

from corpus.store.engine import write
from corpus.store.schema import (
    captures,
    changes,
    problems,
    revisions,
    runs,
    sites,
    troubles,
)

#: Pages looked at to know what a site's pages usually give.
MOST_PAGES = 200
#: What is asked of each.
PAGE_FIELDS = ("title", "published", "body")
#: Addresses that are looked for at once.
_MOST_URLS = 200


class Numbers:
    """Runs, pages and new items of a site, counted."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def runs(self, site_id: int, *, since: datetime) -> list[Row[Any]]:
        """Return the ended runs since then, oldest first."""
        query = (
            select(runs)
            .where(runs.c.site_id == site_id, runs.c.started_at >= since)
            .where(runs.c.ended_at.is_not(None), runs.c.status != "stopped")
            .order_by(runs.c.id)
        )
        with self._engine.connect() as connection:
            return list(connection.execute(query))

    def problems(self, run_id: int) -> list[Row[Any]]:
        """Return the problems of one run."""
        query = select(problems).where(problems.c.run_id == run_id)
        with self._engine.connect() as connection:
            return list(connection.execute(query.order_by(problems.c.id)))

    def captures(
        self, run_id: int, urls: Sequence[str], *, most: int
    ) -> list[Row[Any]]:
        """Return captures of one run, those of some addresses first."""
        query = (
            select(captures)
            .where(captures.c.run_id == run_id)
            .order_by(captures.c.url.in_(list(urls)[:_MOST_URLS]).desc(), captures.c.id)
            .limit(most)
        )
        with self._engine.connect() as connection:
            return list(connection.execute(query))

    def pages(self, site_id: int) -> Iterator[tuple[int, dict[str, Any]]]:
        """Yield the newest pages that were read, newest first: run, and some fields."""
        article = revisions.c.article
        fields = [article[name].as_string().label(name) for name in PAGE_FIELDS]
        query = (
            select(revisions.c.run_id, *fields)
            .where(revisions.c.site_id == site_id, revisions.c.cause == "crawl")
            .order_by(revisions.c.id.desc())
            .limit(MOST_PAGES)
        )
        with self._engine.connect() as connection:
            for row in connection.execute(query):
                yield row.run_id, row._asdict()

    def new_items(self, site_id: int, *, since: datetime) -> list[datetime]:
        """Return when new items were captured, the baseline's apart."""
        query = (
            select(changes.c.captured_at)
            .where(changes.c.site_id == site_id, changes.c.kind == "new")
            .where(changes.c.captured_at >= since, changes.c.baseline.is_(False))
            .order_by(changes.c.captured_at)
        )
        with self._engine.connect() as connection:
            return list(connection.execute(query).scalars())

    def troubles(self, site_id: int | None = None) -> list[Row[Any]]:
        """Return the troubles that have not ended, with the site's name."""
        query = (
            select(troubles, sites.c.name.label("site"))
            .join(sites, sites.c.id == troubles.c.site_id)
            .where(troubles.c.ended_at.is_(None), sites.c.removed_at.is_(None))
            .order_by(troubles.c.id)
        )
        if site_id is not None:
            query = query.where(troubles.c.site_id == site_id)
        with self._engine.connect() as connection:
            return list(connection.execute(query))

    def end_troubles(self, site_id: int, kinds: list[str], *, now: datetime) -> None:
        """Note that the site is normal again in these respects."""
        if not kinds:
            return
        with write(self._engine) as connection:
            connection.execute(
                update(troubles)
                .where(troubles.c.site_id == site_id, troubles.c.kind.in_(kinds))
                .where(troubles.c.ended_at.is_(None))
                .values(ended_at=now)
            )

    def daily(self, *, since: datetime) -> dict[str, int]:
        """Return how many changes were found on each day, the baseline's apart."""
        day = func.substr(changes.c.captured_at, 1, 10)
        query = (
            select(day, func.count())
            .where(changes.c.captured_at >= since, changes.c.baseline.is_(False))
            .group_by(day)
        )
        with self._engine.connect() as connection:
            return {row[0]: row[1] for row in connection.execute(query)}


def open_trouble(connection: Connection, **values: Any) -> bool:
    """Note a trouble; false if one of its kind is going on at that site."""
    known = connection.execute(
        select(troubles.c.id)
        .where(troubles.c.site_id == values["site_id"])
        .where(troubles.c.kind == values["kind"], troubles.c.ended_at.is_(None))
    ).first()
    if known is not None:
        return False
    connection.execute(insert(troubles).values(**values))
    return True

"""What we keep of each site: whether it is watched, its baseline, what was learned."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, Row, select, update

from corpus.store.direct import set_rows
from corpus.store.engine import insert_row, write
from corpus.store.schema import profiles, sites


class Sites:
    """The sites and their profiles."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def add(self, name: str, *, now: datetime) -> int:
        """Keep a site, or take a removed one back; return its id."""
        with write(self._engine) as connection:
            row = connection.execute(
                select(sites.c.id).where(sites.c.name == name)
            ).one_or_none()
            if row is None:
                values = {
                    "name": name,
                    "added_at": now,
                    "is_paused": False,
                    "facts": {},
                }
                return insert_row(connection, sites, **values)
            connection.execute(
                update(sites).where(sites.c.id == row.id).values(removed_at=None)
            )
            return int(row.id)

    def get(self, name: str) -> Row[Any] | None:
        """Return the site of that name, removed ones too."""
        with self._engine.connect() as connection:
            return connection.execute(
                select(sites).where(sites.c.name == name)
            ).one_or_none()

    def by_id(self, site_id: int) -> Row[Any]:
        """Return the site with that id."""
        with self._engine.connect() as connection:
            return connection.execute(select(sites).where(sites.c.id == site_id)).one()

    def all(self, *, with_removed: bool = False) -> list[Row[Any]]:
        """Return every site, by name."""
        query = select(sites).order_by(sites.c.name)
        if not with_removed:
            query = query.where(sites.c.removed_at.is_(None))
        with self._engine.connect() as connection:
            return list(connection.execute(query))

    def set(self, site_id: int, **values: Any) -> None:
        """Overwrite columns of a site."""
        with write(self._engine) as connection:
            set_site(connection, site_id, **values)

    def profile_version(self, site_id: int) -> int:
        """Return the version of the profile in use; 0 for none."""
        profile = self.profile(site_id)
        return profile["version"] if profile else 0

    def profile(self, site_id: int) -> dict[str, Any] | None:
        """Return the profile in use, as ``dump_profile`` wrote it."""
        with self._engine.connect() as connection:
            return connection.execute(
                select(profiles.c.profile)
                .join(sites, sites.c.profile_id == profiles.c.id)
                .where(sites.c.id == site_id)
            ).scalar_one_or_none()


def keep_profile(
    connection: Connection,
    site_id: int,
    profile: dict[str, Any],
    *,
    version: int,
    now: datetime,
) -> None:
    """Keep a profile and use it from now on; earlier ones stay."""
    key = insert_row(
        connection,
        profiles,
        site_id=site_id,
        version=version,
        learned_at=now,
        profile=profile,
    )
    set_site(connection, site_id, profile_id=key)


def set_site(connection: Connection, site_id: int, **values: Any) -> None:
    """Overwrite columns of a site, inside a transaction."""
    set_rows(connection, sites, {site_id: values})

"""What we keep of each site: whether it is watched, its baseline, what was learned."""

from datetime import datetime
from typing import Any

from corpus.store.database import Connection, Database, Row


class Sites:
    """The sites and their profiles."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, name: str, *, now: datetime) -> int:
        """Keep a site, or take a removed one back; return its id."""
        with self._database.write() as connection:
            known = connection.value(
                "SELECT id FROM sites WHERE name = :name", name=name
            )
            if known is None:
                return connection.insert(
                    "sites", name=name, added_at=now, is_paused=False, facts={}
                )
            set_site(connection, known, removed_at=None)
            return int(known)

    def get(self, name: str) -> Row | None:
        """Return the site of that name, removed ones too."""
        return self._database.row("SELECT * FROM sites WHERE name = :name", name=name)

    def by_id(self, site_id: int) -> Row:
        """Return the site with that id."""
        return self._database.row("SELECT * FROM sites WHERE id = :id", id=site_id)

    def all(self, *, with_removed: bool = False) -> list[Row]:
        """Return every site, by name."""
        sql = "SELECT * FROM sites WHERE removed_at IS NULL OR :all ORDER BY name"
        return self._database.rows(sql, all=with_removed)

    def set(self, site_id: int, **values: Any) -> None:
        """Overwrite columns of a site."""
        with self._database.write() as connection:
            set_site(connection, site_id, **values)

    def profile_version(self, site_id: int) -> int:
        """Return the version of the profile in use; 0 for none."""
        profile = self.profile(site_id)
        return profile["version"] if profile else 0

    def profile(self, site_id: int) -> dict[str, Any] | None:
        """Return the profile in use, as ``dump_profile`` wrote it."""
        found: dict[str, Any] | None = self._database.value(
            "SELECT profiles.profile FROM profiles"
            " JOIN sites ON sites.profile_id = profiles.id WHERE sites.id = :id",
            id=site_id,
        )
        return found


def keep_profile(
    connection: Connection,
    site_id: int,
    profile: dict[str, Any],
    *,
    version: int,
    now: datetime,
) -> None:
    """Keep a profile and use it from now on; earlier ones stay."""
    kept = connection.insert(
        "profiles", site_id=site_id, version=version, learned_at=now, profile=profile
    )
    set_site(connection, site_id, profile_id=kept)


def set_site(connection: Connection, site_id: int, **values: Any) -> None:
    """Overwrite columns of a site, inside a transaction."""
    connection.set_rows("sites", {site_id: values})
